/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One document after another: opening it, why it cannot be shown, and letting go of it.
 */
#include "comark-page-view-private.h"

static void
show_state (ComarkPageView *self, const char *state)
{
  gtk_stack_set_visible_child_name (self->states, state);
  gtk_spinner_set_spinning (self->spinner, g_str_equal (state, "loading"));
}

void
comark_page_view_forget_document (ComarkPageView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_handle_id (&self->patience_id, g_source_remove);
  if (self->cache != NULL)
    {
      comark_page_cache_stop (self->cache);
      g_signal_handlers_disconnect_by_data (self->cache, self);
    }
  if (self->desk != NULL)
    {
      comark_page_desk_set_document (self->desk, NULL, NULL, NULL);
      comark_page_find_set_document (self->find, NULL, 0);
      comark_page_side_set_document (self->side, NULL, NULL, NULL);
    }
  for (int mark = 0; mark < COMARK_N_PAGE_MARKS; mark++)
    comark_page_marks_set (self->marks, (ComarkPageMark) mark, NULL);
  g_hash_table_remove_all (self->problems);
  g_clear_pointer (&self->area, g_free);
  g_clear_object (&self->cache);
  g_clear_object (&self->links);
  g_clear_object (&self->layout);
  g_clear_object (&self->reader);
  self->n_pages = 0;
  self->is_turning = FALSE;
}

static void
show_document_error (ComarkPageView *self, const char *sentence)
{
  adw_status_page_set_description (self->document_error, sentence);
  show_state (self, "error");
}

static void
lay_out_document (ComarkPageView *self, int n_pages)
{
  self->layout = comark_page_layout_new (n_pages);
  comark_page_layout_set_zoom (self->layout, self->zoom);
  comark_page_layout_set_continuous (self->layout, self->is_continuous);
  comark_page_layout_set_page (self->layout, self->page);
  self->cache = comark_page_cache_new (self->reader, self->layout);
  comark_page_view_listen_to_cache (self);
  comark_page_desk_set_document (self->desk, self->layout, self->cache, self->marks);
}

static void
start_reading (ComarkPageView *self, int n_pages)
{
  int asked = self->page;

  self->n_pages = n_pages;
  self->page = CLAMP (asked, 0, n_pages - 1);
  lay_out_document (self, n_pages);
  self->links = comark_page_links_new (self->reader);
  comark_page_side_set_document (self->side, self->reader, self->layout, self->links);
  comark_page_find_set_document (self->find, self->reader, n_pages);
  comark_page_view_say_page_coming (self);
  show_state (self, "document");
  comark_page_view_begin_turning (self, self->page, COMARK_PAGE_EDGE_TOP);
  g_object_notify (G_OBJECT (self), "n-pages");
  if (self->page != asked)
    g_object_notify (G_OBJECT (self), "page");
}

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkPageView) self = user_data;
  g_autoptr (GError) error = NULL;
  int n_pages = comark_reader_open_finish (COMARK_READER (source), result, &error);

  if (COMARK_READER (source) != self->reader
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (n_pages > 0)
    start_reading (self, n_pages);
  else
    show_document_error (self, error->message);
}

void
comark_page_view_set_reader (ComarkPageView *self, ComarkReader *reader, int initial_page)
{
  g_return_if_fail (COMARK_IS_PAGE_VIEW (self));
  g_return_if_fail (reader == NULL || COMARK_IS_READER (reader));

  if (reader != NULL && reader == self->reader)
    return;
  comark_page_view_forget_document (self);
  self->page = MAX (initial_page, 0);
  comark_page_view_update_actions (self);
  show_state (self, reader != NULL ? "loading" : "empty");
  if (reader == NULL)
    return;
  self->reader = g_object_ref (reader);
  self->cancellable = g_cancellable_new ();
  comark_reader_open_async (reader, self->cancellable, on_opened_cb, g_object_ref (self));
}

void
comark_page_view_set_error (ComarkPageView *self, const char *sentence)
{
  g_return_if_fail (COMARK_IS_PAGE_VIEW (self));

  comark_page_view_forget_document (self);
  comark_page_view_update_actions (self);
  show_document_error (self, sentence);
}

ComarkReader *
comark_page_view_get_reader (ComarkPageView *self)
{
  g_return_val_if_fail (COMARK_IS_PAGE_VIEW (self), NULL);

  return self->reader;
}
