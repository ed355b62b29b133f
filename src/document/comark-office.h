/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages of office documents, made by LibreOffice where it is installed: an optional helper that
 * is given one file and gives back a PDF, to be read like any other, in the reader's jail. It runs
 * inside bubblewrap and nowhere else: no network, a system that it cannot write to, a home and
 * a scratch folder of its own that end with it, bounds on memory, file size and time. What it made
 * is kept in the person's cache folder under the document's SHA-256, up to a bound.
 *
 * Every failure but G_IO_ERROR_CANCELLED is a COMARK_OFFICE_ERROR whose message is a sentence to
 * show.
 */
#pragma once

#include <gio/gio.h>

#include "comark-document-kind.h"

G_BEGIN_DECLS

#define COMARK_OFFICE_TIME_LIMIT_MS 90000

typedef enum
{
  COMARK_OFFICE_ERROR_MISSING, /* LibreOffice or bubblewrap is not installed: read the words */
  COMARK_OFFICE_ERROR_SLOW,    /* took too long, as a very large document may: read the words */
  COMARK_OFFICE_ERROR_FAILED,  /* no pages came of it: read the words, or save a copy */
} ComarkOfficeError;

#define COMARK_OFFICE_ERROR (comark_office_error_quark ())
GQuark comark_office_error_quark (void);

/* TRUE if pages can be made of documents of @kind. */
gboolean comark_office_can_convert (ComarkDocumentKind kind);

/* TRUE if all that is needed is installed. Else @error (nullable) says what is not. Cheap. */
gboolean comark_office_is_there (GError **error);

/* Makes the pages of @document, or takes them from the cache. Blocks, for seconds: for a worker
 * thread; conversions go one at a time. @time_limit_ms of 0 is the usual one.
 * Returns: (transfer full) (nullable): a PDF, never empty */
GBytes *comark_office_convert (GBytes *document, int time_limit_ms, GCancellable *cancellable,
                               GError **error);

/* As comark_office_convert(), answering on the caller's main context. */
void comark_office_convert_async (GBytes *document, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
GBytes *comark_office_convert_finish (GAsyncResult *result, GError **error);

G_END_DECLS
