/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the window shows while no register is open: make one, open one, try the demo.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COMARK_TYPE_WELCOME_PAGE (comark_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (ComarkWelcomePage, comark_welcome_page, COMARK, WELCOME_PAGE, AdwBin)

/* Shows the registers opened lately; a row activates win.open-path. */
void comark_welcome_page_set_recent (ComarkWelcomePage *self, const char *const *paths);

G_END_DECLS
