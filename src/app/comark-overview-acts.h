/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the viewer may do with a submission now, as buttons; and where somebody in their place
 * would look for a step that cannot be taken yet, the sentence that says why.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_OVERVIEW_ACTS (comark_overview_acts_get_type ())
G_DECLARE_FINAL_TYPE (ComarkOverviewActs, comark_overview_acts, COMARK, OVERVIEW_ACTS, AdwBin)

/* Keeps the focus in a button that stays. */
void comark_overview_acts_set_dossier (ComarkOverviewActs *self, ComarkDossier *dossier);

/* The button for @action: for tests. Returns: (transfer none) (nullable): NULL for an action that
 * has none on this page */
GtkWidget *comark_overview_acts_get_button (ComarkOverviewActs *self, ComarkAction action);

G_END_DECLS
