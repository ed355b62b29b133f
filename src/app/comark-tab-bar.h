/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tabs of an AdwViewStack as words: each as wide as its own, on two lines at most. Where even
 * that does not hold them (a small window, very large text) one button stands for all and opens
 * the list. Nothing is ever cut off, as an AdwViewSwitcher does.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COMARK_TYPE_TAB_BAR (comark_tab_bar_get_type ())
G_DECLARE_FINAL_TYPE (ComarkTabBar, comark_tab_bar, COMARK, TAB_BAR, GtkWidget)

/* @stack has all its pages already; they may be hidden and shown later. Call it once. */
void comark_tab_bar_set_stack (ComarkTabBar *self, AdwViewStack *stack);

G_END_DECLS
