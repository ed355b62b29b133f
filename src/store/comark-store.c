/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An open register. The object lives on the thread that opened it; the connections live on the
 * workers. What the workers have to tell it goes through a Bell, which outlives it.
 */
#include "comark-store.h"

#include <signal.h>
#include <string.h>

#include "comark-connect.h"
#include "comark-sql-private.h"
#include "comark-store-worker.h"

/* How often another program's commits are looked for. */
#define POLL_MS 500

/* Rings "changed" in the opener's main context. Shared by the store and its workers. */
typedef struct
{
  GWeakRef store;
  GMainContext *context;
  int ringing; /* atomic: a source is under way, one more ring is the same ring */
} Bell;

struct _ComarkStore
{
  GObject parent_instance;

  char *where;
  ComarkSqlEngine engine;
  ComarkPurpose purpose;
  gboolean read_only;

  ComarkWorker *writer; /* NULL once closed */
  ComarkWorker *reader; /* NULL where the writer does both */

  Bell *bell;
  GSource *poll;
  gboolean polling;
  gint64 data_version; /* -1: not known yet */
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ComarkStore, comark_store, G_TYPE_OBJECT)

static void
clear_bell (gpointer data)
{
  Bell *bell = data;

  g_weak_ref_clear (&bell->store);
  g_main_context_unref (bell->context);
}

static void
release_bell (gpointer bell)
{
  g_atomic_rc_box_release_full (bell, clear_bell);
}

static gboolean
on_bell_rung_cb (gpointer data)
{
  Bell *bell = data;
  g_autoptr (ComarkStore) store = NULL;

  g_atomic_int_set (&bell->ringing, 0);
  store = g_weak_ref_get (&bell->store);
  if (store != NULL)
    g_signal_emit (store, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
ring (gpointer data)
{
  Bell *bell = data;
  g_autoptr (GSource) source = NULL;

  if (!g_atomic_int_compare_and_exchange (&bell->ringing, 0, 1))
    return;
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_bell_rung_cb, g_atomic_rc_box_acquire (bell), release_bell);
  g_source_attach (source, bell->context);
}

/* The writer's connection is asked: its number stands still at our own commits. */
static gpointer
read_data_version (ComarkSql *sql, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 version;

  return comark_sql_data_version (sql, &version, error) ? g_memdup2 (&version, sizeof version)
                                                        : NULL;
}

static void
on_data_version_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Bell *bell = user_data;
  g_autoptr (ComarkStore) self = g_weak_ref_get (&bell->store);
  g_autofree gint64 *version = g_task_propagate_pointer (G_TASK (result), NULL);

  release_bell (bell);
  if (self == NULL)
    return;
  self->polling = FALSE;
  if (version == NULL || *version == self->data_version)
    return;
  if (self->data_version >= 0)
    g_signal_emit (self, signals[CHANGED], 0);
  self->data_version = *version;
}

static gboolean
on_poll_cb (gpointer data)
{
  static const ComarkWork work = { .job = read_data_version, .result_destroy = g_free };
  ComarkStore *self = data;

  if (self->polling)
    return G_SOURCE_CONTINUE;
  self->polling = TRUE;
  g_main_context_push_thread_default (self->bell->context);
  comark_worker_post (self->writer, &work,
                      g_task_new (NULL, NULL, on_data_version_read_cb,
                                  g_atomic_rc_box_acquire (self->bell)));
  g_main_context_pop_thread_default (self->bell->context);
  return G_SOURCE_CONTINUE;
}

static void
comark_store_dispose (GObject *object)
{
  comark_store_close (COMARK_STORE (object));
  G_OBJECT_CLASS (comark_store_parent_class)->dispose (object);
}

static void
comark_store_finalize (GObject *object)
{
  ComarkStore *self = COMARK_STORE (object);

  g_clear_pointer (&self->bell, release_bell);
  g_free (self->where);
  G_OBJECT_CLASS (comark_store_parent_class)->finalize (object);
}

static void
comark_store_class_init (ComarkStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = comark_store_dispose;
  object_class->finalize = comark_store_finalize;

  signals[CHANGED] = g_signal_new ("changed", COMARK_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
comark_store_init (ComarkStore *self)
{
  self->data_version = -1;
  self->bell = g_atomic_rc_box_new0 (Bell);
  g_weak_ref_init (&self->bell->store, self);
  self->bell->context = g_main_context_ref_thread_default ();
}

void
comark_store_prepare_process (void)
{
  signal (SIGXFSZ, SIG_IGN);
  signal (SIGPIPE, SIG_IGN);
}

/* What opening on any thread hands over to the thread that shall own the store. */
typedef struct
{
  char *where;
  ComarkSql *writer;
  ComarkSql *reader; /* nullable */
  ComarkPurpose purpose;
} Opened;

static void
free_opened (gpointer data)
{
  Opened *opened = data;

  g_clear_pointer (&opened->writer, comark_sql_free);
  g_clear_pointer (&opened->reader, comark_sql_free);
  g_free (opened->where);
  g_free (opened);
}

static gboolean
read_purpose (Opened *opened, GError **error)
{
  g_autofree char *purpose = comark_meta_get (opened->writer, "purpose", error);

  if (purpose != NULL && comark_purpose_from_nick (purpose, &opened->purpose))
    return TRUE;
  if (error == NULL || *error == NULL)
    comark_store_error_set (error, COMARK_STORE_ERROR_NOT_A_REGISTER, "no purpose");
  return FALSE;
}

/* Takes @writer over, which is nullable. */
static Opened *
complete (const char *where, ComarkSql *writer, GError **error)
{
  Opened *opened;

  if (writer == NULL)
    return NULL;
  opened = g_new0 (Opened, 1);
  opened->where = g_strdup (where);
  opened->writer = writer;
  if (read_purpose (opened, error))
    {
      if (comark_sql_get_engine (writer) == COMARK_SQL_POSTGRES
          || comark_sql_is_read_only (writer))
        return opened;
      opened->reader = comark_sql_open (where, COMARK_SQL_OPEN_READ, error);
      if (opened->reader != NULL)
        return opened;
    }
  free_opened (opened);
  return NULL;
}

static void
start_polling (ComarkStore *self)
{
  self->poll = g_timeout_source_new (POLL_MS);
  g_source_set_callback (self->poll, on_poll_cb, self, NULL);
  g_source_attach (self->poll, self->bell->context);
  on_poll_cb (self);
}

/* Takes @opened over, which is nullable. */
static ComarkStore *
own (Opened *opened)
{
  ComarkStore *self;

  if (opened == NULL)
    return NULL;
  self = g_object_new (COMARK_TYPE_STORE, NULL);
  self->where = g_strdup (opened->where);
  self->engine = comark_sql_get_engine (opened->writer);
  self->purpose = opened->purpose;
  self->read_only = comark_sql_is_read_only (opened->writer);
  self->writer = comark_worker_new ("register", self->where, g_steal_pointer (&opened->writer),
                                    ring, self->bell);
  if (opened->reader != NULL)
    self->reader = comark_worker_new ("register-read", self->where,
                                      g_steal_pointer (&opened->reader), NULL, NULL);
  free_opened (opened);
  start_polling (self);
  return self;
}

/* A path is kept whole, so that it means the same wherever the program goes. */
static char *
settle (const char *where)
{
  return comark_sql_is_uri (where) ? g_strdup (where) : g_canonicalize_filename (where, NULL);
}

ComarkStore *
comark_store_create (const char *where, ComarkPurpose purpose, const char *organisation,
                     GError **error)
{
  g_autofree char *place = settle (where);

  return own (complete (place, comark_connect_create (place, purpose, organisation, error),
                        error));
}

ComarkStore *
comark_store_open (const char *where, GError **error)
{
  g_autofree char *place = settle (where);

  return own (complete (place, comark_connect_open (place, FALSE, error), error));
}

ComarkStore *
comark_store_open_read_only (const char *where, GError **error)
{
  g_autofree char *place = settle (where);

  return own (complete (place, comark_connect_open (place, TRUE, error), error));
}

static void
open_in_thread (GTask *task, gpointer source, gpointer place, GCancellable *cancellable)
{
  GError *error = NULL;
  Opened *opened = complete (place, comark_connect_open (place, FALSE, &error), &error);

  if (opened != NULL)
    g_task_return_pointer (task, opened, free_opened);
  else
    g_task_return_error (task, error);
}

void
comark_store_open_async (const char *where, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_task_data (task, settle (where), g_free);
  g_task_run_in_thread (task, open_in_thread);
}

ComarkStore *
comark_store_open_finish (GAsyncResult *result, GError **error)
{
  return own (g_task_propagate_pointer (G_TASK (result), error));
}

void
comark_store_close (ComarkStore *self)
{
  ComarkSql *sql;

  if (self->writer == NULL)
    return;
  g_source_destroy (self->poll);
  g_clear_pointer (&self->poll, g_source_unref);
  if (self->reader != NULL)
    comark_sql_free (comark_worker_stop (g_steal_pointer (&self->reader)));
  sql = comark_worker_stop (g_steal_pointer (&self->writer));
  /* It may be in use by another program, whose closing then does this. */
  if (self->engine == COMARK_SQL_SQLITE && !self->read_only)
    comark_sql_sqlite_checkpoint (sql, NULL);
  comark_sql_free (sql);
}

const char *
comark_store_get_where (ComarkStore *self)
{
  return self->where;
}

ComarkSqlEngine
comark_store_get_engine (ComarkStore *self)
{
  return self->engine;
}

ComarkPurpose
comark_store_get_purpose (ComarkStore *self)
{
  return self->purpose;
}

gboolean
comark_store_is_read_only (ComarkStore *self)
{
  return self->read_only;
}

static ComarkWorker *
worker_for (ComarkStore *self, ComarkStoreAccess access)
{
  return access == COMARK_STORE_READ && self->reader != NULL ? self->reader : self->writer;
}

static void
explain_closed (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED, "The register is closed.");
}

gpointer
comark_store_run (ComarkStore *self, ComarkStoreAccess access, ComarkStoreJob job, gpointer data,
                  GCancellable *cancellable, GError **error)
{
  ComarkWork work = { .job = job, .data = data, .writes = access == COMARK_STORE_WRITE };
  ComarkWorker *worker = worker_for (self, access);

  if (worker != NULL)
    return comark_worker_run (worker, &work, cancellable, error);
  explain_closed (error);
  return NULL;
}

void
comark_store_run_async (ComarkStore *self, ComarkStoreAccess access, ComarkStoreJob job,
                        gpointer data, GDestroyNotify data_destroy,
                        GDestroyNotify result_destroy, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  ComarkWork work = { job, data, data_destroy, result_destroy, access == COMARK_STORE_WRITE };
  ComarkWorker *worker = worker_for (self, access);
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  GError *error = NULL;

  if (worker != NULL)
    {
      comark_worker_post (worker, &work, g_steal_pointer (&task));
      return;
    }
  if (data_destroy != NULL)
    data_destroy (data);
  explain_closed (&error);
  g_task_return_error (task, error);
}

gpointer
comark_store_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
