/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Printed lines back into paragraphs. A line goes on from the one before if nothing speaks
 * against it: another size, a wider gap, an indent, a list marker, or room that was left at the
 * end of the line before although the next word would have fitted.
 */
#include "comark-reader-lines.h"

#include <math.h>
#include <string.h>

#include "comark-reader-marker.h"

#define MAX_LINES 1000000
#define MAX_LINES_BYTES (2 * COMARK_READING_MAX_BYTES)
#define HEADING_SIZE 1.12 /* of the body's */
#define SAME_SIZE 0.08
#define WIDE_GAP 1.4      /* of the usual distance between lines */
#define INDENT 0.8        /* of the size */
#define LONGEST_HEADING 250
#define LONGEST_BOLD_HEADING 120
#define SIZES 200         /* half points */
#define NEIGHBOURS 6

struct _ComarkReaderLines
{
  GArray *lines; /* of ComarkReaderLine */
  gsize n_bytes;
};

typedef struct
{
  const GArray *lines;
  const guint8 *running;
  ComarkReaderWords *words;
  double body_size;
  double leading; /* of the body: from line to line */
  int level_of_size[SIZES];
  int bold_level;
  GHashTable *hyphenated; /* words that have a hyphen inside a line, folded */
  GHashTable *plain;      /* words that have none */

  /* the block at hand */
  const ComarkReaderLine *last;
  const ComarkReaderLine *first;
  ComarkReadingKind kind;
  GArray *indents; /* of double: left edges of the list items above */
} Assembly;

static void
clear_line (gpointer data)
{
  ComarkReaderLine *line = data;

  g_clear_pointer (&line->text, g_free);
  g_clear_pointer (&line->runs, g_free);
}

ComarkReaderLines *
comark_reader_lines_new (void)
{
  ComarkReaderLines *self = g_new0 (ComarkReaderLines, 1);

  self->lines = g_array_new (FALSE, FALSE, sizeof (ComarkReaderLine));
  g_array_set_clear_func (self->lines, clear_line);
  return self;
}

void
comark_reader_lines_free (ComarkReaderLines *self)
{
  g_array_unref (self->lines);
  g_free (self);
}

gboolean
comark_reader_lines_take (ComarkReaderLines *self, ComarkReaderLine *line)
{
  self->n_bytes += strlen (line->text);
  if (self->lines->len >= MAX_LINES || self->n_bytes > MAX_LINES_BYTES)
    {
      clear_line (line);
      return FALSE;
    }
  g_array_append_vals (self->lines, line, 1);
  return TRUE;
}

/* --- what is usual in this document -------------------------------------------------------- */

static int
size_index (double size)
{
  return (int) CLAMP (size * 2 + 0.5, 0, SIZES - 1);
}

static const ComarkReaderLine *
get_line (const Assembly *self, guint i)
{
  return &g_array_index (self->lines, ComarkReaderLine, i);
}

static int
find_most (const double *weights, int n)
{
  int most = 0;

  for (int i = 1; i < n; i++)
    if (weights[i] > weights[most])
      most = i;
  return most;
}

static void
find_body_size (Assembly *self)
{
  double weights[SIZES] = { 0 };

  for (guint i = 0; i < self->lines->len; i++)
    weights[size_index (get_line (self, i)->size)] += (double) strlen (get_line (self, i)->text);
  self->body_size = MAX (find_most (weights, SIZES) / 2.0, 1);
}

static gboolean
is_body (const Assembly *self, const ComarkReaderLine *line)
{
  return fabs (line->size - self->body_size) < self->body_size * SAME_SIZE;
}

static void
find_leading (Assembly *self)
{
  double weights[SIZES] = { 0 };

  for (guint i = 1; i < self->lines->len; i++)
    {
      const ComarkReaderLine *a = get_line (self, i - 1), *b = get_line (self, i);
      double step = b->top - a->top;
      if (a->page == b->page && step > 0 && step < 5 * self->body_size && is_body (self, a)
          && is_body (self, b))
        weights[size_index (step)] += 1;
    }
  int most = find_most (weights, SIZES);
  self->leading = weights[most] > 0 ? MAX (most / 2.0, self->body_size) : self->body_size * 1.2;
}

/* --- headings ------------------------------------------------------------------------------ */

static gboolean
is_all (const ComarkReaderLine *line, ComarkReadingStyle style)
{
  gsize covered = 0;

  for (guint i = 0; i < line->n_runs; i++)
    if (line->runs[i].style & style)
      covered += line->runs[i].end - line->runs[i].start;
  return covered > 0 && covered + 1 >= strlen (line->text);
}

static gboolean
has_letter (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

static gboolean
is_large (const Assembly *self, const ComarkReaderLine *line)
{
  return line->size >= self->body_size * HEADING_SIZE && has_letter (line->text)
         && strlen (line->text) < LONGEST_HEADING;
}

static gboolean
is_bold_heading (const Assembly *self, const ComarkReaderLine *line)
{
  gsize length = strlen (line->text);

  return is_body (self, line) && is_all (line, COMARK_READING_BOLD) && has_letter (line->text)
         && length < LONGEST_BOLD_HEADING && strchr (".,;", line->text[length - 1]) == NULL;
}

/* The largest size in use is level 1, and so on down; bold in the body's size comes last. */
static void
rank_headings (Assembly *self)
{
  gboolean used[SIZES] = { FALSE };
  int level = 0;

  for (guint i = 0; i < self->lines->len; i++)
    if (!self->running[i] && is_large (self, get_line (self, i)))
      used[size_index (get_line (self, i)->size)] = TRUE;
  for (int i = SIZES - 1; i >= 0; i--)
    {
      if (used[i] && !(i + 1 < SIZES && used[i + 1]))
        level++;
      self->level_of_size[i] = CLAMP (level, 1, 6);
    }
  self->bold_level = MIN (level + 1, 6);
}

static int
heading_level (const Assembly *self, const ComarkReaderLine *line)
{
  if (is_large (self, line))
    return self->level_of_size[size_index (line->size)];
  return is_bold_heading (self, line) ? self->bold_level : 0;
}

/* --- hyphens ------------------------------------------------------------------------------- */

static void
note_words (Assembly *self, const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " .,;:!?()\"", -1);

  for (int i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) > 3 && strlen (words[i]) < 60 && words[i + 1] != NULL)
      g_hash_table_add (strchr (words[i], '-') ? self->hyphenated : self->plain,
                        g_strdup (words[i]));
}

static char *
dup_last_word (const char *text)
{
  const char *space = strrchr (text, ' ');

  return g_utf8_casefold (space ? space + 1 : text, -1);
}

static char *
dup_first_word (const char *text)
{
  gsize length = strcspn (text, " .,;:!?()\"");

  return g_utf8_casefold (text, (gssize) length);
}

static gboolean
ends_in_hyphen (const char *text)
{
  gsize length = strlen (text);

  return length > 1 && text[length - 1] == '-' && text[length - 2] != '-'
         && text[length - 2] != ' ';
}

/* Whether the hyphen between two lines is part of the word: the document itself knows best; of
 * words it has only here, those that begin as "co-" and the like keep it. */
static gboolean
keeps_hyphen (Assembly *self, const char *before, const char *after)
{
  static const char *const beginnings[]
    = { "co-", "self-", "non-", "well-", "ex-", "anti-", "multi-", "peer-", "user-", "cross-" };
  g_autofree char *head = dup_last_word (before);
  g_autofree char *tail = dup_first_word (after);
  g_autofree char *with = g_strconcat (head, tail, NULL);
  g_autofree char *without = g_strndup (head, strlen (head) - 1);
  g_autofree char *joined = g_strconcat (without, tail, NULL);

  if (g_hash_table_contains (self->hyphenated, with))
    return TRUE;
  if (g_hash_table_contains (self->plain, joined))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_equal (head, beginnings[i]))
      return TRUE;
  return !g_unichar_islower (g_utf8_get_char (after)) || strchr (without, '-') != NULL;
}

/* --- does a line go on? -------------------------------------------------------------------- */

static gboolean
ends_sentence (const char *text)
{
  gsize length = strlen (text);

  while (length > 1 && strchr (")\"'", text[length - 1]) != NULL)
    length--;
  return strchr (".!?:;", text[length - 1]) != NULL
         || g_str_has_suffix (text, "\xe2\x80\x9d"); /* a closing quotation mark */
}

static gboolean
begins_low (const char *text)
{
  return g_unichar_islower (g_utf8_get_char (text));
}

static gboolean
overlaps (const ComarkReaderLine *a, const ComarkReaderLine *b)
{
  return a->left < b->right && b->left < a->right;
}

/* Where the column of line @at ends, as its neighbours show. */
static double
find_right_edge (const Assembly *self, guint at)
{
  const ComarkReaderLine *line = get_line (self, at);
  double right = line->right;

  for (guint i = at > NEIGHBOURS ? at - NEIGHBOURS : 0;
       i < MIN (at + NEIGHBOURS + 1, self->lines->len); i++)
    {
      const ComarkReaderLine *near = get_line (self, i);
      if (near->page == line->page && !self->running[i] && overlaps (near, line)
          && fabs (near->left - line->left) < 6 * line->size)
        right = MAX (right, near->right);
    }
  return right;
}

static double
measure_first_word (const ComarkReaderLine *line)
{
  double letters = (double) MAX (g_utf8_strlen (line->text, -1), 1);
  gsize bytes = strcspn (line->text, " ");

  return (line->right - line->left) * (double) g_utf8_strlen (line->text, (gssize) bytes) / letters;
}

/* The author went to a new line although there was room. */
static gboolean
had_room (const Assembly *self, guint before, const ComarkReaderLine *line)
{
  const ComarkReaderLine *last = get_line (self, before);
  double room = find_right_edge (self, before) - last->right;

  return room > measure_first_word (line) + last->size;
}

static gboolean
differs_in_size (const ComarkReaderLine *a, const ComarkReaderLine *b)
{
  return fabs (a->size - b->size) > SAME_SIZE * MAX (a->size, b->size);
}

static double
usual_step (const Assembly *self, const ComarkReaderLine *line)
{
  return self->leading * MAX (line->size / self->body_size, 1);
}

/* Over the end of a column or page only an open sentence goes on. */
static gboolean
goes_on_over_a_break (const Assembly *self, const ComarkReaderLine *line)
{
  return self->kind != COMARK_READING_HEADING && !ends_sentence (self->last->text)
         && (begins_low (line->text) || ends_in_hyphen (self->last->text));
}

static gboolean
is_indented (const Assembly *self, const ComarkReaderLine *line)
{
  double step = line->left - self->last->left;

  if (self->kind == COMARK_READING_LIST_ITEM)
    return line->left < self->first->left - INDENT * line->size
           || (self->last != self->first && step > INDENT * line->size);
  return step > INDENT * line->size || (self->last != self->first && step < -INDENT * line->size);
}

static gboolean
goes_on (const Assembly *self, guint at, int level)
{
  const ComarkReaderLine *line = get_line (self, at), *last = self->last;
  double step = last ? line->top - last->top : 0;

  if (last == NULL || differs_in_size (last, line)
      || (level > 0) != (self->kind == COMARK_READING_HEADING))
    return FALSE;
  if (line->page != last->page || step < -line->size / 2 || step > 20 * line->size)
    return goes_on_over_a_break (self, line);
  if (step > WIDE_GAP * usual_step (self, line))
    return FALSE;
  return level > 0 || !is_indented (self, line);
}

/* --- writing ------------------------------------------------------------------------------- */

static ComarkReadingStyle
style_at (const ComarkReaderLine *line, guint byte, guint *until)
{
  *until = (guint) strlen (line->text);
  for (guint i = 0; i < line->n_runs; i++)
    {
      if (byte >= line->runs[i].start && byte < line->runs[i].end)
        {
          *until = line->runs[i].end;
          return line->runs[i].style;
        }
      if (line->runs[i].start > byte)
        *until = MIN (*until, line->runs[i].start);
    }
  return 0;
}

/* A row of dots leads the eye to a page number; read aloud it is only dots. */
static gsize
measure_leader (const char *text)
{
  gsize length = strspn (text, ". ");
  guint dots = 0;

  for (gsize i = 0; i < length; i++)
    dots += text[i] == '.';
  return dots >= 5 ? length : 0;
}

static void
add_words (Assembly *self, const ComarkReaderLine *line, guint from)
{
  guint length = (guint) strlen (line->text), until;

  while (from < length)
    {
      ComarkReadingStyle style = style_at (line, from, &until);
      gsize leader = measure_leader (line->text + from);
      guint end = MIN (until, length);
      for (guint i = from; leader == 0 && i < end; i++)
        if (line->text[i] == '.' && measure_leader (line->text + i) > 0)
          end = i;
      if (leader > 0)
        comark_reader_words_add (self->words, " … ", -1, 0);
      else
        comark_reader_words_add (self->words, line->text + from, (gssize) (end - from), style);
      from = leader > 0 ? from + (guint) leader : end;
    }
}

/* How deep an item is: how many left edges of open lists lie to its left. */
static int
item_depth (Assembly *self, const ComarkReaderLine *line)
{
  GArray *indents = self->indents;

  while (indents->len > 0
         && g_array_index (indents, double, indents->len - 1) > line->left - INDENT * line->size)
    g_array_set_size (indents, indents->len - 1);
  if (indents->len < COMARK_READING_MAX_LEVEL)
    g_array_append_val (indents, line->left);
  return (int) indents->len;
}

static void
begin_block (Assembly *self, const ComarkReaderLine *line, int level)
{
  char marker[COMARK_READER_MARKER_BYTES];
  gsize words_at = level > 0 ? 0 : comark_reader_marker_parse (line->text, marker);

  self->kind = level > 0      ? COMARK_READING_HEADING
               : words_at > 0 ? COMARK_READING_LIST_ITEM
                              : COMARK_READING_PARAGRAPH;
  if (self->kind == COMARK_READING_LIST_ITEM)
    level = item_depth (self, line);
  else if (self->kind == COMARK_READING_HEADING)
    g_array_set_size (self->indents, 0);
  comark_reader_words_begin (self->words, self->kind, level, line->page);
  if (words_at > 0)
    comark_reader_words_set_marker (self->words, marker);
  self->first = line;
  add_words (self, line, (guint) words_at);
}

static void
go_on (Assembly *self, guint before, const ComarkReaderLine *line)
{
  const char *last = self->last->text;

  if (ends_in_hyphen (last) && g_unichar_isalpha (g_utf8_get_char (line->text)))
    {
      if (!keeps_hyphen (self, last, line->text))
        comark_reader_words_drop_hyphen (self->words);
    }
  else if (self->kind != COMARK_READING_HEADING && line->page == self->last->page
           && had_room (self, before, line))
    comark_reader_words_break_line (self->words);
  else
    comark_reader_words_add (self->words, " ", 1, 0);
  comark_reader_words_set_last_page (self->words, line->page);
  add_words (self, line, 0);
}

static gboolean
begins_item (const ComarkReaderLine *line)
{
  char marker[COMARK_READER_MARKER_BYTES];

  return comark_reader_marker_parse (line->text, marker) > 0;
}

/* A sentence that ended with room to spare ended its paragraph. */
static gboolean
ended_paragraph (const Assembly *self, guint before, const ComarkReaderLine *line)
{
  return self->last != NULL && ends_sentence (self->last->text)
         && self->last->page == line->page && had_room (self, before, line);
}

static void
write_lines (Assembly *self)
{
  guint before = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const ComarkReaderLine *line = get_line (self, i);
      if (self->running[i])
        continue;
      int level = heading_level (self, line);
      if (goes_on (self, i, level) && (level > 0 || !begins_item (line))
          && !ended_paragraph (self, before, line))
        go_on (self, before, line);
      else
        begin_block (self, line, level);
      self->last = line;
      before = i;
    }
  comark_reader_words_end (self->words);
}

void
comark_reader_lines_assemble (ComarkReaderLines *lines, int n_pages, ComarkReaderWords *words)
{
  Assembly self = { .lines = lines->lines, .words = words };

  self.hyphenated = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.plain = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.indents = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < lines->lines->len; i++)
    note_words (&self, get_line (&self, i)->text);
  find_body_size (&self);
  g_autofree guint8 *running
    = comark_reader_lines_find_running (lines->lines, n_pages, self.body_size);
  self.running = running;
  find_leading (&self);
  rank_headings (&self);
  write_lines (&self);
  g_hash_table_unref (self.hyphenated);
  g_hash_table_unref (self.plain);
  g_array_unref (self.indents);
}
