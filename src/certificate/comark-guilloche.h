/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fine line work of the certificate: a woven frame, and a rosette behind the mark. Drawn from
 * few, long curves, since each curve is bytes and time in a PDF. Units are points of the page.
 */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* A frame whose outer edge is the rectangle, with a woven band @band wide and the mark in each
 * corner. */
void comark_guilloche_draw_frame (cairo_t *cr, double x, double y, double width, double height,
                                  double band);

/* A ring of interlaced petals around @x, @y that reaches out to @radius. */
void comark_guilloche_draw_rosette (cairo_t *cr, double x, double y, double radius);

G_END_DECLS
