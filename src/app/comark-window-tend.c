/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looking after the open register, once the person has had time to begin.
 */
#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-act-host.h"
#include "comark-desk-questions.h"
#include "comark-store-error.h"
#include "comark-store-tend.h"
#include "comark-window-private.h"

#define WAIT_SECONDS 10

static void
tell_damage (ComarkWindow *self, const GError *error)
{
  g_autofree char *folder = comark_store_tend_folder ();
  g_autofree char *body
    = g_strdup_printf (_("%s\n\nStop working in it. Comark keeps a safety copy of each of the last "
                         "%d days in “%s”: open the newest one that is right."),
                       error->message, COMARK_SAFETY_COPIES, folder);

  comark_window_tell (self, _("This register's file is damaged"), body);
}

static void
on_tended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (comark_store_tend_finish (result, &error) || self->stack == NULL
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (g_error_matches (error, COMARK_STORE_ERROR, COMARK_STORE_ERROR_CORRUPT))
    {
      tell_damage (self, error);
      return;
    }
  words = g_strdup_printf (_("Today's safety copy was not made. %s"), error->message);
  comark_act_host_say (COMARK_ACT_HOST (self), words);
}

/* Only what is real is worth a copy a day. */
static char *
copies_folder (ComarkWindow *self)
{
  if (comark_register_get_purpose (self->reg) != COMARK_PURPOSE_LIVE)
    return NULL;
  return comark_store_tend_folder ();
}

static gpointer
catch_up_job (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_end_overdue_askings (desk, NULL, error) ? COMARK_REGISTER_DONE : NULL;
}

/* Nobody asked for it, so nobody is told that it did not work; the next time tries again. */
static gboolean
on_caught_up_cb (GtkWidget *page, gpointer answer, const GError *error, gpointer data)
{
  if (error != NULL)
    g_debug ("not caught up: %s", error->message);
  return TRUE;
}

/* What the clock does by itself in the register. */
static void
catch_up (ComarkWindow *self)
{
  comark_act_run (GTK_WIDGET (self), &(ComarkAct) { .job = catch_up_job,
                                                    .done = on_caught_up_cb });
}

static gboolean
on_due_cb (gpointer user_data)
{
  ComarkWindow *self = user_data;
  gint64 now_ms = g_get_real_time () / 1000;
  g_autofree char *day = comark_day_from_ms (now_ms);
  g_autofree char *folder = copies_folder (self);

  self->tending = 0;
  comark_store_tend_async (comark_register_get_store (self->reg), folder, day,
                           comark_clock_now_ms (comark_register_get_clock (self->reg)),
                           self->cancellable, on_tended_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

void
comark_window_tend (ComarkWindow *self)
{
  catch_up (self);
  g_clear_handle_id (&self->tending, g_source_remove);
  self->tending = g_timeout_add_seconds (WAIT_SECONDS, on_due_cb, self);
}
