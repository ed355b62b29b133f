/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stop and support: anybody at a meeting can pause it, for a break or because they would like
 * support, and reads before pressing what happens then. While it is paused this says so to all,
 * and never who asked.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_CARE_SECTION (comark_care_section_get_type ())
G_DECLARE_FINAL_TYPE (ComarkCareSection, comark_care_section, COMARK, CARE_SECTION, AdwBin)

/* @dossier: with an open meeting. */
void comark_care_section_set_dossier (ComarkCareSection *self, ComarkDossier *dossier);

G_END_DECLS
