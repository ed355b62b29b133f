/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Typesets the invented documents of the demo register: plain text in, a decent A4 page out.
 *
 * A text begins with "key: value" lines and an empty one: title, subtitle, kicker (over the
 * title), note (on the first page), foot (of each page), look ("clear", "roomy", "large",
 * "poster"). Then come blocks, parted by empty lines or told by how their first line begins:
 *
 *   # heading             ## smaller heading      - point of a list      1. numbered point
 *   [] box to tick        > words in a tinted box ~ small print          === a new page
 *   |! head | of a table  | row | of it           __ Label, and a line to write on
 *   __4 Label, and four   @clock Words beside a picture (see comark-desk-demo-symbol.c)
 *
 * Lines that begin with none of these go on with what is before them.
 */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Returns: (transfer full) (nullable): NULL with COMARK_CERTIFICATE_ERROR if a typeface is
 * missing or it cannot be drawn */
GBytes *comark_demo_typeset (const char *text, GError **error);

/* A photograph of a flip chart, as a PNG: "# " a heading, "- " a line in pen, "x " one crossed
 * out, "* " a yellow note. Returns: (transfer full) (nullable) */
GBytes *comark_demo_draw_flipchart (const char *text, GError **error);

/* Draws the picture @name ("person", "clock" …) into a square of @size at @x, @y; an empty one
 * if there is no such picture. */
void comark_demo_draw_symbol (cairo_t *cr, const char *name, double x, double y, double size);

G_END_DECLS
