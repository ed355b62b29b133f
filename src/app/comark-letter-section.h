/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The letter to the owner once it is decided: as it stands, worded again until somebody signs,
 * with advice on plain words while it is written, and its earlier wordings for the panel.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_LETTER_SECTION (comark_letter_section_get_type ())
G_DECLARE_FINAL_TYPE (ComarkLetterSection, comark_letter_section, COMARK, LETTER_SECTION, AdwBin)

/* @dossier has a decision. */
void comark_letter_section_set_dossier (ComarkLetterSection *self, ComarkDossier *dossier);

/* Starts saving words that wait for the person to rest. */
void comark_letter_section_flush (ComarkLetterSection *self);

G_END_DECLS
