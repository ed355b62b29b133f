/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-award-number.h"

#include <string.h>

#define PREFIX "CP-"
#define TEXT_LENGTH 14 /* CP-2026-0042-7 */
#define START 7

/* Damm's totally anti-symmetric quasigroup of order 10 (2004). */
static const guint8 quasigroup[10][10] = {
  { 0, 3, 1, 7, 5, 9, 8, 6, 4, 2 }, { 7, 0, 9, 2, 1, 5, 4, 8, 6, 3 },
  { 4, 2, 0, 6, 8, 7, 1, 3, 5, 9 }, { 1, 7, 5, 0, 9, 8, 3, 4, 2, 6 },
  { 6, 1, 2, 3, 0, 4, 5, 9, 7, 8 }, { 3, 6, 7, 4, 2, 0, 9, 5, 8, 1 },
  { 5, 8, 6, 9, 7, 2, 0, 1, 3, 4 }, { 8, 9, 4, 5, 3, 6, 2, 0, 1, 7 },
  { 9, 4, 3, 8, 6, 1, 7, 2, 0, 5 }, { 2, 5, 8, 1, 4, 3, 6, 7, 9, 0 },
};

static guint
check_digit (guint year, guint serial)
{
  char digits[9];
  guint interim = START;

  g_snprintf (digits, sizeof digits, "%04u%04u", year % 10000, serial % 10000);
  for (const char *c = digits; *c; c++)
    interim = quasigroup[interim][*c - '0'];
  return interim;
}

static gboolean
is_in_range (guint year, guint serial)
{
  return year >= COMARK_AWARD_NUMBER_MIN_YEAR && year <= COMARK_AWARD_NUMBER_MAX_YEAR
         && serial >= 1 && serial <= COMARK_AWARD_NUMBER_MAX_SERIAL;
}

char *
comark_award_number_format (guint year, guint serial)
{
  if (!is_in_range (year, serial))
    return NULL;
  return g_strdup_printf (PREFIX "%04u-%04u-%u", year, serial, check_digit (year, serial));
}

static guint
read_digits (const char *text, guint n)
{
  guint value = 0;

  for (guint i = 0; i < n; i++)
    value = value * 10 + (guint) (text[i] - '0');
  return value;
}

static gboolean
has_shape (const char *text)
{
  static const char shape[] = PREFIX "0000-0000-0";

  G_STATIC_ASSERT (sizeof shape == TEXT_LENGTH + 1);
  if (text == NULL || strnlen (text, TEXT_LENGTH + 1) != TEXT_LENGTH)
    return FALSE;
  for (guint i = 0; i < TEXT_LENGTH; i++)
    if (shape[i] == '0' ? !g_ascii_isdigit (text[i]) : text[i] != shape[i])
      return FALSE;
  return TRUE;
}

gboolean
comark_award_number_parse (const char *text, guint *year, guint *serial)
{
  guint y, s;

  if (!has_shape (text))
    return FALSE;
  y = read_digits (text + 3, 4);
  s = read_digits (text + 8, 4);
  if (!is_in_range (y, s) || read_digits (text + 13, 1) != check_digit (y, s))
    return FALSE;
  if (year != NULL)
    *year = y;
  if (serial != NULL)
    *serial = s;
  return TRUE;
}
