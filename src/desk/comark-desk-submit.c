/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Submitting: the document and the framework are frozen from here on.
 */
#include "comark-desk-submissions.h"

#include "comark-decision-rows.h"
#include "comark-desk-standing.h"
#include "comark-desk-step.h"
#include "comark-desk-text.h"
#include "comark-document-rows.h"
#include "comark-validity.h"

/* All that comark_desk_missing_to_submit() looks at. */
#define FORM_GUARDS                                                                              \
  (COMARK_GUARD_DETAILS | COMARK_GUARD_ESSENTIALS | COMARK_GUARD_DOCUMENT                        \
   | COMARK_GUARD_AGREEMENT)

static gboolean
check_complete (ComarkDesk *desk, const char *ref, GError **error)
{
  g_auto (GStrv) missing = comark_desk_missing_to_submit (desk, ref, error);
  g_autofree char *sentences = NULL;

  if (missing == NULL)
    return FALSE;
  if (missing[0] == NULL)
    return TRUE;
  sentences = g_strjoinv ("\n", missing);
  return comark_desk_refuse (error, COMARK_DESK_ERROR_MISSING,
                             "This cannot be submitted yet. What is there is kept.\n%s",
                             sentences);
}

/* After "deferred" there is a limited time for another try. */
static gboolean
is_in_time (ComarkDesk *desk, ComarkSubmission *submission, gboolean *in_time, GError **error)
{
  g_autoptr (ComarkDecision) decision = NULL;
  g_autoptr (ComarkFramework) framework = NULL;
  g_autofree char *sealed = NULL, *until = NULL, *today = comark_desk_today (desk);
  const ComarkOutcome *outcome;
  guint months;

  if (!comark_decision_rows_find (desk->sql, &submission->id, submission->round, &decision, error)
      || (framework = comark_desk_framework_of (desk, &submission->id, error)) == NULL)
    return FALSE;
  *in_time = TRUE;
  if (decision == NULL)
    return TRUE;
  outcome = comark_framework_outcome (framework, decision->outcome);
  months = outcome != NULL && outcome->within_months > 0 ? outcome->within_months
                                                         : COMARK_VALIDITY_DEFERRED_MONTHS;
  sealed = comark_day_from_ms (decision->sealed_at);
  until = comark_validity_add_months (sealed, months);
  *in_time = !comark_validity_is_over (until, today);
  return TRUE;
}

static gboolean
freeze (ComarkDesk *desk, const ComarkId *id, GError **error)
{
  gint64 now_ms = comark_desk_now_ms (desk);

  return comark_document_rows_freeze (desk->sql, id, now_ms, error)
         && comark_submission_rows_set_submitted (desk->sql, id, now_ms, error)
         && comark_submission_rows_set_returned (desk->sql, id, "", error);
}

/* Submitted again, it is heard again: a round of its own. */
static gboolean
resubmit (ComarkDesk *desk, ComarkSubmission *submission, GError **error)
{
  gboolean in_time;

  if (!is_in_time (desk, submission, &in_time, error))
    return FALSE;
  return comark_desk_move (desk, &submission->id, COMARK_EVENT_RESUBMIT,
                           FORM_GUARDS | (in_time ? COMARK_GUARD_IN_TIME : 0), error)
         && comark_submission_rows_set_round (desk->sql, &submission->id, submission->round + 1,
                                              error);
}

static gboolean
submit (ComarkDesk *desk, gpointer data, GError **error)
{
  const char *ref = data;
  g_autoptr (ComarkSubmission) submission = NULL;
  ComarkId id;
  gboolean again;

  if (!comark_desk_find_submission (desk, ref, &id, error))
    return FALSE;
  submission = comark_submission_rows_get (desk->sql, &id, error);
  if (submission == NULL)
    return FALSE;
  again = submission->state == COMARK_STATE_DEFERRED;
  return comark_desk_allow (desk, &id, again ? COMARK_ACTION_RESUBMIT : COMARK_ACTION_SUBMIT,
                            error)
         && check_complete (desk, ref, error)
         && (again ? resubmit (desk, submission, error)
                   : comark_desk_move (desk, &id, COMARK_EVENT_SUBMIT, FORM_GUARDS, error))
         && freeze (desk, &id, error)
         && comark_desk_log (desk,
                             comark_event_nick (again ? COMARK_EVENT_RESUBMIT
                                                      : COMARK_EVENT_SUBMIT),
                             &id, &id, "state document", NULL, error);
}

gboolean
comark_desk_submit (ComarkDesk *desk, const char *ref, GError **error)
{
  return comark_desk_write (desk, "submit", submit, (gpointer) ref, error);
}
