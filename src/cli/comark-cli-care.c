/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * check, backup, log, todo, setting: looking after the register.
 */
#include "comark-cli-verbs.h"

#include "comark-cli-json.h"
#include "comark-desk-care.h"
#include "comark-desk-people.h"
#include "comark-desk-submissions.h"

/* ---- check ---- */

static gpointer
check (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_check (desk, error);
}

static void
print_findings (char **findings)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (char **finding = findings; *finding; finding++)
    json_builder_add_string_value (builder, *finding);
  json_builder_end_array (builder);
  comark_cli_json_print (builder);
}

int
comark_cli_check (ComarkCli *cli, int argc, char **argv)
{
  g_auto (GStrv) findings = NULL;
  int status;

  if (!comark_cli_parse (cli, NULL, 0, 0, &argc, &argv))
    return COMARK_CLI_USAGE;
  findings = comark_cli_run (cli, COMARK_STORE_READ, check, NULL, &status);
  if (findings == NULL)
    return status;
  if (cli->json)
    print_findings (findings);
  for (char **finding = findings; !cli->json && *finding; finding++)
    comark_cli_print ("%s", *finding);
  if (*findings == NULL && !cli->json)
    comark_cli_print ("All is well.");
  return *findings ? COMARK_CLI_REFUSED : COMARK_CLI_DONE;
}

/* ---- backup ---- */

int
comark_cli_backup (ComarkCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  if (!comark_cli_parse (cli, NULL, 1, 1, &argc, &argv))
    return COMARK_CLI_USAGE;
  status = comark_cli_open (cli);
  if (status != COMARK_CLI_DONE)
    return status;
  if (!comark_store_backup (comark_register_get_store (cli->reg), argv[1], NULL, NULL, NULL,
                            &error))
    return comark_cli_fail (cli, error);
  if (!cli->json)
    comark_cli_print ("Saved a checked copy as %s.", argv[1]);
  return COMARK_CLI_DONE;
}

/* ---- log ---- */

static gpointer
list_log (ComarkDesk *desk, gpointer limit, GError **error)
{
  return comark_desk_list_log (desk, GPOINTER_TO_UINT (limit), error);
}

int
comark_cli_log (ComarkCli *cli, int argc, char **argv)
{
  g_autoptr (GPtrArray) entries = NULL;
  int limit = 1000, status;
  const GOptionEntry options[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!comark_cli_parse (cli, options, 0, 0, &argc, &argv))
    return COMARK_CLI_USAGE;
  entries = comark_cli_run (cli, COMARK_STORE_READ, list_log, GUINT_TO_POINTER (MAX (limit, 1)),
                            &status);
  if (entries && cli->json)
    comark_cli_json_print_records (entries);
  for (guint i = 0; entries && !cli->json && i < entries->len; i++)
    {
      ComarkHistoryEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *when = comark_ms_to_words (entry->at);
      comark_cli_print ("%5d  %s  %s", (int) entry->seq, when, entry->words);
    }
  return status;
}

/* ---- todo ---- */

static gpointer
list_todo (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_list_todo (desk, error);
}

static void
print_todo_json (GPtrArray *todo)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < todo->len; i++)
    {
      ComarkTodo *item = g_ptr_array_index (todo, i);
      json_builder_begin_object (builder);
      comark_cli_json_text (builder, "ref", item->ref);
      comark_cli_json_text (builder, "sentence", item->sentence);
      comark_cli_json_text (builder, "place", item->place);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  comark_cli_json_print (builder);
}

int
comark_cli_todo (ComarkCli *cli, int argc, char **argv)
{
  g_autoptr (GPtrArray) todo = NULL;
  int status;

  if (!comark_cli_parse (cli, NULL, 0, 0, &argc, &argv))
    return COMARK_CLI_USAGE;
  todo = comark_cli_run (cli, COMARK_STORE_READ, list_todo, NULL, &status);
  if (todo && cli->json)
    print_todo_json (todo);
  for (guint i = 0; todo && !cli->json && i < todo->len; i++)
    {
      ComarkTodo *item = g_ptr_array_index (todo, i);
      comark_cli_print ("%-12s %s", item->ref, item->sentence);
    }
  if (todo && !cli->json && todo->len == 0)
    comark_cli_print ("Nothing is waiting.");
  return status;
}

/* ---- setting ---- */

static gpointer
get_setting (ComarkDesk *desk, gpointer name, GError **error)
{
  return comark_desk_get_setting (desk, name, error);
}

static gpointer
set_setting (ComarkDesk *desk, gpointer data, GError **error)
{
  char **words = data;

  return comark_desk_set_setting (desk, words[0], words[1], error) ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_setting (ComarkCli *cli, int argc, char **argv)
{
  g_autofree char *value = NULL;
  int status;

  if (!comark_cli_parse (cli, NULL, 1, 2, &argc, &argv))
    return COMARK_CLI_USAGE;
  if (argc == 3)
    return comark_cli_act (cli, set_setting, argv + 1);
  value = comark_cli_run (cli, COMARK_STORE_READ, get_setting, argv[1], &status);
  if (value)
    comark_cli_print ("%s", value);
  return status;
}

/* ---- holidays ---- */

static gpointer
set_holidays (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_set_holidays (desk, (const char *const *) data, error) ? COMARK_REGISTER_DONE
                                                                            : NULL;
}

static gpointer
list_holidays (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_list_holidays (desk, error);
}

int
comark_cli_holidays (ComarkCli *cli, int argc, char **argv)
{
  g_auto (GStrv) days = NULL;
  int status;

  if (!comark_cli_parse (cli, NULL, 0, -1, &argc, &argv))
    return COMARK_CLI_USAGE;
  if (argc > 1)
    return comark_cli_act (cli, set_holidays, argv + 1);
  days = comark_cli_run (cli, COMARK_STORE_READ, list_holidays, NULL, &status);
  for (char **day = days; day && *day; day++)
    comark_cli_print ("%s", *day);
  return status;
}
