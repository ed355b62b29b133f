/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-reading-view.h"

#include <glib/gi18n.h>

#include "comark-reading-buffer.h"
#include "comark-reading-finder.h"
#include "comark-reading-options.h"
#include "comark-reading-paper.h"
#include "comark-reading-quotes.h"
#include "comark-reading-settings.h"
#include "comark-reading-sheet.h"
#include "comark-reading-voice.h"
#include "comark-status-view.h"
#include "comark-wrap.h"

#define STEP_PERCENT 25

struct _ComarkReadingView
{
  AdwBin parent_instance;

  /* template children */
  ComarkStatusView *status;
  GtkProgressBar *progress;
  ComarkReadingFinder *finder;
  GtkScrolledWindow *scroller;
  AdwClampScrollable *column;
  ComarkReadingSheet *sheet;
  GtkWidget *pager;
  GtkLabel *paragraph_label;
  GtkLabel *size_label;
  ComarkReadingVoice *voice;
  ComarkReadingOptions *options;

  /* owned */
  ComarkReadingSettings *settings; /* NULL until it stands in a window */
  ComarkReadingPaper *paper;
  GtkTextBuffer *buffer;
  ComarkReader *reader;
  GCancellable *cancellable;
  ComarkReadingQuotes *quotes;

  int paragraph; /* in hand */
};

enum
{
  SIGNAL_SELECTION_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ComarkReadingView, comark_reading_view, ADW_TYPE_BIN)

static ComarkReadingLook
look_of (ComarkReadingView *self)
{
  return self->settings != NULL ? *comark_reading_settings_get (self->settings)
                                : comark_reading_look_usual ();
}

/* ---- places ---- */

static void
scroll_to (ComarkReadingView *self, int offset)
{
  GtkTextMark *mark = gtk_text_buffer_get_mark (self->buffer, "comark-place");
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &iter, offset);
  if (mark == NULL)
    mark = gtk_text_buffer_create_mark (self->buffer, "comark-place", &iter, TRUE);
  else
    gtk_text_buffer_move_mark (self->buffer, mark, &iter);
  comark_reading_sheet_scroll_to (self->sheet, mark, FALSE);
}

static void
show_paragraph (ComarkReadingView *self, int offset)
{
  ComarkReadingMap *map = comark_reading_buffer_get_map (self->buffer);
  gboolean is_single = look_of (self).single;
  int n = (int) comark_reading_map_get_n_paragraphs (map);
  g_autofree char *words = NULL;

  self->paragraph = (int) comark_reading_map_paragraph_at (map, offset);
  comark_reading_buffer_show_only (self->buffer, is_single && n > 0 ? self->paragraph : -1);
  words = g_strdup_printf (_("Paragraph %d of %d"), self->paragraph + 1, n);
  gtk_label_set_label (self->paragraph_label, words);
  gtk_widget_set_visible (self->pager, is_single && n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reading.previous-paragraph",
                                 self->paragraph > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reading.next-paragraph",
                                 self->paragraph + 1 < n);
}

static int
get_caret (ComarkReadingView *self)
{
  int offset;

  g_object_get (self->buffer, "cursor-position", &offset, NULL);
  return offset;
}

static void
put_caret (ComarkReadingView *self, int offset)
{
  GtkTextIter iter;

  show_paragraph (self, offset);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &iter, offset);
  gtk_text_buffer_place_cursor (self->buffer, &iter);
  scroll_to (self, offset);
}

static void
on_caret_cb (ComarkReadingView *self)
{
  show_paragraph (self, get_caret (self));
}

static void
on_word_cb (ComarkReadingView *self, int start, int end)
{
  show_paragraph (self, start);
  comark_reading_sheet_point_at (self->sheet, start);
  scroll_to (self, start);
}

static void
on_found_cb (ComarkReadingView *self, int start, int end)
{
  put_caret (self, start);
}

static void
step_paragraph (ComarkReadingView *self, int step)
{
  ComarkReadingMap *map = comark_reading_buffer_get_map (self->buffer);
  int n = (int) comark_reading_map_get_n_paragraphs (map);
  int start, end;

  if (self->paragraph + step < 0 || self->paragraph + step >= n)
    return;
  comark_reading_map_get_paragraph (map, (guint) (self->paragraph + step), &start, &end);
  put_caret (self, start);
  comark_reading_voice_jump (self->voice, start);
}

/* ---- the reader's own look ---- */

static void
update_look (ComarkReadingView *self)
{
  ComarkReadingLook look = look_of (self);
  g_autofree char *words = g_strdup_printf (_("%d %%"), look.size);

  comark_reading_paper_apply (self->paper, &look, self->buffer);
  gtk_label_set_text (self->size_label, words);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reading.smaller",
                                 look.size > COMARK_READING_SIZE_MIN);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reading.larger",
                                 look.size < COMARK_READING_SIZE_MAX);
  comark_reading_voice_set_speed (self->voice, look.speed);
  show_paragraph (self, get_caret (self));
}

static void
set_size (ComarkReadingView *self, int size)
{
  ComarkReadingLook look = look_of (self);

  look.size = CLAMP (size, COMARK_READING_SIZE_MIN, COMARK_READING_SIZE_MAX);
  if (self->settings != NULL)
    comark_reading_settings_set (self->settings, &look);
}

static void
set_settings (ComarkReadingView *self, ComarkReadingSettings *settings)
{
  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  g_set_object (&self->settings, settings);
  comark_reading_options_set_settings (self->options, settings);
  if (settings != NULL)
    g_signal_connect_swapped (settings, "changed", G_CALLBACK (update_look), self);
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
  /* Out of sight: a view tells the accessibility bus of each paragraph that comes. */
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self->sheet), NULL);
  comark_reading_buffer_fill (self->buffer, words);
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self->sheet), self->buffer);
  comark_reading_quotes_set_words (self->quotes, words);
  show_paragraph (self, 0);
  comark_reading_finder_refresh (self->finder);
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
  g_autoptr (ComarkReadingText) nothing = comark_reading_text_new ();

  g_return_if_fail (COMARK_IS_READING_VIEW (self));

  if (!g_set_object (&self->reader, reader))
    return;
  stop (self);
  comark_reading_quotes_set_words (self->quotes, NULL);
  comark_reading_voice_stop (self->voice);
  comark_reading_buffer_fill (self->buffer, nothing);
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

/* ---- actions ---- */

static void
size_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ComarkReadingView *self = COMARK_READING_VIEW (widget);
  int size = look_of (self).size;

  if (g_str_equal (name, "reading.usual-size"))
    set_size (self, comark_reading_look_usual ().size);
  else
    set_size (self, size + (g_str_equal (name, "reading.larger") ? STEP_PERCENT : -STEP_PERCENT));
}

static void
paragraph_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step_paragraph (COMARK_READING_VIEW (widget),
                  g_str_equal (name, "reading.next-paragraph") ? 1 : -1);
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ComarkReadingView *self = COMARK_READING_VIEW (widget);

  if (!comark_status_view_is_content (self->status))
    return;
  if (g_str_equal (name, "reading.find"))
    comark_reading_finder_open (self->finder);
  else
    comark_reading_finder_step (self->finder, g_str_equal (name, "reading.find-next") ? 1 : -1);
}

/* One thing at a time: first what was opened last. */
static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ComarkReadingView *self = COMARK_READING_VIEW (widget);

  if (comark_reading_finder_close (self->finder))
    gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
  else
    comark_reading_voice_stop (self->voice);
}

static void
read_aloud_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ComarkReadingView *self = COMARK_READING_VIEW (widget);

  if (comark_status_view_is_content (self->status))
    comark_reading_voice_toggle (self->voice);
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
  guint keys[3];
  GdkModifierType with;
} actions[] = {
  { "reading.smaller", size_action, { GDK_KEY_minus, GDK_KEY_KP_Subtract }, GDK_CONTROL_MASK },
  { "reading.larger", size_action, { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add },
    GDK_CONTROL_MASK },
  { "reading.usual-size", size_action, { GDK_KEY_0, GDK_KEY_KP_0 }, GDK_CONTROL_MASK },
  { "reading.previous-paragraph", paragraph_action, { GDK_KEY_Up, GDK_KEY_KP_Up },
    GDK_CONTROL_MASK },
  { "reading.next-paragraph", paragraph_action, { GDK_KEY_Down, GDK_KEY_KP_Down },
    GDK_CONTROL_MASK },
  { "reading.find", find_action, { GDK_KEY_f }, GDK_CONTROL_MASK },
  { "reading.find-next", find_action, { GDK_KEY_F3 }, 0 },
  { "reading.find-previous", find_action, { GDK_KEY_F3 }, GDK_SHIFT_MASK },
  { "reading.read-aloud", read_aloud_action, { GDK_KEY_F8 }, 0 },
  { "reading.close", close_action, { GDK_KEY_Escape }, 0 },
};

static void
install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
      for (guint k = 0; k < 3 && actions[i].keys[k] != 0; k++)
        gtk_widget_class_add_binding_action (widget_class, actions[i].keys[k], actions[i].with,
                                             actions[i].name, NULL);
    }
}

/* The text has a meaning of its own for these keys. */
static gboolean
on_sheet_key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                 ComarkReadingView *self)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != GDK_CONTROL_MASK)
    return FALSE;
  if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    step_paragraph (self, -1);
  else if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    step_paragraph (self, 1);
  else
    return FALSE;
  return TRUE;
}

/* ---- class ---- */

static void
comark_reading_view_root (GtkWidget *widget)
{
  ComarkReadingView *self = COMARK_READING_VIEW (widget);
  g_autoptr (ComarkReadingSettings) settings = NULL;

  GTK_WIDGET_CLASS (comark_reading_view_parent_class)->root (widget);
  settings = comark_reading_settings_of (widget);
  set_settings (self, settings);
  update_look (self);
}

/* What is not looked at is not spoken either. */
static void
comark_reading_view_unmap (GtkWidget *widget)
{
  ComarkReadingView *self = COMARK_READING_VIEW (widget);

  comark_reading_voice_pause (self->voice);
  if (self->settings != NULL)
    comark_reading_settings_flush (self->settings);
  GTK_WIDGET_CLASS (comark_reading_view_parent_class)->unmap (widget);
}

static void
comark_reading_view_dispose (GObject *object)
{
  ComarkReadingView *self = COMARK_READING_VIEW (object);

  stop (self);
  g_clear_object (&self->reader);
  if (self->settings != NULL)
    set_settings (self, NULL);
  if (self->buffer != NULL)
    g_signal_handlers_disconnect_by_data (self->buffer, self);
  g_clear_pointer (&self->paper, comark_reading_paper_free);
  g_clear_object (&self->quotes);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_READING_VIEW);
  g_clear_object (&self->buffer);
  G_OBJECT_CLASS (comark_reading_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-reading-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingView, status);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingView, progress);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingView, finder);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingView, scroller);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingView, column);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingView, sheet);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingView, pager);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingView, paragraph_label);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingView, size_label);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingView, voice);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingView, options);
  gtk_widget_class_bind_template_callback (widget_class, on_retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_word_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_found_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_sheet_key_cb);
}

static void
comark_reading_view_class_init (ComarkReadingViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_reading_view_dispose;
  signals[SIGNAL_SELECTION_CHANGED]
    = g_signal_new ("selection-changed", COMARK_TYPE_READING_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
  widget_class->root = comark_reading_view_root;
  widget_class->unmap = comark_reading_view_unmap;
  g_type_ensure (COMARK_TYPE_READING_FINDER);
  g_type_ensure (COMARK_TYPE_READING_OPTIONS);
  g_type_ensure (COMARK_TYPE_READING_SHEET);
  g_type_ensure (COMARK_TYPE_READING_VOICE);
  g_type_ensure (COMARK_TYPE_STATUS_VIEW);
  g_type_ensure (COMARK_TYPE_WRAP);
  bind_template (widget_class);
  install_actions (widget_class);
}

static void
comark_reading_view_init (ComarkReadingView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->buffer = comark_reading_buffer_new ();
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self->sheet), self->buffer);
  self->quotes = comark_reading_quotes_new (GTK_TEXT_VIEW (self->sheet));
  g_signal_connect_swapped (self->buffer, "notify::has-selection",
                            G_CALLBACK (on_selection_changed_cb), self);
  self->paper = comark_reading_paper_new (self->scroller, self->column, self->sheet);
  comark_reading_finder_set_buffer (self->finder, self->buffer);
  comark_reading_voice_set_sheet (self->voice, GTK_TEXT_VIEW (self->sheet));
  g_signal_connect_swapped (self->buffer, "notify::cursor-position", G_CALLBACK (on_caret_cb),
                            self);
  update_look (self);
}
