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

/* ---- 0006-review-versions.sql: what was handed in before it ---- */

static ComarkId
key (guint8 n)
{
  ComarkId id = { { 0 } };

  id.bytes[15] = n;
  return id;
}

/* @rest: the columns that one of the two tables has more. */
static void
put_rating (ComarkSql *sql, const ComarkId *review, const char *table, const char *rest,
            gint64 value)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text
    = g_strdup_printf ("INSERT INTO %s (review, criterion, answer, reason, strength, value, %s)"
                       " VALUES ($1, 'C1', 'level', 'r', 'shown', $2, %s)",
                       table, rest, g_str_has_prefix (rest, "rev") ? "1, 300" : "1, 1");

  g_assert_true (comark_sql_exec_one (sql, &error, text, "ki", review, value));
}

static void
put_review (ComarkSql *sql, const ComarkId *person, const ComarkId *review)
{
  g_autoptr (GError) error = NULL;
  ComarkId submission = key (1), document = key (2);

  g_assert_true (comark_sql_exec_one (
    sql, &error, "INSERT INTO person (id, name, name_fold, email, email_fold, kind)"
                 " VALUES ($1, 'P', 'p', '', '', 'staff')", "k", person));
  g_assert_true (comark_sql_exec_one (
    sql, &error, "INSERT INTO invitation (submission, person, reply, invited_by, invited_at)"
                 " VALUES ($1, $2, 'accepted', $2, 1)", "kk", &submission, person));
  g_assert_true (comark_sql_exec_one (
    sql, &error, "INSERT INTO review (id, submission, person, round, stage, state, body,"
                 " document, created_at, updated_at, submitted_at)"
                 " VALUES ($1, $2, $3, 1, 'first', 'submitted', 'now', $4, 100, 400, 400)",
    "kkkk", review, &submission, person, &document));
}

static void
put_submission (ComarkSql *sql, const ComarkId *owner)
{
  g_autoptr (GError) error = NULL;
  ComarkId submission = key (1), document = key (2), framework = key (3);
  g_autofree char *hash = g_strnfill (64, 'a');
  g_autoptr (GBytes) xml = g_bytes_new_static ("x", 1);

  g_assert_true (comark_sql_exec_one (
    sql, &error, "INSERT INTO person (id, name, name_fold, email, email_fold, kind)"
                 " VALUES ($1, 'O', 'o', '', '', 'none')", "k", owner));
  g_assert_true (comark_sql_exec_one (
    sql, &error, "INSERT INTO framework (id, key, version, name, hash, xml, active, added_at)"
                 " VALUES ($1, 'f', '1', 'F', 'h', $2, 1, 1)", "kb", &framework, xml));
  g_assert_true (comark_sql_exec_one (
    sql, &error, "INSERT INTO submission (id, ref, ref_order, title, title_fold, type, route,"
                 " framework, owner, state, created_at, updated_at)"
                 " VALUES ($1, 'S-1', 1, 'T', 't', 'leaflet', 'short', $2, $3, 'in-review', 1, 1)",
    "kkk", &submission, &framework, owner));
  g_assert_true (comark_sql_exec_one (sql, &error,
                                      "INSERT INTO blob_store (hash, size, complete, at)"
                                      " VALUES ($1, 0, 1, 1)", "t", hash));
  g_assert_true (comark_sql_exec_one (
    sql, &error, "INSERT INTO document (id, submission, n, filename, mime, hash, size, added_by,"
                 " added_at) VALUES ($1, $2, 1, 'f', 'm', $3, 0, $4, 1)", "kktk", &document,
    &submission, hash, owner));
  g_assert_no_error (error);
}

static gint64
ask (ComarkSql *sql, const char *text, const ComarkId *review)
{
  g_autoptr (GError) error = NULL;
  gint64 n = -1;

  g_assert_true (comark_sql_query_int (sql, &n, &error, text, "k", review));
  return n;
}

#define VALUE(n)                                                                                  \
  "SELECT r.value FROM review_version_rating r WHERE r.review=$1 AND r.n=" #n

/* One review was handed in once, the other was opened again after a slip. */
static void
test_reviews_handed_in_before (void)
{
  g_autoptr (GError) error = NULL;
  char *place = comark_fixture_place ();
  ComarkSql *sql = comark_sql_open (place, COMARK_SQL_OPEN_CREATE, &error);
  ComarkId owner = key (9), once = key (10), twice = key (11), p1 = key (12), p2 = key (13);

  g_assert_true (comark_migrations_run (sql, 5, &error));
  put_submission (sql, &owner);
  put_review (sql, &p1, &once);
  put_review (sql, &p2, &twice);
  put_rating (sql, &once, "rating", "updated_at, rev", 2);
  put_rating (sql, &twice, "rating", "updated_at, rev", 4);
  put_rating (sql, &twice, "rating_before", "rev, kept_at", 3);
  g_assert_true (comark_migrations_run (sql, 6, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ask (sql, "SELECT count(*) FROM review_version WHERE review=$1", &once), ==, 1);
  g_assert_cmpint (ask (sql, VALUE (1), &once), ==, 2);
  g_assert_cmpint (ask (sql, "SELECT count(*) FROM review_version WHERE review=$1", &twice), ==,
                   2);
  g_assert_cmpint (ask (sql, VALUE (1), &twice), ==, 3);
  g_assert_cmpint (ask (sql, VALUE (2), &twice), ==, 4);
  g_assert_cmpint (ask (sql, "SELECT coalesce(reopened_at, 0) FROM review_version"
                             " WHERE review=$1 AND n=1", &twice), ==, 300);
  g_assert_cmpint (ask (sql, "SELECT coalesce(reopened_at, 0) FROM review_version"
                             " WHERE review=$1 AND n=2", &twice), ==, 0);
  comark_sql_free (sql);
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
  g_test_add_func ("/migrations/reviews-handed-in-before", test_reviews_handed_in_before);
  return g_test_run ();
}
