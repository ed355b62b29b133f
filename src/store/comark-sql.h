/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The seam below which SQLite and PostgreSQL differ: connections, statements, transactions.
 * A connection and its statements belong to one thread at a time; nothing here is thread safe
 * but the GCancellable given to comark_sql_set_cancellable().
 *
 * One text runs on both engines. Parameters are written $1..$n, first appearing in ascending
 * order; "::", "?" and named parameters are refused. See data.md 2 for what not to write.
 *
 * Types of parameters, one letter each, in the order of $1, $2, …:
 *   k  const ComarkId *   key; NULL, or the all-zero id, is SQL NULL
 *   i  gint64             write (gint64) before an expression of another type
 *   n  int                also for an enum or a gboolean
 *   t  const char *       UTF-8 text; NULL is SQL NULL. Invalid UTF-8 fails at the first step
 *   b  GBytes *           NULL is SQL NULL
 *   d  double             NaN and infinities are refused at the first step
 * Columns are numbered from 0.
 *
 * The usual way to read:
 *
 *   g_autoptr (ComarkStatement) st
 *     = comark_sql_query (sql, error, "SELECT title FROM submission WHERE owner=$1", "k", &owner);
 *   gboolean row;
 *   if (st == NULL)
 *     return NULL;
 *   while (comark_statement_step (st, &row, error))
 *     {
 *       if (!row)
 *         return g_steal_pointer (&titles);
 *       g_ptr_array_add (titles, g_strdup (comark_statement_column_text (st, 0)));
 *     }
 *   return NULL;
 */
#pragma once

#include <gio/gio.h>

#include "comark-id.h"
#include "comark-store-error.h"

G_BEGIN_DECLS

typedef struct _ComarkSql ComarkSql;
typedef struct _ComarkStatement ComarkStatement;

typedef enum
{
  COMARK_SQL_SQLITE,
  COMARK_SQL_POSTGRES,
} ComarkSqlEngine;

typedef enum
{
  COMARK_SQL_OPEN_READ,   /* an existing register, for reading */
  COMARK_SQL_OPEN_WRITE,  /* an existing register; read-only if the file cannot be written */
  COMARK_SQL_OPEN_CREATE, /* a new file, or an empty database that exists */
} ComarkSqlMode;

typedef enum
{
  COMARK_SQL_READ,  /* one unmoving view of the register */
  COMARK_SQL_WRITE, /* takes SQLite's write lock at once (BEGIN IMMEDIATE) */
} ComarkSqlAccess;

/* TRUE if @where is a "postgresql://" or "postgres://" URI, not a file's path. */
gboolean comark_sql_is_uri (const char *where);

/* Opens a connection to the file or URI @where, hardened as data.md 3 says, without looking at
 * what is in it beyond the file's header. comark_store_open() is what programs call.
 * Returns: (transfer full) NULL with COMARK_STORE_ERROR or G_IO_ERROR_EXISTS. */
ComarkSql *comark_sql_open (const char *where, ComarkSqlMode mode, GError **error);

/* A new, empty SQLite database in memory. Returns: (transfer full) */
ComarkSql *comark_sql_open_memory (GError **error);

/* Rolls back what is open and closes. Statements must be freed before. NULL is allowed. */
void comark_sql_free (ComarkSql *sql);

ComarkSqlEngine comark_sql_get_engine (ComarkSql *sql);
gboolean comark_sql_is_read_only (ComarkSql *sql);
gboolean comark_sql_in_transaction (ComarkSql *sql);

/* TRUE once the connection is lost for good; every call then fails. */
gboolean comark_sql_is_broken (ComarkSql *sql);

/* From now on steps of this connection end with G_IO_ERROR_CANCELLED soon after @cancellable
 * (nullable) is cancelled by any thread. Rolling back is not affected. */
void comark_sql_set_cancellable (ComarkSql *sql, GCancellable *cancellable);

/* A number that changes when another connection commits, never by own commits. */
gboolean comark_sql_data_version (ComarkSql *sql, gint64 *version, GError **error);

/* Prepares @text, or takes it from the connection's cache. Returns: (transfer full) */
ComarkStatement *comark_sql_prepare (ComarkSql *sql, const char *text, GError **error);

/* Runs one statement to its end. Returns: number of rows changed, -1 on error. */
gint64 comark_sql_exec (ComarkSql *sql, GError **error, const char *text, const char *types, ...);

/* The same, but anything else than exactly one changed row is COMARK_STORE_ERROR_CONFLICT: for
 * UPDATE … SET rev=rev+1 WHERE id=$1 AND rev=$2. */
gboolean comark_sql_exec_one (ComarkSql *sql, GError **error, const char *text, const char *types,
                              ...);

/* A bound statement, ready to step. Returns: (transfer full) */
ComarkStatement *comark_sql_query (ComarkSql *sql, GError **error, const char *text,
                                   const char *types, ...);

/* The first column of the first row as a number: counts, EXISTS. No row, or NULL, is 0. */
gboolean comark_sql_query_int (ComarkSql *sql, gint64 *value, GError **error, const char *text,
                               const char *types, ...);

/* Makes an object of the row @st stands on. Returns: (transfer full), or NULL with @error. */
typedef gpointer (*ComarkRowFunc) (ComarkStatement *st, gpointer data, GError **error);

/* All rows of a query, each turned into an object by @func; the array frees its elements with
 * @destroy. Returns: (transfer full), NULL on error */
GPtrArray *comark_sql_collect (ComarkSql *sql, ComarkRowFunc func, gpointer data,
                               GDestroyNotify destroy, GError **error, const char *text,
                               const char *types, ...);

/* One row by @func; no row is COMARK_STORE_ERROR_NOT_FOUND. Returns: (transfer full) */
gpointer comark_sql_one (ComarkSql *sql, ComarkRowFunc func, gpointer data, GError **error,
                         const char *text, const char *types, ...);

/* Back to the cache of its connection. NULL is allowed. */
void comark_statement_free (ComarkStatement *st);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkStatement, comark_statement_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkSql, comark_sql_free)

/* Values are copied. @n is the number after the dollar sign. A parameter that was not bound is
 * NULL. What is wrong with a value is told by the first step. */
void comark_statement_bind_id (ComarkStatement *st, guint n, const ComarkId *id);
void comark_statement_bind_int (ComarkStatement *st, guint n, gint64 value);
void comark_statement_bind_text (ComarkStatement *st, guint n, const char *text);
void comark_statement_bind_bytes (ComarkStatement *st, guint n, GBytes *bytes);
void comark_statement_bind_data (ComarkStatement *st, guint n, gconstpointer data, gsize length);
void comark_statement_bind_double (ComarkStatement *st, guint n, double value);

/* Goes to the next row; *row is FALSE at the end. A write has happened when this returned with
 * *row FALSE; with RETURNING step to the end. FALSE on error. */
gboolean comark_statement_step (ComarkStatement *st, gboolean *row, GError **error);

/* Rows changed by the statement, once stepped to its end. */
gint64 comark_statement_get_changes (ComarkStatement *st);

/* Ready to be bound and stepped again; forgets its parameters. */
void comark_statement_reset (ComarkStatement *st);

/* Values of the row, converted by nothing: a NULL column gives COMARK_ID_NONE, 0, NULL. A value
 * of another type than asked for, a key that is not 16 bytes, or text that is not UTF-8 gives
 * the same, and the next step fails with COMARK_STORE_ERROR_CORRUPT. */
gboolean comark_statement_column_is_null (ComarkStatement *st, guint column);
ComarkId comark_statement_column_id (ComarkStatement *st, guint column);
gint64 comark_statement_column_int (ComarkStatement *st, guint column);
double comark_statement_column_double (ComarkStatement *st, guint column);

/* Returns: (transfer none) (nullable) until the next step or reset */
const char *comark_statement_column_text (ComarkStatement *st, guint column);

/* Returns: (transfer full) (nullable) */
GBytes *comark_statement_column_bytes (ComarkStatement *st, guint column);

/* Opening a transaction inside another is a fault of the program. Committing answers TRUE only
 * if the engine says that it is committed; after FALSE the transaction is over, and undone
 * unless the code is COMARK_STORE_ERROR_UNCONFIRMED. */
gboolean comark_sql_begin (ComarkSql *sql, ComarkSqlAccess access, GError **error);
gboolean comark_sql_commit (ComarkSql *sql, GError **error);
void comark_sql_rollback (ComarkSql *sql);

/* FALSE (with @error set) rolls everything back. */
typedef gboolean (*ComarkSqlFunc) (ComarkSql *sql, gpointer data, GError **error);

/* begin, @func, commit; or rollback. */
gboolean comark_sql_transaction (ComarkSql *sql, ComarkSqlAccess access, ComarkSqlFunc func,
                                 gpointer data, GError **error);

/* Runs statements separated by ";" and a line's end, without parameters, after replacing the
 * tokens of data.md 2 (@ID@ @INT64@ @BOOL@ @REAL@ @BYTES@ @STRICT@ @ROWS@ @SERIAL@ @NOW@).
 * For migrations. Empties the statement cache. */
gboolean comark_sql_run_script (ComarkSql *sql, const char *script, GError **error);

G_END_DECLS
