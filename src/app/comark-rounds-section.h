/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first half of a meeting: one question at a time, who has the word, who has spoken. No
 * ratings. The timer counts in whole minutes and does nothing else.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_ROUNDS_SECTION (comark_rounds_section_get_type ())
G_DECLARE_FINAL_TYPE (ComarkRoundsSection, comark_rounds_section, COMARK, ROUNDS_SECTION, AdwBin)

/* @dossier: with a meeting that is in its rounds. */
void comark_rounds_section_set_dossier (ComarkRoundsSection *self, ComarkDossier *dossier);

G_END_DECLS
