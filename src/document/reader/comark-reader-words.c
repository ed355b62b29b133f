/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-reader-words.h"

#include <string.h>

#include "comark-reader-protocol.h"

/* A block must fit one payload, with its runs. */
#define MAX_BLOCK_BYTES (512 * 1024)
#define MAX_BLOCK_RUNS 10000
#define MAX_MARKER_BYTES 32
#define SOFT_HYPHEN 0x00ad

typedef struct
{
  ComarkReaderBlockHead head;
  char *marker;
  char *text;
  ComarkReadingRun *runs;
} Block;

struct _ComarkReaderWords
{
  GArray *blocks; /* of Block */
  gsize n_bytes;
  gboolean is_cut;

  /* the block at hand */
  gboolean has_block;
  ComarkReaderBlockHead head;
  char *marker;
  GString *text;
  GArray *runs; /* of ComarkReadingRun */
  gboolean owes_space;
  ComarkReadingStyle space_style;
};

static void
clear_block (gpointer data)
{
  Block *block = data;

  g_free (block->marker);
  g_free (block->text);
  g_free (block->runs);
}

ComarkReaderWords *
comark_reader_words_new (void)
{
  ComarkReaderWords *self = g_new0 (ComarkReaderWords, 1);

  self->blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  g_array_set_clear_func (self->blocks, clear_block);
  self->text = g_string_new (NULL);
  self->runs = g_array_new (FALSE, FALSE, sizeof (ComarkReadingRun));
  return self;
}

void
comark_reader_words_free (ComarkReaderWords *self)
{
  g_array_unref (self->blocks);
  g_string_free (self->text, TRUE);
  g_array_unref (self->runs);
  g_free (self->marker);
  g_free (self);
}

/* --- the block at hand --------------------------------------------------------------------- */

void
comark_reader_words_begin (ComarkReaderWords *self, ComarkReadingKind kind, int level, int page)
{
  comark_reader_words_end (self);
  self->has_block = TRUE;
  self->head = (ComarkReaderBlockHead) { .kind = kind,
                                         .level = (guint32) MAX (level, 0),
                                         .page = page,
                                         .last_page = page,
                                         .table = -1,
                                         .row = -1,
                                         .column = -1 };
}

void
comark_reader_words_set_marker (ComarkReaderWords *self, const char *marker)
{
  g_free (self->marker);
  self->marker = g_strndup (marker, MAX_MARKER_BYTES);
}

void
comark_reader_words_set_cell (ComarkReaderWords *self, int table, int row, int column,
                              gboolean is_header)
{
  self->head.table = table;
  self->head.row = row;
  self->head.column = column;
  self->head.is_header = (guint32) is_header;
}

void
comark_reader_words_set_last_page (ComarkReaderWords *self, int page)
{
  self->head.last_page = MAX (page, self->head.last_page);
}

/* Lengthens the last run when @style goes on from it. */
static void
mark_run (ComarkReaderWords *self, guint start, ComarkReadingStyle style)
{
  ComarkReadingRun run = { start, (guint) self->text->len, style };

  if (style == 0 || run.end <= run.start)
    return;
  if (self->runs->len > 0)
    {
      ComarkReadingRun *last
        = &g_array_index (self->runs, ComarkReadingRun, self->runs->len - 1);
      if (last->end == start && last->style == style)
        {
          last->end = run.end;
          return;
        }
    }
  if (self->runs->len < MAX_BLOCK_RUNS)
    g_array_append_val (self->runs, run);
}

static void
pay_space (ComarkReaderWords *self, ComarkReadingStyle style)
{
  guint start = (guint) self->text->len;

  if (!self->owes_space)
    return;
  self->owes_space = FALSE;
  if (start == 0 || self->text->str[start - 1] == '\n')
    return;
  g_string_append_c (self->text, ' ');
  mark_run (self, start, style & self->space_style);
}

static void
add_character (ComarkReaderWords *self, gunichar c, ComarkReadingStyle style)
{
  if (c == SOFT_HYPHEN || (g_unichar_iscntrl (c) && !g_unichar_isspace (c)))
    return;
  if (g_unichar_isspace (c) && c != 0xa0)
    {
      self->owes_space = TRUE;
      self->space_style = style;
      return;
    }
  pay_space (self, style);
  guint start = (guint) self->text->len;
  g_string_append_unichar (self->text, c);
  mark_run (self, start, style);
}

void
comark_reader_words_add (ComarkReaderWords *self, const char *text, gssize length,
                         ComarkReadingStyle style)
{
  const char *end = text + (length >= 0 ? (gsize) length : strlen (text));

  if (!self->has_block)
    comark_reader_words_begin (self, COMARK_READING_PARAGRAPH, 0, -1);
  while (text < end)
    {
      gunichar c = g_utf8_get_char_validated (text, end - text);
      gboolean is_valid = c < 0x110000;
      if (self->text->len >= MAX_BLOCK_BYTES)
        {
          self->is_cut = TRUE;
          return;
        }
      if (c != 0)
        add_character (self, is_valid ? c : 0xfffd, style);
      text = is_valid ? g_utf8_next_char (text) : text + 1;
    }
}

void
comark_reader_words_break_line (ComarkReaderWords *self)
{
  self->owes_space = FALSE;
  if (self->text->len > 0 && self->text->len < MAX_BLOCK_BYTES)
    g_string_append_c (self->text, '\n');
}

void
comark_reader_words_drop_hyphen (ComarkReaderWords *self)
{
  gsize length = self->text->len;

  self->owes_space = FALSE;
  if (g_str_has_suffix (self->text->str, "-"))
    length -= 1;
  else if (g_str_has_suffix (self->text->str, "\xe2\x80\x90"))
    length -= 3;
  g_string_truncate (self->text, length);
  for (guint i = self->runs->len; i > 0; i--)
    {
      ComarkReadingRun *run = &g_array_index (self->runs, ComarkReadingRun, i - 1);
      run->end = MIN (run->end, (guint) length);
      if (run->end <= run->start)
        g_array_set_size (self->runs, i - 1);
    }
}

static void
trim_end (ComarkReaderWords *self)
{
  gsize length = self->text->len;

  while (length > 0 && (self->text->str[length - 1] == '\n' || self->text->str[length - 1] == ' '))
    length--;
  g_string_truncate (self->text, length);
  for (guint i = 0; i < self->runs->len; i++)
    {
      ComarkReadingRun *run = &g_array_index (self->runs, ComarkReadingRun, i);
      run->end = MIN (run->end, (guint) length);
    }
}

static void
keep_block (ComarkReaderWords *self)
{
  Block block = { .head = self->head };

  block.marker = self->marker ? g_utf8_make_valid (self->marker, -1) : g_strdup ("");
  block.text = g_strndup (self->text->str, self->text->len);
  block.runs = g_memdup2 (self->runs->data, self->runs->len * sizeof (ComarkReadingRun));
  block.head.marker_bytes = (guint32) strlen (block.marker);
  block.head.text_bytes = (guint32) self->text->len;
  block.head.n_runs = self->runs->len;
  self->n_bytes += self->text->len;
  g_array_append_val (self->blocks, block);
}

void
comark_reader_words_end (ComarkReaderWords *self)
{
  trim_end (self);
  if (self->has_block && self->text->len > 0)
    {
      if (comark_reader_words_is_full (self))
        self->is_cut = TRUE;
      else
        keep_block (self);
    }
  self->has_block = FALSE;
  self->owes_space = FALSE;
  g_clear_pointer (&self->marker, g_free);
  g_string_truncate (self->text, 0);
  g_array_set_size (self->runs, 0);
}

/* --- the whole ----------------------------------------------------------------------------- */

gboolean
comark_reader_words_is_full (ComarkReaderWords *self)
{
  return self->blocks->len >= COMARK_READING_MAX_BLOCKS
         || self->n_bytes + self->text->len > COMARK_READING_MAX_BYTES;
}

gboolean
comark_reader_words_has_block (ComarkReaderWords *self)
{
  return self->has_block;
}

gboolean
comark_reader_words_is_empty (ComarkReaderWords *self)
{
  return self->text->len == 0;
}

void
comark_reader_words_set_cut (ComarkReaderWords *self)
{
  self->is_cut = TRUE;
}

gboolean
comark_reader_words_is_cut (ComarkReaderWords *self)
{
  return self->is_cut;
}

guint
comark_reader_words_get_n_blocks (ComarkReaderWords *self)
{
  return self->blocks->len;
}

static gsize
size_of (const Block *block)
{
  return sizeof block->head + block->head.marker_bytes + block->head.text_bytes
         + block->head.n_runs * sizeof *block->runs;
}

GByteArray *
comark_reader_words_write (ComarkReaderWords *self, guint first, guint *n_written)
{
  GByteArray *bytes = g_byte_array_new ();

  *n_written = 0;
  for (guint i = first; i < self->blocks->len; i++, ++*n_written)
    {
      const Block *block = &g_array_index (self->blocks, Block, i);
      if (bytes->len + size_of (block) > COMARK_READER_MAX_PAYLOAD)
        break;
      g_byte_array_append (bytes, (const guint8 *) &block->head, sizeof block->head);
      g_byte_array_append (bytes, (const guint8 *) block->marker, block->head.marker_bytes);
      g_byte_array_append (bytes, (const guint8 *) block->text, block->head.text_bytes);
      g_byte_array_append (bytes, (const guint8 *) block->runs,
                           block->head.n_runs * (guint) sizeof *block->runs);
    }
  return bytes;
}
