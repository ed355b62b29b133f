/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * review take-home, send-back, choose, let-write, confirm; pack open: rating without the register,
 * and with somebody's help.
 */
#include "comark-cli-verbs.h"

#include "comark-cli-json.h"
#include "comark-desk-home.h"
#include "comark-desk-merge.h"
#include "comark-desk-people.h"
#include "comark-desk-supporter.h"
#include "comark-dossier.h"
#include "comark-exchange-error.h"

typedef struct
{
  const char *ref;
  const char *person;
  GFile *file;
  gboolean hand_in;
} Carry;

static gpointer
take_home (ComarkDesk *desk, gpointer data, GError **error)
{
  Carry *request = data;
  g_autoptr (ComarkPerson) person = comark_desk_find_person (desk, request->person, error);

  return person != NULL
                 && comark_desk_take_home (desk, request->ref, &person->id, request->file, error)
           ? COMARK_REGISTER_DONE
           : NULL;
}

int
comark_cli_review_take_home (ComarkCli *cli, int argc, char **argv)
{
  if (!comark_cli_parse (cli, NULL, 3, 3, &argc, &argv))
    return COMARK_CLI_USAGE;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[3]);
  return comark_cli_act (cli, take_home, &(Carry) { argv[1], argv[2], file, FALSE });
}

static gpointer
send_back (ComarkDesk *desk, gpointer data, GError **error)
{
  Carry *request = data;

  return comark_desk_send_home_review (desk, request->ref, request->hand_in, request->file, error)
           ? COMARK_REGISTER_DONE
           : NULL;
}

int
comark_cli_review_send_back (ComarkCli *cli, int argc, char **argv)
{
  gboolean hand_in = FALSE;
  const GOptionEntry entries[] = {
    { "hand-in", 0, 0, G_OPTION_ARG_NONE, &hand_in, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!comark_cli_parse (cli, entries, 2, 2, &argc, &argv))
    return COMARK_CLI_USAGE;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[2]);
  return comark_cli_act (cli, send_back, &(Carry) { argv[1], NULL, file, hand_in });
}

/* ---- opening a pack ---- */

int
comark_cli_pack_open (ComarkCli *cli, int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkHomePlace) place = NULL;
  const GOptionEntry entries[] = {
    { "folder", 0, 0, G_OPTION_ARG_FILENAME, &folder, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!comark_cli_parse (cli, entries, 1, 1, &argc, &argv))
    return COMARK_CLI_USAGE;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[1]);
  place = comark_home_open_pack (file, folder, NULL, &error);
  if (place == NULL)
    return comark_cli_fail (cli, error);
  comark_cli_print ("%s", place->path);
  return COMARK_CLI_DONE;
}

/* ---- choosing between two wordings ---- */

static void
print_waiting (ComarkDossier *dossier)
{
  for (guint i = 0; i < dossier->beside->len; i++)
    {
      ComarkRatingBeside *beside = g_ptr_array_index (dossier->beside, i);
      ComarkRating *here = comark_dossier_rating (dossier->own_first, beside->criterion);
      g_autofree char *value = comark_value_to_text (beside->value);
      g_autofree char *own = comark_value_to_text (here ? here->value : COMARK_VALUE_NONE);

      comark_cli_print ("%s", *beside->criterion ? beside->criterion : "overall comment");
      comark_cli_print ("  mine   %-3s %s", own,
                        here ? here->reason : *beside->criterion ? "" : dossier->own_first->body);
      comark_cli_print ("  other  %-3s %s", value, beside->reason);
    }
  if (dossier->beside->len == 0)
    comark_cli_print ("There is nothing to choose.");
}

static int
list_waiting (ComarkCli *cli, char *ref)
{
  int status;
  g_autoptr (ComarkDossier) dossier
    = comark_cli_run (cli, COMARK_STORE_READ, comark_cli_open_dossier, ref, &status);

  if (dossier != NULL && cli->json)
    comark_cli_json_print_records (dossier->beside);
  else if (dossier != NULL)
    print_waiting (dossier);
  return status;
}

typedef struct
{
  const char *ref;
  const char *criterion;
  gboolean other;
} Choice;

static gpointer
choose (ComarkDesk *desk, gpointer data, GError **error)
{
  Choice *choice = data;

  return comark_desk_choose_wording (desk, choice->ref, choice->criterion, NULL, choice->other,
                                     error)
           ? COMARK_REGISTER_DONE
           : NULL;
}

int
comark_cli_review_choose (ComarkCli *cli, int argc, char **argv)
{
  gboolean other;

  if (!comark_cli_parse (cli, NULL, 1, 3, &argc, &argv))
    return COMARK_CLI_USAGE;
  if (argc == 2)
    return list_waiting (cli, argv[1]);
  other = argc == 4 && g_str_equal (argv[3], "other");
  if (!other && (argc != 4 || !g_str_equal (argv[3], "mine")))
    return comark_cli_misuse (cli, "Say which shall stand: CRITERION mine, or CRITERION other.");
  return comark_cli_act (cli, choose, &(Choice) { argv[1], argv[2], other });
}

/* ---- recorded on behalf of ---- */

/* Somebody on the register by that name, else somebody who is not. */
static gpointer
let_write (ComarkDesk *desk, gpointer data, GError **error)
{
  Carry *request = data;
  g_autoptr (GError) local = NULL;
  g_autoptr (ComarkPerson) person = NULL;
  gboolean done;

  if (request->person == NULL)
    done = comark_desk_stop_writing (desk, request->ref, error);
  else
    {
      person = comark_desk_find_person (desk, request->person, &local);
      if (local != NULL && !g_error_matches (local, COMARK_DESK_ERROR, COMARK_DESK_ERROR_NO_SUCH))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
      done = comark_desk_let_write (desk, request->ref, person ? &person->id : NULL,
                                    request->person, error);
    }
  return done ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_review_let_write (ComarkCli *cli, int argc, char **argv)
{
  if (!comark_cli_parse (cli, NULL, 1, 2, &argc, &argv))
    return COMARK_CLI_USAGE;
  return comark_cli_act (cli, let_write,
                         &(Carry) { argv[1], argc == 3 ? argv[2] : NULL, NULL, FALSE });
}

static gpointer
confirm (ComarkDesk *desk, gpointer ref, GError **error)
{
  return comark_desk_confirm_recorded (desk, ref, error) ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_review_confirm (ComarkCli *cli, int argc, char **argv)
{
  if (!comark_cli_parse (cli, NULL, 1, 1, &argc, &argv))
    return COMARK_CLI_USAGE;
  return comark_cli_act (cli, confirm, argv[1]);
}
