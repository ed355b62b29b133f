/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asking the owner (domain.md 3.1): while rating, each member writes what they want to know on a
 * criterion; the co-chairs put the questions of all in plain words, leave some out with a reason
 * to their author, and send the rest in one round. Meanwhile the clock of the review stands
 * still. The owner answers each, or 20 working days pass.
 *
 * Nobody but its author learns who asked: the questions have no name, no time and no order that
 * would tell it, and they are not in the history. They come with the dossier.
 */
#pragma once

#include "comark-desk.h"
#include "comark-owner-question.h"

G_BEGIN_DECLS

#define COMARK_DAYS_TO_ANSWER 20 /* working days */

/* ---- a member ---- */

/* desk->who's own question on @criterion as typed, for them alone; blank words drop it. CHANGED
 * if @rev (0: none was read) is not the newest. *new_rev (nullable): 0 once dropped. */
gboolean comark_desk_save_question (ComarkDesk *desk, const char *ref, const char *criterion,
                                    const char *words, gint64 rev, gint64 *new_rev,
                                    GError **error);

/* Hands it to the co-chairs; takes it back from them, also once it was left out. */
gboolean comark_desk_ask_question (ComarkDesk *desk, const char *ref, const char *criterion,
                                   GError **error);
gboolean comark_desk_take_back_question (ComarkDesk *desk, const char *ref, const char *criterion,
                                         GError **error);

/* desk->who has read why theirs was left out. */
gboolean comark_desk_note_question (ComarkDesk *desk, const char *ref, const char *criterion,
                                    GError **error);

/* ---- the co-chairs ---- */

/* In the words in which the owner will read it. */
gboolean comark_desk_word_question (ComarkDesk *desk, const char *ref, const ComarkId *question,
                                    const char *wording, gint64 rev, gint64 *new_rev,
                                    GError **error);
gboolean comark_desk_leave_out_question (ComarkDesk *desk, const char *ref,
                                         const ComarkId *question, const char *because,
                                         GError **error);
gboolean comark_desk_put_back_question (ComarkDesk *desk, const char *ref,
                                        const ComarkId *question, GError **error);

/* Sends all that are with the co-chairs: IN_REVIEW to CLARIFYING. MISSING if there is none. */
gboolean comark_desk_send_questions (ComarkDesk *desk, const char *ref, GError **error);

/* ---- the owner ---- */

gboolean comark_desk_save_answer (ComarkDesk *desk, const char *ref, const ComarkId *question,
                                  const char *answer, gint64 rev, gint64 *new_rev,
                                  GError **error);

/* Sends the answers, one to each question (else MISSING): back to IN_REVIEW, and the days to
 * rate by move on by the working days that it took. */
gboolean comark_desk_send_answers (ComarkDesk *desk, const char *ref, GError **error);

/* ---- the clock ---- */

/* Lets every review go on whose owner has not answered in time. In the log it is nobody's act;
 * desk->who may be anybody. *n (nullable): how many. */
gboolean comark_desk_end_overdue_askings (ComarkDesk *desk, guint *n, GError **error);

/* ---- reading, for the dossier and the to-do list ---- */

/* What desk->who with @standing may know of the questions of @round, by criterion.
 * Returns: (transfer full) (element-type ComarkOwnerQuestion) */
GPtrArray *comark_desk_read_questions (ComarkDesk *desk, const ComarkId *submission, gint64 round,
                                       const ComarkStanding *standing, GError **error);

/* The round, for those who may know the questions that were sent; *asking (transfer full) is
 * NULL for none. */
gboolean comark_desk_read_asking (ComarkDesk *desk, const ComarkId *submission, gint64 round,
                                  const ComarkStanding *standing, ComarkAsking **asking,
                                  GError **error);

G_END_DECLS
