/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * report agreement: what can be learnt from many submissions together.
 */
#include "comark-cli-verbs.h"

#include <stdio.h>

#include "comark-cli-json.h"
#include "comark-desk-report.h"

typedef struct
{
  char *from, *to;
} Period;

static gpointer
report_agreement (ComarkDesk *desk, gpointer data, GError **error)
{
  const Period *period = data;

  return comark_desk_report_agreement (desk, period->from, period->to, error);
}

static void
add_count (JsonBuilder *builder, const char *name, guint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, (gint64) value);
}

static void
add_figure (JsonBuilder *builder, const char *name, gboolean is_defined, double value)
{
  json_builder_set_member_name (builder, name);
  if (is_defined)
    json_builder_add_double_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_criterion (JsonBuilder *builder, const ComarkCriterionAgreement *row)
{
  json_builder_begin_object (builder);
  comark_cli_json_text (builder, "criterion", row->criterion->id);
  comark_cli_json_text (builder, "title", row->criterion->title);
  add_count (builder, "documents", row->n_documents);
  add_count (builder, "ratings", row->n_ratings);
  add_count (builder, "pairs", row->n_pairs);
  add_count (builder, "pairs_within1", row->n_pairs_within1);
  add_figure (builder, "alpha", row->interval.defined, row->alpha.value);
  add_figure (builder, "low", row->interval.defined, row->interval.low);
  add_figure (builder, "high", row->interval.defined, row->interval.high);
  comark_cli_json_text (builder, "words", comark_criterion_agreement_reading (row));
  json_builder_end_object (builder);
}

static void
add_shift (JsonBuilder *builder, const char *name, const ComarkRatingShift *shift)
{
  json_builder_set_member_name (builder, name);
  if (!shift->is_shown)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  add_count (builder, "members", shift->n_members);
  add_count (builder, "higher", shift->n_higher);
  add_count (builder, "same", shift->n_same);
  add_count (builder, "lower", shift->n_lower);
  json_builder_end_object (builder);
}

static void
print_json (const ComarkAgreementReport *report)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_count (builder, "documents", report->n_documents);
  json_builder_set_member_name (builder, "criteria");
  json_builder_begin_array (builder);
  for (guint i = 0; i < report->criteria->len; i++)
    add_criterion (builder, g_ptr_array_index (report->criteria, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "final_beside_first");
  json_builder_begin_object (builder);
  add_shift (builder, "expert", &report->experts);
  add_shift (builder, "staff", &report->staff);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  comark_cli_json_print (builder);
}

static void
print_criterion (const ComarkCriterionAgreement *row)
{
  g_autofree char *pairs = comark_criterion_agreement_pairs (row);
  g_autofree char *figures = comark_criterion_agreement_figures (row);

  comark_cli_print ("%-4s %s: %u documents. %s %s%s%s", row->criterion->id,
                    row->criterion->title, row->n_documents, pairs,
                    figures != NULL ? figures : "", figures != NULL ? ". " : "",
                    comark_criterion_agreement_reading (row));
}

static void
print_text (const ComarkAgreementReport *report)
{
  g_autofree char *experts = comark_rating_shift_words (&report->experts);
  g_autofree char *staff = comark_rating_shift_words (&report->staff);

  comark_cli_print ("%u documents", report->n_documents);
  for (guint i = 0; i < report->criteria->len; i++)
    print_criterion (g_ptr_array_index (report->criteria, i));
  comark_cli_print ("After talking, experts by experience: %s", experts);
  comark_cli_print ("After talking, staff: %s", staff);
}

static void
print_csv (const ComarkAgreementReport *report)
{
  g_autofree char *csv = comark_desk_report_csv (report);

  fputs (csv, stdout);
}

int
comark_cli_report_agreement (ComarkCli *cli, int argc, char **argv)
{
  g_autoptr (ComarkAgreementReport) report = NULL;
  g_autofree char *from = NULL, *to = NULL;
  gboolean as_csv = FALSE;
  int status;
  const GOptionEntry options[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, NULL, NULL },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, NULL, NULL },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &as_csv, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!comark_cli_parse (cli, options, 0, 0, &argc, &argv))
    return COMARK_CLI_USAGE;
  report = comark_cli_run (cli, COMARK_STORE_READ, report_agreement, &(Period){ from, to },
                           &status);
  if (report == NULL)
    return status;
  if (cli->json)
    print_json (report);
  else if (as_csv)
    print_csv (report);
  else
    print_text (report);
  return status;
}
