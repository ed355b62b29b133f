/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-setting-rows.h"

char *
comark_setting_rows_find (ComarkSql *sql, const char *name, GError **error)
{
  g_autoptr (ComarkStatement) st
    = comark_sql_query (sql, error, "SELECT value FROM setting WHERE name=$1", "t", name);
  gboolean row;

  if (st == NULL || !comark_statement_step (st, &row, error) || !row)
    return NULL;
  return g_strdup (comark_statement_column_text (st, 0));
}

gboolean
comark_setting_rows_put (ComarkSql *sql, const char *name, const char *value, GError **error)
{
  return comark_sql_exec (sql, error,
                          "INSERT INTO setting (name, value) VALUES ($1, $2)"
                          " ON CONFLICT (name) DO UPDATE SET value=excluded.value",
                          "tt", name, value) >= 0;
}

char **
comark_setting_rows_list_holidays (ComarkSql *sql, GError **error)
{
  g_autoptr (GStrvBuilder) days = g_strv_builder_new ();
  g_autoptr (ComarkStatement) st
    = comark_sql_query (sql, error, "SELECT day FROM holiday ORDER BY day", "");
  gboolean row;

  if (st == NULL)
    return NULL;
  while (comark_statement_step (st, &row, error))
    {
      if (!row)
        return g_strv_builder_end (days);
      g_strv_builder_add (days, comark_statement_column_text (st, 0));
    }
  return NULL;
}

gboolean
comark_setting_rows_put_holidays (ComarkSql *sql, const char *const *days, GError **error)
{
  if (comark_sql_exec (sql, error, "DELETE FROM holiday", "") < 0)
    return FALSE;
  for (guint i = 0; days[i] != NULL; i++)
    {
      if (comark_sql_exec (sql, error,
                           "INSERT INTO holiday (day, name) VALUES ($1, '')"
                           " ON CONFLICT (day) DO NOTHING", "t", days[i]) < 0)
        return FALSE;
    }
  return TRUE;
}

gboolean
comark_setting_rows_next_number (ComarkSql *sql, const char *name, gint64 *number, GError **error)
{
  return comark_sql_query_int (sql, number, error,
                               "INSERT INTO series (name, last) VALUES ($1, 1)"
                               " ON CONFLICT (name) DO UPDATE SET last=series.last+1"
                               " RETURNING last", "t", name);
}
