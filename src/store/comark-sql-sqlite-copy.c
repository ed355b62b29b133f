/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Copying a SQLite register while others go on writing.
 */
#include "comark-sql-sqlite.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

/* 4 MiB of 4 KiB pages between two looks at cancelling. */
#define PAGES_A_STEP 1024

static int
copy_pages (sqlite3_backup *backup, void (*progress) (double, gpointer), gpointer data,
            GCancellable *cancellable)
{
  int code;

  do
    {
      int total;

      if (g_cancellable_is_cancelled (cancellable))
        return SQLITE_INTERRUPT;
      code = sqlite3_backup_step (backup, PAGES_A_STEP);
      total = sqlite3_backup_pagecount (backup);
      if (progress != NULL && total > 0)
        progress (1.0 - (double) sqlite3_backup_remaining (backup) / total, data);
    }
  while (code == SQLITE_OK);
  return code == SQLITE_DONE ? SQLITE_OK : code;
}

static gboolean
copy_database (ComarkSqlite *from, ComarkSqlite *to, void (*progress) (double, gpointer),
               gpointer data, GCancellable *cancellable, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to->db, "main", from->db, "main");
  int code;

  if (backup == NULL)
    return comark_sqlite_fail (to, sqlite3_extended_errcode (to->db), error);
  code = copy_pages (backup, progress, data, cancellable);
  sqlite3_backup_finish (backup);
  return code == SQLITE_OK || comark_sqlite_fail (to, code, error);
}

gboolean
comark_sqlite_is_sound (ComarkSql *sql, GError **error)
{
  g_autoptr (ComarkStatement) st = comark_sql_query (sql, error, "PRAGMA quick_check(1)", NULL);
  gboolean row, ok;

  if (st == NULL || !comark_statement_step (st, &row, error))
    return FALSE;
  ok = row && g_strcmp0 (comark_statement_column_text (st, 0), "ok") == 0;
  if (!ok)
    comark_store_error_set (error, COMARK_STORE_ERROR_CORRUPT, "quick_check");
  return ok;
}

static gboolean
write_to_disk (const char *path, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  int failed = fd < 0 || fsync (fd) != 0;

  if (fd >= 0)
    close (fd);
  if (failed)
    comark_store_error_set (error, COMARK_STORE_ERROR_IO, g_strerror (errno));
  return !failed;
}

static gboolean
fill (ComarkSqlite *from, ComarkSqlite *to, void (*progress) (double, gpointer), gpointer data,
      GCancellable *cancellable, GError **error)
{
  return comark_sqlite_run (to, "PRAGMA synchronous=OFF", error)
         && copy_database (from, to, progress, data, cancellable, error)
         && comark_sqlite_run (to, "PRAGMA journal_mode=DELETE", error)
         && comark_sqlite_is_sound (&to->parent, error);
}

/* The pages come from one read transaction: a copy that goes step by step beside a busy writer
 * would begin again after each of his commits and never end. */
gboolean
comark_sqlite_copy (ComarkSql *from, const char *path, void (*progress) (double, gpointer),
                    gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (ComarkSql) to = NULL;
  gint64 n;
  gboolean ok;

  to = comark_sql_sqlite_open (path, COMARK_SQL_OPEN_CREATE, error);
  if (to == NULL || !comark_sql_begin (from, COMARK_SQL_READ, error))
    return FALSE;
  ok = comark_sql_query_int (from, &n, error, "SELECT count(*) FROM sqlite_schema", NULL)
       && fill ((ComarkSqlite *) from, (ComarkSqlite *) to, progress, data, cancellable, error);
  comark_sql_rollback (from);
  g_clear_pointer (&to, comark_sql_free);
  return ok && write_to_disk (path, error);
}
