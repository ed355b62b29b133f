/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of what members handed in, each time they did: added once, never changed.
 */
#pragma once

#include "comark-review.h"
#include "comark-sql.h"

G_BEGIN_DECLS

/* Keeps @review as it stands now, as its next version. */
gboolean comark_review_version_rows_keep (ComarkSql *sql, const ComarkId *review, gint64 now_ms,
                                          GError **error);

/* Keeps the final reviews of a round, those that have changed since they were last kept. */
gboolean comark_review_version_rows_keep_finals (ComarkSql *sql, const ComarkId *submission,
                                                 gint64 round, gint64 now_ms, GError **error);

/* The newest version of @review was opened again. */
gboolean comark_review_version_rows_reopened (ComarkSql *sql, const ComarkId *review,
                                              gint64 now_ms, GError **error);

/* The versions of @person's reviews of @submission, over all rounds, oldest first; the last is a
 * final review that has changed since it was kept. A draft is none. With @only_submitted without
 * those of a review that is open again.
 * Returns: (transfer full) (element-type ComarkReviewVersion) */
GPtrArray *comark_review_version_rows_list (ComarkSql *sql, const ComarkId *submission,
                                            const ComarkId *person, gboolean only_submitted,
                                            GError **error);

/* How often @person has handed in a review of @submission, over all rounds. */
gboolean comark_review_version_rows_count (ComarkSql *sql, const ComarkId *submission,
                                           const ComarkId *person, gint64 *n, GError **error);

/* The newest of the versions of the document, before the newest that was submitted, that @person
 * has given ratings on; 0 in *n for none. */
gboolean comark_review_version_rows_rated (ComarkSql *sql, const ComarkId *submission,
                                           const ComarkId *person, gint64 *n, GError **error);

G_END_DECLS
