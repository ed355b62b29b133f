/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Wording the letter again, between the decision and the first signature: the panel reads it in
 * these days, and whoever signs, signs what the owner gets.
 */
#include "comark-desk-decision.h"

#include "comark-decision-rows.h"
#include "comark-desk-case.h"
#include "comark-desk-text-draft.h"
#include "comark-desk-text.h"

typedef struct
{
  const char *ref;
  const char *body;
  gint64 n;
} Change;

static gboolean
check_letter (ComarkDecision *decision, Change *change, GError **error)
{
  ComarkDeskChanges changes = COMARK_DESK_CHANGES_NONE;

  if (decision->signatures->len > 0)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                               "%s has signed the decision with this letter, so it stays as it "
                               "is. If it must change, a member can take the decision back to "
                               "the meeting.",
                               ((ComarkSignature *) decision->signatures->pdata[0])->name);
  if (decision->letter_n == change->n)
    return TRUE;
  comark_desk_changes_text (&changes, "letter", decision->letter, change->body);
  return comark_desk_changed (&changes, "this decision", error);
}

static gboolean
change_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Change *change = data;
  g_autoptr (ComarkCase) self
    = comark_case_open (desk, change->ref, COMARK_ACTION_CHANGE_LETTER, NULL, error);
  g_autoptr (ComarkDecision) decision = self != NULL ? comark_case_decision (self, error) : NULL;

  if (decision == NULL)
    return FALSE;
  if (g_strcmp0 (decision->letter, change->body) == 0)
    return comark_desk_drop_text (desk, &self->id, COMARK_SLOT_LETTER, NULL, error);
  return check_letter (decision, change, error)
         && comark_decision_rows_add_letter (desk->sql, &decision->id, change->n + 1,
                                             change->body, &desk->who->id,
                                             comark_desk_now_ms (desk), error)
         && comark_desk_drop_text (desk, &self->id, COMARK_SLOT_LETTER, NULL, error)
         && comark_case_log (self, "change-letter", &decision->id, "letter", change->body, error);
}

gboolean
comark_desk_change_letter (ComarkDesk *desk, const char *ref, const char *body, gint64 n,
                           GError **error)
{
  Change change = { ref, body, n };

  return comark_desk_need_text ("The letter", body, error)
         && comark_desk_write (desk, "change-letter", change_step, &change, error);
}

typedef struct
{
  const char *ref;
  GPtrArray *letters;
} List;

static gboolean
list_step (ComarkDesk *desk, gpointer data, GError **error)
{
  List *list = data;
  g_autoptr (ComarkCase) self
    = comark_case_open (desk, list->ref, COMARK_ACTION_SEE_AGREED, NULL, error);
  g_autoptr (ComarkDecision) decision = self != NULL ? comark_case_decision (self, error) : NULL;

  if (decision != NULL)
    list->letters = comark_decision_rows_list_letters (desk->sql, &decision->id, error);
  return list->letters != NULL;
}

GPtrArray *
comark_desk_list_letters (ComarkDesk *desk, const char *ref, GError **error)
{
  List list = { ref, NULL };

  return comark_desk_read (desk, list_step, &list, error) ? list.letters : NULL;
}
