/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows that are read, not pressed: a short caption and what it is, in full. In a box rather than
 * a GtkListBox, whose rows are Tab stops, and traps where they take no focus. In the .ui file:
 *
 *   <object class="GtkBox" id="facts">
 *     <property name="accessible-role">list</property>
 *     <property name="orientation">vertical</property>
 *     <style><class name="card"/><class name="comark-facts"/></style>
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Adds a row unless @value is NULL or empty. */
void comark_fact_list_add (GtkBox *list, const char *caption, const char *value);

/* The same, with a button that copies @value, which can also be selected. */
void comark_fact_list_add_copyable (GtkBox *list, const char *caption, const char *value);

/* Something that must hold, and whether it does, in words and by a picture. */
void comark_fact_list_add_need (GtkBox *list, gboolean is_met, const char *caption,
                                const char *sentence);

G_END_DECLS
