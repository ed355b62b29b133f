/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-wrap.h"

#define GAP 12

struct _ComarkWrap
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (ComarkWrap, comark_wrap, GTK_TYPE_WIDGET)

static int
measure_child (GtkWidget *child, GtkOrientation orientation, int for_size, gboolean is_minimum)
{
  int minimum, natural;

  gtk_widget_measure (child, orientation, for_size, &minimum, &natural, NULL, NULL);
  return is_minimum ? minimum : natural;
}

/* Goes through the lines, and gives each child its place if @places is TRUE.
 * Returns: the height of all lines */
static int
lay_out (GtkWidget *widget, int width, gboolean places)
{
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0, line = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place = { 0 };

      if (!gtk_widget_should_layout (child))
        continue;
      place.width = MIN (measure_child (child, GTK_ORIENTATION_HORIZONTAL, -1, FALSE), width);
      place.height = measure_child (child, GTK_ORIENTATION_VERTICAL, place.width, FALSE);
      if (x > 0 && x + place.width > width)
        {
          x = 0;
          y += line + GAP;
          line = 0;
        }
      place.x = is_rtl ? width - x - place.width : x;
      place.y = y;
      x += place.width + GAP;
      line = MAX (line, place.height);
      if (places)
        gtk_widget_size_allocate (child, &place, -1);
    }
  return y + line;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = 0;
  *natural = -GAP;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        *minimum = MAX (*minimum, measure_child (child, GTK_ORIENTATION_HORIZONTAL, -1, TRUE));
        *natural += GAP + measure_child (child, GTK_ORIENTATION_HORIZONTAL, -1, FALSE);
      }
  *natural = MAX (*natural, *minimum);
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (widget, minimum, natural);
  else
    *minimum = *natural = lay_out (widget, for_size < 0 ? G_MAXINT / 2 : for_size, FALSE);
}

static void
allocate (GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (widget, width, TRUE);
}

static void
comark_wrap_dispose (GObject *object)
{
  comark_wrap_clear (COMARK_WRAP (object));
  G_OBJECT_CLASS (comark_wrap_parent_class)->dispose (object);
}

static void
comark_wrap_class_init (ComarkWrapClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = comark_wrap_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
comark_wrap_init (ComarkWrap *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self),
                                 gtk_custom_layout_new (get_request_mode, measure, allocate));
}

GtkWidget *
comark_wrap_new (void)
{
  return g_object_new (COMARK_TYPE_WRAP, NULL);
}

void
comark_wrap_append (ComarkWrap *self, GtkWidget *child)
{
  g_return_if_fail (COMARK_IS_WRAP (self));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

void
comark_wrap_clear (ComarkWrap *self)
{
  GtkWidget *child;

  g_return_if_fail (COMARK_IS_WRAP (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
