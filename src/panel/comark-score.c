/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-score.h"

typedef gboolean (*Choose) (const ComarkCriterion *criterion, const char *name);

/* Weights are at most 1000, values at most 99, criteria at most a few hundred (the schema's
 * bounds): nothing here can overflow a guint. */
static ComarkScore
add_up (ComarkFramework *framework, const char *route, ComarkAgreed *agreed, Choose choose,
        const char *name)
{
  g_autoptr (GPtrArray) criteria = comark_framework_criteria_for_route (framework, route);
  ComarkValue lowest = comark_framework_lowest_value (framework);
  ComarkScore score = { 0, 0, 0 };

  score.range = (guint) (comark_framework_highest_value (framework) - lowest);
  for (guint i = 0; i < criteria->len; i++)
    {
      const ComarkCriterion *criterion = g_ptr_array_index (criteria, i);
      ComarkValue value = comark_agreed_value (agreed, criterion->id);

      if (comark_framework_level (framework, value) == NULL || !choose (criterion, name))
        continue;
      score.weight += criterion->weight;
      score.points += criterion->weight * (guint) (value - lowest);
    }
  return score;
}

static gboolean
choose_any (const ComarkCriterion *criterion, const char *name)
{
  return TRUE;
}

static gboolean
choose_section (const ComarkCriterion *criterion, const char *name)
{
  return g_str_equal (criterion->section, name);
}

static gboolean
choose_principle (const ComarkCriterion *criterion, const char *name)
{
  return g_strv_contains (criterion->principles, name);
}

ComarkScore
comark_score_total (ComarkFramework *framework, const char *route, ComarkAgreed *agreed)
{
  return add_up (framework, route, agreed, choose_any, NULL);
}

ComarkScore
comark_score_section (ComarkFramework *framework, const char *route, ComarkAgreed *agreed,
                      const char *section)
{
  return add_up (framework, route, agreed, choose_section, section);
}

ComarkScore
comark_score_principle (ComarkFramework *framework, const char *route, ComarkAgreed *agreed,
                        const char *principle)
{
  return add_up (framework, route, agreed, choose_principle, principle);
}

gboolean
comark_score_exists (const ComarkScore *score)
{
  return score->weight > 0 && score->range > 0;
}

double
comark_score_value (const ComarkScore *score)
{
  if (!comark_score_exists (score))
    return 0.0;
  return 100.0 * score->points / ((double) score->weight * score->range);
}

char *
comark_score_to_text (const ComarkScore *score)
{
  guint64 whole, tenths;

  if (!comark_score_exists (score))
    return g_strdup ("–");
  whole = (guint64) score->weight * score->range;
  /* In whole numbers: printf would round 77.25 down to the even digit. */
  tenths = (2000 * (guint64) score->points + whole) / (2 * whole);
  return g_strdup_printf ("%" G_GUINT64_FORMAT ".%" G_GUINT64_FORMAT, tenths / 10, tenths % 10);
}

gboolean
comark_score_reaches (const ComarkScore *score, guint bound)
{
  return comark_score_exists (score)
         && 100 * (guint64) score->points >= (guint64) bound * score->weight * score->range;
}

double
comark_score_share (ComarkFramework *framework, const char *route,
                    const ComarkCriterion *criterion)
{
  g_autoptr (GPtrArray) criteria = comark_framework_criteria_for_route (framework, route);
  guint sum = 0;

  for (guint i = 0; i < criteria->len; i++)
    sum += ((const ComarkCriterion *) g_ptr_array_index (criteria, i))->weight;
  if (sum == 0 || !comark_criterion_is_on_route (criterion, route))
    return 0.0;
  return 100.0 * criterion->weight / sum;
}
