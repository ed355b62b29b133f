/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeping the owner's words as they are typed.
 */
#include "comark-desk-submissions.h"

#include "comark-desk-index.h"
#include "comark-desk-standing.h"
#include "comark-desk-step.h"
#include "comark-desk-text.h"
#include "comark-evidence-rows.h"

/* Typing is saved every second or so; the log is told of it at most this often. */
#define LOG_EVERY_MS (10 * 60 * 1000)

typedef struct
{
  const char *ref;
  const char *criterion;
  const char *body;
  gint64 rev;
  gint64 new_rev;
} Save;

static gboolean
check_criterion (ComarkDesk *desk, const ComarkId *submission, const char *criterion,
                 GError **error)
{
  g_autoptr (ComarkFramework) framework = comark_desk_framework_of (desk, submission, error);

  if (framework == NULL)
    return FALSE;
  if (comark_framework_criterion (framework, criterion) != NULL)
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                             "The framework has no criterion “%s”.",
                             criterion != NULL ? criterion : "");
}

static gboolean
put (ComarkDesk *desk, Save *self, const ComarkId *submission, ComarkOwnerStatement *theirs,
     GError **error)
{
  gint64 now_ms = comark_desk_now_ms (desk);

  if (!comark_evidence_rows_put_statement (desk->sql, submission, self->criterion, self->body,
                                           self->rev, now_ms, error)
      || !comark_desk_index_statement (desk, submission, self->criterion, self->body, error)
      || !comark_desk_touch (desk, submission, error))
    return FALSE;
  if (theirs != NULL && now_ms - theirs->updated_at < LOG_EVERY_MS)
    return TRUE;
  return comark_desk_log (desk, "save-statement", submission, NULL, self->criterion, self->body,
                          error);
}

static gboolean
save (ComarkDesk *desk, gpointer data, GError **error)
{
  Save *self = data;
  g_autoptr (ComarkOwnerStatement) theirs = NULL;
  ComarkDeskChanges changes = COMARK_DESK_CHANGES_NONE;
  ComarkId submission;

  if (!comark_desk_find_for (desk, self->ref, COMARK_ACTION_EDIT_SUBMISSION, &submission, error)
      || !check_criterion (desk, &submission, self->criterion, error)
      || !comark_evidence_rows_find_statement (desk->sql, &submission, self->criterion, &theirs,
                                               error))
    return FALSE;
  self->new_rev = theirs != NULL ? theirs->rev : 0;
  if (g_strcmp0 (theirs != NULL ? theirs->body : "", self->body) == 0)
    return TRUE;
  if (self->new_rev != self->rev)
    {
      comark_desk_changes_text (&changes, self->criterion, theirs != NULL ? theirs->body : "",
                                self->body);
      return comark_desk_changed (&changes, "the words on this criterion", error);
    }
  self->new_rev++;
  return put (desk, self, &submission, theirs, error);
}

/* When the save was done by an earlier try, its step did not run and told no rev. */
static gboolean
read_rev (ComarkDesk *desk, Save *self, GError **error)
{
  g_autoptr (ComarkOwnerStatement) stored = NULL;
  ComarkId submission;

  if (!comark_desk_find_submission (desk, self->ref, &submission, error)
      || !comark_evidence_rows_find_statement (desk->sql, &submission, self->criterion, &stored,
                                               error))
    return FALSE;
  self->new_rev = stored != NULL ? stored->rev : 0;
  return TRUE;
}

gboolean
comark_desk_save_statement (ComarkDesk *desk, const char *ref, const char *criterion,
                            const char *body, gint64 rev, gint64 *new_rev, GError **error)
{
  Save self = { ref, criterion, body != NULL ? body : "", rev, -1 };

  if (!comark_desk_check_text ("Your text", self.body, error)
      || !comark_desk_write (desk, "save-statement", save, &self, error)
      || (self.new_rev < 0 && !read_rev (desk, &self, error)))
    return FALSE;
  if (new_rev != NULL)
    *new_rev = self.new_rev;
  return TRUE;
}
