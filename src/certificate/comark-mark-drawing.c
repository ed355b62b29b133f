/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-mark-drawing.h"

#include "comark-certificate-fonts.h"
#include "comark-certificate-palette.h"

#include <math.h>
#include <pango/pangocairo.h>

#define N_BARS 3
#define N_CORNERS 6
#define DIVISIONS 10.0
#define HALF_SQRT3 COMARK_MARK_ASPECT

/* All in widths of the mark. */
#define JOINT 0.0115
#define LETTER_SIZE 0.066
#define LETTER_SPACING 0.011
#define EYE 0.1283 /* radius of the circle that the eye just holds */
#define ARM (0.24 * G_PI)

typedef struct
{
  double a, b, c; /* barycentric: top, right, left; they add up to ten */
} Point;

typedef struct
{
  const char *word; /* with a space, so that a reader of the PDF's text keeps the words apart */
  ComarkColour deep, lit, label;
  double angle; /* of the lettering, clockwise */
} Bar;

static const Bar bars[N_BARS] = {
  { "TOGETHER ", COMARK_COLOUR_GOLD_DEEP, COMARK_COLOUR_GOLD, COMARK_COLOUR_LABEL_DARK, 0 },
  { "POSITIVELY ", COMARK_COLOUR_TEAL, COMARK_COLOUR_TEAL_LIFT, COMARK_COLOUR_PAPER, -G_PI / 3 },
  { "RESPECTFULLY ", COMARK_COLOUR_NAVY, COMARK_COLOUR_NAVY_LIFT, COMARK_COLOUR_PAPER, G_PI / 3 },
};

/* The bar at the foot; the others are this one with its coordinates passed round. */
static const Point foot[N_CORNERS] = {
  { 1, 9, 0 }, { 0, 9, 1 }, { 0, 1, 9 }, { 7, 1, 2 }, { 6, 2, 2 }, { 1, 2, 7 },
};
static const Point foot_middle = { 0.5, 5, 4.5 };
static const Point foot_end = { 7, 1.5, 1.5 };

static Point
turn (Point point, guint times)
{
  for (; times > 0; times--)
    point = (Point){ point.c, point.a, point.b };
  return point;
}

/* To a square of which the mark fills the whole width: the tips that a tribar has not are a
 * twentieth of the triangle on either side. */
static void
to_unit (Point point, double *x, double *y)
{
  *x = ((point.a / 2 + point.b) / DIVISIONS - 0.05) / 0.9;
  *y = HALF_SQRT3 * ((DIVISIONS - point.a) / DIVISIONS - 0.1) / 0.9;
}

void
comark_mark_drawing_get_bar (guint bar, double corners[6][2])
{
  g_return_if_fail (bar < N_BARS);

  for (guint i = 0; i < N_CORNERS; i++)
    to_unit (turn (foot[i], bar), &corners[i][0], &corners[i][1]);
}

static void
trace_bar (cairo_t *cr, guint bar, double width)
{
  double corners[N_CORNERS][2];

  comark_mark_drawing_get_bar (bar, corners);
  cairo_new_sub_path (cr);
  for (guint i = 0; i < N_CORNERS; i++)
    cairo_line_to (cr, corners[i][0] * width, corners[i][1] * width);
  cairo_close_path (cr);
}

/* Lit where the bar carries its word, deep where it goes under the next. */
static void
fill_bar (cairo_t *cr, guint bar, double width)
{
  double x0, y0, x1, y1;
  cairo_pattern_t *shade;

  to_unit (turn (foot_middle, bar), &x0, &y0);
  to_unit (turn (foot_end, bar), &x1, &y1);
  shade = cairo_pattern_create_linear (x0 * width, y0 * width, x1 * width, y1 * width);
  comark_colour_add_stop (shade, 0, bars[bar].lit);
  comark_colour_add_stop (shade, 1, bars[bar].deep);
  cairo_set_source (cr, shade);
  cairo_pattern_destroy (shade);
  trace_bar (cr, bar, width);
  cairo_fill (cr);
}

static void
draw_bars (cairo_t *cr, double width)
{
  for (guint i = 0; i < N_BARS; i++)
    fill_bar (cr, i, width);
  for (guint i = 0; i < N_BARS; i++)
    trace_bar (cr, i, width);
  comark_colour_set_source (cr, COMARK_COLOUR_PAPER);
  cairo_set_line_width (cr, JOINT * width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  cairo_stroke (cr);
}

/* One of three around a table: the head outside, and arms that reach to the hands of the others. */
static void
draw_person (cairo_t *cr, double eye, ComarkColour colour)
{
  comark_colour_set_source (cr, colour);
  cairo_arc (cr, 0, -0.72 * eye, 0.205 * eye, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_arc (cr, 0, 0, 0.37 * eye, -G_PI / 2 - ARM, -G_PI / 2 + ARM);
  cairo_set_line_width (cr, 0.165 * eye);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_stroke (cr);
}

static void
draw_people (cairo_t *cr, double width)
{
  static const ComarkColour colours[N_BARS]
    = { COMARK_COLOUR_TEAL, COMARK_COLOUR_NAVY, COMARK_COLOUR_GOLD_DEEP };
  double x, y;

  to_unit ((Point){ 10 / 3.0, 10 / 3.0, 10 / 3.0 }, &x, &y);
  for (guint i = 0; i < N_BARS; i++)
    {
      cairo_save (cr);
      cairo_translate (cr, x * width, y * width);
      cairo_rotate (cr, i * 2 * G_PI / N_BARS);
      draw_person (cr, EYE * width, colours[i]);
      cairo_restore (cr);
    }
}

static PangoLayout *
letter (PangoContext *context, const char *word, double width)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoAttrList *attributes = pango_attr_list_new ();
  g_autoptr (PangoFontDescription) font
    = comark_certificate_face_describe (COMARK_FACE_BOLD, LETTER_SIZE * width);

  pango_attr_list_insert (
    attributes, pango_attr_letter_spacing_new ((int) (LETTER_SPACING * width * PANGO_SCALE)));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, word, -1);
  return layout;
}

static void
draw_word (cairo_t *cr, guint bar, double width, PangoContext *context)
{
  g_autoptr (PangoLayout) layout = letter (context, bars[bar].word, width);
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);
  PangoRectangle ink;
  double x, y;

  pango_layout_line_get_extents (line, &ink, NULL);
  to_unit (turn (foot_middle, bar), &x, &y);
  cairo_save (cr);
  cairo_translate (cr, x * width, y * width);
  cairo_rotate (cr, bars[bar].angle);
  cairo_move_to (cr, -(ink.x + ink.width / 2.0) / PANGO_SCALE,
                 -(ink.y + ink.height / 2.0) / PANGO_SCALE);
  comark_colour_set_source (cr, bars[bar].label);
  pango_cairo_show_layout_line (cr, line);
  cairo_restore (cr);
}

void
comark_mark_drawing_draw (cairo_t *cr, double x, double y, double width, PangoContext *context)
{
  static const guint reading_order[N_BARS] = { 1, 2, 0 };
  gboolean detailed = width >= COMARK_MARK_DETAIL_MIN;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  draw_bars (cr, width);
  if (detailed)
    draw_people (cr, width);
  for (guint i = 0; detailed && context != NULL && i < N_BARS; i++)
    draw_word (cr, reading_order[i], width, context);
  cairo_restore (cr);
}
