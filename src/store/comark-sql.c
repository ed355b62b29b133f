/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What both engines share. Values and texts are checked here, so that what one engine would
 * take and the other refuse is refused by both.
 */
#include "comark-sql-private.h"

#include <math.h>
#include <string.h>

/* Texts are few and static; more than this means that somebody pastes values into them. */
#define MAX_IDLE 400

gboolean
comark_sql_is_uri (const char *where)
{
  return g_str_has_prefix (where, "postgresql://") || g_str_has_prefix (where, "postgres://");
}

ComarkSql *
comark_sql_open (const char *where, ComarkSqlMode mode, GError **error)
{
  g_return_val_if_fail (where != NULL, NULL);

  if (comark_sql_is_uri (where))
    return comark_sql_postgres_open (where, mode, error);
  return comark_sql_sqlite_open (where, mode, error);
}

ComarkSql *
comark_sql_open_memory (GError **error)
{
  return comark_sql_sqlite_open_memory (error);
}

static void
finalize_statement (gpointer data)
{
  ComarkStatement *st = data;

  g_clear_error (&st->problem);
  g_clear_pointer (&st->text, g_free);
  st->sql->klass->finalize (st);
}

void
comark_sql_init (ComarkSql *sql, const ComarkSqlClass *klass)
{
  sql->klass = klass;
  sql->idle = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, finalize_statement);
}

void
comark_sql_empty_cache (ComarkSql *sql)
{
  g_hash_table_remove_all (sql->idle);
}

void
comark_sql_free (ComarkSql *sql)
{
  if (sql == NULL)
    return;
  if (sql->in_transaction)
    comark_sql_rollback (sql);
  /* Statements need not be taken back one by one from an engine that is about to go. */
  sql->broken = TRUE;
  g_clear_pointer (&sql->idle, g_hash_table_unref);
  g_clear_object (&sql->cancellable);
  sql->klass->close (sql);
}

ComarkSqlEngine
comark_sql_get_engine (ComarkSql *sql)
{
  return sql->klass->engine;
}

gboolean
comark_sql_is_read_only (ComarkSql *sql)
{
  return sql->read_only;
}

gboolean
comark_sql_in_transaction (ComarkSql *sql)
{
  return sql->in_transaction;
}

gboolean
comark_sql_is_broken (ComarkSql *sql)
{
  return sql->broken;
}

void
comark_sql_set_cancellable (ComarkSql *sql, GCancellable *cancellable)
{
  g_set_object (&sql->cancellable, cancellable);
}

gboolean
comark_sql_data_version (ComarkSql *sql, gint64 *version, GError **error)
{
  return sql->klass->data_version (sql, version, error);
}

static ComarkStatement *
take_idle (ComarkSql *sql, const char *text)
{
  gpointer key, value;

  if (!g_hash_table_steal_extended (sql->idle, text, &key, &value))
    return NULL;
  return value;
}

ComarkStatement *
comark_sql_prepare (ComarkSql *sql, const char *text, GError **error)
{
  ComarkStatement *st = take_idle (sql, text);
  int n_params;

  if (st != NULL)
    return st;
  n_params = comark_sql_check_text (text, error);
  if (n_params < 0)
    return NULL;
  st = sql->klass->prepare (sql, text, (guint) n_params, error);
  if (st == NULL)
    return NULL;
  st->sql = sql;
  st->text = g_strdup (text);
  st->n_params = (guint) n_params;
  return st;
}

void
comark_statement_free (ComarkStatement *st)
{
  if (st == NULL)
    return;
  comark_statement_reset (st);
  if (g_hash_table_contains (st->sql->idle, st->text)
      || g_hash_table_size (st->sql->idle) >= MAX_IDLE)
    finalize_statement (st);
  else
    g_hash_table_insert (st->sql->idle, st->text, st);
}

void
comark_statement_reset (ComarkStatement *st)
{
  g_clear_error (&st->problem);
  st->on_row = FALSE;
  st->changes = 0;
  st->sql->klass->reset (st);
}

static void
note_problem (ComarkStatement *st, ComarkStoreError code, const char *what)
{
  if (st->problem == NULL)
    comark_store_error_set (&st->problem, code, what);
}

static void
bind (ComarkStatement *st, guint n, const ComarkSqlValue *value)
{
  g_return_if_fail (n >= 1 && n <= st->n_params);

  if (st->problem == NULL)
    st->sql->klass->bind (st, n, value, &st->problem);
}

void
comark_statement_bind_id (ComarkStatement *st, guint n, const ComarkId *id)
{
  if (id == NULL || comark_id_is_none (id))
    comark_statement_bind_data (st, n, NULL, 0);
  else
    comark_statement_bind_data (st, n, id->bytes, COMARK_ID_SIZE);
}

void
comark_statement_bind_int (ComarkStatement *st, guint n, gint64 number)
{
  bind (st, n, &(ComarkSqlValue){ .type = COMARK_SQL_INT, .number = number });
}

void
comark_statement_bind_text (ComarkStatement *st, guint n, const char *text)
{
  if (text == NULL)
    comark_statement_bind_data (st, n, NULL, 0);
  else if (!g_utf8_validate (text, -1, NULL))
    note_problem (st, COMARK_STORE_ERROR_CONSTRAINT, "text is not UTF-8");
  else
    bind (st, n,
          &(ComarkSqlValue){ .type = COMARK_SQL_TEXT, .data = text, .length = strlen (text) });
}

void
comark_statement_bind_bytes (ComarkStatement *st, guint n, GBytes *bytes)
{
  gsize length = 0;
  const void *data = bytes ? g_bytes_get_data (bytes, &length) : NULL;

  comark_statement_bind_data (st, n, bytes != NULL && data == NULL ? "" : data, length);
}

void
comark_statement_bind_data (ComarkStatement *st, guint n, gconstpointer data, gsize length)
{
  bind (st, n,
        &(ComarkSqlValue){ .type = data ? COMARK_SQL_BYTES : COMARK_SQL_NULL,
                           .data = data,
                           .length = length });
}

void
comark_statement_bind_double (ComarkStatement *st, guint n, double value)
{
  if (!isfinite (value))
    note_problem (st, COMARK_STORE_ERROR_CONSTRAINT, "number is not finite");
  else
    bind (st, n, &(ComarkSqlValue){ .type = COMARK_SQL_DOUBLE, .real = value });
}

/* SQLite would let a transaction go on after a failed statement, PostgreSQL would not: neither
 * does here, so that half an act is never committed. */
static gboolean
may_step (ComarkStatement *st, GError **error)
{
  ComarkSql *sql = st->sql;

  if (st->problem != NULL)
    g_propagate_error (error, g_steal_pointer (&st->problem));
  else if (sql->in_transaction && sql->failed)
    comark_store_error_set (error, COMARK_STORE_ERROR_SQL, "the transaction failed before");
  else
    return !g_cancellable_set_error_if_cancelled (sql->cancellable, error);
  return FALSE;
}

gboolean
comark_statement_step (ComarkStatement *st, gboolean *row, GError **error)
{
  gboolean ok;

  *row = FALSE;
  st->on_row = FALSE;
  ok = may_step (st, error) && st->sql->klass->step (st, row, error);
  if (!ok)
    st->sql->failed = TRUE;
  st->on_row = ok && *row;
  return ok;
}

gint64
comark_statement_get_changes (ComarkStatement *st)
{
  return st->changes;
}

/* A register may come from anybody: what is in a column is checked, never believed. */
static gboolean
get_column (ComarkStatement *st, guint column, ComarkSqlType type, ComarkSqlValue *value)
{
  g_return_val_if_fail (st->on_row, FALSE);

  if (!st->sql->klass->column (st, column, value))
    {
      note_problem (st, COMARK_STORE_ERROR_SQL, "column of a type that no statement may give");
      return FALSE;
    }
  if (value->type == COMARK_SQL_NULL || value->type == type)
    return value->type == type;
  note_problem (st, COMARK_STORE_ERROR_CORRUPT, "column of another type than asked for");
  return FALSE;
}

gboolean
comark_statement_column_is_null (ComarkStatement *st, guint column)
{
  ComarkSqlValue value;

  g_return_val_if_fail (st->on_row, TRUE);
  return st->sql->klass->column (st, column, &value) && value.type == COMARK_SQL_NULL;
}

ComarkId
comark_statement_column_id (ComarkStatement *st, guint column)
{
  ComarkId id = COMARK_ID_NONE;
  ComarkSqlValue value;

  if (!get_column (st, column, COMARK_SQL_BYTES, &value))
    return id;
  if (value.length == COMARK_ID_SIZE)
    memcpy (id.bytes, value.data, COMARK_ID_SIZE);
  else
    note_problem (st, COMARK_STORE_ERROR_CORRUPT, "key is not 16 bytes");
  return id;
}

gint64
comark_statement_column_int (ComarkStatement *st, guint column)
{
  ComarkSqlValue value;

  return get_column (st, column, COMARK_SQL_INT, &value) ? value.number : 0;
}

double
comark_statement_column_double (ComarkStatement *st, guint column)
{
  ComarkSqlValue value;

  return get_column (st, column, COMARK_SQL_DOUBLE, &value) ? value.real : 0;
}

const char *
comark_statement_column_text (ComarkStatement *st, guint column)
{
  ComarkSqlValue value;

  if (!get_column (st, column, COMARK_SQL_TEXT, &value))
    return NULL;
  /* With a length g_utf8_validate() refuses NUL as well. */
  if (g_utf8_validate (value.data, (gssize) value.length, NULL))
    return value.data;
  note_problem (st, COMARK_STORE_ERROR_CORRUPT, "text is not UTF-8");
  return NULL;
}

GBytes *
comark_statement_column_bytes (ComarkStatement *st, guint column)
{
  ComarkSqlValue value;

  if (!get_column (st, column, COMARK_SQL_BYTES, &value))
    return NULL;
  return g_bytes_new (value.data, value.length);
}

gboolean
comark_sql_begin (ComarkSql *sql, ComarkSqlAccess access, GError **error)
{
  g_return_val_if_fail (!sql->in_transaction, FALSE);

  if (g_cancellable_set_error_if_cancelled (sql->cancellable, error))
    return FALSE;
  if (access == COMARK_SQL_WRITE && sql->read_only)
    {
      comark_store_error_set (error, COMARK_STORE_ERROR_READ_ONLY, NULL);
      return FALSE;
    }
  sql->failed = FALSE;
  sql->in_transaction = sql->klass->begin (sql, access, error);
  return sql->in_transaction;
}

static gboolean
may_commit (ComarkSql *sql, GError **error)
{
  if (sql->failed)
    comark_store_error_set (error, COMARK_STORE_ERROR_SQL, "commit of a failed transaction");
  else
    return !g_cancellable_set_error_if_cancelled (sql->cancellable, error);
  return FALSE;
}

gboolean
comark_sql_commit (ComarkSql *sql, GError **error)
{
  gboolean ok;

  g_return_val_if_fail (sql->in_transaction, FALSE);
  ok = may_commit (sql, error) && sql->klass->commit (sql, error);
  if (!ok)
    sql->klass->rollback (sql);
  sql->in_transaction = FALSE;
  return ok;
}

void
comark_sql_rollback (ComarkSql *sql)
{
  g_return_if_fail (sql->in_transaction);

  sql->klass->rollback (sql);
  sql->in_transaction = FALSE;
}

gboolean
comark_sql_transaction (ComarkSql *sql, ComarkSqlAccess access, ComarkSqlFunc func, gpointer data,
                        GError **error)
{
  g_return_val_if_fail (!sql->in_transaction, FALSE);

  if (!comark_sql_begin (sql, access, error))
    return FALSE;
  if (func (sql, data, error))
    return comark_sql_commit (sql, error);
  comark_sql_rollback (sql);
  return FALSE;
}
