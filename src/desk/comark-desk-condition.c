/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Conditions of an award: a co-chair of each kind says the same, then the rules decide.
 */
#include "comark-desk-decision.h"

#include "comark-decision-rows.h"
#include "comark-desk-case.h"
#include "comark-desk-step.h"
#include "comark-desk-text.h"
#include "comark-meeting-rows.h"
#include "comark-validity.h"

typedef struct
{
  const char *ref;
  const char *criterion;
  ComarkValue value;
  ComarkStrength strength;
  const char *because;
} Meet;

static ComarkCondition *
find_condition (ComarkDecision *decision, const char *criterion)
{
  for (guint i = 0; i < decision->conditions->len; i++)
    {
      ComarkCondition *condition = decision->conditions->pdata[i];

      if (g_strcmp0 (condition->criterion, criterion) == 0)
        return condition;
    }
  return NULL;
}

static gboolean
check_condition (ComarkCase *self, ComarkDecision *decision, Meet *meet, GError **error)
{
  ComarkCondition *condition = find_condition (decision, meet->criterion);
  g_autofree char *today = comark_desk_today (self->desk);

  if (condition == NULL)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                               "The award has no condition on that criterion.");
  if (condition->met_at != 0)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                               "That condition is recorded as met already.");
  if (comark_validity_is_over (condition->due_day, today))
    return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                               "The time for this condition is over. An administrator can say "
                               "what is possible now.");
  return TRUE;
}

static gboolean
check_value (ComarkCase *self, Meet *meet, GError **error)
{
  const ComarkCriterion *criterion = comark_case_criterion (self, meet->criterion, error);

  if (criterion == NULL)
    return FALSE;
  if (comark_value_is_level (meet->value)
      && comark_framework_accepts (self->framework, criterion, meet->value))
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                             "A condition is met with a level of the scale.");
}

/* The kind for whose half desk->who speaks. */
static gboolean
find_kind (ComarkCase *self, ComarkMemberKind *kind, GError **error)
{
  g_autoptr (ComarkMeeting) meeting = comark_case_last_meeting (self, error);

  if (meeting == NULL)
    return FALSE;
  if (comark_case_is_chair (meeting, &self->desk->who->id, kind))
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                             "The co-chairs who were at the meeting record this, or their "
                             "deputies.");
}

/* Applies the rules to the new values; when those of the award pass, it is awarded. */
static gboolean
let_rules_decide (ComarkCase *self, GError **error)
{
  g_autoptr (ComarkOutcomeReport) report = comark_case_outcome (self, error);
  const ComarkOutcome *reached;

  if (report == NULL)
    return FALSE;
  reached = comark_outcome_report_get_reached (report);
  if (reached->state != COMARK_STATE_AWARDED)
    return TRUE;
  return comark_desk_move (self->desk, &self->id, COMARK_EVENT_MEET_CONDITIONS,
                           COMARK_GUARD_RULES_PASS | COMARK_GUARD_IN_TIME, error)
         && comark_case_log (self, "meet-conditions", NULL, "state", reached->id, error);
}

static gboolean
both_agree (ComarkCase *self, ComarkDecision *decision, Meet *meet, GError **error)
{
  ComarkDesk *desk = self->desk;
  gint64 now_ms = comark_desk_now_ms (desk);

  return comark_decision_rows_meet (desk->sql, &decision->id, meet->criterion, meet->because,
                                    now_ms, error)
         && comark_meeting_rows_add_agreed (desk->sql, &self->id, self->submission->round,
                                            meet->criterion, meet->value, meet->strength,
                                            meet->because, &desk->who->id, now_ms, error)
         && comark_case_log (self, "meet-condition", &decision->id, "value strength met_at",
                             meet->because, error)
         && let_rules_decide (self, error);
}

static gboolean
compare_words (ComarkCase *self, ComarkDecision *decision, Meet *meet, ComarkMemberKind kind,
               GError **error)
{
  ComarkValue value;
  ComarkStrength strength = COMARK_STRENGTH_NONE;
  g_autofree char *name = NULL;

  if (!comark_decision_rows_other_word (self->desk->sql, &decision->id, meet->criterion, kind,
                                        &value, &strength, &name, error))
    return FALSE;
  if (value == COMARK_VALUE_NONE)
    return TRUE; /* waits for the other co-chair */
  if (value != meet->value || strength != meet->strength)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                               "%s recorded %d, %s. Talk together; it counts when both co-chairs "
                               "record the same.",
                               name, value, comark_strength_words (strength));
  return both_agree (self, decision, meet, error);
}

static gboolean
meet_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Meet *meet = data;
  g_autoptr (ComarkCase) self
    = comark_case_open (desk, meet->ref, COMARK_ACTION_SETTLE_CONDITIONS, NULL, error);
  g_autoptr (ComarkDecision) decision = self != NULL ? comark_case_decision (self, error) : NULL;
  ComarkMemberKind kind = COMARK_KIND_NONE;

  return decision != NULL && check_condition (self, decision, meet, error)
         && check_value (self, meet, error) && find_kind (self, &kind, error)
         && comark_decision_rows_say_met (desk->sql, &decision->id, meet->criterion,
                                          &desk->who->id, meet->value, meet->strength,
                                          meet->because, comark_desk_now_ms (desk), error)
         && comark_case_log (self, "say-condition-met", &decision->id, "value strength because",
                             meet->because, error)
         && compare_words (self, decision, meet, kind, error);
}

gboolean
comark_desk_meet_condition (ComarkDesk *desk,
                            const char *ref,
                            const char *criterion,
                            ComarkValue value,
                            ComarkStrength strength,
                            const char *because,
                            GError **error)
{
  Meet meet = { ref, criterion, value, strength, because };

  return comark_desk_need_text ("What shows that it is met", because, error)
         && comark_desk_write (desk, "say-condition-met", meet_step, &meet, error);
}
