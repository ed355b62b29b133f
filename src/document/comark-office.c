/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-office.h"

#include "comark-office-cache.h"
#include "comark-office-run.h"

G_DEFINE_QUARK (comark-office-error-quark, comark_office_error)

#define WAIT_US (50 * G_TIME_SPAN_MILLISECOND)

static GMutex one_at_a_time;

gboolean
comark_office_can_convert (ComarkDocumentKind kind)
{
  return kind == COMARK_DOCUMENT_KIND_ODT || kind == COMARK_DOCUMENT_KIND_DOCX
         || kind == COMARK_DOCUMENT_KIND_RTF;
}

gboolean
comark_office_is_there (GError **error)
{
  g_autofree char *program = comark_office_locate ();
  g_autofree char *bwrap = g_find_program_in_path ("bwrap");

  if (program != NULL && bwrap != NULL)
    return TRUE;
  g_set_error_literal (
    error, COMARK_OFFICE_ERROR, COMARK_OFFICE_ERROR_MISSING,
    program == NULL
      ? "Here are the document's words. Its pages can be shown once LibreOffice Writer is "
        "installed on this computer: ask whoever looks after it."
      : "Here are the document's words. Its pages can be shown once bubblewrap is installed on "
        "this computer, to keep LibreOffice apart from your files: ask whoever looks after it.");
  return FALSE;
}

/* Whoever waits can still give up. */
static gboolean
wait_for_turn (GCancellable *cancellable, GError **error)
{
  while (!g_mutex_trylock (&one_at_a_time))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      g_usleep (WAIT_US);
    }
  return TRUE;
}

GBytes *
comark_office_convert (GBytes *document, int time_limit_ms, GCancellable *cancellable,
                       GError **error)
{
  ComarkDocumentKind kind = comark_document_kind_of_bytes (document);
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, document);
  GBytes *pdf = comark_office_cache_read (hash);

  g_return_val_if_fail (comark_office_can_convert (kind), NULL);

  if (pdf != NULL)
    return pdf;
  if (!comark_office_is_there (error) || !wait_for_turn (cancellable, error))
    return NULL;
  /* Another may have made it meanwhile. */
  pdf = comark_office_cache_read (hash);
  if (pdf == NULL)
    {
      pdf = comark_office_run (document, kind,
                               time_limit_ms > 0 ? time_limit_ms : COMARK_OFFICE_TIME_LIMIT_MS,
                               cancellable, error);
      if (pdf != NULL)
        comark_office_cache_write (hash, pdf);
    }
  g_mutex_unlock (&one_at_a_time);
  return pdf;
}

static void
convert_in_thread (GTask *task, gpointer source, gpointer document, GCancellable *cancellable)
{
  GError *error = NULL;
  GBytes *pdf = comark_office_convert (document, 0, cancellable, &error);

  if (pdf != NULL)
    g_task_return_pointer (task, pdf, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

void
comark_office_convert_async (GBytes *document, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_task_data (task, g_bytes_ref (document), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, convert_in_thread);
}

GBytes *
comark_office_convert_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
