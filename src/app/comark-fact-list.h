/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of a boxed list that are read, not pressed: a short caption and what it is, in full. The
 * rows take no focus; a value that people need elsewhere has a button that copies it.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void comark_fact_list_clear (GtkListBox *list);

/* Adds a row unless @value is NULL or empty. */
void comark_fact_list_add (GtkListBox *list, const char *caption, const char *value);

/* The same, with a button that copies @value, which can also be selected. */
void comark_fact_list_add_copyable (GtkListBox *list, const char *caption, const char *value);

/* Something that must hold, and whether it does, in words and by a picture. */
void comark_fact_list_add_need (GtkListBox *list, gboolean is_met, const char *caption,
                                const char *sentence);

G_END_DECLS
