/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One thread with one connection, and the queue of jobs that it does one after another.
 */
#pragma once

#include "comark-store.h"

G_BEGIN_DECLS

typedef struct _ComarkWorker ComarkWorker;

/* What to do. */
typedef struct
{
  ComarkStoreJob job;
  gpointer data;
  GDestroyNotify data_destroy;   /* nullable */
  GDestroyNotify result_destroy; /* nullable */
  gboolean writes;
} ComarkWork;

/* Called on the worker after each writing job that succeeded, before its answer. */
typedef void (*ComarkWorkerFunc) (gpointer data);

/* Takes over @sql, a connection to @where, and opens another one when it is lost. @written
 * (nullable) must be thread safe. */
ComarkWorker *comark_worker_new (const char *name, const char *where, ComarkSql *sql,
                                 ComarkWorkerFunc written, gpointer data);

/* @task gets the job's answer; it must have no source object, or the worker might be the one
 * to free it. Takes @task over. */
void comark_worker_post (ComarkWorker *self, const ComarkWork *work, GTask *task);

/* Posts and waits. */
gpointer comark_worker_run (ComarkWorker *self, const ComarkWork *work,
                            GCancellable *cancellable, GError **error);

/* Waits for all jobs posted and ends the thread. Returns: (transfer full) its connection */
ComarkSql *comark_worker_stop (ComarkWorker *self);

G_END_DECLS
