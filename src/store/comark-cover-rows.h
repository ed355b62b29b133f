/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of what members find in evidence items. Part of a review: whoever may read that may read
 * these.
 */
#pragma once

#include "comark-review.h"
#include "comark-sql.h"

G_BEGIN_DECLS

/* What holds now, of items that are still attached to the criterion; also what was taken back.
 * Returns: (transfer full) (element-type ComarkEvidenceCover) */
GPtrArray *comark_cover_rows_list (ComarkSql *sql, const ComarkId *review, GError **error);

/* The answer that holds and its number; COMARK_COVER_NONE and 0 for none. */
gboolean comark_cover_rows_find (ComarkSql *sql, const ComarkId *review, const char *criterion,
                                 const ComarkId *evidence, ComarkCover *cover, gint64 *n,
                                 GError **error);

/* Adds an answer as number @n; CONFLICT where there is one. @hash is nullable. */
gboolean comark_cover_rows_add (ComarkSql *sql, const ComarkId *review, const char *criterion,
                                const ComarkId *evidence, gint64 n, ComarkCover cover,
                                const char *hash, gint64 now_ms, GError **error);

/* Copies what holds to another review of the same person. */
gboolean comark_cover_rows_copy (ComarkSql *sql, const ComarkId *from, const ComarkId *to,
                                 GError **error);

G_END_DECLS
