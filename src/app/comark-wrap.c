/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-wrap.h"

struct _ComarkWrap
{
  GtkWidget parent_instance;

  int gap;
};

G_DEFINE_FINAL_TYPE (ComarkWrap, comark_wrap, GTK_TYPE_WIDGET)

static int
measure_child (GtkWidget *child, GtkOrientation orientation, int for_size, gboolean is_minimum)
{
  int minimum, natural;

  gtk_widget_measure (child, orientation, for_size, &minimum, &natural, NULL, NULL);
  return is_minimum ? minimum : natural;
}

/* Measures the line that begins with @child.
 * Returns: (nullable): the first child of the next line */
static GtkWidget *
measure_line (ComarkWrap *self, GtkWidget *child, int width, int *height)
{
  int x = 0;

  *height = 0;
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int own_width;

      if (!gtk_widget_should_layout (child))
        continue;
      own_width = MIN (measure_child (child, GTK_ORIENTATION_HORIZONTAL, -1, FALSE), width);
      if (x > 0 && x + own_width > width)
        return child;
      *height = MAX (*height, measure_child (child, GTK_ORIENTATION_VERTICAL, own_width, FALSE));
      x += own_width + self->gap;
    }
  return NULL;
}

/* Each in the middle of its line. */
static void
place_line (ComarkWrap *self, GtkWidget *child, GtkWidget *end, int width, int y, int height)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (; child != end; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place = { 0 };

      if (!gtk_widget_should_layout (child))
        continue;
      place.width = MIN (measure_child (child, GTK_ORIENTATION_HORIZONTAL, -1, FALSE), width);
      place.height = measure_child (child, GTK_ORIENTATION_VERTICAL, place.width, FALSE);
      place.x = is_rtl ? width - x - place.width : x;
      place.y = y + (height - place.height) / 2;
      x += place.width + self->gap;
      gtk_widget_size_allocate (child, &place, -1);
    }
}

/* Goes through the lines, and gives each child its place if @places is TRUE.
 * Returns: the height of all lines */
static int
lay_out (GtkWidget *widget, int width, gboolean places, int *n_lines)
{
  ComarkWrap *self = COMARK_WRAP (widget);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int y = 0, height = 0;

  for (*n_lines = 0; child != NULL; ++*n_lines)
    {
      GtkWidget *end = measure_line (self, child, width, &height);

      if (places)
        place_line (self, child, end, width, y, height);
      y += height + (end != NULL ? self->gap : 0);
      child = end;
    }
  return y;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  int gap = COMARK_WRAP (widget)->gap;

  *minimum = 0;
  *natural = -gap;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        *minimum = MAX (*minimum, measure_child (child, GTK_ORIENTATION_HORIZONTAL, -1, TRUE));
        *natural += gap + measure_child (child, GTK_ORIENTATION_HORIZONTAL, -1, FALSE);
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
  int n_lines = 1;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (widget, minimum, natural);
  else
    *minimum = *natural
      = lay_out (widget, for_size < 0 ? G_MAXINT / 2 : for_size, FALSE, &n_lines);
}

static void
allocate (GtkWidget *widget, int width, int height, int baseline)
{
  int n_lines = 1;

  lay_out (widget, width, TRUE, &n_lines);
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
  self->gap = 12;
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

void
comark_wrap_set_gap (ComarkWrap *self, int gap)
{
  g_return_if_fail (COMARK_IS_WRAP (self));

  self->gap = gap;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

int
comark_wrap_count_lines (ComarkWrap *self, int width)
{
  int n_lines = 1;

  g_return_val_if_fail (COMARK_IS_WRAP (self), 0);

  lay_out (GTK_WIDGET (self), width, FALSE, &n_lines);
  return n_lines;
}
