/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The coverage matrix in words, each with a shape: "● Enough", "◇ There is a gap". Pure functions.
 */
#pragma once

#include "comark-coverage.h"

G_BEGIN_DECLS

/* How @row stands. Returns: (transfer full) */
char *comark_coverage_row_words (const ComarkCoverageRow *row);

/* What is said in @cell: "◐ Seen" of the viewer's own (@own), "● 3 enough, 1 gap" of several.
 * Returns: (transfer full) */
char *comark_coverage_cell_words (const ComarkCoverageCell *cell, gboolean own);

/* How it stands over all criteria, in a sentence or two. Returns: (transfer full) */
char *comark_coverage_sentence (const ComarkCoverage *coverage);

/* All of it, one line a criterion and one an item. Returns: (transfer full) */
char *comark_coverage_to_text (const ComarkCoverage *coverage, gboolean own);

G_END_DECLS
