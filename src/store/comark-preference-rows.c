/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-preference-rows.h"

char *
comark_preference_rows_find (ComarkSql *sql, const ComarkId *person, const char *name,
                             GError **error)
{
  g_autoptr (ComarkStatement) st
    = comark_sql_query (sql, error, "SELECT value FROM preference WHERE person=$1 AND name=$2",
                        "kt", person, name);
  gboolean row;

  if (st == NULL || !comark_statement_step (st, &row, error) || !row)
    return NULL;
  return g_strdup (comark_statement_column_text (st, 0));
}

gboolean
comark_preference_rows_put (ComarkSql *sql, const ComarkId *person, const char *name,
                            const char *value, GError **error)
{
  return comark_sql_exec (sql, error,
                          "INSERT INTO preference (person, name, value) VALUES ($1, $2, $3)"
                          " ON CONFLICT (person, name) DO UPDATE SET value=excluded.value",
                          "ktt", person, name, value)
         >= 0;
}
