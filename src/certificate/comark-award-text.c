/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-award-text.h"

#include <string.h>

/* Three reach the deepest stacks of living scripts; more only serve to smear the line above. */
#define MAX_MARKS 3

/* However long the text, no more than this is looked at for one character that is kept. */
#define MAX_BYTES_PER_CHAR 64

typedef enum
{
  KEEP,
  SPACE,
  DROP,
} Fate;

static gboolean
is_unseen (gunichar c)
{
  return c == 0x00ad || c == 0x200b || c == 0xfeff || (c >= 0x2060 && c <= 0x2064)
         || (c >= 0xfff9 && c <= 0xfffb) || (c >= 0xe0000 && c <= 0xe007f);
}

static gboolean
is_direction_control (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x206f);
}

static Fate
judge (gunichar c)
{
  if (c == '\t' || c == '\n' || c == '\v' || c == '\f' || c == '\r' || c == 0x85
      || c == 0x2028 || c == 0x2029)
    return SPACE;
  if (g_unichar_iscntrl (c) || is_direction_control (c) || is_unseen (c))
    return DROP;
  return g_unichar_isspace (c) && c != 0xa0 ? SPACE : KEEP;
}

/* Appends what may stay of @text; knows nothing of length. */
static void
append_kept (GString *out, const char *text)
{
  guint marks = 0;
  gboolean space = FALSE;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      Fate fate = judge (c);

      if (fate == SPACE)
        space = TRUE;
      if (fate != KEEP)
        continue;
      marks = g_unichar_ismark (c) ? marks + 1 : 0;
      if (marks > MAX_MARKS)
        continue;
      if (space && out->len > 0)
        g_string_append_c (out, ' ');
      space = FALSE;
      g_string_append_unichar (out, c);
    }
}

static void
cut (GString *text, gsize max_chars)
{
  const char *end;

  if ((gsize) g_utf8_strlen (text->str, (gssize) text->len) <= max_chars)
    return;
  end = g_utf8_offset_to_pointer (text->str, max_chars > 0 ? (glong) max_chars - 1 : 0);
  g_string_truncate (text, (gsize) (end - text->str));
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  if (max_chars > 0)
    g_string_append (text, "…");
}

char *
comark_award_text_clean (const char *text, gsize max_chars)
{
  gsize length = text ? strnlen (text, (max_chars + 1) * MAX_BYTES_PER_CHAR) : 0;
  g_autofree char *valid = g_utf8_make_valid (text ? text : "", (gssize) length);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  GString *out = g_string_sized_new (MIN (length, 256) + 1);

  append_kept (out, composed);
  cut (out, max_chars);
  return g_string_free (out, FALSE);
}

gboolean
comark_award_text_is_hex (const char *text, gsize min_digits)
{
  gsize n = 0;

  if (text == NULL)
    return FALSE;
  for (; text[n]; n++)
    if (!g_ascii_isxdigit (text[n]))
      return FALSE;
  return n >= min_digits;
}

char *
comark_award_text_group_hex (const char *hex, guint n_groups)
{
  GString *out = g_string_sized_new (n_groups * 5 + 1);

  g_return_val_if_fail (comark_award_text_is_hex (hex, (gsize) n_groups * 4),
                        g_string_free (out, FALSE));
  for (guint i = 0; i < n_groups; i++)
    {
      if (i > 0)
        g_string_append_c (out, ' ');
      g_string_append_len (out, hex + (gsize) i * 4, 4);
    }
  return g_string_free (out, FALSE);
}
