/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * submission list, search, show, and the steps that take nothing but a reference and a reason.
 */
#include "comark-cli-verbs.h"

#include "comark-cli-json.h"
#include "comark-desk-submissions.h"
#include "comark-dossier.h"

/* ---- lists ---- */

static gpointer
query (ComarkDesk *desk, gpointer data, GError **error)
{
  g_autoptr (GArray) ids = comark_desk_query_submissions (desk, data, error);

  if (ids == NULL)
    return NULL;
  return comark_desk_fetch_submissions (desk, (const ComarkId *) (gpointer) ids->data, ids->len,
                                        error);
}

static void
print_row (ComarkSubmission *row)
{
  comark_cli_print ("%-12s %-14s %s", row->ref, comark_state_nick (row->state), row->title);
}

static int
print_query (ComarkCli *cli, ComarkSubmissionQuery *wanted)
{
  int status;
  g_autoptr (GPtrArray) rows = comark_cli_run (cli, COMARK_STORE_READ, query, wanted, &status);

  if (rows && cli->json)
    comark_cli_json_print_records (rows);
  for (guint i = 0; rows && !cli->json && i < rows->len; i++)
    print_row (g_ptr_array_index (rows, i));
  return status;
}

int
comark_cli_submission_list (ComarkCli *cli, int argc, char **argv)
{
  ComarkSubmissionQuery wanted = { .state = -1 };
  g_autofree char *state_text = NULL;
  const GOptionEntry entries[] = {
    { "state", 0, 0, G_OPTION_ARG_STRING, &state_text, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  ComarkState state;

  if (!comark_cli_parse (cli, entries, 0, 0, &argc, &argv))
    return COMARK_CLI_USAGE;
  if (state_text && !comark_state_from_nick (state_text, &state))
    return comark_cli_misuse (cli, "“%s” is no state.", state_text);
  if (state_text)
    wanted.state = (int) state;
  return print_query (cli, &wanted);
}

int
comark_cli_submission_search (ComarkCli *cli, int argc, char **argv)
{
  ComarkSubmissionQuery wanted = { .state = -1 };
  g_autofree char *words = NULL;

  if (!comark_cli_parse (cli, NULL, 1, -1, &argc, &argv))
    return COMARK_CLI_USAGE;
  words = g_strjoinv (" ", argv + 1);
  wanted.search = words;
  return print_query (cli, &wanted);
}

/* ---- one submission ---- */

static void
add_member_records (JsonBuilder *builder, const char *name, GPtrArray *records)
{
  json_builder_set_member_name (builder, name);
  comark_cli_json_records (builder, records);
}

static void
add_member_record (JsonBuilder *builder, const char *name, gpointer record)
{
  json_builder_set_member_name (builder, name);
  comark_cli_json_record (builder, record);
}

static void
print_dossier_json (ComarkDossier *dossier)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_member_record (builder, "submission", dossier->submission);
  add_member_records (builder, "documents", dossier->documents);
  add_member_records (builder, "evidence", dossier->evidence);
  add_member_records (builder, "statements", dossier->statements);
  add_member_records (builder, "contributors", dossier->contributors);
  add_member_records (builder, "confirmations", dossier->confirmations);
  add_member_records (builder, "panel", dossier->seats);
  add_member_record (builder, "own_review", dossier->own_first);
  add_member_record (builder, "own_final_review", dossier->own_final);
  add_member_records (builder, "reviews", dossier->reviews);
  add_member_record (builder, "meeting", dossier->meeting);
  add_member_records (builder, "agreed", dossier->agreed);
  add_member_records (builder, "judgements", dossier->judgements);
  add_member_records (builder, "dissent", dossier->dissent);
  add_member_record (builder, "decision", dossier->decision);
  add_member_records (builder, "told", dossier->told);
  add_member_record (builder, "mark", dossier->mark);
  add_member_records (builder, "history", dossier->history);
  json_builder_end_object (builder);
  comark_cli_json_print (builder);
}

static void
print_dossier (ComarkDossier *dossier)
{
  ComarkSubmission *submission = dossier->submission;
  ComarkDocument *document = comark_dossier_document (dossier);

  comark_cli_print ("%s  %s\nState: %s\nType: %s\nOwner: %s", submission->ref, submission->title,
                    comark_state_words (submission->state), submission->type_words,
                    submission->owner_name);
  if (document)
    comark_cli_print ("Document: %s, version %d, SHA-256 %s", document->filename,
                      (int) document->n, document->hash);
  for (guint i = 0; i < dossier->evidence->len; i++)
    {
      ComarkEvidence *item = g_ptr_array_index (dossier->evidence, i);
      g_autofree char *criteria = item->criteria ? g_strjoinv (" ", item->criteria) : NULL;
      comark_cli_print ("Evidence %d: %s (%s)", (int) item->ord, item->title,
                        criteria ? criteria : "");
    }
  for (guint i = 0; i < dossier->contributors->len; i++)
    {
      ComarkContributor *contributor = g_ptr_array_index (dossier->contributors, i);
      comark_cli_print ("Contributor: %s, %s", contributor->name, contributor->part);
    }
  if (dossier->n_reviews_in >= 0)
    comark_cli_print ("Reviews in: %d", dossier->n_reviews_in);
  if (dossier->mark)
    comark_cli_print ("Mark: %s, %s", dossier->mark->number,
                      comark_mark_state_words (dossier->mark->state));
  for (char **missing = dossier->missing; missing && *missing; missing++)
    comark_cli_print ("Missing: %s", *missing);
}

int
comark_cli_submission_show (ComarkCli *cli, int argc, char **argv)
{
  g_autoptr (ComarkDossier) dossier = NULL;
  int status;

  if (!comark_cli_parse (cli, NULL, 1, 1, &argc, &argv))
    return COMARK_CLI_USAGE;
  dossier = comark_cli_run (cli, COMARK_STORE_READ, comark_cli_open_dossier, argv[1], &status);
  if (dossier && cli->json)
    print_dossier_json (dossier);
  else if (dossier)
    print_dossier (dossier);
  return status;
}

/* ---- steps ---- */

typedef struct
{
  gboolean (*plain) (ComarkDesk *desk, const char *ref, GError **error);
  gboolean (*reasoned) (ComarkDesk *desk, const char *ref, const char *because, GError **error);
  const char *ref;
  char *because;
} Step;

static gpointer
take_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Step *step = data;
  gboolean done = step->plain ? step->plain (desk, step->ref, error)
                              : step->reasoned (desk, step->ref, step->because, error);

  return done ? COMARK_REGISTER_DONE : NULL;
}

static int
run_step (ComarkCli *cli, Step *step, int argc, char **argv)
{
  const GOptionEntry entries[] = {
    { "because", 0, 0, G_OPTION_ARG_STRING, &step->because, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  int status = COMARK_CLI_USAGE;

  if (comark_cli_parse (cli, step->plain ? NULL : entries, 1, 1, &argc, &argv))
    {
      step->ref = argv[1];
      if (step->plain == NULL && step->because == NULL)
        status = comark_cli_misuse (cli, "Say why: --because TEXT.");
      else
        status = comark_cli_act (cli, take_step, step);
    }
  g_free (step->because);
  return status;
}

#define DEFINE_PLAIN(verb, act)                           \
  int verb (ComarkCli *cli, int argc, char **argv)        \
  {                                                       \
    Step step = { .plain = act };                         \
    return run_step (cli, &step, argc, argv);             \
  }
#define DEFINE_REASONED(verb, act)                        \
  int verb (ComarkCli *cli, int argc, char **argv)        \
  {                                                       \
    Step step = { .reasoned = act };                      \
    return run_step (cli, &step, argc, argv);             \
  }

DEFINE_PLAIN (comark_cli_submission_submit, comark_desk_submit)
DEFINE_PLAIN (comark_cli_submission_accept, comark_desk_accept)
DEFINE_PLAIN (comark_cli_submission_complete, comark_desk_complete)
DEFINE_REASONED (comark_cli_submission_send_back, comark_desk_send_back)
DEFINE_REASONED (comark_cli_submission_redirect, comark_desk_redirect)
DEFINE_REASONED (comark_cli_submission_withdraw, comark_desk_withdraw)
