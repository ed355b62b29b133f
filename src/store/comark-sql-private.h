/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an engine has to do for comark-sql.c, which does everything that they share: the
 * cache of statements, checks of texts and values, the state of transactions.
 */
#pragma once

#include "comark-sql.h"

G_BEGIN_DECLS

typedef enum
{
  COMARK_SQL_NULL,
  COMARK_SQL_INT,
  COMARK_SQL_DOUBLE,
  COMARK_SQL_TEXT,
  COMARK_SQL_BYTES, /* keys too */
} ComarkSqlType;

/* A value on its way in or out; @data is borrowed and not ended by NUL. */
typedef struct
{
  ComarkSqlType type;
  gint64 number;
  double real;
  const void *data;
  gsize length;
} ComarkSqlValue;

typedef struct
{
  ComarkSqlEngine engine;
  const char *const *tokens; /* of scripts: "@ID@", "BLOB", …, NULL */

  void (*close) (ComarkSql *sql);
  gboolean (*begin) (ComarkSql *sql, ComarkSqlAccess access, GError **error);
  gboolean (*commit) (ComarkSql *sql, GError **error);
  void (*rollback) (ComarkSql *sql);
  gboolean (*run) (ComarkSql *sql, const char *statement, GError **error);
  gboolean (*data_version) (ComarkSql *sql, gint64 *version, GError **error);

  ComarkStatement *(*prepare) (ComarkSql *sql, const char *text, guint n_params, GError **error);
  void (*finalize) (ComarkStatement *st);
  void (*reset) (ComarkStatement *st);
  gboolean (*bind) (ComarkStatement *st, guint n, const ComarkSqlValue *value, GError **error);
  gboolean (*step) (ComarkStatement *st, gboolean *row, GError **error);
  gboolean (*column) (ComarkStatement *st, guint column, ComarkSqlValue *value);
} ComarkSqlClass;

/* First member of an engine's own struct. */
struct _ComarkSql
{
  const ComarkSqlClass *klass;
  GHashTable *idle; /* text → ComarkStatement: prepared, not in use */
  GCancellable *cancellable;
  gboolean read_only;
  gboolean in_transaction;
  gboolean failed; /* a statement of the open transaction failed: it can only be rolled back */
  gboolean broken;
};

/* First member of an engine's own struct. */
struct _ComarkStatement
{
  ComarkSql *sql;
  char *text;
  guint n_params;
  gint64 changes;
  GError *problem; /* told by the next step */
  gboolean on_row;
};

void comark_sql_init (ComarkSql *sql, const ComarkSqlClass *klass);
void comark_sql_empty_cache (ComarkSql *sql);

/* Number of parameters of @text, or -1 with an error if it is not written as it should be. */
int comark_sql_check_text (const char *text, GError **error);

/* @script with the engine's tokens replaced. Returns: (transfer full) */
char *comark_sql_expand (const ComarkSqlClass *klass, const char *script);

/* The statements of a script: comment lines dropped, split at ";" before a line's end.
 * Returns: (transfer full) */
GStrv comark_sql_split (const char *script);

ComarkSql *comark_sql_sqlite_open (const char *path, ComarkSqlMode mode, GError **error);
ComarkSql *comark_sql_sqlite_open_memory (GError **error);
ComarkSql *comark_sql_postgres_open (const char *uri, ComarkSqlMode mode, GError **error);

/* What an engine's code means to the caller; *cancelled instead of a code of ours. */
ComarkStoreError comark_sql_sqlite_meaning (int extended_code, gboolean *cancelled);
ComarkStoreError comark_sql_postgres_meaning (const char *sqlstate, gboolean *cancelled);

/* Writes all committed pages into the main file, so that no "-wal" is left (SQLite). */
gboolean comark_sql_sqlite_checkpoint (ComarkSql *sql, GError **error);

G_END_DECLS
