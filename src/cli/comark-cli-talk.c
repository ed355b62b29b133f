/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * talk list, read, say, edit, take-back, wordings, readers: the discussion of a submission.
 *
 * A thread is named by its number, the oldest that the person may read being 1, or by its id; a
 * message by "2.3", the third of thread 2, or by its id.
 */
#include "comark-cli-verbs.h"

#include "comark-cli-json.h"
#include "comark-clock.h"
#include "comark-desk-talk.h"
#include "comark-desk-text.h"
#include "comark-dossier.h"

/* ---- naming ---- */

static gint
compare_begun (gconstpointer a, gconstpointer b)
{
  ComarkThread *one = *(ComarkThread *const *) a, *other = *(ComarkThread *const *) b;

  return one->begun_at < other->begun_at ? -1 : one->begun_at > other->begun_at;
}

/* The threads of @dossier as they are numbered. Returns: (transfer container) */
static GPtrArray *
in_order (ComarkDossier *dossier)
{
  GPtrArray *threads = g_ptr_array_copy (dossier->threads, (GCopyFunc) (void (*) (void))
                                         g_object_ref, NULL);

  g_ptr_array_sort (threads, compare_begun);
  return threads;
}

static gboolean
no_such (const char *what, const char *name, GError **error)
{
  return comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                             "There is no %s “%s” that you can read. “talk list” shows what "
                             "there is.", what, name);
}

static ComarkThread *
find_thread (ComarkDossier *dossier, const char *name, GError **error)
{
  g_autoptr (GPtrArray) threads = in_order (dossier);
  guint64 n;
  ComarkId id;

  if (g_ascii_string_to_unsigned (name, 10, 1, MAX (threads->len, 1), &n, NULL)
      && n <= threads->len)
    return g_ptr_array_index (threads, n - 1);
  if (comark_id_from_string (name, &id) && comark_dossier_thread (dossier, &id) != NULL)
    return comark_dossier_thread (dossier, &id);
  no_such ("thread", name, error);
  return NULL;
}

static ComarkMessage *
find_by_id (ComarkDossier *dossier, const ComarkId *id)
{
  for (guint i = 0; i < dossier->threads->len; i++)
    {
      ComarkThread *thread = g_ptr_array_index (dossier->threads, i);

      for (guint j = 0; j < thread->messages->len; j++)
        {
          ComarkMessage *message = g_ptr_array_index (thread->messages, j);

          if (comark_id_equal (&message->id, id))
            return message;
        }
    }
  return NULL;
}

static ComarkMessage *
find_message (ComarkDossier *dossier, const char *name, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (name, ".", 2);
  ComarkId id;
  ComarkThread *thread;
  guint64 n;

  if (comark_id_from_string (name, &id) && find_by_id (dossier, &id) != NULL)
    return find_by_id (dossier, &id);
  if (g_strv_length (parts) == 2
      && g_ascii_string_to_unsigned (parts[1], 10, 1, G_MAXUINT, &n, NULL)
      && (thread = find_thread (dossier, parts[0], NULL)) != NULL && n <= thread->messages->len)
    return g_ptr_array_index (thread->messages, n - 1);
  no_such ("message", name, error);
  return NULL;
}

/* ---- list ---- */

static void
print_thread (guint number, ComarkThread *thread)
{
  g_autofree char *when = comark_ms_to_words (thread->spoken_at);

  comark_cli_print ("%3u  %-25s %-4s %-24s %s  %d messages%s%s", number,
                    comark_talk_audience_words (thread->audience), thread->criterion,
                    thread->begun_by_name, when, (int) thread->n_messages,
                    thread->n_unread > 0 ? ", unread" : "", thread->to_me ? ", to you" : "");
}

int
comark_cli_talk_list (ComarkCli *cli, int argc, char **argv)
{
  g_autoptr (ComarkDossier) dossier = NULL;
  g_autoptr (GPtrArray) threads = NULL;
  int status;

  if (!comark_cli_parse (cli, NULL, 1, 1, &argc, &argv))
    return COMARK_CLI_USAGE;
  dossier = comark_cli_run (cli, COMARK_STORE_READ, comark_cli_open_dossier, argv[1], &status);
  if (dossier == NULL)
    return status;
  threads = in_order (dossier);
  if (cli->json)
    comark_cli_json_print_records (threads);
  for (guint i = 0; !cli->json && i < threads->len; i++)
    print_thread (i + 1, g_ptr_array_index (threads, i));
  if (!cli->json && threads->len == 0)
    comark_cli_print ("Nothing has been written that is for you.");
  return status;
}

/* ---- read ---- */

static void
print_message (ComarkMessage *message)
{
  g_autofree char *when = comark_ms_to_words (message->said_at);

  comark_cli_print ("%s, %s%s%s:", message->author_name, when,
                    message->changed_at != 0 ? " (changed)" : "",
                    message->unread ? " (unread)" : "");
  if (message->taken_back_at != 0)
    comark_cli_print ("  [taken back]");
  if (*message->body != '\0')
    comark_cli_print ("  %s", message->body);
}

/* Answers the thread as it was before it counted as read. */
static gpointer
read_thread (ComarkDesk *desk, gpointer data, GError **error)
{
  char **words = data; /* ref, thread */
  g_autoptr (ComarkDossier) dossier = comark_desk_open_dossier (desk, words[0], error);
  ComarkThread *thread = dossier != NULL ? find_thread (dossier, words[1], error) : NULL;

  if (thread == NULL
      || !comark_desk_read_thread (desk, words[0], &thread->id, thread->n_messages, error))
    return NULL;
  return g_object_ref (thread);
}

int
comark_cli_talk_read (ComarkCli *cli, int argc, char **argv)
{
  g_autoptr (ComarkThread) thread = NULL;
  int status;

  if (!comark_cli_parse (cli, NULL, 2, 2, &argc, &argv))
    return COMARK_CLI_USAGE;
  thread = comark_cli_run (cli, COMARK_STORE_WRITE, read_thread, argv + 1, &status);
  if (thread != NULL && cli->json)
    comark_cli_json_print_record (COMARK_RECORD (thread));
  for (guint i = 0; thread != NULL && !cli->json && i < thread->messages->len; i++)
    print_message (g_ptr_array_index (thread->messages, i));
  return status;
}

/* ---- say ---- */

typedef struct
{
  const char *ref;
  char *thread; /* nullable */
  ComarkMessageForm form;
} Say;

static gpointer
say (ComarkDesk *desk, gpointer data, GError **error)
{
  Say *request = data;
  g_autoptr (ComarkDossier) dossier = NULL;
  ComarkId thread;

  if (request->thread != NULL)
    {
      ComarkThread *found;

      dossier = comark_desk_open_dossier (desk, request->ref, error);
      found = dossier != NULL ? find_thread (dossier, request->thread, error) : NULL;
      if (found == NULL)
        return NULL;
      request->form.thread = found->id;
      request->form.n_seen = found->n_read; /* only "talk read" shows what is new */
    }
  return comark_desk_say (desk, request->ref, &request->form, &thread, error)
           ? comark_id_to_string (&thread) : NULL;
}

static void
print_id (ComarkCli *cli, const char *id)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!cli->json)
    {
      comark_cli_print ("%s", id);
      return;
    }
  json_builder_begin_object (builder);
  comark_cli_json_text (builder, "thread", id);
  json_builder_end_object (builder);
  comark_cli_json_print (builder);
}

static int
run_say (ComarkCli *cli, Say *request)
{
  int status;
  g_autofree char *id = comark_cli_run (cli, COMARK_STORE_WRITE, say, request, &status);

  if (id != NULL)
    print_id (cli, id);
  return status;
}

static gboolean
read_audience (ComarkCli *cli, const char *nick, ComarkTalkAudience *audience)
{
  if (nick == NULL || comark_talk_audience_from_nick (nick, audience))
    return TRUE;
  comark_cli_misuse (cli, "“%s” is no audience. It is administrators, rated, panel or owner.",
                     nick);
  return FALSE;
}

int
comark_cli_talk_say (ComarkCli *cli, int argc, char **argv)
{
  Say request = { NULL };
  g_autofree char *to = NULL, *criterion = NULL, *thread = NULL;
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, NULL, NULL },
    { "criterion", 0, 0, G_OPTION_ARG_STRING, &criterion, NULL, NULL },
    { "thread", 0, 0, G_OPTION_ARG_STRING, &thread, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!comark_cli_parse (cli, entries, 2, 2, &argc, &argv)
      || !read_audience (cli, to, &request.form.audience))
    return COMARK_CLI_USAGE;
  if (thread != NULL && (to != NULL || criterion != NULL))
    return comark_cli_misuse (cli, "A thread has its audience and criterion already: give "
                                   "--thread alone.");
  request.ref = argv[1];
  request.thread = thread;
  request.form.criterion = criterion;
  request.form.body = argv[2];
  return run_say (cli, &request);
}

/* ---- one's own message ---- */

static gpointer
edit (ComarkDesk *desk, gpointer data, GError **error)
{
  char **words = data; /* ref, message, body */
  g_autoptr (ComarkDossier) dossier = comark_desk_open_dossier (desk, words[0], error);
  ComarkMessage *message = dossier != NULL ? find_message (dossier, words[1], error) : NULL;

  return message != NULL
             && comark_desk_change_message (desk, words[0], &message->id, words[2], message->rev,
                                            error)
           ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_talk_edit (ComarkCli *cli, int argc, char **argv)
{
  if (!comark_cli_parse (cli, NULL, 3, 3, &argc, &argv))
    return COMARK_CLI_USAGE;
  return comark_cli_act (cli, edit, argv + 1);
}

static gpointer
take_back (ComarkDesk *desk, gpointer data, GError **error)
{
  char **words = data; /* ref, message */
  g_autoptr (ComarkDossier) dossier = comark_desk_open_dossier (desk, words[0], error);
  ComarkMessage *message = dossier != NULL ? find_message (dossier, words[1], error) : NULL;

  return message != NULL
             && comark_desk_take_back_message (desk, words[0], &message->id, error)
           ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_talk_take_back (ComarkCli *cli, int argc, char **argv)
{
  if (!comark_cli_parse (cli, NULL, 2, 2, &argc, &argv))
    return COMARK_CLI_USAGE;
  return comark_cli_act (cli, take_back, argv + 1);
}

/* ---- earlier wordings ---- */

static gpointer
list_wordings (ComarkDesk *desk, gpointer data, GError **error)
{
  char **words = data; /* ref, message */
  g_autoptr (ComarkDossier) dossier = comark_desk_open_dossier (desk, words[0], error);
  ComarkMessage *message = dossier != NULL ? find_message (dossier, words[1], error) : NULL;

  return message != NULL ? comark_desk_list_wordings (desk, words[0], &message->id, error) : NULL;
}

int
comark_cli_talk_wordings (ComarkCli *cli, int argc, char **argv)
{
  g_autoptr (GPtrArray) wordings = NULL;
  int status;

  if (!comark_cli_parse (cli, NULL, 2, 2, &argc, &argv))
    return COMARK_CLI_USAGE;
  wordings = comark_cli_run (cli, COMARK_STORE_READ, list_wordings, argv + 1, &status);
  if (wordings != NULL && cli->json)
    comark_cli_json_print_records (wordings);
  for (guint i = 0; wordings != NULL && !cli->json && i < wordings->len; i++)
    {
      ComarkWording *wording = g_ptr_array_index (wordings, i);
      g_autofree char *when = comark_ms_to_words (wording->written_at);

      comark_cli_print ("%s:", when);
      comark_cli_print ("  %s", wording->body);
    }
  return status;
}

/* ---- who would read it ---- */

int
comark_cli_talk_readers (ComarkCli *cli, int argc, char **argv)
{
  g_autoptr (ComarkDossier) dossier = NULL;
  g_autoptr (GPtrArray) readers = g_ptr_array_new ();
  g_autofree char *to = NULL;
  ComarkTalkAudience audience = COMARK_TALK_ADMINISTRATORS;
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  int status;

  if (!comark_cli_parse (cli, entries, 1, 1, &argc, &argv)
      || !read_audience (cli, to, &audience))
    return COMARK_CLI_USAGE;
  dossier = comark_cli_run (cli, COMARK_STORE_READ, comark_cli_open_dossier, argv[1], &status);
  for (guint i = 0; dossier != NULL && i < dossier->readers->len; i++)
    if (comark_reader_of_talk_reads (g_ptr_array_index (dossier->readers, i), audience))
      g_ptr_array_add (readers, g_ptr_array_index (dossier->readers, i));
  if (dossier != NULL && cli->json)
    comark_cli_json_print_records (readers);
  for (guint i = 0; !cli->json && i < readers->len; i++)
    comark_cli_print ("%s", ((ComarkReaderOfTalk *) g_ptr_array_index (readers, i))->name);
  return status;
}
