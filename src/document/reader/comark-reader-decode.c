/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-reader-decode.h"

#include <string.h>

#define REPLACEMENT 0xfffd
#define LONGEST_CHARACTER 4

/* 0x80 to 0x9f; all others are as in Latin-1. Written out because iconv would load a module. */
static const gunichar windows_1252[32] = {
  0x20ac, REPLACEMENT, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
  0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, REPLACEMENT, 0x017d, REPLACEMENT,
  REPLACEMENT, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
  0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, REPLACEMENT, 0x017e, 0x0178,
};

static char *
decode_windows (const guchar *bytes, gsize length)
{
  GString *text = g_string_sized_new (length + length / 8);

  for (gsize i = 0; i < length; i++)
    {
      gunichar c = bytes[i];
      if (c >= 0x80 && c < 0xa0)
        c = windows_1252[c - 0x80];
      g_string_append_unichar (text, c ? c : REPLACEMENT);
    }
  return g_string_free (text, FALSE);
}

static guint
get_unit (const guchar *bytes, gboolean big_endian)
{
  return big_endian ? (guint) bytes[0] << 8 | bytes[1] : (guint) bytes[1] << 8 | bytes[0];
}

static char *
decode_utf16 (const guchar *bytes, gsize length, gboolean big_endian)
{
  GString *text = g_string_sized_new (length);

  for (gsize i = 2; i + 1 < length; i += 2)
    {
      gunichar c = get_unit (bytes + i, big_endian);
      guint next = i + 3 < length ? get_unit (bytes + i + 2, big_endian) : 0;
      if (c >= 0xd800 && c < 0xdc00 && next >= 0xdc00 && next < 0xe000)
        {
          c = 0x10000 + ((c - 0xd800) << 10) + (next - 0xdc00);
          i += 2;
        }
      else if (c >= 0xd800 && c < 0xe000)
        c = REPLACEMENT;
      g_string_append_unichar (text, c ? c : REPLACEMENT);
    }
  return g_string_free (text, FALSE);
}

char *
comark_reader_decode (const char *bytes, gsize length)
{
  const guchar *raw = (const guchar *) bytes;
  const char *end;

  if (length >= 2 && (memcmp (bytes, "\xff\xfe", 2) == 0 || memcmp (bytes, "\xfe\xff", 2) == 0))
    return decode_utf16 (raw, length, raw[0] == 0xfe);
  if (length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    {
      bytes += 3;
      length -= 3;
    }
  if (g_utf8_validate_len (bytes, length, &end)
      || (gsize) (end - bytes) + LONGEST_CHARACTER > length)
    return g_strndup (bytes, (gsize) (end - bytes));
  return decode_windows ((const guchar *) bytes, length);
}
