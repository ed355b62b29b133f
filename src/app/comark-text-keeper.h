/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps what is typed into a text view that a button records: a second after the last key it is
 * in the register as the person's own draft (comark-desk-text-draft.h), and shown again when the
 * field is next seen. One keeper a view; it follows the view from field to field.
 *
 * Before the act that records the field, call flush(): the draft is then on its way before the
 * act, which drops it, and none comes after.
 */
#pragma once

#include <gtk/gtk.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

typedef struct _ComarkTextKeeper ComarkTextKeeper;

/* @view outlives the keeper. */
ComarkTextKeeper *comark_text_keeper_new (GtkTextView *view);
void comark_text_keeper_free (ComarkTextKeeper *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkTextKeeper, comark_text_keeper_free)

/* The view now holds @slot of the dossier's submission. Another field than before: shows its
 * draft, or @otherwise where there is none. The same one: what the person typed stays, and what
 * is stored is shown only where they typed nothing since. */
void comark_text_keeper_set (ComarkTextKeeper *self, ComarkDossier *dossier, const char *slot,
                             const char *otherwise);

/* Starts saving what waits for the person to rest. */
void comark_text_keeper_flush (ComarkTextKeeper *self);

/* The act that records the field has worked, and has dropped the draft. */
void comark_text_keeper_recorded (ComarkTextKeeper *self);

/* TRUE while the view holds words of the person that nothing has recorded. */
gboolean comark_text_keeper_has_draft (ComarkTextKeeper *self);

G_END_DECLS
