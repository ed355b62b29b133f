/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-clock.h"
#include "comark-framework-check.h"

#define MAX_CRITERIA 500
#define MIN_LEVELS 2
#define MAX_LEVELS 10

typedef struct
{
  const ComarkFrameworkBuilder *builder;
  xmlNode *root;
  const char *name;
  GError **error;
} Check;

G_GNUC_PRINTF (3, 4)
static gboolean
refuse (const Check *check, int line, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  return comark_xml_set_error (check->error, COMARK_EXCHANGE_ERROR_NOT_VALID, check->name, line,
                               "%s", text);
}

static int
line_of (const Check *check, const char *container)
{
  xmlNode *node = comark_xml_first (check->root, container);

  return node ? comark_xml_line (node) : 0;
}

static gboolean
check_head (const Check *check)
{
  if (!comark_day_is_valid (check->builder->effective_from))
    return refuse (check, comark_xml_line (check->root),
                   "“%s” is not a day of the calendar. Write it as 2026-01-31.",
                   check->builder->effective_from);
  if (check->builder->criteria->len > MAX_CRITERIA)
    return refuse (check, line_of (check, "criteria"),
                   "There are more than %d criteria. No panel could rate them.", MAX_CRITERIA);
  return TRUE;
}

static gboolean
check_words (const Check *check)
{
  static const char *const needed[] = { "expert-by-experience", "staff" };

  for (gsize i = 0; i < G_N_ELEMENTS (needed); i++)
    if (!g_hash_table_contains (check->builder->words, needed[i]))
      return refuse (check, line_of (check, "vocabulary"),
                     "The vocabulary needs the word “%s”. Add it.", needed[i]);
  return TRUE;
}

static gboolean
check_scale (const Check *check)
{
  const GPtrArray *levels = check->builder->levels;
  int line = line_of (check, "scale");

  if (levels->len < MIN_LEVELS || levels->len > MAX_LEVELS)
    return refuse (check, line, "The scale has %u levels. It needs %d to %d.", levels->len,
                   MIN_LEVELS, MAX_LEVELS);
  for (guint i = 1; i < levels->len; i++)
    {
      const ComarkLevel *before = g_ptr_array_index (levels, i - 1);
      const ComarkLevel *level = g_ptr_array_index (levels, i);

      if (level->value <= before->value)
        return refuse (check, line, "The level %d comes after %d. Put the lowest first.",
                       level->value, before->value);
    }
  return TRUE;
}

static gboolean
check_rungs (const Check *check)
{
  const GPtrArray *rungs = check->builder->rungs;

  for (guint i = 0; i < rungs->len; i++)
    if (((const ComarkRung *) g_ptr_array_index (rungs, i))->number != i + 1)
      return refuse (check, line_of (check, "ladder"),
                     "The rungs of the ladder must be numbered 1, 2, 3 … in order.");
  return TRUE;
}

static const ComarkCriterion *
find_criterion (const Check *check, const char *id)
{
  for (guint i = 0; i < check->builder->criteria->len; i++)
    {
      const ComarkCriterion *criterion = g_ptr_array_index (check->builder->criteria, i);

      if (g_str_equal (criterion->id, id))
        return criterion;
    }
  return NULL;
}

/* "Does not apply" leaves a rule's choice; on the ladder that would place a submission by what
 * nobody rated. */
static gboolean
check_condition (const Check *check, const ComarkRule *rule)
{
  for (guint i = 0; rule->criteria[i] != NULL; i++)
    {
      const ComarkCriterion *criterion = find_criterion (check, rule->criteria[i]);

      if (criterion == NULL)
        continue;
      if (criterion->na_allowed || criterion->future)
        return refuse (check, rule->line,
                       "The ladder looks at %s, which may be left out. Use a criterion that is "
                       "always rated.", criterion->id);
      for (guint r = 0; r < check->builder->routes->len; r++)
        {
          const ComarkRoute *route = g_ptr_array_index (check->builder->routes, r);
          if (!comark_criterion_is_on_route (criterion, route->id))
            return refuse (check, rule->line,
                           "The ladder looks at %s, which is not on the route “%s”. Use a "
                           "criterion of every route.", criterion->id, route->id);
        }
    }
  return TRUE;
}

static gboolean
check_ladder (const Check *check)
{
  for (guint i = 0; i < check->builder->placements->len; i++)
    {
      const ComarkPlacement *placement = g_ptr_array_index (check->builder->placements, i);

      for (guint j = 0; j < placement->conditions->len; j++)
        if (!check_condition (check, g_ptr_array_index (placement->conditions, j)))
          return FALSE;
    }
  return check_rungs (check);
}

static gboolean
check_criteria (const Check *check)
{
  for (guint i = 0; i < check->builder->criteria->len; i++)
    {
      const ComarkCriterion *criterion = g_ptr_array_index (check->builder->criteria, i);

      if (criterion->na_allowed && criterion->na_when[0] == '\0')
        return refuse (check, criterion->line,
                       "%s may be left out, but nothing says when. Add <na-when>.",
                       criterion->id);
    }
  return TRUE;
}

static gboolean
check_routes (const Check *check)
{
  for (guint r = 0; r < check->builder->routes->len; r++)
    {
      const ComarkRoute *route = g_ptr_array_index (check->builder->routes, r);
      guint n = 0;

      for (guint i = 0; i < check->builder->criteria->len; i++)
        n += comark_criterion_is_on_route (g_ptr_array_index (check->builder->criteria, i),
                                           route->id);
      if (n == 0)
        return refuse (check, line_of (check, "routes"),
                       "No criterion is on the route “%s”. Add one, or remove the route.",
                       route->id);
    }
  return TRUE;
}

static gboolean
chooses_something (const Check *check, const ComarkRule *rule)
{
  if (rule->test > COMARK_RULE_ANSWERED)
    return TRUE;
  for (guint i = 0; i < check->builder->criteria->len; i++)
    if (comark_rule_chooses (rule, g_ptr_array_index (check->builder->criteria, i)))
      return TRUE;
  return FALSE;
}

static gboolean
check_rules (const Check *check, const GPtrArray *rules)
{
  for (guint i = 0; i < rules->len; i++)
    {
      const ComarkRule *rule = g_ptr_array_index (rules, i);

      if (!chooses_something (check, rule))
        return refuse (check, rule->line,
                       "The rule “%s” chooses no criterion, so it would always pass. Correct "
                       "what it chooses.", rule->id);
    }
  return TRUE;
}

static gboolean
has_rule_on_every_route (const Check *check, const ComarkOutcome *outcome)
{
  for (guint r = 0; r < check->builder->routes->len; r++)
    {
      const ComarkRoute *route = g_ptr_array_index (check->builder->routes, r);
      guint n = 0;

      for (guint i = 0; i < outcome->rules->len; i++)
        n += comark_rule_is_on_route (g_ptr_array_index (outcome->rules, i), route->id);
      if (n == 0)
        return FALSE;
    }
  return TRUE;
}

/* The first outcome whose rules pass is reached: one without rules ends the list. */
static gboolean
check_outcomes (const Check *check)
{
  const GPtrArray *outcomes = check->builder->outcomes;
  int line = line_of (check, "outcomes");

  for (guint i = 0; i < outcomes->len; i++)
    {
      const ComarkOutcome *outcome = g_ptr_array_index (outcomes, i);
      gboolean is_last = i == outcomes->len - 1;

      if (is_last && outcome->rules->len > 0)
        return refuse (check, line, "The last outcome, “%s”, has rules. End with one without "
                       "rules, for when no other is reached.", outcome->id);
      if (is_last && (outcome->awards || outcome->holds_certificate))
        return refuse (check, line, "The last outcome, “%s”, would give the mark to everything. "
                       "Let it lead to “not-yet” or “deferred”.", outcome->id);
      if (!is_last && !has_rule_on_every_route (check, outcome))
        return refuse (check, line, "The outcome “%s” has no rule on one of the routes, so all "
                       "would reach it. Add a rule.", outcome->id);
      if (!check_rules (check, outcome->rules))
        return FALSE;
    }
  return TRUE;
}

gboolean
comark_framework_check_sense (const ComarkFrameworkBuilder *builder, ComarkXmlDoc *doc,
                              const char *name, GError **error)
{
  const Check check = { builder, comark_xml_root (doc), name, error };

  return check_head (&check) && check_words (&check) && check_scale (&check)
         && check_ladder (&check) && check_criteria (&check) && check_routes (&check)
         && check_outcomes (&check) && check_rules (&check, builder->sealing);
}
