/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-text-diff.h"

#include <string.h>

/* Shorter ones ("Notes", "12") stand in many places without having been moved there. */
#define MOVED_BYTES 16
/* So many words in common, in thousandths, make it the same paragraph in other words. */
#define ALIKE 400
/* And so many where it stands elsewhere. */
#define ALIKE_ELSEWHERE 600
#define MAX_CELLS (4 * 1000 * 1000)
/* A paragraph that is longer is none. */
#define MAX_BYTES (256 * 1024)
/* Steps that a word costs the first time it is looked at. */
#define WORD_WORK 200

typedef struct
{
  const char *const *texts;
  guint n;
  guint32 *symbols; /* two paragraphs that read the same have the same */
  gint *mates;      /* the paragraph of the other side that this one was or became; -1: none */
  ComarkTextFate *fates; /* SAME, CHANGED, MOVED, or REMOVED for what stands alone */
  GArray **words;   /* guint32, sorted: filled where it is asked for */
} Side;

typedef struct
{
  Side old, new;
  gint64 work;
  gboolean is_rough;
  GHashTable *names; /* of words, for likeness */
  GStringChunk *chunk;
} Texts;

/* ---- paragraphs as symbols ---- */

static void
side_init (Side *self, const char *const *texts, guint n, GHashTable *known)
{
  self->texts = texts;
  self->n = n;
  self->symbols = g_new (guint32, (gsize) n + 1);
  self->mates = g_new (gint, (gsize) n + 1);
  self->fates = g_new (ComarkTextFate, (gsize) n + 1);
  self->words = g_new0 (GArray *, (gsize) n + 1);
  for (guint i = 0; i < n; i++)
    {
      char *folded = comark_word_diff_fold (texts[i]);
      gpointer symbol = g_hash_table_lookup (known, folded);

      if (symbol == NULL)
        {
          symbol = GUINT_TO_POINTER (g_hash_table_size (known) + 1);
          g_hash_table_insert (known, folded, symbol);
        }
      else
        g_free (folded);
      self->symbols[i] = GPOINTER_TO_UINT (symbol) - 1;
      self->mates[i] = -1;
      self->fates[i] = COMARK_TEXT_REMOVED;
    }
}

static void
side_clear (Side *self)
{
  for (guint i = 0; i < self->n; i++)
    g_clear_pointer (&self->words[i], g_array_unref);
  g_free (self->symbols);
  g_free (self->mates);
  g_free (self->fates);
  g_free (self->words);
}

static void
pair (Texts *self, guint old, guint new, ComarkTextFate fate)
{
  self->old.mates[old] = (gint) new;
  self->new.mates[new] = (gint) old;
  self->old.fates[old] = self->new.fates[new] = fate;
}

/* ---- moved ---- */

/* The first of each such paragraph that went is the first that came, and so on. */
static void
pair_moved (Texts *self, guint n_symbols)
{
  g_autofree gint *first = g_new (gint, (gsize) n_symbols + 1);
  g_autofree gint *next = g_new (gint, (gsize) self->old.n + 1);

  memset (first, -1, (gsize) n_symbols * sizeof *first);
  for (guint i = self->old.n; i-- > 0;)
    {
      guint32 symbol = self->old.symbols[i];
      if (self->old.mates[i] >= 0 || strlen (self->old.texts[i]) < MOVED_BYTES)
        continue;
      next[i] = first[symbol];
      first[symbol] = (gint) i;
    }
  for (guint j = 0; j < self->new.n; j++)
    {
      gint i = self->new.mates[j] < 0 ? first[self->new.symbols[j]] : -1;
      if (i < 0)
        continue;
      first[self->new.symbols[j]] = next[i];
      pair (self, (guint) i, j, COMARK_TEXT_MOVED);
    }
}

/* ---- alike ---- */

typedef struct
{
  Texts *texts;
  GArray *words;
} Gathering;

static void
gather_word (const char *word, gpointer data)
{
  Gathering *self = data;
  GHashTable *names = self->texts->names;
  gpointer known = g_hash_table_lookup (names, word);
  guint32 symbol;

  if (known == NULL)
    {
      known = GUINT_TO_POINTER (g_hash_table_size (names) + 1);
      g_hash_table_insert (names, g_string_chunk_insert (self->texts->chunk, word), known);
    }
  symbol = GPOINTER_TO_UINT (known);
  g_array_append_val (self->words, symbol);
}

static int
compare_symbols (gconstpointer a, gconstpointer b)
{
  guint32 one = *(const guint32 *) a, other = *(const guint32 *) b;

  return (one > other) - (one < other);
}

static GArray *
words_of (Texts *self, Side *side, guint i)
{
  Gathering gathering = { self, side->words[i] };

  if (gathering.words != NULL)
    return gathering.words;
  gathering.words = side->words[i] = g_array_new (FALSE, FALSE, sizeof (guint32));
  comark_word_diff_each (side->texts[i], gather_word, &gathering);
  g_array_sort (gathering.words, compare_symbols);
  self->work -= WORD_WORK * (gint64) gathering.words->len;
  return gathering.words;
}

/* How many of the words they have in common, in thousandths. */
static guint
likeness (Texts *self, guint i, guint j)
{
  const GArray *one, *other;
  guint a = 0, b = 0;
  guint64 common = 0;

  if (MAX (strlen (self->old.texts[i]), strlen (self->new.texts[j])) > MAX_BYTES)
    {
      self->is_rough = TRUE;
      return 0;
    }
  one = words_of (self, &self->old, i);
  other = words_of (self, &self->new, j);
  self->work -= (gint64) one->len + other->len + 10;
  while (a < one->len && b < other->len)
    {
      guint32 x = g_array_index (one, guint32, a), y = g_array_index (other, guint32, b);

      common += x == y;
      a += x <= y;
      b += y <= x;
    }
  return one->len + other->len > 0 ? (guint) (2000 * common / (one->len + other->len)) : 0;
}

/* A stretch in which nothing is the same: what stands alone in it, on either side. */
typedef struct
{
  GArray *old; /* guint */
  GArray *new;
} Gap;

#define AT(array, i) g_array_index (array, guint, i)

/* best[i][j] is the greatest likeness that the first i and j can have, each with one other and
 * none across. */
static void
pair_best (Texts *self, const Gap *gap)
{
  guint n = gap->old->len, m = gap->new->len, wide = m + 1;
  g_autofree guint32 *best = g_new0 (guint32, (gsize) (n + 1) * wide);
  g_autofree guint8 *paired = g_new0 (guint8, (gsize) (n + 1) * wide);

  for (guint i = 1; i <= n; i++)
    for (guint j = 1; j <= m; j++)
      {
        guint alike = likeness (self, AT (gap->old, i - 1), AT (gap->new, j - 1));
        guint32 *here = &best[(gsize) i * wide + j];
        guint32 both = alike >= ALIKE ? here[-(gssize) wide - 1] + alike : 0;

        *here = MAX (here[-1], here[-(gssize) wide]);
        paired[(gsize) i * wide + j] = both > *here;
        *here = MAX (*here, both);
      }
  while (n > 0 && m > 0)
    {
      const guint32 *here = &best[(gsize) n * wide + m];

      if (paired[(gsize) n * wide + m])
        {
          n--, m--;
          pair (self, AT (gap->old, n), AT (gap->new, m), COMARK_TEXT_CHANGED);
        }
      else if (*here == here[-1])
        m--;
      else
        n--;
    }
}

/* Where there are too many to try each with each. */
static void
pair_in_order (Texts *self, const Gap *gap)
{
  guint n = MIN (gap->old->len, gap->new->len);

  self->is_rough = TRUE;
  for (guint i = 0; i < n && self->work > 0; i++)
    if (likeness (self, AT (gap->old, i), AT (gap->new, i)) >= ALIKE)
      pair (self, AT (gap->old, i), AT (gap->new, i), COMARK_TEXT_CHANGED);
}

/* About what trying each with each takes, from their bytes. */
static gint64
effort (Texts *self, const Gap *gap)
{
  gint64 bytes = 0;

  for (guint i = 0; i < gap->old->len; i++)
    bytes += (gint64) strlen (self->old.texts[AT (gap->old, i)]) / 4 * gap->new->len;
  for (guint j = 0; j < gap->new->len; j++)
    bytes += (gint64) strlen (self->new.texts[AT (gap->new, j)]) / 4 * gap->old->len;
  return bytes + 10 * (gint64) gap->old->len * gap->new->len;
}

static void
close_gap (Texts *self, Gap *gap)
{
  guint64 cells = (guint64) (gap->old->len + 1) * (gap->new->len + 1);

  if (gap->old->len > 0 && gap->new->len > 0)
    {
      if (cells <= MAX_CELLS && effort (self, gap) <= self->work / 2)
        pair_best (self, gap);
      else
        pair_in_order (self, gap);
    }
  g_array_set_size (gap->old, 0);
  g_array_set_size (gap->new, 0);
}

/* Goes along both sides; what is the same on both bounds the gaps. */
static void
pair_alike (Texts *self)
{
  Gap gap = { g_array_new (FALSE, FALSE, sizeof (guint)),
              g_array_new (FALSE, FALSE, sizeof (guint)) };
  guint i = 0, j = 0;

  while (i < self->old.n || j < self->new.n)
    {
      if (i < self->old.n && self->old.fates[i] != COMARK_TEXT_SAME)
        {
          if (self->old.mates[i] < 0)
            g_array_append_val (gap.old, i);
          i++;
        }
      else if (j < self->new.n && self->new.fates[j] != COMARK_TEXT_SAME)
        {
          if (self->new.mates[j] < 0)
            g_array_append_val (gap.new, j);
          j++;
        }
      else
        {
          close_gap (self, &gap);
          i++, j++;
        }
    }
  close_gap (self, &gap);
  g_array_unref (gap.old);
  g_array_unref (gap.new);
}

/* ---- moved, and changed as well ---- */

static GArray *
list_alone (const Side *side)
{
  GArray *alone = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < side->n; i++)
    if (side->mates[i] < 0 && strlen (side->texts[i]) >= MOVED_BYTES)
      g_array_append_val (alone, i);
  return alone;
}

/* The one most like it of those that are still alone. */
static void
pair_elsewhere (Texts *self, guint new, GArray *alone)
{
  guint best = 0, most = ALIKE_ELSEWHERE - 1;

  for (guint k = 0; k < alone->len; k++)
    {
      guint alike = self->old.mates[AT (alone, k)] < 0 ? likeness (self, AT (alone, k), new) : 0;

      if (alike <= most)
        continue;
      most = alike;
      best = k;
    }
  if (most >= ALIKE_ELSEWHERE)
    pair (self, AT (alone, best), new, COMARK_TEXT_MOVED);
}

static void
pair_moved_and_changed (Texts *self)
{
  Gap gap = { list_alone (&self->old), list_alone (&self->new) };

  if ((guint64) gap.old->len * gap.new->len <= MAX_CELLS && effort (self, &gap) <= self->work / 2)
    for (guint j = 0; j < gap.new->len; j++)
      pair_elsewhere (self, AT (gap.new, j), gap.old);
  g_array_unref (gap.old);
  g_array_unref (gap.new);
}

/* ---- the answer ---- */

static GArray *
find_spans (Texts *self, guint old, guint new)
{
  return self->old.symbols[old] == self->new.symbols[new]
           ? NULL
           : comark_word_diff (self->old.texts[old], self->new.texts[new], &self->work,
                               &self->is_rough);
}

static void
clear_part (gpointer data)
{
  g_clear_pointer (&((ComarkTextPart *) data)->spans, g_array_unref);
}

static void
add_part (ComarkTextDiff *diff, ComarkTextFate fate, gint old_index, gint new_index,
          GArray *spans)
{
  const ComarkTextPart part = { fate, old_index, new_index, spans };

  g_array_append_val (diff->parts, part);
  diff->n_changes += fate != COMARK_TEXT_SAME && fate != COMARK_TEXT_MOVED_AWAY;
}

static gboolean
stands_with_mate (const Side *side, guint i)
{
  return i < side->n
         && (side->fates[i] == COMARK_TEXT_SAME || side->fates[i] == COMARK_TEXT_CHANGED);
}

static ComarkTextDiff *
make_diff (Texts *self)
{
  ComarkTextDiff *diff = g_new0 (ComarkTextDiff, 1);
  guint i = 0, j = 0;

  diff->parts = g_array_new (FALSE, FALSE, sizeof (ComarkTextPart));
  g_array_set_clear_func (diff->parts, clear_part);
  while (i < self->old.n || j < self->new.n)
    if (i < self->old.n && !stands_with_mate (&self->old, i))
      {
        gboolean moved = self->old.fates[i] == COMARK_TEXT_MOVED;
        add_part (diff, moved ? COMARK_TEXT_MOVED_AWAY : COMARK_TEXT_REMOVED, (gint) i,
                  self->old.mates[i], NULL);
        i++;
      }
    else if (j < self->new.n && !stands_with_mate (&self->new, j))
      {
        gboolean moved = self->new.fates[j] == COMARK_TEXT_MOVED;
        add_part (diff, moved ? COMARK_TEXT_MOVED : COMARK_TEXT_ADDED, self->new.mates[j],
                  (gint) j, moved ? find_spans (self, (guint) self->new.mates[j], j) : NULL);
        j++;
      }
    else
      {
        add_part (diff, self->old.fates[i], (gint) i, (gint) j, find_spans (self, i, j));
        i++, j++;
      }
  diff->is_rough = self->is_rough;
  return diff;
}

static void
pair_same (Texts *self, guint n_symbols)
{
  g_autoptr (GArray) runs = comark_diff (self->old.symbols, self->old.n, self->new.symbols,
                                         self->new.n, n_symbols, &self->work, &self->is_rough);

  for (guint i = 0; i < runs->len; i++)
    {
      const ComarkDiffRun *run = &g_array_index (runs, ComarkDiffRun, i);

      for (guint k = 0; run->kind == COMARK_DIFF_SAME && k < run->length; k++)
        pair (self, run->old_start + k, run->new_start + k, COMARK_TEXT_SAME);
    }
}

static gboolean
comes_first (const char *const *one, guint n_one, const char *const *other, guint n_other)
{
  int order = 0;

  if (n_one != n_other)
    return n_one < n_other;
  for (guint i = 0; i < n_one && order == 0; i++)
    order = strcmp (one[i], other[i]);
  return order <= 0;
}

static void
turn_round (Texts *self)
{
  Side old = self->old;

  self->old = self->new;
  self->new = old;
}

/* Of equally good answers one is found by the order of the two: so there is one order. */
ComarkTextDiff *
comark_text_diff (const char *const *old, guint n_old, const char *const *new, guint n_new)
{
  gboolean turned = !comes_first (old, n_old, new, n_new);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Texts self = { .work = COMARK_DIFF_WORK,
                 .names = g_hash_table_new (g_str_hash, g_str_equal),
                 .chunk = g_string_chunk_new (4096) };
  ComarkTextDiff *diff;

  side_init (&self.old, turned ? new : old, turned ? n_new : n_old, known);
  side_init (&self.new, turned ? old : new, turned ? n_old : n_new, known);
  pair_same (&self, g_hash_table_size (known));
  pair_moved (&self, g_hash_table_size (known));
  pair_alike (&self);
  pair_moved_and_changed (&self);
  if (turned)
    turn_round (&self);
  diff = make_diff (&self);
  side_clear (&self.old);
  side_clear (&self.new);
  g_hash_table_unref (self.names);
  g_string_chunk_free (self.chunk);
  return diff;
}

void
comark_text_diff_free (ComarkTextDiff *self)
{
  g_array_unref (self->parts);
  g_free (self);
}

const char *
comark_text_fate_nick (ComarkTextFate fate)
{
  static const char *const nicks[]
    = { "same", "changed", "removed", "added", "moved", "moved-away" };

  return nicks[CLAMP (fate, COMARK_TEXT_SAME, COMARK_TEXT_MOVED_AWAY)];
}
