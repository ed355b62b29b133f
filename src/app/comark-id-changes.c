/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-id-changes.h"

#define MOST_CHANGES 32

/* The differing middle of two lists, and which ids each side has. */
typedef struct
{
  const ComarkId *older;
  guint n_older;
  const ComarkId *newer;
  guint n_newer;
  GHashTable *in_older;
  GHashTable *in_newer;
} Middle;

static GHashTable *
make_set (const ComarkId *ids, guint n_ids)
{
  GHashTable *set = g_hash_table_new (comark_id_hash, comark_id_equal);

  for (guint i = 0; i < n_ids; i++)
    g_hash_table_add (set, (gpointer) &ids[i]);
  return set;
}

/* Joins what touches the change before. */
static void
add_change (GArray *changes, guint position, guint n_removed, guint n_added, guint source)
{
  ComarkIdChange *last
    = changes->len > 0 ? &g_array_index (changes, ComarkIdChange, changes->len - 1) : NULL;
  ComarkIdChange change = { position, n_removed, n_added, source };

  if (last != NULL && last->position + last->n_added == position)
    {
      last->n_removed += n_removed;
      last->n_added += n_added;
    }
  else
    g_array_append_val (changes, change);
}

/* One element of difference at older[i], newer[j]: is it gone, new, or a move seen from either
 * end? A moved one is taken out where the other list goes on without it. */
static void
step (const Middle *middle, guint *i, guint *j, gboolean *removes, gboolean *adds)
{
  gboolean has_older = *i < middle->n_older;
  gboolean has_newer = *j < middle->n_newer;

  *removes = has_older
             && (!has_newer || !g_hash_table_contains (middle->in_newer, &middle->older[*i]));
  *adds = has_newer
          && (!has_older || !g_hash_table_contains (middle->in_older, &middle->newer[*j]));
  if (*removes || *adds)
    return;
  *removes = *i + 1 < middle->n_older
             && comark_id_equal (&middle->older[*i + 1], &middle->newer[*j]);
  *adds = !*removes
          && *j + 1 < middle->n_newer
          && comark_id_equal (&middle->older[*i], &middle->newer[*j + 1]);
  if (!*removes && !*adds)
    *removes = *adds = TRUE;
}

/* FALSE if there are too many. */
static gboolean
find_changes (const Middle *middle, guint offset, GArray *changes)
{
  guint i = 0, j = 0;

  while (i < middle->n_older || j < middle->n_newer)
    {
      gboolean removes, adds;

      if (i < middle->n_older && j < middle->n_newer
          && comark_id_equal (&middle->older[i], &middle->newer[j]))
        {
          i++;
          j++;
          continue;
        }
      step (middle, &i, &j, &removes, &adds);
      add_change (changes, offset + j, removes ? 1 : 0, adds ? 1 : 0, offset + j);
      i += removes ? 1 : 0;
      j += adds ? 1 : 0;
      if (changes->len > MOST_CHANGES)
        return FALSE;
    }
  return TRUE;
}

GArray *
comark_id_changes (const ComarkId *older, guint n_older, const ComarkId *newer, guint n_newer)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (ComarkIdChange));
  guint start = 0;
  Middle middle;

  while (start < n_older && start < n_newer && comark_id_equal (&older[start], &newer[start]))
    start++;
  while (n_older > start && n_newer > start
         && comark_id_equal (&older[n_older - 1], &newer[n_newer - 1]))
    {
      n_older--;
      n_newer--;
    }
  if (start == n_older && start == n_newer)
    return changes;
  middle = (Middle) { older + start, n_older - start, newer + start, n_newer - start,
                      make_set (older + start, n_older - start),
                      make_set (newer + start, n_newer - start) };
  if (!find_changes (&middle, start, changes))
    {
      g_array_set_size (changes, 0);
      add_change (changes, start, middle.n_older, middle.n_newer, start);
    }
  g_hash_table_unref (middle.in_older);
  g_hash_table_unref (middle.in_newer);
  return changes;
}
