/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list of all submissions that answer a query, however many. It holds their ordered ids (16
 * bytes a row) and, of the rows that somebody looked at lately, what the register says of them,
 * fetched 128 at a time by id. Until then a row is there without its submission.
 *
 * Nothing blocks: queries and fetches run on the register's reader, one of each at a time; a
 * newer query cancels an older one. When the register changes or the query is asked again the
 * list changes by the smallest steps, so that place, selection and focus stay where they are.
 *
 * Main thread. Items are ComarkSubmissionRow; the same id is the same row as long as it is kept.
 */
#pragma once

#include <gio/gio.h>

#include "comark-desk-submissions.h"
#include "comark-register.h"
#include "comark-submission-row.h"

G_BEGIN_DECLS

#define COMARK_TYPE_SUBMISSION_LIST (comark_submission_list_get_type ())
G_DECLARE_FINAL_TYPE (ComarkSubmissionList, comark_submission_list, COMARK, SUBMISSION_LIST,
                      GObject)

#define COMARK_SUBMISSION_LIST_PAGE 128

ComarkSubmissionList *comark_submission_list_new (void);

/* Follows @reg (nullable: an empty list). Forgets all rows. Does not query. */
void comark_submission_list_set_register (ComarkSubmissionList *self, ComarkRegister *reg);

/* Asks for the ids that answer @query, which is copied. Signal "answered" says when. */
void comark_submission_list_query (ComarkSubmissionList *self, const ComarkSubmissionQuery *query);

/* Asks the last query again, and for the rows in sight. Does nothing before the first query. */
void comark_submission_list_refresh (ComarkSubmissionList *self);

/* TRUE once it was asked anything since it was made or cleared. */
gboolean comark_submission_list_has_query (ComarkSubmissionList *self);

/* Forgets all rows and the query, and stops what is under way. */
void comark_submission_list_clear (ComarkSubmissionList *self);

/* How many there are without search and filter, as far as is known. */
guint comark_submission_list_get_total (ComarkSubmissionList *self);

/* Where @id stands. FALSE if it does not. Cost: the length of the list. */
gboolean comark_submission_list_find (ComarkSubmissionList *self, const ComarkId *id,
                                      guint *position);

/* Why the last query failed. Returns: (transfer none) (nullable) */
const GError *comark_submission_list_get_error (ComarkSubmissionList *self);

/* Signal "answered" (): a query has been answered and all its rows are there, or it failed. The
 * first of them may be there before. */

G_END_DECLS
