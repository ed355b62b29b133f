/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-op.h"

gboolean
comark_op_claim (ComarkSql *sql, const ComarkId *op, const char *kind, gint64 now_ms,
                 gboolean *already, GError **error)
{
  gint64 n;

  g_return_val_if_fail (comark_sql_in_transaction (sql), FALSE);
  n = comark_sql_exec (sql, error,
                       "INSERT INTO op (id, kind, at) VALUES ($1, $2, $3)"
                       " ON CONFLICT (id) DO NOTHING", "kti", op, kind, now_ms);
  *already = n == 0;
  return n >= 0;
}
