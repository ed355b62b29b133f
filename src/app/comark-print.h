/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A certificate on paper: the printer's dialog, A4 on its side to begin with, as many copies as
 * are wanted, and the painting of every other form. On other paper the sheet is made to fit.
 */
#pragma once

#include <gtk/gtk.h>

#include "comark-award.h"

G_BEGIN_DECLS

/* An operation that prints @award: its page, paper and name are set. For tests, which run it with
 * an export file name; the window asks by the next one. Returns: (transfer full) */
GtkPrintOperation *comark_print_operation_new (ComarkAward *award);

/* Shows the printer's dialog over @parent and prints. @callback comes once the page has been
 * handed to the printer, the dialog was closed, or printing failed. The settings that were chosen
 * are kept for the next time. */
void comark_print_certificate_async (GtkWindow *parent, ComarkAward *award,
                                     GAsyncReadyCallback callback, gpointer user_data);

/* FALSE with G_IO_ERROR_CANCELLED if the person changed their mind or only asked for a preview:
 * nothing was printed. */
gboolean comark_print_certificate_finish (GAsyncResult *result, GError **error);

G_END_DECLS
