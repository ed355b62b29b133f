/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a decision to its seal: the days for second thoughts, signing, taking it back, sealing.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_SEAL_SECTION (comark_seal_section_get_type ())
G_DECLARE_FINAL_TYPE (ComarkSealSection, comark_seal_section, COMARK, SEAL_SECTION, AdwBin)

/* Of a dossier with a decision that is not sealed. */
void comark_seal_section_set_dossier (ComarkSealSection *self, ComarkDossier *dossier);

G_END_DECLS
