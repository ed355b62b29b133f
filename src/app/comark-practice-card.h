/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One criterion of the practice submission: one's own answer, the model answer and why, and what
 * would be fine as well. No score, no pass.
 */
#pragma once

#include <gtk/gtk.h>

#include "comark-practice.h"
#include "comark-review.h"

G_BEGIN_DECLS

/* @rating (nullable): one's own. Returns: a floating widget */
GtkWidget *comark_practice_card_new (ComarkFramework *framework,
                                     const ComarkPracticeCriterion *criterion,
                                     ComarkRating *rating);

G_END_DECLS
