/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The coverage matrix: criteria down, evidence items across, and in each cell, by a shape and in
 * words, what members find there. Where there is no room for that, or where the person would
 * rather read, the same as a list: each criterion with its items below it.
 *
 * Signals: "criterion-chosen" (const char *id); "file-chosen" (const char *hash).
 */
#pragma once

#include <adwaita.h>

#include "comark-coverage.h"

G_BEGIN_DECLS

#define COMARK_TYPE_COVERAGE_VIEW (comark_coverage_view_get_type ())
G_DECLARE_FINAL_TYPE (ComarkCoverageView, comark_coverage_view, COMARK, COVERAGE_VIEW, AdwBin)

GtkWidget *comark_coverage_view_new (void);

/* Shows @coverage (transfer full), of whose criteria the framework must outlive it. @own: it is
 * the viewer's own review alone. The same again changes nothing, so that the focus stays. */
void comark_coverage_view_set (ComarkCoverageView *self, ComarkCoverage *coverage, gboolean own);

/* As a list even where there is room for the matrix. */
void comark_coverage_view_set_as_list (ComarkCoverageView *self, gboolean as_list);

G_END_DECLS
