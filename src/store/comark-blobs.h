/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Attachments, named by the SHA-256 of their bytes (64 lower-case hexadecimal digits), stored
 * once each in chunks of 256 KiB. Store the bytes first, then the row that refers to them.
 */
#pragma once

#include "comark-sql.h"
#include "comark-store.h"

G_BEGIN_DECLS

#define COMARK_BLOB_CHUNK_SIZE (256 * 1024)

/* Stores what @stream (which must be a GSeekable, at its start) holds; bytes already there are
 * not stored twice, and an interrupted transfer goes on where it stopped. Opens transactions
 * of its own: never inside another. More than COMARK_LIMIT_FILE_BYTES, or a stream that
 * changes meanwhile, is COMARK_STORE_ERROR_CONSTRAINT.
 * *size (nullable) gets the number of bytes. Returns: (transfer full) the hash, NULL on error */
char *comark_blobs_add (ComarkSql *sql, GInputStream *stream, gint64 now_ms,
                        ComarkProgress progress, gpointer progress_data,
                        GCancellable *cancellable, gint64 *size, GError **error);

/* The same for bytes in memory and for a file. */
char *comark_blobs_add_bytes (ComarkSql *sql, GBytes *bytes, gint64 now_ms, GError **error);
char *comark_blobs_add_file (ComarkSql *sql, const char *path, gint64 now_ms,
                             ComarkProgress progress, gpointer progress_data,
                             GCancellable *cancellable, gint64 *size, GError **error);

/* Writes the bytes of @hash to @out, which is not closed. If they are not those that were
 * stored: COMARK_STORE_ERROR_CORRUPT, after some were written (write to a temporary file).
 * An unknown or incomplete one is COMARK_STORE_ERROR_NOT_FOUND. */
gboolean comark_blobs_write (ComarkSql *sql, const char *hash, GOutputStream *out,
                             GCancellable *cancellable, GError **error);

/* All the bytes, verified. Returns: (transfer full) */
GBytes *comark_blobs_read (ComarkSql *sql, const char *hash, GError **error);

/* Are the stored bytes those of @hash? Errors as above. */
gboolean comark_blobs_verify (ComarkSql *sql, const char *hash, GCancellable *cancellable,
                              GError **error);

/* Number of bytes of a complete attachment. */
gboolean comark_blobs_get_size (ComarkSql *sql, const char *hash, gint64 *size, GError **error);

/* Removes what was begun or left unreferenced more than 24 hours before @now_ms. Not inside a
 * transaction. Returns: how many were removed, -1 on error */
gint64 comark_blobs_collect (ComarkSql *sql, gint64 now_ms, GError **error);

G_END_DECLS
