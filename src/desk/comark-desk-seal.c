/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a decision to its effect: signatures, the seal, telling contributors, closing.
 */
#include "comark-desk-decision.h"

#include "comark-decision-rows.h"
#include "comark-desk-case.h"
#include "comark-desk-step.h"
#include "comark-desk-text.h"
#include "comark-mark-rows.h"

/* ---- signing ---- */

static ComarkSignature *
signature_of (ComarkDecision *decision, ComarkMemberKind kind)
{
  for (guint i = 0; i < decision->signatures->len; i++)
    {
      ComarkSignature *signature = decision->signatures->pdata[i];

      if (signature->kind == kind)
        return signature;
    }
  return NULL;
}

static gboolean
check_signer (ComarkCase *self, ComarkDecision *decision, GError **error)
{
  g_autoptr (ComarkMeeting) meeting = comark_case_last_meeting (self, error);
  ComarkMemberKind kind = COMARK_KIND_NONE;
  ComarkSignature *other;

  if (meeting == NULL)
    return FALSE;
  if (!comark_case_is_chair (meeting, &self->desk->who->id, &kind))
    return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                               "The co-chairs who were at the meeting sign, or their deputies.");
  other = signature_of (decision, kind);
  if (other != NULL && !comark_id_equal (&other->person, &self->desk->who->id))
    return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                               "%s has signed already for this half of the panel. The other half "
                               "signs next.",
                               other->name);
  return TRUE;
}

static gboolean
sign_step (ComarkDesk *desk, gpointer data, GError **error)
{
  g_autoptr (ComarkCase) self = comark_case_open (desk, data, COMARK_ACTION_SIGN, NULL, error);
  g_autoptr (ComarkDecision) decision = self != NULL ? comark_case_decision (self, error) : NULL;

  return decision != NULL && check_signer (self, decision, error)
         && comark_desk_move (desk, &self->id, COMARK_EVENT_SIGN,
                              decision->sealed_at == 0 ? COMARK_GUARD_UNSEALED : 0, error)
         && comark_decision_rows_sign (desk->sql, &decision->id, &desk->who->id,
                                       comark_desk_now_ms (desk), error)
         && comark_case_log (self, "sign", &decision->id, "signature", decision->outcome, error);
}

gboolean
comark_desk_sign (ComarkDesk *desk, const char *ref, GError **error)
{
  return comark_desk_write (desk, "sign", sign_step, (gpointer) ref, error);
}

/* ---- sealing ---- */

static gboolean
check_signed (ComarkDecision *decision, GError **error)
{
  gboolean expert = signature_of (decision, COMARK_KIND_EXPERT) != NULL;
  gboolean staff = signature_of (decision, COMARK_KIND_STAFF) != NULL;

  if (expert && staff)
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED, "%s has not signed yet.",
                             expert  ? "The staff co-chair"
                             : staff ? "The expert by experience co-chair"
                                     : "Neither co-chair");
}

static gboolean
check_window (ComarkDesk *desk, ComarkDecision *decision, GError **error)
{
  g_autofree char *today = comark_desk_today (desk);
  g_autofree char *day = comark_day_to_words (decision->sealable_day);

  if (g_strcmp0 (today, decision->sealable_day) >= 0)
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                             "The days for second thoughts are not over. It can be sealed from %s.",
                             day);
}

/* Asked again: a confirmation may have come since, an override stays what it was. */
static gboolean
check_rules (ComarkCase *self, ComarkDecision *decision, GError **error)
{
  g_autoptr (ComarkOutcomeReport) report = comark_case_outcome (self, error);
  g_autofree char *why = NULL;

  if (report == NULL)
    return FALSE;
  if (comark_outcome_report_can_seal (report, decision->outcome, &why))
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED, "It cannot be sealed. %s", why);
}

static gboolean
take_effect (ComarkCase *self, ComarkDecision *decision, GError **error)
{
  const ComarkOutcome *outcome = comark_framework_outcome (self->framework, decision->outcome);
  ComarkEvent event = COMARK_EVENT_NOT_YET;

  g_return_val_if_fail (outcome != NULL, FALSE);
  if (outcome->state == COMARK_STATE_AWARDED)
    event = COMARK_EVENT_AWARD;
  else if (outcome->state == COMARK_STATE_CONDITIONAL)
    event = COMARK_EVENT_CONDITIONS;
  else if (outcome->state == COMARK_STATE_DEFERRED)
    event = COMARK_EVENT_DEFER;
  return comark_desk_move (self->desk, &self->id, event,
                           COMARK_GUARD_SEALED | COMARK_GUARD_OUTCOME, error)
         && comark_case_log (self, comark_event_nick (event), &decision->id, "state",
                             decision->outcome, error);
}

static gboolean
seal_step (ComarkDesk *desk, gpointer data, GError **error)
{
  g_autoptr (ComarkCase) self = comark_case_open (desk, data, COMARK_ACTION_SEAL, NULL, error);
  g_autoptr (ComarkDecision) decision = self != NULL ? comark_case_decision (self, error) : NULL;

  return decision != NULL && check_signed (decision, error)
         && check_window (desk, decision, error) && check_rules (self, decision, error)
         && comark_desk_move (desk, &self->id, COMARK_EVENT_SEAL,
                              COMARK_GUARD_UNSEALED | COMARK_GUARD_SIGNED
                                | COMARK_GUARD_WINDOW_OVER,
                              error)
         && comark_decision_rows_seal (desk->sql, &decision->id, decision->rev, &desk->who->id,
                                       comark_desk_now_ms (desk), error)
         && comark_case_log (self, "seal", &decision->id, "sealed_at", decision->outcome, error)
         && take_effect (self, decision, error);
}

gboolean
comark_desk_seal (ComarkDesk *desk, const char *ref, GError **error)
{
  return comark_desk_write (desk, "seal", seal_step, (gpointer) ref, error);
}

/* ---- telling contributors, and closing ---- */

typedef struct
{
  const char *ref;
  const char *day;
  const char *how;
  const char *body;
} Told;

static gboolean
told_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Told *told = data;
  g_autoptr (ComarkCase) self
    = comark_case_open (desk, told->ref, COMARK_ACTION_RECORD_TOLD, NULL, error);

  return self != NULL && comark_desk_move (desk, &self->id, COMARK_EVENT_TELL, 0, error)
         && comark_decision_rows_add_told (desk->sql, &self->id, self->submission->round,
                                           told->day, told->how, told->body, &desk->who->id,
                                           comark_desk_now_ms (desk), error)
         && comark_case_log (self, "told", NULL, "day how body", told->body, error);
}

gboolean
comark_desk_told (ComarkDesk *desk,
                  const char *ref,
                  const char *day,
                  const char *how,
                  const char *body,
                  GError **error)
{
  g_autofree char *today = comark_desk_today (desk);
  Told told = { ref, day, how, body };

  if (!comark_day_is_valid (day) || g_strcmp0 (day, today) > 0)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                               "Say on which day the contributors were told, today or before.");
  return comark_desk_need_text ("How the contributors were told", how, error)
         && comark_desk_check_text ("What they were told", body, error)
         && comark_desk_write (desk, "told", told_step, &told, error);
}

static gboolean
find_close_guards (ComarkCase *self, guint *met, GError **error)
{
  ComarkSql *sql = self->desk->sql;
  g_autoptr (GPtrArray) told
    = comark_decision_rows_list_told (sql, &self->id, self->submission->round, error);
  g_autoptr (ComarkMark) mark = NULL;
  g_autoptr (ComarkDecision) decision = NULL;

  if (told == NULL || !comark_mark_rows_of (sql, &self->id, &mark, error)
      || !comark_decision_rows_find (sql, &self->id, self->submission->round, &decision, error))
    return FALSE;
  /* Sealing releases the letter: from then on the owner reads it. */
  *met = (told->len > 0 ? COMARK_GUARD_TOLD : 0) | (mark != NULL ? COMARK_GUARD_MARK_ISSUED : 0)
         | (decision != NULL && decision->sealed_at > 0 ? COMARK_GUARD_LETTER : 0);
  return TRUE;
}

static gboolean
close_step (ComarkDesk *desk, gpointer data, GError **error)
{
  g_autoptr (ComarkCase) self = comark_case_open (desk, data, COMARK_ACTION_CLOSE, NULL, error);
  guint met;

  return self != NULL && find_close_guards (self, &met, error)
         && comark_desk_move (desk, &self->id, COMARK_EVENT_CLOSE, met, error)
         && comark_case_log (self, "close", NULL, "state", NULL, error);
}

gboolean
comark_desk_close (ComarkDesk *desk, const char *ref, GError **error)
{
  return comark_desk_write (desk, "close", close_step, (gpointer) ref, error);
}
