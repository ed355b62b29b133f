/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one way in which a page does or reads something: off the main loop, as the acting person,
 * with one place where errors are shown.
 *
 *   comark_act_run (GTK_WIDGET (self), &(ComarkAct) {
 *     .job = save_job, .data = form_copy (self), .data_destroy = form_free,
 *     .trigger = button, .said = _("Saved."), .done = on_saved_cb,
 *   });
 *
 * A page never calls the desk, the register or the store by itself, and never keeps an answer of
 * its own where the next dossier brings it anyway.
 */
#pragma once

#include <gtk/gtk.h>

#include "comark-register.h"

G_BEGIN_DECLS

/* What came of it, on the main thread. @answer is what the job returned, lent until this returns:
 * take a reference or a copy of what shall stay; on an error it is NULL.
 * Not called if @page has left the window meanwhile.
 * Returns TRUE if the page has said all there is to say itself: then no toast and no error is
 * shown. G_IO_ERROR_CANCELLED is never shown. */
typedef gboolean (*ComarkActDone) (GtkWidget *page, gpointer answer, const GError *error,
                                   gpointer done_data);

/* All but @job may be left out. */
typedef struct
{
  ComarkRegisterJob job;         /* runs on a worker: touches @data only, no widget */
  gpointer data;                 /* a copy of all that the job needs; not the page */
  GDestroyNotify data_destroy;   /* frees @data, on the main thread */
  GDestroyNotify answer_destroy; /* frees the answer after @done */
  const char *said;              /* a short sentence after success; NULL: silent, as for a draft */
  GtkWidget *trigger;            /* a button, insensitive until the answer; keeps its focus */
  ComarkActDone done;
  gpointer done_data; /* must live until @done: the page itself, or something it owns */
  GCancellable *cancellable;     /* for reading only; what writes is never cut short */
} ComarkAct;

/* Runs @act as a WRITE job of the register that is open in the window of @page. Afterwards the
 * window fetches again what it shows (a submission: its dossier). */
void comark_act_run (GtkWidget *page, const ComarkAct *act);

/* Runs @act as a READ job: for what is not in the dossier, as the bytes of a document. */
void comark_act_read (GtkWidget *page, const ComarkAct *act);

/* The two shapes that most acts on a submission have, as comark_desk_seal() and
 * comark_desk_send_back(). @trigger is nullable. */
typedef gboolean (*ComarkRefAct) (ComarkDesk *desk, const char *ref, GError **error);
typedef gboolean (*ComarkReasonAct) (ComarkDesk *desk, const char *ref, const char *because,
                                     GError **error);
void comark_act_run_ref (GtkWidget *page, GtkWidget *trigger, ComarkRefAct act, const char *ref,
                         const char *said);
void comark_act_run_reason (GtkWidget *page, GtkWidget *trigger, ComarkReasonAct act,
                            const char *ref, const char *because, const char *said);

/* Shows @error where errors are shown: in passing if trying again helps, else in a dialog. */
void comark_act_show_error (GtkWidget *page, const GError *error);

G_END_DECLS
