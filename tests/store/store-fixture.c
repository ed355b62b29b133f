/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <glib/gstdio.h>

#include "comark-migrations.h"

static char *current_place;

gboolean
comark_fixture_is_postgres (void)
{
  return g_getenv ("COMARK_TEST_POSTGRES_URI") != NULL;
}

static void
empty_database (const char *uri)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkSql) sql = comark_sql_open (uri, COMARK_SQL_OPEN_CREATE, &error);

  g_assert_no_error (error);
  comark_sql_run_script (sql, "DROP SCHEMA IF EXISTS comark CASCADE;", &error);
  g_assert_no_error (error);
}

char *
comark_fixture_place (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;

  if (comark_fixture_is_postgres ())
    {
      empty_database (g_getenv ("COMARK_TEST_POSTGRES_URI"));
      return g_strdup (g_getenv ("COMARK_TEST_POSTGRES_URI"));
    }
  folder = g_dir_make_tmp ("comark-test-XXXXXX", &error);
  g_assert_no_error (error);
  return g_build_filename (folder, "register.comark", NULL);
}

void
comark_fixture_remove (char *place)
{
  if (!comark_sql_is_uri (place))
    {
      g_autofree char *folder = g_path_get_dirname (place);
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (folder, name, NULL);
          g_remove (path);
        }
      g_rmdir (folder);
    }
  g_free (place);
}

ComarkSql *
comark_fixture_open (void)
{
  g_autoptr (GError) error = NULL;
  ComarkSql *sql;

  g_assert_null (current_place);
  current_place = comark_fixture_place ();
  sql = comark_sql_open (current_place, COMARK_SQL_OPEN_CREATE, &error);
  g_assert_no_error (error);
  comark_migrations_run (sql, comark_migrations_latest (), &error);
  g_assert_no_error (error);
  return sql;
}

void
comark_fixture_close (ComarkSql *sql)
{
  comark_sql_free (sql);
  comark_fixture_remove (g_steal_pointer (&current_place));
}

const char *
comark_fixture_get_place (void)
{
  return current_place;
}

void
comark_fixture_assert_error (GError **error, ComarkStoreError code)
{
  g_assert_error (*error, COMARK_STORE_ERROR, (int) code);
  g_clear_error (error);
}
