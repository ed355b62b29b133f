/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-reading-map.h"

typedef struct
{
  int start;
  int text;
  int end;
  guint paragraph;
} Entry;

struct _ComarkReadingMap
{
  GArray *entries; /* of Entry, one a block, in order */
  GArray *firsts;  /* of guint: the first block of each paragraph */
};

ComarkReadingMap *
comark_reading_map_new (void)
{
  ComarkReadingMap *self = g_new0 (ComarkReadingMap, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->firsts = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
comark_reading_map_free (ComarkReadingMap *self)
{
  g_array_unref (self->entries);
  g_array_unref (self->firsts);
  g_free (self);
}

static const Entry *
entry (ComarkReadingMap *self, guint block)
{
  return &g_array_index (self->entries, Entry, block);
}

void
comark_reading_map_add (ComarkReadingMap *self, int start, int text, int end, gboolean joins)
{
  guint block = self->entries->len;
  Entry new = { start, text, end, 0 };

  if (!joins || block == 0)
    g_array_append_val (self->firsts, block);
  new.paragraph = self->firsts->len - 1;
  g_array_append_val (self->entries, new);
}

guint
comark_reading_map_get_n_paragraphs (ComarkReadingMap *self)
{
  return self->firsts->len;
}

/* The last block that begins at @offset or before. */
static guint
block_at (ComarkReadingMap *self, int offset)
{
  guint low = 0, high = self->entries->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;
      if (entry (self, middle)->start <= offset)
        low = middle;
      else
        high = middle;
    }
  return low;
}

guint
comark_reading_map_paragraph_at (ComarkReadingMap *self, int offset)
{
  return self->entries->len > 0 ? entry (self, block_at (self, offset))->paragraph : 0;
}

void
comark_reading_map_get_paragraph (ComarkReadingMap *self, guint paragraph, int *start, int *end)
{
  guint n = self->firsts->len, next;

  *start = *end = 0;
  if (paragraph >= n)
    return;
  next = paragraph + 1 < n ? g_array_index (self->firsts, guint, paragraph + 1)
                           : self->entries->len;
  *start = entry (self, g_array_index (self->firsts, guint, paragraph))->start;
  *end = entry (self, next - 1)->end;
}

gboolean
comark_reading_map_to_block (ComarkReadingMap *self, int offset, guint *block, int *at)
{
  const Entry *found;

  if (self->entries->len == 0)
    return FALSE;
  *block = block_at (self, offset);
  found = entry (self, *block);
  *at = CLAMP (offset, found->text, found->end) - found->text;
  return TRUE;
}

int
comark_reading_map_to_offset (ComarkReadingMap *self, guint block, int at)
{
  const Entry *found;

  if (block >= self->entries->len)
    return -1;
  found = entry (self, block);
  return CLAMP (found->text + at, found->text, found->end);
}
