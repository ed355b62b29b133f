/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * framework check, framework list: the criteria by which a panel judges.
 */
#include "comark-cli-verbs.h"

#include "comark-cli-json.h"
#include "comark-desk-people.h"
#include "comark-framework-reader.h"

static void
print_criterion (const ComarkCriterion *criterion)
{
  g_autofree char *routes = g_strjoinv (", ", (char **) criterion->routes);

  comark_cli_print ("%-4s %-10s weight %2u  %s  (%s)", criterion->id,
                    comark_tier_nick (criterion->tier), criterion->weight, criterion->statement,
                    routes);
}

static void
add_criterion (JsonBuilder *builder, const ComarkCriterion *criterion)
{
  json_builder_begin_object (builder);
  comark_cli_json_text (builder, "id", criterion->id);
  comark_cli_json_text (builder, "section", criterion->section);
  comark_cli_json_text (builder, "tier", comark_tier_nick (criterion->tier));
  json_builder_set_member_name (builder, "weight");
  json_builder_add_int_value (builder, criterion->weight);
  comark_cli_json_text (builder, "statement", criterion->statement);
  json_builder_set_member_name (builder, "routes");
  json_builder_begin_array (builder);
  for (const char *const *route = criterion->routes; *route; route++)
    json_builder_add_string_value (builder, *route);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_framework (ComarkCli *cli, ComarkFramework *framework)
{
  const GPtrArray *criteria = comark_framework_get_criteria (framework);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  comark_cli_json_text (builder, "id", comark_framework_get_id (framework));
  comark_cli_json_text (builder, "version", comark_framework_get_version (framework));
  comark_cli_json_text (builder, "name", comark_framework_get_name (framework));
  json_builder_set_member_name (builder, "criteria");
  json_builder_begin_array (builder);
  if (!cli->json)
    comark_cli_print ("%s, version %s: %u criteria", comark_framework_get_name (framework),
                      comark_framework_get_version (framework), criteria->len);
  for (guint i = 0; i < criteria->len; i++)
    if (cli->json)
      add_criterion (builder, g_ptr_array_index (criteria, i));
    else
      print_criterion (g_ptr_array_index (criteria, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (cli->json)
    comark_cli_json_print (builder);
}

int
comark_cli_framework_check (ComarkCli *cli, int argc, char **argv)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ComarkFramework) framework = NULL;
  g_autoptr (GError) error = NULL;

  if (!comark_cli_parse (cli, NULL, 1, 1, &argc, &argv)
      || (bytes = comark_cli_read_file (cli, argv[1])) == NULL)
    return COMARK_CLI_USAGE;
  framework = comark_framework_load_bytes (bytes, argv[1], &error);
  if (framework == NULL)
    return comark_cli_fail (cli, error);
  print_framework (cli, framework);
  return COMARK_CLI_DONE;
}

static gpointer
active_framework (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_active_framework (desk, error);
}

/* The register's own, or with no register the one that Comark brings. */
int
comark_cli_framework_list (ComarkCli *cli, int argc, char **argv)
{
  g_autoptr (ComarkFramework) framework = NULL;
  g_autoptr (GError) error = NULL;
  int status = COMARK_CLI_DONE;

  if (!comark_cli_parse (cli, NULL, 0, 0, &argc, &argv))
    return COMARK_CLI_USAGE;
  if (cli->path)
    framework = comark_cli_run (cli, COMARK_STORE_READ, active_framework, NULL, &status);
  else if ((framework = comark_framework_load_builtin ("made-in-co-production-1", &error)) == NULL)
    status = comark_cli_fail (cli, error);
  if (framework)
    print_framework (cli, framework);
  return status;
}

static gpointer
add_framework (ComarkDesk *desk, gpointer data, GError **error)
{
  gpointer *request = data;

  return comark_desk_add_framework (desk, request[0], request[1], error);
}

int
comark_cli_framework_add (ComarkCli *cli, int argc, char **argv)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ComarkFramework) framework = NULL;
  int status;

  if (!comark_cli_parse (cli, NULL, 1, 1, &argc, &argv)
      || (bytes = comark_cli_read_file (cli, argv[1])) == NULL)
    return COMARK_CLI_USAGE;
  gpointer request[] = { bytes, argv[1] };
  framework = comark_cli_run (cli, COMARK_STORE_WRITE, add_framework, request, &status);
  if (framework)
    print_framework (cli, framework);
  return status;
}
