/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-alpha-interval.h"

#include <math.h>
#include <stdlib.h>

#define SEED 20260101
#define TAIL 0.025
/* More draws than this without an alpha (all ratings alike): the interval would be of the rest. */
#define MOST_UNDEFINED (COMARK_ALPHA_DRAWS / 20)
#define SMALLEST_DENOMINATOR 1e-12

static const char why_few[] = "Fewer than ten documents: too few to judge.";
static const char why_alike[]
  = "Nearly all ratings are the same, so it cannot be told how sure this is.";

/* One draw of documents. Thousands of them have the same counts: these are one pattern. */
typedef struct
{
  guint *pattern_of; /* of each document with two ratings or more */
  guint n_units;
  const ComarkUnitAgreement **patterns;
  guint n_patterns;
  guint q;      /* categories */
  guint *drawn; /* how often each pattern was drawn */
  double *pairable, *rank;
} Draw;

static void
draw_units (Draw *self, GRand *rand)
{
  for (guint i = 0; i < self->n_patterns; i++)
    self->drawn[i] = 0;
  for (guint i = 0; i < self->n_units; i++)
    self->drawn[self->pattern_of[g_rand_int_range (rand, 0, (int) self->n_units)]]++;
}

/* Ordinal distance is the squared difference of mean ranks, and the ranks are the draw's own. */
static double
rank_categories (Draw *self)
{
  double below = 0;

  for (guint k = 0; k < self->q; k++)
    {
      self->pairable[k] = 0;
      for (guint i = 0; i < self->n_patterns; i++)
        self->pairable[k] += (double) self->drawn[i] * self->patterns[i]->counts[k];
      self->rank[k] = below + self->pairable[k] / 2;
      below += self->pairable[k];
    }
  return below;
}

static double
squared (const Draw *self, guint c, guint k)
{
  return (self->rank[c] - self->rank[k]) * (self->rank[c] - self->rank[k]);
}

static double
unit_disagreement (const Draw *self, const ComarkUnitAgreement *unit)
{
  double sum = 0;

  for (guint c = 0; c < self->q; c++)
    for (guint k = c + 1; unit->counts[c] > 0 && k < self->q; k++)
      sum += 2.0 * unit->counts[c] * unit->counts[k] * squared (self, c, k);
  return sum / (unit->n - 1);
}

/* FALSE if all that was drawn is alike. */
static gboolean
alpha_of_draw (Draw *self, double *alpha)
{
  double n = rank_categories (self), observed = 0, expected = 0;

  for (guint i = 0; i < self->n_patterns; i++)
    if (self->drawn[i] > 0)
      observed += self->drawn[i] * unit_disagreement (self, self->patterns[i]);
  for (guint c = 0; c < self->q; c++)
    for (guint k = c + 1; k < self->q; k++)
      expected += 2 * self->pairable[c] * self->pairable[k] * squared (self, c, k);
  if (expected < SMALLEST_DENOMINATOR)
    return FALSE;
  *alpha = 1 - (n - 1) * observed / expected;
  return TRUE;
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static ComarkInterval
middle_of (double *alphas, guint n)
{
  guint low, high;

  if (n < COMARK_ALPHA_DRAWS - MOST_UNDEFINED)
    return (ComarkInterval){ FALSE, 0, 0, why_alike };
  qsort (alphas, n, sizeof *alphas, compare_doubles);
  low = (guint) floor (TAIL * (n - 1));
  high = (guint) ceil ((1 - TAIL) * (n - 1));
  return (ComarkInterval){ TRUE, alphas[low], alphas[high], NULL };
}

static ComarkInterval
draw_all (Draw *self)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  double alphas[COMARK_ALPHA_DRAWS];
  guint n = 0;

  for (guint i = 0; i < COMARK_ALPHA_DRAWS; i++)
    {
      draw_units (self, rand);
      n += alpha_of_draw (self, &alphas[n]) ? 1 : 0;
    }
  return middle_of (alphas, n);
}

/* The counts of one document, as a key. */
static GBytes *
pattern_key (const ComarkUnitAgreement *unit, guint q)
{
  return g_bytes_new (unit->counts, q * sizeof *unit->counts);
}

static void
add_unit (Draw *self, const ComarkUnitAgreement *unit, GHashTable *known)
{
  g_autoptr (GBytes) key = pattern_key (unit, self->q);
  gpointer number;

  if (!g_hash_table_lookup_extended (known, key, NULL, &number))
    {
      number = GUINT_TO_POINTER (self->n_patterns);
      self->patterns[self->n_patterns++] = unit;
      g_hash_table_insert (known, g_steal_pointer (&key), number);
    }
  self->pattern_of[self->n_units++] = GPOINTER_TO_UINT (number);
}

ComarkInterval
comark_alpha_interval (const ComarkAgreement *agreement)
{
  guint n = agreement->per_unit->len, q = agreement->category_texts->len;
  g_autofree const ComarkUnitAgreement **patterns = g_new0 (const ComarkUnitAgreement *, n + 1);
  g_autofree guint *pattern_of = g_new0 (guint, n + 1), *drawn = g_new0 (guint, n + 1);
  g_autofree double *pairable = g_new0 (double, q + 1), *rank = g_new0 (double, q + 1);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_bytes_hash, g_bytes_equal,
                                                        (GDestroyNotify) g_bytes_unref, NULL);
  Draw draw = { pattern_of, 0, patterns, 0, q, drawn, pairable, rank };

  for (guint i = 0; i < n; i++)
    {
      const ComarkUnitAgreement *unit = g_ptr_array_index (agreement->per_unit, i);

      if (unit->n >= 2)
        add_unit (&draw, unit, known);
    }
  if (draw.n_units < COMARK_ALPHA_FEWEST_DOCUMENTS)
    return (ComarkInterval){ FALSE, 0, 0, why_few };
  return draw_all (&draw);
}
