/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The columns of the table of submissions: what each cell says of a ComarkSubmissionRow.
 */
#pragma once

#include "comark-desk-submissions.h"
#include "comark-table.h"

G_BEGIN_DECLS

/* A column and how it sorts. */
typedef struct
{
  guint column;
  ComarkSubmissionSort sort;
} ComarkSortableColumn;

const ComarkColumn *comark_submissions_columns (guint *n_columns);

/* The columns that can be sorted by. */
const ComarkSortableColumn *comark_submissions_sortable (guint *n_sortable);

G_END_DECLS
