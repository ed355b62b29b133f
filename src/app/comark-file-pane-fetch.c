/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file in the view: its bytes are asked for when it is chosen; where the reading of it stopped;
 * a copy of it on disk.
 */
#include "comark-file-pane-private.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-compat.h"
#include "comark-desk-submissions.h"
#include "comark-document-kind.h"
#include "comark-office.h"

typedef struct
{
  char *ref;
  char *hash;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->ref);
  g_free (request->hash);
  g_free (request);
}

static gpointer
read_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Request *request = data;

  return comark_desk_read_file (desk, request->ref, request->hash, error);
}

static gboolean
on_bytes_read_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  ComarkFilePane *self = COMARK_FILE_PANE (widget);

  if (error != NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          gtk_stack_set_visible_child_name (self->stack, "pages");
          comark_page_view_set_error (self->view, error->message);
        }
      return TRUE;
    }
  self->bytes = g_bytes_ref (answer);
  self->reader = comark_reader_new_for_bytes (self->bytes);
  self->was_made = self->gave_up = FALSE;
  if (comark_office_can_convert (comark_document_kind_of_bytes (self->bytes)))
    comark_page_view_set_reader (self->view, NULL, 0);
  else
    comark_page_view_set_reader (
      self->view, self->reader,
      GPOINTER_TO_INT (g_hash_table_lookup (self->places, self->shown)));
  comark_file_pane_show_as_chosen (self);
  return TRUE;
}

static void
leave_file (ComarkFilePane *self)
{
  if (self->shown != NULL && self->bytes != NULL)
    g_hash_table_insert (self->places, g_strdup (self->shown),
                         GINT_TO_POINTER (comark_page_view_get_page (self->view)));
  comark_quote_bar_set_file (self->quotes, NULL, NULL, FALSE);
  comark_office_view_stop (self->office);
  g_clear_object (&self->reader);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->shown, g_free);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
fetch (ComarkFilePane *self, const char *hash)
{
  Request *request;

  if (g_strcmp0 (hash, self->shown) == 0)
    return;
  leave_file (self);
  self->shown = g_strdup (hash);
  self->cancellable = g_cancellable_new ();
  request = g_new0 (Request, 1);
  request->ref = g_strdup (self->dossier->submission->ref);
  request->hash = g_strdup (hash);
  comark_act_read (GTK_WIDGET (self), &(ComarkAct) {
    .job = read_job, .data = request, .data_destroy = request_free,
    .answer_destroy = (GDestroyNotify) g_bytes_unref, .done = on_bytes_read_cb,
    .cancellable = self->cancellable,
  });
}

void
comark_file_pane_fetch_chosen (ComarkFilePane *self)
{
  guint chosen = gtk_drop_down_get_selected (self->files);

  if (!self->is_filling && chosen < self->hashes->len
      && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    fetch (self, g_ptr_array_index (self->hashes, chosen));
}

/* ---- the place ---- */

const char *
comark_file_pane_get_place (ComarkFilePane *self, int *page)
{
  g_return_val_if_fail (COMARK_IS_FILE_PANE (self), NULL);

  *page = comark_page_view_get_page (self->view);
  return self->bytes != NULL ? self->shown : NULL;
}

static gboolean
has_begun (ComarkFilePane *self)
{
  return g_hash_table_size (self->places) > 0
         || (self->bytes != NULL && comark_page_view_get_page (self->view) > 0);
}

void
comark_file_pane_set_place (ComarkFilePane *self, const char *hash, int page)
{
  g_return_if_fail (COMARK_IS_FILE_PANE (self));

  if (has_begun (self))
    return;
  g_hash_table_insert (self->places, g_strdup (hash), GINT_TO_POINTER (page));
  if (g_strcmp0 (hash, self->shown) != 0)
    comark_file_pane_show_file (self, hash);
  else if (self->bytes != NULL)
    comark_page_view_set_page (self->view, page);
}

/* ---- saving a copy ---- */

static void
on_place_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkFilePane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = comark_choose_file_finish (result, &error);
  gsize length;
  const char *data;

  if (file == NULL || self->bytes == NULL)
    return;
  data = g_bytes_get_data (self->bytes, &length);
  if (!g_file_replace_contents (file, data, length, NULL, FALSE,
                                G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL, &error))
    comark_act_show_error (GTK_WIDGET (self), error);
}

static void
on_save_copy_cb (ComarkFilePane *self)
{
  guint chosen = gtk_drop_down_get_selected (self->files);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  ComarkFileQuestion question = { .what = COMARK_CHOOSE_SAVE, .title = _("Save a copy") };

  if (chosen >= self->names->len || self->bytes == NULL)
    return;
  question.initial_name = g_ptr_array_index (self->names, chosen);
  comark_choose_file_async (GTK_WINDOW (root), &question, on_place_chosen_cb,
                            g_object_ref (self));
}

void
comark_file_pane_class_bind_fetch (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, comark_file_pane_fetch_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_save_copy_cb);
}
