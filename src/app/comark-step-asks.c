/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-step-asks.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-compat.h"
#include "comark-desk-content.h"
#include "comark-desk-decision.h"
#include "comark-desk-panel.h"
#include "comark-desk-submissions.h"
#include "comark-note-dialog.h"

static GtkWindow *
window_of (GtkWidget *page)
{
  return GTK_WINDOW (gtk_widget_get_root (page));
}

typedef struct
{
  GtkWidget *page;
  char *ref;
  GtkWidget *button;
  ComarkRefAct act;
  ComarkReasonAct act_because;
  const char *said;
} Asked;

static Asked *
asked_new (GtkWidget *page, GtkWidget *button, const char *ref, const char *said)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->page = g_object_ref (page);
  asked->ref = g_strdup (ref);
  asked->button = g_object_ref (button);
  asked->said = said;
  return asked;
}

static void
asked_free (Asked *asked)
{
  g_object_unref (asked->page);
  g_free (asked->ref);
  g_object_unref (asked->button);
  g_free (asked);
}

static void
on_reason_given_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Asked *asked = user_data;
  g_autofree char *because = comark_ask_reason_finish (result, NULL);

  if (because != NULL)
    comark_act_run_reason (asked->page, asked->button, asked->act_because, asked->ref, because,
                           asked->said);
  asked_free (asked);
}

static void
on_confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Asked *asked = user_data;

  if (comark_confirm_finish (result, NULL))
    comark_act_run_ref (asked->page, asked->button, asked->act, asked->ref, asked->said);
  asked_free (asked);
}

void
comark_step_accept (GtkWidget *page, GtkWidget *button, const char *ref)
{
  comark_act_run_ref (page, button, comark_desk_accept, ref,
                      _("Accepted. The owner can prepare it."));
}

void
comark_step_redirect (GtkWidget *page, GtkWidget *button, const char *ref)
{
  Asked *asked = asked_new (page, button, ref, _("The owner is told why."));

  asked->act_because = comark_desk_redirect;
  comark_ask_reason_async (window_of (page), _("Out of scope?"),
                           _("This ends the submission. Say why, and what the owner can do "
                             "instead."),
                           _("What the owner will read"), _("Out of scope"), on_reason_given_cb,
                           asked);
}

void
comark_step_complete (GtkWidget *page, GtkWidget *button, const char *ref)
{
  Asked *asked = asked_new (page, button, ref, _("Checked. Now the panel can be invited."));

  asked->act = comark_desk_complete;
  comark_confirm_async (window_of (page), _("Is everything there?"),
                        _("You have looked through it: no patient can be recognised, and there "
                          "are formats that every member can read."),
                        _("Yes, all is there"), FALSE, on_confirmed_cb, asked);
}

void
comark_step_send_back (GtkWidget *page, GtkWidget *button, const char *ref)
{
  Asked *asked = asked_new (page, button, ref, _("Sent back to the owner."));

  asked->act_because = comark_desk_send_back;
  comark_ask_reason_async (window_of (page), _("Send it back?"),
                           _("The owner can change everything again, and submits it when it is "
                             "ready."),
                           _("What is missing"), _("Send back"), on_reason_given_cb, asked);
}

static gboolean
withdraw_without_reason (ComarkDesk *desk, const char *ref, GError **error)
{
  return comark_desk_withdraw (desk, ref, NULL, error);
}

void
comark_step_withdraw (GtkWidget *page, GtkWidget *button, const char *ref)
{
  Asked *asked = asked_new (page, button, ref, _("Withdrawn. It may come again at any time."));

  asked->act = withdraw_without_reason;
  comark_confirm_async (window_of (page), _("Withdraw this submission?"),
                        _("The panel stops working on it. You need give no reason, and it may be "
                          "put forward again at any time."),
                        _("Withdraw"), TRUE, on_confirmed_cb, asked);
}

static gpointer
decline_job (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_reply (desk, data, FALSE, error) ? COMARK_REGISTER_DONE : NULL;
}

static gboolean
on_go_back_cb (gpointer user_data)
{
  gtk_widget_activate_action (user_data, "submission.back", NULL);
  return G_SOURCE_REMOVE;
}

/* The submission is closed to them now. The page must outlive the words that are said. */
static gboolean
on_declined_cb (GtkWidget *page, gpointer answer, const GError *error, gpointer data)
{
  if (error == NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_go_back_cb, g_object_ref (page),
                     g_object_unref);
  return FALSE;
}

void
comark_step_decline (GtkWidget *page, GtkWidget *button, const char *ref)
{
  comark_act_run (page, &(ComarkAct) {
    .job = decline_job, .data = g_strdup (ref), .data_destroy = g_free, .trigger = button,
    .said = _("Thank you for saying so. What you wrote is kept; To do has a way back."),
    .done = on_declined_cb,
  });
}

/* ---- what it speaks of ---- */

static void
on_content_noted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Asked *asked = user_data;
  g_autoptr (ComarkNote) note = comark_note_dialog_finish (result, NULL);

  if (note != NULL)
    comark_act_run_reason (asked->page, asked->button, comark_desk_set_content_note, asked->ref,
                           note->words, asked->said);
  asked_free (asked);
}

void
comark_step_content_note (GtkWidget *page, GtkWidget *button, const char *ref, const char *note)
{
  Asked *asked = asked_new (page, button, ref, _("Members read this before they open it."));

  comark_note_dialog_ask (window_of (page), &(ComarkNoteQuestion) {
    .title = _("What it speaks of"), .accept_label = _("Keep"),
    .sentence = _("Some things are hard to read for somebody who has lived through them. Members "
                  "read this before they open the document, and choose. Leave it empty if there "
                  "is nothing of the kind."),
    .words_label = _("This document speaks of…"), .words = note,
  }, on_content_noted_cb, asked);
}

void
comark_step_close (GtkWidget *page, GtkWidget *button, const char *ref)
{
  Asked *asked = asked_new (page, button, ref, _("Closed."));

  asked->act = comark_desk_close;
  comark_confirm_async (window_of (page), _("Close this submission?"),
                        _("The owner has the letter, and the contributors know what changed "
                          "because of them. Nothing more is expected."),
                        _("Close it"), FALSE, on_confirmed_cb, asked);
}

