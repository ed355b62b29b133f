/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plain text as its writer meant it. Some write a paragraph as one long line, others fold it by
 * hand: a line was folded if the next one's first word would have gone over the usual width.
 */
#include "comark-reader-plain.h"

#include <string.h>

#include "comark-reader-marker.h"

#define FOLD_LEAST 40 /* nobody folds at less */
#define FOLD_MOST 100 /* longer lines are whole paragraphs */
#define LONGEST_HEADING 80
#define LINES_TO_MEASURE 40

static gsize
line_length (const char *line)
{
  return strcspn (line, "\n");
}

static const char *
next_line (const char *line)
{
  line += line_length (line);
  return *line == '\n' ? line + 1 : line;
}

static gboolean
is_blank (const char *line)
{
  return line[strspn (line, " \t\v")] == '\n' || line[strspn (line, " \t\v")] == '\0';
}

/* "====" or "----" under a heading; @level is set. */
static gboolean
is_underline (const char *line, int *level)
{
  gsize n = line_length (line);

  if (n < 3 || (strspn (line, "=") < n && strspn (line, "-") < n))
    return FALSE;
  *level = line[0] == '=' ? 1 : 2;
  return TRUE;
}

static gboolean
is_rule (const char *line)
{
  gsize n = line_length (line);

  return n >= 3 && strspn (line, "-=_*# ~") >= n;
}

static gboolean
is_capitals (const char *line)
{
  gsize letters = 0, n = line_length (line);

  if (n >= LONGEST_HEADING)
    return FALSE;
  for (const char *at = line; at < line + n; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      if (g_unichar_islower (c))
        return FALSE;
      letters += g_unichar_isupper (c);
    }
  return letters >= 4;
}

/* 0 if @line is no heading; @words is where its own words begin, @end what to read next. */
static int
heading_level (const char *line, const char **words, const char **end)
{
  gsize hashes = strspn (line, "#");
  int level = 0;

  *words = line;
  *end = next_line (line);
  if (hashes > 0 && hashes <= 6 && line[hashes] == ' ')
    {
      *words = line + hashes;
      return (int) hashes;
    }
  if (line_length (line) < LONGEST_HEADING && is_underline (*end, &level) && !is_rule (line))
    {
      *end = next_line (*end);
      return level;
    }
  return is_capitals (line) && is_blank (*end) ? 2 : 0;
}

static gsize
longest_line (const char *line)
{
  gsize longest = 0;

  for (int i = 0; i < LINES_TO_MEASURE && *line != '\0' && !is_blank (line);
       i++, line = next_line (line))
    longest = MAX (longest, line_length (line));
  return longest;
}

static gboolean
was_folded (const char *line, const char *next, gsize width)
{
  gsize word = strcspn (next + strspn (next, " \t"), " \t\n");

  return width >= FOLD_LEAST && width <= FOLD_MOST && line_length (line) + 1 + word > width;
}

static gsize
measure_indent (const char *line)
{
  return strspn (line, " \t");
}

/* Writes one paragraph or item, whose own words begin at @from. Returns: the line after it. */
static const char *
write_block (const char *line, const char *from, gsize width, ComarkReaderWords *words)
{
  char marker[COMARK_READER_MARKER_BYTES];
  const char *unused;

  for (;;)
    {
      const char *next = next_line (line);
      comark_reader_words_add (words, from, (gssize) (line_length (line) - (gsize) (from - line)),
                               0);
      if (*next == '\0' || is_blank (next) || heading_level (next, &unused, &unused) > 0
          || comark_reader_marker_parse (next, marker) > 0)
        return next;
      if (was_folded (line, next, width))
        comark_reader_words_add (words, " ", 1, 0);
      else
        comark_reader_words_break_line (words);
      line = from = next;
    }
}

static const char *
read_block (const char *line, int page, ComarkReaderWords *words)
{
  char marker[COMARK_READER_MARKER_BYTES];
  const char *from, *end;
  int level = heading_level (line, &from, &end);
  gsize item = level > 0 ? 0 : comark_reader_marker_parse (line, marker);

  if (level > 0)
    {
      comark_reader_words_begin (words, COMARK_READING_HEADING, level, page);
      comark_reader_words_add (words, from, (gssize) line_length (from), 0);
      return end;
    }
  if (item > 0)
    {
      comark_reader_words_begin (words, COMARK_READING_LIST_ITEM,
                                 1 + (int) measure_indent (line) / 2, page);
      comark_reader_words_set_marker (words, marker);
      return write_block (line, line + item, longest_line (line), words);
    }
  comark_reader_words_begin (words, COMARK_READING_PARAGRAPH, 0, page);
  return write_block (line, line, longest_line (line), words);
}

gsize
comark_reader_plain_read (const char *text, gsize start, gsize end, int page,
                          ComarkReaderWords *words)
{
  const char *line = text + start;

  while (*line != '\0' && line < text + end)
    line = is_blank (line) || is_rule (line) ? next_line (line) : read_block (line, page, words);
  comark_reader_words_end (words);
  return (gsize) (line - text);
}
