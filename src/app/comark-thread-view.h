/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One thread: what it is about, who reads it, its messages, and an answer.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_THREAD_VIEW (comark_thread_view_get_type ())
G_DECLARE_FINAL_TYPE (ComarkThreadView, comark_thread_view, COMARK, THREAD_VIEW, AdwBin)

/* Returns: a floating widget */
GtkWidget *comark_thread_view_new (ComarkDossier *dossier, ComarkThread *thread);

/* The same thread in a newer @dossier: what is there stays in its place. */
void comark_thread_view_set_dossier (ComarkThreadView *self, ComarkDossier *dossier,
                                     ComarkThread *thread);

/* Returns: (transfer none) */
ComarkThread *comark_thread_view_get_thread (ComarkThreadView *self);

void comark_thread_view_flush (ComarkThreadView *self);

/* Notes in the register that the viewer has read it all, if they had not. */
void comark_thread_view_mark_read (ComarkThreadView *self);

G_END_DECLS
