/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Second thoughts: an unsealed decision is taken back, and the meeting goes on.
 */
#include "comark-desk-decision.h"

#include "comark-decision-rows.h"
#include "comark-desk-case.h"
#include "comark-desk-step.h"
#include "comark-desk-text.h"
#include "comark-meeting-rows.h"

typedef struct
{
  const char *ref;
  const char *because;
} Reconsider;

static gboolean
reconsider_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Reconsider *reconsider = data;
  g_autoptr (ComarkCase) self
    = comark_case_open (desk, reconsider->ref, COMARK_ACTION_RECONSIDER, NULL, error);
  g_autoptr (ComarkDecision) decision = self != NULL ? comark_case_decision (self, error) : NULL;
  g_autoptr (ComarkMeeting) meeting
    = decision != NULL ? comark_case_last_meeting (self, error) : NULL;

  return meeting != NULL
         && comark_desk_move (desk, &self->id, COMARK_EVENT_RECONSIDER,
                              COMARK_GUARD_REASON
                                | (decision->sealed_at == 0 ? COMARK_GUARD_UNSEALED : 0),
                              error)
         && comark_decision_rows_take_back (desk->sql, &decision->id, decision->rev,
                                            reconsider->because, comark_desk_now_ms (desk), error)
         && comark_meeting_rows_reopen (desk->sql, &meeting->id, error)
         && comark_case_log (self, "reconsider", &decision->id, "because", reconsider->because,
                             error);
}

gboolean
comark_desk_reconsider (ComarkDesk *desk, const char *ref, const char *because, GError **error)
{
  Reconsider reconsider = { ref, because };

  return comark_desk_need_text ("The second thought", because, error)
         && comark_desk_write (desk, "reconsider", reconsider_step, &reconsider, error);
}
