/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * meeting show, rounds, turn, word, prompt, mapping, pause and resume: the two halves of a
 * meeting.
 */
#include "comark-cli-verbs.h"

#include "comark-cli-json.h"
#include "comark-desk-people.h"
#include "comark-desk-rounds.h"
#include "comark-dossier.h"

/* ---- show ---- */

static void
print_turns (ComarkMeeting *meeting)
{
  g_autoptr (GPtrArray) order = comark_desk_speaking_order (meeting, meeting->prompt);

  for (guint i = 0; i < order->len; i++)
    {
      ComarkAttendance *one = g_ptr_array_index (order, i);
      const char *how = comark_desk_turn_of (meeting, meeting->prompt, &one->person);
      gboolean speaks = comark_id_equal (&one->person, &meeting->speaker);

      comark_cli_print ("%s: %s", one->name, how != NULL ? how : speaks ? "has the word"
                                                                        : "not yet");
    }
}

static void
print_meeting (ComarkMeeting *meeting)
{
  comark_cli_print ("%s, %s%s%s", meeting->state, meeting->phase,
                    *meeting->pause ? ", paused: " : "", meeting->pause);
  if (meeting->prompt < 1 || meeting->prompt > meeting->prompts->len)
    return;
  comark_cli_print ("%d of %u: %s", (int) meeting->prompt, meeting->prompts->len,
                    ((ComarkRoundPrompt *) meeting->prompts->pdata[meeting->prompt - 1])->body);
  print_turns (meeting);
}

int
comark_cli_meeting_show (ComarkCli *cli, int argc, char **argv)
{
  g_autoptr (ComarkDossier) dossier = NULL;
  int status;

  if (!comark_cli_parse (cli, NULL, 1, 1, &argc, &argv))
    return COMARK_CLI_USAGE;
  dossier = comark_cli_run (cli, COMARK_STORE_READ, comark_cli_open_dossier, argv[1], &status);
  if (dossier == NULL)
    return status;
  if (cli->json)
    comark_cli_json_print_record (COMARK_RECORD (dossier->meeting));
  else if (dossier->meeting == NULL)
    comark_cli_print ("There has been no meeting.");
  else
    print_meeting (dossier->meeting);
  return status;
}

/* ---- acts ---- */

typedef gboolean (*RefAct) (ComarkDesk *desk, const char *ref, GError **error);

typedef struct
{
  RefAct act;
  char **words;
} Request;

static gpointer
run_ref_act (ComarkDesk *desk, gpointer data, GError **error)
{
  Request *request = data;

  return request->act (desk, request->words[1], error) ? COMARK_REGISTER_DONE : NULL;
}

static int
ref_act (ComarkCli *cli, RefAct act, int argc, char **argv)
{
  if (!comark_cli_parse (cli, NULL, 1, 1, &argc, &argv))
    return COMARK_CLI_USAGE;
  return comark_cli_act (cli, run_ref_act, &(Request) { act, argv });
}

int
comark_cli_meeting_rounds (ComarkCli *cli, int argc, char **argv)
{
  return ref_act (cli, comark_desk_begin_rounds, argc, argv);
}

int
comark_cli_meeting_mapping (ComarkCli *cli, int argc, char **argv)
{
  return ref_act (cli, comark_desk_begin_mapping, argc, argv);
}

int
comark_cli_meeting_resume (ComarkCli *cli, int argc, char **argv)
{
  return ref_act (cli, comark_desk_resume_meeting, argc, argv);
}

static gpointer
run_pause (ComarkDesk *desk, gpointer data, GError **error)
{
  char **words = data;

  return comark_desk_pause_meeting (desk, words[1], words[2], error) ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_meeting_pause (ComarkCli *cli, int argc, char **argv)
{
  if (!comark_cli_parse (cli, NULL, 2, 2, &argc, &argv))
    return COMARK_CLI_USAGE;
  return comark_cli_act (cli, run_pause, argv);
}

static gpointer
run_turn (ComarkDesk *desk, gpointer data, GError **error)
{
  char **words = data;
  g_autoptr (ComarkPerson) person = comark_desk_find_person (desk, words[2], error);

  return person != NULL && comark_desk_take_turn (desk, words[1], &person->id, words[3], error)
           ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_meeting_turn (ComarkCli *cli, int argc, char **argv)
{
  if (!comark_cli_parse (cli, NULL, 3, 3, &argc, &argv))
    return COMARK_CLI_USAGE;
  return comark_cli_act (cli, run_turn, argv);
}

static gpointer
run_word (ComarkDesk *desk, gpointer data, GError **error)
{
  char **words = data;
  g_autoptr (ComarkPerson) person = comark_desk_find_person (desk, words[2], error);

  return person != NULL && comark_desk_give_word (desk, words[1], &person->id, error)
           ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_meeting_word (ComarkCli *cli, int argc, char **argv)
{
  if (!comark_cli_parse (cli, NULL, 2, 2, &argc, &argv))
    return COMARK_CLI_USAGE;
  return comark_cli_act (cli, run_word, argv);
}

typedef struct
{
  const char *ref;
  guint64 n;
} Prompt;

static gpointer
run_prompt (ComarkDesk *desk, gpointer data, GError **error)
{
  Prompt *prompt = data;

  return comark_desk_go_to_prompt (desk, prompt->ref, (gint64) prompt->n, error)
           ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_meeting_prompt (ComarkCli *cli, int argc, char **argv)
{
  Prompt prompt;

  if (!comark_cli_parse (cli, NULL, 2, 2, &argc, &argv))
    return COMARK_CLI_USAGE;
  prompt.ref = argv[1];
  if (!g_ascii_string_to_unsigned (argv[2], 10, 1, 1000, &prompt.n, NULL))
    return comark_cli_misuse (cli, "Say which question by its number, from 1.");
  return comark_cli_act (cli, run_prompt, &prompt);
}
