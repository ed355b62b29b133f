/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-framework-rows.h"

GBytes *
comark_framework_rows_get_xml (ComarkSql *sql, const ComarkId *id, GError **error)
{
  g_autoptr (ComarkStatement) st
    = comark_sql_query (sql, error, "SELECT xml FROM framework WHERE id=$1", "k", id);
  gboolean row;

  if (st == NULL || !comark_statement_step (st, &row, error))
    return NULL;
  if (!row)
    {
      comark_store_error_set (error, COMARK_STORE_ERROR_CORRUPT, "framework row is missing");
      return NULL;
    }
  return comark_statement_column_bytes (st, 0);
}

static gboolean
take_id (ComarkStatement *st, ComarkId *id, GError **error)
{
  gboolean row;

  if (st == NULL || !comark_statement_step (st, &row, error))
    return FALSE;
  if (!row)
    {
      comark_store_error_set (error, COMARK_STORE_ERROR_CORRUPT, "no framework is named");
      return FALSE;
    }
  *id = comark_statement_column_id (st, 0);
  return TRUE;
}

gboolean
comark_framework_rows_active (ComarkSql *sql, ComarkId *id, GError **error)
{
  g_autoptr (ComarkStatement) st
    = comark_sql_query (sql, error, "SELECT id FROM framework WHERE active=1", "");

  return take_id (st, id, error);
}

gboolean
comark_framework_rows_of_submission (ComarkSql *sql, const ComarkId *submission, ComarkId *id,
                                     GError **error)
{
  g_autoptr (ComarkStatement) st = comark_sql_query (
    sql, error, "SELECT framework FROM submission WHERE id=$1", "k", submission);

  return take_id (st, id, error);
}

gboolean
comark_framework_rows_find (ComarkSql *sql, const char *key, const char *version, ComarkId *id,
                            char **hash, GError **error)
{
  g_autoptr (ComarkStatement) st = comark_sql_query (
    sql, error, "SELECT id, hash FROM framework WHERE key=$1 AND version=$2", "tt", key, version);
  gboolean row;

  if (st == NULL || !comark_statement_step (st, &row, error))
    return FALSE;
  *id = row ? comark_statement_column_id (st, 0) : COMARK_ID_NONE;
  *hash = row ? g_strdup (comark_statement_column_text (st, 1)) : NULL;
  return TRUE;
}

gboolean
comark_framework_rows_insert (ComarkSql *sql, const ComarkId *id, ComarkFramework *framework,
                              gint64 now_ms, GError **error)
{
  GBytes *xml = comark_framework_get_source (framework);
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, xml);

  return comark_sql_exec (sql, error,
                          "INSERT INTO framework (id, key, version, name, hash, xml, active,"
                          " added_at) VALUES ($1, $2, $3, $4, $5, $6, 0, $7)",
                          "kttttbi", id, comark_framework_get_id (framework),
                          comark_framework_get_version (framework),
                          comark_framework_get_name (framework), hash, xml, now_ms) == 1;
}

gboolean
comark_framework_rows_activate (ComarkSql *sql, const ComarkId *id, GError **error)
{
  return comark_sql_exec (sql, error, "UPDATE framework SET active=0 WHERE active=1", "") >= 0
         && comark_sql_exec_one (sql, error, "UPDATE framework SET active=1 WHERE id=$1", "k", id);
}
