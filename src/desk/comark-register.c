/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-register.h"

#include "comark-desk-text.h"
#include "comark-register-private.h"

/* An open register. Lives on the main thread; owns the store, whose workers run the jobs. */
struct _ComarkRegister
{
  GObject parent_instance;

  ComarkStore *store;
  ComarkClock *clock;
  ComarkPerson *acting;
  char *organisation;
  gboolean is_home;

  guint settling; /* source: "changed" was emitted a moment ago */
  gboolean changed_meanwhile;
};

#define SETTLE_MS 250

/* How often a job that may have been lost with its connection is tried again. Its op makes sure
 * that it is done once. */
#define MAX_TRIES 6
#define FIRST_PAUSE_MS 100

enum
{
  PROP_0,
  PROP_ACTING,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ComarkRegister, comark_register, G_TYPE_OBJECT)

static gboolean
on_settled_cb (gpointer user_data)
{
  ComarkRegister *self = user_data;

  if (!self->changed_meanwhile)
    {
      self->settling = 0;
      return G_SOURCE_REMOVE;
    }
  self->changed_meanwhile = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return G_SOURCE_CONTINUE;
}

/* The first of many is told at once, the others together a moment later. */
static void
on_store_changed_cb (ComarkRegister *self)
{
  if (self->settling != 0)
    {
      self->changed_meanwhile = TRUE;
      return;
    }
  self->settling = g_timeout_add (SETTLE_MS, on_settled_cb, self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
comark_register_dispose (GObject *object)
{
  ComarkRegister *self = COMARK_REGISTER (object);

  g_clear_handle_id (&self->settling, g_source_remove);
  if (self->store != NULL)
    comark_store_close (self->store);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_object (&self->acting);
  G_OBJECT_CLASS (comark_register_parent_class)->dispose (object);
}

static void
comark_register_finalize (GObject *object)
{
  g_free (COMARK_REGISTER (object)->organisation);
  G_OBJECT_CLASS (comark_register_parent_class)->finalize (object);
}

static void
comark_register_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_ACTING)
    g_value_set_object (value, COMARK_REGISTER (object)->acting);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
comark_register_set_property (GObject *object, guint prop_id, const GValue *value,
                              GParamSpec *pspec)
{
  if (prop_id == PROP_ACTING)
    comark_register_set_acting (COMARK_REGISTER (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
comark_register_class_init (ComarkRegisterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = comark_register_dispose;
  object_class->finalize = comark_register_finalize;
  object_class->get_property = comark_register_get_property;
  object_class->set_property = comark_register_set_property;

  props[PROP_ACTING]
    = g_param_spec_object ("acting", NULL, NULL, COMARK_TYPE_PERSON,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", COMARK_TYPE_REGISTER, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
comark_register_init (ComarkRegister *self)
{
  self->clock = comark_clock_new ();
}

/* ---- jobs ---- */

/* One request: what a desk needs, kept alive until the answer is back. */
typedef struct
{
  ComarkRegister *self; /* owned */
  ComarkStoreAccess mode;
  ComarkRegisterJob job;
  gpointer data;
  GDestroyNotify data_destroy;
  GDestroyNotify result_destroy;
  ComarkPerson *who;
  ComarkClock *clock;
  ComarkPurpose purpose;
  ComarkId op;
  guint n_tries;
} Request;

static void
request_free (Request *request)
{
  if (request->data_destroy != NULL)
    request->data_destroy (request->data);
  g_clear_object (&request->who);
  g_object_unref (request->clock);
  g_object_unref (request->self);
  g_free (request);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static Request *
request_new (ComarkRegister *self, ComarkStoreAccess mode, ComarkRegisterJob job, gpointer data)
{
  Request *request = g_new0 (Request, 1);

  request->self = g_object_ref (self);
  request->mode = mode;
  request->job = job;
  request->data = data;
  request->who = self->acting != NULL ? g_object_ref (self->acting) : NULL;
  request->clock = g_object_ref (self->clock);
  request->purpose = comark_store_get_purpose (self->store);
  request->op = comark_id_new ();
  return request;
}

/* On a worker. */
static gpointer
run_request (ComarkSql *sql, gpointer data, GCancellable *cancellable, GError **error)
{
  Request *request = data;
  ComarkDesk desk = {
    .sql = sql,
    .who = request->who,
    .clock = request->clock,
    .purpose = request->purpose,
    .cancellable = cancellable,
    .op = request->op,
  };

  return request->job (&desk, request->data, error);
}

static gboolean
may_try_again (Request *request, const GError *error)
{
  return ++request->n_tries < MAX_TRIES
         && (g_error_matches (error, COMARK_STORE_ERROR, COMARK_STORE_ERROR_UNCONFIRMED)
             || g_error_matches (error, COMARK_STORE_ERROR, COMARK_STORE_ERROR_CONNECTION_LOST)
             || g_error_matches (error, COMARK_STORE_ERROR, COMARK_STORE_ERROR_BUSY));
}

static guint
pause_ms (Request *request)
{
  return FIRST_PAUSE_MS << (request->n_tries - 1);
}

static void post_request (GTask *task);

static gboolean
on_pause_over_cb (gpointer user_data)
{
  post_request (user_data);
  return G_SOURCE_REMOVE;
}

static void
post_later (GTask *task, guint milliseconds)
{
  g_autoptr (GSource) source = g_timeout_source_new (milliseconds);

  g_task_attach_source (task, source, on_pause_over_cb);
}

static void
on_store_ran_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Request *request = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gpointer answer = comark_store_run_finish (result, &error);

  if (error == NULL)
    g_task_return_pointer (task, answer, request->result_destroy);
  else if (may_try_again (request, error))
    post_later (task, pause_ms (request));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
post_request (GTask *task)
{
  Request *request = g_task_get_task_data (task);

  comark_store_run_async (request->self->store, request->mode, run_request, request, NULL,
                          request->result_destroy, g_task_get_cancellable (task),
                          on_store_ran_cb, g_object_ref (task));
}

void
comark_register_run_async (ComarkRegister *self, ComarkStoreAccess mode, ComarkRegisterJob job,
                           gpointer data, GDestroyNotify data_destroy,
                           GDestroyNotify result_destroy, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Request *request = request_new (self, mode, job, data);

  request->data_destroy = data_destroy;
  request->result_destroy = result_destroy;
  g_task_set_source_tag (task, comark_register_run_async);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  /* A write past its commit is done even if the caller lost interest: say so. */
  g_task_set_check_cancellable (task, mode == COMARK_STORE_READ);
  post_request (task);
}

gpointer
comark_register_run_finish (ComarkRegister *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gpointer
comark_register_run (ComarkRegister *self, ComarkStoreAccess mode, ComarkRegisterJob job,
                     gpointer data, GError **error)
{
  g_autoptr (Request) request = request_new (self, mode, job, data);

  for (;;)
    {
      g_autoptr (GError) local = NULL;
      gpointer answer = comark_store_run (self->store, mode, run_request, request, NULL, &local);

      if (local == NULL)
        return answer;
      if (!may_try_again (request, local))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
      g_usleep (pause_ms (request) * 1000);
    }
}

/* ---- the register ---- */

ComarkRegister *
comark_register_new_for_store (ComarkStore *store)
{
  ComarkRegister *self = g_object_new (COMARK_TYPE_REGISTER, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
comark_register_take_organisation (ComarkRegister *self, char *organisation)
{
  g_free (self->organisation);
  self->organisation = organisation;
}

void
comark_register_close (ComarkRegister *self)
{
  comark_store_close (self->store);
}

void
comark_register_set_home (ComarkRegister *self, gboolean is_home)
{
  self->is_home = is_home;
}

gboolean
comark_register_is_home (ComarkRegister *self)
{
  return self->is_home;
}

const char *
comark_register_get_organisation (ComarkRegister *self)
{
  return self->organisation;
}

ComarkPurpose
comark_register_get_purpose (ComarkRegister *self)
{
  return comark_store_get_purpose (self->store);
}

ComarkClock *
comark_register_get_clock (ComarkRegister *self)
{
  return self->clock;
}

ComarkStore *
comark_register_get_store (ComarkRegister *self)
{
  return self->store;
}

gboolean
comark_register_is_embedded (ComarkRegister *self)
{
  return comark_store_get_engine (self->store) == COMARK_SQL_SQLITE;
}

gboolean
comark_register_is_read_only (ComarkRegister *self)
{
  return comark_store_is_read_only (self->store);
}

gboolean
comark_register_move_clock (ComarkRegister *self, gint64 now_ms, GError **error)
{
  if (comark_register_get_purpose (self) == COMARK_PURPOSE_LIVE)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                               "The clock can be moved only in a practice or demo register. "
                               "This one is in real use.");
  /* Jobs on their way keep the clock they were sent with. */
  g_clear_object (&self->clock);
  self->clock = comark_clock_new_at (now_ms);
  return TRUE;
}

ComarkPerson *
comark_register_get_acting (ComarkRegister *self)
{
  return self->acting;
}

void
comark_register_set_acting (ComarkRegister *self, ComarkPerson *person)
{
  if (g_set_object (&self->acting, person))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ACTING]);
}
