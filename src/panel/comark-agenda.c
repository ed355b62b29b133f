/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-agenda.h"

#include <string.h>

/* Walks between each two items, n × n. */
typedef struct
{
  guint n;
  guint16 *walks;
} Distances;

static guint
between (const Distances *self, guint a, guint b)
{
  return self->walks[a * self->n + b];
}

static Distances
distances_of (const ComarkAgendaRoom *room)
{
  Distances self = { room->n_items, g_new0 (guint16, MAX (room->n_items * room->n_items, 1)) };

  for (guint a = 0; a < self.n; a++)
    for (guint b = 0; b < self.n; b++)
      for (guint p = 0; p < room->n_people; p++)
        self.walks[a * self.n + b] += !room->out[a * room->n_people + p]
                                      != !room->out[b * room->n_people + p];
  return self;
}

static void
distances_clear (Distances *self)
{
  g_clear_pointer (&self->walks, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Distances, distances_clear)

static guint
sum (const Distances *self, const guint *order)
{
  guint walks = 0;

  for (guint i = 1; i < self->n; i++)
    walks += between (self, order[i - 1], order[i]);
  return walks;
}

guint
comark_agenda_walks (const ComarkAgendaRoom *room, const guint *order)
{
  g_auto (Distances) self = distances_of (room);

  return sum (&self, order);
}

/* ---- few items: all orders, by what is done and which item was last ---- */

typedef struct
{
  const Distances *distances;
  guint16 *rest; /* fewest walks still to come, by set of items done × last item */
} Exact;

static guint16 *
rest_of (Exact *self, guint done, guint last)
{
  return &self->rest[done * self->distances->n + last];
}

static guint
next_cost (Exact *self, guint done, guint last, guint next)
{
  return between (self->distances, last, next) + *rest_of (self, done | 1u << next, next);
}

static void
fill_rest (Exact *self)
{
  guint n = self->distances->n, all = (1u << n) - 1;

  /* Larger sets have larger numbers: what is asked for is there. */
  for (guint done = all - 1; done > 0; done--)
    for (guint last = 0; last < n; last++)
      if (done & 1u << last)
        {
          guint best = G_MAXUINT16;

          for (guint next = 0; next < n; next++)
            if (!(done & 1u << next))
              best = MIN (best, next_cost (self, done, last, next));
          *rest_of (self, done, last) = (guint16) best;
        }
}

/* The first item, in the planned order, from which the fewest still walk. */
static guint
first_item (Exact *self)
{
  guint best = 0;

  for (guint i = 1; i < self->distances->n; i++)
    if (*rest_of (self, 1u << i, i) < *rest_of (self, 1u << best, best))
      best = i;
  return best;
}

static guint
next_item (Exact *self, guint done, guint last)
{
  for (guint i = 0; i < self->distances->n; i++)
    if (!(done & 1u << i) && next_cost (self, done, last, i) == *rest_of (self, done, last))
      return i;
  g_assert_not_reached ();
}

static guint
order_exactly (const Distances *distances, guint *order)
{
  g_autofree guint16 *rest = g_new0 (guint16, (gsize) distances->n << distances->n);
  Exact self = { distances, rest };
  guint done;

  fill_rest (&self);
  order[0] = first_item (&self);
  done = 1u << order[0];
  for (guint i = 1; i < distances->n; i++)
    {
      order[i] = next_item (&self, done, order[i - 1]);
      done |= 1u << order[i];
    }
  return sum (distances, order);
}

/* ---- many items: a good order, improved ---- */

static void
go_to_nearest (const Distances *self, guint first, guint *order)
{
  gboolean done[COMARK_AGENDA_ITEMS_MAX] = { FALSE };

  order[0] = first;
  done[first] = TRUE;
  for (guint i = 1; i < self->n; i++)
    {
      guint best = self->n;

      for (guint next = 0; next < self->n; next++)
        if (!done[next]
            && (best == self->n
                || between (self, order[i - 1], next) < between (self, order[i - 1], best)))
          best = next;
      order[i] = best;
      done[best] = TRUE;
    }
}

/* @order with the run of @n from @from on taken out, turned round if @turned, and put back before
 * what is then the place @to. */
static void
move_run (const guint *order, guint n_items, guint from, guint n, guint to, gboolean turned,
          guint *moved)
{
  guint at = 0, left = 0;

  for (guint i = 0; i <= n_items; i++)
    {
      gboolean in_run = i >= from && i < from + n;

      if (!in_run && left++ == to)
        for (guint k = 0; k < n; k++)
          moved[at++] = order[turned ? from + n - 1 - k : from + k];
      if (!in_run && i < n_items)
        moved[at++] = order[i];
    }
}

/* One move that lets fewer walk, if there is one. */
static gboolean
improve (const Distances *self, guint *order, guint *walks)
{
  guint moved[COMARK_AGENDA_ITEMS_MAX];

  for (guint n = 1; n < self->n; n++)
    for (guint from = 0; from + n <= self->n; from++)
      for (guint to = 0; to <= self->n - n; to++)
        for (guint turned = 0; turned < 2; turned++)
          {
            guint fewer;

            move_run (order, self->n, from, n, to, turned, moved);
            fewer = sum (self, moved);
            if (fewer >= *walks)
              continue;
            memcpy (order, moved, self->n * sizeof *order);
            *walks = fewer;
            return TRUE;
          }
  return FALSE;
}

static guint
improve_all (const Distances *self, guint *order)
{
  guint walks = sum (self, order);

  while (walks > 0 && improve (self, order, &walks))
    ;
  return walks;
}

static guint
order_roughly (const Distances *self, guint *order)
{
  guint tried[COMARK_AGENDA_ITEMS_MAX];
  guint fewest;

  for (guint i = 0; i < self->n; i++)
    order[i] = i;
  fewest = improve_all (self, order);
  for (guint first = 0; first < self->n && fewest > 0; first++)
    {
      guint walks;

      go_to_nearest (self, first, tried);
      walks = sum (self, tried);
      /* Improving all of them takes long, and helps where one was good before. */
      if (walks < fewest + fewest / 4)
        walks = improve_all (self, tried);
      if (walks >= fewest)
        continue;
      memcpy (order, tried, self->n * sizeof *order);
      fewest = walks;
    }
  return fewest;
}

guint
comark_agenda_order_roughly (const ComarkAgendaRoom *room, guint *order)
{
  g_auto (Distances) self = distances_of (room);

  g_return_val_if_fail (room->n_items <= COMARK_AGENDA_ITEMS_MAX, 0);
  return order_roughly (&self, order);
}

guint
comark_agenda_order (const ComarkAgendaRoom *room, guint *order)
{
  g_auto (Distances) self = distances_of (room);

  g_return_val_if_fail (room->n_items <= COMARK_AGENDA_ITEMS_MAX, 0);
  if (self.n == 0)
    return 0;
  return self.n <= COMARK_AGENDA_EXACT_MAX ? order_exactly (&self, order)
                                           : order_roughly (&self, order);
}
