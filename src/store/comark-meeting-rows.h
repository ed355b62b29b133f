/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of a panel's meeting: who came, agreed values, judgements, dissent. Agreed values and
 * judgements are only ever added to; the newest holds and the others are its "before".
 */
#pragma once

#include "comark-meeting.h"
#include "comark-sql.h"

G_BEGIN_DECLS

/* The newest meeting of a round with its attendance (experts by experience before staff, then by
 * name). *meeting (transfer full) is NULL where there was none. */
gboolean comark_meeting_rows_latest (ComarkSql *sql, const ComarkId *submission, gint64 round,
                                     ComarkMeeting **meeting, GError **error);

gboolean comark_meeting_rows_open (ComarkSql *sql, const ComarkId *submission, gint64 round,
                                   const ComarkId *by, gint64 now_ms, ComarkId *id,
                                   GError **error);
/* @state: "adjourned" (with @because) or "closed". */
gboolean comark_meeting_rows_end (ComarkSql *sql, const ComarkId *meeting, const char *state,
                                  const char *because, gint64 now_ms, GError **error);
/* Open once more, after second thoughts. */
gboolean comark_meeting_rows_reopen (ComarkSql *sql, const ComarkId *meeting, GError **error);
/* @how: "room", "online", "phone" or "absent". Written over what was there for the person. */
gboolean comark_meeting_rows_attend (ComarkSql *sql, const ComarkId *meeting,
                                     const ComarkId *person, const char *how, gboolean deputy,
                                     gint64 now_ms, GError **error);

/* What holds for each criterion that was agreed, by id. (element-type ComarkAgreedValue) */
GPtrArray *comark_meeting_rows_list_agreed (ComarkSql *sql, const ComarkId *submission,
                                            gint64 round, GError **error);
gboolean comark_meeting_rows_add_agreed (ComarkSql *sql, const ComarkId *submission,
                                         gint64 round, const char *criterion, ComarkValue value,
                                         ComarkStrength strength, const char *because,
                                         const ComarkId *by, gint64 now_ms, GError **error);

/* The answer that holds for each question. (element-type ComarkJudgement) */
GPtrArray *comark_meeting_rows_list_judgements (ComarkSql *sql, const ComarkId *submission,
                                                gint64 round, GError **error);
gboolean comark_meeting_rows_add_judgement (ComarkSql *sql, const ComarkId *submission,
                                            gint64 round, const char *question, gboolean yes,
                                            const char *because, const ComarkId *by,
                                            gint64 now_ms, GError **error);

/* In the order in which it was said. (element-type ComarkDissent) */
GPtrArray *comark_meeting_rows_list_dissent (ComarkSql *sql, const ComarkId *submission,
                                             gint64 round, GError **error);
/* @criterion: "" for the outcome as a whole. */
gboolean comark_meeting_rows_add_dissent (ComarkSql *sql, const ComarkId *submission,
                                          gint64 round, const char *criterion,
                                          const ComarkId *person, const char *body,
                                          gint64 now_ms, GError **error);

G_END_DECLS
