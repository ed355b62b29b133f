/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The queue in front of one helper process. The Desk (below) is shared with one thread, which
 * alone touches the helper; it outlives the reader just as long as a request is in work.
 */
#include "comark-reader.h"

#include <fcntl.h>
#include <unistd.h>

#include "comark-reader-helper.h"

typedef struct _Job Job;
typedef void (*JobFunc) (Job *job, ComarkReaderHelper *helper);

struct _Job
{
  GTask *task; /* its source is the reader */
  JobFunc func;
  int page;
  int width_px;
};

typedef struct
{
  gatomicrefcount references;
  GAsyncQueue *queue; /* of Job; a job without a task ends the thread */
  GCancellable *closing;
  int document_fd; /* the thread's, once it runs */
  gint time_limit_ms; /* atomic */

  GMutex lock;
  ComarkReaderOpening opening; /* under lock */
} Desk;

struct _ComarkReader
{
  GObject parent_instance;

  Desk *desk;
  GError *refusal; /* (nullable): the document cannot even be handed to a helper */
  gboolean runs;   /* the desk's thread was started */

  char *title;
};

G_DEFINE_FINAL_TYPE (ComarkReader, comark_reader, G_TYPE_OBJECT)

/* --- the desk ------------------------------------------------------------------------------ */

static Desk *
desk_new (void)
{
  Desk *desk = g_new0 (Desk, 1);

  g_atomic_ref_count_init (&desk->references);
  desk->queue = g_async_queue_new ();
  desk->closing = g_cancellable_new ();
  desk->document_fd = -1;
  desk->time_limit_ms = COMARK_READER_TIME_LIMIT_MS;
  g_mutex_init (&desk->lock);
  return desk;
}

static void
desk_unref (Desk *desk)
{
  if (!g_atomic_ref_count_dec (&desk->references))
    return;
  if (desk->document_fd >= 0)
    close (desk->document_fd);
  g_async_queue_unref (desk->queue);
  g_object_unref (desk->closing);
  g_mutex_clear (&desk->lock);
  g_free (desk);
}

static void
job_free (Job *job)
{
  g_clear_object (&job->task);
  g_free (job);
}

/* A request that was cancelled while it waited is answered without waking the helper. */
static void
run_job (Desk *desk, Job *job, ComarkReaderHelper *helper)
{
  GError *error = NULL;
  ComarkReaderOpening opening;

  if (g_task_return_error_if_cancelled (job->task))
    return;
  comark_reader_helper_set_time_limit (helper, g_atomic_int_get (&desk->time_limit_ms));
  if (!comark_reader_helper_open (helper, &opening, g_task_get_cancellable (job->task), &error))
    {
      g_task_return_error (job->task, error);
      return;
    }
  g_mutex_lock (&desk->lock);
  desk->opening = opening;
  g_mutex_unlock (&desk->lock);
  job->func (job, helper);
}

static gpointer
serve_desk (gpointer data)
{
  Desk *desk = data;
  ComarkReaderHelper *helper
    = comark_reader_helper_new (g_steal_fd (&desk->document_fd), desk->closing);
  gboolean goes_on = TRUE;

  while (goes_on)
    {
      Job *job = g_async_queue_pop (desk->queue);
      goes_on = job->task != NULL;
      if (goes_on)
        run_job (desk, job, helper);
      job_free (job);
    }
  comark_reader_helper_free (helper);
  desk_unref (desk);
  return NULL;
}

/* --- the requests -------------------------------------------------------------------------- */

static void
start_thread (ComarkReader *self)
{
  g_atomic_ref_count_inc (&self->desk->references);
  g_thread_unref (g_thread_new ("comark-reader", serve_desk, self->desk));
  self->runs = TRUE;
}

static void
push_request (ComarkReader *self, JobFunc func, gpointer tag, int page, int width_px,
              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  if (g_cancellable_is_cancelled (self->desk->closing))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "This was closed.");
      return;
    }
  if (self->refusal != NULL)
    {
      g_task_return_error (task, g_error_copy (self->refusal));
      return;
    }
  if (!self->runs)
    start_thread (self);
  Job *job = g_new0 (Job, 1);
  job->task = g_steal_pointer (&task);
  job->func = func;
  job->page = page;
  job->width_px = width_px;
  g_async_queue_push (self->desk->queue, job);
}

static void
do_open (Job *job, ComarkReaderHelper *helper)
{
  ComarkReaderOpening opening;
  GError *error = NULL;

  if (comark_reader_helper_open (helper, &opening, g_task_get_cancellable (job->task), &error))
    g_task_return_int (job->task, opening.n_pages);
  else
    g_task_return_error (job->task, error);
}

static void
do_render (Job *job, ComarkReaderHelper *helper)
{
  GError *error = NULL;
  ComarkPageImage *image = comark_reader_helper_render (
    helper, job->page, job->width_px, g_task_get_cancellable (job->task), &error);

  if (image != NULL)
    g_task_return_pointer (job->task, image, (GDestroyNotify) comark_page_image_free);
  else
    g_task_return_error (job->task, error);
}

static void
do_text (Job *job, ComarkReaderHelper *helper)
{
  GError *error = NULL;
  char *text = comark_reader_helper_dup_text (helper, job->page,
                                              g_task_get_cancellable (job->task), &error);

  if (text != NULL)
    g_task_return_pointer (job->task, text, g_free);
  else
    g_task_return_error (job->task, error);
}

static void
do_size (Job *job, ComarkReaderHelper *helper)
{
  GError *error = NULL;
  g_autofree double *size_pt = g_new0 (double, 2);

  if (comark_reader_helper_get_size (helper, job->page, size_pt,
                                     g_task_get_cancellable (job->task), &error))
    g_task_return_pointer (job->task, g_steal_pointer (&size_pt), g_free);
  else
    g_task_return_error (job->task, error);
}

void
comark_reader_open_async (ComarkReader *self, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (COMARK_IS_READER (self));

  push_request (self, do_open, comark_reader_open_async, 0, 0, cancellable, callback, user_data);
}

int
comark_reader_open_finish (ComarkReader *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), -1);

  return (int) g_task_propagate_int (G_TASK (result), error);
}

void
comark_reader_render_page_async (ComarkReader *self, int page, int width_px,
                                 GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_return_if_fail (COMARK_IS_READER (self));

  push_request (self, do_render, comark_reader_render_page_async, page, width_px, cancellable,
                callback, user_data);
}

ComarkPageImage *
comark_reader_render_page_finish (ComarkReader *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
comark_reader_get_text_async (ComarkReader *self, int page, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (COMARK_IS_READER (self));

  push_request (self, do_text, comark_reader_get_text_async, page, 0, cancellable, callback,
                user_data);
}

char *
comark_reader_get_text_finish (ComarkReader *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
comark_reader_get_page_size_async (ComarkReader *self, int page, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (COMARK_IS_READER (self));

  push_request (self, do_size, comark_reader_get_page_size_async, page, 0, cancellable, callback,
                user_data);
}

gboolean
comark_reader_get_page_size_finish (ComarkReader *self, GAsyncResult *result, double *width_pt,
                                    double *height_pt, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  g_autofree double *size_pt = g_task_propagate_pointer (G_TASK (result), error);
  if (size_pt == NULL)
    return FALSE;
  *width_pt = size_pt[0];
  *height_pt = size_pt[1];
  return TRUE;
}

/* --- life ---------------------------------------------------------------------------------- */

int
comark_reader_get_n_pages (ComarkReader *self)
{
  g_return_val_if_fail (COMARK_IS_READER (self), 0);

  g_mutex_lock (&self->desk->lock);
  int n_pages = self->desk->opening.n_pages;
  g_mutex_unlock (&self->desk->lock);
  return n_pages;
}

const char *
comark_reader_get_title (ComarkReader *self)
{
  g_return_val_if_fail (COMARK_IS_READER (self), "");

  g_mutex_lock (&self->desk->lock);
  if (self->title == NULL && self->desk->opening.n_pages > 0)
    self->title = g_strdup (self->desk->opening.title);
  g_mutex_unlock (&self->desk->lock);
  return self->title ? self->title : "";
}

ComarkDocumentKind
comark_reader_get_kind (ComarkReader *self)
{
  g_return_val_if_fail (COMARK_IS_READER (self), COMARK_DOCUMENT_KIND_OTHER);

  g_mutex_lock (&self->desk->lock);
  ComarkDocumentKind kind = self->desk->opening.kind;
  g_mutex_unlock (&self->desk->lock);
  return kind;
}

void
comark_reader_set_time_limit (ComarkReader *self, int milliseconds)
{
  g_return_if_fail (COMARK_IS_READER (self));

  g_atomic_int_set (&self->desk->time_limit_ms, milliseconds);
}

void
comark_reader_close (ComarkReader *self)
{
  g_return_if_fail (COMARK_IS_READER (self));

  if (g_cancellable_is_cancelled (self->desk->closing))
    return;
  g_cancellable_cancel (self->desk->closing);
  if (self->runs)
    g_async_queue_push (self->desk->queue, g_new0 (Job, 1));
}

/* May run on the desk's thread, when a request held the last reference. */
static void
comark_reader_finalize (GObject *object)
{
  ComarkReader *self = COMARK_READER (object);

  comark_reader_close (self);
  g_clear_pointer (&self->desk, desk_unref);
  g_clear_error (&self->refusal);
  g_clear_pointer (&self->title, g_free);
  G_OBJECT_CLASS (comark_reader_parent_class)->finalize (object);
}

static void
comark_reader_class_init (ComarkReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = comark_reader_finalize;
}

static void
comark_reader_init (ComarkReader *self)
{
  self->desk = desk_new ();
}

ComarkReader *
comark_reader_new_for_bytes (GBytes *document)
{
  ComarkReader *self = g_object_new (COMARK_TYPE_READER, NULL);

  self->desk->document_fd = comark_reader_document_from_bytes (document, &self->refusal);
  return self;
}

ComarkReader *
comark_reader_new_for_fd (int fd, GError **error)
{
  int document_fd = comark_reader_document_from_fd (fd, error);

  if (document_fd < 0)
    return NULL;
  ComarkReader *self = g_object_new (COMARK_TYPE_READER, NULL);
  self->desk->document_fd = document_fd;
  return self;
}

ComarkReader *
comark_reader_new_for_path (const char *path, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);

  if (fd < 0)
    {
      g_set_error_literal (error, COMARK_READER_ERROR, COMARK_READER_ERROR_DAMAGED,
                           "This document could not be found or may not be read. Choose it again.");
      return NULL;
    }
  ComarkReader *self = comark_reader_new_for_fd (fd, error);
  close (fd);
  return self;
}
