/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding words in the document: the bar, its keys, and what it finds marked on the pages.
 */
#include "comark-page-view-private.h"

static void
on_found_cb (ComarkPageView *self)
{
  ComarkPageSearch *search = comark_page_find_get_search (self->find);
  g_autoptr (GArray) all = comark_page_search_dup_areas (search);
  g_autoptr (GArray) current = comark_page_search_dup_current_areas (search);

  comark_page_marks_set (self->marks, COMARK_PAGE_MARK_FOUND, all);
  comark_page_marks_set (self->marks, COMARK_PAGE_MARK_NOW, current);
}

static void
on_found_shown_cb (ComarkPageView *self)
{
  g_autoptr (GArray) current
    = comark_page_search_dup_current_areas (comark_page_find_get_search (self->find));

  if (current->len > 0)
    comark_page_view_show_area (self, &g_array_index (current, ComarkReaderArea, 0));
}

static void
on_find_closed_cb (ComarkPageView *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->find), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->desk));
}

static void
find_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ComarkPageView *self = COMARK_PAGE_VIEW (widget);

  if (self->n_pages == 0)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->find), TRUE);
  comark_page_find_set_page (self->find, self->page);
  comark_page_find_begin (self->find);
}

static void
find_step (ComarkPageView *self, int direction)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->find)))
    comark_page_find_step (self->find, direction);
  else
    find_action (GTK_WIDGET (self), NULL, NULL);
}

static void
find_next_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  find_step (COMARK_PAGE_VIEW (widget), 1);
}

static void
find_previous_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  find_step (COMARK_PAGE_VIEW (widget), -1);
}

void
comark_page_view_class_bind_find (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page-view.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "page-view.find-next", NULL, find_next_action);
  gtk_widget_class_install_action (widget_class, "page-view.find-previous", NULL,
                                   find_previous_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "page-view.find",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK,
                                       "page-view.find-next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F3, 0, "page-view.find-next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F3, GDK_SHIFT_MASK,
                                       "page-view.find-previous", NULL);
  gtk_widget_class_bind_template_callback (widget_class, on_find_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_found_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_found_shown_cb);
}
