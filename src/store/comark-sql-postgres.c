/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A connection to PostgreSQL. Requests are sent without blocking and waited for here, so that a
 * cancelled one is stopped and a server that says nothing is given up. Cancelling at the server
 * takes some 20 ms: it happens on the thread that waits, never on the one that asked.
 */
#include "comark-sql-postgres.h"

#include <libpq-fe.h>
#include <poll.h>
#include <string.h>

/* A server that is silent for so long is lost; one asked to cancel has less time. */
#define SILENT_US (60 * G_USEC_PER_SEC)
#define CANCEL_US (5 * G_USEC_PER_SEC)

#define CHANNEL "comark_changed"

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

static gboolean
lose (ComarkPostgres *self, GError **error)
{
  self->parent.broken = TRUE;
  comark_store_error_set (error, COMARK_STORE_ERROR_CONNECTION_LOST,
                          PQerrorMessage (self->conn));
  return FALSE;
}

/* Messages about others' commits arrive with any answer, and may wait unread in libpq with the
 * socket silent: they are taken after every answer. */
static void
take_notices (ComarkPostgres *self)
{
  PGnotify *notice;

  while ((notice = PQnotifies (self->conn)) != NULL)
    {
      if (notice->be_pid != PQbackendPID (self->conn))
        self->version++;
      PQfreemem (notice);
    }
}

static void
ask_to_cancel (ComarkPostgres *self)
{
  char why[256];
  PGcancel *cancel = PQgetCancel (self->conn);

  if (cancel == NULL || !PQcancel (cancel, why, sizeof why))
    g_debug ("the server cannot be asked to cancel");
  PQfreeCancel (cancel);
}

/* Until there is something to read or room to write, @cancel is signalled, or a second passed. */
static void
sleep_on (ComarkPostgres *self, gboolean more_to_send, int cancel_fd)
{
  struct pollfd fds[2] = {
    { PQsocket (self->conn), (short) (more_to_send ? POLLIN | POLLOUT : POLLIN), 0 },
    { cancel_fd, POLLIN, 0 },
  };

  poll (fds, cancel_fd >= 0 ? 2 : 1, 1000);
}

static gboolean
wait_ready (ComarkPostgres *self, GCancellable *cancellable, int cancel_fd, gint64 *deadline_us)
{
  int unsent = 1;

  while (unsent > 0 || PQisBusy (self->conn))
    {
      unsent = PQflush (self->conn);
      if (unsent < 0)
        return FALSE;
      if (unsent > 0 || PQisBusy (self->conn))
        sleep_on (self, unsent > 0, cancel_fd);
      if (cancel_fd >= 0 && g_cancellable_is_cancelled (cancellable))
        {
          ask_to_cancel (self);
          *deadline_us = g_get_monotonic_time () + CANCEL_US;
          cancel_fd = -1;
        }
      if (!PQconsumeInput (self->conn) || g_get_monotonic_time () > *deadline_us)
        return FALSE;
    }
  return TRUE;
}

static PGresult *
collect_results (ComarkPostgres *self, GCancellable *cancellable)
{
  gint64 deadline_us = g_get_monotonic_time () + SILENT_US;
  int cancel_fd = cancellable ? g_cancellable_get_fd (cancellable) : -1;
  PGresult *last = NULL, *next;

  while (wait_ready (self, cancellable, cancel_fd, &deadline_us)
         && (next = PQgetResult (self->conn)) != NULL)
    {
      PQclear (last);
      last = next;
    }
  if (cancel_fd >= 0)
    g_cancellable_release_fd (cancellable);
  take_notices (self);
  return last;
}

static void
explain (ComarkPostgres *self, PGresult *result, GError **error)
{
  const char *state = PQresultErrorField (result, PG_DIAG_SQLSTATE);
  gboolean cancelled;
  ComarkStoreError meaning = comark_sql_postgres_meaning (state, &cancelled);

  if (cancelled)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The work was stopped.");
  else if (meaning == COMARK_STORE_ERROR_CONNECTION_LOST)
    lose (self, error);
  else
    comark_store_error_set (error, meaning, PQresultErrorMessage (result));
}

PGresult *
comark_postgres_wait (ComarkPostgres *self, int sent, GError **error)
{
  GCancellable *cancellable = self->finishing ? NULL : self->parent.cancellable;
  PGresult *result = NULL;

  if (sent && !self->parent.broken)
    result = collect_results (self, cancellable);
  if (result == NULL || PQstatus (self->conn) != CONNECTION_OK
      || PQtransactionStatus (self->conn) == PQTRANS_ACTIVE)
    lose (self, error);
  else if (PQresultStatus (result) == PGRES_COMMAND_OK
           || PQresultStatus (result) == PGRES_TUPLES_OK)
    return result;
  else
    explain (self, result, error);
  PQclear (result);
  return NULL;
}

PGresult *
comark_postgres_send (ComarkPostgres *self, const char *text, GError **error)
{
  int sent = !self->parent.broken && PQsendQuery (self->conn, text);

  return comark_postgres_wait (self, sent, error);
}

static gboolean
run (ComarkSql *sql, const char *text, GError **error)
{
  PGresult *result = comark_postgres_send ((ComarkPostgres *) sql, text, error);

  PQclear (result);
  return result != NULL;
}

static void
close_connection (ComarkSql *sql)
{
  ComarkPostgres *self = (ComarkPostgres *) sql;

  PQfinish (self->conn);
  g_free (self);
}

static gboolean
begin (ComarkSql *sql, ComarkSqlAccess access, GError **error)
{
  ((ComarkPostgres *) sql)->writing = access == COMARK_SQL_WRITE;
  /* The notice is delivered by the commit, and only if there is one. */
  if (access == COMARK_SQL_WRITE)
    return run (sql, "BEGIN ISOLATION LEVEL READ COMMITTED; NOTIFY " CHANNEL, error);
  return run (sql, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", error);
}

/* After a failed statement COMMIT succeeds, with the tag ROLLBACK. And a connection lost now
 * leaves it open whether the server had committed. */
static gboolean
commit (ComarkSql *sql, GError **error)
{
  ComarkPostgres *self = (ComarkPostgres *) sql;
  g_autoptr (GError) problem = NULL;
  PGresult *result;
  gboolean ok;

  self->finishing = TRUE;
  result = comark_postgres_send (self, "COMMIT", &problem);
  self->finishing = FALSE;
  ok = result != NULL && g_str_equal (PQcmdStatus (result), "COMMIT");
  if (result == NULL && sql->broken && self->writing)
    comark_store_error_set (error, COMARK_STORE_ERROR_UNCONFIRMED, NULL);
  else if (result == NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  else if (!ok)
    comark_store_error_set (error, COMARK_STORE_ERROR_SQL, "COMMIT answered ROLLBACK");
  PQclear (result);
  return ok;
}

static void
rollback (ComarkSql *sql)
{
  ComarkPostgres *self = (ComarkPostgres *) sql;

  if (sql->broken || PQtransactionStatus (self->conn) == PQTRANS_IDLE)
    return;
  self->finishing = TRUE;
  run (sql, "ROLLBACK", NULL);
  self->finishing = FALSE;
}

static gboolean
data_version (ComarkSql *sql, gint64 *version, GError **error)
{
  ComarkPostgres *self = (ComarkPostgres *) sql;

  if (sql->broken || !PQconsumeInput (self->conn) || PQstatus (self->conn) != CONNECTION_OK)
    return lose (self, error);
  take_notices (self);
  *version = self->version;
  return TRUE;
}

static const char *const tokens[] = {
  "@ID@",     "UUID",
  "@INT64@",  "BIGINT",
  "@BOOL@",   "SMALLINT",
  "@REAL@",   "DOUBLE PRECISION",
  "@BYTES@",  "BYTEA",
  "@STRICT@", "",
  "@ROWS@",   "",
  "@SERIAL@", "BIGINT GENERATED BY DEFAULT AS IDENTITY",
  "@NOW@",    "CAST(floor(extract(epoch FROM clock_timestamp()) * 1000) AS BIGINT)",
  NULL,
};

static const ComarkSqlClass postgres_class = {
  .engine = COMARK_SQL_POSTGRES,
  .tokens = tokens,
  .close = close_connection,
  .begin = begin,
  .commit = commit,
  .rollback = rollback,
  .run = run,
  .data_version = data_version,
  .prepare = comark_postgres_prepare,
  .finalize = comark_postgres_finalize,
  .reset = comark_postgres_reset,
  .bind = comark_postgres_bind,
  .step = comark_postgres_step,
  .column = comark_postgres_column,
};

static void
on_notice (gpointer data, const char *text)
{
  g_debug ("server: %s", text);
}

/* libpq's own default takes any certificate: over a network the server is always verified.
 * On a socket of this machine libpq leaves TLS out by itself. */
static PGconn *
dial (const char *uri)
{
  static const char *const names[] = {
    "dbname", "client_encoding", "application_name", "connect_timeout", "sslmode",
    "keepalives_idle", "tcp_user_timeout", NULL,
  };
  const char *values[] = { uri, "UTF8", "comark", "10", "verify-full", "30", "20000", NULL };

  return PQconnectdbParams (names, values, 1);
}

static gboolean
check_dialled (ComarkPostgres *self, GError **error)
{
  if (PQstatus (self->conn) == CONNECTION_OK)
    return TRUE;
  g_debug ("server: %s", PQerrorMessage (self->conn));
  if (PQconnectionUsedPassword (self->conn) || PQconnectionNeedsPassword (self->conn))
    g_set_error_literal (error, COMARK_STORE_ERROR, COMARK_STORE_ERROR_DENIED,
                         "The register's server did not accept the name and password. An "
                         "administrator of the register can help.");
  else
    g_set_error_literal (error, COMARK_STORE_ERROR, COMARK_STORE_ERROR_CONNECTION_LOST,
                         "The register's server could not be reached, or did not let you in. "
                         "Check the address and the network, and try again.");
  return FALSE;
}

static gboolean
prepare_session (ComarkPostgres *self, ComarkSqlMode mode, GError **error)
{
  ComarkSql *sql = &self->parent;

  if (PQsetnonblocking (self->conn, 1) != 0)
    return lose (self, error);
  if (mode == COMARK_SQL_OPEN_CREATE && !run (sql, "CREATE SCHEMA IF NOT EXISTS comark", error))
    return FALSE;
  sql->read_only = mode == COMARK_SQL_OPEN_READ;
  if (sql->read_only && !run (sql, "SET default_transaction_read_only = on", error))
    return FALSE;
  return run (sql, "SET search_path = comark, pg_temp", error)
         && run (sql, "LISTEN " CHANNEL, error);
}

ComarkSql *
comark_sql_postgres_open (const char *uri, ComarkSqlMode mode, GError **error)
{
  ComarkPostgres *self = g_new0 (ComarkPostgres, 1);

  comark_sql_init (&self->parent, &postgres_class);
  self->conn = dial (uri);
  PQsetNoticeProcessor (self->conn, on_notice, NULL);
  if (check_dialled (self, error) && prepare_session (self, mode, error))
    return &self->parent;
  comark_sql_free (&self->parent);
  return NULL;
}
