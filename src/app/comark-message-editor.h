/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes a message: a new thread, an answer, or other words for one's own message. Says who will
 * read it before it is sent, offers names to address, and keeps a draft a second after the last
 * key.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_MESSAGE_EDITOR (comark_message_editor_get_type ())
G_DECLARE_FINAL_TYPE (ComarkMessageEditor, comark_message_editor, COMARK, MESSAGE_EDITOR, AdwBin)

/* Signal "finished" (): it was sent, or given up. */

/* @thread NULL: begins one. @message: one's own in @thread, to be changed; NULL: an answer.
 * Returns: a floating widget */
GtkWidget *comark_message_editor_new (ComarkDossier *dossier, ComarkThread *thread,
                                      ComarkMessage *message);

/* A newer dossier: who reads may have changed, and the draft in another window. */
void comark_message_editor_set_dossier (ComarkMessageEditor *self, ComarkDossier *dossier);

/* Saves at once what is waiting for the person to rest. */
void comark_message_editor_flush (ComarkMessageEditor *self);

/* To begin a thread about @quote, which the viewer sees: on its criterion, for those who have
 * rated. Returns: a floating widget */
GtkWidget *comark_message_editor_new_about (ComarkDossier *dossier, ComarkQuote *quote);

/* What a new thread is about; NULL for most. Returns: (transfer none) (nullable) */
ComarkQuote *comark_message_editor_get_quote (ComarkMessageEditor *self);

G_END_DECLS
