/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What only a server can do: go away. PostgreSQL alone.
 */
#include "comark-op.h"
#include "store-fixture.h"

static int
backend_of (ComarkSql *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 pid;

  comark_sql_query_int (sql, &pid, &error, "SELECT pg_backend_pid()", NULL);
  g_assert_no_error (error);
  return (int) pid;
}

/* As an administrator of the server would. */
static void
end_backend (int pid)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkSql) sql
    = comark_sql_open (g_getenv ("COMARK_TEST_POSTGRES_URI"), COMARK_SQL_OPEN_WRITE, &error);
  gint64 done;

  g_assert_no_error (error);
  comark_sql_query_int (sql, &done, &error, "SELECT pg_terminate_backend($1)", "n", pid);
  g_assert_no_error (error);
  g_assert_cmpint (done, ==, 1);
  g_usleep (200000);
}

static gboolean
claim (ComarkSql *sql, const ComarkId *op, gboolean *already, GError **error)
{
  return comark_op_claim (sql, op, "test", 1, already, error);
}

static void
test_lost_before_commit_is_not_saved (void)
{
  g_autoptr (GError) error = NULL;
  ComarkSql *sql = comark_fixture_open ();
  ComarkId op = comark_id_new ();
  gboolean already;

  g_assert_true (comark_sql_begin (sql, COMARK_SQL_WRITE, &error));
  g_assert_true (claim (sql, &op, &already, &error));
  end_backend (backend_of (sql));
  op = comark_id_new ();
  g_assert_false (claim (sql, &op, &already, &error));
  comark_fixture_assert_error (&error, COMARK_STORE_ERROR_CONNECTION_LOST);
  comark_sql_rollback (sql);
  g_assert_true (comark_sql_is_broken (sql));
  comark_fixture_close (sql);
}

static void
test_lost_in_commit_is_unconfirmed (void)
{
  g_autoptr (GError) error = NULL;
  ComarkSql *sql = comark_fixture_open ();
  ComarkId op = comark_id_new ();
  gboolean already;

  g_assert_true (comark_sql_begin (sql, COMARK_SQL_WRITE, &error));
  g_assert_true (claim (sql, &op, &already, &error));
  end_backend (backend_of (sql));
  g_assert_false (comark_sql_commit (sql, &error));
  comark_fixture_assert_error (&error, COMARK_STORE_ERROR_UNCONFIRMED);
  comark_fixture_close (sql);
}

static gpointer
claim_job (ComarkSql *sql, gpointer data, GCancellable *cancellable, GError **error)
{
  gboolean already = FALSE;
  gboolean ok = comark_sql_begin (sql, COMARK_SQL_WRITE, error)
                && claim (sql, data, &already, error) && comark_sql_commit (sql, error);

  if (!ok && comark_sql_in_transaction (sql))
    comark_sql_rollback (sql);
  return ok ? GINT_TO_POINTER (already ? 2 : 1) : NULL;
}

static gpointer
backend_job (ComarkSql *sql, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (backend_of (sql));
}

static void
test_store_connects_again (void)
{
  g_autoptr (GError) error = NULL;
  ComarkId op = comark_id_new ();
  char *place = comark_fixture_place ();
  ComarkStore *store = comark_store_create (place, COMARK_PURPOSE_LIVE, "Riverside", &error);
  gpointer answer;

  g_assert_no_error (error);
  answer = comark_store_run (store, COMARK_STORE_WRITE, claim_job, &op, NULL, &error);
  g_assert_cmpint (GPOINTER_TO_INT (answer), ==, 1);
  end_backend (GPOINTER_TO_INT (comark_store_run (store, COMARK_STORE_READ, backend_job, NULL,
                                                  NULL, &error)));
  g_assert_null (comark_store_run (store, COMARK_STORE_WRITE, claim_job, &op, NULL, &error));
  comark_fixture_assert_error (&error, COMARK_STORE_ERROR_CONNECTION_LOST);
  /* The same act again: it was done, and is not done twice. */
  answer = comark_store_run (store, COMARK_STORE_WRITE, claim_job, &op, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (GPOINTER_TO_INT (answer), ==, 2);
  g_object_unref (store);
  comark_fixture_remove (place);
}

static void
test_unreachable_is_told (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (comark_store_open ("postgresql:///comark?host=/nonexistent", &error));
  comark_fixture_assert_error (&error, COMARK_STORE_ERROR_CONNECTION_LOST);
  g_assert_null (comark_store_open ("postgresql://%zz", &error));
  g_assert_error (error, COMARK_STORE_ERROR, COMARK_STORE_ERROR_CONNECTION_LOST);
}

static void
test_empty_database_is_no_register (void)
{
  g_autoptr (GError) error = NULL;
  char *place = comark_fixture_place ();

  g_assert_null (comark_store_open (place, &error));
  comark_fixture_assert_error (&error, COMARK_STORE_ERROR_NOT_A_REGISTER);
  comark_fixture_remove (place);
}

static void
test_newer_register (void)
{
  g_autoptr (GError) error = NULL;
  ComarkSql *sql = comark_fixture_open ();

  g_assert_true (comark_meta_set (sql, "schema", "10000", &error));
  g_assert_null (comark_store_open (comark_fixture_get_place (), &error));
  comark_fixture_assert_error (&error, COMARK_STORE_ERROR_TOO_NEW);
  comark_fixture_close (sql);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  comark_store_prepare_process ();
  g_test_add_func ("/server/lost-before-commit-is-not-saved",
                   test_lost_before_commit_is_not_saved);
  g_test_add_func ("/server/lost-in-commit-is-unconfirmed", test_lost_in_commit_is_unconfirmed);
  g_test_add_func ("/server/store-connects-again", test_store_connects_again);
  g_test_add_func ("/server/unreachable-is-told", test_unreachable_is_told);
  g_test_add_func ("/server/empty-database-is-no-register", test_empty_database_is_no_register);
  g_test_add_func ("/server/newer-register", test_newer_register);
  return g_test_run ();
}
