/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dates that follow from a decision or a mark (domain.md 2.4 and 3.1, decisions.md 1, 4).
 * Days in and out are ISO 8601 text. Each function gives NULL for a day that is none; what is
 * returned is (transfer full). Months are of the calendar: where the month is too short, its last
 * day (29 February and 12 months gives 28 February).
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define COMARK_VALIDITY_MONTHS 24
#define COMARK_VALIDITY_RENEWAL_MONTHS 6
#define COMARK_VALIDITY_UNCHANGED_MONTHS 12
#define COMARK_VALIDITY_APPEAL_WORKING_DAYS 20
#define COMARK_VALIDITY_SUSPENDED_DAYS 30
#define COMARK_VALIDITY_UNCHANGED_ANSWER_DAYS 30
#define COMARK_VALIDITY_CONDITIONS_MONTHS 3
#define COMARK_VALIDITY_DEFERRED_MONTHS 6
#define COMARK_VALIDITY_WINDOW_DEFAULT 2 /* working days of second thoughts */
#define COMARK_VALIDITY_WINDOW_MAX 10

/* @months may be negative; at most 1200 either way. */
char *comark_validity_add_months (const char *day, int months);
/* @days may be negative; at most 36500 either way. */
char *comark_validity_add_days (const char *day, int days);

/* The last day on which the mark is valid: 24 months after the award, or the document's own
 * review day if that is sooner. @review_day: (nullable): NULL or "" for none. NULL if the review
 * day is before the award: such a document is reviewed first, not marked. */
char *comark_validity_until (const char *awarded, const char *review_day);

/* The first day of the renewal window. */
char *comark_validity_renewal_opens (const char *until);

/* The day of the question "unchanged?". Also NULL if the mark ends on or before that day. */
char *comark_validity_unchanged_due (const char *awarded, const char *until);

/* The first day on which a decision may be sealed: @window working days after it was made.
 * @window: 0 (the same day) to 10; NULL outside. */
char *comark_validity_sealing_from (const char *decided, guint window,
                                    const char *const *holidays);

/* The last day for an appeal: the 20th working day after sealing. */
char *comark_validity_appeal_until (const char *sealed, const char *const *holidays);

/* TRUE if @today is after @until. FALSE if either is no day. */
gboolean comark_validity_is_over (const char *until, const char *today);

G_END_DECLS
