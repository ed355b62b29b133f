/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-desk-text.h"

#include "comark-limits.h"

gboolean
comark_desk_refuse (GError **error, ComarkDeskError code, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, COMARK_DESK_ERROR, code, message);
  return FALSE;
}

static gboolean
has_control (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_iscntrl (g_utf8_get_char (p)) && *p != '\t' && *p != '\n' && *p != '\r')
        return TRUE;
    }
  return FALSE;
}

gboolean
comark_desk_check_text (const char *what, const char *text, GError **error)
{
  if (text == NULL)
    return TRUE;
  if (!g_utf8_validate (text, -1, NULL))
    return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                               "%s holds characters that cannot be read. Type it again.", what);
  if (g_utf8_strlen (text, -1) > COMARK_LIMIT_TEXT_CHARACTERS)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                               "%s is longer than %d characters. Shorten it, or put it in a file.",
                               what, COMARK_LIMIT_TEXT_CHARACTERS);
  if (has_control (text))
    return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                               "%s holds invisible control characters. Type it again.", what);
  return TRUE;
}

gboolean
comark_desk_is_blank (const char *text)
{
  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    {
      if (!g_unichar_isspace (g_utf8_get_char (text)))
        return FALSE;
    }
  return TRUE;
}

gboolean
comark_desk_need_text (const char *what, const char *text, GError **error)
{
  if (!comark_desk_check_text (what, text, error))
    return FALSE;
  if (comark_desk_is_blank (text))
    return comark_desk_refuse (error, COMARK_DESK_ERROR_MISSING, "%s is missing.", what);
  return TRUE;
}

gboolean
comark_desk_check_day (const char *what, const char *day, GError **error)
{
  if (day == NULL || *day == '\0' || comark_day_is_valid (day))
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                             "%s is not a day. Write it like 2026-11-22.", what);
}

static void
add_name (ComarkDeskChanges *changes, const char *name)
{
  if (changes->names == NULL)
    changes->names = g_string_new (name);
  else
    g_string_append_printf (changes->names, ", %s", name);
}

void
comark_desk_changes_text (ComarkDeskChanges *changes, const char *name, const char *theirs,
                          const char *ours)
{
  if (g_strcmp0 (theirs != NULL ? theirs : "", ours != NULL ? ours : "") != 0)
    add_name (changes, name);
}

void
comark_desk_changes_flag (ComarkDeskChanges *changes, const char *name, gint64 theirs,
                          gint64 ours)
{
  if (theirs != ours)
    add_name (changes, name);
}

gboolean
comark_desk_changed (ComarkDeskChanges *changes, const char *what, GError **error)
{
  g_autofree char *names
    = changes->names != NULL ? g_string_free (changes->names, FALSE) : NULL;

  changes->names = NULL;
  return comark_desk_refuse (
    error, COMARK_DESK_ERROR_CHANGED,
    "Somebody else changed %s while you were writing. Different from yours: %s. "
    "Your text is kept: look at theirs, then save again.",
    what, names != NULL ? names : "nothing that you wrote");
}
