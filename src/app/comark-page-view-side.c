/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The panel beside the pages, or in their place where there is no room for both.
 */
#include "comark-page-view-private.h"

#define SIDE_WIDTH 210
#define LEAST_PAGE_WIDTH 300 /* beside the panel */

/* Where there is room for one only, the panel stands in the place of the pages. */
static void
show_side (ComarkPageView *self)
{
  gboolean is_alone = self->is_narrow && self->shows_side;

  gtk_widget_set_visible (GTK_WIDGET (self->side), self->shows_side);
  gtk_widget_set_hexpand (GTK_WIDGET (self->side), is_alone);
  gtk_widget_set_visible (self->pages, !is_alone);
}

void
comark_page_view_set_shows_side (ComarkPageView *self, gboolean shows)
{
  if (self->shows_side == shows)
    return;
  self->shows_side = shows;
  show_side (self);
  /* Whoever calls the panel wants to use it; who sends it away, to read. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self->tools)))
    gtk_widget_child_focus (shows ? GTK_WIDGET (self->side) : self->pages, GTK_DIR_TAB_FORWARD);
  g_object_notify (G_OBJECT (self), "shows-side");
}

static void
on_page_chosen_cb (ComarkPageView *self, int page, gboolean is_final)
{
  comark_page_view_turn_to (self, page, COMARK_PAGE_EDGE_TOP);
  if (self->is_narrow && is_final)
    comark_page_view_set_shows_side (self, FALSE);
}

static void
on_link_chosen_cb (ComarkPageView *self, const ComarkReaderLink *link)
{
  comark_page_view_follow_link (self, link);
  if (self->is_narrow && link->kind == COMARK_READER_LINK_PAGE)
    comark_page_view_set_shows_side (self, FALSE);
}

static gboolean
on_width_changed_cb (gpointer user_data)
{
  ComarkPageView *self = user_data;

  if (self->side != NULL)
    show_side (self);
  return G_SOURCE_REMOVE;
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return gtk_widget_get_request_mode (adw_bin_get_child (ADW_BIN (widget)));
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, for_size, minimum,
                      natural, minimum_baseline, natural_baseline);
}

/* As a bin, and notes whether there is room for the panel beside the pages. */
static void
allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ComarkPageView *self = COMARK_PAGE_VIEW (widget);
  int least = 0;

  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (widget)), width, height, baseline, NULL);
  gtk_widget_measure (GTK_WIDGET (self->side), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                      NULL);
  if (self->is_narrow == (width < MAX (least, SIDE_WIDTH) + LEAST_PAGE_WIDTH))
    return;
  self->is_narrow = !self->is_narrow;
  /* Not now: a widget must not change its children while it places them. */
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_width_changed_cb, g_object_ref (self),
                   g_object_unref);
}

void
comark_page_view_init_side (ComarkPageView *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self),
                                 gtk_custom_layout_new (get_request_mode, measure, allocate));
}

void
comark_page_view_class_bind_side (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "page-view.side", "shows-side");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "page-view.side", NULL);
  gtk_widget_class_bind_template_callback (widget_class, on_link_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_page_chosen_cb);
}
