/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two panes beside each other, each resizable; or, where the window is too narrow for the text
 * size in use, one at a time behind two buttons that say which. Nothing is moved to another
 * parent for that, so both panes keep place, selection and focus.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COMARK_TYPE_SPLIT (comark_split_get_type ())
G_DECLARE_FINAL_TYPE (ComarkSplit, comark_split, COMARK, SPLIT, AdwBin)

/* Properties for .ui files: "start", "end" (GtkWidget), "start-title", "end-title". */

/* Brings the first pane into sight where only one is. */
void comark_split_show_start (ComarkSplit *self);

G_END_DECLS
