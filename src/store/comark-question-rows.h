/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of questions to the owner. Facts as stored: whose words who may read, the desk says.
 */
#pragma once

#include "comark-owner-question.h"
#include "comark-sql.h"

G_BEGIN_DECLS

/* All of a round; own is @reader's. Sorted by what the co-chairs make of them, so that their
 * order tells nothing of who asked when.
 * Returns: (transfer full) (element-type ComarkOwnerQuestion) */
GPtrArray *comark_question_rows_list (ComarkSql *sql, const ComarkId *submission, gint64 round,
                                      const ComarkId *reader, GError **error);

/* *question (transfer full) is NULL where there is none. */
gboolean comark_question_rows_find (ComarkSql *sql, const ComarkId *submission, gint64 round,
                                    const ComarkId *reader, const ComarkId *id,
                                    ComarkOwnerQuestion **question, GError **error);
gboolean comark_question_rows_find_own (ComarkSql *sql, const ComarkId *submission, gint64 round,
                                        const ComarkId *person, const char *criterion,
                                        ComarkOwnerQuestion **question, GError **error);

/* A new draft. */
gboolean comark_question_rows_add (ComarkSql *sql, const ComarkId *id, const ComarkId *submission,
                                   gint64 round, const ComarkId *person, const char *criterion,
                                   const char *words, GError **error);
gboolean comark_question_rows_drop (ComarkSql *sql, const ComarkId *id, GError **error);

/* CONFLICT if @rev is not the newest. */
gboolean comark_question_rows_set_words (ComarkSql *sql, const ComarkId *id, gint64 rev,
                                         const char *words, GError **error);
gboolean comark_question_rows_set_wording (ComarkSql *sql, const ComarkId *id, gint64 rev,
                                           const char *wording, GError **error);
gboolean comark_question_rows_set_answer (ComarkSql *sql, const ComarkId *id, gint64 rev,
                                          const char *answer, GError **error);

/* @because: "" but for LEFT_OUT; nothing is noted any more. ASKED begins with the author's words
 * as the wording, unless it was left out before. */
gboolean comark_question_rows_move (ComarkSql *sql, const ComarkId *id, ComarkQuestionState from,
                                    ComarkQuestionState to, const char *because, GError **error);
gboolean comark_question_rows_set_noted (ComarkSql *sql, const ComarkId *id, GError **error);

/* All of a round from one state to another. Returns: how many; -1 on an error */
gint64 comark_question_rows_move_all (ComarkSql *sql, const ComarkId *submission, gint64 round,
                                      ComarkQuestionState from, ComarkQuestionState to,
                                      GError **error);

/* ---- the round ---- */

/* *asking (transfer full) is NULL where nothing was sent. */
gboolean comark_question_rows_find_asking (ComarkSql *sql, const ComarkId *submission,
                                           gint64 round, ComarkAsking **asking, GError **error);

/* CONFLICT where one was begun already. */
gboolean comark_question_rows_begin_asking (ComarkSql *sql, const ComarkId *submission,
                                            gint64 round, const ComarkId *by, gint64 now_ms,
                                            const char *day, const char *due_day, GError **error);
gboolean comark_question_rows_end_asking (ComarkSql *sql, const ComarkId *submission,
                                          gint64 round, gint64 now_ms, gboolean answered,
                                          GError **error);

/* Submissions that wait for an answer whose day is before @today.
 * Returns: (transfer full) (element-type ComarkId) */
GArray *comark_question_rows_overdue (ComarkSql *sql, const char *today, GError **error);

G_END_DECLS
