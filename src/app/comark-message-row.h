/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One message of a thread. Its author changes it in its place, or takes it back; everybody who
 * reads it can look at earlier wordings.
 */
#pragma once

#include <gtk/gtk.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_MESSAGE_ROW (comark_message_row_get_type ())
G_DECLARE_FINAL_TYPE (ComarkMessageRow, comark_message_row, COMARK, MESSAGE_ROW, GtkListBoxRow)

/* Returns: a floating widget */
GtkWidget *comark_message_row_new (void);

/* The same message in a newer @dossier. What was unread when the row first showed it stays marked
 * as new for as long as the row lives. */
void comark_message_row_set (ComarkMessageRow *self, ComarkDossier *dossier,
                             ComarkThread *thread, ComarkMessage *message);

void comark_message_row_flush (ComarkMessageRow *self);

G_END_DECLS
