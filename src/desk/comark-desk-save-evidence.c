/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Adding, changing and taking away evidence.
 */
#include "comark-desk-submissions.h"

#include "comark-desk-files.h"
#include "comark-desk-index.h"
#include "comark-desk-standing.h"
#include "comark-desk-step.h"
#include "comark-desk-text.h"
#include "comark-document-kind.h"
#include "comark-evidence-rows.h"
#include "comark-search.h"

typedef struct
{
  const char *ref;
  const ComarkEvidenceForm *form;
  ComarkId id;
  ComarkEvidence *file; /* filename, mime, hash and size of new bytes; all unset without */
} Save;

static gboolean
check_form (const ComarkEvidenceForm *form, GError **error)
{
  return comark_desk_need_text ("The title of this evidence", form->title, error)
         && comark_desk_check_text ("The description", form->description, error)
         && comark_desk_check_day ("The date of this evidence", form->day, error);
}

static gboolean
check_criteria (ComarkFramework *framework, const char *const *criteria, GError **error)
{
  for (guint i = 0; criteria != NULL && criteria[i] != NULL; i++)
    {
      if (comark_framework_criterion (framework, criteria[i]) == NULL)
        return comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                                   "The framework has no criterion “%s”.", criteria[i]);
    }
  return TRUE;
}

/* Those who cannot see a picture read what it shows. */
static gboolean
check_picture (ComarkEvidence *self, GError **error)
{
  if (self->mime == NULL || !g_str_has_prefix (self->mime, "image/") || *self->description != '\0')
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_MISSING,
                             "Describe in words what this picture shows, for those who cannot "
                             "see it.");
}

static void
take_file (ComarkEvidence *self, ComarkEvidence *file)
{
  self->filename = g_strdup (file->filename);
  self->mime = g_strdup (file->mime);
  self->hash = g_strdup (file->hash);
  self->size = file->size;
}

static ComarkEvidence *
evidence_of (Save *save, ComarkEvidence *before)
{
  ComarkEvidence *self = comark_evidence_new ();
  const ComarkEvidenceForm *form = save->form;

  self->id = save->id;
  self->title = g_strstrip (g_strdup (form->title));
  self->description = g_strstrip (g_strdup (form->description != NULL ? form->description : ""));
  self->day = form->day != NULL && *form->day != '\0' ? g_strdup (form->day) : NULL;
  self->criteria = form->criteria != NULL ? g_strdupv ((char **) form->criteria)
                                          : g_new0 (char *, 1);
  self->rev = form->rev;
  if (save->file != NULL)
    take_file (self, save->file);
  else if (before != NULL)
    take_file (self, before);
  return self;
}

static gboolean
check_unchanged (ComarkEvidence *theirs, ComarkEvidence *ours, GError **error)
{
  g_autofree char *their_criteria = g_strjoinv (" ", theirs->criteria);
  g_autofree char *our_criteria = g_strjoinv (" ", ours->criteria);
  ComarkDeskChanges changes = COMARK_DESK_CHANGES_NONE;

  if (theirs->rev == ours->rev)
    return TRUE;
  comark_desk_changes_text (&changes, "title", theirs->title, ours->title);
  comark_desk_changes_text (&changes, "description", theirs->description, ours->description);
  comark_desk_changes_text (&changes, "date", theirs->day, ours->day);
  comark_desk_changes_text (&changes, "file", theirs->hash, ours->hash);
  comark_desk_changes_text (&changes, "criteria", their_criteria, our_criteria);
  return comark_desk_changed (&changes, "this evidence", error);
}

static gboolean
store (ComarkDesk *desk, Save *save, const ComarkId *submission, ComarkEvidence *before,
       GError **error)
{
  g_autoptr (ComarkEvidence) self = evidence_of (save, before);

  if (!check_picture (self, error))
    return FALSE;
  if (before == NULL)
    return comark_evidence_rows_insert (desk->sql, submission, self, comark_desk_now_ms (desk),
                                        error)
           && comark_desk_index_evidence (desk, submission, self, error);
  return check_unchanged (before, self, error)
         && comark_evidence_rows_update (desk->sql, self, error)
         && comark_desk_index_evidence (desk, submission, self, error);
}

static gboolean
no_such_evidence (GError **error)
{
  return comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                             "This piece of evidence is not there any more.");
}

static gboolean
save (ComarkDesk *desk, gpointer data, GError **error)
{
  Save *self = data;
  g_autoptr (ComarkFramework) framework = NULL;
  g_autoptr (ComarkEvidence) before = NULL;
  ComarkId submission;

  if (!comark_desk_find_for (desk, self->ref, COMARK_ACTION_ATTACH_EVIDENCE, &submission, error))
    return FALSE;
  framework = comark_desk_framework_of (desk, &submission, error);
  if (framework == NULL || !check_criteria (framework, self->form->criteria, error)
      || !comark_evidence_rows_find (desk->sql, &submission, &self->id, &before, error))
    return FALSE;
  if (before == NULL && !comark_id_is_none (&self->form->id))
    return no_such_evidence (error);
  return store (desk, self, &submission, before, error)
         && comark_desk_touch (desk, &submission, error)
         && comark_desk_log (desk, "save-evidence", &submission, &self->id, "evidence", NULL,
                             error);
}

static gboolean
keep_file (ComarkDesk *desk, const ComarkEvidenceForm *form, ComarkEvidence **file,
           GError **error)
{
  g_autoptr (ComarkEvidence) self = comark_evidence_new ();

  if (form->bytes == NULL)
    return TRUE;
  self->hash = comark_desk_keep_bytes (desk, form->bytes, error);
  if (self->hash == NULL)
    return FALSE;
  self->filename = comark_desk_tidy_filename (form->filename);
  self->mime = g_strdup (
    comark_document_kind_mime (comark_document_kind_of_bytes (form->bytes)));
  self->size = g_bytes_get_size (form->bytes);
  *file = g_steal_pointer (&self);
  return TRUE;
}

gboolean
comark_desk_save_evidence (ComarkDesk *desk, const char *ref, const ComarkEvidenceForm *form,
                           GError **error)
{
  g_autoptr (ComarkEvidence) file = NULL;
  gboolean is_new = comark_id_is_none (&form->id);
  Save self = { ref, form, is_new ? comark_desk_row_id (desk) : form->id, NULL };
  ComarkId submission;

  if (!check_form (form, error)
      || !comark_desk_find_for (desk, ref, COMARK_ACTION_ATTACH_EVIDENCE, &submission, error)
      || !keep_file (desk, form, &file, error))
    return FALSE;
  self.file = file;
  return comark_desk_write (desk, "save-evidence", save, &self, error);
}

typedef struct
{
  const char *ref;
  const ComarkId *evidence;
} Remove;

static gboolean
remove_it (ComarkDesk *desk, gpointer data, GError **error)
{
  Remove *self = data;
  g_autoptr (ComarkEvidence) before = NULL;
  ComarkId submission;

  if (!comark_desk_find_for (desk, self->ref, COMARK_ACTION_ATTACH_EVIDENCE, &submission, error)
      || !comark_evidence_rows_find (desk->sql, &submission, self->evidence, &before, error))
    return FALSE;
  if (before == NULL)
    return no_such_evidence (error);
  return comark_evidence_rows_remove (desk->sql, self->evidence, error)
         && comark_search_remove (desk->sql, self->evidence, error)
         && comark_desk_touch (desk, &submission, error)
         && comark_desk_log (desk, "remove-evidence", &submission, self->evidence, "evidence",
                             before->title, error);
}

gboolean
comark_desk_remove_evidence (ComarkDesk *desk, const char *ref, const ComarkId *evidence,
                             GError **error)
{
  return comark_desk_write (desk, "remove-evidence", remove_it, &(Remove){ ref, evidence },
                            error);
}
