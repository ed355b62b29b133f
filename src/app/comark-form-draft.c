/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-form-draft.h"

struct _ComarkFormDraft
{
  gatomicrefcount refs;
  char *ref;
  guint n_saving; /* main thread only */

  GMutex lock; /* for what follows */
  gint64 rev;
  ComarkDossier *theirs;
};

typedef struct
{
  ComarkFormDraft *draft;
  ComarkFormWrite write;
  gpointer data;
  GDestroyNotify data_destroy;
} Save;

ComarkFormDraft *
comark_form_draft_new (const char *ref, gint64 rev)
{
  ComarkFormDraft *self = g_new0 (ComarkFormDraft, 1);

  g_atomic_ref_count_init (&self->refs);
  g_mutex_init (&self->lock);
  self->ref = g_strdup (ref);
  self->rev = rev;
  return self;
}

void
comark_form_draft_unref (gpointer data)
{
  ComarkFormDraft *self = data;

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_mutex_clear (&self->lock);
  g_clear_object (&self->theirs);
  g_free (self->ref);
  g_free (self);
}

gboolean
comark_form_draft_is_saving (ComarkFormDraft *self)
{
  return self->n_saving > 0;
}

gint64
comark_form_draft_get_rev (ComarkFormDraft *self)
{
  gint64 rev;

  g_mutex_lock (&self->lock);
  rev = self->rev;
  g_mutex_unlock (&self->lock);
  return rev;
}

ComarkDossier *
comark_form_draft_dup_theirs (ComarkFormDraft *self)
{
  ComarkDossier *theirs;

  g_mutex_lock (&self->lock);
  theirs = self->theirs != NULL ? g_object_ref (self->theirs) : NULL;
  g_mutex_unlock (&self->lock);
  return theirs;
}

/* A dossier may have been read before our last save was written: then its rev is lower, and what
 * it holds is older than what stands in the field. */
gboolean
comark_form_draft_take (ComarkFormDraft *self, gint64 stored_rev, gboolean is_dirty)
{
  g_autoptr (ComarkDossier) theirs = comark_form_draft_dup_theirs (self);

  if (is_dirty || self->n_saving > 0 || theirs != NULL
      || stored_rev < comark_form_draft_get_rev (self))
    return FALSE;
  comark_form_draft_settle (self, stored_rev);
  return TRUE;
}

void
comark_form_draft_settle (ComarkFormDraft *self, gint64 rev)
{
  g_mutex_lock (&self->lock);
  self->rev = rev;
  g_clear_object (&self->theirs);
  g_mutex_unlock (&self->lock);
}

/* ---- saving ---- */

static void
keep_theirs (ComarkFormDraft *self, ComarkDesk *desk)
{
  ComarkDossier *theirs = comark_desk_open_dossier (desk, self->ref, NULL);

  g_mutex_lock (&self->lock);
  g_set_object (&self->theirs, theirs);
  g_mutex_unlock (&self->lock);
  g_clear_object (&theirs);
}

static gpointer
save_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Save *save = data;
  g_autoptr (GError) local = NULL;
  gint64 rev = comark_form_draft_get_rev (save->draft);

  if (save->write (desk, save->draft->ref, &rev, save->data, &local))
    {
      comark_form_draft_settle (save->draft, rev);
      return COMARK_REGISTER_DONE;
    }
  if (g_error_matches (local, COMARK_DESK_ERROR, COMARK_DESK_ERROR_CHANGED))
    keep_theirs (save->draft, desk);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static void
save_free (gpointer data)
{
  Save *save = data;

  save->draft->n_saving--;
  comark_form_draft_unref (save->draft);
  save->data_destroy (save->data);
  g_free (save);
}

void
comark_form_draft_save (ComarkFormDraft *self, GtkWidget *page, ComarkFormWrite write,
                        gpointer data, GDestroyNotify data_destroy, const ComarkAct *act)
{
  Save *save = g_new0 (Save, 1);
  ComarkAct whole = *act;

  g_atomic_ref_count_inc (&self->refs);
  self->n_saving++;
  save->draft = self;
  save->write = write;
  save->data = data;
  save->data_destroy = data_destroy;
  whole.job = save_job;
  whole.data = save;
  whole.data_destroy = save_free;
  comark_act_run (page, &whole);
}
