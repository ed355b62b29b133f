/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changing the details of a submission.
 */
#include "comark-desk-details.h"

#include "comark-desk-index.h"
#include "comark-desk-standing.h"
#include "comark-desk-text.h"

static char *
tidy (const char *text)
{
  return g_strstrip (g_strdup (text != NULL ? text : ""));
}

static char *
day_or_null (const char *day)
{
  return day != NULL && *day != '\0' ? g_strdup (day) : NULL;
}

gboolean
comark_desk_check_details (const ComarkSubmissionForm *form, ComarkFramework *framework,
                           GError **error)
{
  if (!comark_desk_need_text ("The title", form->title, error)
      || !comark_desk_check_text ("The level", form->level, error)
      || !comark_desk_check_text ("Who it is for", form->audience, error)
      || !comark_desk_check_text ("The summary", form->summary, error)
      || !comark_desk_check_text ("The team", form->team, error)
      || !comark_desk_check_day ("The review date", form->review_day, error))
    return FALSE;
  if (comark_framework_document_type (framework, form->type) != NULL)
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                             "“%s” is not a type of document that this framework knows.",
                             form->type != NULL ? form->type : "");
}

void
comark_desk_fill_details (ComarkSubmission *self, const ComarkSubmissionForm *form,
                          ComarkFramework *framework)
{
  self->title = tidy (form->title);
  self->type = g_strdup (form->type);
  self->route = g_strdup (comark_framework_document_type (framework, form->type)->route);
  self->level = tidy (form->level);
  self->audience = tidy (form->audience);
  self->summary = tidy (form->summary);
  self->team = tidy (form->team);
  self->review_day = day_or_null (form->review_day);
  self->affects_carers = form->affects_carers;
  self->rev = form->rev;
}

typedef struct
{
  const char *ref;
  const ComarkSubmissionForm *form;
} Save;

static gboolean
check_unchanged (ComarkSubmission *theirs, ComarkSubmission *ours, GError **error)
{
  ComarkDeskChanges changes = COMARK_DESK_CHANGES_NONE;

  if (theirs->rev == ours->rev)
    return TRUE;
  comark_desk_changes_text (&changes, "title", theirs->title, ours->title);
  comark_desk_changes_text (&changes, "type", theirs->type, ours->type);
  comark_desk_changes_text (&changes, "level", theirs->level, ours->level);
  comark_desk_changes_text (&changes, "who it is for", theirs->audience, ours->audience);
  comark_desk_changes_text (&changes, "summary", theirs->summary, ours->summary);
  comark_desk_changes_text (&changes, "team", theirs->team, ours->team);
  comark_desk_changes_text (&changes, "review date", theirs->review_day, ours->review_day);
  comark_desk_changes_flag (&changes, "affects carers", theirs->affects_carers,
                            ours->affects_carers);
  return comark_desk_changed (&changes, "this submission", error);
}

static gboolean
save (ComarkDesk *desk, gpointer data, GError **error)
{
  Save *self = data;
  g_autoptr (ComarkSubmission) theirs = NULL;
  g_autoptr (ComarkSubmission) ours = comark_submission_new ();
  g_autoptr (ComarkFramework) framework = NULL;

  if (!comark_desk_find_for (desk, self->ref, COMARK_ACTION_EDIT_SUBMISSION, &ours->id, error))
    return FALSE;
  theirs = comark_submission_rows_get (desk->sql, &ours->id, error);
  framework = theirs != NULL ? comark_desk_framework_of (desk, &ours->id, error) : NULL;
  if (framework == NULL || !comark_desk_check_details (self->form, framework, error))
    return FALSE;
  ours->ref = g_strdup (theirs->ref);
  comark_desk_fill_details (ours, self->form, framework);
  return check_unchanged (theirs, ours, error)
         && comark_submission_rows_update (desk->sql, ours, comark_desk_now_ms (desk), error)
         && comark_desk_index_details (desk, ours, error)
         && comark_desk_log (desk, "save-details", &ours->id, &ours->id, "details", NULL, error);
}

gboolean
comark_desk_save_details (ComarkDesk *desk, const char *ref, const ComarkSubmissionForm *form,
                          GError **error)
{
  return comark_desk_write (desk, "save-details", save, &(Save){ ref, form }, error);
}
