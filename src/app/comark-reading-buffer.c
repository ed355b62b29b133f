/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-reading-buffer.h"

#include <string.h>

#define HEADINGS 3 /* styles: deeper headings look like the last */
#define INDENT_PX 24 /* a level of a list, where there is room */
#define INDENTS 24   /* levels that would fill a column */

static const double heading_scales[HEADINGS] = { 1.6, 1.35, 1.15 };

typedef struct
{
  ComarkReadingText *text; /* NULL before the first fill */
  ComarkReadingMap *map;
  int only; /* the paragraph that is shown alone, or -1 */
} Content;

static void
content_free (gpointer data)
{
  Content *self = data;

  g_clear_pointer (&self->text, comark_reading_text_unref);
  comark_reading_map_free (self->map);
  g_free (self);
}

static Content *
content_of (GtkTextBuffer *buffer)
{
  return g_object_get_data (G_OBJECT (buffer), "comark-content");
}

static Content *
set_content (GtkTextBuffer *buffer, ComarkReadingText *text)
{
  Content *self = g_new0 (Content, 1);

  self->text = text != NULL ? comark_reading_text_ref (text) : NULL;
  self->map = comark_reading_map_new ();
  self->only = -1;
  g_object_set_data_full (G_OBJECT (buffer), "comark-content", self, content_free);
  return self;
}

/* ---- styles ---- */

static GtkTextTag *
tag_of (GtkTextBuffer *buffer, const char *name)
{
  return gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
}

/* Lines under the words, so that colour is not the only sign; see-through, for any paper. */
static void
add_quote_tags (GtkTextBuffer *buffer)
{
  const GdkRGBA faint = { 0.45f, 0.75f, 0.45f, 0.16f }, strong = { 0.45f, 0.75f, 0.45f, 0.40f };

  gtk_text_buffer_create_tag (buffer, COMARK_READING_QUOTE, "background-rgba", &faint,
                              "underline", PANGO_UNDERLINE_SINGLE, NULL);
  gtk_text_buffer_create_tag (buffer, COMARK_READING_QUOTE_IN_HAND, "background-rgba", &strong,
                              "underline", PANGO_UNDERLINE_DOUBLE, NULL);
}

static void
create_block_tags (GtkTextBuffer *buffer)
{
  for (int i = 0; i < HEADINGS; i++)
    {
      g_autofree char *name = g_strdup_printf ("heading-%d", i + 1);
      gtk_text_buffer_create_tag (buffer, name, "weight", PANGO_WEIGHT_BOLD, "scale",
                                  heading_scales[i], NULL);
    }
  for (int level = 1; level <= COMARK_READING_MAX_LEVEL; level++)
    {
      g_autofree char *name = g_strdup_printf ("item-%d", level);
      gtk_text_buffer_create_tag (buffer, name, "accumulative-margin", TRUE, NULL);
    }
}

/* What comes later wins. What is found or spoken is light on dark: seen without its colour. A line
 * under it would have all the lines measured again at each word. */
GtkTextBuffer *
comark_reading_buffer_new (void)
{
  GtkTextBuffer *buffer = gtk_text_buffer_new (NULL);

  gtk_text_buffer_create_tag (buffer, "all", NULL, NULL);
  create_block_tags (buffer);
  gtk_text_buffer_create_tag (buffer, "bold", "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (buffer, "italic", "style", PANGO_STYLE_ITALIC, NULL);
  gtk_text_buffer_create_tag (buffer, "note", "style", PANGO_STYLE_ITALIC, NULL);
  add_quote_tags (buffer);
  gtk_text_buffer_create_tag (buffer, "found", "background", "#ffe27a", "foreground", "#1c1c1c",
                              NULL);
  gtk_text_buffer_create_tag (buffer, "found-now", "background", "#1a5fb4", "foreground",
                              "#ffffff", NULL);
  gtk_text_buffer_create_tag (buffer, "spoken", "background", "#1a5fb4", "foreground", "#ffffff",
                              NULL);
  gtk_text_buffer_create_tag (buffer, "hidden", "invisible", TRUE, NULL);
  set_content (buffer, NULL);
  return buffer;
}

static void
set_face (GtkTextTag *all, const char *face)
{
  if (face[0] != '\0')
    g_object_set (all, "family", face, NULL);
  else
    g_object_set (all, "family-set", FALSE, NULL);
}

void
comark_reading_buffer_set_look (GtkTextBuffer *buffer, const ComarkReadingLook *look,
                                const ComarkReadingMeasure *measure, int column_px)
{
  GtkTextTag *all = tag_of (buffer, "all");
  int letter_px = measure->letter_height * look->size / 100;
  int line_px = letter_px * look->line / 100;

  g_object_set (all, "scale", look->size / 100.0, "line-height", (float) look->line / 100,
                "letter-spacing", letter_px * look->letter * PANGO_SCALE / 100,
                "pixels-below-lines", line_px * 3 / 4, NULL);
  set_face (all, look->face);
  for (int level = 1; level <= COMARK_READING_MAX_LEVEL; level++)
    {
      g_autofree char *name = g_strdup_printf ("item-%d", level);
      g_object_set (tag_of (buffer, name), "left-margin",
                    level * CLAMP (column_px / INDENTS, 2, INDENT_PX), NULL);
    }
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
              const ComarkReadingBlock *before, const ComarkReadingBlock *next)
{
  g_autofree char *style = style_of (block);
  int from = gtk_text_buffer_get_char_count (buffer), text_from = from, end;

  if (*block->marker != '\0')
    {
      append (buffer, block->marker);
      append (buffer, " ");
      text_from = gtk_text_buffer_get_char_count (buffer);
    }
  append (buffer, block->text);
  end = gtk_text_buffer_get_char_count (buffer);
  comark_reading_map_add (content_of (buffer)->map, from, text_from, end,
                          before != NULL && is_same_row (before, block));
  if (style != NULL)
    apply (buffer, style, from, end);
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
  set_content (buffer, text);
  for (guint i = 0; i < n; i++)
    {
      const ComarkReadingBlock *block = comark_reading_text_get_block (text, i);

      note_page (starts, block, gtk_text_buffer_get_char_count (buffer));
      append_block (buffer, block, i > 0 ? comark_reading_text_get_block (text, i - 1) : NULL,
                    comark_reading_text_get_block (text, i + 1));
    }
  g_object_set_data_full (G_OBJECT (buffer), STARTS, starts, (GDestroyNotify) g_array_unref);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_apply_tag_by_name (buffer, "all", &start, &end);
  gtk_text_buffer_place_cursor (buffer, &start);
}

ComarkReadingText *
comark_reading_buffer_get_text (GtkTextBuffer *buffer)
{
  return content_of (buffer)->text;
}

ComarkReadingMap *
comark_reading_buffer_get_map (GtkTextBuffer *buffer)
{
  return content_of (buffer)->map;
}

/* ---- what is shown of it ---- */

void
comark_reading_buffer_move_tag (GtkTextBuffer *buffer, const char *name, int start, int end)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_bounds (buffer, &from, &to);
  gtk_text_buffer_remove_tag_by_name (buffer, name, &from, &to);
  if (start < end)
    apply (buffer, name, start, end);
}

/* With its line end: else an empty line stays behind. */
static void
hide (GtkTextBuffer *buffer, int start, int end, gboolean is_hidden)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, end + 1);
  if (is_hidden)
    gtk_text_buffer_apply_tag_by_name (buffer, "hidden", &from, &to);
  else
    gtk_text_buffer_remove_tag_by_name (buffer, "hidden", &from, &to);
}

void
comark_reading_buffer_show_only (GtkTextBuffer *buffer, int paragraph)
{
  Content *content = content_of (buffer);
  int start, end;

  if (paragraph == content->only)
    return;
  if (content->only >= 0 && paragraph >= 0)
    {
      comark_reading_map_get_paragraph (content->map, (guint) content->only, &start, &end);
      hide (buffer, start, end, TRUE);
    }
  else
    hide (buffer, 0, gtk_text_buffer_get_char_count (buffer), paragraph >= 0);
  content->only = paragraph;
  if (paragraph < 0)
    return;
  comark_reading_map_get_paragraph (content->map, (guint) paragraph, &start, &end);
  hide (buffer, start, end, FALSE);
}
