/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plain text as A4 pages of 80 columns. Lines are folded by counting columns, not by shaping:
 * a million characters are ready at once, and only the page in sight is ever laid out.
 */
#include "comark-reader-source.h"

#include <pango/pangocairo.h>
#include <string.h>

#include "comark-reader-decode.h"
#include "comark-reader-plain.h"

#define PAGE_WIDTH 595.0
#define PAGE_HEIGHT 842.0
#define MARGIN 56.0
#define LINE_HEIGHT 13.0
#define LINES_A_PAGE 56
#define COLUMNS 80
#define TAB_COLUMNS 8
#define MAX_TEXT_BYTES COMARK_READER_MAX_PAYLOAD

typedef struct
{
  char *text;
  GArray *lines; /* of guint32: where each line begins in text; the last is its end */
  gsize read_to; /* bytes: how far the paragraphs were read */
} Pages;

static guint
count_columns (const char *at, guint column)
{
  gunichar c = g_utf8_get_char (at);

  if (c == '\t')
    return TAB_COLUMNS - column % TAB_COLUMNS;
  return g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
}

/* Where the line that begins at @line ends: after its newline, or after the last space that
 * fits, or in the middle of a word longer than the line. */
static const char *
find_line_end (const char *line)
{
  const char *after_space = NULL;
  guint column = 0;

  for (const char *at = line; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (*at == '\n')
        return at + 1;
      column += count_columns (at, column);
      if (column > COLUMNS && *at != ' ')
        return after_space != NULL ? after_space : at;
      if (*at == ' ' || *at == '\t')
        after_space = at + 1;
    }
  return line + strlen (line);
}

static GArray *
fold (const char *text)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (guint32));
  const char *line = text;
  guint32 offset = 0;

  g_array_append_val (lines, offset);
  while (*line != '\0')
    {
      line = find_line_end (line);
      offset = (guint32) (line - text);
      g_array_append_val (lines, offset);
    }
  return lines;
}

/* Other systems' line ends, and a form feed, become plain newlines. */
static void
make_newlines (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    {
      if (*from == '\r' && from[1] == '\n')
        continue;
      *to++ = *from == '\r' || *from == '\f' ? '\n' : *from;
    }
  *to = '\0';
}

static ComarkReaderStatus
open_text (ComarkReaderSource *self, int fd, gsize length)
{
  gsize n_read = 0;
  g_autofree char *bytes = comark_reader_read_all (fd, MIN (length, MAX_TEXT_BYTES), &n_read);
  g_autofree char *text = bytes ? comark_reader_decode (bytes, n_read) : NULL;
  Pages *pages;

  if (text == NULL)
    return COMARK_READER_STATUS_DAMAGED;
  make_newlines (text);
  pages = g_new0 (Pages, 1);
  pages->text = length <= MAX_TEXT_BYTES
                  ? g_steal_pointer (&text)
                  : g_strconcat (text, "\n\n[The rest is not shown here. Save a copy of this "
                                       "document to read all of it.]\n", NULL);
  pages->lines = fold (pages->text);
  self->data = pages;
  self->n_pages = (int) MAX ((pages->lines->len - 1 + LINES_A_PAGE - 1) / LINES_A_PAGE, 1);
  return COMARK_READER_STATUS_OK;
}

static gboolean
get_size (ComarkReaderSource *self, int page, double *width, double *height)
{
  *width = PAGE_WIDTH;
  *height = PAGE_HEIGHT;
  return page >= 0 && page < self->n_pages;
}

static guint32
line_start (Pages *pages, gsize line)
{
  return g_array_index (pages->lines, guint32, MIN (line, pages->lines->len - 1));
}

static PangoLayout *
make_layout (cairo_t *cr)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Monospace 10");

  pango_cairo_context_set_resolution (pango_layout_get_context (layout), 72.0);
  pango_layout_context_changed (layout);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_single_paragraph_mode (layout, FALSE);
  pango_font_description_free (font);
  return layout;
}

static gboolean
paint (ComarkReaderSource *self, int page, cairo_t *cr)
{
  Pages *pages = self->data;

  if (page < 0 || page >= self->n_pages)
    return FALSE;
  g_autoptr (PangoLayout) layout = make_layout (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  for (int i = 0; i < LINES_A_PAGE; i++)
    {
      gsize line = (gsize) page * LINES_A_PAGE + (gsize) i;
      guint32 start = line_start (pages, line), end = line_start (pages, line + 1);
      if (end > start && pages->text[end - 1] == '\n')
        end--;
      pango_layout_set_text (layout, pages->text + start, (int) (end - start));
      cairo_move_to (cr, MARGIN, MARGIN + i * LINE_HEIGHT);
      pango_cairo_show_layout (cr, layout);
    }
  return TRUE;
}

static char *
dup_text (ComarkReaderSource *self, int page)
{
  Pages *pages = self->data;

  if (page < 0 || page >= self->n_pages)
    return NULL;
  guint32 start = line_start (pages, (gsize) page * LINES_A_PAGE);
  guint32 end = line_start (pages, (gsize) (page + 1) * LINES_A_PAGE);
  return g_strndup (pages->text + start, end - start);
}

/* A paragraph runs over pages: it is read with the page that it begins on. */
static void
read_page (ComarkReaderSource *self, int page, ComarkReaderWords *words)
{
  Pages *pages = self->data;
  guint32 end = line_start (pages, (gsize) (page + 1) * LINES_A_PAGE);

  pages->read_to = comark_reader_plain_read (pages->text, pages->read_to, end, page, words);
}

const ComarkReaderSourceClass comark_reader_text_class
  = { open_text, get_size, paint, dup_text, read_page, NULL, NULL, NULL, NULL, NULL, NULL };
