/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Statements on SQLite.
 */
#include "comark-sql-sqlite.h"

#include <sqlite3.h>
#include <string.h>

#include "comark-register-file.h"

typedef struct
{
  ComarkStatement parent;
  sqlite3_stmt *stmt;
  gboolean done;
  int indices[]; /* of $1, $2, …, found by name */
} SqliteStatement;

ComarkStoreError
comark_sql_sqlite_meaning (int extended_code, gboolean *cancelled)
{
  *cancelled = FALSE;
  switch (extended_code)
    {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
      return COMARK_STORE_ERROR_UNIQUE;
    case SQLITE_IOERR_CORRUPTFS:
      return COMARK_STORE_ERROR_CORRUPT;
    case SQLITE_IOERR_LOCK:
    case SQLITE_IOERR_BLOCKED:
      return COMARK_STORE_ERROR_BUSY;
    case SQLITE_CANTOPEN_SYMLINK:
    case SQLITE_CANTOPEN_ISDIR:
      return COMARK_STORE_ERROR_NOT_A_REGISTER;
    default:
      break;
    }
  switch (extended_code & 0xff)
    {
    case SQLITE_INTERRUPT:
      *cancelled = TRUE;
      return COMARK_STORE_ERROR_IO;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return COMARK_STORE_ERROR_BUSY;
    case SQLITE_CONSTRAINT:
    case SQLITE_TOOBIG:
    case SQLITE_MISMATCH:
      return COMARK_STORE_ERROR_CONSTRAINT;
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return COMARK_STORE_ERROR_DENIED;
    case SQLITE_READONLY:
      return COMARK_STORE_ERROR_READ_ONLY;
    case SQLITE_FULL:
      return COMARK_STORE_ERROR_FULL;
    case SQLITE_CORRUPT:
      return COMARK_STORE_ERROR_CORRUPT;
    case SQLITE_NOTADB:
      return COMARK_STORE_ERROR_NOT_A_REGISTER;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_NOMEM:
    case SQLITE_PROTOCOL:
      return COMARK_STORE_ERROR_IO;
    default:
      return COMARK_STORE_ERROR_SQL;
    }
}

gboolean
comark_sqlite_fail (ComarkSqlite *self, int code, GError **error)
{
  g_autofree char *text = g_strdup_printf ("SQLite %d: %s", code, sqlite3_errmsg (self->db));
  gboolean cancelled;
  ComarkStoreError meaning = comark_sql_sqlite_meaning (code, &cancelled);

  /* A wait for somebody else's write that was given up comes back as busy. */
  if (meaning == COMARK_STORE_ERROR_BUSY && g_cancellable_is_cancelled (self->parent.cancellable))
    cancelled = TRUE;
  if (cancelled)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The work was stopped.");
  else
    comark_store_error_set (error, meaning, text);
  return FALSE;
}

gboolean
comark_sqlite_run (ComarkSqlite *self, const char *text, GError **error)
{
  int code = sqlite3_exec (self->db, text, NULL, NULL, NULL);

  return code == SQLITE_OK || comark_sqlite_fail (self, code, error);
}

static gboolean
run (ComarkSql *sql, const char *text, GError **error)
{
  return comark_sqlite_run ((ComarkSqlite *) sql, text, error);
}

static void
close_connection (ComarkSql *sql)
{
  ComarkSqlite *self = (ComarkSqlite *) sql;

  if (sqlite3_close (self->db) != SQLITE_OK)
    g_critical ("a connection was closed with statements in use");
  g_clear_pointer (&self->ticket, comark_register_file_release);
  if (self->copy_path != NULL)
    comark_register_file_remove_copy (self->copy_path);
  g_free (self->copy_path);
  g_free (self);
}

static gboolean
begin (ComarkSql *sql, ComarkSqlAccess access, GError **error)
{
  /* A deferred transaction that turns to writing fails at once when another has written,
   * without waiting (SQLITE_BUSY_SNAPSHOT). */
  return run (sql, access == COMARK_SQL_WRITE ? "BEGIN IMMEDIATE" : "BEGIN", error);
}

static gboolean
commit (ComarkSql *sql, GError **error)
{
  ComarkSqlite *self = (ComarkSqlite *) sql;
  gboolean ok;

  self->finishing = TRUE;
  ok = run (sql, "COMMIT", error);
  self->finishing = FALSE;
  return ok;
}

static void
rollback (ComarkSql *sql)
{
  ComarkSqlite *self = (ComarkSqlite *) sql;

  /* A full disk or the like has rolled back by itself. */
  if (sqlite3_get_autocommit (self->db))
    return;
  self->finishing = TRUE;
  run (sql, "ROLLBACK", NULL);
  self->finishing = FALSE;
}

static gboolean
data_version (ComarkSql *sql, gint64 *version, GError **error)
{
  return comark_sql_query_int (sql, version, error, "PRAGMA data_version", NULL);
}

static void
find_indices (SqliteStatement *st, guint n_params)
{
  for (guint n = 1; n <= n_params; n++)
    {
      char name[16];

      g_snprintf (name, sizeof name, "$%u", n);
      st->indices[n - 1] = sqlite3_bind_parameter_index (st->stmt, name);
    }
}

static ComarkStatement *
prepare (ComarkSql *sql, const char *text, guint n_params, GError **error)
{
  ComarkSqlite *self = (ComarkSqlite *) sql;
  SqliteStatement *st;
  sqlite3_stmt *stmt;
  int code = sqlite3_prepare_v3 (self->db, text, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL);

  if (code != SQLITE_OK)
    {
      comark_sqlite_fail (self, code, error);
      return NULL;
    }
  if (stmt == NULL || sqlite3_bind_parameter_count (stmt) != (int) n_params)
    {
      sqlite3_finalize (stmt);
      comark_store_error_set (error, COMARK_STORE_ERROR_SQL, text);
      return NULL;
    }
  st = g_malloc0 (sizeof *st + n_params * sizeof (int));
  st->stmt = stmt;
  find_indices (st, n_params);
  return &st->parent;
}

static void
finalize (ComarkStatement *base)
{
  sqlite3_finalize (((SqliteStatement *) base)->stmt);
  g_free (base);
}

static void
reset (ComarkStatement *base)
{
  SqliteStatement *st = (SqliteStatement *) base;

  sqlite3_reset (st->stmt);
  sqlite3_clear_bindings (st->stmt);
  st->done = FALSE;
}

static gboolean
bind (ComarkStatement *base, guint n, const ComarkSqlValue *value, GError **error)
{
  SqliteStatement *st = (SqliteStatement *) base;
  int index = st->indices[n - 1];
  int code = SQLITE_OK;

  switch (value->type)
    {
    case COMARK_SQL_NULL:
      code = sqlite3_bind_null (st->stmt, index);
      break;
    case COMARK_SQL_INT:
      code = sqlite3_bind_int64 (st->stmt, index, value->number);
      break;
    case COMARK_SQL_DOUBLE:
      code = sqlite3_bind_double (st->stmt, index, value->real);
      break;
    case COMARK_SQL_TEXT:
      code = sqlite3_bind_text64 (st->stmt, index, value->data, value->length, SQLITE_TRANSIENT,
                                  SQLITE_UTF8);
      break;
    case COMARK_SQL_BYTES:
      code = sqlite3_bind_blob64 (st->stmt, index, value->data, value->length, SQLITE_TRANSIENT);
      break;
    }
  return code == SQLITE_OK || comark_sqlite_fail ((ComarkSqlite *) base->sql, code, error);
}

/* INSERT … RETURNING outside a transaction is committed only by the reset: success is told
 * after it, not before. */
static gboolean
finish (SqliteStatement *st, sqlite3 *db, GError **error)
{
  ComarkStatement *base = &st->parent;
  int code;

  base->changes = sqlite3_stmt_readonly (st->stmt) ? 0 : sqlite3_changes64 (db);
  st->done = TRUE;
  code = sqlite3_reset (st->stmt);
  return code == SQLITE_OK || comark_sqlite_fail ((ComarkSqlite *) base->sql, code, error);
}

static gboolean
step (ComarkStatement *base, gboolean *row, GError **error)
{
  SqliteStatement *st = (SqliteStatement *) base;
  ComarkSqlite *self = (ComarkSqlite *) base->sql;
  int code;

  if (st->done)
    return TRUE;
  code = sqlite3_step (st->stmt);
  *row = code == SQLITE_ROW;
  if (code == SQLITE_DONE)
    return finish (st, self->db, error);
  return code == SQLITE_ROW || comark_sqlite_fail (self, code, error);
}

static gboolean
column (ComarkStatement *base, guint i, ComarkSqlValue *value)
{
  sqlite3_stmt *stmt = ((SqliteStatement *) base)->stmt;

  g_return_val_if_fail ((int) i < sqlite3_data_count (stmt), FALSE);
  memset (value, 0, sizeof *value);
  switch (sqlite3_column_type (stmt, (int) i))
    {
    case SQLITE_NULL:
      return TRUE;
    case SQLITE_INTEGER:
      value->type = COMARK_SQL_INT;
      value->number = sqlite3_column_int64 (stmt, (int) i);
      return TRUE;
    case SQLITE_FLOAT:
      value->type = COMARK_SQL_DOUBLE;
      value->real = sqlite3_column_double (stmt, (int) i);
      return TRUE;
    case SQLITE_TEXT:
      value->type = COMARK_SQL_TEXT;
      value->data = sqlite3_column_text (stmt, (int) i);
      break;
    default:
      value->type = COMARK_SQL_BYTES;
      value->data = sqlite3_column_blob (stmt, (int) i);
      break;
    }
  value->length = (gsize) sqlite3_column_bytes (stmt, (int) i);
  if (value->data == NULL)
    value->data = "";
  return TRUE;
}

static const char *const tokens[] = {
  "@ID@",     "BLOB",
  "@INT64@",  "INTEGER",
  "@BOOL@",   "INTEGER",
  "@REAL@",   "REAL",
  "@BYTES@",  "BLOB",
  "@STRICT@", "STRICT, WITHOUT ROWID",
  "@ROWS@",   "STRICT",
  "@SERIAL@", "INTEGER",
  "@NOW@",    "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)",
  NULL,
};

const ComarkSqlClass comark_sqlite_class = {
  .engine = COMARK_SQL_SQLITE,
  .tokens = tokens,
  .close = close_connection,
  .begin = begin,
  .commit = commit,
  .rollback = rollback,
  .run = run,
  .data_version = data_version,
  .prepare = prepare,
  .finalize = finalize,
  .reset = reset,
  .bind = bind,
  .step = step,
  .column = column,
};
