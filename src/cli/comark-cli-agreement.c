/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * agreement: how far the raters of a table agree. Needs no register.
 */
#include "comark-cli-verbs.h"

#include "comark-agreement.h"
#include "comark-cli-json.h"

static void
add_statistic (JsonBuilder *builder, const char *name, const ComarkStatistic *statistic)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "value");
  if (statistic->defined)
    json_builder_add_double_value (builder, statistic->value);
  else
    json_builder_add_null_value (builder);
  if (!statistic->defined)
    comark_cli_json_text (builder, "why", statistic->why);
  json_builder_end_object (builder);
}

static void
add_number (JsonBuilder *builder, const char *name, const ComarkStatistic *statistic)
{
  json_builder_set_member_name (builder, name);
  if (statistic->defined)
    json_builder_add_double_value (builder, statistic->value);
  else
    json_builder_add_null_value (builder);
}

static void
add_int (JsonBuilder *builder, const char *name, guint value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_unit (JsonBuilder *builder, const char *name, ComarkAgreement *agreement,
          const ComarkUnitAgreement *unit)
{
  json_builder_begin_object (builder);
  comark_cli_json_text (builder, "unit", name);
  add_int (builder, "n", unit->n);
  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  for (guint i = 0; i < agreement->category_texts->len; i++)
    add_int (builder, g_ptr_array_index (agreement->category_texts, i), unit->counts[i]);
  json_builder_end_object (builder);
  add_number (builder, "median", &unit->median);
  add_number (builder, "mean", &unit->mean);
  add_number (builder, "sd", &unit->sd);
  add_number (builder, "within1", &unit->within1);
  json_builder_end_object (builder);
}

static void
print_json (ComarkRatingsTable *table, ComarkAgreement *agreement)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_int (builder, "units", agreement->n_units);
  add_int (builder, "raters", agreement->n_raters);
  add_int (builder, "ratings", agreement->n_ratings);
  json_builder_set_member_name (builder, "statistics");
  json_builder_begin_object (builder);
  for (guint i = 0; i < COMARK_N_AGREEMENTS; i++)
    add_statistic (builder, comark_agreement_name (i), &agreement->statistics[i]);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "per_unit");
  json_builder_begin_array (builder);
  for (guint i = 0; i < agreement->per_unit->len; i++)
    add_unit (builder, g_ptr_array_index (table->units, i), agreement,
              g_ptr_array_index (agreement->per_unit, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  comark_cli_json_print (builder);
}

static void
print_text (ComarkRatingsTable *table, ComarkAgreement *agreement)
{
  comark_cli_print ("%u documents, %u members, %u ratings", agreement->n_units,
                    agreement->n_raters, agreement->n_ratings);
  for (guint i = 0; i < COMARK_N_AGREEMENTS; i++)
    if (agreement->statistics[i].defined)
      comark_cli_print ("%-16s %.4f", comark_agreement_name (i), agreement->statistics[i].value);
    else
      comark_cli_print ("%-16s not calculable: %s", comark_agreement_name (i),
                        agreement->statistics[i].why);
  for (guint i = 0; i < agreement->per_unit->len; i++)
    {
      const ComarkUnitAgreement *unit = g_ptr_array_index (agreement->per_unit, i);
      g_autofree char *words = comark_agreement_within1_words (unit);
      comark_cli_print ("  %s: %s", (char *) g_ptr_array_index (table->units, i), words);
    }
  comark_cli_print ("%s", comark_agreement_reading (
                            &agreement->statistics[COMARK_AGREEMENT_ALPHA_ORDINAL],
                            agreement->n_units));
}

static int
report (ComarkCli *cli, GBytes *bytes, const ComarkScaleRange *scale)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (ComarkRatingsTable) table = comark_ratings_table_parse (text, length, &error);
  g_autoptr (ComarkAgreement) agreement
    = table ? comark_agreement_compute (table, scale, &error) : NULL;

  if (agreement == NULL)
    return comark_cli_misuse (cli, "%s", error->message);
  if (cli->json)
    print_json (table, agreement);
  else
    print_text (table, agreement);
  return COMARK_CLI_DONE;
}

int
comark_cli_agreement (ComarkCli *cli, int argc, char **argv)
{
  g_autofree char *scale_text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  ComarkScaleRange scale;
  const GOptionEntry entries[] = {
    { "scale", 0, 0, G_OPTION_ARG_STRING, &scale_text, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!comark_cli_parse (cli, entries, 1, 1, &argc, &argv))
    return COMARK_CLI_USAGE;
  if (scale_text && !comark_scale_range_from_text (scale_text, &scale))
    return comark_cli_misuse (cli, "“%s” is no scale. Write it like 0:4.", scale_text);
  bytes = comark_cli_read_file (cli, argv[1]);
  return bytes ? report (cli, bytes, scale_text ? &scale : NULL) : COMARK_CLI_USAGE;
}
