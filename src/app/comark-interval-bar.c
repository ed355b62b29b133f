/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-interval-bar.h"

#include "comark-part.h"

#define WIDTH 180
#define HEIGHT 24
#define DOT 5.5
#define INSET 8.0

struct _ComarkIntervalBar
{
  GtkWidget parent_instance;

  double alpha, low, high;
};

G_DEFINE_FINAL_TYPE (ComarkIntervalBar, comark_interval_bar, GTK_TYPE_WIDGET)

/* Where the bands of comark_agreement_reading() begin. */
static const double bands[] = { 0, 0.667, 0.8, 1 };

static double
x_of (double value, double width)
{
  return INSET + CLAMP (value, 0, 1) * (width - 2 * INSET);
}

static void
paint_bands (cairo_t *cr, const GdkRGBA *ink, double width, double height)
{
  for (guint i = 0; i + 1 < G_N_ELEMENTS (bands); i++)
    {
      double from = x_of (bands[i], width), to = x_of (bands[i + 1], width);

      cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, 0.08 + 0.08 * i);
      cairo_rectangle (cr, from, height / 2 - 5, to - from, 10);
      cairo_fill (cr);
    }
}

static void
paint_interval (ComarkIntervalBar *self, cairo_t *cr, double width, double height)
{
  cairo_set_line_width (cr, 3);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (cr, x_of (self->low, width), height / 2);
  cairo_line_to (cr, x_of (self->high, width), height / 2);
  cairo_stroke (cr);
  cairo_arc (cr, x_of (self->alpha, width), height / 2, DOT, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
comark_interval_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  GdkRGBA ink;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  paint_bands (cr, &ink, width, height);
  gdk_cairo_set_source_rgba (cr, &ink);
  paint_interval (COMARK_INTERVAL_BAR (widget), cr, width, height);
  cairo_destroy (cr);
}

static void
comark_interval_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                             int *minimum, int *natural, int *minimum_baseline,
                             int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
comark_interval_bar_class_init (ComarkIntervalBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = comark_interval_bar_snapshot;
  widget_class->measure = comark_interval_bar_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
comark_interval_bar_init (ComarkIntervalBar *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
comark_interval_bar_new (double alpha, const ComarkInterval *interval, const char *words)
{
  ComarkIntervalBar *self = g_object_new (COMARK_TYPE_INTERVAL_BAR, NULL);

  self->alpha = alpha;
  self->low = interval->low;
  self->high = interval->high;
  comark_part_name (GTK_WIDGET (self), words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
  return GTK_WIDGET (self);
}
