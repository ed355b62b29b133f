/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks what a new register begins with and makes it.
 *
 * Signal "made" (path): the register is there, closed, ready to be opened.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COMARK_TYPE_NEW_REGISTER_DIALOG (comark_new_register_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ComarkNewRegisterDialog, comark_new_register_dialog, COMARK,
                      NEW_REGISTER_DIALOG, AdwWindow)

GtkWindow *comark_new_register_dialog_new (GtkWindow *parent);

G_END_DECLS
