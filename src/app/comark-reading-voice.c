/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-reading-voice.h"

#include <glib/gi18n.h>

#include "comark-read-aloud.h"
#include "comark-speech-dispatcher.h"
#include "comark-wrap.h"

struct _ComarkReadingVoice
{
  AdwBin parent_instance;

  /* template children */
  GtkButton *toggle_button;
  GtkWidget *stop_button;
  GtkLabel *problem;

  /* owned */
  GtkTextView *sheet;
  ComarkSpeaker *speaker;
  ComarkReadAloud *aloud; /* NULL until something is to be read aloud */

  int speed;
};

static guint signal_word;

G_DEFINE_FINAL_TYPE (ComarkReadingVoice, comark_reading_voice, ADW_TYPE_BIN)

static ComarkReadAloudState
state_of (ComarkReadingVoice *self)
{
  return self->aloud != NULL ? comark_read_aloud_get_state (self->aloud)
                             : COMARK_READ_ALOUD_SILENT;
}

/* ---- showing ---- */

static void
show_state (ComarkReadingVoice *self)
{
  static const char *const words[] = {
    [COMARK_READ_ALOUD_SILENT] = N_("Read aloud"),
    [COMARK_READ_ALOUD_SPEAKING] = N_("Pause"),
    [COMARK_READ_ALOUD_PAUSED] = N_("Go on reading aloud"),
  };
  ComarkReadAloudState state = state_of (self);

  gtk_button_set_label (self->toggle_button, _(words[state]));
  if (state == COMARK_READ_ALOUD_SILENT
      && gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL
      && gtk_widget_has_focus (self->stop_button))
    gtk_widget_grab_focus (GTK_WIDGET (self->toggle_button));
  gtk_widget_set_visible (self->stop_button, state != COMARK_READ_ALOUD_SILENT);
}

static void
show_problem (ComarkReadingVoice *self, const char *sentence)
{
  gtk_label_set_label (self->problem, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), *sentence != '\0');
}

static void
on_word_cb (ComarkReadAloud *aloud, int start, int end, ComarkReadingVoice *self)
{
  g_signal_emit (self, signal_word, 0, start, end);
}

static void
on_failed_cb (ComarkReadAloud *aloud, const GError *error, ComarkReadingVoice *self)
{
  show_problem (self, error->message);
}

/* ---- where it begins ---- */

static gboolean
is_in_sight (GtkTextView *view, const GtkTextIter *iter)
{
  GdkRectangle seen, place;

  gtk_text_view_get_visible_rect (view, &seen);
  gtk_text_view_get_iter_location (view, iter, &place);
  return place.y + place.height > seen.y && place.y < seen.y + seen.height;
}

static int
find_beginning (ComarkReadingVoice *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->sheet);
  GtkTextIter iter, end;
  GdkRectangle seen;

  if (!gtk_text_buffer_get_selection_bounds (buffer, &iter, &end))
    gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  if (!is_in_sight (self->sheet, &iter))
    {
      gtk_text_view_get_visible_rect (self->sheet, &seen);
      gtk_text_view_get_line_at_y (self->sheet, &iter, seen.y, NULL);
    }
  return gtk_text_iter_is_end (&iter) ? 0 : gtk_text_iter_get_offset (&iter);
}

/* Who goes on by keyboard, or reads aloud again, begins where the voice was. */
static void
leave_caret (ComarkReadingVoice *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->sheet);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, comark_read_aloud_get_place (self->aloud));
  gtk_text_buffer_place_cursor (buffer, &iter);
}

static void
ensure_aloud (ComarkReadingVoice *self)
{
  if (self->aloud != NULL)
    return;
  if (self->speaker == NULL)
    self->speaker = comark_speech_dispatcher_new ();
  self->aloud = comark_read_aloud_new (gtk_text_view_get_buffer (self->sheet), self->speaker);
  comark_read_aloud_set_speed (self->aloud, self->speed);
  g_signal_connect_swapped (self->aloud, "notify::state", G_CALLBACK (show_state), self);
  g_signal_connect (self->aloud, "word", G_CALLBACK (on_word_cb), self);
  g_signal_connect (self->aloud, "failed", G_CALLBACK (on_failed_cb), self);
}

void
comark_reading_voice_toggle (ComarkReadingVoice *self)
{
  g_return_if_fail (COMARK_IS_READING_VOICE (self));

  ensure_aloud (self);
  show_problem (self, "");
  switch (state_of (self))
    {
    case COMARK_READ_ALOUD_SPEAKING:
      comark_reading_voice_pause (self);
      break;
    case COMARK_READ_ALOUD_PAUSED:
      comark_read_aloud_resume (self->aloud);
      break;
    case COMARK_READ_ALOUD_SILENT:
    default:
      comark_read_aloud_start (self->aloud, find_beginning (self));
      break;
    }
}

void
comark_reading_voice_pause (ComarkReadingVoice *self)
{
  g_return_if_fail (COMARK_IS_READING_VOICE (self));

  if (state_of (self) == COMARK_READ_ALOUD_SPEAKING)
    {
      comark_read_aloud_pause (self->aloud);
      leave_caret (self);
    }
}

gboolean
comark_reading_voice_stop (ComarkReadingVoice *self)
{
  g_return_val_if_fail (COMARK_IS_READING_VOICE (self), FALSE);

  show_problem (self, "");
  if (state_of (self) == COMARK_READ_ALOUD_SILENT)
    return FALSE;
  leave_caret (self);
  comark_read_aloud_stop (self->aloud);
  return TRUE;
}

static void
on_stop_cb (ComarkReadingVoice *self)
{
  comark_reading_voice_stop (self);
}

void
comark_reading_voice_jump (ComarkReadingVoice *self, int offset)
{
  g_return_if_fail (COMARK_IS_READING_VOICE (self));

  if (state_of (self) == COMARK_READ_ALOUD_SPEAKING)
    comark_read_aloud_start (self->aloud, offset);
  else if (state_of (self) == COMARK_READ_ALOUD_PAUSED)
    comark_read_aloud_stop (self->aloud);
}

void
comark_reading_voice_set_speed (ComarkReadingVoice *self, int speed)
{
  g_return_if_fail (COMARK_IS_READING_VOICE (self));

  self->speed = speed;
  if (self->aloud != NULL)
    comark_read_aloud_set_speed (self->aloud, speed);
}

void
comark_reading_voice_set_sheet (ComarkReadingVoice *self, GtkTextView *sheet)
{
  g_return_if_fail (COMARK_IS_READING_VOICE (self));

  g_set_object (&self->sheet, sheet);
}

void
comark_reading_voice_set_speaker (ComarkReadingVoice *self, ComarkSpeaker *speaker)
{
  g_return_if_fail (COMARK_IS_READING_VOICE (self));
  g_return_if_fail (self->aloud == NULL);

  g_set_object (&self->speaker, speaker);
}

/* ---- class ---- */

static void
comark_reading_voice_dispose (GObject *object)
{
  ComarkReadingVoice *self = COMARK_READING_VOICE (object);

  if (self->aloud != NULL)
    g_signal_handlers_disconnect_by_data (self->aloud, self);
  g_clear_object (&self->aloud);
  g_clear_object (&self->speaker);
  g_clear_object (&self->sheet);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_READING_VOICE);
  G_OBJECT_CLASS (comark_reading_voice_parent_class)->dispose (object);
}

static void
comark_reading_voice_class_init (ComarkReadingVoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_reading_voice_dispose;
  signal_word = g_signal_new ("word", COMARK_TYPE_READING_VOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  g_type_ensure (COMARK_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-reading-voice.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingVoice, toggle_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingVoice, stop_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingVoice, problem);
  gtk_widget_class_bind_template_callback (widget_class, comark_reading_voice_toggle);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_cb);
}

static void
comark_reading_voice_init (ComarkReadingVoice *self)
{
  self->speed = 100;
  gtk_widget_init_template (GTK_WIDGET (self));
}
