/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-reader-marker.h"

#include <string.h>

/* Signs that nothing else begins with, and others that only a space makes a bullet. The last
 * ones are the places where Word's symbol fonts keep theirs. */
static const gunichar bullets[] = {
  0x2022, 0x2023, 0x25e6, 0x25aa, 0x25ab, 0x25cf, 0x25cb, 0x25a0, 0x25a1, 0x2043, 0x2219,
  0x27a2, 0x2713, 0x2714, 0x2756, 0x25c6, 0x25ba, 0xb7, 0xf0b7, 0xf0a7, 0xf0d8, 0xf076, 0xf0fc,
};

static gboolean
is_bullet (gunichar c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (bullets[i] == c)
      return TRUE;
  return FALSE;
}

static gsize
skip_spaces (const char *line, gsize at)
{
  while (line[at] == ' ' || line[at] == '\t')
    at++;
  return at;
}

/* "12", "b", "iv": up to three digits, or one letter, or a small roman number. */
static gsize
measure_number (const char *at)
{
  gsize digits = strspn (at, "0123456789");
  gsize roman = strspn (at, "ivx");

  if (digits > 0)
    return digits <= 3 ? digits : 0;
  if (roman > 0 && roman <= 5)
    return roman;
  return g_ascii_isalpha (*at) ? 1 : 0;
}

static gsize
measure_numbered (const char *at)
{
  gboolean is_bracketed = *at == '(';
  gsize length = is_bracketed ? 1 : 0;
  gsize number = measure_number (at + length);

  length += number;
  if (number == 0 || at[length] == '\0')
    return 0;
  if (at[length] == ')')
    return length + 1;
  /* "A. Smith" is a name: a single capital needs a bracket. */
  return at[length] == '.' && !is_bracketed && !g_ascii_isupper (*at) ? length + 1 : 0;
}

gsize
comark_reader_marker_parse (const char *line, char marker[COMARK_READER_MARKER_BYTES])
{
  gsize start = skip_spaces (line, 0);
  gunichar c = g_utf8_get_char (line + start);
  gsize length = 0;
  gboolean needs_space = TRUE;

  if (is_bullet (c))
    {
      length = (gsize) (g_utf8_next_char (line + start) - (line + start));
      needs_space = FALSE;
    }
  else if (c == '-' || c == '*' || c == 0x2013 || c == 0x2014)
    length = (gsize) (g_utf8_next_char (line + start) - (line + start));
  else
    length = measure_numbered (line + start);
  gsize words = skip_spaces (line, start + length);
  if (length == 0 || length >= COMARK_READER_MARKER_BYTES || line[words] == '\0'
      || line[words] == '\n'      || (needs_space && words == start + length))
    return 0;
  g_strlcpy (marker, line + start, length + 1);
  if (!g_ascii_isalnum (marker[0]) && marker[0] != '(')
    g_strlcpy (marker, "•", COMARK_READER_MARKER_BYTES);
  return words;
}

gboolean
comark_reader_marker_is_bullet (const char *marker)
{
  return !g_ascii_isalnum (marker[0]) && marker[0] != '(';
}
