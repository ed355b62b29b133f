/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages in sight: which pictures are wanted of the cache, and what happens when they come, take
 * long or cannot be had.
 */
#include "comark-page-view-private.h"

#define SETTLE_MS 120 /* of a window being resized, before pages are drawn at the new width */
#define PATIENCE_MS 150 /* that the page left may stay in sight while the next is drawn */

/* The page turned to comes onto the desk: with its picture, or without when that takes long. */
static void
arrive (ComarkPageView *self)
{
  g_autofree ComarkReaderArea *area = g_steal_pointer (&self->area);

  if (!self->is_turning)
    return;
  self->is_turning = FALSE;
  if (area == NULL)
    comark_page_desk_go_to (self->desk, self->page, self->edge);
  else
    comark_page_desk_go_to_area (self->desk, area);
}

static void
on_patience_over_cb (gpointer user_data)
{
  ComarkPageView *self = user_data;

  self->patience_id = 0;
  comark_page_view_say_page_coming (self);
  arrive (self);
}

static void
on_drawn_cb (ComarkPageView *self, int page)
{
  gtk_widget_queue_draw (GTK_WIDGET (self->desk));
  if (page != self->page)
    return;
  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_hash_table_remove (self->problems, GINT_TO_POINTER (page));
  arrive (self);
  comark_page_view_say_page_shown (self);
  comark_page_view_show_problem (self);
  comark_page_view_update_actions (self);
}

static void
on_failed_cb (ComarkPageView *self, int page, GError *error)
{
  g_hash_table_insert (self->problems, GINT_TO_POINTER (page), g_strdup (error->message));
  if (page != self->page)
    return;
  g_clear_handle_id (&self->patience_id, g_source_remove);
  arrive (self);
  comark_page_view_show_problem (self);
}

/* Without room yet there is nothing to fit to: the first layout calls again. While a page is
 * turned to, it alone is wanted; else all that is in sight. */
void
comark_page_view_want_pages (ComarkPageView *self)
{
  int first, last;

  if (self->cache == NULL || !comark_page_desk_get_range (self->desk, &first, &last))
    return;
  g_clear_handle_id (&self->settle_id, g_source_remove);
  comark_page_cache_set_scale_factor (self->cache,
                                      gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  if (self->is_turning || self->page < first || self->page > last)
    first = last = self->page;
  comark_page_cache_want (self->cache, first, last, self->page);
  if (comark_page_cache_has (self->cache, self->page))
    on_drawn_cb (self, self->page);
  else if (self->patience_id == 0 && !g_hash_table_contains (self->problems,
                                                             GINT_TO_POINTER (self->page)))
    self->patience_id = g_timeout_add_once (PATIENCE_MS, on_patience_over_cb, self);
}

/* While the window is being resized the pictures are only stretched. */
static void
on_settled_cb (gpointer user_data)
{
  ComarkPageView *self = user_data;

  self->settle_id = 0;
  comark_page_view_want_pages (self);
}

static void
on_room_changed_cb (ComarkPageView *self)
{
  if (self->cache == NULL)
    return;
  if (self->zoom > 0 || comark_page_cache_get_texture (self->cache, self->page) == NULL)
    comark_page_view_want_pages (self);
  else if (self->settle_id == 0)
    self->settle_id = g_timeout_add_once (SETTLE_MS, on_settled_cb, self);
}

/* By scrolling, or by arriving. */
static void
on_moved_cb (ComarkPageView *self)
{
  int page = comark_page_desk_get_page (self->desk);

  if (!self->is_turning && page != self->page)
    {
      g_clear_handle_id (&self->patience_id, g_source_remove);
      self->page = page;
      comark_page_view_update_controls (self);
      comark_page_view_show_problem (self);
      g_object_notify (G_OBJECT (self), "page");
    }
  comark_page_view_want_pages (self);
}

static void
retry_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ComarkPageView *self = COMARK_PAGE_VIEW (widget);

  g_hash_table_remove (self->problems, GINT_TO_POINTER (self->page));
  comark_page_view_show_problem (self);
  comark_page_cache_forget_failures (self->cache);
  comark_page_view_want_pages (self);
}

void
comark_page_view_listen_to_cache (ComarkPageView *self)
{
  g_signal_connect_object (self->cache, "drawn", G_CALLBACK (on_drawn_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->cache, "failed", G_CALLBACK (on_failed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
comark_page_view_class_bind_sight (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page-view.retry", NULL, retry_action);
  gtk_widget_class_bind_template_callback (widget_class, on_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_room_changed_cb);
}
