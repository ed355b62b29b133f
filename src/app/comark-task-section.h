/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the panel wants done: a tick, what, who, by when; and a button to note more.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_TASK_SECTION (comark_task_section_get_type ())
G_DECLARE_FINAL_TYPE (ComarkTaskSection, comark_task_section, COMARK, TASK_SECTION, AdwBin)

/* Hides itself where there is nothing to see or do. */
void comark_task_section_set_dossier (ComarkTaskSection *self, ComarkDossier *dossier);

G_END_DECLS
