/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is held against its framework when a register is checked: row by row, however many.
 */
#pragma once

#include "comark-sql.h"
#include "comark-types.h"

G_BEGIN_DECLS

typedef struct
{
  const char *where; /* "submission S-2026-0042, C1" */
  ComarkId framework;
  const char *route;
  const char *criterion; /* or what the function says */
  ComarkValue value;     /* or a number */
} ComarkCheckRow;

typedef gboolean (*ComarkCheckFunc) (const ComarkCheckRow *row, gpointer data, GError **error);

/* Every rating of a submitted review and every agreed value. */
gboolean comark_check_rows_values (ComarkSql *sql, ComarkCheckFunc func, gpointer data,
                                   GError **error);

/* Every submitted review; value is the number of criteria that it answers. */
gboolean comark_check_rows_reviews (ComarkSql *sql, ComarkCheckFunc func, gpointer data,
                                    GError **error);

/* Every mark; criterion is the id of the outcome it was given for. */
gboolean comark_check_rows_marks (ComarkSql *sql, ComarkCheckFunc func, gpointer data,
                                  GError **error);

G_END_DECLS
