/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What meetings of this organisation begin with: the questions of the rounds, and whom to turn to
 * for support. For administrators.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COMARK_TYPE_ROUNDS_DIALOG (comark_rounds_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ComarkRoundsDialog, comark_rounds_dialog, COMARK, ROUNDS_DIALOG, AdwWindow)

/* Opens it over the window of @from. */
void comark_rounds_dialog_present (GtkWidget *from);

G_END_DECLS
