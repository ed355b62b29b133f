/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-print.h"

#include <glib/gi18n.h>

#include "comark-certificate-paint.h"
#include "comark-certificate-picture.h"

/* What was chosen in the dialog last: which printer, how many copies. */
static GtkPrintSettings *chosen;

/* ---- the operation ---- */

static void
on_begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, ComarkAward *award)
{
  gtk_print_operation_set_n_pages (operation, 1);
}

/* As large as the paper allows without cutting anything off, in its middle. */
static void
fit_to_paper (cairo_t *cr, double width, double height)
{
  double sheet_width = comark_mm_to_pt (COMARK_CERTIFICATE_WIDTH_MM);
  double sheet_height = comark_mm_to_pt (COMARK_CERTIFICATE_HEIGHT_MM);
  double scale = MIN (width / sheet_width, height / sheet_height);

  cairo_translate (cr, (width - scale * sheet_width) / 2, (height - scale * sheet_height) / 2);
  cairo_scale (cr, scale, scale);
}

static void
on_draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page,
                 ComarkAward *award)
{
  g_autoptr (ComarkCertificateLayout) layout = comark_certificate_lay_out (award, NULL);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  if (layout == NULL)
    {
      gtk_print_operation_cancel (operation);
      return;
    }
  cairo_save (cr);
  fit_to_paper (cr, gtk_print_context_get_width (context),
                gtk_print_context_get_height (context));
  comark_certificate_paint (layout, cr);
  cairo_restore (cr);
}

static GtkPageSetup *
make_page_setup (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_paper_size_free (paper);
  return setup;
}

static void
unref_award (gpointer award, GClosure *closure)
{
  comark_award_unref (award);
}

GtkPrintOperation *
comark_print_operation_new (ComarkAward *award)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = make_page_setup ();
  g_autofree char *name
    = g_strdup_printf (_("Certificate %s"), comark_award_get_printed_number (award));

  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (on_begin_print_cb),
                         comark_award_ref (award), unref_award, 0);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (on_draw_page_cb),
                         comark_award_ref (award), unref_award, 0);
  return operation;
}

/* ---- the dialog ---- */

static void
take_failure (GTask *task, GtkPrintOperation *operation)
{
  g_autoptr (GError) cause = NULL;

  gtk_print_operation_get_error (operation, &cause);
  /* translators: %s is what the printing system says */
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED,
                           _("The certificate was not printed: %s Look at the printer and try "
                             "again, or save it as PDF and print that."),
                           cause != NULL ? cause->message : "");
}

/* What another program shows it may print too; of that we hear nothing. */
static gboolean
on_preview_cb (GtkPrintOperation *operation, GtkPrintOperationPreview *preview,
               GtkPrintContext *context, GtkWindow *parent, GTask *task)
{
  g_task_set_task_data (task, GINT_TO_POINTER (TRUE), NULL);
  return FALSE;
}

static void
on_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, GTask *task)
{
  gboolean was_preview = g_task_get_task_data (task) != NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY && !was_preview)
    {
      g_set_object (&chosen, gtk_print_operation_get_print_settings (operation));
      g_task_return_boolean (task, TRUE);
    }
  else if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Nothing was printed.");
  else
    take_failure (task, operation);
}

static void
unref_task (gpointer task, GClosure *closure)
{
  g_object_unref (task);
}

/* Asynchronous: the dialog of a synchronous one would run a main loop inside ours. */
void
comark_print_certificate_async (GtkWindow *parent, ComarkAward *award,
                                GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  g_autoptr (ComarkCertificateLayout) layout = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (award != NULL);

  g_task_set_source_tag (task, comark_print_certificate_async);
  layout = comark_certificate_lay_out (award, &error);
  if (layout == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  operation = comark_print_operation_new (award);
  gtk_print_operation_set_allow_async (operation, TRUE);
  if (chosen != NULL)
    gtk_print_operation_set_print_settings (operation, chosen);
  g_signal_connect_data (operation, "preview", G_CALLBACK (on_preview_cb), g_object_ref (task),
                         unref_task, 0);
  g_signal_connect_data (operation, "done", G_CALLBACK (on_done_cb), g_object_ref (task),
                         unref_task, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}

gboolean
comark_print_certificate_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
