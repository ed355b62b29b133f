/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One run of LibreOffice inside bubblewrap. What it leaves behind is as hostile as the document:
 * names are not followed, the result is a regular file of bounded size that begins as a PDF, and
 * its scratch folder is taken away. Private to src/document.
 */
#pragma once

#include <gio/gio.h>

#include "comark-document-kind.h"

/* Where LibreOffice is: what COMARK_SOFFICE names (for tests and packagers, as COMARK_READER), or
 * the system's. Returns: (transfer full) (nullable) */
char *comark_office_locate (void);

/* Returns: (transfer full) (nullable): a PDF */
GBytes *comark_office_run (GBytes *document, ComarkDocumentKind kind, int time_limit_ms,
                           GCancellable *cancellable, GError **error);

/* Returns: (transfer full) (nullable): what is on @fd, if that is a PDF of bounded size in a
 * regular file */
GBytes *comark_office_read_pdf (int fd);
