/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How well something is shown: a radio button for each strength, so that what is chosen is always
 * in sight. A drop-down opened by key began at the row of the criterion before.
 */
#pragma once

#include <adwaita.h>

#include "comark-types.h"

G_BEGIN_DECLS

#define COMARK_TYPE_STRENGTH_CHOICE (comark_strength_choice_get_type ())
G_DECLARE_FINAL_TYPE (ComarkStrengthChoice, comark_strength_choice, COMARK, STRENGTH_CHOICE,
                      AdwBin)

/* Property "none-words" (string, write-only): what the choice of no strength is called.
 * Signal "changed" (): the person chose another; not for comark_strength_choice_set(). */

void comark_strength_choice_set (ComarkStrengthChoice *self, ComarkStrength strength);

ComarkStrength comark_strength_choice_get (ComarkStrengthChoice *self);

G_END_DECLS
