/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The typefaces that the reading view offers: the window's own, a plain and a serif one, and
 * those made for easy reading that this computer has.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  char *family; /* "" for the window's own */
  char *words;  /* what it is called here */
} ComarkReadingFace;

/* In the order to show them in; @chosen (nullable) is among them in any case, said to be missing
 * where it is. Returns: (transfer full) (element-type ComarkReadingFace) */
GPtrArray *comark_reading_faces_list (GtkWidget *widget, const char *chosen);

/* FALSE where text in @family would come out in another face. */
gboolean comark_reading_faces_has (GtkWidget *widget, const char *family);

G_END_DECLS
