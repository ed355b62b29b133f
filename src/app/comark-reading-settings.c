/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-reading-settings.h"

#include "comark-act-host.h"
#include "comark-desk-preferences.h"

#define REST_MS 300 /* after the last change, before it is kept */

struct _ComarkReadingSettings
{
  GObject parent_instance;

  ComarkReadingLook look;
  ComarkRegister *reg; /* borrowed: it owns this; NULL: of no register */
  ComarkId person;     /* whose look it is */
  gboolean is_read;    /* what was kept is known, so that it is not lost by keeping */
  guint keep;          /* source: there is something to keep */
};

static guint signal_changed;

G_DEFINE_FINAL_TYPE (ComarkReadingSettings, comark_reading_settings, G_TYPE_OBJECT)

static void
take (ComarkReadingSettings *self, const ComarkReadingLook *look)
{
  if (comark_reading_look_equal (look, &self->look))
    return;
  self->look = *look;
  g_signal_emit (self, signal_changed, 0);
}

static gboolean
is_acting (ComarkReadingSettings *self, const ComarkId *id)
{
  ComarkPerson *acting = self->reg != NULL ? comark_register_get_acting (self->reg) : NULL;

  return acting != NULL && comark_id_equal (&acting->id, id);
}

/* ---- keeping ---- */

static gpointer
keep_job (ComarkDesk *desk, gpointer look, GError **error)
{
  return comark_desk_set_reading_look (desk, look, error) ? COMARK_REGISTER_DONE : NULL;
}

static void
on_kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  /* It is seen and heard all the same; a sentence at each press of a button would only disturb. */
  if (comark_register_run_finish (COMARK_REGISTER (source), result, &error) == NULL)
    g_debug ("The way to read is not kept: %s", error->message);
}

void
comark_reading_settings_flush (ComarkReadingSettings *self)
{
  g_return_if_fail (COMARK_IS_READING_SETTINGS (self));

  if (self->keep == 0 || !self->is_read)
    return;
  g_clear_handle_id (&self->keep, g_source_remove);
  if (is_acting (self, &self->person))
    comark_register_run_async (self->reg, COMARK_STORE_WRITE, keep_job,
                               g_memdup2 (&self->look, sizeof self->look), g_free, NULL, NULL,
                               on_kept_cb, NULL);
}

static gboolean
on_rested_cb (gpointer data)
{
  comark_reading_settings_flush (data);
  return G_SOURCE_CONTINUE; /* until it was kept */
}

void
comark_reading_settings_set (ComarkReadingSettings *self, const ComarkReadingLook *look)
{
  g_return_if_fail (COMARK_IS_READING_SETTINGS (self));

  if (comark_reading_look_equal (look, &self->look))
    return;
  g_clear_handle_id (&self->keep, g_source_remove);
  if (self->reg != NULL)
    self->keep = g_timeout_add (REST_MS, on_rested_cb, self);
  take (self, look);
}

const ComarkReadingLook *
comark_reading_settings_get (ComarkReadingSettings *self)
{
  return &self->look;
}

/* ---- reading ---- */

typedef struct
{
  ComarkReadingSettings *self; /* owned */
  ComarkId person;             /* whose settings are asked for */
} Request;

static gpointer
read_job (ComarkDesk *desk, gpointer data, GError **error)
{
  g_autofree ComarkReadingLook *look = g_new (ComarkReadingLook, 1);

  return comark_desk_get_reading_look (desk, look, error) ? g_steal_pointer (&look) : NULL;
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  const ComarkReadingLook usual = comark_reading_look_usual ();
  g_autofree Request *request = user_data;
  g_autoptr (ComarkReadingSettings) self = request->self;
  g_autofree ComarkReadingLook *look
    = comark_register_run_finish (COMARK_REGISTER (source), result, NULL);

  if (self->is_read || !is_acting (self, &request->person))
    return;
  if (look == NULL) /* and would be lost */
    {
      g_clear_handle_id (&self->keep, g_source_remove);
      return;
    }
  /* Somebody was quick: what they changed meanwhile holds. */
  self->is_read = TRUE;
  comark_reading_look_redo (look, &usual, &self->look);
  take (self, look);
}

static void
read_look (ComarkReadingSettings *self)
{
  Request *request = g_new0 (Request, 1);

  request->self = g_object_ref (self);
  request->person = self->person;
  comark_register_run_async (self->reg, COMARK_STORE_READ, read_job, NULL, NULL, g_free, NULL,
                             on_read_cb, request);
}

/* The same person comes anew whenever the list of people is read. */
static void
on_acting_cb (ComarkReadingSettings *self)
{
  ComarkPerson *person = comark_register_get_acting (self->reg);
  ComarkReadingLook usual = comark_reading_look_usual ();

  if (person != NULL && comark_id_equal (&person->id, &self->person))
    return;
  g_clear_handle_id (&self->keep, g_source_remove);
  self->person = person != NULL ? person->id : COMARK_ID_NONE;
  self->is_read = FALSE;
  take (self, &usual);
  if (person != NULL)
    read_look (self);
}

/* ---- class ---- */

static void
comark_reading_settings_dispose (GObject *object)
{
  ComarkReadingSettings *self = COMARK_READING_SETTINGS (object);

  g_clear_handle_id (&self->keep, g_source_remove);
  self->reg = NULL;
  G_OBJECT_CLASS (comark_reading_settings_parent_class)->dispose (object);
}

static void
comark_reading_settings_class_init (ComarkReadingSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = comark_reading_settings_dispose;
  signal_changed = g_signal_new ("changed", COMARK_TYPE_READING_SETTINGS, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
comark_reading_settings_init (ComarkReadingSettings *self)
{
  self->look = comark_reading_look_usual ();
}

/* The register goes first where somebody still holds on to its settings. */
static void
leave_register (gpointer data)
{
  ComarkReadingSettings *self = data;

  g_clear_handle_id (&self->keep, g_source_remove);
  self->reg = NULL;
  g_object_unref (self);
}

ComarkReadingSettings *
comark_reading_settings_of (GtkWidget *widget)
{
  static const char key[] = "comark-reading-settings";
  ComarkActHost *host = comark_act_host_of (widget);
  ComarkRegister *reg = host != NULL ? comark_act_host_get_register (host) : NULL;
  ComarkReadingSettings *self;

  if (reg == NULL)
    return g_object_new (COMARK_TYPE_READING_SETTINGS, NULL);
  self = g_object_get_data (G_OBJECT (reg), key);
  if (self != NULL)
    return g_object_ref (self);
  self = g_object_new (COMARK_TYPE_READING_SETTINGS, NULL);
  self->reg = reg;
  g_object_set_data_full (G_OBJECT (reg), key, g_object_ref (self), leave_register);
  g_signal_connect_object (reg, "notify::acting", G_CALLBACK (on_acting_cb), self,
                           G_CONNECT_SWAPPED);
  on_acting_cb (self);
  return self;
}
