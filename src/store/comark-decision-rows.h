/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of decisions: the outcome with its signatures and conditions, and what contributors were
 * told. A decision taken back after second thoughts stays as a row and is no longer found.
 */
#pragma once

#include "comark-decision.h"
#include "comark-sql.h"

G_BEGIN_DECLS

/* The decision that stands, with signatures (oldest first) and conditions. *decision (transfer
 * full) is NULL where there is none. */
gboolean comark_decision_rows_find (ComarkSql *sql, const ComarkId *submission, gint64 round,
                                    ComarkDecision **decision, GError **error);

/* Stores @decision but for its signatures and what seals it. */
gboolean comark_decision_rows_add (ComarkSql *sql, const ComarkId *submission,
                                   ComarkDecision *decision, const ComarkId *by, GError **error);
/* Adding the same signature twice is one. */
/* Another wording of the letter: number @n, from 2; CONFLICT if there is one. */
gboolean comark_decision_rows_add_letter (ComarkSql *sql, const ComarkId *decision, gint64 n,
                                          const char *body, const ComarkId *by, gint64 now_ms,
                                          GError **error);

/* All wordings, oldest first. Returns: (transfer full) (element-type ComarkLetter) */
GPtrArray *comark_decision_rows_list_letters (ComarkSql *sql, const ComarkId *decision,
                                              GError **error);

gboolean comark_decision_rows_sign (ComarkSql *sql, const ComarkId *decision,
                                    const ComarkId *person, gint64 now_ms, GError **error);
/* CONFLICT if it is sealed already, or @rev is not the newest. */
gboolean comark_decision_rows_seal (ComarkSql *sql, const ComarkId *decision, gint64 rev,
                                    const ComarkId *by, gint64 now_ms, GError **error);
/* Takes an unsealed decision back. */
gboolean comark_decision_rows_take_back (ComarkSql *sql, const ComarkId *decision, gint64 rev,
                                         const char *because, gint64 now_ms, GError **error);

/* One co-chair's word that a condition is met; a second word of the same person replaces it. */
gboolean comark_decision_rows_say_met (ComarkSql *sql, const ComarkId *decision,
                                       const char *criterion, const ComarkId *person,
                                       ComarkValue value, ComarkStrength strength,
                                       const char *because, gint64 now_ms, GError **error);
/* The newest word of a co-chair of the other kind than @not_of. *value is COMARK_VALUE_NONE if
 * there is none; *name (transfer full, nullable) is whose word it is. */
gboolean comark_decision_rows_other_word (ComarkSql *sql, const ComarkId *decision,
                                          const char *criterion, ComarkMemberKind not_of,
                                          ComarkValue *value, ComarkStrength *strength,
                                          char **name, GError **error);
gboolean comark_decision_rows_meet (ComarkSql *sql, const ComarkId *decision,
                                    const char *criterion, const char *because, gint64 now_ms,
                                    GError **error);

/* Oldest first. (element-type ComarkTold) */
GPtrArray *comark_decision_rows_list_told (ComarkSql *sql, const ComarkId *submission,
                                           gint64 round, GError **error);
gboolean comark_decision_rows_add_told (ComarkSql *sql, const ComarkId *submission, gint64 round,
                                        const char *day, const char *how, const char *body,
                                        const ComarkId *by, gint64 now_ms, GError **error);

G_END_DECLS
