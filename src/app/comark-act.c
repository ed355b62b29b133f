/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-act.h"

#include <glib/gi18n.h>

#include "comark-act-host.h"
#include "comark-store-error.h"

typedef struct
{
  GtkWidget *page;
  ComarkActHost *host;
  GtkWidget *trigger; /* nullable */
  gboolean had_focus;
  gboolean writes;
  char *said;
  GDestroyNotify answer_destroy;
  ComarkActDone done;
  gpointer done_data;
} Running;

static void
running_free (Running *running)
{
  g_clear_object (&running->page);
  g_clear_object (&running->host);
  g_clear_object (&running->trigger);
  g_free (running->said);
  g_free (running);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Running, running_free)

/* ---- errors ---- */

static const char *
heading_for (const GError *error)
{
  if (error->domain == COMARK_DESK_ERROR)
    switch ((ComarkDeskError) error->code)
      {
      case COMARK_DESK_ERROR_REFUSED:
        return _("This cannot be done now");
      case COMARK_DESK_ERROR_MISSING:
        return _("Something is still missing");
      case COMARK_DESK_ERROR_CHANGED:
        return _("Somebody else changed this");
      case COMARK_DESK_ERROR_NO_SUCH:
        return _("There is nothing to show");
      case COMARK_DESK_ERROR_INVALID:
      default:
        return _("Please check what you wrote");
      }
  if (error->domain == COMARK_STORE_ERROR)
    return _("This was not saved");
  return _("That did not work");
}

static void
show_error (ComarkActHost *host, GtkWidget *page, const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (page);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (g_error_matches (error, COMARK_STORE_ERROR, COMARK_STORE_ERROR_BUSY))
    comark_act_host_say (host, _("Somebody else is saving. Please try again."));
  else
    comark_act_host_tell (host, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                          heading_for (error), error->message);
}

void
comark_act_show_error (GtkWidget *page, const GError *error)
{
  ComarkActHost *host = comark_act_host_of (page);

  if (host != NULL)
    show_error (host, page, error);
}

/* ---- running ---- */

/* An insensitive widget loses the focus for good, which would throw keyboard users to the top. */
static void
hold_trigger (Running *running, GtkWidget *trigger)
{
  GtkRoot *root;

  if (trigger == NULL)
    return;
  root = gtk_widget_get_root (trigger);
  running->trigger = g_object_ref (trigger);
  running->had_focus = root != NULL && gtk_root_get_focus (root) == trigger;
  gtk_widget_set_sensitive (trigger, FALSE);
}

static void
let_go_of_trigger (Running *running)
{
  if (running->trigger == NULL)
    return;
  gtk_widget_set_sensitive (running->trigger, TRUE);
  if (running->had_focus && gtk_widget_get_mapped (running->trigger))
    gtk_widget_grab_focus (running->trigger);
}

static void
on_job_finished_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Running) running = user_data;
  g_autoptr (GError) error = NULL;
  gpointer answer = comark_register_run_finish (COMARK_REGISTER (source), result, &error);
  gboolean is_there = gtk_widget_get_root (running->page) != NULL;
  gboolean said = FALSE;

  let_go_of_trigger (running);
  if (running->done != NULL && is_there)
    said = running->done (running->page, answer, error, running->done_data);
  if (error != NULL && !said)
    show_error (running->host, running->page, error);
  else if (error == NULL && !said && running->said != NULL)
    comark_act_host_say (running->host, running->said);
  if (error == NULL && running->writes)
    comark_act_host_acted (running->host);
  if (running->answer_destroy != NULL && answer != NULL && answer != COMARK_REGISTER_DONE)
    running->answer_destroy (answer);
}

static void
run (GtkWidget *page, const ComarkAct *act, gboolean writes)
{
  ComarkActHost *host = comark_act_host_of (page);
  ComarkRegister *reg = host != NULL ? comark_act_host_get_register (host) : NULL;
  Running *running;

  if (reg == NULL)
    {
      if (act->data_destroy != NULL && act->data != NULL)
        act->data_destroy (act->data);
      return;
    }
  running = g_new0 (Running, 1);
  running->page = g_object_ref (page);
  running->host = g_object_ref (host);
  running->writes = writes;
  running->said = g_strdup (act->said);
  running->answer_destroy = act->answer_destroy;
  running->done = act->done;
  running->done_data = act->done_data;
  hold_trigger (running, act->trigger);
  comark_register_run_async (reg, writes ? COMARK_STORE_WRITE : COMARK_STORE_READ, act->job,
                             act->data, act->data_destroy, act->answer_destroy,
                             writes ? NULL : act->cancellable, on_job_finished_cb, running);
}

void
comark_act_run (GtkWidget *page, const ComarkAct *act)
{
  g_return_if_fail (GTK_IS_WIDGET (page));
  g_return_if_fail (act->job != NULL);

  run (page, act, TRUE);
}

void
comark_act_read (GtkWidget *page, const ComarkAct *act)
{
  g_return_if_fail (GTK_IS_WIDGET (page));
  g_return_if_fail (act->job != NULL);

  run (page, act, FALSE);
}

/* ---- the two usual shapes ---- */

typedef struct
{
  ComarkRefAct by_ref;
  ComarkReasonAct by_reason;
  char *ref;
  char *because;
} RefJob;

static void
ref_job_free (gpointer data)
{
  RefJob *job = data;

  g_free (job->ref);
  g_free (job->because);
  g_free (job);
}

static gpointer
ref_job (ComarkDesk *desk, gpointer data, GError **error)
{
  RefJob *job = data;
  gboolean done = job->by_ref != NULL ? job->by_ref (desk, job->ref, error)
                                      : job->by_reason (desk, job->ref, job->because, error);

  return done ? COMARK_REGISTER_DONE : NULL;
}

static void
run_ref_job (GtkWidget *page, GtkWidget *trigger, RefJob job, const char *said)
{
  RefJob *copy = g_memdup2 (&job, sizeof job);

  comark_act_run (page, &(ComarkAct) { .job = ref_job,
                                       .data = copy,
                                       .data_destroy = ref_job_free,
                                       .said = said,
                                       .trigger = trigger });
}

void
comark_act_run_ref (GtkWidget *page, GtkWidget *trigger, ComarkRefAct act, const char *ref,
                    const char *said)
{
  run_ref_job (page, trigger, (RefJob) { .by_ref = act, .ref = g_strdup (ref) }, said);
}

void
comark_act_run_reason (GtkWidget *page, GtkWidget *trigger, ComarkReasonAct act, const char *ref,
                       const char *because, const char *said)
{
  RefJob job = { .by_reason = act, .ref = g_strdup (ref), .because = g_strdup (because) };

  run_ref_job (page, trigger, job, said);
}
