/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The queues in front of two helper processes, one for pages and one for words, each started
 * when it is first asked. A Desk (below) is shared with one thread, which alone touches its
 * helper; it outlives the reader just as long as a request is in work.
 */
#include "comark-reader.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "comark-reader-helper.h"

typedef struct _Desk Desk;
typedef struct _Job Job;
typedef void (*JobFunc) (Job *job, ComarkReaderHelper *helper);

struct _Job
{
  GTask *task; /* its source is the reader */
  Desk *desk;  /* (transfer none): the thread that runs the job holds it */
  JobFunc func;
  int page;
  int width_px;
  int max_pages;
  char *words; /* (nullable) */
  GArray *ranges; /* (nullable) */
  double at[4];
  ComarkReaderUnit unit;
  ComarkReaderProgress progress; /* (nullable) */
  gpointer progress_data;
};

struct _Desk
{
  gatomicrefcount references;
  GAsyncQueue *queue; /* of Job; a job without a task ends the thread */
  GCancellable *closing;
  int document_fd; /* the thread's, once it runs */
  gint time_limit_ms; /* atomic */

  GMutex lock;
  ComarkReaderOpening opening; /* under lock */

  gboolean runs;           /* its thread was started */
  ComarkReadingText *text; /* (nullable): the thread's */
};

struct _ComarkReader
{
  GObject parent_instance;

  Desk *pages;
  Desk *words;
  GError *refusal; /* (nullable): the document cannot even be handed to a helper */

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
  g_clear_pointer (&desk->text, comark_reading_text_unref);
  g_mutex_clear (&desk->lock);
  g_free (desk);
}

static void
job_free (Job *job)
{
  g_clear_object (&job->task);
  g_free (job->words);
  g_clear_pointer (&job->ranges, g_array_unref);
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
start_thread (Desk *desk)
{
  g_atomic_ref_count_inc (&desk->references);
  g_thread_unref (g_thread_new ("comark-reader", serve_desk, desk));
  desk->runs = TRUE;
}

/* Returns: (transfer full) (nullable): NULL if the request was answered here and now. */
static Job *
job_new (ComarkReader *self, JobFunc func, gpointer tag, GCancellable *cancellable,
         GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  if (g_cancellable_is_cancelled (self->pages->closing))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "This was closed.");
      return NULL;
    }
  if (self->refusal != NULL)
    {
      g_task_return_error (task, g_error_copy (self->refusal));
      return NULL;
    }
  Job *job = g_new0 (Job, 1);
  job->task = g_steal_pointer (&task);
  job->func = func;
  return job;
}

/* Takes @job. */
static void
push_job (Desk *desk, Job *job)
{
  if (!desk->runs)
    start_thread (desk);
  job->desk = desk;
  g_async_queue_push (desk->queue, job);
}

static void
push_request (ComarkReader *self, JobFunc func, gpointer tag, int page, int width_px,
              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = job_new (self, func, tag, cancellable, callback, user_data);

  if (job == NULL)
    return;
  job->page = page;
  job->width_px = width_px;
  push_job (self->pages, job);
}

static void
do_open (Job *job, ComarkReaderHelper *helper)
{
  ComarkReaderOpening opening;
  GError *error = NULL;

  if (comark_reader_helper_open (helper, &opening, g_task_get_cancellable (job->task), &error)
      && comark_reader_helper_need_pages (helper, g_task_get_cancellable (job->task), &error))
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

static void
do_sizes (Job *job, ComarkReaderHelper *helper)
{
  GError *error = NULL;
  GArray *sizes = comark_reader_helper_list_sizes (
    helper, job->page, g_task_get_cancellable (job->task), &error);

  if (sizes != NULL)
    g_task_return_pointer (job->task, sizes, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (job->task, error);
}

/* --- words --------------------------------------------------------------------------------- */

typedef struct
{
  GTask *task;
  ComarkReaderProgress progress;
  gpointer progress_data;
  int n_done, n_pages;
} Step;

static void
step_free (gpointer data)
{
  Step *step = data;

  g_object_unref (step->task);
  g_free (step);
}

static gboolean
on_step_cb (gpointer data)
{
  Step *step = data;

  if (!g_task_get_completed (step->task)
      && !g_cancellable_is_cancelled (g_task_get_cancellable (step->task)))
    step->progress (step->n_done, step->n_pages, step->progress_data);
  return G_SOURCE_REMOVE;
}

/* On the desk's thread. */
static void
pass_on (int n_done, int n_pages, gpointer data)
{
  Job *job = data;
  Step *step = g_new0 (Step, 1);

  step->task = g_object_ref (job->task);
  step->progress = job->progress;
  step->progress_data = job->progress_data;
  step->n_done = n_done;
  step->n_pages = n_pages;
  g_main_context_invoke_full (g_task_get_context (job->task), G_PRIORITY_DEFAULT, on_step_cb, step,
                              step_free);
}

static void
do_read_text (Job *job, ComarkReaderHelper *helper)
{
  GError *error = NULL;
  Desk *desk = job->desk;

  if (desk->text == NULL)
    desk->text = comark_reader_helper_read_text (helper, job->progress ? pass_on : NULL, job,
                                                 g_task_get_cancellable (job->task), &error);
  if (desk->text != NULL)
    g_task_return_pointer (job->task, comark_reading_text_ref (desk->text),
                           (GDestroyNotify) comark_reading_text_unref);
  else
    g_task_return_error (job->task, error);
}

void
comark_reader_text_async (ComarkReader *self, ComarkReaderProgress progress,
                          gpointer progress_data, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (COMARK_IS_READER (self));

  Job *job = job_new (self, do_read_text, comark_reader_text_async, cancellable, callback,
                      user_data);
  if (job == NULL)
    return;
  job->progress = progress;
  job->progress_data = progress_data;
  push_job (self->words, job);
}

ComarkReadingText *
comark_reader_text_finish (ComarkReader *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- places -------------------------------------------------------------------------------- */

static void
return_pointer (Job *job, gpointer result, gpointer destroy, GError *error)
{
  if (result != NULL)
    g_task_return_pointer (job->task, result, (GDestroyNotify) destroy);
  else
    g_task_return_error (job->task, error);
}

static void
do_find (Job *job, ComarkReaderHelper *helper)
{
  GError *error = NULL;
  GArray *areas = comark_reader_helper_find (helper, job->words, job->page, job->max_pages,
                                             g_task_get_cancellable (job->task), &error);

  return_pointer (job, areas, g_array_unref, error);
}

static void
do_select (Job *job, ComarkReaderHelper *helper)
{
  GError *error = NULL;
  ComarkReaderSelection *selection
    = comark_reader_helper_select (helper, job->page, job->at, job->unit,
                                   g_task_get_cancellable (job->task), &error);

  return_pointer (job, selection, comark_reader_selection_free, error);
}

static void
do_areas (Job *job, ComarkReaderHelper *helper)
{
  GError *error = NULL;
  GArray *areas = comark_reader_helper_list_areas (helper, job->page, job->ranges,
                                                   g_task_get_cancellable (job->task), &error);

  return_pointer (job, areas, g_array_unref, error);
}

static void
do_links (Job *job, ComarkReaderHelper *helper)
{
  GError *error = NULL;
  GPtrArray *links = comark_reader_helper_list_links (
    helper, job->page, g_task_get_cancellable (job->task), &error);

  return_pointer (job, links, g_ptr_array_unref, error);
}

static void
do_chapters (Job *job, ComarkReaderHelper *helper)
{
  GError *error = NULL;
  GPtrArray *chapters = comark_reader_helper_list_chapters (
    helper, g_task_get_cancellable (job->task), &error);

  return_pointer (job, chapters, g_ptr_array_unref, error);
}

void
comark_reader_find_async (ComarkReader *self, const char *words, int first_page, int max_pages,
                          GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (COMARK_IS_READER (self));
  g_return_if_fail (words != NULL);

  Job *job = job_new (self, do_find, comark_reader_find_async, cancellable, callback, user_data);
  if (job == NULL)
    return;
  /* Cut to a whole character. */
  g_autofree char *start = g_strndup (words, COMARK_READER_MAX_NEEDLE);
  const char *end;
  g_utf8_validate (start, -1, &end);
  job->words = g_strndup (start, (gsize) (end - start));
  job->page = first_page;
  job->max_pages = max_pages;
  push_job (self->words, job);
}

GArray *
comark_reader_find_finish (ComarkReader *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
comark_reader_select_async (ComarkReader *self, int page, double x1, double y1, double x2,
                            double y2, ComarkReaderUnit unit, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  const double at[] = { x1, y1, x2, y2 };

  g_return_if_fail (COMARK_IS_READER (self));
  Job *job
    = job_new (self, do_select, comark_reader_select_async, cancellable, callback, user_data);
  if (job == NULL)
    return;
  job->page = page;
  memcpy (job->at, at, sizeof at);
  job->unit = unit;
  push_job (self->pages, job);
}

ComarkReaderSelection *
comark_reader_select_finish (ComarkReader *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
comark_reader_areas_async (ComarkReader *self, int page, GArray *ranges, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (COMARK_IS_READER (self));

  Job *job = job_new (self, do_areas, comark_reader_areas_async, cancellable, callback, user_data);
  if (job == NULL)
    return;
  job->page = page;
  job->ranges = g_array_copy (ranges);
  push_job (self->pages, job);
}

GArray *
comark_reader_areas_finish (ComarkReader *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
comark_reader_links_async (ComarkReader *self, int page, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (COMARK_IS_READER (self));

  push_request (self, do_links, comark_reader_links_async, page, 0, cancellable, callback,
                user_data);
}

GPtrArray *
comark_reader_links_finish (ComarkReader *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
comark_reader_chapters_async (ComarkReader *self, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (COMARK_IS_READER (self));

  push_request (self, do_chapters, comark_reader_chapters_async, 0, 0, cancellable, callback,
                user_data);
}

GPtrArray *
comark_reader_chapters_finish (ComarkReader *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- pages --------------------------------------------------------------------------------- */

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

void
comark_reader_render_aside_async (ComarkReader *self, int page, int width_px,
                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (COMARK_IS_READER (self));

  Job *job = job_new (self, do_render, comark_reader_render_aside_async, cancellable, callback,
                      user_data);
  if (job == NULL)
    return;
  job->page = page;
  job->width_px = width_px;
  push_job (self->words, job);
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

void
comark_reader_get_page_sizes_async (ComarkReader *self, int first, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (COMARK_IS_READER (self));

  push_request (self, do_sizes, comark_reader_get_page_sizes_async, first, 0, cancellable,
                callback, user_data);
}

GArray *
comark_reader_get_page_sizes_finish (ComarkReader *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- life ---------------------------------------------------------------------------------- */

/* Whichever helper answered first. */
static ComarkReaderOpening
get_opening (ComarkReader *self)
{
  Desk *desks[] = { self->pages, self->words };
  ComarkReaderOpening opening = { 0 };

  for (int i = 0; i < 2 && opening.kind == COMARK_DOCUMENT_KIND_OTHER; i++)
    {
      g_mutex_lock (&desks[i]->lock);
      opening = desks[i]->opening;
      g_mutex_unlock (&desks[i]->lock);
    }
  return opening;
}

int
comark_reader_get_n_pages (ComarkReader *self)
{
  g_return_val_if_fail (COMARK_IS_READER (self), 0);

  return get_opening (self).n_pages;
}

const char *
comark_reader_get_title (ComarkReader *self)
{
  g_return_val_if_fail (COMARK_IS_READER (self), "");

  const ComarkReaderOpening opening = get_opening (self);
  if (self->title == NULL && opening.kind != COMARK_DOCUMENT_KIND_OTHER)
    self->title = g_strdup (opening.title);
  return self->title ? self->title : "";
}

ComarkDocumentKind
comark_reader_get_kind (ComarkReader *self)
{
  g_return_val_if_fail (COMARK_IS_READER (self), COMARK_DOCUMENT_KIND_OTHER);

  return get_opening (self).kind;
}

void
comark_reader_set_time_limit (ComarkReader *self, int milliseconds)
{
  g_return_if_fail (COMARK_IS_READER (self));

  g_atomic_int_set (&self->pages->time_limit_ms, milliseconds);
  g_atomic_int_set (&self->words->time_limit_ms, milliseconds);
}

static void
desk_close (Desk *desk)
{
  if (g_cancellable_is_cancelled (desk->closing))
    return;
  g_cancellable_cancel (desk->closing);
  if (desk->runs)
    g_async_queue_push (desk->queue, g_new0 (Job, 1));
}

void
comark_reader_close (ComarkReader *self)
{
  g_return_if_fail (COMARK_IS_READER (self));

  desk_close (self->pages);
  desk_close (self->words);
}

/* May run on the desk's thread, when a request held the last reference. */
static void
comark_reader_finalize (GObject *object)
{
  ComarkReader *self = COMARK_READER (object);

  comark_reader_close (self);
  g_clear_pointer (&self->pages, desk_unref);
  g_clear_pointer (&self->words, desk_unref);
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
  self->pages = desk_new ();
  self->words = desk_new ();
}

/* The second helper has its own open file: the two must not move each other's position. */
static void
set_document (ComarkReader *self, int fd)
{
  self->pages->document_fd = fd;
  if (fd >= 0)
    self->words->document_fd = comark_reader_document_from_fd (fd, &self->refusal);
}

ComarkReader *
comark_reader_new_for_bytes (GBytes *document)
{
  ComarkReader *self = g_object_new (COMARK_TYPE_READER, NULL);

  set_document (self, comark_reader_document_from_bytes (document, &self->refusal));
  return self;
}

ComarkReader *
comark_reader_new_for_fd (int fd, GError **error)
{
  int document_fd = comark_reader_document_from_fd (fd, error);

  if (document_fd < 0)
    return NULL;
  ComarkReader *self = g_object_new (COMARK_TYPE_READER, NULL);
  set_document (self, document_fd);
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
