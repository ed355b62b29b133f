/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How far raters agree, over a whole table. Krippendorff's alpha (Krippendorff 2011, "Computing
 * Krippendorff's Alpha-Reliability"), Gwet's AC1 and AC2 (Gwet 2008; 2014), shares of pairs; and
 * for each unit the distribution, median, mean, sample standard deviation. What cannot be worked
 * out is "not defined" with a reason, never 0, 1 or NaN. Agreement is not correctness: no figure
 * is ever put on one rater.
 */
#pragma once

#include "comark-ratings-table.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean defined;
  double value;    /* 0 unless defined */
  const char *why; /* a sentence if not defined, else NULL; static */
} ComarkStatistic;

typedef enum
{
  COMARK_AGREEMENT_ALPHA_NOMINAL,  /* "alpha_nominal" */
  COMARK_AGREEMENT_ALPHA_ORDINAL,  /* "alpha_ordinal" */
  COMARK_AGREEMENT_ALPHA_INTERVAL, /* "alpha_interval" */
  COMARK_AGREEMENT_AC1,            /* "AC1" */
  COMARK_AGREEMENT_AC2_QUADRATIC,  /* "AC2_quadratic" */
  COMARK_AGREEMENT_PAIRS_EQUAL,    /* "pct_pairs_equal": 0..100 */
  COMARK_AGREEMENT_PAIRS_WITHIN1,  /* "pct_pairs_within1": 0..100 */
} ComarkAgreementName;
#define COMARK_N_AGREEMENTS (COMARK_AGREEMENT_PAIRS_WITHIN1 + 1)

/* One unit. The figures are not defined for words. */
typedef struct
{
  guint n;       /* ratings of this unit */
  guint *counts; /* one a category, in the order of the agreement's categories */
  ComarkStatistic median; /* the lower middle, as everywhere in Comark */
  ComarkStatistic mean;
  ComarkStatistic sd;      /* sample: divided by n - 1; not defined for n < 2 */
  ComarkStatistic within1; /* how many ratings are at most 1 from the median */
} ComarkUnitAgreement;

typedef struct
{
  ComarkStatistic statistics[COMARK_N_AGREEMENTS];
  guint n_units;
  guint n_raters;
  guint n_ratings;
  guint64 n_pairs;
  guint64 n_pairs_equal;
  guint64 n_pairs_within1;  /* 0 for words */
  GPtrArray *category_texts; /* of char *; the declared scale's levels, or the table's values */
  GPtrArray *per_unit;       /* of ComarkUnitAgreement *, in table order */
} ComarkAgreement;

/* A declared scale of whole levels, both ends in it. */
typedef struct
{
  int min;
  int max;
} ComarkScaleRange;

/* Reads "0:4". FALSE if it is not two whole numbers, the first smaller, at most 100 apart and
 * within +-1000. */
gboolean comark_scale_range_from_text (const char *text, ComarkScaleRange *out);

/* @scale: (nullable): NULL: the categories are the distinct values of the table. With a scale,
 * a rating that is none of its levels is an error of COMARK_RATINGS_TABLE_ERROR_INVALID that
 * names it. Time grows with ratings x categories. Returns: (transfer full) (nullable) */
ComarkAgreement *comark_agreement_compute (const ComarkRatingsTable *table,
                                           const ComarkScaleRange *scale, GError **error);
void comark_agreement_free (ComarkAgreement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkAgreement, comark_agreement_free)

const char *comark_agreement_name (ComarkAgreementName name);

/* What an alpha means, for lay members; "too few to judge" under ten documents, whatever it is.
 * Static, a whole sentence. */
const char *comark_agreement_reading (const ComarkStatistic *alpha, guint n_units);

/* "5 of 6 within one point." Returns: (transfer full) */
char *comark_agreement_within1_words (const ComarkUnitAgreement *unit);

G_END_DECLS
