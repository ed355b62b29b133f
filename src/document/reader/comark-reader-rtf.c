/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rich text, for its words: control words that change what is bold, where a paragraph or cell
 * ends, and which groups are not text. The format's own rule makes the rest easy: what is not
 * known may be passed over.
 */
#include <stdlib.h>
#include <string.h>

#include "comark-reader-decode.h"
#include "comark-reader-flow.h"
#include "comark-reader-office.h"
#include "comark-reader-source.h"

#define MAX_RTF_BYTES (32 * 1024 * 1024)
#define MAX_GROUPS 1024
#define LONGEST_WORD 32

typedef struct
{
  ComarkReadingStyle style;
  gboolean is_silent;
  gboolean is_marker; /* the number or bullet that a program wrote for others */
  int skip_after_unicode;
} Group;

typedef struct
{
  ComarkReaderFlow flow;
  const char *at, *end;
  Group groups[MAX_GROUPS];
  int depth;     /* index of the group at hand */
  int too_deep;  /* groups beyond the array */
  int to_skip;   /* characters that stand for those who know no Unicode */
  gunichar high; /* the first half of a pair */

  GString *marker;
  int heading, level;
  gboolean in_table, row_begun, has_begun;
} Rtf;

static Group *
get_group (Rtf *self)
{
  return &self->groups[self->depth];
}

static void
begin_block (Rtf *self)
{
  if (self->has_begun)
    return;
  self->has_begun = TRUE;
  if (self->heading > 0)
    comark_reader_flow_begin (&self->flow, COMARK_READING_HEADING, self->heading, NULL);
  else if (self->marker->len > 0)
    comark_reader_flow_begin (&self->flow, COMARK_READING_LIST_ITEM, self->level + 1,
                              g_ascii_isalnum (self->marker->str[0])
                                  || self->marker->str[0] == '('
                                ? g_strstrip (self->marker->str)
                                : "•");
  else
    comark_reader_flow_begin (&self->flow, COMARK_READING_PARAGRAPH, 0, NULL);
}

static void
add_text (Rtf *self, const char *text, gssize length)
{
  Group *group = get_group (self);

  if (group->is_silent || self->too_deep > 0)
    return;
  if (group->is_marker)
    {
      if (self->marker->len < LONGEST_WORD)
        g_string_append_len (self->marker, text, length);
      return;
    }
  begin_block (self);
  self->flow.style = self->heading > 0 ? 0 : group->style;
  comark_reader_flow_text (&self->flow, text, length);
}

static void
add_character (Rtf *self, gunichar c)
{
  char utf8[6];

  if (c >= 0xd800 && c < 0xdc00)
    {
      self->high = c;
      return;
    }
  if (c >= 0xdc00 && c < 0xe000)
    c = self->high ? 0x10000 + ((self->high - 0xd800) << 10) + (c - 0xdc00) : 0xfffd;
  self->high = 0;
  add_text (self, utf8, g_unichar_to_utf8 (c, utf8));
}

static void
add_byte (Rtf *self, guchar byte)
{
  g_autofree char *utf8 = NULL;
  const char raw[] = { (char) byte, ' ', ' ', ' ', ' ', ' ', '\0' }; /* no UTF-8 goes on so */

  if (self->to_skip > 0)
    {
      self->to_skip--;
      return;
    }
  if (byte < 0x80)
    {
      add_text (self, raw, 1);
      return;
    }
  utf8 = comark_reader_decode (raw, sizeof raw - 1);
  add_text (self, utf8, (gssize) (g_utf8_next_char (utf8) - utf8));
}

static void
end_block (Rtf *self)
{
  if (get_group (self)->is_silent)
    return;
  comark_reader_flow_end (&self->flow);
  self->has_begun = FALSE;
  g_string_truncate (self->marker, 0);
}

/* A cell is known as one only by the word that ends it: it is begun with the row. */
static void
enter_table (Rtf *self)
{
  if (!self->in_table)
    comark_reader_flow_begin_table (&self->flow);
  self->in_table = TRUE;
  if (!self->row_begun)
    {
      comark_reader_flow_begin_row (&self->flow, FALSE);
      comark_reader_flow_begin_cell (&self->flow, FALSE);
    }
  self->row_begun = TRUE;
}

static void
leave_table (Rtf *self)
{
  if (self->in_table && !self->row_begun)
    {
      comark_reader_flow_end_table (&self->flow);
      self->in_table = FALSE;
    }
}

static gboolean
is_one_of (const char *word, const char *const *words)
{
  for (; *words != NULL; words++)
    if (strcmp (word, *words) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
begins_silence (const char *word)
{
  static const char *const words[]
    = { "fonttbl", "colortbl", "stylesheet", "info",    "pict",    "object",  "header",
        "headerl", "headerr",  "headerf",    "footer",  "footerl", "footerr", "footerf",
        "themedata", "listtable", "listoverridetable", "rsidtbl", "fldinst", "annotation",
        "atnid", "xmlnstbl", "datastore", "latentstyles", "deleted", NULL };

  return is_one_of (word, words);
}

static void
set_style (Rtf *self, ComarkReadingStyle style, gboolean is_on)
{
  Group *group = get_group (self);

  group->style = is_on ? group->style | style : group->style & ~style;
}

static gboolean
obey_paragraph (Rtf *self, const char *word, int number)
{
  if (strcmp (word, "par") == 0 || strcmp (word, "sect") == 0)
    end_block (self);
  else if (strcmp (word, "pard") == 0)
    {
      self->heading = self->level = 0;
      leave_table (self);
    }
  else if (strcmp (word, "outlinelevel") == 0)
    self->heading = number >= 0 && number < 6 ? number + 1 : 0;
  else if (strcmp (word, "ilvl") == 0)
    self->level = CLAMP (number, 0, COMARK_READING_MAX_LEVEL - 1);
  else if (strcmp (word, "intbl") == 0 && !get_group (self)->is_silent)
    enter_table (self);
  else if (strcmp (word, "cell") == 0)
    {
      end_block (self);
      enter_table (self);
      comark_reader_flow_begin_cell (&self->flow, FALSE);
    }
  else if (strcmp (word, "row") == 0)
    {
      end_block (self);
      self->row_begun = FALSE;
    }
  else
    return FALSE;
  return TRUE;
}

static void
obey_text (Rtf *self, const char *word, int number)
{
  static const struct { const char *word; gunichar c; } signs[] = {
    { "tab", ' ' },       { "emdash", 0x2014 },    { "endash", 0x2013 },   { "bullet", 0x2022 },
    { "lquote", 0x2018 }, { "rquote", 0x2019 },    { "ldblquote", 0x201c }, { "rdblquote", 0x201d },
    { "emspace", ' ' },   { "enspace", ' ' },
  };

  if (strcmp (word, "line") == 0 && self->has_begun && !get_group (self)->is_silent)
    comark_reader_flow_break (&self->flow);
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strcmp (word, signs[i].word) == 0)
      add_character (self, signs[i].c);
}

static void
obey (Rtf *self, const char *word, int number, gboolean has_number)
{
  Group *group = get_group (self);

  if (begins_silence (word))
    group->is_silent = TRUE;
  else if (strcmp (word, "pntext") == 0 || strcmp (word, "listtext") == 0)
    group->is_marker = TRUE;
  else if (strcmp (word, "b") == 0)
    set_style (self, COMARK_READING_BOLD, !has_number || number != 0);
  else if (strcmp (word, "i") == 0)
    set_style (self, COMARK_READING_ITALIC, !has_number || number != 0);
  else if (strcmp (word, "plain") == 0)
    group->style = 0;
  else if (strcmp (word, "uc") == 0)
    group->skip_after_unicode = CLAMP (number, 0, 8);
  else if (strcmp (word, "u") == 0)
    {
      add_character (self, (gunichar) (number < 0 ? number + 65536 : number) & 0xffff);
      self->to_skip = group->skip_after_unicode;
    }
  else if (strcmp (word, "bin") == 0)
    self->at += CLAMP (number, 0, self->end - self->at);
  else if (!obey_paragraph (self, word, number))
    obey_text (self, word, number);
}

static void
read_word (Rtf *self)
{
  char word[LONGEST_WORD];
  gsize n = 0;
  char *number_end = NULL;
  int number = 0;

  while (self->at < self->end && g_ascii_isalpha (*self->at))
    {
      if (n + 1 < sizeof word)
        word[n++] = *self->at;
      self->at++;
    }
  word[n] = '\0';
  if (self->at < self->end && (*self->at == '-' || g_ascii_isdigit (*self->at)))
    {
      number = (int) CLAMP (g_ascii_strtoll (self->at, &number_end, 10), -G_MAXINT, G_MAXINT);
      self->at = MAX (number_end, self->at + 1);
    }
  if (self->at < self->end && *self->at == ' ')
    self->at++;
  obey (self, word, number, number_end != NULL);
}

static void
read_control (Rtf *self)
{
  char c = self->at < self->end ? *self->at : '\0';

  if (g_ascii_isalpha (c))
    {
      read_word (self);
      return;
    }
  self->at += self->at < self->end;
  if (c == '\'' && self->end - self->at >= 2)
    {
      const char hex[] = { self->at[0], self->at[1], '\0' };
      self->at += 2;
      add_byte (self, (guchar) strtoul (hex, NULL, 16));
    }
  else if (c == '*')
    get_group (self)->is_silent = TRUE;
  else if (c == '~')
    add_character (self, 0xa0);
  else if (c == '_')
    add_text (self, "-", 1);
  else if (c == '\n' || c == '\r')
    end_block (self);
  else if (c == '\\' || c == '{' || c == '}')
    add_byte (self, (guchar) c);
}

static void
open_group (Rtf *self)
{
  if (self->depth + 1 == MAX_GROUPS)
    self->too_deep++;
  else
    {
      self->groups[self->depth + 1] = *get_group (self);
      self->depth++;
    }
}

static void
close_group (Rtf *self)
{
  if (self->too_deep > 0)
    self->too_deep--;
  else if (self->depth > 0)
    self->depth--;
}

static void
read_bytes (Rtf *self)
{
  while (self->at < self->end)
    {
      char c = *self->at++;
      if (c == '{')
        open_group (self);
      else if (c == '}')
        close_group (self);
      else if (c == '\\')
        read_control (self);
      else if (c != '\n' && c != '\r')
        add_byte (self, (guchar) c);
    }
}

void
comark_reader_rtf_read (int fd, gsize length, ComarkReaderWords *words)
{
  g_autofree Rtf *self = g_new0 (Rtf, 1);
  gsize n_read = 0;
  g_autofree char *bytes = comark_reader_read_all (fd, MIN (length, MAX_RTF_BYTES), &n_read);

  if (bytes == NULL)
    return;
  bytes[n_read] = '\0'; /* a number at the very end ends there */
  self->flow.words = words;
  self->groups[0].skip_after_unicode = 1;
  self->at = bytes;
  self->end = bytes + n_read;
  self->marker = g_string_new (NULL);
  read_bytes (self);
  comark_reader_words_end (words);
  if (length > MAX_RTF_BYTES)
    comark_reader_words_set_cut (words);
  g_string_free (self->marker, TRUE);
}
