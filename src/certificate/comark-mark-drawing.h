/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The mark: three congruent bars, each resting on the next (a tribar), for Positively,
 * Respectfully and Together, and three equal people in the eye between them. The drawing is
 * Comark's own. All of it is placed in barycentric coordinates of one triangle divided by ten, so
 * that it is exactly symmetrical at any size; the bars are dark, middle and light, so that they
 * stay apart without colour.
 */
#pragma once

#include <cairo.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/* What the figure shows, for a person who cannot see it. */
#define COMARK_MARK_ALT "Triangle whose sides stand for Positively, Respectfully, Together"

/* Height of the mark over its width. */
#define COMARK_MARK_ASPECT 0.8660254037844386

/* Below this width, in points of the page, the people and the lettering are too small to draw. */
#define COMARK_MARK_DETAIL_MIN 24.0

/* Draws the mark with its top left corner at @x, @y, @width units wide and
 * @width * COMARK_MARK_ASPECT high; any target, any scale. The joints between the bars are of
 * paper colour. @context letters the bars (comark_certificate_context_new()); NULL leaves them
 * bare, as the icon and the corner ornaments are. */
void comark_mark_drawing_draw (cairo_t *cr, double x, double y, double width,
                               PangoContext *context);

/* The corners of one bar (0 Together, 1 Positively, 2 Respectfully) in a mark of width 1,
 * six points, x and y; the icon files hold the same numbers. */
void comark_mark_drawing_get_bar (guint bar, double corners[6][2]);

G_END_DECLS
