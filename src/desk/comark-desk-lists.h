/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What rows of lists and the dossier share.
 */
#pragma once

#include "comark-desk-submissions.h"

G_BEGIN_DECLS

/* Takes out of @submission what @standing may not know, and fills its type in words. */
gboolean comark_desk_finish_submission (ComarkDesk *desk, ComarkSubmission *submission,
                                        const ComarkStanding *standing, GError **error);

/* The submissions that desk->who may know of in @states (a set of 1 << ComarkState), the longest
 * untouched first. Returns: (transfer full) (element-type ComarkId) */
GArray *comark_desk_query_waiting (ComarkDesk *desk, guint states, GError **error);

G_END_DECLS
