/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Noting a member's disagreement in their own words: one's own, or, for those who keep the
 * minutes, anybody's who was at the meeting.
 */
#pragma once

#include <gtk/gtk.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

/* TRUE if the viewer may note one now. */
gboolean comark_dissent_act_applies (ComarkDossier *dossier);

/* Asks for the words, then records them. @criterion: NULL for the outcome as a whole. */
void comark_dissent_act_ask (GtkWidget *page, ComarkDossier *dossier,
                             const ComarkCriterion *criterion);

G_END_DECLS
