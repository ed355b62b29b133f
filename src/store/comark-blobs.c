/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Storing an attachment reads it twice: for its hash, which is its name, and for its chunks. A
 * chunk that is there already (an interrupted transfer) is not sent again; only when the bytes
 * read the second time have the same hash is it complete.
 */
#include "comark-blobs.h"

#include <string.h>

#include "comark-limits.h"

/* How much is written in one transaction: others can write in between. */
#define CHUNKS_A_TRANSACTION 16

typedef struct
{
  ComarkSql *sql;
  GInputStream *stream;
  gint64 now_ms;
  ComarkProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;

  char *hash;
  gint64 size;

  guint8 *buffer;  /* one chunk */
  GChecksum *sum;  /* of the second reading */
  gint64 n_stored; /* chunks passed */
  gboolean at_end;
  gboolean complete; /* somebody had stored all of it before */
  gboolean begun;    /* or some of it */
} Transfer;

static void
clear_transfer (Transfer *transfer)
{
  g_clear_pointer (&transfer->hash, g_free);
  g_clear_pointer (&transfer->buffer, g_free);
  g_clear_pointer (&transfer->sum, g_checksum_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Transfer, clear_transfer)

static void
report (Transfer *transfer, double fraction)
{
  if (transfer->progress != NULL)
    transfer->progress (fraction, transfer->progress_data);
}

static gboolean
read_chunk (Transfer *transfer, gsize *length, GError **error)
{
  return g_input_stream_read_all (transfer->stream, transfer->buffer, COMARK_BLOB_CHUNK_SIZE,
                                  length, transfer->cancellable, error);
}

static gboolean
refuse_size (GError **error)
{
  g_set_error (error, COMARK_STORE_ERROR, COMARK_STORE_ERROR_CONSTRAINT,
               "The file is larger than %d MB, which is the most a register takes.",
               (int) (COMARK_LIMIT_FILE_BYTES / (1024 * 1024)));
  return FALSE;
}

static gboolean
read_hash (Transfer *transfer, GError **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize length;

  do
    {
      if (!read_chunk (transfer, &length, error))
        return FALSE;
      g_checksum_update (sum, transfer->buffer, (gssize) length);
      transfer->size += (gint64) length;
      if (transfer->size > COMARK_LIMIT_FILE_BYTES)
        return refuse_size (error);
    }
  while (length > 0);
  transfer->hash = g_strdup (g_checksum_get_string (sum));
  return g_seekable_seek (G_SEEKABLE (transfer->stream), 0, G_SEEK_SET, transfer->cancellable,
                          error);
}

/* Begins, or finds what was begun; either way it is not abandoned from now on. */
static gboolean
announce (ComarkSql *sql, gpointer data, GError **error)
{
  Transfer *transfer = data;
  gint64 complete, n_chunks;

  if (comark_sql_exec (sql, error,
                       "INSERT INTO blob_store (hash, size, complete, at) VALUES ($1, $2, 0, $3)"
                       " ON CONFLICT (hash) DO UPDATE SET at = $3", "tii", transfer->hash,
                       transfer->size, transfer->now_ms) < 0
      || !comark_sql_query_int (sql, &complete, error,
                                "SELECT complete FROM blob_store WHERE hash = $1", "t",
                                transfer->hash)
      || !comark_sql_query_int (sql, &n_chunks, error,
                                "SELECT count(*) FROM blob_chunk WHERE hash = $1", "t",
                                transfer->hash))
    return FALSE;
  transfer->complete = complete == 1;
  transfer->begun = n_chunks > 0;
  return TRUE;
}

/* What was stored of it before may be damaged: a chunk is replaced, not trusted. */
static gboolean
store_chunk (Transfer *transfer, gsize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (transfer->buffer, length);
  gint64 there = 0;

  if (transfer->begun
      && !comark_sql_query_int (transfer->sql, &there, error,
                                "SELECT count(*) FROM blob_chunk WHERE hash = $1 AND n = $2"
                                " AND data = $3", "tib", transfer->hash, transfer->n_stored,
                                bytes))
    return FALSE;
  if (there == 1)
    return TRUE;
  return comark_sql_exec (transfer->sql, error,
                          "INSERT INTO blob_chunk (hash, n, data) VALUES ($1, $2, $3)"
                          " ON CONFLICT (hash, n) DO UPDATE SET data = $3", "tib",
                          transfer->hash, transfer->n_stored, bytes) >= 0;
}

static gboolean
store_some (ComarkSql *sql, gpointer data, GError **error)
{
  Transfer *transfer = data;
  gsize length;

  for (int i = 0; i < CHUNKS_A_TRANSACTION && !transfer->at_end; i++)
    {
      if (!read_chunk (transfer, &length, error))
        return FALSE;
      transfer->at_end = length < COMARK_BLOB_CHUNK_SIZE;
      g_checksum_update (transfer->sum, transfer->buffer, (gssize) length);
      if (length > 0 && !store_chunk (transfer, length, error))
        return FALSE;
      transfer->n_stored += length > 0;
    }
  return TRUE;
}

static gboolean
finish (ComarkSql *sql, gpointer data, GError **error)
{
  Transfer *transfer = data;

  return comark_sql_exec_one (sql, error, "UPDATE blob_store SET complete = 1 WHERE hash = $1",
                              "t", transfer->hash);
}

static gboolean
do_write (Transfer *transfer, ComarkSqlFunc func, GError **error)
{
  return comark_sql_transaction (transfer->sql, COMARK_SQL_WRITE, func, transfer, error);
}

static gboolean
store_all (Transfer *transfer, GError **error)
{
  while (!transfer->at_end)
    {
      if (!do_write (transfer, store_some, error))
        return FALSE;
      report (transfer, transfer->size ? MIN (1.0, (double) transfer->n_stored
                                                     * COMARK_BLOB_CHUNK_SIZE / transfer->size)
                                       : 1.0);
    }
  if (g_str_equal (g_checksum_get_string (transfer->sum), transfer->hash))
    return do_write (transfer, finish, error);
  g_set_error_literal (error, COMARK_STORE_ERROR, COMARK_STORE_ERROR_CONSTRAINT,
                       "The file changed while it was being stored. Please try again.");
  return FALSE;
}

char *
comark_blobs_add (ComarkSql *sql, GInputStream *stream, gint64 now_ms, ComarkProgress progress,
                  gpointer progress_data, GCancellable *cancellable, gint64 *size, GError **error)
{
  g_auto (Transfer) transfer
    = { sql, stream, now_ms, progress, progress_data, cancellable };

  g_return_val_if_fail (G_IS_SEEKABLE (stream), NULL);
  g_return_val_if_fail (!comark_sql_in_transaction (sql), NULL);
  transfer.buffer = g_malloc (COMARK_BLOB_CHUNK_SIZE);
  transfer.sum = g_checksum_new (G_CHECKSUM_SHA256);
  if (!read_hash (&transfer, error) || !do_write (&transfer, announce, error))
    return NULL;
  if (!transfer.complete && !store_all (&transfer, error))
    return NULL;
  report (&transfer, 1.0);
  if (size != NULL)
    *size = transfer.size;
  return g_steal_pointer (&transfer.hash);
}

char *
comark_blobs_add_bytes (ComarkSql *sql, GBytes *bytes, gint64 now_ms, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  return comark_blobs_add (sql, stream, now_ms, NULL, NULL, NULL, NULL, error);
}

char *
comark_blobs_add_file (ComarkSql *sql, const char *path, gint64 now_ms, ComarkProgress progress,
                       gpointer progress_data, GCancellable *cancellable, gint64 *size,
                       GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);

  if (stream == NULL)
    return NULL;
  return comark_blobs_add (sql, G_INPUT_STREAM (stream), now_ms, progress, progress_data,
                           cancellable, size, error);
}

static gboolean
explain_missing (GError **error)
{
  g_set_error_literal (error, COMARK_STORE_ERROR, COMARK_STORE_ERROR_NOT_FOUND,
                       "The attachment is not in the register, or not all of it.");
  return FALSE;
}

gboolean
comark_blobs_get_size (ComarkSql *sql, const char *hash, gint64 *size, GError **error)
{
  g_autoptr (ComarkStatement) st
    = comark_sql_query (sql, error,
                        "SELECT size FROM blob_store WHERE hash = $1 AND complete = 1", "t", hash);
  gboolean row;

  if (st == NULL || !comark_statement_step (st, &row, error))
    return FALSE;
  if (!row)
    return explain_missing (error);
  *size = comark_statement_column_int (st, 0);
  return TRUE;
}

/* Chunk by chunk, so that the memory needed is one chunk's. NULL without error: no such chunk */
static GBytes *
read_stored (ComarkSql *sql, const char *hash, gint64 n, GError **error)
{
  g_autoptr (ComarkStatement) st
    = comark_sql_query (sql, error, "SELECT data FROM blob_chunk WHERE hash = $1 AND n = $2",
                        "ti", hash, n);
  gboolean row;

  if (st == NULL || !comark_statement_step (st, &row, error) || !row)
    return NULL;
  return comark_statement_column_bytes (st, 0);
}

static gboolean
explain_damaged (GError **error, const char *why)
{
  g_debug ("attachment: %s", why);
  g_set_error_literal (error, COMARK_STORE_ERROR, COMARK_STORE_ERROR_CORRUPT,
                       "The attachment in the register is damaged: it is not what was stored.");
  return FALSE;
}

static gboolean
pass_chunk (ComarkSql *sql, const char *hash, gint64 n, gint64 *left, GChecksum *sum,
            GOutputStream *out, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GBytes) chunk = read_stored (sql, hash, n, &problem);
  gsize length;
  const void *data;

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (chunk == NULL)
    return explain_damaged (error, "chunk missing");
  data = g_bytes_get_data (chunk, &length);
  if (length == 0 || (gint64) length > *left)
    return explain_damaged (error, "chunk of the wrong size");
  *left -= (gint64) length;
  g_checksum_update (sum, data, (gssize) length);
  if (out == NULL)
    return !g_cancellable_set_error_if_cancelled (cancellable, error);
  return g_output_stream_write_all (out, data, length, NULL, cancellable, error);
}

/* @out is NULL if the bytes are only to be verified. */
static gboolean
pass_all (ComarkSql *sql, const char *hash, GOutputStream *out, GCancellable *cancellable,
          GError **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  gint64 left;

  if (!comark_blobs_get_size (sql, hash, &left, error))
    return FALSE;
  for (gint64 n = 0; left > 0; n++)
    if (!pass_chunk (sql, hash, n, &left, sum, out, cancellable, error))
      return FALSE;
  return g_str_equal (g_checksum_get_string (sum), hash)
         || explain_damaged (error, "other bytes");
}

gboolean
comark_blobs_write (ComarkSql *sql, const char *hash, GOutputStream *out,
                    GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (out), FALSE);

  return pass_all (sql, hash, out, cancellable, error);
}

gboolean
comark_blobs_verify (ComarkSql *sql, const char *hash, GCancellable *cancellable, GError **error)
{
  return pass_all (sql, hash, NULL, cancellable, error);
}

GBytes *
comark_blobs_read (ComarkSql *sql, const char *hash, GError **error)
{
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();

  if (!comark_blobs_write (sql, hash, out, NULL, error)
      || !g_output_stream_close (out, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}
