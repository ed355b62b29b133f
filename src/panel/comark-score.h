/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The score (domain.md 2.4): the sum of weight x value over the sum of the weights that apply,
 * as a share of the highest the scale allows, times 100. "?", "n/a" and what is not agreed are in
 * neither sum. On a scale that does not start at 0, values count from its lowest level. Worked
 * in whole numbers: comparing with a rule's bound is exact.
 */
#pragma once

#include "comark-agreed.h"

G_BEGIN_DECLS

typedef struct
{
  guint weight; /* sum of the weights that apply */
  guint points; /* sum of weight x (value - lowest) */
  guint range;  /* highest - lowest of the scale */
} ComarkScore;

/* Of all criteria on @route. */
ComarkScore comark_score_total (ComarkFramework *framework, const char *route,
                                ComarkAgreed *agreed);

/* Of one section's criteria on @route. */
ComarkScore comark_score_section (ComarkFramework *framework, const char *route,
                                  ComarkAgreed *agreed, const char *section);

/* Of the criteria on @route that carry @principle. */
ComarkScore comark_score_principle (ComarkFramework *framework, const char *route,
                                    ComarkAgreed *agreed, const char *principle);

/* FALSE if nothing applies: there is no score then, not 0. */
gboolean comark_score_exists (const ComarkScore *score);

/* 0..100, unrounded. Only for a score that exists; 0 otherwise. */
double comark_score_value (const ComarkScore *score);

/* "77.3": one decimal, halves up; "–" if there is no score. Returns: (transfer full) */
char *comark_score_to_text (const ComarkScore *score);

/* TRUE if the score exists and is @bound (0..100) or more, exactly. */
gboolean comark_score_reaches (const ComarkScore *score, guint bound);

/* The weight of @criterion out of 100 on @route, when all its criteria apply. */
double comark_score_share (ComarkFramework *framework, const char *route,
                           const ComarkCriterion *criterion);

G_END_DECLS
