/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a panel decides: by consensus or by a majority of each kind, the outcome, and the letter.
 * What is filled in stays while newer dossiers come in.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_DECIDE_SECTION (comark_decide_section_get_type ())
G_DECLARE_FINAL_TYPE (ComarkDecideSection, comark_decide_section, COMARK, DECIDE_SECTION, AdwBin)

/* Of a submission in its meeting. */
void comark_decide_section_set_dossier (ComarkDecideSection *self, ComarkDossier *dossier);

/* Starts saving words that wait for the person to rest. */
void comark_decide_section_flush (ComarkDecideSection *self);

G_END_DECLS
