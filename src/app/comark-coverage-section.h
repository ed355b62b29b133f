/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the evidence stands, in a sentence; the coverage matrix opens below it. It is made when it
 * is first opened.
 *
 * Signals: "criterion-chosen" (const char *id); "file-chosen" (const char *hash).
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_COVERAGE_SECTION (comark_coverage_section_get_type ())
G_DECLARE_FINAL_TYPE (ComarkCoverageSection, comark_coverage_section, COMARK, COVERAGE_SECTION,
                      AdwBin)

/* @own: what the viewer says alone; else what all members say, and nothing is shown while the
 * viewer may not see that. */
void comark_coverage_section_set_dossier (ComarkCoverageSection *self, ComarkDossier *dossier,
                                          gboolean own);

G_END_DECLS
