/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One criterion of the owner's form: what is asked and what counts as evidence, the field for the
 * owner's words, and the evidence that is attached. Saves a second after the last key.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_STATEMENT_EDITOR (comark_statement_editor_get_type ())
G_DECLARE_FINAL_TYPE (ComarkStatementEditor, comark_statement_editor, COMARK, STATEMENT_EDITOR,
                      AdwBin)

/* Signals: "evidence-asked" (const char *criterion): add some to this criterion.
 *          "evidence-chosen" (const char *id): show the item with this id text. */

/* @criterion: of @dossier's framework. Returns: a floating widget */
GtkWidget *comark_statement_editor_new (ComarkDossier *dossier, const ComarkCriterion *criterion);

/* Shows what is stored, unless the person's own words are newer. */
void comark_statement_editor_set_dossier (ComarkStatementEditor *self, ComarkDossier *dossier);

/* Saves now what has not been saved. */
void comark_statement_editor_flush (ComarkStatementEditor *self);

const char *comark_statement_editor_get_criterion (ComarkStatementEditor *self);

G_END_DECLS
