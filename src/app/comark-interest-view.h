/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks a member about interests before the document opens (product.md rule 3): one question, the
 * kinds in plain words, a note if wanted. Shown in place of what it guards.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_INTEREST_VIEW (comark_interest_view_get_type ())
G_DECLARE_FINAL_TYPE (ComarkInterestView, comark_interest_view, COMARK, INTEREST_VIEW, AdwBin)

/* Whether the viewer of @dossier must answer first. */
gboolean comark_interest_view_applies (ComarkDossier *dossier);

void comark_interest_view_set_dossier (ComarkInterestView *self, ComarkDossier *dossier);

G_END_DECLS
