/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-rating-draft.h"

#include "comark-register.h"

struct _ComarkRatingDraft
{
  gatomicrefcount refs;
  char *ref;
  char *criterion;
  gint64 rev;           /* by the worker while n_running is not 0, else by the main thread */
  ComarkRating *theirs; /* likewise */
  guint n_running;      /* main thread only */

  /* main thread only: what the last save has */
  gboolean has_sent;
  gboolean is_stored;
  ComarkValue value;
  char *reason;
  ComarkStrength strength;
};

struct _ComarkRatingSave
{
  ComarkRatingDraft *draft;
  ComarkValue value;
  char *reason;
  ComarkStrength strength;
  gboolean is_stored; /* by the worker */
};

ComarkRatingDraft *
comark_rating_draft_new (const char *ref, const char *criterion, gint64 rev)
{
  ComarkRatingDraft *self = g_new0 (ComarkRatingDraft, 1);

  g_atomic_ref_count_init (&self->refs);
  self->ref = g_strdup (ref);
  self->criterion = g_strdup (criterion);
  self->rev = rev;
  return self;
}

ComarkRatingDraft *
comark_rating_draft_ref (ComarkRatingDraft *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
comark_rating_draft_unref (gpointer data)
{
  ComarkRatingDraft *self = data;

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->ref);
  g_free (self->criterion);
  g_clear_object (&self->theirs);
  g_free (self->reason);
  g_free (self);
}

void
comark_rating_draft_set_rev (ComarkRatingDraft *self, gint64 rev)
{
  if (self->n_running == 0 && self->theirs == NULL)
    self->rev = MAX (self->rev, rev);
}

gboolean
comark_rating_draft_get_sent (ComarkRatingDraft *self, gint64 rev, ComarkValue *value,
                              const char **reason, ComarkStrength *strength)
{
  gboolean is_running = self->n_running > 0;

  if (!self->has_sent || (!is_running && self->is_stored && rev >= self->rev))
    return FALSE;
  *value = self->value;
  *reason = self->reason;
  *strength = self->strength;
  return TRUE;
}

ComarkRating *
comark_rating_draft_get_theirs (ComarkRatingDraft *self)
{
  return self->theirs;
}

void
comark_rating_draft_settle (ComarkRatingDraft *self)
{
  if (self->theirs != NULL)
    self->rev = self->theirs->rev;
  g_clear_object (&self->theirs);
  self->has_sent = FALSE;
}

ComarkRatingSave *
comark_rating_save_new (ComarkRatingDraft *draft, ComarkValue value, char *reason,
                        ComarkStrength strength)
{
  ComarkRatingSave *save = g_new0 (ComarkRatingSave, 1);

  save->draft = comark_rating_draft_ref (draft);
  save->value = value;
  save->reason = reason;
  save->strength = strength;
  draft->n_running++;
  draft->has_sent = TRUE;
  draft->is_stored = FALSE;
  draft->value = value;
  g_free (draft->reason);
  draft->reason = g_strdup (reason);
  draft->strength = strength;
  return save;
}

gpointer
comark_rating_save_job (ComarkDesk *desk, gpointer data, GError **error)
{
  ComarkRatingSave *save = data;
  ComarkRatingDraft *draft = save->draft;

  g_clear_object (&draft->theirs);
  save->is_stored
    = comark_desk_save_rating (desk, draft->ref, draft->criterion, save->value, save->reason,
                               save->strength, draft->rev, &draft->rev, &draft->theirs, error);
  return save->is_stored ? COMARK_REGISTER_DONE : NULL;
}

/* Freed on the main thread, after the job (comark-act.h). */
void
comark_rating_save_free (gpointer data)
{
  ComarkRatingSave *save = data;

  save->draft->n_running--;
  save->draft->is_stored = save->is_stored;
  comark_rating_draft_unref (save->draft);
  g_free (save->reason);
  g_free (save);
}
