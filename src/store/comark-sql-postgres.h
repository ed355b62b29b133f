/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts of the PostgreSQL engine: the connection, and statements on it.
 */
#pragma once

#include "comark-sql-private.h"

G_BEGIN_DECLS

typedef struct pg_conn PGconn;
typedef struct pg_result PGresult;

typedef struct
{
  ComarkSql parent;
  PGconn *conn;
  guint n_names;      /* of prepared statements, for the next one's name */
  gint64 version;     /* commits of others that were told so far */
  gboolean writing;   /* the open transaction */
  gboolean finishing; /* commit and rollback go on whatever is cancelled */
} ComarkPostgres;

/* Waits for the answer to what was sent (@sent: did sending work), looking at cancelling and
 * at a silent server. Returns: (transfer full) the result of the last statement, NULL with
 * @error if it failed */
PGresult *comark_postgres_wait (ComarkPostgres *self, int sent, GError **error);

/* Sends a text without parameters and waits. */
PGresult *comark_postgres_send (ComarkPostgres *self, const char *text, GError **error);

ComarkStatement *comark_postgres_prepare (ComarkSql *sql, const char *text, guint n_params,
                                          GError **error);
void comark_postgres_finalize (ComarkStatement *st);
void comark_postgres_reset (ComarkStatement *st);
gboolean comark_postgres_bind (ComarkStatement *st, guint n, const ComarkSqlValue *value,
                               GError **error);
gboolean comark_postgres_step (ComarkStatement *st, gboolean *row, GError **error);
gboolean comark_postgres_column (ComarkStatement *st, guint column, ComarkSqlValue *value);

G_END_DECLS
