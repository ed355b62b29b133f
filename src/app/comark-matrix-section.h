/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ratings of a panel and what it agrees: one row a criterion, those that need talk first, as
 * dots or as a table; one row at a time has the editor below it. Where the viewer may not see
 * ratings yet, a sentence says when.
 *
 * Ctrl+T changes between dots and table.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_MATRIX_SECTION (comark_matrix_section_get_type ())
G_DECLARE_FINAL_TYPE (ComarkMatrixSection, comark_matrix_section, COMARK, MATRIX_SECTION, AdwBin)

void comark_matrix_section_set_dossier (ComarkMatrixSection *self, ComarkDossier *dossier);

/* Opens the editor at the criterion with this id, as choosing its row does. */
void comark_matrix_section_choose (ComarkMatrixSection *self, const char *criterion);

/* Brings the row of that criterion into sight, with the focus; the editor too, where there may be
 * one. */
void comark_matrix_section_bring (ComarkMatrixSection *self, const char *criterion);

/* The same where the viewer may agree values; and in any case puts the focus into its row. */
void comark_matrix_section_go_to (ComarkMatrixSection *self, const char *criterion);

/* Id of the chosen criterion. Returns: (nullable) */
const char *comark_matrix_section_get_chosen (ComarkMatrixSection *self);

/* Starts saving words that wait for the person to rest. */
void comark_matrix_section_flush (ComarkMatrixSection *self);

G_END_DECLS
