/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The matrix as a table of words, for those who read rather than look: a list with one line a
 * criterion, each with its whole sentence for a screen reader.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_MATRIX_TABLE (comark_matrix_table_get_type ())
G_DECLARE_FINAL_TYPE (ComarkMatrixTable, comark_matrix_table, COMARK, MATRIX_TABLE, AdwBin)

void comark_matrix_table_set (ComarkMatrixTable *self, ComarkDossier *dossier,
                              GPtrArray *reviews);

G_END_DECLS
