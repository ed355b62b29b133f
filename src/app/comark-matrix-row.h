/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One criterion in the matrix: why to talk about it, the ratings as dots, the suggested and the
 * agreed value, the reason, dissent, confirmations, and the buttons for those who may change
 * them. Below it there is room for the editor.
 *
 * Signal "chosen" (gboolean): the person opens the editor here, or closes it.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_MATRIX_ROW (comark_matrix_row_get_type ())
G_DECLARE_FINAL_TYPE (ComarkMatrixRow, comark_matrix_row, COMARK, MATRIX_ROW, AdwBin)

GtkWidget *comark_matrix_row_new (void);

/* @reviews: of comark_matrix_reviews() */
void comark_matrix_row_set (ComarkMatrixRow *self, ComarkDossier *dossier, GPtrArray *reviews,
                            const ComarkCriterion *criterion);

const ComarkCriterion *comark_matrix_row_get_criterion (ComarkMatrixRow *self);

/* Puts @editor (nullable: none) below, and shows the row as the chosen one. Does not emit
 * "chosen". */
void comark_matrix_row_set_editor (ComarkMatrixRow *self, GtkWidget *editor);

G_END_DECLS
