/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What GTK 4.8 leaves unsaid to those who hear the screen.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Names @drop_down and says its value with the name: "State: In review". GTK 4.8 says neither
 * for the part that takes the focus. @name is copied. */
void comark_accessible_name_drop_down (GtkDropDown *drop_down, const char *name);

G_END_DECLS
