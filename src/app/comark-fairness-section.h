/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What to look at once more before the panel decides: comark-fairness.h as a list, each point a
 * button that leads to where it is looked after.
 */
#pragma once

#include <adwaita.h>

#include "comark-fairness.h"

G_BEGIN_DECLS

#define COMARK_TYPE_FAIRNESS_SECTION (comark_fairness_section_get_type ())
G_DECLARE_FINAL_TYPE (ComarkFairnessSection, comark_fairness_section, COMARK, FAIRNESS_SECTION,
                      AdwBin)

/* Signal "chosen" (const ComarkFairnessPoint *), valid during the emission. */

void comark_fairness_section_set_dossier (ComarkFairnessSection *self, ComarkDossier *dossier);

G_END_DECLS
