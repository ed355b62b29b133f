/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The two halves of a meeting: rounds, in which everybody who is there is heard once to each
 * prompt and no rating is on any screen, then mapping. A meeting that is opened is neither: it may
 * go to its values at once, as before. Anybody of the panel may pause it at any time.
 */
#pragma once

#include "comark-desk.h"
#include "comark-meeting.h"

G_BEGIN_DECLS

/* From now on ratings, medians and agreed values are closed to everybody until the mapping. */
gboolean comark_desk_begin_rounds (ComarkDesk *desk, const char *ref, GError **error);
gboolean comark_desk_begin_mapping (ComarkDesk *desk, const char *ref, GError **error);

/* To the prompt in hand, @person has "spoke" or "passed"; "not-yet" takes it back. If they had
 * the word, the next in the order of comark_desk_speaking_order() has it. */
gboolean comark_desk_take_turn (ComarkDesk *desk, const char *ref, const ComarkId *person,
                                const char *how, GError **error);
gboolean comark_desk_give_word (ComarkDesk *desk, const char *ref, const ComarkId *person,
                                GError **error);

/* @n: from 1. The first who has not had a turn to it has the word. */
gboolean comark_desk_go_to_prompt (ComarkDesk *desk, const char *ref, gint64 n, GError **error);

/* @kind: "break" or "support". Who asked is in the log alone. */
gboolean comark_desk_pause_meeting (ComarkDesk *desk, const char *ref, const char *kind,
                                    GError **error);
gboolean comark_desk_resume_meeting (ComarkDesk *desk, const char *ref, GError **error);

/* Those who are there, in the order in which they speak to prompt @n. Pure.
 * Returns: (transfer container) (element-type ComarkAttendance) */
GPtrArray *comark_desk_speaking_order (ComarkMeeting *meeting, gint64 n);

/* "spoke", "passed" or NULL. Pure. */
const char *comark_desk_turn_of (ComarkMeeting *meeting, gint64 n, const ComarkId *person);

G_END_DECLS
