/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Turning from page to page: by keys, buttons, the number typed or the wheel, and to a place on a
 * page.
 */
#include "comark-page-view-private.h"

void
comark_page_view_begin_turning (ComarkPageView *self, int page, ComarkPageEdge edge)
{
  gboolean is_another = page != self->page;

  self->page = page;
  self->edge = edge;
  self->is_turning = TRUE;
  if (self->n_pages > 0)
    comark_page_view_update_controls (self);
  if (self->cache != NULL)
    comark_page_cache_forget_failures (self->cache);
  g_hash_table_remove (self->problems, GINT_TO_POINTER (page));
  gtk_widget_set_visible (self->page_problem, FALSE);
  comark_page_view_want_pages (self);
  if (is_another)
    g_object_notify (G_OBJECT (self), "page");
}

void
comark_page_view_turn_to (ComarkPageView *self, int page, ComarkPageEdge edge)
{
  page = self->n_pages > 0 ? CLAMP (page, 0, self->n_pages - 1) : MAX (page, 0);
  g_clear_pointer (&self->area, g_free);
  if (page != self->page || self->is_continuous)
    comark_page_view_begin_turning (self, page, edge);
  else
    comark_page_view_update_controls (self);
}

static void
on_desk_turned_cb (ComarkPageView *self, int direction)
{
  comark_page_view_turn_to (self, self->page + direction,
                            direction > 0 ? COMARK_PAGE_EDGE_TOP : COMARK_PAGE_EDGE_BOTTOM);
}

static void
on_page_entered_cb (ComarkPageView *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->page_entry));
  guint64 number;

  if (g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT, &number, NULL))
    comark_page_view_turn_to (self, (int) number - 1, COMARK_PAGE_EDGE_TOP);
  else
    comark_page_view_update_controls (self);
}

static void
previous_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  comark_page_view_turn_to (COMARK_PAGE_VIEW (widget), COMARK_PAGE_VIEW (widget)->page - 1,
                            COMARK_PAGE_EDGE_TOP);
}

static void
next_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  comark_page_view_turn_to (COMARK_PAGE_VIEW (widget), COMARK_PAGE_VIEW (widget)->page + 1,
                            COMARK_PAGE_EDGE_TOP);
}

static void
first_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  comark_page_view_turn_to (COMARK_PAGE_VIEW (widget), 0, COMARK_PAGE_EDGE_TOP);
}

static void
last_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  comark_page_view_turn_to (COMARK_PAGE_VIEW (widget), G_MAXINT, COMARK_PAGE_EDGE_TOP);
}

int
comark_page_view_get_page (ComarkPageView *self)
{
  g_return_val_if_fail (COMARK_IS_PAGE_VIEW (self), 0);

  return self->page;
}

void
comark_page_view_set_page (ComarkPageView *self, int page)
{
  g_return_if_fail (COMARK_IS_PAGE_VIEW (self));

  comark_page_view_turn_to (self, page, COMARK_PAGE_EDGE_TOP);
}

void
comark_page_view_show_area (ComarkPageView *self, const ComarkReaderArea *area)
{
  g_return_if_fail (COMARK_IS_PAGE_VIEW (self));

  if (self->layout == NULL || area->page < 0 || area->page >= self->n_pages)
    return;
  g_free (self->area);
  self->area = g_memdup2 (area, sizeof *area);
  comark_page_view_begin_turning (self, area->page, COMARK_PAGE_EDGE_TOP);
}

void
comark_page_view_class_bind_turn (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page-view.first", NULL, first_action);
  gtk_widget_class_install_action (widget_class, "page-view.last", NULL, last_action);
  gtk_widget_class_install_action (widget_class, "page-view.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "page-view.previous", NULL, previous_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, GDK_CONTROL_MASK,
                                       "page-view.first", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_End, GDK_CONTROL_MASK,
                                       "page-view.last", NULL);
  gtk_widget_class_bind_template_callback (widget_class, on_desk_turned_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_page_entered_cb);
}
