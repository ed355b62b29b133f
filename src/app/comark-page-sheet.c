/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-page-sheet.h"

#include <math.h>

#define MARGIN 12
#define STEP 60.0
#define OVERLAP 0.9 /* of a screenful, so that the last line stays in sight */

struct _ComarkPageSheet
{
  AdwBin parent_instance;

  /* template children */
  GtkScrolledWindow *scroller;
  GtkPicture *picture;

  /* state */
  ComarkPageEdge edge;
  double fraction; /* of the page above the middle of the view; -1: nothing to restore */
  int room;
};

enum
{
  ROOM_CHANGED,
  TURNED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ComarkPageSheet, comark_page_sheet, ADW_TYPE_BIN)

static GtkAdjustment *
get_vertical (ComarkPageSheet *self)
{
  return gtk_scrolled_window_get_vadjustment (self->scroller);
}

/* --- keeping the place --------------------------------------------------------------------- */

static void
remember_place (ComarkPageSheet *self)
{
  GtkAdjustment *vertical = get_vertical (self);
  double upper = gtk_adjustment_get_upper (vertical);
  double screenful = gtk_adjustment_get_page_size (vertical);

  if (self->edge == COMARK_PAGE_EDGE_TOP || upper <= 0)
    self->fraction = 0;
  else if (self->edge == COMARK_PAGE_EDGE_BOTTOM)
    self->fraction = 1;
  else if (self->fraction < 0)
    self->fraction = (gtk_adjustment_get_value (vertical) + screenful / 2) / upper;
}

static void
restore_place (ComarkPageSheet *self)
{
  GtkAdjustment *vertical = get_vertical (self);
  double screenful = gtk_adjustment_get_page_size (vertical);

  if (self->fraction < 0)
    return;
  gtk_adjustment_set_value (vertical, self->fraction * gtk_adjustment_get_upper (vertical)
                                        - screenful / 2);
}

/* The new size reaches the adjustment only with the next layout; one frame later it is over,
 * whether or not anything changed. */
static gboolean
on_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  ComarkPageSheet *self = COMARK_PAGE_SHEET (widget);

  restore_place (self);
  self->fraction = -1;
  self->edge = COMARK_PAGE_EDGE_KEEP;
  return G_SOURCE_REMOVE;
}

static void
on_vertical_changed_cb (ComarkPageSheet *self)
{
  restore_place (self);
}

static void
on_page_size_changed_cb (ComarkPageSheet *self)
{
  int room = comark_page_sheet_get_room (self);

  if (room == self->room)
    return;
  self->room = room;
  g_signal_emit (self, signals[ROOM_CHANGED], 0);
}

/* --- keys ---------------------------------------------------------------------------------- */

static gboolean
scroll (GtkAdjustment *adjustment, double by)
{
  double before = gtk_adjustment_get_value (adjustment);

  gtk_adjustment_set_value (adjustment, before + by);
  return fabs (gtk_adjustment_get_value (adjustment) - before) > 0.5;
}

static void
scroll_or_turn (ComarkPageSheet *self, int direction)
{
  GtkAdjustment *vertical = get_vertical (self);

  if (!scroll (vertical, direction * OVERLAP * gtk_adjustment_get_page_size (vertical)))
    g_signal_emit (self, signals[TURNED], 0, direction);
}

static void
scroll_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ComarkPageSheet *self = COMARK_PAGE_SHEET (widget);
  GtkAdjustment *horizontal = gtk_scrolled_window_get_hadjustment (self->scroller);
  const char *where = g_variant_get_string (parameter, NULL);

  if (g_str_equal (where, "page-down"))
    scroll_or_turn (self, 1);
  else if (g_str_equal (where, "page-up"))
    scroll_or_turn (self, -1);
  else if (g_str_equal (where, "down"))
    scroll (get_vertical (self), STEP);
  else if (g_str_equal (where, "up"))
    scroll (get_vertical (self), -STEP);
  else if (g_str_equal (where, "right"))
    scroll (horizontal, STEP);
  else
    scroll (horizontal, -STEP);
}

/* --- public -------------------------------------------------------------------------------- */

void
comark_page_sheet_show (ComarkPageSheet *self, GdkTexture *texture, int width, int height,
                        const char *name)
{
  g_return_if_fail (COMARK_IS_PAGE_SHEET (self));

  remember_place (self);
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_widget_set_size_request (GTK_WIDGET (self->picture), width, height);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick_cb, NULL, NULL);
}

void
comark_page_sheet_set_edge (ComarkPageSheet *self, ComarkPageEdge edge)
{
  g_return_if_fail (COMARK_IS_PAGE_SHEET (self));

  self->edge = edge;
}

int
comark_page_sheet_get_room (ComarkPageSheet *self)
{
  g_return_val_if_fail (COMARK_IS_PAGE_SHEET (self), 0);

  GtkAdjustment *horizontal = gtk_scrolled_window_get_hadjustment (self->scroller);
  return MAX ((int) gtk_adjustment_get_page_size (horizontal) - 2 * MARGIN, 0);
}

/* --- life ---------------------------------------------------------------------------------- */

static void
comark_page_sheet_dispose (GObject *object)
{
  /* Before the template lets go of it: AdwBin would unparent it a second time. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), COMARK_TYPE_PAGE_SHEET);
  G_OBJECT_CLASS (comark_page_sheet_parent_class)->dispose (object);
}

static void
comark_page_sheet_class_init (ComarkPageSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_page_sheet_dispose;
  signals[ROOM_CHANGED] = g_signal_new ("room-changed", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TURNED] = g_signal_new ("turned", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_install_action (widget_class, "page-sheet.scroll", "s", scroll_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-page-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkPageSheet, scroller);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageSheet, picture);
}

static void
comark_page_sheet_init (ComarkPageSheet *self)
{
  self->fraction = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (get_vertical (self), "changed", G_CALLBACK (on_vertical_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller),
                           "notify::page-size", G_CALLBACK (on_page_size_changed_cb), self,
                           G_CONNECT_SWAPPED);
}
