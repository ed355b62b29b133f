/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-reader-flow.h"

#include <string.h>

/* NULL outside tables. */
static ComarkReaderCell *
get_cell (ComarkReaderFlow *self)
{
  int depth = MIN (self->table_depth, COMARK_READER_FLOW_DEPTH);

  return depth > 0 ? &self->cells[depth - 1] : NULL;
}

void
comark_reader_flow_begin (ComarkReaderFlow *self, ComarkReadingKind kind, int level,
                          const char *marker)
{
  const ComarkReaderCell *cell = get_cell (self);

  if (self->silent > 0)
    return;
  if (cell == NULL || cell->column < 0 || cell->row < 0)
    {
      comark_reader_words_begin (self->words, kind, level, -1);
      if (marker != NULL)
        comark_reader_words_set_marker (self->words, marker);
      return;
    }
  comark_reader_words_begin (self->words, COMARK_READING_TABLE_CELL, 0, -1);
  comark_reader_words_set_cell (self->words, cell->table, cell->row, cell->column,
                                cell->is_header);
  if (marker != NULL)
    {
      comark_reader_words_add (self->words, marker, -1, 0);
      comark_reader_words_add (self->words, " ", 1, 0);
    }
}

void
comark_reader_flow_text (ComarkReaderFlow *self, const char *text, gssize length)
{
  if (self->silent > 0 || text == NULL)
    return;
  if (!comark_reader_words_has_block (self->words))
    comark_reader_flow_begin (self, COMARK_READING_PARAGRAPH, 0, NULL);
  comark_reader_words_add (self->words, text, length, self->style);
}

void
comark_reader_flow_break (ComarkReaderFlow *self)
{
  if (self->silent == 0)
    comark_reader_words_break_line (self->words);
}

void
comark_reader_flow_end (ComarkReaderFlow *self)
{
  if (self->silent == 0)
    comark_reader_words_end (self->words);
}

void
comark_reader_flow_begin_table (ComarkReaderFlow *self)
{
  if (self->silent > 0)
    return;
  comark_reader_words_end (self->words);
  if (self->table_depth < COMARK_READER_FLOW_DEPTH)
    self->cells[self->table_depth] = (ComarkReaderCell) { self->n_tables++, -1, -1, FALSE };
  self->table_depth++;
}

void
comark_reader_flow_begin_row (ComarkReaderFlow *self, gboolean is_header)
{
  ComarkReaderCell *cell = get_cell (self);

  if (self->silent > 0 || cell == NULL)
    return;
  comark_reader_words_end (self->words);
  cell->row++;
  cell->column = -1;
  cell->is_header = is_header;
}

void
comark_reader_flow_begin_cell (ComarkReaderFlow *self, gboolean is_header)
{
  ComarkReaderCell *cell = get_cell (self);

  if (self->silent > 0 || cell == NULL)
    return;
  comark_reader_words_end (self->words);
  cell->row = MAX (cell->row, 0);
  cell->column++;
  cell->is_header = is_header;
}

void
comark_reader_flow_span (ComarkReaderFlow *self, int more)
{
  ComarkReaderCell *cell = get_cell (self);

  if (self->silent == 0 && cell != NULL)
    cell->column += CLAMP (more, 0, COMARK_READING_MAX_CELLS);
}

void
comark_reader_flow_end_table (ComarkReaderFlow *self)
{
  if (self->silent > 0 || self->table_depth == 0)
    return;
  comark_reader_words_end (self->words);
  self->table_depth--;
}

static void
write_roman (int n, char *to, gsize length)
{
  static const struct { int value; const char *letters; } parts[] = {
    { 100, "c" }, { 90, "xc" }, { 50, "l" }, { 40, "xl" }, { 10, "x" },
    { 9, "ix" },  { 5, "v" },   { 4, "iv" }, { 1, "i" },
  };

  to[0] = '\0';
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    for (; n >= parts[i].value && strlen (to) + 3 < length; n -= parts[i].value)
      g_strlcat (to, parts[i].letters, length);
}

void
comark_reader_flow_number (char kind, int n, char *to, gsize length)
{
  char number[24];

  n = MAX (n, 1);
  if (g_ascii_tolower (kind) == 'a' && n <= 26)
    g_snprintf (number, sizeof number, "%c", kind + n - 1);
  else if (g_ascii_tolower (kind) == 'i' && n < 200)
    write_roman (n, number, sizeof number);
  else
    g_snprintf (number, sizeof number, "%d", n);
  if (kind == 'I')
    for (char *at = number; *at != '\0'; at++)
      *at = g_ascii_toupper (*at);
  g_snprintf (to, length, "%s.", number);
}
