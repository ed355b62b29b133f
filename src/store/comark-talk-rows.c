/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-talk-rows.h"

#include "comark-rows.h"

/* ---- threads ---- */

/* Of a thread t and r, the row of its reader $1. */
#define UNREAD                                                                        \
  "m.thread=t.id AND m.author<>$1 AND m.taken_back_at IS NULL AND m.n>coalesce(r.n, 0)"

#define SELECT_THREADS                                                                \
  "SELECT t.id, t.submission, t.criterion, t.quote, t.audience, t.begun_by, p.name,"  \
  " t.begun_at, t.spoken_at, t.n_messages, coalesce(r.n, 0),"                         \
  " (SELECT count(*) FROM message m WHERE " UNREAD "),"                               \
  " CASE WHEN t.begun_by=$1 THEN 1 ELSE 0 END"                                        \
  " FROM thread t JOIN person p ON p.id=t.begun_by"                                   \
  " LEFT JOIN thread_read r ON r.thread=t.id AND r.person=$1"

static gpointer
read_thread (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkThread *self = comark_thread_new ();

  self->id = comark_statement_column_id (st, 0);
  self->submission = comark_statement_column_id (st, 1);
  self->criterion = comark_rows_text (st, 2);
  self->quote = comark_statement_column_id (st, 3);
  comark_talk_audience_from_nick (comark_statement_column_text (st, 4), &self->audience);
  self->begun_by = comark_statement_column_id (st, 5);
  self->begun_by_name = comark_rows_text (st, 6);
  self->begun_at = comark_statement_column_int (st, 7);
  self->spoken_at = comark_statement_column_int (st, 8);
  self->n_messages = comark_statement_column_int (st, 9);
  self->n_read = comark_statement_column_int (st, 10);
  self->n_unread = comark_statement_column_int (st, 11);
  self->own = comark_statement_column_int (st, 12) == 1;
  return self;
}

GPtrArray *
comark_talk_rows_list (ComarkSql *sql, const ComarkId *submission, const ComarkId *reader,
                       GError **error)
{
  return comark_sql_collect (sql, read_thread, NULL, g_object_unref, error,
                             SELECT_THREADS " WHERE t.submission=$2"
                             " ORDER BY t.spoken_at DESC, t.id DESC", "kk", reader, submission);
}

gboolean
comark_talk_rows_find (ComarkSql *sql, const ComarkId *submission, const ComarkId *reader,
                       const ComarkId *id, ComarkThread **thread, GError **error)
{
  return comark_rows_take_first (
    comark_sql_collect (sql, read_thread, NULL, g_object_unref, error,
                        SELECT_THREADS " WHERE t.submission=$2 AND t.id=$3", "kkk", reader,
                        submission, id),
    (gpointer *) thread);
}

#define HAS_UNREAD "EXISTS (SELECT 1 FROM message m WHERE " UNREAD ")"
#define LAST_AUTHOR                                                                   \
  "(SELECT m.author FROM message m WHERE m.thread=t.id AND m.taken_back_at IS NULL"   \
  " ORDER BY m.n DESC LIMIT 1)"
#define MENTIONED                                                                     \
  "t.id IN (SELECT q.thread FROM mention x JOIN message q ON q.id=x.message"          \
  " WHERE x.person=$1) AND EXISTS (SELECT 1 FROM message m JOIN mention y"            \
  " ON y.message=m.id AND y.person=$1 WHERE " UNREAD ")"

/* Three ways in, each by an index of its own. */
GPtrArray *
comark_talk_rows_waiting (ComarkSql *sql, const ComarkId *reader, gboolean administrator,
                          guint limit, GError **error)
{
  return comark_sql_collect (
    sql, read_thread, NULL, g_object_unref, error,
    SELECT_THREADS " WHERE (" MENTIONED ")"
    " OR (t.begun_by=$1 AND " HAS_UNREAD ")"
    " OR (t.audience='owner' AND t.submission IN (SELECT s.id FROM submission s"
    "  WHERE s.owner=$1) AND " HAS_UNREAD ")"
    " OR (CAST($2 AS BIGINT)=1 AND t.audience='administrators' AND t.begun_by<>$1"
    "  AND t.begun_by=" LAST_AUTHOR " AND " HAS_UNREAD ")"
    " ORDER BY t.spoken_at, t.id LIMIT $3",
    "kii", reader, (gint64) administrator, (gint64) limit);
}

gboolean
comark_talk_rows_begin (ComarkSql *sql, ComarkThread *self, GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "INSERT INTO thread (id, submission, criterion, quote, audience,"
                              " begun_by, begun_at, spoken_at)"
                              " VALUES ($1, $2, $3, $4, $5, $6, $7, $7)",
                              "kktktki", &self->id, &self->submission, self->criterion,
                              &self->quote, comark_talk_audience_nick (self->audience),
                              &self->begun_by, self->begun_at);
}

gboolean
comark_talk_rows_set_read (ComarkSql *sql, const ComarkId *reader, const ComarkId *thread,
                           gint64 n, GError **error)
{
  return comark_sql_exec (sql, error,
                          "INSERT INTO thread_read (person, thread, n) VALUES ($1, $2, $3)"
                          " ON CONFLICT (person, thread) DO UPDATE SET n=$3"
                          " WHERE thread_read.n<$3", "kki", reader, thread, n)
         >= 0;
}

/* ---- messages ---- */

#define SELECT_MESSAGES                                                               \
  "SELECT m.id, m.thread, m.n, m.author, p.name, m.said_at, m.taken_back_at, m.rev,"  \
  " w.body, w.n, w.written_at,"                                                       \
  " CASE WHEN m.author=$1 THEN 1 ELSE 0 END,"                                         \
  " CASE WHEN " UNREAD " THEN 1 ELSE 0 END,"                                          \
  " (SELECT count(*) FROM mention x WHERE x.message=m.id AND x.person=$1)"            \
  " FROM thread t JOIN message m ON m.thread=t.id JOIN person p ON p.id=m.author"     \
  " JOIN message_wording w ON w.message=m.id AND w.n=(SELECT max(v.n)"                \
  "  FROM message_wording v WHERE v.message=m.id)"                                    \
  " LEFT JOIN thread_read r ON r.thread=t.id AND r.person=$1"                         \
  " WHERE t.submission=$2"

static gpointer
read_message (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkMessage *self = comark_message_new ();

  self->id = comark_statement_column_id (st, 0);
  self->thread = comark_statement_column_id (st, 1);
  self->n = comark_statement_column_int (st, 2);
  self->author = comark_statement_column_id (st, 3);
  self->author_name = comark_rows_text (st, 4);
  self->said_at = comark_statement_column_int (st, 5);
  self->taken_back_at = comark_statement_column_int (st, 6);
  self->rev = comark_statement_column_int (st, 7);
  self->body = comark_rows_text (st, 8);
  self->n_wordings = comark_statement_column_int (st, 9);
  self->changed_at = self->n_wordings > 1 ? comark_statement_column_int (st, 10) : 0;
  self->own = comark_statement_column_int (st, 11) == 1;
  self->unread = comark_statement_column_int (st, 12) == 1;
  self->to_me = comark_statement_column_int (st, 13) > 0;
  self->mentions = g_new0 (char *, 1);
  return self;
}

static ComarkMessage *
find_in (GPtrArray *messages, const ComarkId *id)
{
  for (guint i = 0; i < messages->len; i++)
    {
      ComarkMessage *message = g_ptr_array_index (messages, i);

      if (comark_id_equal (&message->id, id))
        return message;
    }
  return NULL;
}

static void
add_mention (ComarkMessage *message, const char *name)
{
  guint n = g_strv_length (message->mentions);

  message->mentions = g_renew (char *, message->mentions, n + 2);
  message->mentions[n] = g_strdup (name);
  message->mentions[n + 1] = NULL;
}

static gboolean
read_mentions (ComarkSql *sql, const ComarkId *submission, GPtrArray *messages, GError **error)
{
  g_autoptr (ComarkStatement) st = comark_sql_query (
    sql, error,
    "SELECT x.message, p.name FROM thread t JOIN message m ON m.thread=t.id"
    " JOIN mention x ON x.message=m.id JOIN person p ON p.id=x.person"
    " WHERE t.submission=$1 ORDER BY p.name_fold, p.id", "k", submission);
  gboolean row;

  while (st != NULL && comark_statement_step (st, &row, error))
    {
      ComarkId id;
      ComarkMessage *message;

      if (!row)
        return TRUE;
      id = comark_statement_column_id (st, 0);
      message = find_in (messages, &id);
      if (message != NULL)
        add_mention (message, comark_statement_column_text (st, 1));
    }
  return FALSE;
}

GPtrArray *
comark_talk_rows_list_messages (ComarkSql *sql, const ComarkId *submission,
                                const ComarkId *reader, GError **error)
{
  g_autoptr (GPtrArray) messages
    = comark_sql_collect (sql, read_message, NULL, g_object_unref, error,
                          SELECT_MESSAGES " ORDER BY t.id, m.n", "kk", reader, submission);

  if (messages == NULL || !read_mentions (sql, submission, messages, error))
    return NULL;
  return g_steal_pointer (&messages);
}

gboolean
comark_talk_rows_find_message (ComarkSql *sql, const ComarkId *submission,
                               const ComarkId *reader, const ComarkId *id,
                               ComarkMessage **message, GError **error)
{
  return comark_rows_take_first (
    comark_sql_collect (sql, read_message, NULL, g_object_unref, error,
                        SELECT_MESSAGES " AND m.id=$3", "kkk", reader, submission, id),
    (gpointer *) message);
}

static gpointer
read_wording (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkWording *self = comark_wording_new ();

  self->n = comark_statement_column_int (st, 0);
  self->body = comark_rows_text (st, 1);
  self->written_at = comark_statement_column_int (st, 2);
  return self;
}

GPtrArray *
comark_talk_rows_list_wordings (ComarkSql *sql, const ComarkId *message, GError **error)
{
  return comark_sql_collect (sql, read_wording, NULL, g_object_unref, error,
                             "SELECT n, body, written_at FROM message_wording WHERE message=$1"
                             " ORDER BY n", "k", message);
}

static gboolean
add_wording (ComarkSql *sql, const ComarkId *message, const char *body, gint64 now_ms,
             GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "INSERT INTO message_wording (message, n, body, written_at)"
                              " SELECT $1, coalesce(max(w.n), 0)+1, CAST($2 AS TEXT),"
                              " CAST($3 AS BIGINT) FROM message_wording w WHERE w.message=$1",
                              "kti", message, body, now_ms);
}

/* The update of the thread comes first: who speaks at the same time waits for it. */
gboolean
comark_talk_rows_say (ComarkSql *sql, const ComarkId *id, const ComarkId *thread,
                      const ComarkId *author, const char *body, gint64 now_ms, GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "UPDATE thread SET n_messages=n_messages+1, spoken_at=$1"
                              " WHERE id=$2", "ik", now_ms, thread)
         && comark_sql_exec_one (sql, error,
                                 "INSERT INTO message (id, thread, n, author, said_at)"
                                 " VALUES ($1, $2, (SELECT t.n_messages FROM thread t"
                                 "  WHERE t.id=$2), $3, $4)", "kkki", id, thread, author, now_ms)
         && add_wording (sql, id, body, now_ms, error);
}

gboolean
comark_talk_rows_change (ComarkSql *sql, const ComarkId *message, gint64 rev, const char *body,
                         gint64 now_ms, GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "UPDATE message SET rev=rev+1 WHERE id=$1 AND rev=$2"
                              " AND taken_back_at IS NULL", "ki", message, rev)
         && add_wording (sql, message, body, now_ms, error);
}

gboolean
comark_talk_rows_take_back (ComarkSql *sql, const ComarkId *message, gint64 now_ms,
                            GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "UPDATE message SET taken_back_at=$1, rev=rev+1 WHERE id=$2"
                              " AND taken_back_at IS NULL", "ik", now_ms, message);
}

gboolean
comark_talk_rows_set_mentions (ComarkSql *sql, const ComarkId *message, GArray *people,
                               GError **error)
{
  if (comark_sql_exec (sql, error, "DELETE FROM mention WHERE message=$1", "k", message) < 0)
    return FALSE;
  for (guint i = 0; i < people->len; i++)
    if (comark_sql_exec (sql, error,
                         "INSERT INTO mention (person, message) VALUES ($1, $2)"
                         " ON CONFLICT (person, message) DO NOTHING", "kk",
                         &g_array_index (people, ComarkId, i), message) < 0)
      return FALSE;
  return TRUE;
}

/* ---- who could read ---- */

static gpointer
read_candidate (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkReaderOfTalk *self = comark_reader_of_talk_new ();

  self->person = comark_statement_column_id (st, 0);
  self->name = comark_rows_text (st, 1);
  return self;
}

GPtrArray *
comark_talk_rows_candidates (ComarkSql *sql, const ComarkId *submission, GError **error)
{
  return comark_sql_collect (
    sql, read_candidate, NULL, g_object_unref, error,
    "SELECT p.id, p.name FROM person p WHERE p.active=1 AND p.id IN ("
    " SELECT owner FROM submission WHERE id=$1"
    " UNION SELECT person FROM contributor WHERE submission=$1 AND removed_at IS NULL"
    " UNION SELECT person FROM invitation WHERE submission=$1"
    " UNION SELECT person FROM interest WHERE submission=$1"
    " UNION SELECT person FROM person_role WHERE role='administrator')"
    " ORDER BY p.name_fold, p.id", "k", submission);
}
