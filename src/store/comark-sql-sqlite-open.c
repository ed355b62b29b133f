/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening a SQLite file that may come from anybody (data.md 3).
 */
#include "comark-sql-sqlite.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "comark-register-file.h"
#include "comark-sql-sqlite-locks.h"

/* How long to wait for another's write; and how often cancelling is looked at: about every
 * millisecond of work. */
#define BUSY_MS 5000
#define PROGRESS_STEPS 4000

static int
on_progress (gpointer data)
{
  ComarkSqlite *self = data;

  return !self->finishing && g_cancellable_is_cancelled (self->parent.cancellable);
}

static int
on_busy (gpointer data, int n_tries)
{
  ComarkSqlite *self = data;
  int waited_ms = n_tries < 10 ? n_tries * (n_tries + 1) / 2 : 55 + (n_tries - 10) * 10;

  if (waited_ms > BUSY_MS || on_progress (self))
    return 0;
  g_usleep ((gulong) MIN (n_tries + 1, 10) * 1000);
  return 1;
}

static gboolean
set_switches (ComarkSqlite *self, GError **error)
{
  static const int switches[][2] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },
    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (switches); i++)
    {
      int now = -1;
      int code = sqlite3_db_config (self->db, switches[i][0], switches[i][1], &now);

      if (code != SQLITE_OK || now != switches[i][1])
        return comark_sqlite_fail (self, code ? code : SQLITE_ERROR, error);
    }
  return TRUE;
}

/* A pragma that does not work answers no error: it is read back. */
static gboolean
check_pragma (ComarkSqlite *self, const char *pragma, const char *wanted, GError **error)
{
  sqlite3_stmt *stmt = NULL;
  int code = sqlite3_prepare_v2 (self->db, pragma, -1, &stmt, NULL);
  gboolean ok = FALSE;

  if (code == SQLITE_OK)
    code = sqlite3_step (stmt);
  if (code == SQLITE_ROW)
    ok = g_strcmp0 ((const char *) sqlite3_column_text (stmt, 0), wanted) == 0;
  sqlite3_finalize (stmt);
  if (code != SQLITE_ROW)
    return comark_sqlite_fail (self, code, error);
  if (!ok)
    comark_store_error_set (error, COMARK_STORE_ERROR_IO, pragma);
  return ok;
}

static gboolean
harden (ComarkSqlite *self, GError **error)
{
  sqlite3_busy_handler (self->db, on_busy, self);
  sqlite3_progress_handler (self->db, PROGRESS_STEPS, on_progress, self);
  return set_switches (self, error)
         && comark_sqlite_run (self, "PRAGMA cell_size_check=ON; PRAGMA foreign_keys=ON", error)
         && check_pragma (self, "PRAGMA foreign_keys", "1", error);
}

static gboolean
set_journal (ComarkSqlite *self, GError **error)
{
  return check_pragma (self, "PRAGMA journal_mode=WAL", "wal", error)
         && comark_sqlite_run (self,
                               "PRAGMA synchronous=FULL;"
                               "PRAGMA journal_size_limit=16777216",
                               error)
         && check_pragma (self, "PRAGMA synchronous", "2", error);
}

static ComarkSqlite *
connect_to (const char *name, int flags, GError **error)
{
  ComarkSqlite *self = g_new0 (ComarkSqlite, 1);
  int code;

  comark_sqlite_locks_keep ();
  comark_sql_init (&self->parent, &comark_sqlite_class);
  code = sqlite3_open_v2 (name, &self->db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                          NULL);
  if (code == SQLITE_OK && harden (self, error))
    return self;
  if (code != SQLITE_OK)
    comark_sqlite_fail (self, code, error);
  comark_sql_free (&self->parent);
  return NULL;
}

ComarkSql *
comark_sql_sqlite_open_memory (GError **error)
{
  ComarkSqlite *self = connect_to (":memory:", SQLITE_OPEN_READWRITE, error);

  return self ? &self->parent : NULL;
}

static ComarkSql *
open_new (const char *path, GError **error)
{
  g_autofree char *pragma = g_strdup_printf ("PRAGMA application_id=%d", COMARK_APPLICATION_ID);
  char *ticket = comark_register_file_make (path, error);
  ComarkSqlite *self;

  if (ticket == NULL)
    return NULL;
  self = connect_to (path, SQLITE_OPEN_READWRITE, error);
  if (self != NULL)
    self->ticket = ticket;
  /* The id goes into the main file before the journal is switched to a file beside it. */
  if (self != NULL && comark_sqlite_run (self, pragma, error) && set_journal (self, error))
    return &self->parent;
  if (self != NULL)
    comark_sql_free (&self->parent);
  else
    comark_register_file_release (ticket);
  g_unlink (path);
  return NULL;
}

static ComarkSql *
open_writing (const char *path, char *ticket, GError **error)
{
  ComarkSqlite *self = connect_to (path, SQLITE_OPEN_READWRITE, error);

  if (self == NULL)
    {
      comark_register_file_release (ticket);
      return NULL;
    }
  self->ticket = ticket;
  if (set_journal (self, error))
    return &self->parent;
  comark_sql_free (&self->parent);
  return NULL;
}

static gboolean
has_journal (const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  GStatBuf info;

  return g_stat (wal, &info) == 0 && info.st_size > 0;
}

/* Where nothing can be written beside the file, SQLite reads a WAL register only if told that
 * nobody else writes either; and not at all if there is a journal to be read with it. */
static ComarkSqlite *
connect_immutable (const char *path, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *uri = g_filename_to_uri (absolute, NULL, error);
  g_autofree char *name = uri ? g_strconcat (uri, "?immutable=1", NULL) : NULL;

  return name ? connect_to (name, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, error) : NULL;
}

static ComarkSqlite *
connect_copy (const char *path, GError **error)
{
  g_autofree char *copy = comark_register_file_copy_away (path, error);
  ComarkSqlite *self = copy ? connect_to (copy, SQLITE_OPEN_READWRITE, error) : NULL;

  if (self != NULL)
    self->copy_path = g_steal_pointer (&copy);
  else if (copy != NULL)
    comark_register_file_remove_copy (copy);
  return self;
}

static ComarkSql *
open_reading (const char *path, char *ticket, GError **error)
{
  ComarkSqlite *self;

  if (comark_register_file_can_write (path))
    self = connect_to (path, SQLITE_OPEN_READONLY, error);
  else if (has_journal (path))
    self = connect_copy (path, error);
  else
    self = connect_immutable (path, error);
  if (self == NULL)
    {
      comark_register_file_release (ticket);
      return NULL;
    }
  self->ticket = ticket;
  self->parent.read_only = TRUE;
  if (comark_sqlite_run (self, "PRAGMA query_only=ON", error))
    return &self->parent;
  comark_sql_free (&self->parent);
  return NULL;
}

ComarkSql *
comark_sql_sqlite_open (const char *path, ComarkSqlMode mode, GError **error)
{
  gboolean writing = mode == COMARK_SQL_OPEN_WRITE;
  char *ticket;

  if (mode == COMARK_SQL_OPEN_CREATE)
    return open_new (path, error);
  ticket = comark_register_file_claim (path, writing, error);
  if (ticket == NULL)
    return NULL;
  if (writing && comark_register_file_can_write (path))
    return open_writing (path, ticket, error);
  return open_reading (path, ticket, error);
}

gboolean
comark_sql_sqlite_checkpoint (ComarkSql *sql, GError **error)
{
  ComarkSqlite *self = (ComarkSqlite *) sql;
  int code = sqlite3_wal_checkpoint_v2 (self->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);

  return code == SQLITE_OK || comark_sqlite_fail (self, code, error);
}
