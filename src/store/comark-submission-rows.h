/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Submissions in the register. Who may see them is not asked here.
 */
#pragma once

#include "comark-sql.h"
#include "comark-submission.h"

G_BEGIN_DECLS

/* Longest reference there can be: "S-YYYY-" and a number. */
#define COMARK_REF_LENGTH_MAX 24

typedef enum
{
  COMARK_SORT_UPDATED, /* newest first */
  COMARK_SORT_REF,
  COMARK_SORT_TITLE,
  COMARK_SORT_STATE, /* in the order of a submission's life */
  COMARK_SORT_DUE,   /* those without a day last */
} ComarkSubmissionSort;

/* Ordered ids. @related_to (nullable): only what that person has to do with. @states: a set of
 * 1 << ComarkState, 0 for all. Returns: (transfer full) (element-type ComarkId) */
GArray *comark_submission_rows_query (ComarkSql *sql, const ComarkId *related_to, guint states,
                                      ComarkSubmissionSort sort, gboolean backwards,
                                      GError **error);

/* The rows of @n ids, in their order, NULL for those that are gone. Counts, spread and outcome
 * are filled for an all-seeing eye; type_words is left NULL.
 * Returns: (transfer full) (element-type ComarkSubmission) */
GPtrArray *comark_submission_rows_fetch (ComarkSql *sql, const ComarkId *ids, guint n,
                                         GError **error);

/* One of them; COMARK_STORE_ERROR_NOT_FOUND if it is gone. Returns: (transfer full) */
ComarkSubmission *comark_submission_rows_get (ComarkSql *sql, const ComarkId *id, GError **error);

/* COMARK_ID_NONE where there is none. */
gboolean comark_submission_rows_id_of (ComarkSql *sql, const char *ref, ComarkId *id,
                                       GError **error);
gboolean comark_submission_rows_get_state (ComarkSql *sql, const ComarkId *id, ComarkState *state,
                                           GError **error);
gboolean comark_submission_rows_get_round (ComarkSql *sql, const ComarkId *id, gint64 *round,
                                           GError **error);

/* Stores the details, ref, owner, framework and state of a new one; @ref_order sorts refs. */
gboolean comark_submission_rows_insert (ComarkSql *sql, ComarkSubmission *submission,
                                        gint64 ref_order, GError **error);

/* Stores the details (title to affects_carers, route) if rev is the stored one, else
 * COMARK_STORE_ERROR_CONFLICT. */
gboolean comark_submission_rows_update (ComarkSql *sql, ComarkSubmission *submission,
                                        gint64 now_ms, GError **error);

/* From @from to @to; COMARK_STORE_ERROR_CONFLICT if it is not in @from any more. */
gboolean comark_submission_rows_move (ComarkSql *sql, const ComarkId *id, ComarkState from,
                                      ComarkState to, gint64 now_ms, GError **error);
gboolean comark_submission_rows_touch (ComarkSql *sql, const ComarkId *id, gint64 now_ms,
                                       GError **error);
gboolean comark_submission_rows_set_submitted (ComarkSql *sql, const ComarkId *id, gint64 now_ms,
                                               GError **error);
gboolean comark_submission_rows_set_returned (ComarkSql *sql, const ComarkId *id,
                                              const char *because, GError **error);
gboolean comark_submission_rows_set_due (ComarkSql *sql, const ComarkId *id, const char *due_day,
                                         GError **error);
gboolean comark_submission_rows_set_round (ComarkSql *sql, const ComarkId *id, gint64 round,
                                           GError **error);

G_END_DECLS
