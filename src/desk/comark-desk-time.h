/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long a member's review takes, or what is left of it (comark-review-time.h).
 */
#pragma once

#include "comark-dossier.h"

G_BEGIN_DECLS

/* Minutes that the viewer's own review still takes, from what they may see: before the document
 * opens, for the ratings alone. 0 when all is answered. */
guint comark_dossier_minutes_left (ComarkDossier *dossier);

/* The same for desk->who, inside a step, where there is no dossier. */
gboolean comark_desk_minutes_left (ComarkDesk *desk, ComarkSubmission *submission,
                                   ComarkFramework *framework, guint *minutes, GError **error);

G_END_DECLS
