/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-certificate-fonts.h"
#include "comark-certificate-palette.h"
#include "comark-mark-drawing.h"

#include <math.h>

static void
test_text_contrast (void)
{
  static const ComarkColour text[]
    = { COMARK_COLOUR_INK, COMARK_COLOUR_GREY, COMARK_COLOUR_NAVY, COMARK_COLOUR_TEAL };

  for (gsize i = 0; i < G_N_ELEMENTS (text); i++)
    g_assert_cmpfloat (comark_colour_contrast (text[i], COMARK_COLOUR_PAPER), >=, 4.5);
}

static void
test_lettering_contrast (void)
{
  static const struct
  {
    ComarkColour letters, bar;
  } pairs[] = {
    { COMARK_COLOUR_LABEL_DARK, COMARK_COLOUR_GOLD },
    { COMARK_COLOUR_LABEL_DARK, COMARK_COLOUR_GOLD_DEEP },
    { COMARK_COLOUR_PAPER, COMARK_COLOUR_TEAL },
    { COMARK_COLOUR_PAPER, COMARK_COLOUR_TEAL_LIFT },
    { COMARK_COLOUR_PAPER, COMARK_COLOUR_NAVY },
    { COMARK_COLOUR_PAPER, COMARK_COLOUR_NAVY_LIFT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_cmpfloat (comark_colour_contrast (pairs[i].letters, pairs[i].bar), >=, 4.5);
}

static void
test_contrast_formula (void)
{
  g_assert_cmpfloat_with_epsilon (comark_colour_luminance (COMARK_COLOUR_PAPER), 0.982, 0.003);
  g_assert_cmpfloat_with_epsilon (
    comark_colour_contrast (COMARK_COLOUR_INK, COMARK_COLOUR_INK), 1, 1e-9);
}

static double
linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
pixel_luminance (cairo_surface_t *image, int x, int y)
{
  const guint8 *row = cairo_image_surface_get_data (image)
                      + (gsize) y * (gsize) cairo_image_surface_get_stride (image);
  guint32 pixel = ((const guint32 *) (gconstpointer) row)[x];

  return 0.2126 * linear ((pixel >> 16 & 0xff) / 255.0)
         + 0.7152 * linear ((pixel >> 8 & 0xff) / 255.0) + 0.0722 * linear ((pixel & 0xff) / 255.0);
}

static cairo_surface_t *
draw (int width, PangoContext *context)
{
  cairo_surface_t *image = cairo_image_surface_create (
    CAIRO_FORMAT_RGB24, width, (int) ceil (width * COMARK_MARK_ASPECT));
  cairo_t *cr = cairo_create (image);

  comark_colour_set_source (cr, COMARK_COLOUR_PAPER);
  cairo_paint (cr);
  comark_mark_drawing_draw (cr, 0, 0, width, context);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  return image;
}

/* The mean over the bar's whole face, a joint's width inside its outline. */
static double
mean_luminance (cairo_surface_t *image, int width, guint bar)
{
  double corners[6][2], sum = 0, n = 0;
  cairo_t *cr = cairo_create (image);

  comark_mark_drawing_get_bar (bar, corners);
  for (int i = 0; i < 6; i++)
    cairo_line_to (cr, corners[i][0] * width, corners[i][1] * width);
  cairo_close_path (cr);
  cairo_set_line_width (cr, 0.03 * width);
  for (int y = 0; y < cairo_image_surface_get_height (image); y++)
    for (int x = 0; x < width; x++)
      if (cairo_in_fill (cr, x + 0.5, y + 0.5) && !cairo_in_stroke (cr, x + 0.5, y + 0.5))
        {
          sum += pixel_luminance (image, x, y);
          n++;
        }
  cairo_destroy (cr);
  g_assert_cmpfloat (n, >, width);
  return sum / n;
}

static void
test_bars_apart_in_grey (void)
{
  cairo_surface_t *image = draw (300, NULL);
  double gold = mean_luminance (image, 300, 0), teal = mean_luminance (image, 300, 1),
         navy = mean_luminance (image, 300, 2);

  g_test_message ("luminance: gold %.3f teal %.3f navy %.3f", gold, teal, navy);
  g_assert_cmpfloat (gold - teal, >=, 0.1);
  g_assert_cmpfloat (teal - navy, >=, 0.1);
  cairo_surface_destroy (image);
}

static double
side (const double a[2], const double b[2])
{
  return hypot (a[0] - b[0], a[1] - b[1]);
}

static void
test_bars_congruent (void)
{
  double first[6][2];

  comark_mark_drawing_get_bar (0, first);
  for (guint bar = 1; bar < 3; bar++)
    {
      double corners[6][2];

      comark_mark_drawing_get_bar (bar, corners);
      for (int i = 0; i < 6; i++)
        for (int j = 0; j < i; j++)
          g_assert_cmpfloat_with_epsilon (side (corners[i], corners[j]),
                                          side (first[i], first[j]), 1e-12);
    }
}

static void
test_fills_its_box (void)
{
  double left = 1, right = 0, top = 1, foot = 0;

  for (guint bar = 0; bar < 3; bar++)
    {
      double corners[6][2];

      comark_mark_drawing_get_bar (bar, corners);
      for (int i = 0; i < 6; i++)
        {
          left = MIN (left, corners[i][0]), right = MAX (right, corners[i][0]);
          top = MIN (top, corners[i][1]), foot = MAX (foot, corners[i][1]);
        }
    }
  g_assert_cmpfloat_with_epsilon (left, 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (right, 1, 1e-12);
  g_assert_cmpfloat_with_epsilon (top, 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (foot, COMARK_MARK_ASPECT, 1e-12);
}

static void
test_every_size (void)
{
  static const int widths[] = { 1, 13, 24, 64, 900 };
  PangoContext *context = comark_certificate_context_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      cairo_surface_destroy (draw (widths[i], context));
      cairo_surface_destroy (draw (widths[i], NULL));
    }
  g_object_unref (context);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mark/text-reads-on-paper", test_text_contrast);
  g_test_add_func ("/mark/lettering-reads-on-its-bar", test_lettering_contrast);
  g_test_add_func ("/mark/contrast-is-as-defined", test_contrast_formula);
  g_test_add_func ("/mark/bars-stay-apart-in-grey", test_bars_apart_in_grey);
  g_test_add_func ("/mark/bars-are-congruent", test_bars_congruent);
  g_test_add_func ("/mark/fills-its-box", test_fills_its_box);
  g_test_add_func ("/mark/draws-at-every-size", test_every_size);
  return g_test_run ();
}
