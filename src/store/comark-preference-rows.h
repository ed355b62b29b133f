/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How each person likes to use the program.
 */
#pragma once

#include "comark-sql.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (nullable): NULL without error if it was never set */
char *comark_preference_rows_find (ComarkSql *sql, const ComarkId *person, const char *name,
                                   GError **error);
gboolean comark_preference_rows_put (ComarkSql *sql, const ComarkId *person, const char *name,
                                     const char *value, GError **error);

G_END_DECLS
