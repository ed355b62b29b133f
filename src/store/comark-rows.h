/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the row files share: how a rating's value stands in two columns, and how to take one row.
 */
#pragma once

#include "comark-sql.h"
#include "comark-types.h"

G_BEGIN_DECLS

/* "none", "level", "cannot-tell" or "not-applicable": column "answer". Static. */
const char *comark_rows_answer (ComarkValue value);

/* Column "value" beside it, as parameter $n: NULL unless it is a level. */
#define COMARK_ROWS_LEVEL(n) \
  "CASE WHEN CAST($" #n " AS BIGINT)>=0 THEN CAST($" #n " AS BIGINT) END"

/* The two columns @answer and @answer + 1 back to a value. */
ComarkValue comark_rows_value (ComarkStatement *st, guint answer);

/* The text of a column that is never NULL. Returns: (transfer full) */
char *comark_rows_text (ComarkStatement *st, guint column);

/* The first object of @rows (transfer full, nullable), which is released. FALSE if @rows is
 * NULL: the query failed. */
gboolean comark_rows_take_first (GPtrArray *rows, gpointer *object);

/* For a change of a row that must be there: NOT_FOUND for 0 rows, FALSE also for an error. */
gboolean comark_rows_changed (gint64 n_rows, GError **error);

G_END_DECLS
