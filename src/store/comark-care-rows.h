/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of content notes, and of practising before the first review.
 */
#pragma once

#include "comark-review.h"
#include "comark-sql.h"

G_BEGIN_DECLS

/* ---- content notes ---- */

/* *body (transfer full) is "" where there is none; *opened: @reader chose to open the document,
 * having read the note as it is. */
gboolean comark_care_rows_find_note (ComarkSql *sql, const ComarkId *submission,
                                     const ComarkId *reader, char **body, gboolean *opened,
                                     GError **error);
gboolean comark_care_rows_put_note (ComarkSql *sql, const ComarkId *submission, const char *body,
                                    GError **error);
gboolean comark_care_rows_set_opened (ComarkSql *sql, const ComarkId *submission,
                                      const ComarkId *reader, GError **error);

/* ---- practising ---- */

/* *how (transfer full) is "done", "waived", "before", or NULL. */
gboolean comark_care_rows_find_practice (ComarkSql *sql, const ComarkId *person, char **how,
                                         GError **error);

/* The first time counts. @by: none for the person themselves. */
gboolean comark_care_rows_put_practice (ComarkSql *sql, const ComarkId *person, const char *how,
                                        const char *because, const ComarkId *by, gint64 now_ms,
                                        GError **error);

/* What @person answered. Returns: (transfer full) (element-type ComarkRating) */
GPtrArray *comark_care_rows_list_practice_ratings (ComarkSql *sql, const ComarkId *person,
                                                   const char *practice, GError **error);
gboolean comark_care_rows_put_practice_rating (ComarkSql *sql, const ComarkId *person,
                                               const char *practice, const char *criterion,
                                               ComarkValue value, const char *reason,
                                               ComarkStrength strength, GError **error);

G_END_DECLS
