/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files that the window takes in and gives out: packs, reviews, certificates to check.
 */
#include <glib/gi18n.h>

#include "comark-act-host.h"
#include "comark-act.h"
#include "comark-desk-decision.h"
#include "comark-desk-exchange.h"
#include "comark-desk-files.h"
#include "comark-window-private.h"

/* ---- asking for one ---- */

typedef struct
{
  ComarkWindow *self;
  ComarkWindowFileStep next;
} Choosing;

static void
on_file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Choosing *choosing = user_data;
  g_autoptr (ComarkWindow) self = choosing->self;
  g_autoptr (GFile) file = comark_choose_file_finish (result, NULL);

  if (file != NULL && self->stack != NULL)
    choosing->next (self, file);
}

void
comark_window_choose_file (ComarkWindow *self, const ComarkFileQuestion *question,
                           ComarkWindowFileStep next)
{
  Choosing *choosing = g_new0 (Choosing, 1);

  choosing->self = g_object_ref (self);
  choosing->next = next;
  comark_choose_file_async (GTK_WINDOW (self), question, on_file_chosen_cb, choosing);
}

/* ---- packs and reviews in ---- */

static gpointer
import_pack_job (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_import_pack (desk, data, error);
}

static gboolean
on_pack_imported_cb (GtkWidget *page, gpointer answer, const GError *error, gpointer user_data)
{
  if (error == NULL)
    comark_window_open_submission (COMARK_WINDOW (page), answer);
  return FALSE;
}

static void
import_pack (ComarkWindow *self, GFile *file)
{
  comark_act_run (GTK_WIDGET (self), &(ComarkAct) { .job = import_pack_job,
                                                    .data = g_object_ref (file),
                                                    .data_destroy = g_object_unref,
                                                    .answer_destroy = g_free,
                                                    .said = _("The pack is in the register."),
                                                    .done = on_pack_imported_cb });
}

/* A pack that was found in order, and what it holds. */
typedef struct
{
  ComarkWindow *self; /* NULL on the worker */
  GFile *file;
  char *summary;
} PackQuestion;

static void
pack_question_free (gpointer data)
{
  PackQuestion *question = data;

  g_clear_object (&question->self);
  g_clear_object (&question->file);
  g_free (question->summary);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PackQuestion, pack_question_free)

static gpointer
check_pack_job (ComarkDesk *desk, gpointer data, GError **error)
{
  g_autoptr (PackQuestion) question = g_new0 (PackQuestion, 1);

  question->file = g_object_ref (data);
  return comark_desk_check_pack (desk, data, &question->summary, error)
           ? g_steal_pointer (&question)
           : NULL;
}

static void
on_pack_confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PackQuestion) question = user_data;

  if (comark_confirm_finish (result, NULL) && question->self->stack != NULL)
    import_pack (question->self, question->file);
}

static gboolean
on_pack_checked_cb (GtkWidget *page, gpointer answer, const GError *error, gpointer user_data)
{
  PackQuestion *found = answer, *question;

  if (error != NULL)
    {
      comark_window_tell (COMARK_WINDOW (page), _("This pack cannot be imported"), error->message);
      return TRUE;
    }
  question = g_new0 (PackQuestion, 1);
  question->self = g_object_ref (COMARK_WINDOW (page));
  question->file = g_object_ref (found->file);
  comark_confirm_async (GTK_WINDOW (page), _("Import this pack?"), found->summary, _("Import"),
                        FALSE, on_pack_confirmed_cb, question);
  return TRUE;
}

static void
check_pack (ComarkWindow *self, GFile *file)
{
  comark_act_read (GTK_WIDGET (self), &(ComarkAct) { .job = check_pack_job,
                                                     .data = g_object_ref (file),
                                                     .data_destroy = g_object_unref,
                                                     .answer_destroy = pack_question_free,
                                                     .done = on_pack_checked_cb });
}

void
comark_window_import_pack_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const patterns[] = { "*.copack", NULL };

  comark_window_choose_file (COMARK_WINDOW (widget),
                             &(ComarkFileQuestion) { .what = COMARK_CHOOSE_OPEN,
                                                     .title = _("Import a submission pack"),
                                                     .filter_name = _("Submission packs"),
                                                     .patterns = patterns },
                             check_pack);
}

static gpointer
import_review_job (ComarkDesk *desk, gpointer data, GError **error)
{
  char *summary = NULL;

  return comark_desk_import_review (desk, data, &summary, error) ? summary : NULL;
}

static gboolean
on_review_imported_cb (GtkWidget *page, gpointer answer, const GError *error, gpointer user_data)
{
  if (error == NULL)
    comark_window_tell (COMARK_WINDOW (page), _("The review is in the register"), answer);
  else
    comark_window_tell (COMARK_WINDOW (page), _("This review cannot be imported"), error->message);
  return TRUE;
}

static void
import_review (ComarkWindow *self, GFile *file)
{
  comark_act_run (GTK_WIDGET (self), &(ComarkAct) { .job = import_review_job,
                                                    .data = g_object_ref (file),
                                                    .data_destroy = g_object_unref,
                                                    .answer_destroy = g_free,
                                                    .done = on_review_imported_cb });
}

void
comark_window_import_review_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const patterns[] = { "*.coreview", NULL };

  comark_window_choose_file (COMARK_WINDOW (widget),
                             &(ComarkFileQuestion) { .what = COMARK_CHOOSE_OPEN,
                                                     .title = _("Import a review"),
                                                     .filter_name = _("Reviews"),
                                                     .patterns = patterns },
                             import_review);
}

/* ---- packs and reviews out ---- */

typedef struct
{
  char *ref;
  GFile *file;
  gboolean is_review;
} ExportJob;

static void
export_job_free (gpointer data)
{
  ExportJob *job = data;

  g_free (job->ref);
  g_clear_object (&job->file);
  g_free (job);
}

static gpointer
export_job (ComarkDesk *desk, gpointer data, GError **error)
{
  ExportJob *job = data;
  gboolean done = job->is_review
                    ? comark_desk_export_review (desk, job->ref, NULL, job->file, error)
                    : comark_desk_export_pack (desk, job->ref, job->file, error);

  return done ? COMARK_REGISTER_DONE : NULL;
}

static void
export (ComarkWindow *self, GFile *file, gboolean is_review)
{
  ExportJob *job;

  if (self->submission == NULL)
    return;
  job = g_new0 (ExportJob, 1);
  job->ref = g_strdup (comark_submission_page_get_ref (self->submission));
  job->file = g_object_ref (file);
  job->is_review = is_review;
  comark_act_run (GTK_WIDGET (self), &(ComarkAct) { .job = export_job,
                                                    .data = job,
                                                    .data_destroy = export_job_free,
                                                    .said = _("The file is written.") });
}

static void
export_pack (ComarkWindow *self, GFile *file)
{
  export (self, file, FALSE);
}

static void
export_review (ComarkWindow *self, GFile *file)
{
  export (self, file, TRUE);
}

static void
ask_where_to_export (ComarkWindow *self, const char *title, const char *ending,
                     ComarkWindowFileStep next)
{
  g_autofree char *suggestion = NULL;

  if (self->submission == NULL)
    return;
  comark_window_flush (self);
  suggestion = g_strconcat (comark_submission_page_get_ref (self->submission), ending, NULL);
  comark_window_choose_file (self,
                             &(ComarkFileQuestion) { .what = COMARK_CHOOSE_SAVE,
                                                     .title = title,
                                                     .initial_name = suggestion },
                             next);
}

void
comark_window_export_pack_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_where_to_export (COMARK_WINDOW (widget), _("Export the submission as a pack"), ".copack",
                       export_pack);
}

void
comark_window_export_review_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_where_to_export (COMARK_WINDOW (widget), _("Export my review"), ".coreview", export_review);
}

/* ---- checking a certificate ---- */

static gpointer
verify_job (ComarkDesk *desk, gpointer data, GError **error)
{
  g_autoptr (GBytes) bytes = comark_desk_load_file (data, desk->cancellable, error);

  return bytes != NULL ? comark_desk_verify (desk, NULL, bytes, error) : NULL;
}

static gboolean
on_verified_cb (GtkWidget *page, gpointer answer, const GError *error, gpointer user_data)
{
  ComarkVerification *verification = answer;

  if (error != NULL)
    return FALSE;
  comark_window_tell (COMARK_WINDOW (page),
                      verification->number != NULL ? verification->number
                                                   : _("No mark was found"),
                      verification->sentence);
  return TRUE;
}

static void
verify_file (ComarkWindow *self, GFile *file)
{
  comark_act_read (GTK_WIDGET (self),
                   &(ComarkAct) { .job = verify_job,
                                  .data = g_object_ref (file),
                                  .data_destroy = g_object_unref,
                                  .answer_destroy = (GDestroyNotify) comark_verification_free,
                                  .done = on_verified_cb });
}

void
comark_window_verify_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const ComarkFileQuestion question
    = { .what = COMARK_CHOOSE_OPEN, .title = _("Check a certificate or document") };

  comark_window_choose_file (COMARK_WINDOW (widget), &question, verify_file);
}
