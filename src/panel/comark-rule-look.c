/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-rule-look.h"

void
comark_found_clear (ComarkFound *found)
{
  g_clear_pointer (&found->missed, g_ptr_array_unref);
}

ComarkValue
comark_look_value (const ComarkLook *look, const ComarkCriterion *criterion)
{
  ComarkValue value = comark_agreed_value (look->agreed, criterion->id);

  return comark_framework_accepts (look->framework, criterion, value) ? value : COMARK_VALUE_NONE;
}

static gboolean
misses (const ComarkLook *look, const ComarkRule *rule, const ComarkCriterion *criterion,
        ComarkValue value)
{
  switch (rule->test)
    {
    case COMARK_RULE_VALUE:
      return !comark_value_is_level (value) || value < rule->value;
    case COMARK_RULE_EVIDENCE:
      return comark_value_is_level (value) && value >= rule->value
             && comark_agreed_strength (look->agreed, criterion->id) < rule->strength;
    case COMARK_RULE_ANSWERED:
      return !comark_value_is_level (value);
    case COMARK_RULE_RUNG:
    case COMARK_RULE_SCORE:
    case COMARK_RULE_QUESTION:
    default:
      return FALSE;
    }
}

static void
look_at_criteria (const ComarkLook *look, const ComarkRule *rule, ComarkFound *found)
{
  g_autoptr (GPtrArray) criteria = comark_framework_criteria_for_route (look->framework,
                                                                        look->route);

  for (guint i = 0; i < criteria->len; i++)
    {
      const ComarkCriterion *criterion = g_ptr_array_index (criteria, i);
      ComarkValue value = comark_look_value (look, criterion);

      if (!comark_rule_chooses (rule, criterion) || value == COMARK_VALUE_NOT_APPLICABLE)
        continue;
      found->n_chosen++;
      if (misses (look, rule, criterion, value))
        g_ptr_array_add (found->missed, (gpointer) criterion);
    }
  found->passed = found->missed->len <= rule->allow;
}

static gboolean
panel_says_yes (const ComarkLook *look, const ComarkRule *rule)
{
  const char *because;
  gboolean yes;

  return comark_agreed_get_answer (look->agreed, rule->question, &yes, &because) && yes
         && because[0] != '\0';
}

ComarkFound
comark_look_at (const ComarkLook *look, const ComarkRule *rule)
{
  ComarkFound found = { .missed = g_ptr_array_new () };

  switch (rule->test)
    {
    case COMARK_RULE_RUNG:
      found.passed = look->rung != NULL && look->rung->number >= rule->rung;
      break;
    case COMARK_RULE_SCORE:
      found.passed = comark_score_reaches (&look->score, rule->score);
      break;
    case COMARK_RULE_QUESTION:
      found.passed = panel_says_yes (look, rule);
      break;
    case COMARK_RULE_VALUE:
    case COMARK_RULE_EVIDENCE:
    case COMARK_RULE_ANSWERED:
    default:
      look_at_criteria (look, rule, &found);
      break;
    }
  return found;
}
