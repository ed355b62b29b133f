/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One thing of a form that is being written (a statement, the details, a contributor, a piece of
 * evidence), and the saves of it. Saves go to the writer one after another and each needs the rev
 * that the one before it made; that rev lives here, set by the worker, so that nobody has to wait
 * for an answer before typing on. When somebody else changed it meanwhile, the submission as it
 * then stands is read in the same job, to show what differs.
 *
 * Reference counted: its owner and each running save hold one. Main thread, but for what a
 * ComarkFormWrite is given.
 */
#pragma once

#include "comark-act.h"
#include "comark-dossier.h"

G_BEGIN_DECLS

typedef struct _ComarkFormDraft ComarkFormDraft;

/* @rev: of what was read; 0 for something new. */
ComarkFormDraft *comark_form_draft_new (const char *ref, gint64 rev);
void comark_form_draft_unref (gpointer self);

/* TRUE while a save is on its way. */
gboolean comark_form_draft_is_saving (ComarkFormDraft *self);

gint64 comark_form_draft_get_rev (ComarkFormDraft *self);

/* What a page does with a newer dossier, in which this has @stored_rev: TRUE if it shall show
 * what is stored, whose rev is then taken over. FALSE if the person's own words are newer or on
 * their way, or in conflict; they stay. */
gboolean comark_form_draft_take (ComarkFormDraft *self, gint64 stored_rev, gboolean is_dirty);

/* The submission that stood in the way of the last save (COMARK_DESK_ERROR_CHANGED), until
 * comark_form_draft_settle(). Returns: (transfer full) (nullable) */
ComarkDossier *comark_form_draft_dup_theirs (ComarkFormDraft *self);

/* Ends a conflict: the next save goes on from @rev, the stored one. */
void comark_form_draft_settle (ComarkFormDraft *self, gint64 rev);

/* Runs on a worker: writes @data of @ref. @rev is the one to go on from, and takes the new one. */
typedef gboolean (*ComarkFormWrite) (ComarkDesk *desk, const char *ref, gint64 *rev,
                                     gpointer data, GError **error);

/* Saves @data for @page, as @act says (all but job, data and data_destroy, which are made
 * here). */
void comark_form_draft_save (ComarkFormDraft *self, GtkWidget *page, ComarkFormWrite write,
                             gpointer data, GDestroyNotify data_destroy, const ComarkAct *act);

G_END_DECLS
