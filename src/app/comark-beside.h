/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two widgets beside each other, each half as wide; where that is too little for either, one above
 * the other; and where even that cuts something off, the second in the place of the first. With one
 * widget it is a bin, whose child is the first.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COMARK_TYPE_BESIDE (comark_beside_get_type ())
G_DECLARE_FINAL_TYPE (ComarkBeside, comark_beside, COMARK, BESIDE, GtkWidget)

/* Takes @second (nullable: none) as the second widget, instead of the one before. */
void comark_beside_set_second (ComarkBeside *self, GtkWidget *second);
/* Returns: (transfer none) (nullable) */
GtkWidget *comark_beside_get_second (ComarkBeside *self);

G_END_DECLS
