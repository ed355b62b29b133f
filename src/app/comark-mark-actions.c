/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each way is a chain of steps, and one Errand goes along it. From the first answer on an errand
 * holds to the window rather than to the page: what was printed is noted even if the page has
 * gone meanwhile.
 */
#include "comark-mark-actions.h"

#include <glib/gi18n.h>

#include "comark-act-host.h"
#include "comark-act.h"
#include "comark-certificate-export.h"
#include "comark-compat.h"
#include "comark-desk-decision.h"
#include "comark-mark-sheet.h"
#include "comark-print.h"

#define PICTURE_DPI 300

static const struct
{
  const char *nick, *pattern, *filter, *title;
} formats[] = {
  [COMARK_MARK_FILE_PDF] = { "pdf", "*.pdf", N_("PDF documents"), N_("Save the certificate") },
  [COMARK_MARK_FILE_PNG] = { "png", "*.png", N_("PNG pictures"), N_("Save a picture of it") },
};

typedef struct _Errand Errand;
struct _Errand
{
  GtkWidget *host;    /* the window, or what stands for it in a test */
  GtkWidget *trigger; /* nullable */
  ComarkMark *mark;
  ComarkAward *award; /* NULL until it is allowed */
  ComarkMarkFile format;
  GFile *file;   /* nullable */
  char *because; /* nullable */
  void (*go) (Errand *errand); /* what to do once it is allowed */
};

static void
errand_clear (gpointer data)
{
  Errand *errand = data;

  g_clear_object (&errand->host);
  g_clear_object (&errand->trigger);
  g_clear_object (&errand->mark);
  g_clear_pointer (&errand->award, comark_award_unref);
  g_clear_object (&errand->file);
  g_free (errand->because);
}

static void
errand_unref (gpointer errand)
{
  g_atomic_rc_box_release_full (errand, errand_clear);
}

static Errand *
errand_ref (Errand *errand)
{
  return g_atomic_rc_box_acquire (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_unref)

/* NULL if @page is in no window any more. */
static Errand *
errand_new (GtkWidget *page, GtkWidget *trigger, ComarkMark *mark)
{
  ComarkActHost *host = comark_act_host_of (page);
  Errand *errand;

  if (host == NULL)
    return NULL;
  errand = g_atomic_rc_box_new0 (Errand);
  errand->host = GTK_WIDGET (g_object_ref (host));
  errand->trigger = trigger != NULL ? g_object_ref (trigger) : NULL;
  errand->mark = g_object_ref (mark);
  return errand;
}

static GtkWindow *
window_of (Errand *errand)
{
  GtkRoot *root = gtk_widget_get_root (errand->host);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* ---- may they, and what would it look like? ---- */

/* The mark as it stands now: what is on the screen may be older. */
static gpointer
allowed_sheet_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Errand *errand = data;
  g_autoptr (ComarkMark) now = comark_desk_find_mark (desk, errand->mark->number, error);

  if (now == NULL
      || !comark_desk_allow (desk, &now->submission, COMARK_ACTION_EXPORT_MARK, error))
    return NULL;
  return comark_mark_sheet_job (desk, now, error);
}

static void
on_warning_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;

  if (comark_confirm_finish (result, NULL))
    errand->go (errand);
}

static gboolean
on_sheet_read_cb (GtkWidget *host, gpointer answer, const GError *error, gpointer user_data)
{
  Errand *errand = user_data;
  ComarkMarkSheet *sheet = answer;

  if (sheet == NULL)
    return FALSE;
  errand->award = comark_award_ref (sheet->award);
  if (sheet->warning == NULL)
    errand->go (errand);
  else
    comark_confirm_async (window_of (errand), _("The certificate will not look as it is written"),
                          sheet->warning, _("Go on"), FALSE, on_warning_answered_cb,
                          errand_ref (errand));
  return TRUE;
}

/* Takes @errand (nullable). */
static void
start (Errand *errand, void (*go) (Errand *errand))
{
  if (errand == NULL)
    return;
  errand->go = go;
  comark_act_read (errand->host,
                   &(ComarkAct){ .job = allowed_sheet_job,
                                 .data = errand,
                                 .data_destroy = errand_unref,
                                 .answer_destroy = (GDestroyNotify) comark_mark_sheet_free,
                                 .trigger = errand->trigger,
                                 .done = on_sheet_read_cb,
                                 .done_data = errand });
}

/* ---- noting the use ---- */

static gpointer
record_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Errand *errand = data;
  gboolean is_file = errand->file != NULL;

  return comark_desk_record_mark_use (desk, errand->mark->number,
                                      is_file ? "exported" : "printed",
                                      is_file ? formats[errand->format].nick : "paper", error)
           ? COMARK_REGISTER_DONE
           : NULL;
}

/* The paper or the file is there: an error now is only about the register. */
static gboolean
on_recorded_cb (GtkWidget *host, gpointer answer, const GError *error, gpointer user_data)
{
  Errand *errand = user_data;
  g_autoptr (GError) told = NULL;

  if (error == NULL)
    return FALSE;
  told = g_error_copy (error);
  g_prefix_error (&told, "%s ",
                  errand->file != NULL
                    ? _("The file was saved, but the register could not note it.")
                    : _("The certificate was printed, but the register could not note it."));
  comark_act_show_error (host, told);
  return TRUE;
}

static void
record (Errand *errand, const char *said)
{
  comark_act_run (errand->host, &(ComarkAct){ .job = record_job,
                                              .data = errand_ref (errand),
                                              .data_destroy = errand_unref,
                                              .said = said,
                                              .done = on_recorded_cb,
                                              .done_data = errand });
}

/* ---- printing ---- */

static void
on_printed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;

  if (comark_print_certificate_finish (result, &error))
    record (errand, _("Sent to the printer."));
  else
    comark_act_show_error (errand->host, error);
}

static void
print (Errand *errand)
{
  comark_print_certificate_async (window_of (errand), errand->award, on_printed_cb,
                                  errand_ref (errand));
}

void
comark_mark_actions_print (GtkWidget *page, GtkWidget *trigger, ComarkMark *mark)
{
  g_return_if_fail (COMARK_IS_MARK (mark));

  start (errand_new (page, trigger, mark), print);
}

/* ---- saving ---- */

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Errand *errand = data;
  g_autoptr (GError) error = NULL;
  const char *path = g_file_peek_path (errand->file);
  gboolean done = errand->format == COMARK_MARK_FILE_PNG
                    ? comark_certificate_write_png (errand->award, path, PICTURE_DPI, &error)
                    : comark_certificate_write_pdf (errand->award, path, &error);

  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL, *said = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      comark_act_show_error (errand->host, error);
      return;
    }
  name = g_path_get_basename (g_file_peek_path (errand->file));
  /* translators: %s is the name of a file */
  said = g_strdup_printf (_("Saved as “%s”."), name);
  record (errand, said);
}

static void
write_file (Errand *errand)
{
  g_autoptr (GTask) task = NULL;

  if (g_file_peek_path (errand->file) == NULL)
    {
      g_autoptr (GError) error
        = g_error_new_literal (COMARK_CERTIFICATE_ERROR, COMARK_CERTIFICATE_ERROR_WRITE,
                               _("The certificate can be saved in a folder of this computer "
                                 "only. Choose one, and copy the file from there."));
      comark_act_show_error (errand->host, error);
      return;
    }
  task = g_task_new (NULL, NULL, on_written_cb, errand_ref (errand));
  g_task_set_task_data (task, errand_ref (errand), errand_unref);
  g_task_run_in_thread (task, write_in_thread);
}

static void
on_place_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;

  errand->file = comark_choose_file_finish (result, NULL);
  if (errand->file != NULL)
    write_file (errand);
}

static void
choose_place (Errand *errand)
{
  const char *patterns[] = { formats[errand->format].pattern, NULL };
  g_autofree char *name
    = g_strdup_printf ("%s.%s", errand->mark->number, formats[errand->format].nick);

  comark_choose_file_async (window_of (errand),
                            &(ComarkFileQuestion){ .what = COMARK_CHOOSE_SAVE,
                                                   .title = _(formats[errand->format].title),
                                                   .initial_name = name,
                                                   .filter_name = _(formats[errand->format].filter),
                                                   .patterns = patterns },
                            on_place_chosen_cb, errand_ref (errand));
}

static void
export (GtkWidget *page, GtkWidget *trigger, ComarkMark *mark, ComarkMarkFile format, GFile *file)
{
  Errand *errand = errand_new (page, trigger, mark);

  if (errand == NULL)
    return;
  errand->format = format;
  errand->file = file != NULL ? g_object_ref (file) : NULL;
  start (errand, file != NULL ? write_file : choose_place);
}

void
comark_mark_actions_export (GtkWidget *page, GtkWidget *trigger, ComarkMark *mark,
                            ComarkMarkFile format)
{
  g_return_if_fail (COMARK_IS_MARK (mark));

  export (page, trigger, mark, format, NULL);
}

void
comark_mark_actions_export_to (GtkWidget *page, GtkWidget *trigger, ComarkMark *mark,
                               ComarkMarkFile format, GFile *file)
{
  g_return_if_fail (COMARK_IS_MARK (mark));
  g_return_if_fail (G_IS_FILE (file));

  export (page, trigger, mark, format, file);
}

/* ---- withdrawing ---- */

static gpointer
revoke_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Errand *errand = data;

  return comark_desk_revoke_mark (desk, errand->mark->number, errand->because, error)
           ? COMARK_REGISTER_DONE
           : NULL;
}

static void
on_reason_given_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;

  errand->because = comark_ask_reason_finish (result, NULL);
  if (errand->because == NULL)
    return;
  comark_act_run (errand->host, &(ComarkAct){ .job = revoke_job,
                                              .data = errand_ref (errand),
                                              .data_destroy = errand_unref,
                                              .trigger = errand->trigger,
                                              .said = _("The mark was withdrawn.") });
}

void
comark_mark_actions_revoke (GtkWidget *page, GtkWidget *trigger, ComarkMark *mark)
{
  Errand *errand;
  g_autofree char *heading = NULL;

  g_return_if_fail (COMARK_IS_MARK (mark));

  errand = errand_new (page, trigger, mark);
  if (errand == NULL)
    return;
  /* translators: %s is the number of a mark */
  heading = g_strdup_printf (_("Withdraw the mark %s?"), mark->number);
  comark_ask_reason_async (window_of (errand), heading,
                           _("It must then be taken off the document, and whoever checks it is "
                             "told that it was withdrawn, and why. This cannot be undone."),
                           _("Reason"), _("Withdraw the mark"), on_reason_given_cb, errand);
}
