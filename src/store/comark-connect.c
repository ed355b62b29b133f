/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-connect.h"

#include <glib/gstdio.h>
#include <string.h>

#include "comark-migrations.h"
#include "comark-sql-private.h"

static gpointer
read_text (ComarkStatement *st, gpointer data, GError **error)
{
  return g_strdup (comark_statement_column_text (st, 0));
}

char *
comark_meta_get (ComarkSql *sql, const char *key, GError **error)
{
  g_autoptr (GError) problem = NULL;
  char *value = comark_sql_one (sql, read_text, NULL, &problem,
                                "SELECT value FROM meta WHERE key = $1", "t", key);

  if (problem != NULL
      && !g_error_matches (problem, COMARK_STORE_ERROR, COMARK_STORE_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&problem));
  return value;
}

gboolean
comark_meta_set (ComarkSql *sql, const char *key, const char *value, GError **error)
{
  return comark_sql_exec (sql, error,
                          "INSERT INTO meta (key, value) VALUES ($1, $2)"
                          " ON CONFLICT (key) DO UPDATE SET value = $2", "tt", key, value) >= 0;
}

typedef struct
{
  ComarkPurpose purpose;
  const char *organisation;
} Facts;

static gboolean
write_facts (ComarkSql *sql, gpointer data, GError **error)
{
  Facts *facts = data;
  ComarkId id = comark_id_new ();
  g_autofree char *register_id = comark_id_to_string (&id);

  return comark_meta_set (sql, "register", register_id, error)
         && comark_meta_set (sql, "purpose", comark_purpose_nick (facts->purpose), error)
         && comark_meta_set (sql, "organisation", facts->organisation, error);
}

static gboolean
refuse_existing (ComarkSql *sql, GError **error)
{
  int version;

  if (!comark_migrations_get_version (sql, &version, error))
    return FALSE;
  if (version == 0)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                       "This database has a register already, and nothing is overwritten. "
                       "Choose another database.");
  return FALSE;
}

static gboolean
fill (ComarkSql *sql, Facts *facts, GError **error)
{
  if (!refuse_existing (sql, error)
      || !comark_migrations_run (sql, comark_migrations_latest (), error)
      || !comark_sql_transaction (sql, COMARK_SQL_WRITE, write_facts, facts, error))
    return FALSE;
  /* From now on the main file alone says what it is. */
  return comark_sql_get_engine (sql) != COMARK_SQL_SQLITE
         || comark_sql_sqlite_checkpoint (sql, error);
}

ComarkSql *
comark_connect_create (const char *where, ComarkPurpose purpose, const char *organisation,
                        GError **error)
{
  Facts facts = { purpose, organisation };
  ComarkSql *sql = comark_sql_open (where, COMARK_SQL_OPEN_CREATE, error);

  if (sql == NULL || fill (sql, &facts, error))
    return sql;
  if (comark_sql_get_engine (sql) == COMARK_SQL_SQLITE)
    g_unlink (where);
  comark_sql_free (sql);
  return NULL;
}

/* "NAME.comark" of version 3 is kept as "NAME.before-4.comark". One that is there already was
 * made by a step that was interrupted: it is as good. */
static gboolean
keep_old (ComarkSql *sql, const char *where, int next, GError **error)
{
  gboolean ends = g_str_has_suffix (where, ".comark");
  g_autofree char *stem = g_strndup (where, strlen (where) - (ends ? strlen (".comark") : 0));
  g_autofree char *path = g_strdup_printf ("%s.before-%d.comark", stem, next);

  if (comark_sql_get_engine (sql) != COMARK_SQL_SQLITE || g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  return comark_connect_backup (sql, path, NULL, NULL, NULL, error);
}

static gboolean
bring_up_to_date (ComarkSql *sql, const char *where, GError **error)
{
  int latest = comark_migrations_latest ();

  if (comark_sql_is_read_only (sql))
    {
      g_set_error_literal (error, COMARK_STORE_ERROR, COMARK_STORE_ERROR_READ_ONLY,
                           "This register was made by an older Comark and has to be brought up "
                           "to date, but it can only be read here. Copy it to a folder of "
                           "yours and open that.");
      return FALSE;
    }
  return keep_old (sql, where, latest, error) && comark_migrations_run (sql, latest, error)
         && comark_migrations_check_structure (sql, error);
}

static gboolean
check_register (ComarkSql *sql, const char *where, GError **error)
{
  int version, latest = comark_migrations_latest ();

  if (!comark_migrations_get_version (sql, &version, error))
    return FALSE;
  if (version <= 0)
    {
      comark_store_error_set (error, COMARK_STORE_ERROR_NOT_A_REGISTER, "empty");
      return FALSE;
    }
  if (version > latest)
    {
      comark_store_error_set (error, COMARK_STORE_ERROR_TOO_NEW, NULL);
      return FALSE;
    }
  return comark_migrations_check_structure (sql, error)
         && (version == latest || bring_up_to_date (sql, where, error));
}

ComarkSql *
comark_connect_open (const char *where, gboolean read_only, GError **error)
{
  ComarkSqlMode mode = read_only ? COMARK_SQL_OPEN_READ : COMARK_SQL_OPEN_WRITE;
  ComarkSql *sql = comark_sql_open (where, mode, error);

  if (sql == NULL || check_register (sql, where, error))
    return sql;
  comark_sql_free (sql);
  return NULL;
}
