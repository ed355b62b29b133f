/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The evidence of a submission, in the owner's form: a list to add to, edit and remove from.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_EVIDENCE_SECTION (comark_evidence_section_get_type ())
G_DECLARE_FINAL_TYPE (ComarkEvidenceSection, comark_evidence_section, COMARK, EVIDENCE_SECTION,
                      AdwBin)

void comark_evidence_section_set_dossier (ComarkEvidenceSection *self, ComarkDossier *dossier);

/* Opens the dialog for a new item, for @criterion (nullable). */
void comark_evidence_section_add (ComarkEvidenceSection *self, const char *criterion);

/* Opens the dialog for the item with this id text, if there is one. */
void comark_evidence_section_edit (ComarkEvidenceSection *self, const char *id);

G_END_DECLS
