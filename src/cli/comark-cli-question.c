/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * question list, ask, take-back, word, leave-out, put-back, send, answer, send-answers: what
 * members want to know of the owner.
 *
 * A question is named by its number in the list as the acting person sees it.
 */
#include "comark-cli-verbs.h"

#include "comark-cli-json.h"
#include "comark-clock.h"
#include "comark-desk-questions.h"
#include "comark-desk-text.h"
#include "comark-dossier.h"

/* ---- list ---- */

static void
print_question (guint number, ComarkOwnerQuestion *question)
{
  const char *words = *question->wording != '\0' ? question->wording : question->words;

  comark_cli_print ("%3u  %-4s %s%s: %s", number, question->criterion,
                    comark_question_state_words (question->state), question->own ? ", mine" : "",
                    words);
  if (*question->words != '\0' && !g_str_equal (question->words, words))
    comark_cli_print ("          as it was asked: %s", question->words);
  if (*question->because != '\0')
    comark_cli_print ("          because: %s", question->because);
  if (*question->answer != '\0')
    comark_cli_print ("          answer: %s", question->answer);
}

static void
print_asking (ComarkAsking *asking)
{
  g_autofree char *sent = comark_day_to_words (asking->sent_day);
  g_autofree char *due = comark_day_to_words (asking->due_day);

  if (asking->ended_at == 0)
    comark_cli_print ("Sent to the owner on %s, to be answered by %s.", sent, due);
  else
    comark_cli_print (asking->answered ? "Sent to the owner on %s, and answered."
                                       : "Sent to the owner on %s; no answer came in time.",
                      sent);
}

static void
print_json (ComarkDossier *dossier)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "round");
  comark_cli_json_record (builder, dossier->asking != NULL ? COMARK_RECORD (dossier->asking)
                                                           : NULL);
  json_builder_set_member_name (builder, "questions");
  comark_cli_json_records (builder, dossier->questions);
  json_builder_end_object (builder);
  comark_cli_json_print (builder);
}

int
comark_cli_question_list (ComarkCli *cli, int argc, char **argv)
{
  g_autoptr (ComarkDossier) dossier = NULL;
  int status;

  if (!comark_cli_parse (cli, NULL, 1, 1, &argc, &argv))
    return COMARK_CLI_USAGE;
  dossier = comark_cli_run (cli, COMARK_STORE_READ, comark_cli_open_dossier, argv[1], &status);
  if (dossier == NULL)
    return status;
  if (cli->json)
    {
      print_json (dossier);
      return status;
    }
  if (dossier->asking != NULL)
    print_asking (dossier->asking);
  for (guint i = 0; i < dossier->questions->len; i++)
    print_question (i + 1, g_ptr_array_index (dossier->questions, i));
  if (dossier->questions->len == 0)
    comark_cli_print ("There are no questions that are for you.");
  return status;
}

/* ---- acts ---- */

typedef struct
{
  const char *ref;
  const char *which; /* a criterion, or a number */
  const char *words;
} Words;

static ComarkOwnerQuestion *
find_question (ComarkDossier *dossier, const char *name, GError **error)
{
  guint64 n;

  if (dossier == NULL)
    return NULL;
  if (g_ascii_string_to_unsigned (name, 10, 1, MAX (dossier->questions->len, 1), &n, NULL)
      && n <= dossier->questions->len)
    return g_ptr_array_index (dossier->questions, n - 1);
  comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                      "There is no question “%s” that you can see. “question list” shows what "
                      "there is.", name);
  return NULL;
}

static gpointer
done (gboolean worked)
{
  return worked ? COMARK_REGISTER_DONE : NULL;
}

/* Writes it, or writes it anew, and hands it to the co-chairs. */
static gpointer
ask (ComarkDesk *desk, gpointer data, GError **error)
{
  Words *self = data;
  g_autoptr (ComarkDossier) dossier = comark_desk_open_dossier (desk, self->ref, error);
  ComarkOwnerQuestion *own
    = dossier != NULL ? comark_dossier_own_question (dossier, self->which) : NULL;

  return done (dossier != NULL
               && comark_desk_need_text ("The question", self->words, error)
               && comark_desk_save_question (desk, self->ref, self->which, self->words,
                                             own != NULL ? own->rev : 0, NULL, error)
               && comark_desk_ask_question (desk, self->ref, self->which, error));
}

static gpointer
take_back (ComarkDesk *desk, gpointer data, GError **error)
{
  Words *self = data;

  return done (comark_desk_take_back_question (desk, self->ref, self->which, error));
}

static gpointer
word (ComarkDesk *desk, gpointer data, GError **error)
{
  Words *self = data;
  g_autoptr (ComarkDossier) dossier = comark_desk_open_dossier (desk, self->ref, error);
  ComarkOwnerQuestion *question = find_question (dossier, self->which, error);

  return done (question != NULL
               && comark_desk_word_question (desk, self->ref, &question->id, self->words,
                                             question->rev, NULL, error));
}

static gpointer
leave_out (ComarkDesk *desk, gpointer data, GError **error)
{
  Words *self = data;
  g_autoptr (ComarkDossier) dossier = comark_desk_open_dossier (desk, self->ref, error);
  ComarkOwnerQuestion *question = find_question (dossier, self->which, error);

  return done (question != NULL
               && comark_desk_leave_out_question (desk, self->ref, &question->id, self->words,
                                                  error));
}

static gpointer
put_back (ComarkDesk *desk, gpointer data, GError **error)
{
  Words *self = data;
  g_autoptr (ComarkDossier) dossier = comark_desk_open_dossier (desk, self->ref, error);
  ComarkOwnerQuestion *question = find_question (dossier, self->which, error);

  return done (question != NULL
               && comark_desk_put_back_question (desk, self->ref, &question->id, error));
}

static gpointer
send_questions (ComarkDesk *desk, gpointer data, GError **error)
{
  return done (comark_desk_send_questions (desk, ((Words *) data)->ref, error));
}

static gpointer
answer (ComarkDesk *desk, gpointer data, GError **error)
{
  Words *self = data;
  g_autoptr (ComarkDossier) dossier = comark_desk_open_dossier (desk, self->ref, error);
  ComarkOwnerQuestion *question = find_question (dossier, self->which, error);

  return done (question != NULL
               && comark_desk_save_answer (desk, self->ref, &question->id, self->words,
                                           question->rev, NULL, error));
}

static gpointer
send_answers (ComarkDesk *desk, gpointer data, GError **error)
{
  return done (comark_desk_send_answers (desk, ((Words *) data)->ref, error));
}

/* @n words: the reference, then what is meant, then what is said of it. */
static int
act (ComarkCli *cli, int argc, char **argv, int n, ComarkRegisterJob job)
{
  Words words;

  if (!comark_cli_parse (cli, NULL, n, n, &argc, &argv))
    return COMARK_CLI_USAGE;
  words = (Words){ argv[1], n > 1 ? argv[2] : NULL, n > 2 ? argv[3] : NULL };
  return comark_cli_act (cli, job, &words);
}

int
comark_cli_question_ask (ComarkCli *cli, int argc, char **argv)
{
  return act (cli, argc, argv, 3, ask);
}

int
comark_cli_question_take_back (ComarkCli *cli, int argc, char **argv)
{
  return act (cli, argc, argv, 2, take_back);
}

int
comark_cli_question_word (ComarkCli *cli, int argc, char **argv)
{
  return act (cli, argc, argv, 3, word);
}

int
comark_cli_question_leave_out (ComarkCli *cli, int argc, char **argv)
{
  g_autofree char *because = NULL;
  const GOptionEntry entries[] = {
    { "because", 0, 0, G_OPTION_ARG_STRING, &because, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  Words words;

  if (!comark_cli_parse (cli, entries, 2, 2, &argc, &argv))
    return COMARK_CLI_USAGE;
  words = (Words){ argv[1], argv[2], because };
  return comark_cli_act (cli, leave_out, &words);
}

int
comark_cli_question_put_back (ComarkCli *cli, int argc, char **argv)
{
  return act (cli, argc, argv, 2, put_back);
}

int
comark_cli_question_send (ComarkCli *cli, int argc, char **argv)
{
  return act (cli, argc, argv, 1, send_questions);
}

int
comark_cli_question_answer (ComarkCli *cli, int argc, char **argv)
{
  return act (cli, argc, argv, 3, answer);
}

int
comark_cli_question_send_answers (ComarkCli *cli, int argc, char **argv)
{
  return act (cli, argc, argv, 1, send_answers);
}
