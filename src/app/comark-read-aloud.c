/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-read-aloud.h"

#include <string.h>

#include "comark-reading-buffer.h"

#define MAX_SENTENCE 600 /* characters: what has no full stop is read in pieces */

struct _ComarkReadAloud
{
  GObject parent_instance;

  GtkTextBuffer *buffer;
  ComarkSpeaker *speaker;

  ComarkReadAloudState state;
  int speed;
  int start; /* of the sentence in hand, an offset */
  int end;
  int word; /* the place: of the word in hand */
};

enum
{
  PROP_STATE = 1,
  N_PROPS
};

enum
{
  SIGNAL_WORD,
  SIGNAL_FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ComarkReadAloud, comark_read_aloud, G_TYPE_OBJECT)

static void
set_state (ComarkReadAloud *self, ComarkReadAloudState state)
{
  if (state == self->state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/* ---- sentences ---- */

static gboolean
is_word (gunichar c, gpointer data)
{
  return !g_unichar_isspace (c);
}

/* Past its last sign, at most to the end of the line. Where that is too far, to a blank. */
static void
find_sentence_end (const GtkTextIter *start, GtkTextIter *end)
{
  GtkTextIter line_end = *start, limit = *start;

  *end = *start;
  if (!gtk_text_iter_ends_line (&line_end))
    gtk_text_iter_forward_to_line_end (&line_end);
  if (!gtk_text_iter_forward_sentence_end (end) || gtk_text_iter_compare (end, &line_end) > 0
      || gtk_text_iter_compare (end, start) <= 0)
    *end = line_end;
  gtk_text_iter_forward_chars (&limit, MAX_SENTENCE);
  if (gtk_text_iter_compare (end, &limit) <= 0)
    return;
  *end = limit;
  while (!g_unichar_isspace (gtk_text_iter_get_char (end))
         && gtk_text_iter_compare (end, start) > 0)
    gtk_text_iter_backward_char (end);
  if (gtk_text_iter_compare (end, start) <= 0)
    *end = limit;
}

/* The sentence, or what is left of it, from the first word at @offset or after. */
static gboolean
find_sentence (ComarkReadAloud *self, int offset)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, offset);
  if (!is_word (gtk_text_iter_get_char (&start), NULL)
      && !gtk_text_iter_forward_find_char (&start, is_word, NULL, NULL))
    return FALSE;
  if (gtk_text_iter_is_end (&start))
    return FALSE;
  find_sentence_end (&start, &end);
  self->start = gtk_text_iter_get_offset (&start);
  self->end = gtk_text_iter_get_offset (&end);
  return TRUE;
}

/* Cells of a row are heard apart; each character stays where it is. */
static char *
dup_sentence (ComarkReadAloud *self)
{
  GtkTextIter start, end;
  char *text;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, self->start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, self->end);
  text = gtk_text_buffer_get_slice (self->buffer, &start, &end, TRUE);
  for (char *bar = strstr (text, " | "); bar != NULL; bar = strstr (bar, " | "))
    memcpy (bar, ",  ", 3);
  return text;
}

static void
mark (ComarkReadAloud *self, int start, int end)
{
  comark_reading_buffer_move_tag (self->buffer, "spoken", start, end);
}

static void
say_from (ComarkReadAloud *self, int offset)
{
  g_autofree char *text = NULL;

  if (!find_sentence (self, offset))
    {
      comark_read_aloud_stop (self);
      return;
    }
  self->word = self->start;
  text = dup_sentence (self);
  comark_speaker_say (self->speaker, text, self->speed);
}

/* The beginning of the word that @offset is in. */
static int
word_start (ComarkReadAloud *self, int offset)
{
  GtkTextIter at, before;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &at, offset);
  for (before = at; gtk_text_iter_backward_char (&before); at = before)
    if (!is_word (gtk_text_iter_get_char (&before), NULL))
      break;
  return gtk_text_iter_get_offset (&at);
}

/* ---- what the voice tells ---- */

static void
on_word_cb (ComarkSpeaker *speaker, int start, int end, ComarkReadAloud *self)
{
  int from = MIN (self->start + start, self->end);
  int to = MIN (self->start + end, self->end);

  if (self->state != COMARK_READ_ALOUD_SPEAKING)
    return;
  self->word = from;
  mark (self, from, to);
  g_signal_emit (self, signals[SIGNAL_WORD], 0, from, to);
}

static void
on_said_cb (ComarkSpeaker *speaker, ComarkReadAloud *self)
{
  if (self->state == COMARK_READ_ALOUD_SPEAKING)
    say_from (self, self->end);
}

static void
on_interrupted_cb (ComarkSpeaker *speaker, ComarkReadAloud *self)
{
  if (self->state == COMARK_READ_ALOUD_SPEAKING)
    set_state (self, COMARK_READ_ALOUD_PAUSED);
}

static void
on_failed_cb (ComarkSpeaker *speaker, const GError *error, ComarkReadAloud *self)
{
  mark (self, 0, 0);
  set_state (self, COMARK_READ_ALOUD_SILENT);
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

/* ---- class ---- */

static void
comark_read_aloud_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_int (value, (int) COMARK_READ_ALOUD (object)->state);
}

static void
comark_read_aloud_dispose (GObject *object)
{
  ComarkReadAloud *self = COMARK_READ_ALOUD (object);

  if (self->speaker != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->speaker, self);
      comark_speaker_hush (self->speaker);
    }
  g_clear_object (&self->speaker);
  g_clear_object (&self->buffer);
  G_OBJECT_CLASS (comark_read_aloud_parent_class)->dispose (object);
}

static void
comark_read_aloud_class_init (ComarkReadAloudClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = comark_read_aloud_get_property;
  object_class->dispose = comark_read_aloud_dispose;
  properties[PROP_STATE]
    = g_param_spec_int ("state", NULL, NULL, COMARK_READ_ALOUD_SILENT, COMARK_READ_ALOUD_PAUSED,
                        COMARK_READ_ALOUD_SILENT,
                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_WORD] = g_signal_new ("word", COMARK_TYPE_READ_ALOUD, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", COMARK_TYPE_READ_ALOUD, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
comark_read_aloud_init (ComarkReadAloud *self)
{
  self->speed = 100;
}

ComarkReadAloud *
comark_read_aloud_new (GtkTextBuffer *buffer, ComarkSpeaker *speaker)
{
  ComarkReadAloud *self = g_object_new (COMARK_TYPE_READ_ALOUD, NULL);

  self->buffer = g_object_ref (buffer);
  self->speaker = g_object_ref (speaker);
  g_signal_connect (speaker, "word", G_CALLBACK (on_word_cb), self);
  g_signal_connect (speaker, "said", G_CALLBACK (on_said_cb), self);
  g_signal_connect (speaker, "interrupted", G_CALLBACK (on_interrupted_cb), self);
  g_signal_connect (speaker, "failed", G_CALLBACK (on_failed_cb), self);
  return self;
}

ComarkReadAloudState
comark_read_aloud_get_state (ComarkReadAloud *self)
{
  return self->state;
}

void
comark_read_aloud_start (ComarkReadAloud *self, int offset)
{
  g_return_if_fail (COMARK_IS_READ_ALOUD (self));

  set_state (self, COMARK_READ_ALOUD_SPEAKING);
  say_from (self, word_start (self, offset));
}

void
comark_read_aloud_pause (ComarkReadAloud *self)
{
  g_return_if_fail (COMARK_IS_READ_ALOUD (self));

  if (self->state != COMARK_READ_ALOUD_SPEAKING)
    return;
  comark_speaker_hush (self->speaker);
  set_state (self, COMARK_READ_ALOUD_PAUSED);
}

void
comark_read_aloud_resume (ComarkReadAloud *self)
{
  g_return_if_fail (COMARK_IS_READ_ALOUD (self));

  if (self->state == COMARK_READ_ALOUD_PAUSED)
    comark_read_aloud_start (self, self->word);
}

void
comark_read_aloud_stop (ComarkReadAloud *self)
{
  g_return_if_fail (COMARK_IS_READ_ALOUD (self));

  comark_speaker_hush (self->speaker);
  mark (self, 0, 0);
  set_state (self, COMARK_READ_ALOUD_SILENT);
}

int
comark_read_aloud_get_place (ComarkReadAloud *self)
{
  return self->word;
}

void
comark_read_aloud_set_speed (ComarkReadAloud *self, int speed)
{
  g_return_if_fail (COMARK_IS_READ_ALOUD (self));

  if (speed == self->speed)
    return;
  self->speed = speed;
  if (self->state == COMARK_READ_ALOUD_SPEAKING)
    comark_read_aloud_start (self, self->word);
}

