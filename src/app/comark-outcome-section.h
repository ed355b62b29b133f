/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the outcome rules say of the values agreed so far: the outcome reached, score with the
 * profile of the sections beside it, the rung of the ladder, the questions that the rules ask,
 * and every rule passed or not and why.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_OUTCOME_SECTION (comark_outcome_section_get_type ())
G_DECLARE_FINAL_TYPE (ComarkOutcomeSection, comark_outcome_section, COMARK, OUTCOME_SECTION,
                      AdwBin)

/* Of a dossier with an outcome report. */
void comark_outcome_section_set_dossier (ComarkOutcomeSection *self, ComarkDossier *dossier);

G_END_DECLS
