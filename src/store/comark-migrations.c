/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-migrations.h"

#include <string.h>

#include "comark-sql-private.h"

#define FOLDER "/org/comark/Comark/data/sql/"

static GMutex known_lock;
static GHashTable *known_structures; /* version → SHA-256, made once each */

static int
number_of (const char *name)
{
  return (int) g_ascii_strtoll (name, NULL, 10);
}

/* By number; the common text, whose name is shorter, before an engine's own. */
static int
compare_scripts (gconstpointer a, gconstpointer b)
{
  const char *one = *(const char *const *) a, *other = *(const char *const *) b;
  int order = number_of (one) - number_of (other);

  return order ? order : (int) strlen (one) - (int) strlen (other);
}

static GStrv
list_scripts (void)
{
  GStrv names = g_resources_enumerate_children (FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (names != NULL)
    qsort (names, g_strv_length (names), sizeof *names, compare_scripts);
  return names;
}

static gboolean
is_for (const char *name, ComarkSqlEngine engine)
{
  if (g_str_has_suffix (name, ".sqlite.sql"))
    return engine == COMARK_SQL_SQLITE;
  if (g_str_has_suffix (name, ".postgres.sql"))
    return engine == COMARK_SQL_POSTGRES;
  return g_str_has_suffix (name, ".sql");
}

int
comark_migrations_latest (void)
{
  g_auto (GStrv) names = list_scripts ();
  int latest = 0;

  for (gsize i = 0; names != NULL && names[i] != NULL; i++)
    latest = MAX (latest, number_of (names[i]));
  return latest;
}

static gboolean
get_postgres_version (ComarkSql *sql, int *version, GError **error)
{
  gint64 n;

  *version = 0;
  if (!comark_sql_query_int (sql, &n, error,
                             "SELECT count(*) FROM pg_catalog.pg_tables"
                             " WHERE schemaname = current_schema() AND tablename = 'meta'", NULL))
    return FALSE;
  if (n == 0)
    return TRUE;
  if (!comark_sql_query_int (sql, &n, error,
                             "SELECT CAST(value AS BIGINT) FROM meta WHERE key = 'schema'", NULL))
    return FALSE;
  *version = (int) n;
  return TRUE;
}

gboolean
comark_migrations_get_version (ComarkSql *sql, int *version, GError **error)
{
  gint64 n;

  if (comark_sql_get_engine (sql) == COMARK_SQL_POSTGRES)
    return get_postgres_version (sql, version, error);
  if (!comark_sql_query_int (sql, &n, error, "PRAGMA user_version", NULL))
    return FALSE;
  *version = (int) n;
  return TRUE;
}

static gboolean
set_version (ComarkSql *sql, int version, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%d", version);
  g_autofree char *pragma = g_strdup_printf ("PRAGMA user_version=%d;", version);

  if (comark_sql_get_engine (sql) == COMARK_SQL_SQLITE)
    return comark_sql_run_script (sql, pragma, error);
  return comark_sql_exec (sql, error,
                          "INSERT INTO meta (key, value) VALUES ('schema', $1)"
                          " ON CONFLICT (key) DO UPDATE SET value = $1", "t", text) >= 0;
}

static gboolean
run_named (ComarkSql *sql, const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GBytes) bytes
    = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  /* A resource's data ends with a NUL that is not counted. */
  return bytes && comark_sql_run_script (sql, g_bytes_get_data (bytes, NULL), error);
}

static gboolean
check_references (ComarkSql *sql, GError **error)
{
  g_autoptr (ComarkStatement) st = NULL;
  gboolean row;

  if (comark_sql_get_engine (sql) != COMARK_SQL_SQLITE)
    return TRUE;
  st = comark_sql_query (sql, error, "PRAGMA foreign_key_check", NULL);
  if (st == NULL || !comark_statement_step (st, &row, error))
    return FALSE;
  if (row)
    comark_store_error_set (error, COMARK_STORE_ERROR_CORRUPT, "a migration broke a reference");
  return !row;
}

typedef struct
{
  GStrv names;
  int number;
} Step;

static gboolean
run_step (ComarkSql *sql, gpointer data, GError **error)
{
  Step *step = data;
  int now;

  /* Another program may have done it while this one waited for the lock. */
  if (!comark_migrations_get_version (sql, &now, error))
    return FALSE;
  if (now >= step->number)
    return TRUE;
  for (char **name = step->names; *name != NULL; name++)
    if (number_of (*name) == step->number && is_for (*name, comark_sql_get_engine (sql))
        && !run_named (sql, *name, error))
      return FALSE;
  return check_references (sql, error) && set_version (sql, step->number, error);
}

/* Tables are rebuilt to change them; references are checked at the end of a step instead. */
static gboolean
set_references (ComarkSql *sql, gboolean on, GError **error)
{
  if (comark_sql_get_engine (sql) != COMARK_SQL_SQLITE)
    return TRUE;
  return comark_sql_run_script (sql, on ? "PRAGMA foreign_keys=ON;" : "PRAGMA foreign_keys=OFF;",
                                error);
}

gboolean
comark_migrations_run (ComarkSql *sql, int to, GError **error)
{
  g_auto (GStrv) names = list_scripts ();
  int now, previous = 0;
  gboolean ok;

  if (!comark_migrations_get_version (sql, &now, error) || !set_references (sql, FALSE, error))
    return FALSE;
  ok = TRUE;
  for (gsize i = 0; ok && names[i] != NULL; i++)
    {
      Step step = { names, number_of (names[i]) };

      if (step.number <= now || step.number > to || step.number == previous)
        continue;
      previous = step.number;
      ok = comark_sql_transaction (sql, COMARK_SQL_WRITE, run_step, &step, error);
    }
  return set_references (sql, TRUE, ok ? error : NULL) && ok;
}

static void
add_field (GChecksum *sum, const char *text)
{
  gint64 length = text ? (gint64) strlen (text) : -1;

  g_checksum_update (sum, (const guchar *) &length, sizeof length);
  if (text != NULL)
    g_checksum_update (sum, (const guchar *) text, (gssize) length);
}

/* sqlite_stat1 and the like come and go with ANALYZE and hold nothing that runs. */
static char *
describe_structure (ComarkSql *sql, GError **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (ComarkStatement) st
    = comark_sql_query (sql, error,
                        "SELECT type, name, tbl_name, sql FROM sqlite_schema"
                        " WHERE substr(name, 1, 11) <> 'sqlite_stat' OR type <> 'table'"
                        " ORDER BY type, name", NULL);
  gboolean row;

  if (st == NULL)
    return NULL;
  while (comark_statement_step (st, &row, error))
    {
      if (!row)
        return g_strdup (g_checksum_get_string (sum));
      for (guint i = 0; i < 4; i++)
        add_field (sum, comark_statement_column_text (st, i));
    }
  return NULL;
}

static char *
make_structure (int version, GError **error)
{
  g_autoptr (ComarkSql) sql = comark_sql_open_memory (error);

  if (sql == NULL || !comark_migrations_run (sql, version, error))
    return NULL;
  return describe_structure (sql, error);
}

static const char *
known_structure (int version, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&known_lock);
  gpointer key = GINT_TO_POINTER (version);
  char *sum;

  if (known_structures == NULL)
    known_structures = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  sum = g_hash_table_lookup (known_structures, key);
  if (sum != NULL)
    return sum;
  sum = make_structure (version, error);
  if (sum != NULL)
    g_hash_table_insert (known_structures, key, sum);
  return sum;
}

gboolean
comark_migrations_check_structure (ComarkSql *sql, GError **error)
{
  g_autofree char *found = NULL;
  const char *expected;
  int version;

  if (comark_sql_get_engine (sql) != COMARK_SQL_SQLITE)
    return TRUE;
  if (!comark_migrations_get_version (sql, &version, error))
    return FALSE;
  found = describe_structure (sql, error);
  expected = found ? known_structure (version, error) : NULL;
  if (expected == NULL)
    return FALSE;
  if (g_str_equal (found, expected))
    return TRUE;
  g_set_error_literal (error, COMARK_STORE_ERROR, COMARK_STORE_ERROR_CORRUPT,
                       "The structure of this register was changed by another program, so it "
                       "cannot be trusted. Please restore a backup.");
  return FALSE;
}
