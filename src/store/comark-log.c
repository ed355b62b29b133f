/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-log.h"

#include <string.h>
#include <sys/random.h>

#define SALT_SIZE 16

/* A row with everything that its hash covers. */
typedef struct
{
  gint64 seq, at_ms;
  ComarkId actor, subject, submission;
  const char *act, *subject_kind, *fields, *digest, *prev;
} Link;

static void
add_number (GChecksum *sum, gint64 number)
{
  gint64 big_endian = GINT64_TO_BE (number);

  g_checksum_update (sum, (const guchar *) &big_endian, sizeof big_endian);
}

/* With its length before it, so that no text can run over into its neighbour. */
static void
add_text (GChecksum *sum, const char *text)
{
  add_number (sum, text ? (gint64) strlen (text) : -1);
  if (text != NULL)
    g_checksum_update (sum, (const guchar *) text, (gssize) strlen (text));
}

static void
add_id (GChecksum *sum, const ComarkId *id)
{
  g_checksum_update (sum, id->bytes, COMARK_ID_SIZE);
}

static char *
hash_link (const Link *link)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  add_text (sum, link->prev);
  add_number (sum, link->seq);
  add_number (sum, link->at_ms);
  add_id (sum, &link->actor);
  add_text (sum, link->act);
  add_text (sum, link->subject_kind);
  add_id (sum, &link->subject);
  add_id (sum, &link->submission);
  add_text (sum, link->fields);
  add_text (sum, link->digest);
  return g_strdup (g_checksum_get_string (sum));
}

static char *
digest_with (const guint8 *salt, gsize length, const char *payload)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (sum, salt, (gssize) length);
  g_checksum_update (sum, (const guchar *) payload, (gssize) strlen (payload));
  return g_strdup (g_checksum_get_string (sum));
}

char *
comark_log_head (ComarkSql *sql, gint64 *seq, GError **error)
{
  g_autoptr (ComarkStatement) st = NULL;
  gboolean row;

  st = comark_sql_query (sql, error, "SELECT hash, seq FROM log ORDER BY seq DESC LIMIT 1", NULL);
  if (st == NULL || !comark_statement_step (st, &row, error))
    return NULL;
  if (seq != NULL)
    *seq = row ? comark_statement_column_int (st, 1) : 0;
  return g_strdup (row ? comark_statement_column_text (st, 0) : "");
}

/* On a server two could read the same head: the second waits until the first has committed.
 * SQLite's writer is alone. */
static gboolean
lock_head (ComarkSql *sql, GError **error)
{
  return comark_sql_get_engine (sql) == COMARK_SQL_SQLITE
         || comark_sql_exec (sql, error, "LOCK TABLE log IN SHARE ROW EXCLUSIVE MODE", NULL) >= 0;
}

static gboolean
insert_link (ComarkSql *sql, const Link *link, GError **error)
{
  g_autofree char *hash = hash_link (link);

  return comark_sql_exec (sql, error,
                          "INSERT INTO log (seq, at, actor, act, subject_kind, subject,"
                          " submission, fields, digest, prev, hash)"
                          " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                          "iikttkktttt", link->seq, link->at_ms, &link->actor, link->act,
                          link->subject_kind, &link->subject, &link->submission, link->fields,
                          link->digest, link->prev, hash) == 1;
}

static gboolean
insert_salt (ComarkSql *sql, gint64 seq, const guint8 *salt, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (salt, SALT_SIZE);

  return comark_sql_exec (sql, error, "INSERT INTO log_salt (seq, salt) VALUES ($1, $2)", "ib",
                          seq, bytes) == 1;
}

gboolean
comark_log_append (ComarkSql *sql, const ComarkLogEntry *entry, const char *payload,
                   GError **error)
{
  guint8 salt[SALT_SIZE];
  g_autofree char *head = NULL, *digest = NULL;
  gint64 seq;
  Link link;

  g_return_val_if_fail (comark_sql_in_transaction (sql), FALSE);
  if (getrandom (salt, sizeof salt, 0) != sizeof salt)
    g_error ("the system gives no random numbers");
  head = lock_head (sql, error) ? comark_log_head (sql, &seq, error) : NULL;
  if (head == NULL)
    return FALSE;
  digest = payload ? digest_with (salt, sizeof salt, payload) : NULL;
  link = (Link){ seq + 1, entry->at_ms, entry->actor, entry->subject, entry->submission,
                 entry->act, entry->subject_kind, entry->fields, digest, head };
  return insert_link (sql, &link, error)
         && (payload == NULL || insert_salt (sql, link.seq, salt, error));
}

void
comark_log_row_free (ComarkLogRow *row)
{
  g_free (row->act);
  g_free (row->subject_kind);
  g_free (row->fields);
  g_free (row);
}

static gpointer
read_row (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkLogRow *row = g_new0 (ComarkLogRow, 1);

  row->seq = comark_statement_column_int (st, 0);
  row->at_ms = comark_statement_column_int (st, 1);
  row->actor = comark_statement_column_id (st, 2);
  row->act = g_strdup (comark_statement_column_text (st, 3));
  row->subject_kind = g_strdup (comark_statement_column_text (st, 4));
  row->subject = comark_statement_column_id (st, 5);
  row->submission = comark_statement_column_id (st, 6);
  row->fields = g_strdup (comark_statement_column_text (st, 7));
  return row;
}

#define ROW_COLUMNS "seq, at, actor, act, subject_kind, subject, submission, fields"

GPtrArray *
comark_log_list (ComarkSql *sql, const ComarkId *submission, gint64 after_seq, guint limit,
                 GError **error)
{
  GDestroyNotify destroy = (GDestroyNotify) comark_log_row_free;

  if (submission == NULL)
    return comark_sql_collect (sql, read_row, NULL, destroy, error,
                               "SELECT " ROW_COLUMNS " FROM log WHERE seq > $1"
                               " ORDER BY seq LIMIT $2", "ii", after_seq, (gint64) limit);
  return comark_sql_collect (sql, read_row, NULL, destroy, error,
                             "SELECT " ROW_COLUMNS " FROM log WHERE submission = $1 AND seq > $2"
                             " ORDER BY seq LIMIT $3", "kii", submission, after_seq,
                             (gint64) limit);
}

static void
read_link (ComarkStatement *st, Link *link)
{
  link->seq = comark_statement_column_int (st, 0);
  link->at_ms = comark_statement_column_int (st, 1);
  link->actor = comark_statement_column_id (st, 2);
  link->act = comark_statement_column_text (st, 3);
  link->subject_kind = comark_statement_column_text (st, 4);
  link->subject = comark_statement_column_id (st, 5);
  link->submission = comark_statement_column_id (st, 6);
  link->fields = comark_statement_column_text (st, 7);
  link->digest = comark_statement_column_text (st, 8);
  link->prev = comark_statement_column_text (st, 9);
}

/* What the entry now being read has to follow. */
typedef struct
{
  gint64 seq;
  char *hash;
  const char *wanted_head;
  gboolean head_seen;
} Chain;

static gboolean
follows (ComarkStatement *st, Chain *chain)
{
  g_autofree char *hash = NULL;
  const char *stored = comark_statement_column_text (st, 10);
  Link link;

  read_link (st, &link);
  hash = hash_link (&link);
  if (link.seq != chain->seq + 1 || g_strcmp0 (link.prev, chain->hash) != 0
      || g_strcmp0 (hash, stored) != 0)
    return FALSE;
  chain->seq = link.seq;
  g_free (chain->hash);
  chain->hash = g_steal_pointer (&hash);
  if (g_strcmp0 (chain->hash, chain->wanted_head) == 0)
    chain->head_seen = TRUE;
  return TRUE;
}

static gboolean
follow (ComarkSql *sql, Chain *chain, gboolean *broken, GCancellable *cancellable, GError **error)
{
  g_autoptr (ComarkStatement) st
    = comark_sql_query (sql, error,
                        "SELECT " ROW_COLUMNS ", digest, prev, hash FROM log ORDER BY seq", NULL);
  gboolean row;

  *broken = FALSE;
  if (st == NULL)
    return FALSE;
  while (!g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      if (!comark_statement_step (st, &row, error))
        return FALSE;
      *broken = row && !follows (st, chain);
      if (!row || *broken)
        return TRUE;
    }
  return FALSE;
}

gboolean
comark_log_verify (ComarkSql *sql, const char *head, gint64 *bad_seq, GCancellable *cancellable,
                   GError **error)
{
  Chain chain = { 0, g_strdup (""), head, head == NULL || *head == '\0' };
  gboolean broken, ok = follow (sql, &chain, &broken, cancellable, error);

  *bad_seq = ok && (broken || !chain.head_seen) ? chain.seq + 1 : 0;
  g_free (chain.hash);
  return ok;
}

static gboolean
is_digest_of (ComarkStatement *st, const char *payload)
{
  g_autoptr (GBytes) salt = comark_statement_column_bytes (st, 1);
  g_autofree char *digest = NULL;
  gsize length;
  const guint8 *data;

  if (salt == NULL)
    return FALSE;
  data = g_bytes_get_data (salt, &length);
  digest = digest_with (data, length, payload);
  return g_strcmp0 (digest, comark_statement_column_text (st, 0)) == 0;
}

gboolean
comark_log_matches (ComarkSql *sql, gint64 seq, const char *payload, gboolean *matches,
                    GError **error)
{
  g_autoptr (ComarkStatement) st
    = comark_sql_query (sql, error,
                        "SELECT l.digest, s.salt FROM log l JOIN log_salt s ON s.seq = l.seq"
                        " WHERE l.seq = $1", "i", seq);
  gboolean row;

  *matches = FALSE;
  if (st == NULL || !comark_statement_step (st, &row, error))
    return FALSE;
  *matches = row && is_digest_of (st, payload);
  return TRUE;
}
