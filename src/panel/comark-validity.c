/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-validity.h"

#include <string.h>

#include "comark-clock.h"
#include "comark-working-days.h"

#define MAX_MONTHS 1200
#define MAX_DAYS 36500

static gboolean
is_day (const char *text)
{
  return text != NULL && comark_day_is_valid (text);
}

static char *
write_day (int year, int month, int day)
{
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

char *
comark_validity_add_months (const char *day, int months)
{
  int count, year, month, last, wanted;

  if (!is_day (day) || ABS (months) > MAX_MONTHS)
    return NULL;
  count = (int) g_ascii_strtoll (day, NULL, 10) * 12
          + (int) g_ascii_strtoll (day + 5, NULL, 10) - 1 + months;
  year = count / 12;
  month = count % 12 + 1;
  if (count < 12 || year > 9999)
    return NULL;
  wanted = (int) g_ascii_strtoll (day + 8, NULL, 10);
  last = g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
  return write_day (year, month, MIN (wanted, last));
}

char *
comark_validity_add_days (const char *day, int days)
{
  g_autoptr (GDateTime) noon = NULL;
  g_autoptr (GDateTime) moved = NULL;

  if (!is_day (day) || ABS (days) > MAX_DAYS)
    return NULL;
  noon = g_date_time_new_utc ((int) g_ascii_strtoll (day, NULL, 10),
                              (int) g_ascii_strtoll (day + 5, NULL, 10),
                              (int) g_ascii_strtoll (day + 8, NULL, 10), 12, 0, 0);
  moved = noon != NULL ? g_date_time_add_days (noon, days) : NULL;
  if (moved == NULL)
    return NULL;
  return write_day (g_date_time_get_year (moved), g_date_time_get_month (moved),
                    g_date_time_get_day_of_month (moved));
}

char *
comark_validity_until (const char *awarded, const char *review_day)
{
  g_autofree char *until = comark_validity_add_months (awarded, COMARK_VALIDITY_MONTHS);

  if (until == NULL || review_day == NULL || *review_day == '\0')
    return g_steal_pointer (&until);
  if (!is_day (review_day) || strcmp (review_day, awarded) < 0)
    return NULL;
  return g_strdup (strcmp (review_day, until) < 0 ? review_day : until);
}

char *
comark_validity_renewal_opens (const char *until)
{
  return comark_validity_add_months (until, -COMARK_VALIDITY_RENEWAL_MONTHS);
}

char *
comark_validity_unchanged_due (const char *awarded, const char *until)
{
  g_autofree char *due = comark_validity_add_months (awarded, COMARK_VALIDITY_UNCHANGED_MONTHS);

  if (due == NULL || !is_day (until) || strcmp (until, due) <= 0)
    return NULL;
  return g_steal_pointer (&due);
}

char *
comark_validity_sealing_from (const char *decided, guint window, const char *const *holidays)
{
  if (window > COMARK_VALIDITY_WINDOW_MAX)
    return NULL;
  return comark_working_days_add (decided, window, holidays);
}

char *
comark_validity_appeal_until (const char *sealed, const char *const *holidays)
{
  return comark_working_days_add (sealed, COMARK_VALIDITY_APPEAL_WORKING_DAYS, holidays);
}

gboolean
comark_validity_is_over (const char *until, const char *today)
{
  return is_day (until) && is_day (today) && strcmp (today, until) > 0;
}
