/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-working-days.h"

#include <string.h>

#include "comark-clock.h"

#define HORIZON_DAYS (30 * 366)

static gboolean
read_day (const char *text, GDate *date)
{
  guint year, month, day;

  if (text == NULL || !comark_day_is_valid (text) || strlen (text) != 10)
    return FALSE;
  year = (guint) g_ascii_strtoull (text, NULL, 10);
  month = (guint) g_ascii_strtoull (text + 5, NULL, 10);
  day = (guint) g_ascii_strtoull (text + 8, NULL, 10);
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

static char *
write_day (const GDate *date)
{
  return g_strdup_printf ("%04u-%02u-%02u", (guint) g_date_get_year (date),
                          (guint) g_date_get_month (date), (guint) g_date_get_day (date));
}

/* The holidays as a set, so that long sums stay short. */
static GHashTable *
holiday_set (const char *const *holidays)
{
  GHashTable *set = g_hash_table_new (NULL, NULL);
  GDate date;

  for (; holidays != NULL && *holidays != NULL; holidays++)
    if (read_day (*holidays, &date))
      g_hash_table_add (set, GUINT_TO_POINTER (g_date_get_julian (&date)));
  return set;
}

static gboolean
is_working (const GDate *date, GHashTable *holidays)
{
  GDateWeekday weekday = g_date_get_weekday (date);

  return weekday != G_DATE_SATURDAY && weekday != G_DATE_SUNDAY
         && !g_hash_table_contains (holidays, GUINT_TO_POINTER (g_date_get_julian (date)));
}

gboolean
comark_working_days_is (const char *day, const char *const *holidays)
{
  g_autoptr (GHashTable) set = holiday_set (holidays);
  GDate date;

  return read_day (day, &date) && is_working (&date, set);
}

char *
comark_working_days_add (const char *day, guint n, const char *const *holidays)
{
  g_autoptr (GHashTable) set = holiday_set (holidays);
  GDate date;

  if (n > COMARK_WORKING_DAYS_MAX || !read_day (day, &date))
    return NULL;
  for (guint step = 0; n > 0; step++)
    {
      if (step == HORIZON_DAYS || g_date_get_year (&date) > 9998)
        return NULL;
      g_date_add_days (&date, 1);
      n -= is_working (&date, set);
    }
  return write_day (&date);
}

int
comark_working_days_count (const char *from, const char *to, const char *const *holidays)
{
  g_autoptr (GHashTable) set = holiday_set (holidays);
  GDate date, end;
  int count = 0;

  if (!read_day (from, &date) || !read_day (to, &end)
      || ABS (g_date_days_between (&date, &end)) > HORIZON_DAYS)
    return -1;
  while (g_date_compare (&date, &end) < 0)
    {
      g_date_add_days (&date, 1);
      count += is_working (&date, set);
    }
  return count;
}
