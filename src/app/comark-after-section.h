/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What follows a sealed decision: conditions and their days, telling the contributors what changed
 * because of them, closing.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_AFTER_SECTION (comark_after_section_get_type ())
G_DECLARE_FINAL_TYPE (ComarkAfterSection, comark_after_section, COMARK, AFTER_SECTION, AdwBin)

/* Of a dossier with a sealed decision. */
void comark_after_section_set_dossier (ComarkAfterSection *self, ComarkDossier *dossier);

G_END_DECLS
