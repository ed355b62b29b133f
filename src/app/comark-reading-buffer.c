/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-reading-buffer.h"

#include <string.h>

#define HEADINGS 3 /* styles: deeper headings look like the last */
#define INDENT 24  /* pixels a level of a list, at the usual size */
#define LINE_PX 16 /* about a line, at the usual size */

static const double heading_scales[HEADINGS] = { 1.6, 1.35, 1.15 };

/* Lines under the words, so that colour is not the only sign; see-through, for any paper. */
static void
add_quote_tags (GtkTextBuffer *buffer)
{
  const GdkRGBA faint = { 0.95, 0.70, 0.0, 0.16 }, strong = { 0.95, 0.70, 0.0, 0.38 };

  gtk_text_buffer_create_tag (buffer, COMARK_READING_QUOTE, "background-rgba", &faint,
                              "underline", PANGO_UNDERLINE_SINGLE, NULL);
  gtk_text_buffer_create_tag (buffer, COMARK_READING_QUOTE_IN_HAND, "background-rgba", &strong,
                              "underline", PANGO_UNDERLINE_DOUBLE, NULL);
}

/* "all" comes first: what is set apart later wins. */
GtkTextBuffer *
comark_reading_buffer_new (void)
{
  GtkTextBuffer *buffer = gtk_text_buffer_new (NULL);

  gtk_text_buffer_create_tag (buffer, "all", NULL, NULL);
  for (int i = 0; i < HEADINGS; i++)
    {
      g_autofree char *name = g_strdup_printf ("heading-%d", i + 1);
      gtk_text_buffer_create_tag (buffer, name, "weight", PANGO_WEIGHT_BOLD, "scale",
                                  heading_scales[i], NULL);
    }
  for (int level = 1; level <= COMARK_READING_MAX_LEVEL; level++)
    {
      g_autofree char *name = g_strdup_printf ("item-%d", level);
      gtk_text_buffer_create_tag (buffer, name, "left-margin", level * INDENT, NULL);
    }
  gtk_text_buffer_create_tag (buffer, "bold", "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (buffer, "italic", "style", PANGO_STYLE_ITALIC, NULL);
  gtk_text_buffer_create_tag (buffer, "note", "style", PANGO_STYLE_ITALIC, NULL);
  add_quote_tags (buffer);
  comark_reading_buffer_set_look (buffer, 100, FALSE);
  return buffer;
}

void
comark_reading_buffer_set_look (GtkTextBuffer *buffer, int percent, gboolean is_wide)
{
  GtkTextTag *all = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "all");
  int line = LINE_PX * percent / 100;

  g_object_set (all, "scale", percent / 100.0, "pixels-inside-wrap",
                is_wide ? line / 2 : line / 6, "pixels-below-lines",
                is_wide ? line * 5 / 4 : line / 2, NULL);
}

/* ---- filling ---- */

/* The name of the block's style, or NULL for a plain paragraph. */
static char *
style_of (const ComarkReadingBlock *block)
{
  switch (block->kind)
    {
    case COMARK_READING_HEADING:
      return g_strdup_printf ("heading-%d", CLAMP (block->level, 1, HEADINGS));
    case COMARK_READING_LIST_ITEM:
      return g_strdup_printf ("item-%d", CLAMP (block->level, 1, COMARK_READING_MAX_LEVEL));
    case COMARK_READING_TABLE_CELL:
      return g_strdup (block->is_header ? "bold" : NULL);
    case COMARK_READING_NOTE:
      return g_strdup ("note");
    case COMARK_READING_PARAGRAPH:
    case COMARK_N_READING_KINDS:
    default:
      return NULL;
    }
}

static void
apply (GtkTextBuffer *buffer, const char *style, int from, int to)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, from);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, to);
  gtk_text_buffer_apply_tag_by_name (buffer, style, &start, &end);
}

static void
apply_runs (GtkTextBuffer *buffer, const ComarkReadingBlock *block, int from)
{
  for (guint i = 0; i < block->n_runs; i++)
    {
      const ComarkReadingRun *run = &block->runs[i];
      int start = from + (int) g_utf8_pointer_to_offset (block->text, block->text + run->start);
      int end = from + (int) g_utf8_pointer_to_offset (block->text, block->text + run->end);

      if (run->style & COMARK_READING_BOLD)
        apply (buffer, "bold", start, end);
      if (run->style & COMARK_READING_ITALIC)
        apply (buffer, "italic", start, end);
    }
}

static gboolean
is_same_row (const ComarkReadingBlock *block, const ComarkReadingBlock *next)
{
  return next != NULL && block->kind == COMARK_READING_TABLE_CELL
         && next->kind == COMARK_READING_TABLE_CELL && block->table == next->table
         && block->row == next->row;
}

static void
append (GtkTextBuffer *buffer, const char *text)
{
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert (buffer, &end, text, -1);
}

static void
append_block (GtkTextBuffer *buffer, const ComarkReadingBlock *block,
              const ComarkReadingBlock *next)
{
  g_autofree char *style = style_of (block);
  int from = gtk_text_buffer_get_char_count (buffer), text_from = from;

  if (*block->marker != '\0')
    {
      append (buffer, block->marker);
      append (buffer, " ");
      text_from = gtk_text_buffer_get_char_count (buffer);
    }
  append (buffer, block->text);
  if (style != NULL)
    apply (buffer, style, from, gtk_text_buffer_get_char_count (buffer));
  apply_runs (buffer, block, text_from);
  if (next != NULL)
    append (buffer, is_same_row (block, next) ? " | " : "\n");
}

/* ---- pages ---- */

#define STARTS "comark-page-starts" /* GArray of int: where the words of each page begin */

/* Pages without words of their own begin where the next words do. */
static void
note_page (GArray *starts, const ComarkReadingBlock *block, int offset)
{
  while ((int) starts->len <= block->page)
    g_array_append_val (starts, offset);
}

static GArray *
get_starts (GtkTextBuffer *buffer)
{
  return g_object_get_data (G_OBJECT (buffer), STARTS);
}

int
comark_reading_buffer_get_n_pages (GtkTextBuffer *buffer)
{
  GArray *starts = get_starts (buffer);

  return starts != NULL ? MAX ((int) starts->len, 1) : 1;
}

int
comark_reading_buffer_get_page_start (GtkTextBuffer *buffer, int page)
{
  GArray *starts = get_starts (buffer);

  if (page <= 0)
    return 0;
  return starts != NULL && page < (int) starts->len ? g_array_index (starts, int, page)
                                                    : gtk_text_buffer_get_char_count (buffer);
}

int
comark_reading_buffer_get_page (GtkTextBuffer *buffer, int offset)
{
  int low = 0, high = comark_reading_buffer_get_n_pages (buffer) - 1;

  while (low < high)
    {
      int middle = (low + high + 1) / 2;

      if (comark_reading_buffer_get_page_start (buffer, middle) <= offset)
        low = middle;
      else
        high = middle - 1;
    }
  return low;
}

/* ---- all of it ---- */

void
comark_reading_buffer_fill (GtkTextBuffer *buffer, ComarkReadingText *text)
{
  guint n = comark_reading_text_get_n_blocks (text);
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (int));
  GtkTextIter start, end;

  gtk_text_buffer_set_text (buffer, "", 0);
  for (guint i = 0; i < n; i++)
    {
      const ComarkReadingBlock *block = comark_reading_text_get_block (text, i);

      note_page (starts, block, gtk_text_buffer_get_char_count (buffer));
      append_block (buffer, block, comark_reading_text_get_block (text, i + 1));
    }
  g_object_set_data_full (G_OBJECT (buffer), STARTS, starts, (GDestroyNotify) g_array_unref);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_apply_tag_by_name (buffer, "all", &start, &end);
  gtk_text_buffer_place_cursor (buffer, &start);
}
