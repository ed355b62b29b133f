/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of the two halves of a meeting: its phase, the prompts and turns of the rounds, pauses.
 * Writes belong in the caller's open transaction.
 */
#pragma once

#include "comark-meeting.h"
#include "comark-sql.h"

G_BEGIN_DECLS

/* Fills prompts and turns of @meeting. */
gboolean comark_round_rows_read (ComarkSql *sql, ComarkMeeting *meeting, GError **error);

/* @prompts: in order. Those there are already stay as they were asked. */
gboolean comark_round_rows_add_prompts (ComarkSql *sql, const ComarkId *meeting,
                                        const char *const *prompts, GError **error);
gboolean comark_round_rows_set_phase (ComarkSql *sql, const ComarkId *meeting, const char *phase,
                                      GError **error);

/* The prompt in hand and who has the word now; @speaker none: nobody. */
gboolean comark_round_rows_set_speaker (ComarkSql *sql, const ComarkId *meeting, gint64 prompt,
                                        const ComarkId *speaker, gint64 now_ms, GError **error);

/* @how: "spoke" or "passed"; NULL takes a turn back. */
gboolean comark_round_rows_set_turn (ComarkSql *sql, const ComarkId *meeting, gint64 prompt,
                                     const ComarkId *person, const char *how, gint64 now_ms,
                                     GError **error);

/* @kind: "break" or "support". */
gboolean comark_round_rows_pause (ComarkSql *sql, const ComarkId *meeting, const char *kind,
                                  gint64 now_ms, GError **error);
/* The time of the pause is not the speaker's. */
gboolean comark_round_rows_resume (ComarkSql *sql, const ComarkId *meeting, gint64 now_ms,
                                   GError **error);

G_END_DECLS
