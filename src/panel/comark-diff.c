/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-diff.h"

#include <string.h>

/* A path of more than twice as many differences is not looked for. */
#define MAX_STEPS 4096
/* Each division sets some symbols aside, so this is not met by sequences that mean anything. */
#define MAX_DEPTH 64
/* Points that no step leads to: beyond every sequence, with room for one step more. */
#define NEVER_FORWARD (G_MININT32 / 2)
#define NEVER_BACKWARD (G_MAXINT32 / 2)

/* One of the two sequences, without what the other does not have. */
typedef struct
{
  const guint32 *all;
  guint n_all;
  guint32 *symbols; /* those that the other side has too */
  guint32 *places;  /* of each in @all */
  guint n;
  guint8 *differs;  /* one a symbol of @all */
} Side;

/* How far @d steps lead from one corner, as the place in the old sequence, by diagonal (place in
 * the old less that in the new). Only every second diagonal between from and to is of this @d. */
typedef struct
{
  gint32 *at; /* index 0 is diagonal 0: negative ones are there as well */
  gint32 from;
  gint32 to;
} Front;

typedef struct
{
  Side old, new;
  Front forward, backward;
  gint32 *memory; /* of both fronts */
  guint32 *counts; /* for patience: by symbol, two each; zero between uses */
  gint64 *work;
  gboolean *is_rough;
} Diff;

/* The part between two corners. */
typedef struct
{
  gint32 x0, x1; /* of the old sequence */
  gint32 y0, y1; /* of the new one */
} Box;

/* ---- setting aside ---- */

static guint8 *
mark_symbols (const guint32 *symbols, guint n, guint n_symbols)
{
  guint8 *seen = g_new0 (guint8, (gsize) n_symbols + 1);

  for (guint i = 0; i < n; i++)
    seen[symbols[i]] = 1;
  return seen;
}

static void
side_init (Side *self, const guint32 *symbols, guint n, const guint8 *others)
{
  self->all = symbols;
  self->n_all = n;
  self->symbols = g_new (guint32, (gsize) n + 1);
  self->places = g_new (guint32, (gsize) n + 1);
  self->differs = g_new0 (guint8, (gsize) n + 1);
  for (guint i = 0; i < n; i++)
    {
      self->differs[i] = !others[symbols[i]];
      self->symbols[self->n] = symbols[i];
      self->places[self->n] = i;
      self->n += others[symbols[i]];
    }
}

static void
side_clear (Side *self)
{
  g_free (self->symbols);
  g_free (self->places);
  g_free (self->differs);
}

static void
mark (Side *self, gint32 from, gint32 to)
{
  for (gint32 i = from; i < to; i++)
    self->differs[self->places[i]] = 1;
}

/* ---- the middle of a shortest path ---- */

/* One step further: the diagonals beside come in, as far as the box has them. */
static void
widen (Front *self, gint32 lowest, gint32 highest, gint32 never)
{
  if (self->from > lowest)
    self->at[--self->from - 1] = never;
  else
    self->from++;
  if (self->to < highest)
    self->at[++self->to + 1] = never;
  else
    self->to--;
}

static gboolean
has_diagonal (const Front *self, gint32 k)
{
  return k >= self->from && k <= self->to;
}

/* The furthest place on diagonal @k: by a removed symbol from the one below or an added one from
 * the one above, and then on along what is the same. */
static gint32
go_forward (Diff *self, const Box *box, gint32 k)
{
  gint32 removed = self->forward.at[k - 1] + 1, added = self->forward.at[k + 1];
  gint32 x = NEVER_FORWARD;

  if (removed > box->x0 && removed <= box->x1)
    x = removed;
  if (added >= box->x0 && added - k <= box->y1)
    x = MAX (x, added);
  if (x == NEVER_FORWARD)
    return x;
  while (x < box->x1 && x - k < box->y1 && self->old.symbols[x] == self->new.symbols[x - k])
    {
      x++;
      --*self->work;
    }
  return x;
}

static gint32
go_backward (Diff *self, const Box *box, gint32 k)
{
  gint32 removed = self->backward.at[k + 1] - 1, added = self->backward.at[k - 1];
  gint32 x = NEVER_BACKWARD;

  if (removed >= box->x0 && removed < box->x1)
    x = removed;
  if (added <= box->x1 && added - k >= box->y0)
    x = MIN (x, added);
  if (x == NEVER_BACKWARD)
    return x;
  while (x > box->x0 && x - k > box->y0 && self->old.symbols[x - 1] == self->new.symbols[x - k - 1])
    {
      x--;
      --*self->work;
    }
  return x;
}

/* One step of the front from the upper left corner; TRUE where it meets the other one. */
static gboolean
advance_forward (Diff *self, const Box *box, gboolean can_meet, gint32 *x, gint32 *y)
{
  Front *front = &self->forward;

  widen (front, box->x0 - box->y1, box->x1 - box->y0, NEVER_FORWARD);
  for (gint32 k = front->to; k >= front->from; k -= 2)
    {
      gint32 here = front->at[k] = go_forward (self, box, k);

      --*self->work;
      if (!can_meet || here == NEVER_FORWARD || !has_diagonal (&self->backward, k)
          || self->backward.at[k] > here)
        continue;
      *x = here;
      *y = here - k;
      return TRUE;
    }
  return FALSE;
}

static gboolean
advance_backward (Diff *self, const Box *box, gboolean can_meet, gint32 *x, gint32 *y)
{
  Front *front = &self->backward;

  widen (front, box->x0 - box->y1, box->x1 - box->y0, NEVER_BACKWARD);
  for (gint32 k = front->to; k >= front->from; k -= 2)
    {
      gint32 here = front->at[k] = go_backward (self, box, k);

      --*self->work;
      if (!can_meet || here == NEVER_BACKWARD || !has_diagonal (&self->forward, k)
          || self->forward.at[k] < here)
        continue;
      *x = here;
      *y = here - k;
      return TRUE;
    }
  return FALSE;
}

/* A point half way along a shortest path through @box, which neither begins nor ends with what
 * is the same. FALSE if that takes too long. */
static gboolean
find_middle (Diff *self, const Box *box, gint32 *x, gint32 *y)
{
  gint32 first = box->x0 - box->y0, last = box->x1 - box->y1;
  gboolean is_odd = ((last - first) & 1) != 0;

  self->forward.from = self->forward.to = first;
  self->forward.at[first] = box->x0;
  self->backward.from = self->backward.to = last;
  self->backward.at[last] = box->x1;
  for (guint d = 1; d <= MAX_STEPS && *self->work > 0; d++)
    if (advance_forward (self, box, is_odd, x, y) || advance_backward (self, box, !is_odd, x, y))
      return TRUE;
  return FALSE;
}

/* ---- patience ---- */

typedef struct
{
  gint32 x, y;
  gint32 before; /* index of the one before it in the longest rise that ends here; -1: none */
} Anchor;

/* What stands once on either side, in the order of the old one; y is yet to come. */
static GArray *
list_anchors (Diff *self, const Box *box)
{
  GArray *anchors = g_array_new (FALSE, FALSE, sizeof (Anchor));

  for (gint32 y = box->y0; y < box->y1; y++)
    self->counts[2 * self->new.symbols[y] + 1]++;
  for (gint32 x = box->x0; x < box->x1; x++)
    self->counts[2 * self->old.symbols[x]]++;
  for (gint32 x = box->x0; x < box->x1; x++)
    {
      const guint32 *count = &self->counts[2 * self->old.symbols[x]];
      const Anchor anchor = { x, -1, -1 };
      if (count[0] == 1 && count[1] == 1)
        g_array_append_val (anchors, anchor);
    }
  return anchors;
}

/* Finds the ys, through the counts, which are zero again after it. */
static void
place_anchors (Diff *self, const Box *box, GArray *anchors)
{
  for (guint i = 0; i < anchors->len; i++)
    self->counts[2 * self->old.symbols[g_array_index (anchors, Anchor, i).x]] = i + 2;
  for (gint32 y = box->y0; y < box->y1; y++)
    {
      const guint32 *count = &self->counts[2 * self->new.symbols[y]];
      if (count[1] == 1 && count[0] >= 2 && count[0] - 2 < anchors->len
          && self->old.symbols[g_array_index (anchors, Anchor, count[0] - 2).x]
               == self->new.symbols[y])
        g_array_index (anchors, Anchor, count[0] - 2).y = y;
    }
  for (gint32 x = box->x0; x < box->x1; x++)
    self->counts[2 * self->old.symbols[x]] = 0;
  for (gint32 y = box->y0; y < box->y1; y++)
    self->counts[2 * self->new.symbols[y] + 1] = 0;
}

/* The longest series of anchors whose places rise on both sides, each pointing to the one before
 * it. Returns: the index of its last; -1 for none. */
static gint32
find_longest_rise (GArray *anchors)
{
  g_autofree gint32 *ends = g_new (gint32, anchors->len + 1); /* by length, the lowest y */
  guint n = 0;

  for (guint i = 0; i < anchors->len; i++)
    {
      Anchor *anchor = &g_array_index (anchors, Anchor, i);
      guint low = 0, high = n;

      while (low < high)
        {
          guint middle = (low + high) / 2;
          if (g_array_index (anchors, Anchor, ends[middle]).y < anchor->y)
            low = middle + 1;
          else
            high = middle;
        }
      anchor->before = low > 0 ? ends[low - 1] : -1;
      ends[low] = (gint32) i;
      n = MAX (n, low + 1);
    }
  return n > 0 ? ends[n - 1] : -1;
}

/* ---- dividing ---- */

static void compare (Diff *self, Box box, guint depth);

static void
give_up (Diff *self, const Box *box)
{
  mark (&self->old, box->x0, box->x1);
  mark (&self->new, box->y0, box->y1);
  *self->is_rough = TRUE;
}

static void
divide_by_anchors (Diff *self, const Box *box, guint depth)
{
  g_autoptr (GArray) anchors = NULL;
  gint32 last, x1 = box->x1, y1 = box->y1;

  *self->work -= 4 * ((gint64) box->x1 - box->x0 + box->y1 - box->y0);
  if (*self->work <= 0 || depth > MAX_DEPTH)
    {
      give_up (self, box);
      return;
    }
  *self->is_rough = TRUE;
  anchors = list_anchors (self, box);
  place_anchors (self, box, anchors);
  last = find_longest_rise (anchors);
  if (last < 0)
    {
      give_up (self, box);
      return;
    }
  for (; last >= 0; last = g_array_index (anchors, Anchor, last).before)
    {
      const Anchor *anchor = &g_array_index (anchors, Anchor, last);

      compare (self, (Box){ anchor->x + 1, x1, anchor->y + 1, y1 }, depth + 1);
      x1 = anchor->x;
      y1 = anchor->y;
    }
  compare (self, (Box){ box->x0, x1, box->y0, y1 }, depth + 1);
}

static void
trim (Diff *self, Box *box)
{
  while (box->x0 < box->x1 && box->y0 < box->y1
         && self->old.symbols[box->x0] == self->new.symbols[box->y0])
    {
      box->x0++;
      box->y0++;
    }
  while (box->x0 < box->x1 && box->y0 < box->y1
         && self->old.symbols[box->x1 - 1] == self->new.symbols[box->y1 - 1])
    {
      box->x1--;
      box->y1--;
    }
}

/* Halves have half the differences, so this goes no deeper than their logarithm. */
static void
compare (Diff *self, Box box, guint depth)
{
  gint32 x, y;

  trim (self, &box);
  if (box.x0 == box.x1 || box.y0 == box.y1)
    {
      mark (&self->old, box.x0, box.x1);
      mark (&self->new, box.y0, box.y1);
      return;
    }
  if (!find_middle (self, &box, &x, &y))
    {
      divide_by_anchors (self, &box, depth);
      return;
    }
  compare (self, (Box){ box.x0, x, box.y0, y }, depth);
  compare (self, (Box){ x, box.x1, y, box.y1 }, depth);
}

/* ---- the answer ---- */

static guint
count_marked (const Side *side, guint from)
{
  guint n = 0;

  while (from + n < side->n_all && side->differs[from + n])
    n++;
  return n;
}

static guint
count_same (const Diff *self, guint x, guint y)
{
  guint n = 0;

  while (x + n < self->old.n_all && y + n < self->new.n_all && !self->old.differs[x + n]
         && !self->new.differs[y + n])
    n++;
  return n;
}

static void
add_run (GArray *runs, ComarkDiffKind kind, guint x, guint y, guint length)
{
  const ComarkDiffRun run = { kind, x, y, length };

  if (length > 0)
    g_array_append_val (runs, run);
}

static GArray *
make_runs (const Diff *self)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (ComarkDiffRun));
  guint x = 0, y = 0;

  while (x < self->old.n_all || y < self->new.n_all)
    {
      guint same = count_same (self, x, y), removed, added;

      add_run (runs, COMARK_DIFF_SAME, x, y, same);
      removed = count_marked (&self->old, x + same);
      added = count_marked (&self->new, y + same);
      add_run (runs, COMARK_DIFF_REMOVED, x + same, y + same, removed);
      add_run (runs, COMARK_DIFF_ADDED, x + same + removed, y + same, added);
      x += same + removed;
      y += same + added;
    }
  return runs;
}

/* Of several shortest answers one is found; so that it is the same one whichever side is called
 * old, they are put in an order first. */
static gboolean
comes_first (const guint32 *one, guint n_one, const guint32 *other, guint n_other)
{
  if (n_one != n_other)
    return n_one < n_other;
  return n_one == 0 || memcmp (one, other, n_one * sizeof *one) <= 0;
}

static void
turn_round (Diff *self)
{
  Side old = self->old;

  self->old = self->new;
  self->new = old;
}

static void
run_diff (Diff *self, guint n_symbols)
{
  gsize size = (gsize) self->old.n + self->new.n + 5;

  self->memory = g_new (gint32, 2 * size);
  self->forward.at = self->memory + self->new.n + 2;
  self->backward.at = self->forward.at + size;
  self->counts = g_new0 (guint32, 2 * (gsize) n_symbols + 2);
  compare (self, (Box){ 0, (gint32) self->old.n, 0, (gint32) self->new.n }, 0);
  g_free (self->memory);
  g_free (self->counts);
}

GArray *
comark_diff (const guint32 *old, guint n_old, const guint32 *new, guint n_new, guint n_symbols,
             gint64 *work, gboolean *is_rough)
{
  Diff self = { .work = work, .is_rough = is_rough };
  g_autofree guint8 *in_old = mark_symbols (old, n_old, n_symbols);
  g_autofree guint8 *in_new = mark_symbols (new, n_new, n_symbols);
  gboolean turned = !comes_first (old, n_old, new, n_new);
  GArray *runs;

  side_init (&self.old, old, n_old, in_new);
  side_init (&self.new, new, n_new, in_old);
  if (turned)
    turn_round (&self);
  run_diff (&self, n_symbols);
  if (turned)
    turn_round (&self);
  runs = make_runs (&self);
  side_clear (&self.old);
  side_clear (&self.new);
  return runs;
}
