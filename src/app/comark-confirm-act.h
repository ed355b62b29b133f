/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Recording that a contributor has confirmed a claim: by themselves, or in their name.
 */
#pragma once

#include <gtk/gtk.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

/* TRUE if the viewer may record one now. */
gboolean comark_confirm_act_applies (ComarkDossier *dossier);

/* Asks who, how and when, then records it. */
void comark_confirm_act_ask (GtkWidget *page, ComarkDossier *dossier,
                             const ComarkCriterion *criterion);

G_END_DECLS
