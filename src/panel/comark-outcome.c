/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-outcome.h"

#include "comark-ladder.h"
#include "comark-rule-look.h"

struct _ComarkOutcomeReport
{
  GObject parent_instance;

  ComarkFramework *framework;
  char *route;
  GPtrArray *outcomes; /* of OutcomeResult, owned */
  GPtrArray *sealing;  /* of RuleResult, owned */
  GPtrArray *sections; /* of ComarkSectionScore, owned */
  char **unagreed;     /* ids without an agreed value */
  const ComarkOutcome *reached;
  const ComarkRung *rung;
  ComarkScore score;
};

G_DEFINE_FINAL_TYPE (ComarkOutcomeReport, comark_outcome_report, G_TYPE_OBJECT)

static void
rule_result_free (ComarkRuleResult *result)
{
  g_free ((char *) result->why);
  g_free ((gpointer) result->criteria);
  g_free (result);
}

static void
outcome_result_free (ComarkOutcomeResult *result)
{
  g_ptr_array_unref ((GPtrArray *) result->rules);
  g_free (result);
}

/* The ids belong to the framework, which the report holds. */
static const char *const *
ids_of (const GPtrArray *criteria)
{
  const char **ids = g_new0 (const char *, criteria->len + 1);

  for (guint i = 0; i < criteria->len; i++)
    ids[i] = ((const ComarkCriterion *) g_ptr_array_index (criteria, i))->id;
  return ids;
}

static ComarkRuleResult *
rule_result_new (const ComarkLook *look, const ComarkRule *rule)
{
  g_auto (ComarkFound) found = comark_look_at (look, rule);
  ComarkRuleResult *result = g_new0 (ComarkRuleResult, 1);

  result->rule = rule;
  result->passed = found.passed;
  result->why = comark_look_why (look, rule, &found);
  result->criteria = ids_of (found.missed);
  return result;
}

static GPtrArray *
look_at_all (const ComarkLook *look, const GPtrArray *rules)
{
  GPtrArray *results = g_ptr_array_new_with_free_func ((GDestroyNotify) rule_result_free);

  for (guint i = 0; i < rules->len; i++)
    {
      const ComarkRule *rule = g_ptr_array_index (rules, i);

      if (comark_rule_is_on_route (rule, look->route))
        g_ptr_array_add (results, rule_result_new (look, rule));
    }
  return results;
}

static const ComarkRuleResult *
first_not_passed (const GPtrArray *results, gboolean only_binding)
{
  for (guint i = 0; i < results->len; i++)
    {
      const ComarkRuleResult *result = g_ptr_array_index (results, i);

      if (!result->passed && (result->rule->binding || !only_binding))
        return result;
    }
  return NULL;
}

static void
add_outcomes (ComarkOutcomeReport *self, const ComarkLook *look)
{
  const GPtrArray *outcomes = comark_framework_get_outcomes (self->framework);

  for (guint i = 0; i < outcomes->len; i++)
    {
      ComarkOutcomeResult *result = g_new0 (ComarkOutcomeResult, 1);

      result->outcome = g_ptr_array_index (outcomes, i);
      result->rules = look_at_all (look, result->outcome->rules);
      result->passed = first_not_passed (result->rules, FALSE) == NULL;
      if (result->passed && self->reached == NULL)
        self->reached = result->outcome;
      g_ptr_array_add (self->outcomes, result);
    }
}

static gboolean
has_criterion_of (const GPtrArray *criteria, const ComarkSection *section)
{
  for (guint i = 0; i < criteria->len; i++)
    if (g_str_equal (((const ComarkCriterion *) g_ptr_array_index (criteria, i))->section,
                     section->id))
      return TRUE;
  return FALSE;
}

static void
add_sections (ComarkOutcomeReport *self, const ComarkLook *look)
{
  const GPtrArray *sections = comark_framework_get_sections (self->framework);
  g_autoptr (GPtrArray) criteria = comark_framework_criteria_for_route (self->framework,
                                                                        self->route);

  for (guint i = 0; i < sections->len; i++)
    {
      const ComarkSection *section = g_ptr_array_index (sections, i);
      ComarkSectionScore *score;

      if (!has_criterion_of (criteria, section))
        continue;
      score = g_new0 (ComarkSectionScore, 1);
      score->section = section;
      score->score = comark_score_section (self->framework, self->route, look->agreed,
                                           section->id);
      g_ptr_array_add (self->sections, score);
    }
}

static void
add_unagreed (ComarkOutcomeReport *self, const ComarkLook *look)
{
  g_autoptr (GPtrArray) criteria = comark_framework_criteria_for_route (self->framework,
                                                                        self->route);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < criteria->len; i++)
    {
      const ComarkCriterion *criterion = g_ptr_array_index (criteria, i);

      if (comark_look_value (look, criterion) == COMARK_VALUE_NONE)
        g_strv_builder_add (ids, criterion->id);
    }
  self->unagreed = g_strv_builder_end (ids);
}

ComarkOutcomeReport *
comark_outcome_evaluate (ComarkFramework *framework, const char *route, ComarkAgreed *agreed)
{
  ComarkOutcomeReport *self = g_object_new (COMARK_TYPE_OUTCOME_REPORT, NULL);
  ComarkLook look = { framework, NULL, agreed, { 0, 0, 0 }, NULL };

  self->framework = g_object_ref (framework);
  self->route = g_strdup (route);
  self->score = look.score = comark_score_total (framework, route, agreed);
  self->rung = look.rung = comark_ladder_place (framework, route, agreed);
  look.route = self->route;
  add_outcomes (self, &look);
  add_sections (self, &look);
  add_unagreed (self, &look);
  self->sealing = look_at_all (&look, comark_framework_get_sealing (framework));
  return self;
}

static void
comark_outcome_report_finalize (GObject *object)
{
  ComarkOutcomeReport *self = COMARK_OUTCOME_REPORT (object);

  g_clear_pointer (&self->outcomes, g_ptr_array_unref);
  g_clear_pointer (&self->sealing, g_ptr_array_unref);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_pointer (&self->unagreed, g_strfreev);
  g_clear_pointer (&self->route, g_free);
  g_clear_object (&self->framework);
  G_OBJECT_CLASS (comark_outcome_report_parent_class)->finalize (object);
}

static void
comark_outcome_report_class_init (ComarkOutcomeReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = comark_outcome_report_finalize;
}

static void
comark_outcome_report_init (ComarkOutcomeReport *self)
{
  self->outcomes = g_ptr_array_new_with_free_func ((GDestroyNotify) outcome_result_free);
  self->sections = g_ptr_array_new_with_free_func (g_free);
}

ComarkFramework *
comark_outcome_report_get_framework (ComarkOutcomeReport *self)
{
  return self->framework;
}

const char *
comark_outcome_report_get_route (ComarkOutcomeReport *self)
{
  return self->route;
}

const GPtrArray *
comark_outcome_report_get_outcomes (ComarkOutcomeReport *self)
{
  return self->outcomes;
}

const ComarkOutcomeResult *
comark_outcome_report_find (ComarkOutcomeReport *self, const char *outcome)
{
  for (guint i = 0; i < self->outcomes->len; i++)
    {
      const ComarkOutcomeResult *result = g_ptr_array_index (self->outcomes, i);

      if (g_strcmp0 (result->outcome->id, outcome) == 0)
        return result;
    }
  return NULL;
}

const ComarkOutcome *
comark_outcome_report_get_reached (ComarkOutcomeReport *self)
{
  return self->reached;
}

const ComarkScore *
comark_outcome_report_get_score (ComarkOutcomeReport *self)
{
  return &self->score;
}

const GPtrArray *
comark_outcome_report_get_sections (ComarkOutcomeReport *self)
{
  return self->sections;
}

const ComarkRung *
comark_outcome_report_get_rung (ComarkOutcomeReport *self)
{
  return self->rung;
}

const GPtrArray *
comark_outcome_report_get_sealing (ComarkOutcomeReport *self)
{
  return self->sealing;
}

static char *
why_not_sealed (ComarkOutcomeReport *self, const char *outcome)
{
  const ComarkOutcomeResult *result
      = comark_outcome_report_find (self, outcome ? outcome : self->reached->id);
  g_autofree char *ids = g_strjoinv (", ", self->unagreed);
  const ComarkRuleResult *first;

  if (result == NULL)
    return g_strdup_printf ("The framework has no outcome “%s”.", outcome);
  if (self->unagreed[0] != NULL)
    return g_strdup_printf ("Not every criterion has an agreed value yet: %s. Agree the rest "
                            "first.", ids);
  first = first_not_passed (self->sealing, FALSE);
  if (first == NULL)
    first = first_not_passed (result->rules, TRUE);
  return first ? g_strdup_printf ("%s %s", first->rule->words, first->why) : NULL;
}

gboolean
comark_outcome_report_can_seal (ComarkOutcomeReport *self, const char *outcome, char **why)
{
  g_autofree char *against = why_not_sealed (self, outcome);
  gboolean can = against == NULL;

  if (why != NULL && !can)
    *why = g_steal_pointer (&against);
  return can;
}
