/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Taking away attachments that nothing refers to any more.
 */
#include "comark-blobs.h"

/* What is begun or unreferenced for so long is nobody's any more. */
#define ABANDONED_MS (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)

/* Every column that refers to blob_store (hash). A table that is missing here loses its bytes
 * after a day, unless its reference is declared in the schema, which then refuses. */
#define NOT_IN(table) " NOT EXISTS (SELECT 1 FROM " table " r WHERE r.hash = blob_store.hash)"
#define UNREFERENCED NOT_IN ("document") " AND" NOT_IN ("evidence")

typedef struct
{
  gint64 before_ms;
  gint64 n_removed;
} Collection;

static gboolean
collect (ComarkSql *sql, gpointer data, GError **error)
{
  Collection *collection = data;

  if (comark_sql_exec (sql, error,
                       "DELETE FROM blob_chunk WHERE hash IN"
                       " (SELECT hash FROM blob_store WHERE at < $1 AND" UNREFERENCED ")", "i",
                       collection->before_ms) < 0)
    return FALSE;
  collection->n_removed
    = comark_sql_exec (sql, error, "DELETE FROM blob_store WHERE at < $1 AND" UNREFERENCED, "i",
                       collection->before_ms);
  return collection->n_removed >= 0;
}

gint64
comark_blobs_collect (ComarkSql *sql, gint64 now_ms, GError **error)
{
  Collection collection = { now_ms - ABANDONED_MS, 0 };

  if (!comark_sql_transaction (sql, COMARK_SQL_WRITE, collect, &collection, error))
    return -1;
  return collection.n_removed;
}
