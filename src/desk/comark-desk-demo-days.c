/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-desk-demo-days.h"

#include <stdlib.h>
#include <string.h>

#include "comark-clock.h"
#include "comark-validity.h"
#include "comark-working-days.h"

struct _ComarkDemoDays
{
  char *days[2 * COMARK_DEMO_DAYS + 1]; /* today in the middle */
  char **holidays;
};

#define YEARS 4 /* COMARK_DEMO_DAYS working days are less than three */

static char **
list_holidays (const char *today, const char *const *yearly)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  int year = atoi (today);

  for (int y = year - YEARS; y <= year + YEARS; y++)
    for (guint i = 0; yearly != NULL && yearly[i] != NULL; i++)
      {
        g_autofree char *day = g_strdup_printf ("%04d-%s", y, yearly[i]);

        g_strv_builder_add (builder, day);
      }
  return g_strv_builder_end (builder);
}

static void
fill_way (ComarkDemoDays *self, int way)
{
  char **middle = self->days + COMARK_DEMO_DAYS;
  g_autofree char *day = g_strdup (*middle);

  for (int n = 1; n <= COMARK_DEMO_DAYS; n++)
    {
      do
        {
          char *next = comark_validity_add_days (day, way);

          g_free (day);
          day = next;
        }
      while (!comark_working_days_is (day, (const char *const *) self->holidays));
      middle[way * n] = g_strdup (day);
    }
}

ComarkDemoDays *
comark_demo_days_new (const char *today, const char *const *yearly)
{
  ComarkDemoDays *self;

  g_return_val_if_fail (comark_day_is_valid (today), NULL);
  self = g_new0 (ComarkDemoDays, 1);
  self->holidays = list_holidays (today, yearly);
  self->days[COMARK_DEMO_DAYS] = g_strdup (today);
  fill_way (self, -1);
  fill_way (self, 1);
  return self;
}

void
comark_demo_days_free (ComarkDemoDays *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->days); i++)
    g_free (self->days[i]);
  g_strfreev (self->holidays);
  g_free (self);
}

const char *
comark_demo_days_at (ComarkDemoDays *self, int offset)
{
  if (offset < -COMARK_DEMO_DAYS || offset > COMARK_DEMO_DAYS)
    return "";
  return self->days[COMARK_DEMO_DAYS + offset];
}

const char *const *
comark_demo_days_holidays (ComarkDemoDays *self)
{
  return (const char *const *) self->holidays;
}

/* Reads "-12" or "+30" up to @end; "" is 0. */
static gboolean
read_offset (const char *start, const char *end, int *offset)
{
  char *stop;
  long n = start < end ? strtol (start, &stop, 10) : 0;

  if (start < end && (stop != end || (*start != '-' && *start != '+')))
    return FALSE;
  *offset = (int) CLAMP (n, -COMARK_DEMO_DAYS, COMARK_DEMO_DAYS);
  return TRUE;
}

/* What stands between two braces. Returns: (transfer full) (nullable) */
static char *
replacement (ComarkDemoDays *self, const char *start, const char *end)
{
  g_autofree char *words = NULL;
  int offset;

  if (g_str_has_prefix (start, "year"))
    return read_offset (start + 4, end, &offset)
             ? g_strdup_printf ("%d", atoi (comark_demo_days_at (self, 0)) + offset)
             : NULL;
  if (g_str_has_prefix (start, "month"))
    {
      if (!read_offset (start + 5, end, &offset))
        return NULL;
      words = comark_day_to_words (comark_demo_days_at (self, offset));
      return g_strdup (strchr (words, ' ') + 1);
    }
  if (start == end || !read_offset (start, end, &offset))
    return NULL;
  return comark_day_to_words (comark_demo_days_at (self, offset));
}

char *
comark_demo_days_fill (ComarkDemoDays *self, const char *text)
{
  GString *filled = g_string_new (NULL);
  const char *open;

  while ((open = strchr (text, '{')) != NULL)
    {
      const char *close = strchr (open, '}');
      g_autofree char *words = close != NULL ? replacement (self, open + 1, close) : NULL;

      if (words == NULL)
        {
          g_string_append_len (filled, text, open + 1 - text);
          text = open + 1;
          continue;
        }
      g_string_append_len (filled, text, open - text);
      g_string_append (filled, words);
      text = close + 1;
    }
  g_string_append (filled, text);
  return g_string_free (filled, FALSE);
}
