/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Labels made in code where a list has as many as there is data: aligned to the start, and
 * wrapping even within a long word, so that nothing is cut off in large text.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @css_class may be NULL. Returns: a floating widget */
GtkWidget *comark_label_new (const char *text, const char *css_class);

/* Shows @text, or hides the label where it is NULL or empty. */
void comark_label_show (GtkLabel *label, const char *text);

/* Gives @check @text, which wraps in all the width there is, as its label and its name on the
 * accessibility bus. */
void comark_label_put_in_check (GtkCheckButton *check, const char *text);

G_END_DECLS
