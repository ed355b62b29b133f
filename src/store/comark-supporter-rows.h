/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of those who type for a member, and of what they typed.
 */
#pragma once

#include "comark-review.h"
#include "comark-sql.h"

G_BEGIN_DECLS

/* Whom @person lets write their review of @submission now. *supporter (transfer full) is NULL for
 * nobody. */
gboolean comark_supporter_rows_find (ComarkSql *sql, const ComarkId *submission,
                                     const ComarkId *person, ComarkSupporter **supporter,
                                     GError **error);

/* Lets one in; an earlier one of the same member ends. @supporter->person may be none. */
gboolean comark_supporter_rows_let (ComarkSql *sql, const ComarkId *submission,
                                    const ComarkId *member, ComarkSupporter *supporter,
                                    const ComarkId *by, gint64 now_ms, GError **error);
gboolean comark_supporter_rows_end (ComarkSql *sql, const ComarkId *submission,
                                    const ComarkId *member, gint64 now_ms, GError **error);

/* Notes that @recorder (none: somebody who is not on the register) called @name typed this, and
 * how it stands with the member: "waiting", or what a file says. */
gboolean comark_supporter_rows_record (ComarkSql *sql, const ComarkId *review,
                                       const char *criterion, const ComarkId *recorder,
                                       const char *name, const char *state, gint64 now_ms,
                                       GError **error);

/* The member put this one in their own words; confirmed all that waited. */
gboolean comark_supporter_rows_correct (ComarkSql *sql, const ComarkId *review,
                                        const char *criterion, gint64 now_ms, GError **error);
gboolean comark_supporter_rows_confirm (ComarkSql *sql, const ComarkId *review, gint64 now_ms,
                                        GError **error);

/* What was typed for the author of @review, by criterion.
 * Returns: (transfer full) (element-type ComarkRecorded) */
GPtrArray *comark_supporter_rows_list (ComarkSql *sql, const ComarkId *review, GError **error);

/* The final review begins as a copy of the first, this as well. */
gboolean comark_supporter_rows_copy (ComarkSql *sql, const ComarkId *from, const ComarkId *to,
                                     GError **error);

G_END_DECLS
