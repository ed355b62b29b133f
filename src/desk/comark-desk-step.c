/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-desk-step.h"

#include "comark-desk-text.h"
#include "comark-submission-rows.h"

static gboolean
check_guards (const ComarkTransition *row, guint met, GError **error)
{
  g_auto (GStrv) missing = comark_workflow_missing (row, met);
  g_autofree char *sentences = NULL;

  if (missing[0] == NULL)
    return TRUE;
  sentences = g_strjoinv (" ", missing);
  return comark_desk_refuse (error, COMARK_DESK_ERROR_MISSING, "%s", sentences);
}

gboolean
comark_desk_move (ComarkDesk *desk, const ComarkId *submission, ComarkEvent event, guint met,
                  GError **error)
{
  ComarkState state;
  const ComarkTransition *row;

  if (!comark_submission_rows_get_state (desk->sql, submission, &state, error))
    return FALSE;
  row = comark_workflow_find (state, event);
  if (row == NULL)
    {
      g_autofree char *why = comark_workflow_refusal (state, event);
      return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED, "%s", why);
    }
  return check_guards (row, met, error)
         && comark_submission_rows_move (desk->sql, submission, state, row->to,
                                         comark_desk_now_ms (desk), error);
}

gboolean
comark_desk_touch (ComarkDesk *desk, const ComarkId *submission, GError **error)
{
  return comark_submission_rows_touch (desk->sql, submission, comark_desk_now_ms (desk), error);
}
