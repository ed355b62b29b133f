/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of the register of marks. What a certificate says is frozen in its row at issue.
 */
#pragma once

#include "comark-mark.h"
#include "comark-sql.h"

G_BEGIN_DECLS

/* Newest first, without events. (element-type ComarkMark) */
GPtrArray *comark_mark_rows_list (ComarkSql *sql, GError **error);

/* Each answers one mark with its events; *mark (transfer full) is NULL where there is none. */
gboolean comark_mark_rows_find (ComarkSql *sql, const char *number, ComarkMark **mark,
                                GError **error);
gboolean comark_mark_rows_of (ComarkSql *sql, const ComarkId *submission, ComarkMark **mark,
                              GError **error);
/* The newest mark on a document with this SHA-256. */
gboolean comark_mark_rows_for_hash (ComarkSql *sql, const char *document_hash, ComarkMark **mark,
                                    GError **error);

/* A submission with a document version of this SHA-256, COMARK_ID_NONE if there is none. */
gboolean comark_mark_rows_submission_with (ComarkSql *sql, const char *document_hash,
                                           ComarkId *submission, GError **error);

/* Stores @mark, but for its events, as the mark of @decision and @document. */
gboolean comark_mark_rows_add (ComarkSql *sql, ComarkMark *mark, const ComarkId *decision,
                               const ComarkId *document, const ComarkId *by, GError **error);
/* @because: "" unless revoked. CONFLICT if @rev is not the newest. */
gboolean comark_mark_rows_set_state (ComarkSql *sql, const ComarkId *mark, gint64 rev,
                                     ComarkMarkState state, const char *because, GError **error);
/* @what: "issued", "printed", "exported" or "revoked". */
gboolean comark_mark_rows_add_event (ComarkSql *sql, const ComarkId *mark, const char *what,
                                     const char *format, const ComarkId *by, gint64 now_ms,
                                     GError **error);

G_END_DECLS
