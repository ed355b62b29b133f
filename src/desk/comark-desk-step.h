/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Moving a submission along the table of comark-workflow.h, inside the step of an act.
 */
#pragma once

#include "comark-desk.h"
#include "comark-submission.h"

G_BEGIN_DECLS

/* Looks at the state stored now, and moves it to where @event leads (which may be the same).
 * REFUSED with a sentence where @event cannot happen now; MISSING with one sentence a guard
 * where guards of the row are not in @met (of ComarkGuard). */
gboolean comark_desk_move (ComarkDesk *desk, const ComarkId *submission, ComarkEvent event,
                           guint met, GError **error);

/* Notes that something of the submission changed (its place in the list of the newest). */
gboolean comark_desk_touch (ComarkDesk *desk, const ComarkId *submission, GError **error);

G_END_DECLS
