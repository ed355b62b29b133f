/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-sql-private.h"

ComarkStoreError
comark_sql_postgres_meaning (const char *sqlstate, gboolean *cancelled)
{
  static const struct
  {
    const char *prefix;
    ComarkStoreError meaning;
  } meanings[] = {
    { "08", COMARK_STORE_ERROR_CONNECTION_LOST },
    { "22", COMARK_STORE_ERROR_CONSTRAINT },
    { "23505", COMARK_STORE_ERROR_UNIQUE },
    { "23", COMARK_STORE_ERROR_CONSTRAINT },
    { "25006", COMARK_STORE_ERROR_READ_ONLY },
    { "28", COMARK_STORE_ERROR_DENIED },
    { "3D000", COMARK_STORE_ERROR_NOT_FOUND },
    { "40", COMARK_STORE_ERROR_BUSY },
    { "42501", COMARK_STORE_ERROR_DENIED },
    { "53100", COMARK_STORE_ERROR_FULL },
    { "53", COMARK_STORE_ERROR_BUSY },
    { "55P03", COMARK_STORE_ERROR_BUSY },
    { "57P", COMARK_STORE_ERROR_CONNECTION_LOST },
    { "58", COMARK_STORE_ERROR_IO },
    { "XX001", COMARK_STORE_ERROR_CORRUPT },
    { "XX002", COMARK_STORE_ERROR_CORRUPT },
  };

  *cancelled = g_strcmp0 (sqlstate, "57014") == 0;
  if (sqlstate == NULL || *cancelled)
    return COMARK_STORE_ERROR_CONNECTION_LOST;
  for (gsize i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (g_str_has_prefix (sqlstate, meanings[i].prefix))
      return meanings[i].meaning;
  return COMARK_STORE_ERROR_SQL;
}

ComarkSql *
comark_sql_postgres_open (const char *uri, ComarkSqlMode mode, GError **error)
{
  comark_store_error_set (error, COMARK_STORE_ERROR_SQL, "not built yet");
  return NULL;
}
