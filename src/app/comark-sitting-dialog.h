/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plans a meeting of panels, or changes when and where it is.
 */
#pragma once

#include <adwaita.h>

#include "comark-sitting.h"

G_BEGIN_DECLS

#define COMARK_TYPE_SITTING_DIALOG (comark_sitting_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ComarkSittingDialog, comark_sitting_dialog, COMARK, SITTING_DIALOG, AdwWindow)

/* Opens it over the window of @from. @sitting (nullable): the one to change; NULL: a new one. */
void comark_sitting_dialog_present (GtkWidget *from, ComarkSitting *sitting);

G_END_DECLS
