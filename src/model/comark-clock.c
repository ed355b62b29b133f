/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-clock.h"

#include <string.h>

struct _ComarkClock
{
  GObject parent_instance;

  GMutex lock;
  gboolean moved;
  gint64 offset_ms; /* what to add to the machine's time */
};

G_DEFINE_FINAL_TYPE (ComarkClock, comark_clock, G_TYPE_OBJECT)

static gint64
machine_ms (void)
{
  return g_get_real_time () / 1000;
}

static void
comark_clock_finalize (GObject *object)
{
  g_mutex_clear (&COMARK_CLOCK (object)->lock);
  G_OBJECT_CLASS (comark_clock_parent_class)->finalize (object);
}

static void
comark_clock_class_init (ComarkClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = comark_clock_finalize;
}

static void
comark_clock_init (ComarkClock *self)
{
  g_mutex_init (&self->lock);
}

ComarkClock *
comark_clock_new (void)
{
  return g_object_new (COMARK_TYPE_CLOCK, NULL);
}

ComarkClock *
comark_clock_new_at (gint64 now_ms)
{
  ComarkClock *self = comark_clock_new ();

  self->moved = TRUE;
  self->offset_ms = now_ms - machine_ms ();
  return self;
}

gint64
comark_clock_now_ms (ComarkClock *self)
{
  gint64 now_ms;

  g_mutex_lock (&self->lock);
  now_ms = machine_ms () + self->offset_ms;
  g_mutex_unlock (&self->lock);
  return now_ms;
}

void
comark_clock_set (ComarkClock *self, gint64 now_ms)
{
  g_return_if_fail (self->moved);

  g_mutex_lock (&self->lock);
  self->offset_ms = now_ms - machine_ms ();
  g_mutex_unlock (&self->lock);
}

gboolean
comark_clock_is_moved (ComarkClock *self)
{
  return self->moved;
}

static char *
format_ms (gint64 ms, const char *format)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (ms / 1000);

  return time ? g_date_time_format (time, format) : g_strdup ("");
}

char *
comark_day_from_ms (gint64 ms)
{
  return format_ms (ms, "%F");
}

char *
comark_ms_to_words (gint64 ms)
{
  return format_ms (ms, "%-d %B %Y, %H:%M");
}

static gboolean
read_day (const char *text, int *year, int *month, int *day)
{
  if (text == NULL || strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  for (int i = 0; i < 10; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit (text[i]))
      return FALSE;
  *year = (int) g_ascii_strtoll (text, NULL, 10);
  *month = (int) g_ascii_strtoll (text + 5, NULL, 10);
  *day = (int) g_ascii_strtoll (text + 8, NULL, 10);
  return g_date_valid_dmy ((GDateDay) *day, (GDateMonth) *month, (GDateYear) *year);
}

gboolean
comark_day_is_valid (const char *text)
{
  int year, month, day;

  return read_day (text, &year, &month, &day);
}

char *
comark_day_to_words (const char *text)
{
  int year, month, day;

  if (!read_day (text, &year, &month, &day))
    return g_strdup ("");
  g_autoptr (GDateTime) time = g_date_time_new_utc (year, month, day, 12, 0, 0);
  return g_date_time_format (time, "%-d %B %Y");
}

gboolean
comark_ms_from_iso (const char *text, gint64 *ms)
{
  g_autoptr (GTimeZone) here = g_time_zone_new_local ();
  g_autoptr (GDateTime) time = NULL;
  int year, month, day;

  if (read_day (text, &year, &month, &day))
    time = g_date_time_new_local (year, month, day, 12, 0, 0);
  else if (text != NULL)
    time = g_date_time_new_from_iso8601 (text, here);
  if (time == NULL)
    return FALSE;
  *ms = g_date_time_to_unix (time) * 1000 + g_date_time_get_microsecond (time) / 1000;
  return TRUE;
}
