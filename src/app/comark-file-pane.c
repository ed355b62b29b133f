/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The files to choose from, and the life of the pane; what it does with a file is in the files that
 * comark-file-pane-private.h names.
 */
#include "comark-file-pane-private.h"

#include <glib/gi18n.h>

#include "comark-accessible.h"

G_DEFINE_FINAL_TYPE (ComarkFilePane, comark_file_pane, ADW_TYPE_BIN)

/* ---- the list ---- */

static void
add_file (ComarkFilePane *self, GPtrArray *titles, char *title, const char *hash,
          const char *name)
{
  g_ptr_array_add (titles, title);
  g_ptr_array_add (self->hashes, g_strdup (hash));
  g_ptr_array_add (self->names, g_strdup (name));
}

static void
collect (ComarkFilePane *self, GPtrArray *titles)
{
  GPtrArray *documents = self->dossier->documents, *evidence = self->dossier->evidence;

  g_ptr_array_set_size (self->hashes, 0);
  g_ptr_array_set_size (self->names, 0);
  for (guint i = documents->len; i-- > 0;)
    {
      ComarkDocument *document = g_ptr_array_index (documents, i);
      char *title = documents->len == 1
                      ? g_strdup_printf (_("The document: %s"), document->filename)
                      : g_strdup_printf (_("The document, version %d: %s"), (int) document->n,
                                         document->filename);
      add_file (self, titles, title, document->hash, document->filename);
    }
  for (guint i = 0; i < evidence->len; i++)
    {
      ComarkEvidence *item = g_ptr_array_index (evidence, i);
      if (item->hash != NULL)
        add_file (self, titles, g_strdup_printf (_("Evidence: %s"), item->title), item->hash,
                  item->filename);
    }
}

static gboolean
titles_differ (ComarkFilePane *self, GPtrArray *titles)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->titles));

  if (n != titles->len)
    return TRUE;
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (gtk_string_list_get_string (self->titles, i), titles->pdata[i]) != 0)
      return TRUE;
  return FALSE;
}

static guint
index_of (ComarkFilePane *self, const char *hash)
{
  for (guint i = 0; hash != NULL && i < self->hashes->len; i++)
    if (g_str_equal (g_ptr_array_index (self->hashes, i), hash))
      return i;
  return 0;
}

static void
show_titles (ComarkFilePane *self, GPtrArray *titles)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->titles));

  self->is_filling = TRUE;
  g_ptr_array_add (titles, NULL);
  gtk_string_list_splice (self->titles, 0, n, (const char *const *) titles->pdata);
  gtk_drop_down_set_selected (self->files, index_of (self, self->shown));
  self->is_filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->files), titles->len > 2 || self->is_second);
  gtk_widget_set_visible (GTK_WIDGET (self->beside_button), titles->len > 2 || self->is_second);
}

void
comark_file_pane_set_dossier (ComarkFilePane *self, ComarkDossier *dossier)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  g_return_if_fail (COMARK_IS_FILE_PANE (self));

  g_set_object (&self->dossier, dossier);
  comark_quote_bar_set_dossier (self->quotes, dossier);
  collect (self, titles);
  if (titles_differ (self, titles))
    show_titles (self, titles);
  if (comark_file_pane_get_second (self) != NULL)
    comark_file_pane_set_dossier (comark_file_pane_get_second (self), dossier);
  comark_file_pane_fetch_chosen (self);
}

void
comark_file_pane_show_file (ComarkFilePane *self, const char *hash)
{
  g_return_if_fail (COMARK_IS_FILE_PANE (self));

  gtk_drop_down_set_selected (self->files, index_of (self, hash));
}

/* ---- class ---- */

/* Bytes can only be asked for once the pane stands in a window that has a register. */
static void
comark_file_pane_root (GtkWidget *widget)
{
  g_autoptr (ComarkReadingSettings) settings = NULL;

  GTK_WIDGET_CLASS (comark_file_pane_parent_class)->root (widget);
  settings = comark_reading_settings_of (widget);
  comark_file_pane_set_settings (COMARK_FILE_PANE (widget), settings);
  comark_file_pane_fetch_chosen (COMARK_FILE_PANE (widget));
}

static void
comark_file_pane_dispose (GObject *object)
{
  ComarkFilePane *self = COMARK_FILE_PANE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->wanted);
  if (self->quotes != NULL)
    comark_quote_bar_set_views (self->quotes, NULL, NULL);
  comark_file_pane_set_settings (self, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_FILE_PANE);
  g_clear_object (&self->dossier);
  g_clear_pointer (&self->hashes, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_object (&self->reader);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->criterion, g_free);
  G_OBJECT_CLASS (comark_file_pane_parent_class)->dispose (object);
}

static void
comark_file_pane_class_init (ComarkFilePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_file_pane_dispose;
  widget_class->root = comark_file_pane_root;

  g_type_ensure (COMARK_TYPE_BESIDE);
  g_type_ensure (COMARK_TYPE_OFFICE_VIEW);
  g_type_ensure (COMARK_TYPE_PAGE_VIEW);
  g_type_ensure (COMARK_TYPE_QUOTE_BAR);
  g_type_ensure (COMARK_TYPE_READING_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-file-pane.ui");
  g_type_ensure (COMARK_TYPE_WRAP);
  gtk_widget_class_bind_template_child (widget_class, ComarkFilePane, beside);
  gtk_widget_class_bind_template_child (widget_class, ComarkFilePane, beside_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkFilePane, files);
  gtk_widget_class_bind_template_child (widget_class, ComarkFilePane, make_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkFilePane, note);
  gtk_widget_class_bind_template_child (widget_class, ComarkFilePane, note_label);
  gtk_widget_class_bind_template_child (widget_class, ComarkFilePane, office);
  gtk_widget_class_bind_template_child (widget_class, ComarkFilePane, titles);
  gtk_widget_class_bind_template_child (widget_class, ComarkFilePane, tools);
  gtk_widget_class_bind_template_child (widget_class, ComarkFilePane, save_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkFilePane, words_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkFilePane, stack);
  gtk_widget_class_bind_template_child (widget_class, ComarkFilePane, view);
  gtk_widget_class_bind_template_child (widget_class, ComarkFilePane, words);
  gtk_widget_class_bind_template_child (widget_class, ComarkFilePane, quotes);
  comark_file_pane_class_bind_beside (widget_class);
  comark_file_pane_class_bind_fetch (widget_class);
  comark_file_pane_class_bind_look (widget_class);
  comark_file_pane_class_bind_quotes (widget_class);
}

static void
comark_file_pane_init (ComarkFilePane *self)
{
  self->hashes = g_ptr_array_new_with_free_func (g_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  comark_wrap_set_gap (self->tools, 6);
  comark_quote_bar_set_views (self->quotes, self->view, self->words);
  comark_accessible_name_drop_down (self->files, _("File to read"));
}
