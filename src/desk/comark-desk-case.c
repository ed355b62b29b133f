/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-desk-case.h"

#include "comark-contributor-rows.h"
#include "comark-decision-rows.h"
#include "comark-desk-standing.h"
#include "comark-desk-text.h"
#include "comark-meeting-rows.h"
#include "comark-panel-facts.h"
#include "comark-review-rows.h"
#include "comark-seat-rows.h"
#include "comark-submission-rows.h"

void
comark_case_free (ComarkCase *self)
{
  g_clear_object (&self->submission);
  g_clear_object (&self->framework);
  g_free (self);
}

ComarkCase *
comark_case_open (ComarkDesk *desk,
                  const char *ref,
                  ComarkAction action,
                  const ComarkId *about,
                  GError **error)
{
  g_autoptr (ComarkCase) self = g_new0 (ComarkCase, 1);

  self->desk = desk;
  if (!comark_desk_find_submission (desk, ref, &self->id, error)
      || !comark_desk_allow_about (desk, &self->id, about, action, error))
    return NULL;
  self->submission = comark_submission_rows_get (desk->sql, &self->id, error);
  if (self->submission == NULL)
    return NULL;
  self->framework = comark_desk_framework_of (desk, &self->id, error);
  return self->framework != NULL ? g_steal_pointer (&self) : NULL;
}

const ComarkCriterion *
comark_case_criterion (ComarkCase *self, const char *id, GError **error)
{
  const ComarkCriterion *criterion = comark_framework_criterion (self->framework, id);

  if (criterion != NULL && comark_criterion_is_on_route (criterion, self->submission->route))
    return criterion;
  comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                      "This submission is not rated on a criterion of that name. "
                      "Look at its list of criteria.");
  return NULL;
}

GPtrArray *
comark_case_seats (ComarkCase *self, GError **error)
{
  return comark_seat_rows_list (self->desk->sql, &self->id, self->submission->round, error);
}

GPtrArray *
comark_case_counted (ComarkCase *self, GError **error)
{
  g_autoptr (GPtrArray) seats = comark_case_seats (self, error);
  g_autoptr (GPtrArray) reviews = NULL;

  if (seats == NULL)
    return NULL;
  reviews = comark_review_rows_list (self->desk->sql, &self->id, self->submission->round, error);
  return reviews != NULL ? comark_panel_counted_reviews (reviews, seats) : NULL;
}

ComarkMeeting *
comark_case_last_meeting (ComarkCase *self, GError **error)
{
  ComarkMeeting *meeting;

  if (!comark_meeting_rows_latest (self->desk->sql, &self->id, self->submission->round, &meeting,
                                   error))
    return NULL;
  if (meeting == NULL)
    comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                        "There has been no meeting on this yet. A co-chair opens it.");
  return meeting;
}

ComarkMeeting *
comark_case_open_meeting (ComarkCase *self, GError **error)
{
  g_autoptr (ComarkMeeting) meeting = comark_case_last_meeting (self, error);

  if (meeting != NULL && g_strcmp0 (meeting->state, "open") != 0)
    {
      comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                          "No meeting on this is open now. A co-chair opens it.");
      return NULL;
    }
  return g_steal_pointer (&meeting);
}

ComarkDecision *
comark_case_decision (ComarkCase *self, GError **error)
{
  ComarkDecision *decision;

  if (!comark_decision_rows_find (self->desk->sql, &self->id, self->submission->round, &decision,
                                  error))
    return NULL;
  if (decision == NULL)
    comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                        "The panel has not decided on this yet.");
  return decision;
}

ComarkOutcomeReport *
comark_case_outcome (ComarkCase *self, GError **error)
{
  ComarkSql *sql = self->desk->sql;
  gint64 round = self->submission->round;
  g_autoptr (GPtrArray) values = comark_meeting_rows_list_agreed (sql, &self->id, round, error);
  g_autoptr (GPtrArray) judgements = NULL;
  g_autoptr (GPtrArray) confirmations = NULL;
  g_autoptr (ComarkAgreed) agreed = NULL;

  if (values == NULL)
    return NULL;
  judgements = comark_meeting_rows_list_judgements (sql, &self->id, round, error);
  if (judgements == NULL)
    return NULL;
  confirmations = comark_contributor_rows_list_confirmations (sql, &self->id, error);
  if (confirmations == NULL)
    return NULL;
  agreed = comark_panel_agreed (values, judgements, confirmations);
  return comark_outcome_evaluate (self->framework, self->submission->route, agreed);
}

gboolean
comark_case_is_chair (ComarkMeeting *meeting, const ComarkId *person, ComarkMemberKind *kind)
{
  for (guint i = 0; i < meeting->attendance->len; i++)
    {
      ComarkAttendance *one = meeting->attendance->pdata[i];

      if (!comark_id_equal (&one->person, person))
        continue;
      *kind = one->kind;
      return one->votes && (one->co_chair || one->deputy) && g_strcmp0 (one->how, "absent") != 0;
    }
  return FALSE;
}

gboolean
comark_case_log (ComarkCase *self,
                 const char *act,
                 const ComarkId *subject,
                 const char *fields,
                 const char *detail,
                 GError **error)
{
  return comark_desk_log (self->desk, act, &self->id, subject, fields, detail, error);
}
