/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-reading-view.h"

#include <glib/gi18n.h>

#include "comark-accessible.h"
#include "comark-reading-buffer.h"
#include "comark-reading-quotes.h"
#include "comark-status-view.h"
#include "comark-wrap.h"

#define STEP_PERCENT 25
#define LEAST_PERCENT 50
#define MOST_PERCENT 400

struct _ComarkReadingView
{
  AdwBin parent_instance;

  /* template children */
  ComarkStatusView *status;
  GtkProgressBar *progress;
  GtkScrolledWindow *scroller;
  GtkTextView *text;
  GtkButton *smaller_button;
  GtkButton *larger_button;
  GtkLabel *size_label;
  GtkDropDown *colours;
  GtkToggleButton *wide_button;

  GSettings *settings;
  GtkTextBuffer *buffer;
  ComarkReader *reader;
  GCancellable *cancellable;
  ComarkReadingQuotes *quotes;
};

enum
{
  SIGNAL_SELECTION_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ComarkReadingView, comark_reading_view, ADW_TYPE_BIN)

/* ---- the reader's own look ---- */

/* In the order of the choices; the names are those of the setting and of style classes. */
static const char *const colour_names[] = { "usual", "white", "cream", "blue", "yellow", "dark" };

static void
update_colours (ComarkReadingView *self)
{
  guint chosen = (guint) g_settings_get_enum (self->settings, "reading-colours");

  for (guint i = 0; i < G_N_ELEMENTS (colour_names); i++)
    {
      g_autofree char *name = g_strconcat ("comark-reading-", colour_names[i], NULL);

      if (i == chosen)
        gtk_widget_add_css_class (GTK_WIDGET (self->text), name);
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self->text), name);
    }
  gtk_drop_down_set_selected (self->colours, chosen);
}

static void
update_look (ComarkReadingView *self)
{
  int size = g_settings_get_int (self->settings, "reading-size");
  g_autofree char *words = g_strdup_printf (_("%d %%"), size);

  comark_reading_buffer_set_look (self->buffer, size,
                                  g_settings_get_boolean (self->settings, "reading-wide"));
  gtk_label_set_text (self->size_label, words);
  gtk_widget_set_sensitive (GTK_WIDGET (self->smaller_button), size > LEAST_PERCENT);
  gtk_widget_set_sensitive (GTK_WIDGET (self->larger_button), size < MOST_PERCENT);
  update_colours (self);
}

static void
change_size (ComarkReadingView *self, int step)
{
  int size = g_settings_get_int (self->settings, "reading-size");

  g_settings_set_int (self->settings, "reading-size",
                      CLAMP (size + step, LEAST_PERCENT, MOST_PERCENT));
}

static void
on_smaller_cb (ComarkReadingView *self)
{
  change_size (self, -STEP_PERCENT);
}

static void
on_larger_cb (ComarkReadingView *self)
{
  change_size (self, STEP_PERCENT);
}

static void
on_colours_chosen_cb (ComarkReadingView *self)
{
  guint chosen = gtk_drop_down_get_selected (self->colours);

  if (self->settings != NULL && chosen < G_N_ELEMENTS (colour_names))
    g_settings_set_enum (self->settings, "reading-colours", (int) chosen);
}

/* ---- reading ---- */

static void
on_progress_cb (int n_done, int n_pages, gpointer data)
{
  ComarkReadingView *self = data;

  gtk_widget_set_visible (GTK_WIDGET (self->progress), n_pages > 1 && n_done < n_pages);
  gtk_progress_bar_set_fraction (self->progress, n_pages > 0 ? (double) n_done / n_pages : 0);
}

static void
show_words (ComarkReadingView *self, ComarkReadingText *words)
{
  if (comark_reading_text_get_n_blocks (words) == 0)
    {
      comark_status_view_show_empty (self->status, "x-office-document-symbolic",
                                     _("There are no words in this file"),
                                     _("It is a picture, perhaps of a page. Ask the owner for a "
                                       "text version, or look at its pages."),
                                     NULL, NULL);
      return;
    }
  comark_reading_buffer_fill (self->buffer, words);
  comark_reading_quotes_set_words (self->quotes, words);
  comark_status_view_show_content (self->status);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
on_words_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkReadingView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkReadingText) words
    = comark_reader_text_finish (COMARK_READER (source), result, &error);

  if (self->status == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
  if (words != NULL)
    show_words (self, words);
  else
    comark_status_view_show_error (self->status, _("The words cannot be read"), error);
}

static void
read_words (ComarkReadingView *self)
{
  comark_status_view_show_loading (self->status);
  self->cancellable = g_cancellable_new ();
  comark_reader_text_async (self->reader, on_progress_cb, self, self->cancellable,
                            on_words_read_cb, g_object_ref (self));
}

static void
stop (ComarkReadingView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
on_retry_cb (ComarkReadingView *self)
{
  stop (self);
  read_words (self);
}

void
comark_reading_view_set_reader (ComarkReadingView *self, ComarkReader *reader)
{
  g_return_if_fail (COMARK_IS_READING_VIEW (self));

  if (!g_set_object (&self->reader, reader))
    return;
  stop (self);
  comark_reading_quotes_set_words (self->quotes, NULL);
  gtk_text_buffer_set_text (self->buffer, "", 0);
  if (reader != NULL)
    read_words (self);
}

/* ---- quotes ---- */

static void
on_selection_changed_cb (ComarkReadingView *self)
{
  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

void
comark_reading_view_set_quotes (ComarkReadingView *self, GPtrArray *quotes, const char *criterion)
{
  g_return_if_fail (COMARK_IS_READING_VIEW (self));

  comark_reading_quotes_set (self->quotes, quotes, criterion);
}

void
comark_reading_view_show_quote (ComarkReadingView *self, ComarkQuote *quote)
{
  g_return_if_fail (COMARK_IS_READING_VIEW (self));

  comark_reading_quotes_show (self->quotes, quote);
}

gboolean
comark_reading_view_has_selection (ComarkReadingView *self)
{
  g_return_val_if_fail (COMARK_IS_READING_VIEW (self), FALSE);

  return self->quotes != NULL && comark_reading_quotes_has_selection (self->quotes);
}

void
comark_reading_view_copy (ComarkReadingView *self)
{
  g_return_if_fail (COMARK_IS_READING_VIEW (self));

  gtk_text_buffer_copy_clipboard (self->buffer, gtk_widget_get_clipboard (GTK_WIDGET (self)));
}

/* The cursor stays at the end of what was selected. */
void
comark_reading_view_unselect (ComarkReadingView *self)
{
  GtkTextIter start, end;

  g_return_if_fail (COMARK_IS_READING_VIEW (self));

  if (gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end))
    gtk_text_buffer_place_cursor (self->buffer, &end);
}

void
comark_reading_view_take_quote_async (ComarkReadingView *self, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (COMARK_IS_READING_VIEW (self));
  g_return_if_fail (self->reader != NULL);

  comark_reading_quotes_take_async (self->quotes, self, self->reader, cancellable, callback,
                                    user_data);
}

ComarkQuote *
comark_reading_view_take_quote_finish (ComarkReadingView *self, GAsyncResult *result,
                                       GError **error)
{
  return comark_reading_quotes_take_finish (self, result, error);
}

/* ---- class ---- */

static void
comark_reading_view_dispose (GObject *object)
{
  ComarkReadingView *self = COMARK_READING_VIEW (object);

  stop (self);
  g_clear_object (&self->reader);
  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  g_clear_object (&self->settings);
  if (self->buffer != NULL)
    g_signal_handlers_disconnect_by_data (self->buffer, self);
  g_clear_object (&self->quotes);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_READING_VIEW);
  g_clear_object (&self->buffer);
  G_OBJECT_CLASS (comark_reading_view_parent_class)->dispose (object);
}

static void
comark_reading_view_class_init (ComarkReadingViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_reading_view_dispose;
  signals[SIGNAL_SELECTION_CHANGED]
    = g_signal_new ("selection-changed", COMARK_TYPE_READING_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
  g_type_ensure (COMARK_TYPE_STATUS_VIEW);
  g_type_ensure (COMARK_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-reading-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingView, status);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingView, progress);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingView, scroller);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingView, text);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingView, smaller_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingView, larger_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingView, size_label);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingView, colours);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingView, wide_button);
  gtk_widget_class_bind_template_callback (widget_class, on_smaller_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_larger_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_colours_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_retry_cb);
}

static void
comark_reading_view_init (ComarkReadingView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  comark_accessible_name_drop_down (self->colours, _("Colours"));
  self->buffer = comark_reading_buffer_new ();
  gtk_text_view_set_buffer (self->text, self->buffer);
  self->quotes = comark_reading_quotes_new (self->text);
  g_signal_connect_swapped (self->buffer, "notify::has-selection",
                            G_CALLBACK (on_selection_changed_cb), self);
  self->settings = g_settings_new (COMARK_APP_ID);
  g_settings_bind (self->settings, "reading-wide", self->wide_button, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_swapped (self->settings, "changed", G_CALLBACK (update_look), self);
  update_look (self);
}
