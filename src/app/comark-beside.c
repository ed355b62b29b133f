/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-beside.h"

#define LEAST_WIDTH 300 /* of each, side by side */
#define GAP 12

struct _ComarkBeside
{
  GtkWidget parent_instance;

  GtkWidget *second; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (ComarkBeside, comark_beside, GTK_TYPE_WIDGET)

static int
least_of (GtkWidget *child, GtkOrientation orientation, int for_size)
{
  int minimum;

  gtk_widget_measure (child, orientation, for_size, &minimum, NULL, NULL, NULL);
  return minimum;
}

static int
least_width (GtkWidget *child)
{
  return least_of (child, GTK_ORIENTATION_HORIZONTAL, -1);
}

static gboolean
fits_side_by_side (ComarkBeside *self, int width)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self));
  int least = MAX (MAX (least_width (first), least_width (self->second)), LEAST_WIDTH);

  return width >= 2 * least + GAP;
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
  ComarkBeside *self = COMARK_BESIDE (widget);
  GtkWidget *first = gtk_widget_get_first_child (widget);

  *minimum = *natural = 0;
  if (first == NULL)
    return;
  if (self->second == NULL)
    gtk_widget_measure (first, orientation, for_size, minimum, natural, NULL, NULL);
  else if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MAX (least_width (first), least_width (self->second));
  else
    *minimum = *natural = MAX (least_of (first, orientation, -1),
                               least_of (self->second, orientation, -1));
}

static void
place_side_by_side (GtkWidget *widget, GtkAllocation *first, GtkAllocation *second, int width)
{
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  first->width = second->width = (width - GAP) / 2;
  if (is_rtl)
    first->x = width - first->width;
  else
    second->x = width - second->width;
}

/* The first keeps what it needs at least, and else each has its half. */
static void
place_stacked (GtkAllocation *first, GtkAllocation *second, int height, int least_first,
               int least_second)
{
  first->height = CLAMP ((height - GAP) / 2, least_first, height - GAP - least_second);
  second->y = first->height + GAP;
  second->height = height - second->y;
}

static void
allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ComarkBeside *self = COMARK_BESIDE (widget);
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkAllocation place = { 0, 0, width, height }, other = { 0, 0, width, height };

  if (first == NULL)
    return;
  gboolean is_wide = self->second != NULL && fits_side_by_side (self, width);
  int least_first = self->second ? least_of (first, GTK_ORIENTATION_VERTICAL, width) : 0;
  int least_second
    = self->second ? least_of (self->second, GTK_ORIENTATION_VERTICAL, width) : 0;
  gboolean is_covered = self->second != NULL && !is_wide
                        && least_first + GAP + least_second > height;

  gtk_widget_set_child_visible (first, !is_covered);
  if (is_wide)
    place_side_by_side (widget, &place, &other, width);
  else if (self->second != NULL && !is_covered)
    place_stacked (&place, &other, height, least_first, least_second);
  if (!is_covered)
    gtk_widget_size_allocate (first, &place, -1);
  if (self->second != NULL)
    gtk_widget_size_allocate (self->second, &other, -1);
}

void
comark_beside_set_second (ComarkBeside *self, GtkWidget *second)
{
  g_return_if_fail (COMARK_IS_BESIDE (self));

  g_clear_pointer (&self->second, gtk_widget_unparent);
  self->second = second;
  if (second != NULL)
    gtk_widget_insert_before (second, GTK_WIDGET (self), NULL);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

GtkWidget *
comark_beside_get_second (ComarkBeside *self)
{
  g_return_val_if_fail (COMARK_IS_BESIDE (self), NULL);

  return self->second;
}

static void
comark_beside_dispose (GObject *object)
{
  GtkWidget *child;

  COMARK_BESIDE (object)->second = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (comark_beside_parent_class)->dispose (object);
}

static void
comark_beside_class_init (ComarkBesideClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = comark_beside_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
comark_beside_init (ComarkBeside *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self),
                                 gtk_custom_layout_new (get_request_mode, measure, allocate));
}
