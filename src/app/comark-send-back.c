/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-send-back.h"

#include <glib/gi18n.h>

#include "comark-act-host.h"
#include "comark-act.h"
#include "comark-compat.h"
#include "comark-desk-home.h"
#include "comark-desk-panel.h"
#include "comark-note-dialog.h"
#include "comark-part.h"

/* One sending, handed from one question to the next. */
typedef struct
{
  GtkWidget *page; /* owned but on the worker, where it is NULL */
  char *ref;
  gboolean hand_in;
  GFile *file;
} Sending;

static void
sending_free (gpointer data)
{
  Sending *self = data;

  g_clear_object (&self->page);
  g_clear_object (&self->file);
  g_free (self->ref);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sending, sending_free)

static Sending *
sending_new (const char *ref, gboolean hand_in)
{
  Sending *self = g_new0 (Sending, 1);

  self->ref = g_strdup (ref);
  self->hand_in = hand_in;
  return self;
}

/* ---- writing ---- */

static gpointer
write_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Sending *self = data;

  return comark_desk_send_home_review (desk, self->ref, self->hand_in, self->file, error)
           ? COMARK_REGISTER_DONE
           : NULL;
}

static gboolean
on_written_cb (GtkWidget *page, gpointer answer, const GError *error, gpointer data)
{
  GtkRoot *root = gtk_widget_get_root (page);

  if (error != NULL)
    return FALSE;
  comark_act_host_tell (COMARK_ACT_HOST (root), NULL, _("The file is written"),
                        _("Now send it to the administrator, for example with an e-mail, or take "
                          "it along. You can go on here and send it again: what came earlier is "
                          "never lost."));
  return TRUE;
}

static void
on_file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Sending) self = user_data;
  g_autoptr (GFile) file = comark_choose_file_finish (result, NULL);
  Sending *job;

  if (file == NULL || gtk_widget_get_root (self->page) == NULL)
    return;
  job = sending_new (self->ref, self->hand_in);
  job->file = g_steal_pointer (&file);
  comark_act_run (self->page, &(ComarkAct) { .job = write_job, .data = job,
                                             .data_destroy = sending_free,
                                             .done = on_written_cb });
}

static void
ask_where (Sending *self)
{
  g_autofree char *name = g_strconcat (self->ref, ".coreview", NULL);

  comark_choose_file_async (comark_part_window (self->page),
                            &(ComarkFileQuestion) { .what = COMARK_CHOOSE_SAVE,
                                                    .title = _("Send the review back"),
                                                    .initial_name = name },
                            on_file_chosen_cb, self);
}

/* ---- asking ---- */

static void
on_draft_confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Sending) self = user_data;

  if (comark_confirm_finish (result, NULL))
    ask_where (g_steal_pointer (&self));
}

static void
on_how_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Sending) self = user_data;
  g_autoptr (ComarkNote) note = comark_note_dialog_finish (result, NULL);

  if (note == NULL)
    return;
  self->hand_in = note->who == 0;
  ask_where (g_steal_pointer (&self));
}

static void
ask_how (Sending *self)
{
  const char *const ways[]
    = { _("Hand it in"), _("Keep it as a draft, so that I can go on"), NULL };

  comark_note_dialog_ask (comark_part_window (self->page), &(ComarkNoteQuestion) {
    .title = _("Send your review back"),
    .sentence = _("Nothing is missing. Once it is handed in, your first ratings stay as they are."),
    .accept_label = _("Save the file…"),
    .who_label = _("When it arrives"), .who = ways,
  }, on_how_answered_cb, self);
}

static void
ask_about_draft (Sending *self, char **missing)
{
  guint n = g_strv_length (missing);
  g_autofree char *body = g_strdup_printf (
    /* translators: answers and reasons that a whole review needs */
    ngettext ("One thing is still missing. It goes back as a draft, and you can send it again "
              "later.",
              "%u things are still missing. It goes back as a draft, and you can send it again "
              "later.", n), n);

  comark_confirm_async (comark_part_window (self->page), _("Send back what you have so far?"),
                        body, _("Save the file…"), FALSE, on_draft_confirmed_cb, self);
}

static gpointer
missing_job (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_missing_to_rate (desk, data, error);
}

static gboolean
on_missing_read_cb (GtkWidget *page, gpointer answer, const GError *error, gpointer data)
{
  char **missing = answer;
  Sending *self;

  if (error != NULL)
    return FALSE;
  self = sending_new (comark_submission_tab_get_ref (COMARK_SUBMISSION_TAB (page)), FALSE);
  self->page = g_object_ref (page);
  if (*missing == NULL)
    ask_how (self);
  else
    ask_about_draft (self, missing);
  return TRUE;
}

void
comark_send_back_begin (ComarkSubmissionTab *page)
{
  comark_act_read (GTK_WIDGET (page), &(ComarkAct) {
    .job = missing_job, .data = g_strdup (comark_submission_tab_get_ref (page)),
    .data_destroy = g_free, .answer_destroy = (GDestroyNotify) g_strfreev,
    .done = on_missing_read_cb,
  });
}
