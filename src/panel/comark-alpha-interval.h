/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How sure is an alpha? The bootstrap interval of Krippendorff's ordinal alpha: documents are
 * drawn again and again, with replacement, from those that there are; the interval holds the
 * middle 95 % of what comes out (percentile method; Efron and Tibshirani 1993, chapter 13;
 * resampling of documents rather than of pairs after Zapf et al. 2016, BMC Medical Research
 * Methodology 16:93).
 */
#pragma once

#include "comark-agreement.h"

G_BEGIN_DECLS

/* So many times documents are drawn. */
#define COMARK_ALPHA_DRAWS 1000

/* Below so many documents rated by two or more members, nothing is said of their agreement. */
#define COMARK_ALPHA_FEWEST_DOCUMENTS 10

typedef struct
{
  gboolean defined;
  double low, high; /* -1..1; 0 unless defined */
  const char *why;  /* a sentence if not defined, else NULL; static */
} ComarkInterval;

/* The same figures for the same @agreement each time: the draws begin with a fixed seed. Time
 * grows with documents x COMARK_ALPHA_DRAWS: some 200 ms for 10,000 documents on a scale of
 * five. */
ComarkInterval comark_alpha_interval (const ComarkAgreement *agreement);

G_END_DECLS
