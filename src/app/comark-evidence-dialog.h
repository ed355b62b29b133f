/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Adds or changes one piece of evidence of a submission: a file, or words alone.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_EVIDENCE_DIALOG (comark_evidence_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ComarkEvidenceDialog, comark_evidence_dialog, COMARK,
                      EVIDENCE_DIALOG, AdwWindow)

/* Opens it over the window of @from. @item: NULL for a new one, which @criterion (nullable) is
 * then chosen for. */
void comark_evidence_dialog_present (GtkWidget *from, ComarkDossier *dossier, ComarkEvidence *item,
                                     const char *criterion);

G_END_DECLS
