/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * review rate, submit, show, reopen, on-the-day, import, export: one member's review.
 */
#include "comark-cli-verbs.h"

#include "comark-cli-json.h"
#include "comark-desk-exchange.h"
#include "comark-desk-panel.h"
#include "comark-desk-people.h"
#include "comark-dossier.h"

/* ---- rate: also "meeting rate", which gives final ratings; the state tells which ---- */

typedef struct
{
  const char *ref;
  const char *criterion;
  ComarkValue value;
  char *because;
  ComarkStrength strength;
} Rate;

static gpointer
rate (ComarkDesk *desk, gpointer data, GError **error)
{
  Rate *request = data;
  g_autoptr (ComarkDossier) dossier = comark_desk_open_dossier (desk, request->ref, error);
  ComarkReview *own;
  ComarkRating *now;

  if (dossier == NULL)
    return NULL;
  own = dossier->own_final ? dossier->own_final : dossier->own_first;
  now = own ? comark_dossier_rating (own, request->criterion) : NULL;
  return comark_desk_save_rating (desk, request->ref, request->criterion, request->value,
                                  request->because ? request->because : now ? now->reason : "",
                                  request->strength, now ? now->rev : 0, NULL, NULL, error)
           ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_review_rate (ComarkCli *cli, int argc, char **argv)
{
  Rate request = { 0 };
  g_autofree char *strength = NULL;
  const GOptionEntry entries[] = {
    { "because", 0, 0, G_OPTION_ARG_STRING, &request.because, NULL, NULL },
    { "strength", 0, 0, G_OPTION_ARG_STRING, &strength, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  char *name, *value;
  int status = COMARK_CLI_USAGE;

  if (!comark_cli_parse (cli, entries, 2, 2, &argc, &argv)
      || !comark_cli_split (cli, argv[2], &name, &value))
    return status;
  request.ref = argv[1];
  request.criterion = name;
  if (!comark_value_from_text (value, &request.value))
    comark_cli_misuse (cli, "“%s” is no rating. It is a level such as 3, or ?, or n/a.", value);
  else if (strength && !comark_strength_from_nick (strength, &request.strength))
    comark_cli_misuse (cli, "“%s” is no strength. It is said, shown or confirmed.", strength);
  else
    status = comark_cli_act (cli, rate, &request);
  g_free (request.because);
  return status;
}

/* ---- submit, on-the-day ---- */

static gpointer
submit (ComarkDesk *desk, gpointer ref, GError **error)
{
  return comark_desk_submit_review (desk, ref, error) ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_review_submit (ComarkCli *cli, int argc, char **argv)
{
  if (!comark_cli_parse (cli, NULL, 1, 1, &argc, &argv))
    return COMARK_CLI_USAGE;
  return comark_cli_act (cli, submit, argv[1]);
}

static gpointer
on_the_day (ComarkDesk *desk, gpointer ref, GError **error)
{
  return comark_desk_say_on_the_day (desk, ref, TRUE, error) ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_review_on_the_day (ComarkCli *cli, int argc, char **argv)
{
  if (!comark_cli_parse (cli, NULL, 1, 1, &argc, &argv))
    return COMARK_CLI_USAGE;
  return comark_cli_act (cli, on_the_day, argv[1]);
}

/* ---- reopen ---- */

static gpointer
reopen (ComarkDesk *desk, gpointer data, GError **error)
{
  char **words = data; /* ref, person, because */
  g_autoptr (ComarkPerson) person = comark_desk_find_person (desk, words[1], error);

  return person && comark_desk_reopen_review (desk, words[0], &person->id, words[2], error)
           ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_review_reopen (ComarkCli *cli, int argc, char **argv)
{
  g_autofree char *because = NULL;
  const GOptionEntry entries[] = {
    { "because", 0, 0, G_OPTION_ARG_STRING, &because, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!comark_cli_parse (cli, entries, 2, 2, &argc, &argv))
    return COMARK_CLI_USAGE;
  if (because == NULL)
    return comark_cli_misuse (cli, "Say why: --because TEXT.");
  char *words[] = { argv[1], argv[2], because };
  return comark_cli_act (cli, reopen, words);
}

/* ---- show ---- */

/* Looking at the others' reviews is an act: one's own cannot be reopened after it. */
static gpointer
open_peers (ComarkDesk *desk, gpointer ref, GError **error)
{
  return comark_desk_open_peers (desk, ref, error) ? comark_desk_open_dossier (desk, ref, error)
                                                   : NULL;
}

static void
print_review (ComarkReview *review)
{
  comark_cli_print ("%s, %s ratings, %s", review->person_name, comark_stage_nick (review->stage),
                    review->submitted ? "submitted" : "draft");
  for (guint i = 0; i < review->ratings->len; i++)
    {
      ComarkRating *rating = g_ptr_array_index (review->ratings, i);
      g_autofree char *value = comark_value_to_text (rating->value);
      g_autofree char *recorded = comark_review_recorded_words (review, rating->criterion);
      comark_cli_print ("  %-4s %-3s %s", rating->criterion, value, rating->reason);
      if (recorded)
        comark_cli_print ("           %s", recorded);
    }
}

int
comark_cli_review_show (ComarkCli *cli, int argc, char **argv)
{
  g_autoptr (ComarkDossier) dossier = NULL;
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  gboolean others = FALSE;
  const GOptionEntry entries[] = {
    { "others", 0, 0, G_OPTION_ARG_NONE, &others, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  int status;

  if (!comark_cli_parse (cli, entries, 1, 1, &argc, &argv))
    return COMARK_CLI_USAGE;
  dossier = comark_cli_run (cli, others ? COMARK_STORE_WRITE : COMARK_STORE_READ,
                            others ? open_peers : comark_cli_open_dossier, argv[1], &status);
  if (dossier == NULL)
    return status;
  if (dossier->own_first)
    g_ptr_array_add (shown, dossier->own_first);
  if (dossier->own_final)
    g_ptr_array_add (shown, dossier->own_final);
  g_ptr_array_extend (shown, dossier->reviews, NULL, NULL);
  if (cli->json)
    comark_cli_json_print_records (shown);
  for (guint i = 0; !cli->json && i < shown->len; i++)
    print_review (g_ptr_array_index (shown, i));
  if (!cli->json && shown->len == 0)
    comark_cli_print ("There is no review here for you to see yet.");
  return status;
}

/* ---- export, import ---- */

typedef struct
{
  const char *ref;
  GFile *file;
  char *member;
  char *summary;
} Carry;

static gpointer
export_review (ComarkDesk *desk, gpointer data, GError **error)
{
  Carry *request = data;
  g_autoptr (ComarkPerson) member = NULL;

  if (request->member
      && (member = comark_desk_find_person (desk, request->member, error)) == NULL)
    return NULL;
  return comark_desk_export_review (desk, request->ref, member ? &member->id : NULL,
                                    request->file, error)
           ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_review_export (ComarkCli *cli, int argc, char **argv)
{
  g_autofree char *member = NULL;
  const GOptionEntry entries[] = {
    { "member", 0, 0, G_OPTION_ARG_STRING, &member, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!comark_cli_parse (cli, entries, 2, 2, &argc, &argv))
    return COMARK_CLI_USAGE;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[2]);
  return comark_cli_act (cli, export_review, &(Carry) { argv[1], file, member, NULL });
}

static gpointer
import_review (ComarkDesk *desk, gpointer data, GError **error)
{
  Carry *request = data;

  return comark_desk_import_review (desk, request->file, &request->summary, error)
           ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_review_import (ComarkCli *cli, int argc, char **argv)
{
  Carry request = { 0 };
  int status;

  if (!comark_cli_parse (cli, NULL, 1, 1, &argc, &argv))
    return COMARK_CLI_USAGE;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[1]);
  request.file = file;
  status = comark_cli_act (cli, import_review, &request);
  if (status == COMARK_CLI_DONE && request.summary)
    comark_cli_print ("%s", request.summary);
  g_free (request.summary);
  return status;
}
