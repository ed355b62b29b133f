/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-store-worker.h"

struct _ComarkWorker
{
  GThread *thread;
  GAsyncQueue *queue; /* of Request; one without a job ends the thread */
  char *where;
  ComarkSql *sql; /* the thread's alone */
  ComarkWorkerFunc written;
  gpointer data;
};

/* Somebody who waits for an answer, instead of a task. */
typedef struct
{
  GMutex lock;
  GCond cond;
  gboolean answered;
  gpointer result;
  GError *error;
} Waiter;

typedef struct
{
  ComarkWork work;
  GCancellable *cancellable;
  GTask *task;    /* either this */
  Waiter *waiter; /* or this */
} Request;

static void
answer_waiter (Waiter *waiter, gpointer result, GError *error)
{
  g_mutex_lock (&waiter->lock);
  waiter->result = result;
  waiter->error = error;
  waiter->answered = TRUE;
  g_cond_signal (&waiter->cond);
  g_mutex_unlock (&waiter->lock);
}

static void
answer (Request *request, gpointer result, GError *error)
{
  if (request->waiter != NULL)
    answer_waiter (request->waiter, result, error);
  else if (error != NULL)
    g_task_return_error (request->task, error);
  else
    g_task_return_pointer (request->task, result, request->work.result_destroy);
}

/* A lost server may be back. */
static gboolean
connect_again (ComarkWorker *self, GError **error)
{
  ComarkSqlMode mode
    = comark_sql_is_read_only (self->sql) ? COMARK_SQL_OPEN_READ : COMARK_SQL_OPEN_WRITE;
  ComarkSql *sql;

  if (!comark_sql_is_broken (self->sql))
    return TRUE;
  sql = comark_sql_open (self->where, mode, error);
  if (sql == NULL)
    return FALSE;
  comark_sql_free (self->sql);
  self->sql = sql;
  return TRUE;
}

static gpointer
do_job (ComarkWorker *self, Request *request, GError **error)
{
  gpointer result = NULL;

  if (g_cancellable_set_error_if_cancelled (request->cancellable, error)
      || !connect_again (self, error))
    return NULL;
  comark_sql_set_cancellable (self->sql, request->cancellable);
  result = request->work.job (self->sql, request->work.data, request->cancellable, error);
  comark_sql_set_cancellable (self->sql, NULL);
  if (comark_sql_in_transaction (self->sql))
    {
      g_critical ("a job left a transaction open");
      comark_sql_rollback (self->sql);
    }
  return result;
}

static void
serve (ComarkWorker *self, Request *request)
{
  GError *error = NULL;
  gpointer result = do_job (self, request, &error);

  if (request->work.data_destroy != NULL)
    request->work.data_destroy (request->work.data);
  if (error == NULL && request->work.writes && self->written != NULL)
    self->written (self->data);
  answer (request, result, error);
  g_clear_object (&request->cancellable);
  g_clear_object (&request->task);
  g_free (request);
}

static gpointer
serve_all (gpointer data)
{
  ComarkWorker *self = data;
  Request *request;

  while ((request = g_async_queue_pop (self->queue))->work.job != NULL)
    serve (self, request);
  g_free (request);
  return NULL;
}

ComarkWorker *
comark_worker_new (const char *name, const char *where, ComarkSql *sql, ComarkWorkerFunc written,
                   gpointer data)
{
  ComarkWorker *self = g_new0 (ComarkWorker, 1);

  self->queue = g_async_queue_new ();
  self->where = g_strdup (where);
  self->sql = sql;
  self->written = written;
  self->data = data;
  self->thread = g_thread_new (name, serve_all, self);
  return self;
}

static Request *
new_request (const ComarkWork *work, GCancellable *cancellable)
{
  Request *request = g_new0 (Request, 1);

  request->work = *work;
  request->cancellable = cancellable ? g_object_ref (cancellable) : NULL;
  return request;
}

void
comark_worker_post (ComarkWorker *self, const ComarkWork *work, GTask *task)
{
  Request *request = new_request (work, g_task_get_cancellable (task));

  g_return_if_fail (g_task_get_source_object (task) == NULL);
  /* A job that had written when it was cancelled has written: the task shall not say else. */
  g_task_set_check_cancellable (task, FALSE);
  request->task = task;
  g_async_queue_push (self->queue, request);
}

gpointer
comark_worker_run (ComarkWorker *self, const ComarkWork *work, GCancellable *cancellable,
                   GError **error)
{
  Request *request = new_request (work, cancellable);
  Waiter waiter = { 0 };

  g_return_val_if_fail (g_thread_self () != self->thread, NULL);
  g_mutex_init (&waiter.lock);
  g_cond_init (&waiter.cond);
  request->waiter = &waiter;
  g_async_queue_push (self->queue, request);
  g_mutex_lock (&waiter.lock);
  while (!waiter.answered)
    g_cond_wait (&waiter.cond, &waiter.lock);
  g_mutex_unlock (&waiter.lock);
  g_mutex_clear (&waiter.lock);
  g_cond_clear (&waiter.cond);
  if (waiter.error != NULL)
    g_propagate_error (error, waiter.error);
  return waiter.result;
}

ComarkSql *
comark_worker_stop (ComarkWorker *self)
{
  ComarkSql *sql;

  g_async_queue_push (self->queue, g_new0 (Request, 1));
  g_thread_join (self->thread);
  sql = self->sql;
  g_async_queue_unref (self->queue);
  g_free (self->where);
  g_free (self);
  return sql;
}
