/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * action add, list, done and remove: what a panel wants done.
 */
#include "comark-cli-verbs.h"

#include "comark-cli-json.h"
#include "comark-desk-people.h"
#include "comark-desk-tasks.h"
#include "comark-dossier.h"

typedef struct
{
  const char *ref;
  const char *what; /* or the task's id */
  char *who;
  char *day;
  gboolean not_done;
} Request;

static gpointer
add (ComarkDesk *desk, gpointer data, GError **error)
{
  Request *request = data;
  g_autoptr (ComarkPerson) carrier = comark_desk_find_person (desk, request->who, error);

  return carrier != NULL
           && comark_desk_note_task (desk, request->ref, request->what, &carrier->id, request->day,
                                     error)
           ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_action_add (ComarkCli *cli, int argc, char **argv)
{
  Request request = { 0 };
  const GOptionEntry entries[] = {
    { "who", 0, 0, G_OPTION_ARG_STRING, &request.who, NULL, NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &request.day, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  int status = COMARK_CLI_USAGE;

  if (comark_cli_parse (cli, entries, 2, 2, &argc, &argv))
    {
      request.ref = argv[1];
      request.what = argv[2];
      status = request.who != NULL && request.day != NULL
                 ? comark_cli_act (cli, add, &request)
                 : comark_cli_misuse (cli, "Say who does it and by when: --who PERSON --by DAY.");
    }
  g_free (request.who);
  g_free (request.day);
  return status;
}

static void
print_task (ComarkTask *task)
{
  g_autofree char *id = comark_id_to_string (&task->id);

  comark_cli_print ("%s  %s  %s, by %s%s", id, task->what, task->carrier_name, task->due_day,
                    task->done_at != 0 ? "  done" : "");
}

int
comark_cli_action_list (ComarkCli *cli, int argc, char **argv)
{
  g_autoptr (ComarkDossier) dossier = NULL;
  int status;

  if (!comark_cli_parse (cli, NULL, 1, 1, &argc, &argv))
    return COMARK_CLI_USAGE;
  dossier = comark_cli_run (cli, COMARK_STORE_READ, comark_cli_open_dossier, argv[1], &status);
  if (dossier != NULL && cli->json)
    comark_cli_json_print_records (dossier->tasks);
  for (guint i = 0; dossier != NULL && !cli->json && i < dossier->tasks->len; i++)
    print_task (g_ptr_array_index (dossier->tasks, i));
  return status;
}

static gboolean
read_id (const Request *request, ComarkId *id, GError **error)
{
  if (comark_id_from_string (request->what, id))
    return TRUE;
  g_set_error_literal (error, COMARK_DESK_ERROR, COMARK_DESK_ERROR_NO_SUCH,
                       "An action is named by its id, as “action list” prints it.");
  return FALSE;
}

static gpointer
finish (ComarkDesk *desk, gpointer data, GError **error)
{
  Request *request = data;
  ComarkId id;

  return read_id (request, &id, error)
           && comark_desk_finish_task (desk, request->ref, &id, !request->not_done, error)
           ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_action_done (ComarkCli *cli, int argc, char **argv)
{
  Request request = { 0 };
  const GOptionEntry entries[] = {
    { "not", 0, 0, G_OPTION_ARG_NONE, &request.not_done, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!comark_cli_parse (cli, entries, 2, 2, &argc, &argv))
    return COMARK_CLI_USAGE;
  request.ref = argv[1];
  request.what = argv[2];
  return comark_cli_act (cli, finish, &request);
}

static gpointer
take_off (ComarkDesk *desk, gpointer data, GError **error)
{
  Request *request = data;
  ComarkId id;

  return read_id (request, &id, error)
           && comark_desk_remove_task (desk, request->ref, &id, error)
           ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_action_remove (ComarkCli *cli, int argc, char **argv)
{
  Request request = { 0 };

  if (!comark_cli_parse (cli, NULL, 2, 2, &argc, &argv))
    return COMARK_CLI_USAGE;
  request.ref = argv[1];
  request.what = argv[2];
  return comark_cli_act (cli, take_off, &request);
}
