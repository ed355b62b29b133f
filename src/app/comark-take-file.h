/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks the person for a file and reads it whole, off the main loop. Too large a file is refused
 * before it is read; a large one is asked about.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void comark_take_file_async (GtkWindow *parent, const char *title, GAsyncReadyCallback callback,
                             gpointer user_data);

/* *filename: (out) (transfer full): its name without folders, UTF-8.
 * Returns: (transfer full): NULL with G_IO_ERROR_CANCELLED if the person did not want to, or
 * with a sentence to show */
GBytes *comark_take_file_finish (GAsyncResult *result, char **filename, GError **error);

/* "1.4 MB" or "812 KB". Returns: (transfer full) */
char *comark_size_words (gint64 size);

G_END_DECLS
