/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Wraps what a page shows and stands in for it while there is nothing to show: loading, empty,
 * or an error with "Try again". In a .ui file the page goes into the property "content":
 *
 *   <object class="ComarkStatusView" id="status">
 *     <property name="content"><object class="GtkScrolledWindow">…
 *
 * It starts as loading. Signal "retry" (): the person asks to try again after an error.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COMARK_TYPE_STATUS_VIEW (comark_status_view_get_type ())
G_DECLARE_FINAL_TYPE (ComarkStatusView, comark_status_view, COMARK, STATUS_VIEW, AdwBin)

/* Shows that something is being read. What is shown already stays: a page that fetches again
 * keeps its place. */
void comark_status_view_show_loading (ComarkStatusView *self);
void comark_status_view_show_content (ComarkStatusView *self);

/* Says kindly that there is nothing, and what to do. With @button_label (nullable) a button that
 * activates @action_name. */
void comark_status_view_show_empty (ComarkStatusView *self, const char *icon_name,
                                    const char *title, const char *sentence,
                                    const char *button_label, const char *action_name);
void comark_status_view_show_error (ComarkStatusView *self, const char *title,
                                    const GError *error);

/* From now on errors have a second button, which leads away from the page. */
void comark_status_view_offer_way_out (ComarkStatusView *self, const char *label,
                                       const char *action_name);

gboolean comark_status_view_is_content (ComarkStatusView *self);

G_END_DECLS
