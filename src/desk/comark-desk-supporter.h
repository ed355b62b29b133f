/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Recorded on behalf of: a member lets somebody type their review, where they are signed in. What
 * is typed is marked so wherever it is shown, is logged as done by who typed it, and counts only
 * once the member has confirmed it or put it in their own words.
 */
#pragma once

#include "comark-desk.h"

G_BEGIN_DECLS

/* From now on what is saved in desk->who's first review of @ref was typed by @supporter, somebody
 * on the register without a part in the submission or a seat on its panel; NULL: by somebody
 * called @name who is not on the register. */
gboolean comark_desk_let_write (ComarkDesk *desk, const char *ref, const ComarkId *supporter,
                                const char *name, GError **error);

/* From now on the member types again. What was recorded still waits for them to confirm it. */
gboolean comark_desk_stop_writing (ComarkDesk *desk, const char *ref, GError **error);

/* The member: what was typed for me are my answers. They type themselves from then on. */
gboolean comark_desk_confirm_recorded (ComarkDesk *desk, const char *ref, GError **error);

/* Who may be let in: active, and no part of their own in it. By name.
 * Returns: (transfer full) (element-type ComarkPerson) */
GPtrArray *comark_desk_list_supporters (ComarkDesk *desk, const char *ref, GError **error);

/* What waits for the member of @review to confirm it, as one sentence; NULL for nothing. */
gboolean comark_desk_find_unconfirmed (ComarkDesk *desk, const ComarkId *review, char **sentence,
                                       GError **error);

G_END_DECLS
