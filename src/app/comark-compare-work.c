/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-compare-work.h"

struct _ComarkCompareWork
{
  gatomicrefcount references; /* the caller's, the task's */
  GBytes *old;
  GBytes *new;
  GCancellable *cancellable;
  int permille; /* atomic: how far it has come */

  /* main thread */
  ComarkCompareDone done; /* NULL once it has been stopped */
  gpointer data;
};

static void
unref_work (gpointer data)
{
  ComarkCompareWork *self = data;

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_bytes_unref (self->old);
  g_bytes_unref (self->new);
  g_object_unref (self->cancellable);
  g_free (self);
}

static void
note_progress (double fraction, gpointer data)
{
  ComarkCompareWork *self = data;

  g_atomic_int_set (&self->permille, (int) (fraction * 1000));
}

static void
compare_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ComarkCompareWork *self = data;
  GError *error = NULL;
  ComarkVersionDiff *diff
    = comark_version_diff_read (self->old, self->new, note_progress, self, cancellable, &error);

  if (diff != NULL)
    g_task_return_pointer (task, diff, (GDestroyNotify) comark_version_diff_unref);
  else
    g_task_return_error (task, error);
}

static void
on_compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ComarkCompareWork *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkVersionDiff) diff = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->done != NULL)
    self->done (diff, error, self->data);
}

ComarkCompareWork *
comark_compare_work_new (GBytes *old, GBytes *new, ComarkCompareDone done, gpointer data)
{
  ComarkCompareWork *self = g_new0 (ComarkCompareWork, 1);
  g_autoptr (GTask) task = NULL;

  g_atomic_ref_count_init (&self->references);
  self->old = g_bytes_ref (old);
  self->new = g_bytes_ref (new);
  self->cancellable = g_cancellable_new ();
  self->done = done;
  self->data = data;
  task = g_task_new (NULL, self->cancellable, on_compared_cb, NULL);
  g_atomic_ref_count_inc (&self->references);
  g_task_set_task_data (task, self, unref_work);
  g_task_set_source_tag (task, comark_compare_work_new);
  g_task_run_in_thread (task, compare_in_thread);
  return self;
}

double
comark_compare_work_get_progress (ComarkCompareWork *self)
{
  return g_atomic_int_get (&self->permille) / 1000.0;
}

void
comark_compare_work_stop (ComarkCompareWork *self)
{
  self->done = NULL;
  g_cancellable_cancel (self->cancellable);
  unref_work (self);
}
