/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ratings of one criterion as dots on the framework's scale: experts by experience above the
 * numbers as round dots with an E, staff below as square ones with an S. A bar beside a number is
 * the middle of that group; the suggested number is shaded, the agreed one framed. What it shows
 * it also says in words, as its name on the accessibility bus and as its tooltip.
 */
#pragma once

#include <gtk/gtk.h>

#include "comark-framework.h"
#include "comark-median.h"

G_BEGIN_DECLS

#define COMARK_TYPE_DOT_SCALE (comark_dot_scale_get_type ())
G_DECLARE_FINAL_TYPE (ComarkDotScale, comark_dot_scale, COMARK, DOT_SCALE, GtkWidget)

GtkWidget *comark_dot_scale_new (void);

/* Shows @n ratings on the scale of @framework. @medians: (nullable): suggested value and the
 * middle of each group. @agreed: COMARK_VALUE_NONE before there is one. */
void comark_dot_scale_set (ComarkDotScale *self, ComarkFramework *framework,
                           const ComarkMemberRating *ratings, guint n,
                           const ComarkMedians *medians, ComarkValue agreed);

/* "Experts by experience: 3, 3. Staff: 3, 4. Suggested 3." */
const char *comark_dot_scale_get_words (ComarkDotScale *self);

G_END_DECLS
