/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The log of one submission in sentences, for one viewer.
 */
#pragma once

#include "comark-desk.h"
#include "comark-history.h"

G_BEGIN_DECLS

/* What the viewer with @standing may know of, newest first. @sees_panel: who sits on the panel
 * is known to them. Returns: (transfer full) (element-type ComarkHistoryEntry) */
GPtrArray *comark_desk_read_history (ComarkDesk *desk, const ComarkId *submission,
                                     const ComarkStanding *standing, gboolean sees_panel,
                                     GError **error);

/* An act of the log as a sentence. Static. */
const char *comark_desk_act_words (const char *act);

/* TRUE if the act tells that somebody rates or has rated. */
gboolean comark_desk_act_is_of_a_review (const char *act);

G_END_DECLS
