/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-guilloche.h"

#include "comark-certificate-palette.h"
#include "comark-mark-drawing.h"

#include <math.h>

/* A cubic whose handles are this part of half a wave follows the cosine within 0.6 %. */
#define HANDLE 0.3642

/* Parallel waves of one colour. */
typedef struct
{
  ComarkColour colour;
  double wave;  /* aimed-at length of one wave, in bands */
  double reach; /* of the wave from the middle, in half bands */
  int n;        /* strands, evenly out of step */
  double line;  /* pt */
} Weave;

static const Weave weaves[] = {
  { COMARK_COLOUR_GOLD, 3.1, 0.86, 4, 0.42 },
  { COMARK_COLOUR_TEAL, 1.55, 0.86, 4, 0.42 },
  { COMARK_COLOUR_NAVY, 2.07, 0.5, 4, 0.42 },
};

/* One wave after another from @start on, past the end of the band: the clip ends it. */
static void
trace_strand (cairo_t *cr, double start, double length, double half_wave, double reach)
{
  double x = start, side = 1;

  cairo_move_to (cr, x, reach);
  for (; x < length; x += half_wave, side = -side)
    cairo_curve_to (cr, x + HANDLE * half_wave, side * reach, x + (1 - HANDLE) * half_wave,
                    -side * reach, x + half_wave, -side * reach);
}

/* A whole number of waves fits @length, so that both ends of a band look alike. */
static void
draw_weave (cairo_t *cr, const Weave *weave, double length, double band)
{
  double wave = length / MAX (1, round (length / (weave->wave * band)));

  for (int i = 0; i < weave->n; i++)
    trace_strand (cr, -wave * (i + 0.5) / weave->n, length, wave / 2, weave->reach * band / 2);
  comark_colour_set_source (cr, weave->colour);
  cairo_set_line_width (cr, weave->line);
  cairo_stroke (cr);
}

/* The band from the origin along the x axis. */
static void
draw_band (cairo_t *cr, double length, double band)
{
  cairo_rectangle (cr, 0, -band / 2, length, band);
  cairo_clip (cr);
  for (gsize i = 0; i < G_N_ELEMENTS (weaves); i++)
    draw_weave (cr, &weaves[i], length, band);
}

static void
draw_edge (cairo_t *cr, double x, double y, double angle, double length, double band)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_rotate (cr, angle);
  draw_band (cr, length, band);
  cairo_restore (cr);
}

static void
draw_corner (cairo_t *cr, double x, double y, double band)
{
  double size = band * 0.66;

  cairo_rectangle (cr, x, y, band, band);
  comark_colour_set_source (cr, COMARK_COLOUR_NAVY);
  cairo_set_line_width (cr, 0.9);
  cairo_stroke (cr);
  comark_mark_drawing_draw (cr, x + (band - size) / 2,
                            y + (band - size * COMARK_MARK_ASPECT) / 2 - 0.03 * band, size, NULL);
}

static void
draw_rule (cairo_t *cr, double inset, double x, double y, double width, double height,
           ComarkColour colour, double line)
{
  cairo_rectangle (cr, x + inset, y + inset, width - 2 * inset, height - 2 * inset);
  comark_colour_set_source (cr, colour);
  cairo_set_line_width (cr, line);
  cairo_stroke (cr);
}

void
comark_guilloche_draw_frame (cairo_t *cr, double x, double y, double width, double height,
                             double band)
{
  double right = x + width - band, foot = y + height - band;

  draw_edge (cr, x + band, y + band / 2, 0, width - 2 * band, band);
  draw_edge (cr, x + band, foot + band / 2, 0, width - 2 * band, band);
  draw_edge (cr, x + band / 2, y + band, G_PI / 2, height - 2 * band, band);
  draw_edge (cr, right + band / 2, y + band, G_PI / 2, height - 2 * band, band);
  draw_rule (cr, -2.6, x, y, width, height, COMARK_COLOUR_GOLD, 0.6);
  draw_rule (cr, 0, x, y, width, height, COMARK_COLOUR_NAVY, 0.9);
  draw_rule (cr, band, x, y, width, height, COMARK_COLOUR_NAVY, 0.9);
  draw_rule (cr, band + 2.6, x, y, width, height, COMARK_COLOUR_GOLD, 0.6);
  draw_corner (cr, x, y, band);
  draw_corner (cr, right, y, band);
  draw_corner (cr, x, foot, band);
  draw_corner (cr, right, foot, band);
}

#define PETALS 9
#define RINGS 14
#define STEPS (PETALS * 4)
#define DEPTH 0.16

/* A petalled ring and its slope, at @angle, @phase of a petal turned. */
static void
ring_at (double angle, double phase, double radius, double at[2], double slope[2])
{
  double turn = PETALS * angle + phase;
  double r = radius * (1 - DEPTH + DEPTH * cos (turn));
  double dr = -radius * DEPTH * PETALS * sin (turn);

  at[0] = r * cos (angle);
  at[1] = r * sin (angle);
  slope[0] = dr * cos (angle) - at[1];
  slope[1] = dr * sin (angle) + at[0];
}

static void
trace_ring (cairo_t *cr, double phase, double radius)
{
  const double third = 2 * G_PI / STEPS / 3;
  double from[2], leave[2], to[2], arrive[2];

  ring_at (0, phase, radius, from, leave);
  cairo_move_to (cr, from[0], from[1]);
  for (int i = 1; i <= STEPS; i++)
    {
      ring_at (i * 2 * G_PI / STEPS, phase, radius, to, arrive);
      cairo_curve_to (cr, from[0] + leave[0] * third, from[1] + leave[1] * third,
                      to[0] - arrive[0] * third, to[1] - arrive[1] * third, to[0], to[1]);
      from[0] = to[0], from[1] = to[1];
      leave[0] = arrive[0], leave[1] = arrive[1];
    }
  cairo_close_path (cr);
}

void
comark_guilloche_draw_rosette (cairo_t *cr, double x, double y, double radius)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_rotate (cr, -G_PI / 2);
  for (int i = 0; i < RINGS; i++)
    trace_ring (cr, i * 2 * G_PI / RINGS, radius);
  comark_colour_set_source (cr, COMARK_COLOUR_TINT);
  cairo_set_line_width (cr, 0.5);
  cairo_stroke (cr);
  cairo_restore (cr);
}
