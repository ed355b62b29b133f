/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts widgets beside each other, each as wide as it likes to be, and begins a new line where
 * there is no more room. (A GtkFlowBox makes columns, and a Tab stop of each child.)
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COMARK_TYPE_WRAP (comark_wrap_get_type ())
G_DECLARE_FINAL_TYPE (ComarkWrap, comark_wrap, COMARK, WRAP, GtkWidget)

GtkWidget *comark_wrap_new (void);

void comark_wrap_append (ComarkWrap *self, GtkWidget *child);
void comark_wrap_clear (ComarkWrap *self);

/* Pixels between widgets and between lines; 12 at first. */
void comark_wrap_set_gap (ComarkWrap *self, int gap);

/* Returns: how many lines the widgets need at @width pixels */
int comark_wrap_count_lines (ComarkWrap *self, int width);

G_END_DECLS
