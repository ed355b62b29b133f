/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The declared interests of a panel, and what the co-chairs make of each.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_INTERESTS_DIALOG (comark_interests_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ComarkInterestsDialog, comark_interests_dialog, COMARK, INTERESTS_DIALOG,
                      AdwWindow)

/* Opens it over the window of @from. */
void comark_interests_dialog_present (GtkWidget *from, ComarkDossier *dossier);

G_END_DECLS
