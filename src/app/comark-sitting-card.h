/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One meeting of panels, to fold out: when and where, the agenda with who leaves before which
 * item, who comes; for those who plan, the buttons to change it.
 */
#pragma once

#include <adwaita.h>

#include "comark-sitting.h"

G_BEGIN_DECLS

#define COMARK_TYPE_SITTING_CARD (comark_sitting_card_get_type ())
G_DECLARE_FINAL_TYPE (ComarkSittingCard, comark_sitting_card, COMARK, SITTING_CARD, AdwBin)

GtkWidget *comark_sitting_card_new (void);

/* @unplanned: of ComarkSubmission, what could be put on the agenda. */
void comark_sitting_card_set (ComarkSittingCard *self, ComarkSitting *sitting,
                              GPtrArray *unplanned);

void comark_sitting_card_unfold (ComarkSittingCard *self);

G_END_DECLS
