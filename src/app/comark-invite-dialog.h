/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chooses the members of a panel, by kind, and shows at once what is still missing for it to
 * decide. Who made the document, or put it forward, is shown and cannot be chosen.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_INVITE_DIALOG (comark_invite_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ComarkInviteDialog, comark_invite_dialog, COMARK, INVITE_DIALOG, AdwWindow)

/* Opens it over the window of @from. */
void comark_invite_dialog_present (GtkWidget *from, ComarkDossier *dossier);

G_END_DECLS
