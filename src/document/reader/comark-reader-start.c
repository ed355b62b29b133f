/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-reader-start.h"

#include <math.h>
#include <string.h>

/* Every place where @words stand in @text. Returns: (transfer full): of ComarkReaderRange */
static GArray *
find_all (const char *text, const char *words)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (ComarkReaderRange));
  guint32 length = (guint32) g_utf8_strlen (words, -1), offset = 0;
  const char *from = text;

  for (const char *at = strstr (text, words);
       at != NULL && found->len < COMARK_READER_MAX_RANGES; at = strstr (at + 1, words))
    {
      offset += (guint32) g_utf8_pointer_to_offset (from, at);
      from = at;
      ComarkReaderRange range = { offset, offset + length };
      g_array_append_val (found, range);
    }
  return found;
}

static double
distance (const ComarkReaderArea *a, const ComarkReaderArea *b)
{
  return hypot (a->x - b->x, a->y - b->y);
}

/* Returns: the index of the range whose first area is the nearest to @first */
static guint
find_nearest (GArray *places, guint n_ranges, const ComarkReaderArea *first)
{
  guint nearest = 0;
  double best = INFINITY;

  for (guint i = places->len; i > 0; i--)
    {
      const ComarkReaderArea *place = &g_array_index (places, ComarkReaderArea, i - 1);
      gboolean is_first
        = i == 1 || g_array_index (places, ComarkReaderArea, i - 2).match != place->match;

      if (!is_first || (guint) place->match >= n_ranges || distance (place, first) > best)
        continue;
      best = distance (place, first);
      nearest = (guint) place->match;
    }
  return nearest;
}

gint64
comark_reader_find_start (ComarkReaderSource *source, int page, const char *selected,
                          GArray *areas)
{
  g_autofree char *raw = source->klass->dup_text (source, page);
  g_autofree char *text = raw ? g_utf8_make_valid (raw, -1) : NULL;
  g_autofree char *words = g_strchomp (g_strdup (selected));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (ComarkReaderArea));
  g_autoptr (GArray) found = text && *words ? find_all (text, words) : NULL;
  guint nearest = 0;

  if (found == NULL || found->len == 0)
    return -1;
  if (found->len > 1 && areas->len > 0 && source->klass->list_areas != NULL)
    {
      source->klass->list_areas (source, page, (const ComarkReaderRange *) (gpointer) found->data,
                                 found->len, places);
      nearest = find_nearest (places, found->len, &g_array_index (areas, ComarkReaderArea, 0));
    }
  return g_array_index (found, ComarkReaderRange, nearest).start;
}
