/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An alpha and how sure it is, as a dot on a line from 0 to 1, over the bands that the words
 * stand for (up to .667, .8 and 1). What is below 0 stands at the left end.
 */
#pragma once

#include <gtk/gtk.h>

#include "comark-alpha-interval.h"

G_BEGIN_DECLS

#define COMARK_TYPE_INTERVAL_BAR (comark_interval_bar_get_type ())
G_DECLARE_FINAL_TYPE (ComarkIntervalBar, comark_interval_bar, COMARK, INTERVAL_BAR, GtkWidget)

/* @interval must be defined; @words say the same to who does not see it. */
GtkWidget *comark_interval_bar_new (double alpha, const ComarkInterval *interval,
                                    const char *words);

G_END_DECLS
