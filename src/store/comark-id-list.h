/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "column IN ($1,…)" for a page of ids: always the same number of parameters, so that the text
 * is one statement of the cache. What is not filled is NULL, which equals nothing.
 */
#pragma once

#include "comark-sql.h"

G_BEGIN_DECLS

#define COMARK_ID_LIST_SIZE 128

/* "($3,$4,…)": COMARK_ID_LIST_SIZE parameters from @first on, or just that one if @n is 1.
 * Returns: (transfer full) */
char *comark_id_list_text (guint first, guint n);

/* Binds @n ids, at most COMARK_ID_LIST_SIZE, from parameter @first on. */
void comark_id_list_bind (ComarkStatement *st, guint first, const ComarkId *ids, guint n);

/* The first column of all rows; NULL with @error, also where @st is NULL.
 * Returns: (transfer full) (element-type ComarkId) */
GArray *comark_id_list_collect (ComarkStatement *st, GError **error);

G_END_DECLS
