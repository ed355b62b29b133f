/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-diff-text.h"

#include <glib/gi18n.h>

/* A longer stretch would hold up the window, and nobody reads it here. */
#define MAX_CHARS 20000
/* Characters of what is the same that stay on each side of a change. */
#define AROUND 120

static void
add_tint (GtkTextBuffer *buffer, const char *name, double red, double green, double blue,
          double alpha)
{
  const GdkRGBA tint = { (float) red, (float) green, (float) blue, (float) alpha };
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);

  g_object_set (tag, "background-rgba", &tint, NULL);
}

GtkTextBuffer *
comark_diff_text_new (void)
{
  GtkTextBuffer *buffer = gtk_text_buffer_new (NULL);
  const GdkRGBA current = { 0.1f, 0.37f, 0.71f, 0.13f };

  gtk_text_buffer_create_tag (buffer, "current", "paragraph-background-rgba", &current, NULL);
  gtk_text_buffer_create_tag (buffer, COMARK_DIFF_HEADING, "weight", PANGO_WEIGHT_BOLD,
                              "pixels-above-lines", 14, "pixels-below-lines", 3, NULL);
  gtk_text_buffer_create_tag (buffer, COMARK_DIFF_LINE, "pixels-below-lines", 3, NULL);
  gtk_text_buffer_create_tag (buffer, COMARK_DIFF_NOTE, "style", PANGO_STYLE_ITALIC, NULL);
  gtk_text_buffer_create_tag (buffer, "word", "weight", PANGO_WEIGHT_BOLD, "scale", 0.8, NULL);
  gtk_text_buffer_create_tag (buffer, "removed", "strikethrough", TRUE, NULL);
  gtk_text_buffer_create_tag (buffer, "added", "underline", PANGO_UNDERLINE_SINGLE, NULL);
  add_tint (buffer, "removed", 0.75, 0.11, 0.16, 0.14);
  add_tint (buffer, "added", 0.15, 0.64, 0.41, 0.18);
  return buffer;
}

static void
append_bytes (GtkTextBuffer *buffer, const char *text, gsize length, const char *style)
{
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert_with_tags_by_name (buffer, &end, text, (int) length, style, NULL);
}

/* Of @length bytes as many as are @most characters at most. */
static gsize
hold (const char *text, gsize length, glong most)
{
  const char *at = text;

  for (glong i = 0; i < most && at < text + length; i++)
    at = g_utf8_next_char (at);
  return (gsize) (at - text);
}

static void
append_held (GtkTextBuffer *buffer, const char *text, gsize length, const char *style)
{
  gsize held = hold (text, length, MAX_CHARS);

  append_bytes (buffer, text, held, style);
  if (held < length)
    /* translators: after the beginning of a very long text */
    append_bytes (buffer, _(" … (the rest is not shown)"), strlen (_(" … (the rest is not shown)")),
                  COMARK_DIFF_NOTE);
}

void
comark_diff_text_append (GtkTextBuffer *buffer, const char *text, const char *style)
{
  append_held (buffer, text, strlen (text), style);
}

/* ---- words ---- */

static gboolean
ends_with_blank (GtkTextBuffer *buffer)
{
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  return !gtk_text_iter_backward_char (&end) || g_unichar_isspace (gtk_text_iter_get_char (&end));
}

/* The word that says which needs room about it where the text has none. */
static void
append_change (GtkTextBuffer *buffer, const char *word, const char *style, const char *text,
               gsize length)
{
  if (!ends_with_blank (buffer))
    append_bytes (buffer, " ", 1, NULL);
  append_bytes (buffer, word, strlen (word), "word");
  append_bytes (buffer, " ", 1, NULL);
  append_held (buffer, text, length, style);
}

/* The last @n characters. */
static const char *
tail_of (const char *text, gsize length, glong n)
{
  const char *at = text + length;

  for (glong i = 0; i < n && at > text; i++)
    at = g_utf8_prev_char (at);
  return at;
}

static void
append_same (GtkTextBuffer *buffer, const char *text, gsize length, gboolean is_first,
             gboolean is_last, gboolean shorten)
{
  gsize head = is_first ? 0 : hold (text, length, AROUND);
  const char *tail = is_last ? text + length : tail_of (text, length, AROUND);

  if (!is_first && length > 0 && g_unichar_isalnum (g_utf8_get_char (text))
      && !ends_with_blank (buffer))
    append_bytes (buffer, " ", 1, NULL);
  if (!shorten || (is_first && is_last) || tail - (text + head) < AROUND)
    {
      append_held (buffer, text, length, NULL);
      return;
    }
  append_bytes (buffer, text, head, NULL);
  append_bytes (buffer, " … ", strlen (" … "), NULL);
  append_bytes (buffer, tail, (gsize) (text + length - tail), NULL);
}

void
comark_diff_text_append_words (GtkTextBuffer *buffer, GArray *spans, const char *old,
                               const char *new, gboolean shorten)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const ComarkWordSpan *span = &g_array_index (spans, ComarkWordSpan, i);
      gsize was = span->old_end - span->old_start, is = span->new_end - span->new_start;

      if (span->kind == COMARK_DIFF_REMOVED)
        /* translators: before words that are gone, in the middle of a sentence */
        append_change (buffer, _("Removed:"), "removed", old + span->old_start, was);
      else if (span->kind == COMARK_DIFF_ADDED)
        /* translators: before words that are new, in the middle of a sentence */
        append_change (buffer, _("Added:"), "added", new + span->new_start, is);
      else
        append_same (buffer, new + span->new_start, is, i == 0, i + 1 == spans->len, shorten);
    }
}

void
comark_diff_text_set_current (GtkTextBuffer *buffer, int start, int end)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_bounds (buffer, &from, &to);
  gtk_text_buffer_remove_tag_by_name (buffer, "current", &from, &to);
  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, end);
  gtk_text_buffer_apply_tag_by_name (buffer, "current", &from, &to);
}
