/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The schema's steps: all or nothing, the same result whichever way.
 */
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "comark-migrations.h"
#include "comark-sql-private.h"
#include "store-fixture.h"

static int
version_of (ComarkSql *sql)
{
  g_autoptr (GError) error = NULL;
  int version;

  comark_migrations_get_version (sql, &version, &error);
  g_assert_no_error (error);
  return version;
}

static void
test_empty_is_version_0 (void)
{
  g_autoptr (GError) error = NULL;
  char *place = comark_fixture_place ();
  ComarkSql *sql = comark_sql_open (place, COMARK_SQL_OPEN_CREATE, &error);

  g_assert_no_error (error);
  g_assert_cmpint (version_of (sql), ==, 0);
  comark_sql_free (sql);
  comark_fixture_remove (place);
}

static void
test_each_step_is_its_version (void)
{
  g_autoptr (GError) error = NULL;
  char *place = comark_fixture_place ();
  ComarkSql *sql = comark_sql_open (place, COMARK_SQL_OPEN_CREATE, &error);
  int latest = comark_migrations_latest ();

  g_assert_cmpint (latest, >=, 1);
  for (int version = 1; version <= latest; version++)
    {
      g_assert_true (comark_migrations_run (sql, version, &error));
      g_assert_no_error (error);
      g_assert_cmpint (version_of (sql), ==, version);
      g_assert_true (comark_migrations_check_structure (sql, &error));
      g_assert_no_error (error);
    }
  /* Again: nothing to do. */
  g_assert_true (comark_migrations_run (sql, latest, &error));
  g_assert_cmpint (version_of (sql), ==, latest);
  comark_sql_free (sql);
  comark_fixture_remove (place);
}

static void
test_references_are_checked_again_afterwards (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  ComarkSql *sql = comark_fixture_open ();

  g_assert_cmpint (comark_sql_exec (sql, &error,
                                    "INSERT INTO blob_chunk (hash, n, data) VALUES ('x', 0, $1)",
                                    "b", bytes), ==, -1);
  comark_fixture_assert_error (&error, COMARK_STORE_ERROR_CONSTRAINT);
  comark_fixture_close (sql);
}

static void
test_failed_step_leaves_nothing (void)
{
  g_autoptr (GError) error = NULL;
  ComarkSql *sql = comark_fixture_open ();
  gint64 n;

  g_assert_true (comark_sql_begin (sql, COMARK_SQL_WRITE, &error));
  g_assert_false (comark_sql_run_script (sql,
                                         "CREATE TABLE half (x TEXT);\n"
                                         "INSERT INTO half VALUES ('y');\n"
                                         "CREATE TABLE half (x TEXT);\n", &error));
  g_clear_error (&error);
  g_assert_false (comark_sql_commit (sql, &error));
  g_clear_error (&error);
  g_assert_false (comark_sql_query_int (sql, &n, &error, "SELECT count(*) FROM half", NULL));
  comark_fixture_assert_error (&error, COMARK_STORE_ERROR_SQL);
  comark_fixture_close (sql);
}

static void
test_scripts_are_split (void)
{
  static const char script[] = "-- a comment; with a semicolon;\n"
                               "CREATE TABLE a (\n"
                               "  x TEXT DEFAULT ';',\n"
                               "  -- another;\n"
                               "  y TEXT\n"
                               ");\n\n"
                               "CREATE INDEX b ON a (x); \n"
                               "CREATE INDEX c ON a (y)";
  g_auto (GStrv) parts = comark_sql_split (script);

  g_assert_cmpuint (g_strv_length (parts), ==, 3);
  g_assert_cmpstr (parts[0], ==, "CREATE TABLE a (\n  x TEXT DEFAULT ';',\n  y TEXT\n)");
  g_assert_cmpstr (parts[1], ==, "CREATE INDEX b ON a (x)");
  g_assert_cmpstr (parts[2], ==, "CREATE INDEX c ON a (y)");
}

/* A register of version 1 is opened: it is brought up to date, and kept as it was. */
static void
test_older_register_is_kept (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL, *name = NULL, *folder = NULL;
  char *place;
  ComarkSql *sql;
  ComarkStore *store;
  int latest = comark_migrations_latest ();

  if (latest < 2)
    {
      g_test_skip ("there is no older version yet");
      return;
    }
  place = comark_fixture_place ();
  sql = comark_sql_open (place, COMARK_SQL_OPEN_CREATE, &error);
  g_assert_true (comark_migrations_run (sql, 1, &error));
  g_assert_true (comark_meta_set (sql, "purpose", "live", &error));
  comark_sql_free (sql);
  store = comark_store_open (place, &error);
  g_assert_no_error (error);
  g_object_unref (store);
  sql = comark_sql_open (place, COMARK_SQL_OPEN_READ, &error);
  g_assert_cmpint (version_of (sql), ==, latest);
  comark_sql_free (sql);
  if (!comark_fixture_is_postgres ())
    {
      folder = g_path_get_dirname (place);
      name = g_strdup_printf ("register.before-%d.comark", latest);
      kept = g_build_filename (folder, name, NULL);
      sql = comark_sql_open (kept, COMARK_SQL_OPEN_READ, &error);
      g_assert_no_error (error);
      g_assert_cmpint (version_of (sql), ==, 1);
      comark_sql_free (sql);
    }
  comark_fixture_remove (place);
}

#define N_KILLS 20

/* The child runs the program's own steps; it is killed a little later each time. */
static void
run_steps_in_child (const char *place)
{
  ComarkSql *sql = comark_sql_open (place, COMARK_SQL_OPEN_WRITE, NULL);

  if (sql != NULL)
    comark_migrations_run (sql, comark_migrations_latest (), NULL);
  _exit (0);
}

static void
test_killed_step_is_old_or_new (void)
{
  if (comark_fixture_is_postgres ())
    {
      g_test_skip ("the server goes on without its client");
      return;
    }
  for (int i = 0; i < N_KILLS; i++)
    {
      g_autoptr (GError) error = NULL;
      char *place = comark_fixture_place ();
      ComarkSql *sql = comark_sql_open (place, COMARK_SQL_OPEN_CREATE, &error);
      pid_t child;
      int version;

      g_assert_true (comark_migrations_run (sql, 1, &error));
      comark_sql_free (sql);
      child = fork ();
      if (child == 0)
        run_steps_in_child (place);
      g_usleep ((gulong) i * 500);
      kill (child, SIGKILL);
      waitpid (child, NULL, 0);

      sql = comark_sql_open (place, COMARK_SQL_OPEN_WRITE, &error);
      g_assert_no_error (error);
      version = version_of (sql);
      g_assert_cmpint (version, >=, 1);
      g_assert_true (comark_migrations_check_structure (sql, &error));
      g_assert_no_error (error);
      g_assert_true (comark_migrations_run (sql, comark_migrations_latest (), &error));
      g_assert_true (comark_migrations_check_structure (sql, &error));
      comark_sql_free (sql);
      comark_fixture_remove (place);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/migrations/empty-is-version-0", test_empty_is_version_0);
  g_test_add_func ("/migrations/each-step-is-its-version", test_each_step_is_its_version);
  g_test_add_func ("/migrations/references-are-checked-again-afterwards",
                   test_references_are_checked_again_afterwards);
  g_test_add_func ("/migrations/failed-step-leaves-nothing", test_failed_step_leaves_nothing);
  g_test_add_func ("/migrations/scripts-are-split", test_scripts_are_split);
  g_test_add_func ("/migrations/older-register-is-kept", test_older_register_is_kept);
  g_test_add_func ("/migrations/killed-step-is-old-or-new", test_killed_step_is_old_or_new);
  return g_test_run ();
}
