/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes everything out of a container, before it is filled from newer data.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void comark_clear_box (GtkBox *box);
void comark_clear_flow (GtkFlowBox *flow);
void comark_clear_list (GtkListBox *list);

G_END_DECLS
