/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Versions of the document of a submission. The bytes are in comark-blobs.h.
 */
#pragma once

#include "comark-document.h"
#include "comark-sql.h"

G_BEGIN_DECLS

/* All versions, oldest first. Returns: (transfer full) (element-type ComarkDocument) */
GPtrArray *comark_document_rows_list (ComarkSql *sql, const ComarkId *submission, GError **error);

/* The newest version. *document (transfer full) is NULL where there is none. */
gboolean comark_document_rows_newest (ComarkSql *sql, const ComarkId *submission,
                                      ComarkDocument **document, GError **error);

/* Adds @document as a version of @submission. */
gboolean comark_document_rows_insert (ComarkSql *sql, const ComarkId *submission,
                                      ComarkDocument *document, const ComarkId *by,
                                      GError **error);

/* Puts another file in the place of version @id, which nobody has submitted yet; CONFLICT if
 * somebody has. */
gboolean comark_document_rows_replace (ComarkSql *sql, ComarkDocument *document,
                                       const ComarkId *by, GError **error);

/* Freezes the newest version: it is what was submitted. */
gboolean comark_document_rows_freeze (ComarkSql *sql, const ComarkId *submission, gint64 now_ms,
                                      GError **error);

/* TRUE in *has if @hash is a version of the document or a piece of evidence of @submission. */
gboolean comark_document_rows_has_file (ComarkSql *sql, const ComarkId *submission,
                                        const char *hash, gboolean *has, GError **error);

G_END_DECLS
