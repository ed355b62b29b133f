/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of members' reviews: one a member, round and stage, with its ratings. A draft is its
 * author's alone: whoever calls these for somebody else asks for submitted ones.
 */
#pragma once

#include "comark-review.h"
#include "comark-sql.h"

G_BEGIN_DECLS

/* The submitted reviews of a round with their ratings, both stages, in the order of names.
 * Returns: (transfer full) (element-type ComarkReview) */
GPtrArray *comark_review_rows_list (ComarkSql *sql, const ComarkId *submission, gint64 round,
                                    GError **error);

/* One member's review of a stage, draft or submitted, with its ratings. *review (transfer full)
 * is NULL where there is none. */
gboolean comark_review_rows_find (ComarkSql *sql, const ComarkId *submission,
                                  const ComarkId *person, gint64 round, ComarkStage stage,
                                  ComarkReview **review, GError **error);

/* An empty draft of a first review, on the newest version of the document. */
gboolean comark_review_rows_add (ComarkSql *sql, const ComarkId *submission,
                                 const ComarkId *person, gint64 round, gint64 now_ms,
                                 ComarkId *id, GError **error);
/* A final review that begins as a copy of the submitted @first, ratings with their revs. It is
 * complete, so it counts from the start: there is no draft of it. */
gboolean comark_review_rows_copy (ComarkSql *sql, const ComarkId *first, gint64 now_ms,
                                  ComarkId *id, GError **error);

/* One rating as stored. *rating (transfer full) is NULL where there is none. */
gboolean comark_review_rows_find_rating (ComarkSql *sql, const ComarkId *review,
                                         const char *criterion, ComarkRating **rating,
                                         GError **error);
/* Writes one rating: a new row for @rev 0, else the row with that rev (CONFLICT if it is not
 * there). @value may be COMARK_VALUE_NONE: a reason typed before a level was chosen. */
gboolean comark_review_rows_put_rating (ComarkSql *sql, const ComarkId *review,
                                        const char *criterion, ComarkValue value,
                                        const char *reason, ComarkStrength strength, gint64 rev,
                                        gint64 now_ms, GError **error);
/* Keeps ratings as they are now beside the row that will be changed ("before and after").
 * @criterion NULL: all of the review. */
gboolean comark_review_rows_keep (ComarkSql *sql, const ComarkId *review, const char *criterion,
                                  gint64 now_ms, GError **error);

/* Something in it was written just now. */
gboolean comark_review_rows_touch (ComarkSql *sql, const ComarkId *review, gint64 now_ms,
                                   GError **error);

/* CONFLICT if @rev is not the newest. */
gboolean comark_review_rows_put_body (ComarkSql *sql, const ComarkId *review, const char *body,
                                      gint64 rev, gint64 now_ms, GError **error);
gboolean comark_review_rows_put_place (ComarkSql *sql, const ComarkId *review, const char *place,
                                       GError **error);
gboolean comark_review_rows_submit (ComarkSql *sql, const ComarkId *review, gint64 now_ms,
                                    GError **error);
/* Back to a draft. */
gboolean comark_review_rows_reopen (ComarkSql *sql, const ComarkId *review, gint64 now_ms,
                                    GError **error);

G_END_DECLS
