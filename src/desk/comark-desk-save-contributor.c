/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Naming those who took part.
 */
#include "comark-desk-submissions.h"

#include "comark-contributor-rows.h"
#include "comark-desk-standing.h"
#include "comark-desk-step.h"
#include "comark-desk-text.h"
#include "comark-person-rows.h"

typedef struct
{
  const char *ref;
  const ComarkContributorForm *form;
  ComarkId id;
} Save;

/* A contributor never rates: somebody on the register with just this name is taken to be them.
 * Two people of one name are asked, by the question about interests. */
static gboolean
find_person (ComarkDesk *desk, ComarkContributor *self, GError **error)
{
  g_autoptr (GPtrArray) people = comark_person_rows_named (desk->sql, self->name, error);

  if (people == NULL)
    return FALSE;
  if (people->len == 1)
    self->person = ((ComarkPerson *) g_ptr_array_index (people, 0))->id;
  return TRUE;
}

static ComarkContributor *
contributor_of (ComarkDesk *desk, Save *save, ComarkContributor *before)
{
  ComarkContributor *self = comark_contributor_new ();
  const ComarkContributorForm *form = save->form;

  self->id = save->id;
  self->name = g_strstrip (g_strdup (form->name));
  self->part = g_strstrip (g_strdup (form->part != NULL ? form->part : ""));
  self->lived_experience = form->lived_experience;
  self->credit = form->credit;
  self->rev = form->rev;
  if (form->agreed)
    self->agreed_at = before != NULL && before->agreed_at != 0 ? before->agreed_at
                                                               : comark_desk_now_ms (desk);
  return self;
}

static gboolean
check_unchanged (ComarkContributor *theirs, ComarkContributor *ours, GError **error)
{
  ComarkDeskChanges changes = COMARK_DESK_CHANGES_NONE;

  if (theirs->rev == ours->rev)
    return TRUE;
  comark_desk_changes_text (&changes, "name", theirs->name, ours->name);
  comark_desk_changes_text (&changes, "part", theirs->part, ours->part);
  comark_desk_changes_flag (&changes, "lived experience", theirs->lived_experience,
                            ours->lived_experience);
  comark_desk_changes_flag (&changes, "may be named", theirs->credit, ours->credit);
  comark_desk_changes_flag (&changes, "agrees", theirs->agreed_at != 0, ours->agreed_at != 0);
  return comark_desk_changed (&changes, theirs->name, error);
}

static gboolean
store (ComarkDesk *desk, Save *save, const ComarkId *submission, ComarkContributor *before,
       GError **error)
{
  g_autoptr (ComarkContributor) self = contributor_of (desk, save, before);

  if (!find_person (desk, self, error))
    return FALSE;
  if (before == NULL)
    return comark_contributor_rows_insert (desk->sql, submission, self,
                                           comark_desk_now_ms (desk), error);
  return check_unchanged (before, self, error)
         && comark_contributor_rows_update (desk->sql, self, error);
}

static gboolean
no_such_contributor (GError **error)
{
  return comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                             "This contributor is not on the list any more.");
}

static gboolean
save (ComarkDesk *desk, gpointer data, GError **error)
{
  Save *self = data;
  g_autoptr (ComarkContributor) before = NULL;
  ComarkId submission;

  if (!comark_desk_find_for (desk, self->ref, COMARK_ACTION_EDIT_SUBMISSION, &submission, error)
      || !comark_contributor_rows_find (desk->sql, &submission, &self->id, &before, error))
    return FALSE;
  if (before == NULL && !comark_id_is_none (&self->form->id))
    return no_such_contributor (error);
  return store (desk, self, &submission, before, error)
         && comark_desk_touch (desk, &submission, error)
         && comark_desk_log (desk, "save-contributor", &submission, &self->id, "contributor",
                             NULL, error);
}

gboolean
comark_desk_save_contributor (ComarkDesk *desk, const char *ref,
                              const ComarkContributorForm *form, GError **error)
{
  gboolean is_new = comark_id_is_none (&form->id);
  Save self = { ref, form, is_new ? comark_desk_row_id (desk) : form->id };

  return comark_desk_need_text ("The contributor's name", form->name, error)
         && comark_desk_check_text ("What they did", form->part, error)
         && comark_desk_write (desk, "save-contributor", save, &self, error);
}

typedef struct
{
  const char *ref;
  const ComarkId *contributor;
} Remove;

static gboolean
remove_it (ComarkDesk *desk, gpointer data, GError **error)
{
  Remove *self = data;
  g_autoptr (ComarkContributor) before = NULL;
  ComarkId submission;

  if (!comark_desk_find_for (desk, self->ref, COMARK_ACTION_EDIT_SUBMISSION, &submission, error)
      || !comark_contributor_rows_find (desk->sql, &submission, self->contributor, &before,
                                        error))
    return FALSE;
  if (before == NULL)
    return no_such_contributor (error);
  return comark_contributor_rows_remove (desk->sql, self->contributor, comark_desk_now_ms (desk),
                                         error)
         && comark_desk_touch (desk, &submission, error)
         && comark_desk_log (desk, "remove-contributor", &submission, self->contributor,
                             "contributor", NULL, error);
}

gboolean
comark_desk_remove_contributor (ComarkDesk *desk, const char *ref, const ComarkId *contributor,
                                GError **error)
{
  return comark_desk_write (desk, "remove-contributor", remove_it, &(Remove){ ref, contributor },
                            error);
}
