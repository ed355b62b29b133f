/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-agreement.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define SMALLEST_DENOMINATOR 1e-12
#define SMALLEST_SET 10          /* documents, below which nothing is said in words */
#define MAX_COUNTS 20000000      /* units x categories held at once */
#define ONE_POINT (1.0 + 1e-9)

static const char why_one_rater[] = "There is only one rater.";
static const char why_no_pairs[] = "No document was rated by two members.";
static const char why_same[] = "All ratings are the same, so chance cannot be told apart.";
static const char why_words[] = "The ratings are words, not numbers.";
static const char why_none[] = "Nobody rated this document.";
static const char why_one[] = "Only one member rated this document.";

/* The table as counts, with what all statistics need. */
typedef struct
{
  ComarkAgreement *self;
  gsize q;              /* categories */
  const double *number; /* of each category; NULL for words */
  double *pairable;     /* ratings of each category in units that have two or more */
  double n_pairable;    /* their sum */
} Sums;

static const char *const names[] = {
  "alpha_nominal", "alpha_ordinal", "alpha_interval", "AC1", "AC2_quadratic", "pct_pairs_equal",
  "pct_pairs_within1",
};
G_STATIC_ASSERT (G_N_ELEMENTS (names) == COMARK_N_AGREEMENTS);

const char *
comark_agreement_name (ComarkAgreementName name)
{
  g_return_val_if_fail ((guint) name < COMARK_N_AGREEMENTS, "");
  return names[name];
}

static ComarkStatistic
defined (double value)
{
  return (ComarkStatistic){ TRUE, value, NULL };
}

static ComarkStatistic
undefined (const char *why)
{
  return (ComarkStatistic){ FALSE, 0, why };
}

static void
unit_free (gpointer data)
{
  ComarkUnitAgreement *unit = data;

  g_free (unit->counts);
  g_free (unit);
}

void
comark_agreement_free (ComarkAgreement *self)
{
  g_ptr_array_unref (self->category_texts);
  g_ptr_array_unref (self->per_unit);
  g_free (self);
}

static const ComarkUnitAgreement *
unit_at (const ComarkAgreement *self, guint i)
{
  return g_ptr_array_index (self->per_unit, i);
}

gboolean
comark_scale_range_from_text (const char *text, ComarkScaleRange *out)
{
  g_auto (GStrv) ends = text != NULL ? g_strsplit (text, ":", 3) : NULL;
  gint64 min, max;

  if (ends == NULL || g_strv_length (ends) != 2
      || !g_ascii_string_to_signed (ends[0], 10, -1000, 1000, &min, NULL)
      || !g_ascii_string_to_signed (ends[1], 10, -1000, 1000, &max, NULL)
      || min >= max || max - min > 100)
    return FALSE;
  out->min = (int) min;
  out->max = (int) max;
  return TRUE;
}

/* ---- one unit ---- */

/* The number in the lower middle of the unit's ratings. */
static double
lower_median (const ComarkUnitAgreement *unit, const double *number)
{
  guint middle = (unit->n - 1) / 2;
  guint so_far = 0;
  gsize k = 0;

  for (;; k++)
    {
      so_far += unit->counts[k];
      if (so_far > middle)
        return number[k];
    }
}

/* Two passes: the mean first, then the squares about it. */
static void
describe_numbers (ComarkUnitAgreement *unit, const double *number, gsize q)
{
  double median = lower_median (unit, number);
  double sum = 0, squares = 0, mean;
  guint within = 0;

  for (gsize k = 0; k < q; k++)
    {
      sum += unit->counts[k] * number[k];
      within += fabs (number[k] - median) <= ONE_POINT ? unit->counts[k] : 0;
    }
  mean = sum / unit->n;
  for (gsize k = 0; k < q; k++)
    squares += unit->counts[k] * (number[k] - mean) * (number[k] - mean);
  unit->median = defined (median);
  unit->mean = defined (mean);
  unit->sd = unit->n < 2 ? undefined (why_one) : defined (sqrt (squares / (unit->n - 1)));
  unit->within1 = defined (within);
}

static void
describe_unit (ComarkUnitAgreement *unit, const double *number, gsize q)
{
  if (unit->n > 0 && number != NULL)
    describe_numbers (unit, number, q);
  else
    unit->median = unit->mean = unit->sd = unit->within1 =
      undefined (unit->n == 0 ? why_none : why_words);
}

/* ---- pairs ---- */

static void
count_pairs (const Sums *sums, const ComarkUnitAgreement *unit)
{
  ComarkAgreement *self = sums->self;

  self->n_pairs += unit->n * (unit->n - (unit->n > 0)) / 2;
  for (gsize c = 0; c < sums->q; c++)
    {
      guint count = unit->counts[c];
      guint equal = count > 0 ? count * (count - 1) / 2 : 0;

      self->n_pairs_equal += equal;
      self->n_pairs_within1 += sums->number != NULL ? equal : 0;
      /* categories are in ascending order */
      for (gsize k = c + 1; sums->number != NULL && count > 0 && k < sums->q; k++)
        {
          if (sums->number[k] - sums->number[c] > ONE_POINT)
            break;
          self->n_pairs_within1 += count * unit->counts[k];
        }
    }
}

static ComarkStatistic
share_of_pairs (const Sums *sums, guint64 some)
{
  if (sums->self->n_raters < 2)
    return undefined (why_one_rater);
  if (sums->self->n_pairs == 0)
    return undefined (why_no_pairs);
  return defined (100.0 * (double) some / (double) sums->self->n_pairs);
}

/* ---- Krippendorff's alpha ---- */

/* Squared distance of two categories; @position NULL: nominal. */
static double
distance (const double *position, gsize c, gsize k)
{
  if (position == NULL)
    return c != k;
  return (position[c] - position[k]) * (position[c] - position[k]);
}

/* The sum over one unit's part of the coincidence table, times the distances. */
static double
unit_disagreement (const ComarkUnitAgreement *unit, const double *position, gsize q)
{
  double sum = 0;

  for (gsize c = 0; c < q; c++)
    for (gsize k = c + 1; unit->counts[c] > 0 && k < q; k++)
      sum += 2.0 * unit->counts[c] * unit->counts[k] * distance (position, c, k);
  return sum / (unit->n - 1);
}

static ComarkStatistic
alpha (const Sums *sums, const double *position)
{
  double observed = 0, expected = 0;

  for (guint i = 0; i < sums->self->per_unit->len; i++)
    if (unit_at (sums->self, i)->n >= 2)
      observed += unit_disagreement (unit_at (sums->self, i), position, sums->q);
  for (gsize c = 0; c < sums->q; c++)
    for (gsize k = c + 1; k < sums->q; k++)
      expected += 2 * sums->pairable[c] * sums->pairable[k] * distance (position, c, k);
  if (expected < SMALLEST_DENOMINATOR)
    return undefined (why_same);
  return defined (1 - (sums->n_pairable - 1) * observed / expected);
}

/* Ordinal distance is the squared difference of mean ranks: half of each end and all between. */
static ComarkStatistic
alpha_ordinal (const Sums *sums)
{
  g_autofree double *rank = g_new0 (double, sums->q + 1);
  double below = 0;

  for (gsize k = 0; k < sums->q; k++)
    {
      rank[k] = below + sums->pairable[k] / 2;
      below += sums->pairable[k];
    }
  return alpha (sums, rank);
}

/* ---- Gwet's AC1 and AC2 ---- */

/* The weight of two categories: identity, or quadratic over the range of @number. */
static double
weight (const double *number, gsize q, gsize c, gsize k)
{
  double share;

  if (number == NULL)
    return c == k;
  share = (number[c] - number[k]) / (number[q - 1] - number[0]);
  return 1 - share * share;
}

static double
unit_agreement (const ComarkUnitAgreement *unit, const double *number, gsize q)
{
  double sum = 0;

  for (gsize k = 0; k < q; k++)
    {
      double weighted = 0;
      if (unit->counts[k] == 0)
        continue;
      for (gsize l = 0; l < q; l++)
        weighted += weight (number, q, k, l) * unit->counts[l];
      sum += unit->counts[k] * (weighted - 1);
    }
  return sum / ((double) unit->n * (unit->n - 1));
}

/* Mean, over the units that have a rating, of the share of each category. */
static void
mean_shares (const Sums *sums, double *share)
{
  guint n = 0;

  for (guint i = 0; i < sums->self->per_unit->len; i++)
    {
      const ComarkUnitAgreement *unit = unit_at (sums->self, i);
      n += unit->n > 0;
      for (gsize k = 0; unit->n > 0 && k < sums->q; k++)
        share[k] += (double) unit->counts[k] / unit->n;
    }
  for (gsize k = 0; k < sums->q; k++)
    share[k] /= n;
}

static double
chance_agreement (const Sums *sums, const double *number)
{
  g_autofree double *share = g_new0 (double, sums->q);
  double weights = 0, spread = 0;

  mean_shares (sums, share);
  for (gsize c = 0; c < sums->q; c++)
    for (gsize k = 0; k < sums->q; k++)
      weights += weight (number, sums->q, c, k);
  for (gsize k = 0; k < sums->q; k++)
    spread += share[k] * (1 - share[k]);
  return weights / ((double) sums->q * (sums->q - 1)) * spread;
}

static ComarkStatistic
gwet (const Sums *sums, const double *number)
{
  double observed = 0, chance;
  guint n = 0;

  if (sums->q < 2)
    return undefined (why_same);
  for (guint i = 0; i < sums->self->per_unit->len; i++)
    if (unit_at (sums->self, i)->n >= 2)
      {
        observed += unit_agreement (unit_at (sums->self, i), number, sums->q);
        n++;
      }
  chance = chance_agreement (sums, number);
  if (1 - chance < SMALLEST_DENOMINATOR)
    return undefined (why_same);
  return defined ((observed / n - chance) / (1 - chance));
}

/* ---- all of it ---- */

static const char *
why_not_at_all (const Sums *sums)
{
  if (sums->self->n_raters < 2)
    return why_one_rater;
  return sums->self->n_pairs == 0 ? why_no_pairs : NULL;
}

static void
fill_statistics (const Sums *sums)
{
  ComarkStatistic *to = sums->self->statistics;
  const char *why = why_not_at_all (sums);
  const char *why_not_number = why != NULL ? why : sums->number == NULL ? why_words : NULL;

  to[COMARK_AGREEMENT_ALPHA_NOMINAL] = why ? undefined (why) : alpha (sums, NULL);
  to[COMARK_AGREEMENT_AC1] = why ? undefined (why) : gwet (sums, NULL);
  to[COMARK_AGREEMENT_PAIRS_EQUAL] = share_of_pairs (sums, sums->self->n_pairs_equal);
  to[COMARK_AGREEMENT_ALPHA_ORDINAL] =
    why_not_number ? undefined (why_not_number) : alpha_ordinal (sums);
  to[COMARK_AGREEMENT_ALPHA_INTERVAL] =
    why_not_number ? undefined (why_not_number) : alpha (sums, sums->number);
  to[COMARK_AGREEMENT_AC2_QUADRATIC] =
    why_not_number ? undefined (why_not_number) : gwet (sums, sums->number);
  to[COMARK_AGREEMENT_PAIRS_WITHIN1] =
    why_not_number ? undefined (why_not_number)
                   : share_of_pairs (sums, sums->self->n_pairs_within1);
}

/* The numbers of the categories: of the scale, or of the table. */
static GArray *
category_numbers (const ComarkRatingsTable *table, const ComarkScaleRange *scale)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (double));

  if (scale != NULL)
    for (int level = scale->min; level <= scale->max; level++)
      {
        double number = level;
        g_array_append_val (numbers, number);
      }
  else
    for (guint i = 0; i < table->categories->len; i++)
      g_array_append_val (numbers, g_array_index (table->categories, ComarkCategory, i).number);
  return numbers;
}

static void
add_category_texts (ComarkAgreement *self, const ComarkRatingsTable *table,
                    const ComarkScaleRange *scale)
{
  for (int level = scale ? scale->min : 1; scale != NULL && level <= scale->max; level++)
    g_ptr_array_add (self->category_texts, g_strdup_printf ("%d", level));
  for (guint i = 0; scale == NULL && i < table->categories->len; i++)
    g_ptr_array_add (self->category_texts,
                     g_strdup (g_array_index (table->categories, ComarkCategory, i).text));
}

/* Where each category of the table stands on the scale. */
static gboolean
map_categories (const ComarkRatingsTable *table, const ComarkScaleRange *scale, gsize *map,
                GError **error)
{
  for (guint i = 0; i < table->categories->len; i++)
    {
      const ComarkCategory *category = &g_array_index (table->categories, ComarkCategory, i);
      gboolean on_scale = scale != NULL && table->is_numeric
                          && category->number >= scale->min && category->number <= scale->max
                          && category->number == floor (category->number);

      if (scale != NULL && !on_scale)
        {
          g_set_error (error, COMARK_RATINGS_TABLE_ERROR, COMARK_RATINGS_TABLE_ERROR_INVALID,
                       "The rating “%s” is not a level of the scale from %d to %d.",
                       category->text, scale->min, scale->max);
          return FALSE;
        }
      map[i] = scale != NULL ? (gsize) ((int) category->number - scale->min) : i;
    }
  return TRUE;
}

static void
count_units (Sums *sums, const ComarkRatingsTable *table, const gsize *map)
{
  for (guint u = 0; u < table->units->len; u++)
    {
      ComarkUnitAgreement *unit = g_new0 (ComarkUnitAgreement, 1);

      unit->counts = g_new0 (guint, sums->q + 1);
      for (guint r = 0; r < table->raters->len; r++)
        {
          int cell = comark_ratings_table_cell (table, u, r);
          if (cell != COMARK_RATINGS_TABLE_BLANK)
            {
              unit->counts[map[cell]]++;
              unit->n++;
            }
        }
      describe_unit (unit, sums->number, sums->q);
      count_pairs (sums, unit);
      for (gsize k = 0; unit->n >= 2 && k < sums->q; k++)
        sums->pairable[k] += unit->counts[k];
      sums->n_pairable += unit->n >= 2 ? unit->n : 0;
      g_ptr_array_add (sums->self->per_unit, unit);
    }
}

static ComarkAgreement *
agreement_new (const ComarkRatingsTable *table)
{
  ComarkAgreement *self = g_new0 (ComarkAgreement, 1);

  self->n_units = table->units->len;
  self->n_raters = table->raters->len;
  self->n_ratings = table->n_ratings;
  self->category_texts = g_ptr_array_new_with_free_func (g_free);
  self->per_unit = g_ptr_array_new_with_free_func (unit_free);
  return self;
}

ComarkAgreement *
comark_agreement_compute (const ComarkRatingsTable *table, const ComarkScaleRange *scale,
                          GError **error)
{
  g_autoptr (ComarkAgreement) self = agreement_new (table);
  g_autoptr (GArray) numbers = category_numbers (table, scale);
  g_autofree gsize *map = g_new0 (gsize, table->categories->len + 1);
  g_autofree double *pairable = g_new0 (double, numbers->len + 1);
  Sums sums = { self, numbers->len, NULL, pairable, 0 };

  if (!map_categories (table, scale, map, error))
    return NULL;
  if ((gsize) self->n_units * numbers->len > MAX_COUNTS)
    {
      g_set_error (error, COMARK_RATINGS_TABLE_ERROR, COMARK_RATINGS_TABLE_ERROR_LIMIT,
                   "%u rows with %u different ratings are more than is worked out at once.",
                   self->n_units, numbers->len);
      return NULL;
    }
  if (table->is_numeric)
    sums.number = (const double *) (void *) numbers->data;
  add_category_texts (self, table, scale);
  count_units (&sums, table, map);
  fill_statistics (&sums);
  return g_steal_pointer (&self);
}

const char *
comark_agreement_reading (const ComarkStatistic *statistic, guint n_units)
{
  if (!statistic->defined)
    return statistic->why;
  if (n_units < SMALLEST_SET)
    return "Fewer than ten documents: too few to judge.";
  if (statistic->value >= 0.8)
    return "Members read these documents in a very similar way.";
  if (statistic->value >= 0.667)
    return "Broadly similar; take care with close calls.";
  if (statistic->value >= 0)
    return "Members differ: talk before relying on averages.";
  return "Members differ more than by chance: check that the criterion is understood the same way.";
}

char *
comark_agreement_within1_words (const ComarkUnitAgreement *unit)
{
  if (!unit->within1.defined)
    return g_strdup (unit->within1.why);
  return g_strdup_printf ("%.0f of %u within one point.", unit->within1.value, unit->n);
}
