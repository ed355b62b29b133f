/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The colours of the certificate and the mark: one table that the painters use and the contrast
 * test reads. Text colours reach 4.5:1 on paper (WCAG 2.2, 1.4.3).
 */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  COMARK_COLOUR_PAPER,
  COMARK_COLOUR_INK,
  COMARK_COLOUR_GREY,
  COMARK_COLOUR_NAVY,
  COMARK_COLOUR_TEAL,
  COMARK_COLOUR_GOLD,        /* surfaces and rules, never text */
  COMARK_COLOUR_GOLD_DEEP,   /* the shaded end of gold surfaces */
  COMARK_COLOUR_NAVY_LIFT,   /* the lit end of navy surfaces */
  COMARK_COLOUR_TEAL_LIFT,   /* the lit end of teal surfaces */
  COMARK_COLOUR_LABEL_DARK,  /* lettering on gold */
  COMARK_COLOUR_TINT,        /* the rosette's hairlines */
} ComarkColour;
#define COMARK_N_COLOURS (COMARK_COLOUR_TINT + 1)

/* Relative luminance, 0 to 1 (WCAG 2.2). */
double comark_colour_luminance (ComarkColour colour);

/* Contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
double comark_colour_contrast (ComarkColour a, ComarkColour b);

void comark_colour_set_source (cairo_t *cr, ComarkColour colour);
void comark_colour_add_stop (cairo_pattern_t *pattern, double offset, ComarkColour colour);

G_END_DECLS
