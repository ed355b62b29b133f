/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records how, when and in what words the contributors were told what changed because of them.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_TOLD_DIALOG (comark_told_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ComarkToldDialog, comark_told_dialog, COMARK, TOLD_DIALOG, AdwWindow)

/* Opens it over the window of @from. */
void comark_told_dialog_present (GtkWidget *from, ComarkDossier *dossier);

G_END_DECLS
