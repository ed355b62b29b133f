/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The panel decides: quorum now, every criterion agreed, the outcome rules, and the vote.
 */
#include "comark-desk-decision.h"

#include "comark-decision-rows.h"
#include "comark-desk-case.h"
#include "comark-desk-letter.h"
#include "comark-desk-people.h"
#include "comark-desk-step.h"
#include "comark-desk-text-draft.h"
#include "comark-desk-text.h"
#include "comark-meeting-rows.h"
#include "comark-panel-facts.h"
#include "comark-review-version-rows.h"
#include "comark-validity.h"

typedef struct
{
  const char *ref;
  const ComarkDecideForm *form;
} Decide;

/* What a decision is made of. */
typedef struct
{
  ComarkCase *panel;
  const ComarkDecideForm *form;
  ComarkMeeting *meeting;
  ComarkQuorumReport *quorum;
  ComarkOutcomeReport *report;
  GPtrArray *agreed;
  const ComarkOutcome *outcome;
  ComarkVoteResult vote;
} Matter;

static void
matter_clear (Matter *self)
{
  g_clear_pointer (&self->panel, comark_case_free);
  g_clear_object (&self->meeting);
  g_clear_pointer (&self->quorum, comark_quorum_report_free);
  g_clear_object (&self->report);
  g_clear_pointer (&self->agreed, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Matter, matter_clear)

static gboolean
matter_read (Matter *self, ComarkDesk *desk, const char *ref, GError **error)
{
  self->panel = comark_case_open (desk, ref, COMARK_ACTION_DECIDE, NULL, error);
  if (self->panel == NULL)
    return FALSE;
  self->meeting = comark_case_open_meeting (self->panel, error);
  if (self->meeting == NULL)
    return FALSE;
  self->quorum
    = comark_panel_quorum (self->meeting, self->panel->submission->affects_carers);
  self->agreed = comark_meeting_rows_list_agreed (desk->sql, &self->panel->id,
                                                  self->panel->submission->round, error);
  if (self->agreed == NULL)
    return FALSE;
  self->report = comark_case_outcome (self->panel, error);
  return self->report != NULL;
}

/* ---- what must hold ---- */

static gboolean
check_quorum (Matter *self, GError **error)
{
  g_autoptr (GString) why = g_string_new ("There is no quorum now.");

  if (self->quorum->met)
    return TRUE;
  for (guint i = 0; i < self->quorum->rules->len; i++)
    {
      ComarkQuorumRule *rule = self->quorum->rules->pdata[i];

      if (!rule->met)
        g_string_append_printf (why, " %s", rule->sentence);
    }
  return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED, "%s", why->str);
}

static gboolean
is_agreed (GPtrArray *agreed, const char *criterion)
{
  for (guint i = 0; i < agreed->len; i++)
    if (g_strcmp0 (((ComarkAgreedValue *) agreed->pdata[i])->criterion, criterion) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
check_all_agreed (Matter *self, GError **error)
{
  g_autoptr (GPtrArray) criteria = comark_framework_criteria_for_route (
    self->panel->framework, self->panel->submission->route);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < criteria->len; i++)
    {
      const ComarkCriterion *criterion = criteria->pdata[i];

      if (!is_agreed (self->agreed, criterion->id))
        g_string_append_printf (list, "\n%s (%s)", criterion->id, criterion->title);
    }
  if (list->len == 0)
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_MISSING,
                             "These criteria have no agreed value yet:%s", list->str);
}

static gboolean
choose_outcome (Matter *self, GError **error)
{
  self->outcome = comark_outcome_report_get_reached (self->report);
  if (self->form->outcome == NULL || *self->form->outcome == '\0')
    return TRUE;
  self->outcome = comark_framework_outcome (self->panel->framework, self->form->outcome);
  if (self->outcome != NULL)
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                             "The framework of this submission has no such outcome.");
}

static guint
add_ballots (ComarkBallot *ballots, ComarkMemberKind kind, guint present, int yes)
{
  for (guint i = 0; i < present; i++)
    {
      ballots[i].kind = kind;
      ballots[i].vote = (int) i < yes ? COMARK_VOTE_YES : COMARK_VOTE_NO;
    }
  return present;
}

/* Consensus is the chairs' word that all can live with it; a majority is counted. */
static gboolean
count_votes (Matter *self, char **sentence, GError **error)
{
  ComarkQuorumReport *quorum = self->quorum;
  g_autofree ComarkBallot *ballots = g_new0 (ComarkBallot, quorum->n_voters + 1);
  guint n;

  self->vote = COMARK_VOTES_CONSENSUS;
  if (!self->form->by_majority)
    return TRUE;
  if (self->form->experts_for < 0 || self->form->experts_for > (int) quorum->n_experts
      || self->form->staff_for < 0 || self->form->staff_for > (int) quorum->n_staff)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                               "More votes than voters: %u experts by experience and %u staff can "
                               "vote here.",
                               quorum->n_experts, quorum->n_staff);
  n = add_ballots (ballots, COMARK_KIND_EXPERT, quorum->n_experts, self->form->experts_for);
  n += add_ballots (ballots + n, COMARK_KIND_STAFF, quorum->n_staff, self->form->staff_for);
  self->vote = comark_quorum_count_votes (ballots, n, sentence);
  return TRUE;
}

static gboolean
is_rules_own (Matter *self)
{
  return self->outcome == comark_outcome_report_get_reached (self->report);
}

static gboolean
check_vote (Matter *self, GError **error)
{
  g_autofree char *count = NULL;

  if (!count_votes (self, &count, error))
    return FALSE;
  /* No majority of each kind: deferred, with both views in the letter (domain.md 3.2). */
  if (self->vote == COMARK_VOTES_NONE && self->outcome->state != COMARK_STATE_DEFERRED)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                               "%s Without a majority of each kind it is deferred, with both views "
                               "in the letter: decide that, and say why.",
                               count);
  if (is_rules_own (self))
    return TRUE;
  if (!self->form->by_majority)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                               "The rules give “%s”. Another outcome needs a counted majority of "
                               "the experts by experience and of the staff, and a reason.",
                               comark_outcome_report_get_reached (self->report)->name);
  return comark_desk_need_text ("The reason for another outcome than the rules'",
                                self->form->because, error);
}

static gboolean
check_sealable (Matter *self, GError **error)
{
  g_autofree char *why = NULL;

  if (comark_outcome_report_can_seal (self->report, self->outcome->id, &why))
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                             "“%s” cannot be decided as it stands. %s", self->outcome->name, why);
}

/* ---- the record ---- */

static const ComarkOutcomeResult *
plain_award (ComarkOutcomeReport *report)
{
  const GPtrArray *outcomes = comark_outcome_report_get_outcomes (report);
  const ComarkOutcomeResult *found = NULL;

  for (guint i = 0; i < outcomes->len; i++)
    {
      const ComarkOutcomeResult *result = outcomes->pdata[i];

      if (result->outcome->state == COMARK_STATE_AWARDED
          && (found == NULL || found->outcome->exemplar))
        found = result;
    }
  return found;
}

static ComarkCondition *
find_condition (ComarkDecision *decision, const char *criterion)
{
  for (guint i = 0; i < decision->conditions->len; i++)
    {
      ComarkCondition *condition = decision->conditions->pdata[i];

      if (g_str_equal (condition->criterion, criterion))
        return condition;
    }
  return NULL;
}

static void
add_condition (Matter *self, ComarkDecision *decision, const char *criterion, const char *due_day)
{
  const ComarkCriterion *found = comark_framework_criterion (self->panel->framework, criterion);
  ComarkCondition *condition;

  if (found == NULL || find_condition (decision, criterion) != NULL)
    return;
  condition = comark_condition_new ();
  condition->criterion = g_strdup (criterion);
  condition->what
    = g_strdup_printf ("%s (%s), with evidence: %s", found->id, found->title, found->statement);
  condition->due_day = g_strdup (due_day);
  condition->met_because = g_strdup ("");
  g_ptr_array_add (decision->conditions, condition);
}

/* What the plain award still misses; where only the score does, whatever is not at its best. */
static void
add_conditions (Matter *self, ComarkDecision *decision)
{
  const ComarkOutcomeResult *award = plain_award (self->report);
  guint months = self->outcome->within_months > 0 ? self->outcome->within_months
                                                  : COMARK_VALIDITY_CONDITIONS_MONTHS;
  g_autofree char *due_day = comark_validity_add_months (decision->sealable_day, (int) months);
  ComarkValue good = comark_framework_highest_value (self->panel->framework) - 1;

  for (guint i = 0; award != NULL && i < award->rules->len; i++)
    {
      const ComarkRuleResult *rule = award->rules->pdata[i];

      for (guint j = 0; !rule->passed && rule->criteria[j] != NULL; j++)
        add_condition (self, decision, rule->criteria[j], due_day);
    }
  for (guint i = 0; decision->conditions->len == 0 && i < self->agreed->len; i++)
    {
      ComarkAgreedValue *one = self->agreed->pdata[i];

      if (comark_value_is_level (one->value) && one->value < good)
        add_condition (self, decision, one->criterion, due_day);
    }
}

static char *
sealable_day (ComarkDesk *desk, GError **error)
{
  g_autofree char *setting = comark_desk_get_setting (desk, "second-thoughts-days", error);
  g_autofree char *today = comark_desk_today (desk);
  g_auto (GStrv) holidays = NULL;
  guint64 days = COMARK_VALIDITY_WINDOW_DEFAULT;

  if (setting == NULL)
    return NULL;
  if (*setting != '\0'
      && !g_ascii_string_to_unsigned (setting, 10, 0, COMARK_VALIDITY_WINDOW_MAX, &days, NULL))
    days = COMARK_VALIDITY_WINDOW_DEFAULT;
  holidays = comark_desk_list_holidays (desk, error);
  return holidays != NULL ? comark_validity_sealing_from (today, (guint) days,
                                                          (const char *const *) holidays)
                          : NULL;
}

static ComarkDecision *
record_of (Matter *self, const char *sealable)
{
  ComarkDecision *decision = comark_decision_new ();
  const ComarkScore *score = comark_outcome_report_get_score (self->report);
  const ComarkRung *rung = comark_outcome_report_get_rung (self->report);

  decision->id = comark_id_new ();
  decision->round = self->panel->submission->round;
  decision->outcome = g_strdup (self->outcome->id);
  decision->rules_outcome = g_strdup (comark_outcome_report_get_reached (self->report)->id);
  decision->method = g_strdup (self->form->by_majority ? "majority" : "consensus");
  decision->experts_present = self->quorum->n_experts;
  decision->staff_present = self->quorum->n_staff;
  decision->experts_for
    = self->form->by_majority ? self->form->experts_for : decision->experts_present;
  decision->staff_for = self->form->by_majority ? self->form->staff_for : decision->staff_present;
  decision->because = g_strdup (self->form->because ? self->form->because : "");
  decision->score_tenths = comark_score_exists (score)
                             ? (gint64) (comark_score_value (score) * 10.0 + 0.5)
                             : -1;
  decision->rung = rung ? rung->number : 0;
  decision->decided_at = comark_desk_now_ms (self->panel->desk);
  decision->sealable_day = g_strdup (sealable);
  if (self->outcome->state == COMARK_STATE_CONDITIONAL)
    add_conditions (self, decision);
  return decision;
}

static gboolean
write_letter (Matter *self, ComarkDecision *decision, GError **error)
{
  g_autoptr (GPtrArray) dissent = NULL;

  if (self->form->letter != NULL && *self->form->letter != '\0')
    {
      decision->letter = g_strdup (self->form->letter);
      return TRUE;
    }
  dissent = comark_meeting_rows_list_dissent (self->panel->desk->sql, &self->panel->id,
                                              self->panel->submission->round, error);
  if (dissent == NULL)
    return FALSE;
  decision->letter = comark_letter_make (self->panel->submission, decision, self->report,
                                         self->agreed, dissent);
  return TRUE;
}

static gboolean
store (Matter *self, GError **error)
{
  ComarkDesk *desk = self->panel->desk;
  g_autofree char *sealable = sealable_day (desk, error);
  g_autoptr (ComarkDecision) decision = NULL;

  if (sealable == NULL)
    return FALSE;
  decision = record_of (self, sealable);
  return write_letter (self, decision, error)
         && comark_desk_move (desk, &self->panel->id, COMARK_EVENT_DECIDE,
                              COMARK_GUARD_QUORUM | COMARK_GUARD_VALUES_AGREED | COMARK_GUARD_VOTE,
                              error)
         && comark_decision_rows_add (desk->sql, &self->panel->id, decision, &desk->who->id, error)
         && comark_meeting_rows_end (desk->sql, &self->meeting->id, "closed", "",
                                     decision->decided_at, error)
         && comark_review_version_rows_keep_finals (desk->sql, &self->panel->id,
                                                    self->panel->submission->round,
                                                    decision->decided_at, error)
         && comark_desk_drop_text (desk, &self->panel->id, COMARK_SLOT_LETTER, NULL, error)
         && comark_desk_drop_text (desk, &self->panel->id, COMARK_SLOT_OUTCOME, NULL, error)
         && comark_case_log (self->panel, "decide", &decision->id,
                             "outcome method because letter", decision->outcome, error);
}

static gboolean
decide_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Decide *decide = data;
  g_auto (Matter) self = { .form = decide->form };

  return matter_read (&self, desk, decide->ref, error) && check_all_agreed (&self, error)
         && check_quorum (&self, error) && choose_outcome (&self, error)
         && check_vote (&self, error) && check_sealable (&self, error) && store (&self, error);
}

gboolean
comark_desk_decide (ComarkDesk *desk,
                    const char *ref,
                    const ComarkDecideForm *form,
                    GError **error)
{
  Decide decide = { ref, form };

  return comark_desk_check_text ("The reason", form->because, error)
         && comark_desk_check_text ("The letter", form->letter, error)
         && comark_desk_write (desk, "decide", decide_step, &decide, error);
}

/* ---- the letter beforehand ---- */

typedef struct
{
  const char *ref;
  const ComarkDecideForm *form;
  char *letter;
} Draft;

static gboolean
draft_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Draft *draft = data;
  g_auto (Matter) self = { .form = draft->form };
  g_autofree char *sealable = sealable_day (desk, error);
  g_autoptr (ComarkDecision) decision = NULL;

  if (sealable == NULL || !matter_read (&self, desk, draft->ref, error)
      || !choose_outcome (&self, error))
    return FALSE;
  decision = record_of (&self, sealable);
  if (!write_letter (&self, decision, error))
    return FALSE;
  draft->letter = g_strdup (decision->letter);
  return TRUE;
}

char *
comark_desk_draft_letter (ComarkDesk *desk,
                          const char *ref,
                          const ComarkDecideForm *form,
                          GError **error)
{
  Draft draft = { ref, form, NULL };

  return comark_desk_read (desk, draft_step, &draft, error) ? draft.letter : NULL;
}
