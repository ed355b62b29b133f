/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file as its pages or as its words. An office document has pages only once they are made.
 */
#include "comark-file-pane-private.h"

#include <glib/gi18n.h>

#include "comark-document-kind.h"
#include "comark-office.h"

/* Of an office document that is read as words: why it has no pages, or how to have them. */
static void
show_note (ComarkFilePane *self, gboolean is_wanted)
{
  g_autoptr (GError) missing = NULL;
  gboolean is_there = comark_office_is_there (&missing);

  gtk_widget_set_visible (self->note, is_wanted && (!is_there || self->gave_up));
  gtk_widget_set_visible (self->make_button, is_there);
  gtk_label_set_label (self->note_label,
                       is_there ? _("These are the document's words.") : missing->message);
}

/* What has no pages is shown as words, and what has no words as pages; else as the person likes
 * it, which is remembered. Nothing is read before it is looked at. */
void
comark_file_pane_show_as_chosen (ComarkFilePane *self)
{
  ComarkDocumentKind kind = comark_document_kind_of_bytes (self->bytes);
  gboolean is_office = comark_office_can_convert (kind);
  gboolean has_pages = comark_document_kind_can_show (kind)
                       || (is_office && comark_office_is_there (NULL));
  gboolean has_words = comark_document_kind_can_read (kind);
  gboolean as_words
    = has_words
      && (!has_pages || self->gave_up || gtk_toggle_button_get_active (self->words_button));

  gtk_widget_set_visible (GTK_WIDGET (self->words_button), has_pages && has_words);
  gtk_widget_set_visible (self->save_button, has_words && (!has_pages || is_office));
  show_note (self, is_office && as_words);
  gtk_stack_set_visible_child_name (self->stack, as_words ? "words" : "pages");
  if (is_office && !as_words && !self->was_made)
    {
      gtk_stack_set_visible_child_name (self->stack, "office");
      comark_office_view_make (self->office, self->bytes);
    }
  else
    comark_office_view_stop (self->office);
  comark_reading_view_set_reader (self->words, as_words ? self->reader : NULL);
  /* Places on pages that were made are no places of the document: quotes are of its words. */
  if (is_office && !as_words)
    comark_quote_bar_set_file (self->quotes, NULL, NULL, FALSE);
  else
    comark_quote_bar_set_file (self->quotes, self->shown, self->reader, as_words);
  comark_file_pane_show_wanted_quote (self);
}

static void
on_made_cb (ComarkFilePane *self, ComarkReader *pages)
{
  self->was_made = TRUE;
  comark_page_view_set_reader (self->view, pages,
                               GPOINTER_TO_INT (g_hash_table_lookup (self->places, self->shown)));
  gtk_stack_set_visible_child_name (self->stack, "pages");
}

static void
on_given_up_cb (ComarkFilePane *self)
{
  self->gave_up = TRUE;
  comark_file_pane_show_as_chosen (self);
}

static void
on_make_cb (ComarkFilePane *self)
{
  self->gave_up = FALSE;
  gtk_toggle_button_set_active (self->words_button, FALSE);
  comark_file_pane_show_as_chosen (self);
}

static void
on_words_toggled_cb (ComarkFilePane *self)
{
  ComarkReadingLook look;

  self->gave_up = FALSE;
  if (self->settings != NULL)
    {
      look = *comark_reading_settings_get (self->settings);
      look.as_words = gtk_toggle_button_get_active (self->words_button);
      comark_reading_settings_set (self->settings, &look);
    }
  if (self->bytes != NULL)
    comark_file_pane_show_as_chosen (self);
}

static void
on_settings_changed_cb (ComarkFilePane *self)
{
  gtk_toggle_button_set_active (self->words_button,
                                comark_reading_settings_get (self->settings)->as_words);
}

void
comark_file_pane_set_settings (ComarkFilePane *self, ComarkReadingSettings *settings)
{
  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  g_set_object (&self->settings, settings);
  if (settings == NULL)
    return;
  g_signal_connect_swapped (settings, "changed", G_CALLBACK (on_settings_changed_cb), self);
  on_settings_changed_cb (self);
}

void
comark_file_pane_class_bind_look (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_given_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_made_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_make_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_words_toggled_cb);
}
