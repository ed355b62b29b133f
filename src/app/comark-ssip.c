/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-ssip.h"

#define MAX_LINES 1000

char *
comark_ssip_mark_words (const char *text)
{
  GString *ssml = g_string_new ("<speak>");
  gboolean in_word = FALSE;
  int at = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), at++)
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_space = g_unichar_isspace (c);
      g_autofree char *escaped = NULL;

      if (!is_space && !in_word)
        g_string_append_printf (ssml, "<mark name=\"%d\"/>", at);
      in_word = !is_space;
      if (!is_space && g_unichar_iscntrl (c))
        continue;
      escaped = g_markup_escape_text (is_space ? " " : p,
                                      is_space ? 1 : g_utf8_next_char (p) - p);
      g_string_append (ssml, escaped);
    }
  g_string_append (ssml, "</speak>");
  return g_string_free (ssml, FALSE);
}

int
comark_ssip_word_end (const char *text, int start)
{
  const char *p = g_utf8_offset_to_pointer (text, start);
  int end = start;

  for (; *p != '\0' && !g_unichar_isspace (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    end++;
  return end;
}

int
comark_ssip_rate (int speed)
{
  return speed < 100 ? MAX (2 * (speed - 100), -100) : MIN ((speed - 100) / 2, 100);
}

/* ---- answers ---- */

void
comark_ssip_answer_init (ComarkSsipAnswer *self)
{
  self->code = 0;
  self->lines = g_ptr_array_new_with_free_func (g_free);
}

void
comark_ssip_answer_clear (ComarkSsipAnswer *self)
{
  g_clear_pointer (&self->lines, g_ptr_array_unref);
}

ComarkSsipTaken
comark_ssip_answer_take (ComarkSsipAnswer *self, const char *line)
{
  if (self->code != 0)
    g_ptr_array_set_size (self->lines, 0);
  self->code = 0;
  for (int i = 0; i < 3; i++)
    if (!g_ascii_isdigit (line[i]))
      return COMARK_SSIP_BROKEN;
  if (line[3] == '-' && self->lines->len < MAX_LINES)
    {
      g_ptr_array_add (self->lines, g_strdup (line + 4));
      return COMARK_SSIP_MORE;
    }
  if (line[3] != ' ')
    return COMARK_SSIP_BROKEN;
  self->code = (line[0] - '0') * 100 + (line[1] - '0') * 10 + line[2] - '0';
  return COMARK_SSIP_WHOLE;
}

gboolean
comark_ssip_answer_is_event (const ComarkSsipAnswer *self)
{
  return self->code >= 700 && self->code < 800;
}

gboolean
comark_ssip_answer_is_ok (const ComarkSsipAnswer *self)
{
  return self->code >= 200 && self->code < 300;
}

int
comark_ssip_answer_number (const ComarkSsipAnswer *self, guint n)
{
  guint64 number;

  if (n >= self->lines->len
      || !g_ascii_string_to_unsigned (self->lines->pdata[n], 10, 0, G_MAXINT, &number, NULL))
    return -1;
  return (int) number;
}
