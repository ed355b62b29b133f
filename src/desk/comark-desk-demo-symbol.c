/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plain pictures of the Easy Read booklet, drawn in a square of one by one.
 */
#include "comark-desk-demo-document.h"

#include <math.h>

#include "comark-certificate-palette.h"

static void
circle (cairo_t *cr, double x, double y, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
}

static void
path (cairo_t *cr, const double (*points)[2], guint n)
{
  for (guint i = 0; i < n; i++)
    (i == 0 ? cairo_move_to : cairo_line_to) (cr, points[i][0], points[i][1]);
  cairo_stroke (cr);
}
#define PATH(cr, ...)                                       \
  G_STMT_START                                              \
  {                                                         \
    static const double points[][2] = { __VA_ARGS__ };      \
    path (cr, points, G_N_ELEMENTS (points));               \
  }                                                         \
  G_STMT_END

static void
one_person (cairo_t *cr, double x)
{
  circle (cr, x, 0.34, 0.11);
  cairo_fill (cr);
  cairo_arc (cr, x, 0.78, 0.2, G_PI, 2 * G_PI);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_person (cairo_t *cr)
{
  one_person (cr, 0.5);
}

static void
draw_people (cairo_t *cr)
{
  one_person (cr, 0.3);
  one_person (cr, 0.7);
}

static void
draw_clock (cairo_t *cr)
{
  circle (cr, 0.5, 0.5, 0.32);
  cairo_stroke (cr);
  PATH (cr, { 0.5, 0.28 }, { 0.5, 0.5 }, { 0.66, 0.58 });
}

static void
draw_house (cairo_t *cr)
{
  PATH (cr, { 0.18, 0.5 }, { 0.5, 0.2 }, { 0.82, 0.5 });
  PATH (cr, { 0.27, 0.44 }, { 0.27, 0.8 }, { 0.73, 0.8 }, { 0.73, 0.44 });
  PATH (cr, { 0.44, 0.8 }, { 0.44, 0.58 }, { 0.57, 0.58 }, { 0.57, 0.8 });
}

static void
draw_speech (cairo_t *cr)
{
  PATH (cr, { 0.18, 0.24 }, { 0.82, 0.24 }, { 0.82, 0.62 }, { 0.5, 0.62 }, { 0.34, 0.8 },
        { 0.34, 0.62 }, { 0.18, 0.62 }, { 0.18, 0.24 });
  PATH (cr, { 0.3, 0.38 }, { 0.7, 0.38 });
  PATH (cr, { 0.3, 0.49 }, { 0.58, 0.49 });
}

static void
draw_paper (cairo_t *cr)
{
  PATH (cr, { 0.27, 0.16 }, { 0.73, 0.16 }, { 0.73, 0.84 }, { 0.27, 0.84 }, { 0.27, 0.16 });
  PATH (cr, { 0.37, 0.34 }, { 0.63, 0.34 });
  PATH (cr, { 0.37, 0.48 }, { 0.63, 0.48 });
  PATH (cr, { 0.37, 0.62 }, { 0.54, 0.62 });
}

static void
draw_tick (cairo_t *cr)
{
  circle (cr, 0.5, 0.5, 0.34);
  cairo_stroke (cr);
  PATH (cr, { 0.33, 0.51 }, { 0.46, 0.64 }, { 0.68, 0.37 });
}

static void
draw_cross (cairo_t *cr)
{
  circle (cr, 0.5, 0.5, 0.34);
  cairo_stroke (cr);
  PATH (cr, { 0.37, 0.37 }, { 0.63, 0.63 });
  PATH (cr, { 0.63, 0.37 }, { 0.37, 0.63 });
}

static void
draw_phone (cairo_t *cr)
{
  PATH (cr, { 0.34, 0.14 }, { 0.66, 0.14 }, { 0.66, 0.86 }, { 0.34, 0.86 }, { 0.34, 0.14 });
  PATH (cr, { 0.34, 0.72 }, { 0.66, 0.72 });
  circle (cr, 0.5, 0.79, 0.025);
  cairo_fill (cr);
}

static void
draw_pen (cairo_t *cr)
{
  PATH (cr, { 0.22, 0.8 }, { 0.27, 0.62 }, { 0.66, 0.22 }, { 0.78, 0.34 }, { 0.39, 0.75 },
        { 0.22, 0.8 });
  PATH (cr, { 0.5, 0.84 }, { 0.8, 0.84 });
}

static void
draw_lock (cairo_t *cr)
{
  PATH (cr, { 0.26, 0.46 }, { 0.74, 0.46 }, { 0.74, 0.82 }, { 0.26, 0.82 }, { 0.26, 0.46 });
  cairo_arc (cr, 0.5, 0.44, 0.16, G_PI, 2 * G_PI);
  cairo_stroke (cr);
  circle (cr, 0.5, 0.62, 0.04);
  cairo_fill (cr);
}

static const struct
{
  const char *name;
  void (*draw) (cairo_t *cr);
} symbols[] = {
  { "clock", draw_clock }, { "cross", draw_cross },   { "house", draw_house },
  { "lock", draw_lock },   { "paper", draw_paper },   { "pen", draw_pen },
  { "people", draw_people }, { "person", draw_person }, { "phone", draw_phone },
  { "speech", draw_speech }, { "tick", draw_tick },
};

static void
draw_card (cairo_t *cr)
{
  cairo_rectangle (cr, 0, 0, 1, 1);
  cairo_set_source_rgb (cr, 0.945, 0.968, 0.955);
  cairo_fill_preserve (cr);
  comark_colour_set_source (cr, COMARK_COLOUR_TEAL);
  cairo_set_line_width (cr, 0.02);
  cairo_stroke (cr);
}

void
comark_demo_draw_symbol (cairo_t *cr, const char *name, double x, double y, double size)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size, size);
  draw_card (cr);
  comark_colour_set_source (cr, COMARK_COLOUR_NAVY);
  cairo_set_line_width (cr, 0.045);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (g_str_equal (symbols[i].name, name))
      symbols[i].draw (cr);
  cairo_restore (cr);
}
