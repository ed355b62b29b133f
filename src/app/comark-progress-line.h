/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The way of a submission as a line of steps, each done, now, later or not taken: by shape and by
 * word, never by colour alone. Where the window is narrow or the text large it wraps in even lines.
 */
#pragma once

#include <gtk/gtk.h>

#include "comark-types.h"

G_BEGIN_DECLS

#define COMARK_TYPE_PROGRESS_LINE (comark_progress_line_get_type ())
G_DECLARE_FINAL_TYPE (ComarkProgressLine, comark_progress_line, COMARK, PROGRESS_LINE, GtkWidget)

void comark_progress_line_set_state (ComarkProgressLine *self, ComarkState state);

G_END_DECLS
