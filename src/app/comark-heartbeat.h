/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Measures how long the main loop is kept from its work: CPU time of the main thread between two
 * polls, from the first frame on. For tests: does nothing unless COMARK_HEARTBEAT names a file.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Begins when @window has drawn its first frame. Later calls do nothing. */
void comark_heartbeat_watch (GtkWindow *window);

/* Writes "max_ms N", then "beats N" and "over_50_ms N", a line each, into the file. */
void comark_heartbeat_write (void);

G_END_DECLS
