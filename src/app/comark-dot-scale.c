/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-dot-scale.h"

#include <glib/gi18n.h>

#include "comark-part.h"

/* A scale may have a hundred levels: then only dots and the numbers that matter find room. */
#define MAX_NUMBERS 12
#define SLOT_EMS 3.1

struct _ComarkDotScale
{
  GtkWidget parent_instance;

  /* owned */
  ComarkFramework *framework; /* NULL before the first */
  GArray *ratings;            /* ComarkMemberRating */
  char *words;

  ComarkValue expert_median;
  ComarkValue staff_median;
  ComarkValue suggested;
  ComarkValue agreed;
};

G_DEFINE_FINAL_TYPE (ComarkDotScale, comark_dot_scale, GTK_TYPE_WIDGET)

/* ---- words ---- */

static int
compare_values (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static void
say_group (ComarkDotScale *self, ComarkMemberKind kind, GString *words)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree char *group = comark_part_group_words (self->framework, kind);

  for (guint i = 0; i < self->ratings->len; i++)
    {
      ComarkMemberRating *rating = &g_array_index (self->ratings, ComarkMemberRating, i);
      if (rating->kind == kind && rating->value != COMARK_VALUE_NONE)
        g_array_append_val (values, rating->value);
    }
  g_array_sort (values, compare_values);
  g_string_append_printf (words, "%s: ", group);
  for (guint i = 0; i < values->len; i++)
    {
      g_autofree char *value = comark_value_is_level (g_array_index (values, int, i))
                                 ? comark_value_to_text (g_array_index (values, int, i))
                                 : comark_part_value_words (self->framework,
                                                            g_array_index (values, int, i));
      g_string_append_printf (words, "%s%s", i ? ", " : "", value);
    }
  g_string_append (words, values->len ? ". " : _("none. "));
}

static void
update_words (ComarkDotScale *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  say_group (self, COMARK_KIND_EXPERT, words);
  say_group (self, COMARK_KIND_STAFF, words);
  if (self->suggested != COMARK_VALUE_NONE)
    g_string_append_printf (words, _("Suggested %d."), self->suggested);
  else
    g_string_append (words, _("No value is suggested."));
  if (self->agreed != COMARK_VALUE_NONE)
    {
      g_autofree char *agreed = comark_value_is_level (self->agreed)
                                  ? comark_value_to_text (self->agreed)
                                  : comark_part_value_words (self->framework, self->agreed);
      /* translators: the value that the panel agreed */
      g_string_append_printf (words, _(" Agreed: %s."), agreed);
    }
  g_free (self->words);
  self->words = g_strdup (words->str);
  comark_part_name (GTK_WIDGET (self), self->words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), self->words);
}

/* ---- where things are ---- */

typedef struct
{
  cairo_t *cr;
  PangoLayout *layout;
  double em;     /* height of a line of text */
  double radius; /* of a dot */
  double slot;   /* width of one place on the scale */
  double middle; /* of the line of numbers */
  GdkRGBA ink;
  GdkRGBA paper;
  GdkRGBA expert;       /* of a round dot */
  GdkRGBA expert_ink;   /* of its letter */
} Pen;

static int
n_levels (ComarkDotScale *self)
{
  return comark_framework_highest_value (self->framework)
         - comark_framework_lowest_value (self->framework) + 1;
}

/* The levels, then "?" and "n/a". */
static int
n_slots (ComarkDotScale *self)
{
  return n_levels (self) + 2;
}

static double
centre_of (ComarkDotScale *self, const Pen *pen, ComarkValue value)
{
  int index = value - comark_framework_lowest_value (self->framework);

  if (value == COMARK_VALUE_CANNOT_TELL)
    index = n_levels (self);
  else if (value == COMARK_VALUE_NOT_APPLICABLE)
    index = n_levels (self) + 1;
  return (index + 0.5) * pen->slot;
}

static double
line_height (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "0");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

/* ---- painting ---- */

static void
paint_text (const Pen *pen, const char *text, double x, double y, double size, const GdkRGBA *ink)
{
  int width, height;

  pango_layout_set_text (pen->layout, text, -1);
  pango_layout_get_pixel_size (pen->layout, &width, &height);
  cairo_save (pen->cr);
  gdk_cairo_set_source_rgba (pen->cr, ink);
  cairo_translate (pen->cr, x, y);
  cairo_scale (pen->cr, size, size);
  cairo_move_to (pen->cr, -width / 2.0, -height / 2.0);
  pango_cairo_show_layout (pen->cr, pen->layout);
  cairo_restore (pen->cr);
}

static void
paint_frame (const Pen *pen, double x, gboolean is_agreed)
{
  double half = pen->em * 0.62, radius = pen->em * 0.2;

  cairo_new_sub_path (pen->cr);
  cairo_arc (pen->cr, x + half - radius, pen->middle - half + radius, radius, -G_PI_2, 0);
  cairo_arc (pen->cr, x + half - radius, pen->middle + half - radius, radius, 0, G_PI_2);
  cairo_arc (pen->cr, x - half + radius, pen->middle + half - radius, radius, G_PI_2, G_PI);
  cairo_arc (pen->cr, x - half + radius, pen->middle - half + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (pen->cr);
  if (is_agreed)
    {
      gdk_cairo_set_source_rgba (pen->cr, &pen->ink);
      cairo_set_line_width (pen->cr, 2);
      cairo_stroke (pen->cr);
      return;
    }
  cairo_set_source_rgba (pen->cr, pen->ink.red, pen->ink.green, pen->ink.blue, 0.16);
  cairo_fill (pen->cr);
}

static void
paint_bar (const Pen *pen, double x, double y)
{
  double half = pen->em * 0.55;

  gdk_cairo_set_source_rgba (pen->cr, &pen->ink);
  cairo_rectangle (pen->cr, x - half, y - 1.25, 2 * half, 2.5);
  cairo_fill (pen->cr);
}

static void
paint_numbers (ComarkDotScale *self, const Pen *pen)
{
  ComarkValue lowest = comark_framework_lowest_value (self->framework);
  int step = 1 + n_levels (self) / MAX_NUMBERS;

  if (self->suggested != COMARK_VALUE_NONE)
    paint_frame (pen, centre_of (self, pen, self->suggested), FALSE);
  if (self->agreed != COMARK_VALUE_NONE)
    paint_frame (pen, centre_of (self, pen, self->agreed), TRUE);
  for (int i = 0; i < n_levels (self); i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", lowest + i);
      if (i % step == 0 || lowest + i == self->suggested || lowest + i == self->agreed)
        paint_text (pen, text, centre_of (self, pen, lowest + i), pen->middle, 1, &pen->ink);
    }
  paint_text (pen, "?", centre_of (self, pen, COMARK_VALUE_CANNOT_TELL), pen->middle, 1,
              &pen->ink);
  paint_text (pen, _("n/a"), centre_of (self, pen, COMARK_VALUE_NOT_APPLICABLE), pen->middle, 0.9,
              &pen->ink);
  if (self->expert_median != COMARK_VALUE_NONE)
    paint_bar (pen, centre_of (self, pen, self->expert_median), pen->middle - pen->em * 0.75);
  if (self->staff_median != COMARK_VALUE_NONE)
    paint_bar (pen, centre_of (self, pen, self->staff_median), pen->middle + pen->em * 0.75);
}

/* Shape, place and letter say the kind; the colour is for the eye alone. */
static void
paint_dot (const Pen *pen, ComarkMemberKind kind, double x)
{
  gboolean is_expert = kind == COMARK_KIND_EXPERT;
  double y = pen->middle + (is_expert ? -1 : 1) * (pen->em * 0.9 + pen->radius);

  cairo_new_path (pen->cr);
  if (is_expert)
    cairo_arc (pen->cr, x, y, pen->radius, 0, 2 * G_PI);
  else
    cairo_rectangle (pen->cr, x - pen->radius * 0.9, y - pen->radius * 0.9, pen->radius * 1.8,
                     pen->radius * 1.8);
  gdk_cairo_set_source_rgba (pen->cr, is_expert ? &pen->expert : &pen->paper);
  cairo_fill_preserve (pen->cr);
  gdk_cairo_set_source_rgba (pen->cr, is_expert ? &pen->paper : &pen->ink);
  cairo_set_line_width (pen->cr, is_expert ? 1 : 1.5);
  cairo_stroke (pen->cr);
  /* translators: the one letter on the dot of an expert by experience, and of a staff member */
  paint_text (pen, is_expert ? C_("letter on a dot", "E") : C_("letter on a dot", "S"), x, y, 0.72,
              is_expert ? &pen->expert_ink : &pen->ink);
}

static void
paint_group (ComarkDotScale *self, const Pen *pen, ComarkMemberKind kind, ComarkValue value)
{
  guint n = 0, nth = 0;
  double step;

  for (guint i = 0; i < self->ratings->len; i++)
    {
      ComarkMemberRating *one = &g_array_index (self->ratings, ComarkMemberRating, i);
      n += one->kind == kind && one->value == value;
    }
  /* Many in one place stand closer together, each still to be counted. */
  step = n > 1 ? MIN (pen->radius * 2 + 1, (pen->slot - pen->radius * 2) / (n - 1)) : 0;
  for (; nth < n; nth++)
    paint_dot (pen, kind, centre_of (self, pen, value) + (nth - (n - 1) / 2.0) * step);
}

static void
paint_dots (ComarkDotScale *self, const Pen *pen, ComarkMemberKind kind)
{
  ComarkValue lowest = comark_framework_lowest_value (self->framework);

  for (int i = 0; i < n_levels (self); i++)
    paint_group (self, pen, kind, lowest + i);
  paint_group (self, pen, kind, COMARK_VALUE_CANNOT_TELL);
  paint_group (self, pen, kind, COMARK_VALUE_NOT_APPLICABLE);
}

static void
find_colours (GtkWidget *widget, Pen *pen)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);

  gtk_style_context_get_color (context, &pen->ink);
  pen->expert = pen->ink;
  pen->paper = pen->expert_ink = (GdkRGBA) { 1, 1, 1, 1 };
  gtk_style_context_lookup_color (context, "accent_bg_color", &pen->expert);
  gtk_style_context_lookup_color (context, "accent_fg_color", &pen->expert_ink);
  gtk_style_context_lookup_color (context, "view_bg_color", &pen->paper);
}

static void
comark_dot_scale_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ComarkDotScale *self = COMARK_DOT_SCALE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, NULL);
  Pen pen = { .layout = layout, .em = line_height (widget), .middle = height / 2.0 };

  if (self->framework == NULL)
    return;
  pen.radius = pen.em * 0.5;
  pen.slot = (double) width / n_slots (self);
  find_colours (widget, &pen);
  pen.cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  paint_numbers (self, &pen);
  paint_dots (self, &pen, COMARK_KIND_EXPERT);
  paint_dots (self, &pen, COMARK_KIND_STAFF);
  cairo_destroy (pen.cr);
}

static void
comark_dot_scale_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                          int *minimum, int *natural, int *minimum_baseline,
                          int *natural_baseline)
{
  ComarkDotScale *self = COMARK_DOT_SCALE (widget);
  double em = line_height (widget);
  int slots = self->framework != NULL ? MIN (n_slots (self), MAX_NUMBERS + 2) : 1;

  *minimum = (int) (orientation == GTK_ORIENTATION_VERTICAL ? em * 4.3 : em * 1.3 * slots);
  *natural = (int) (orientation == GTK_ORIENTATION_VERTICAL ? em * 4.3 : em * SLOT_EMS * slots);
}

/* ---- class ---- */

static void
comark_dot_scale_finalize (GObject *object)
{
  ComarkDotScale *self = COMARK_DOT_SCALE (object);

  g_clear_object (&self->framework);
  g_array_unref (self->ratings);
  g_free (self->words);
  G_OBJECT_CLASS (comark_dot_scale_parent_class)->finalize (object);
}

static void
comark_dot_scale_class_init (ComarkDotScaleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = comark_dot_scale_finalize;
  widget_class->snapshot = comark_dot_scale_snapshot;
  widget_class->measure = comark_dot_scale_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
comark_dot_scale_init (ComarkDotScale *self)
{
  self->ratings = g_array_new (FALSE, FALSE, sizeof (ComarkMemberRating));
  self->words = g_strdup ("");
}

GtkWidget *
comark_dot_scale_new (void)
{
  return g_object_new (COMARK_TYPE_DOT_SCALE, NULL);
}

void
comark_dot_scale_set (ComarkDotScale *self, ComarkFramework *framework,
                      const ComarkMemberRating *ratings, guint n, const ComarkMedians *medians,
                      ComarkValue agreed)
{
  g_return_if_fail (COMARK_IS_DOT_SCALE (self));

  g_set_object (&self->framework, framework);
  g_array_set_size (self->ratings, 0);
  if (n > 0)
    g_array_append_vals (self->ratings, ratings, n);
  self->expert_median = medians != NULL ? medians->expert_median : COMARK_VALUE_NONE;
  self->staff_median = medians != NULL ? medians->staff_median : COMARK_VALUE_NONE;
  self->suggested = medians != NULL ? medians->suggested : COMARK_VALUE_NONE;
  self->agreed = agreed;
  update_words (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

const char *
comark_dot_scale_get_words (ComarkDotScale *self)
{
  g_return_val_if_fail (COMARK_IS_DOT_SCALE (self), NULL);

  return self->words;
}
