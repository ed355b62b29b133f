/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-reading-find.h"

#include "comark-reading-buffer.h"

#define PIECE 20000 /* characters at a time: a few milliseconds */

typedef struct
{
  int start;
  int end;
} Place;

struct _ComarkReadingFind
{
  GObject parent_instance;

  GtkTextBuffer *buffer;
  GArray *wanted; /* of gunichar, folded */
  GArray *places; /* of Place */
  int current;
  int caret; /* when the search began */
  int at;    /* looked through up to here */
  guint idle;
};

static guint signal_changed;

G_DEFINE_FINAL_TYPE (ComarkReadingFind, comark_reading_find, G_TYPE_OBJECT)

/* ---- the same letters ---- */

/* Without case and accents; 0 for what only changes the letter before it. */
static gunichar
fold (gunichar c)
{
  gunichar first, rest;

  if (g_unichar_ismark (c) || c == 0xad)
    return 0;
  if (g_unichar_isspace (c))
    return ' ';
  while (g_unichar_decompose (c, &first, &rest) && first != c)
    c = first;
  if (c == 0x2018 || c == 0x2019)
    return '\'';
  return g_unichar_tolower (c);
}

/* Folds @text; each letter's place goes into @places (nullable). */
static void
fold_text (const char *text, GArray *letters, GArray *places)
{
  int at = 0;

  g_array_set_size (letters, 0);
  if (places != NULL)
    g_array_set_size (places, 0);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), at++)
    {
      gunichar c = fold (g_utf8_get_char (p));
      if (c == 0)
        continue;
      g_array_append_val (letters, c);
      if (places != NULL)
        g_array_append_val (places, at);
    }
}

static gboolean
is_at (GArray *letters, guint at, GArray *wanted)
{
  for (guint i = 0; i < wanted->len; i++)
    if (g_array_index (letters, gunichar, at + i) != g_array_index (wanted, gunichar, i))
      return FALSE;
  return TRUE;
}

/* ---- looking ---- */

static const Place *
place (ComarkReadingFind *self, int n)
{
  return &g_array_index (self->places, Place, n);
}

static void
add_place (ComarkReadingFind *self, int start, int end)
{
  Place found = { start, end };
  GtkTextIter from, to;

  g_array_append_val (self->places, found);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &to, end);
  gtk_text_buffer_apply_tag_by_name (self->buffer, "found", &from, &to);
}

static void
look_through (ComarkReadingFind *self, const char *text, int offset)
{
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (gunichar));
  g_autoptr (GArray) at = g_array_new (FALSE, FALSE, sizeof (int));

  fold_text (text, letters, at);
  for (guint i = 0; i + self->wanted->len <= letters->len
                    && self->places->len < COMARK_READING_FIND_MAX; i++)
    {
      guint last = i + self->wanted->len - 1;
      if (!is_at (letters, i, self->wanted))
        continue;
      add_place (self, offset + g_array_index (at, int, i),
                 offset + g_array_index (at, int, last) + 1);
      i = last;
    }
}

static void
take_in_hand (ComarkReadingFind *self, int n)
{
  self->current = n;
  if (n >= 0)
    comark_reading_buffer_move_tag (self->buffer, "found-now", place (self, n)->start,
                                    place (self, n)->end);
  else
    comark_reading_buffer_move_tag (self->buffer, "found-now", 0, 0);
}

/* The first at the caret or after; when all was looked through, the very first. */
static void
choose_current (ComarkReadingFind *self)
{
  if (self->current >= 0)
    return;
  for (guint i = 0; i < self->places->len; i++)
    if (place (self, (int) i)->end > self->caret)
      {
        take_in_hand (self, (int) i);
        return;
      }
  if (self->idle == 0 && self->places->len > 0)
    take_in_hand (self, 0);
}

/* To the end of a line: what is found is never of two paragraphs. FALSE at the end. */
static gboolean
look_at_piece (ComarkReadingFind *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, self->at);
  end = start;
  gtk_text_iter_forward_chars (&end, PIECE);
  gtk_text_iter_forward_line (&end);
  text = gtk_text_buffer_get_slice (self->buffer, &start, &end, TRUE);
  look_through (self, text, self->at);
  self->at = gtk_text_iter_get_offset (&end);
  return !gtk_text_iter_is_end (&end) && self->places->len < COMARK_READING_FIND_MAX;
}

static gboolean
on_idle_cb (gpointer data)
{
  ComarkReadingFind *self = data;
  gboolean goes_on = look_at_piece (self);

  if (!goes_on)
    self->idle = 0;
  choose_current (self);
  g_signal_emit (self, signal_changed, 0);
  return goes_on ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
forget (ComarkReadingFind *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  g_array_set_size (self->places, 0);
  comark_reading_buffer_move_tag (self->buffer, "found", 0, 0);
  take_in_hand (self, -1);
  self->at = 0;
}

void
comark_reading_find_set_words (ComarkReadingFind *self, const char *words)
{
  g_return_if_fail (COMARK_IS_READING_FIND (self));

  forget (self);
  fold_text (words, self->wanted, NULL);
  g_object_get (self->buffer, "cursor-position", &self->caret, NULL);
  if (self->wanted->len > 0)
    self->idle = g_idle_add (on_idle_cb, self);
  g_signal_emit (self, signal_changed, 0);
}

gboolean
comark_reading_find_is_done (ComarkReadingFind *self)
{
  return self->idle == 0;
}

guint
comark_reading_find_get_n (ComarkReadingFind *self)
{
  return self->places->len;
}

int
comark_reading_find_get_current (ComarkReadingFind *self, int *start, int *end)
{
  if (self->current >= 0)
    {
      *start = place (self, self->current)->start;
      *end = place (self, self->current)->end;
    }
  return self->current;
}

void
comark_reading_find_go (ComarkReadingFind *self, int step)
{
  int n = (int) self->places->len;

  g_return_if_fail (COMARK_IS_READING_FIND (self));

  if (n == 0)
    return;
  take_in_hand (self, ((MAX (self->current, 0) + step) % n + n) % n);
  g_signal_emit (self, signal_changed, 0);
}

/* ---- class ---- */

static void
comark_reading_find_finalize (GObject *object)
{
  ComarkReadingFind *self = COMARK_READING_FIND (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_array_unref (self->wanted);
  g_array_unref (self->places);
  g_object_unref (self->buffer);
  G_OBJECT_CLASS (comark_reading_find_parent_class)->finalize (object);
}

static void
comark_reading_find_class_init (ComarkReadingFindClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = comark_reading_find_finalize;
  signal_changed = g_signal_new ("changed", COMARK_TYPE_READING_FIND, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
comark_reading_find_init (ComarkReadingFind *self)
{
  self->wanted = g_array_new (FALSE, FALSE, sizeof (gunichar));
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  self->current = -1;
}

ComarkReadingFind *
comark_reading_find_new (GtkTextBuffer *buffer)
{
  ComarkReadingFind *self = g_object_new (COMARK_TYPE_READING_FIND, NULL);

  self->buffer = g_object_ref (buffer);
  return self;
}
