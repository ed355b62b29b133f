/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The seam: values, transactions, errors. The same on both engines.
 */
#include "store-fixture.h"

#include <math.h>
#include <string.h>

#include "comark-sql-private.h"

static const char things[]
  = "CREATE TABLE thing (id @ID@ NOT NULL PRIMARY KEY, n @INT64@,"
    " flag @BOOL@ CHECK (flag IN (0, 1)), real @REAL@,"
    " name TEXT UNIQUE, data @BYTES@, rev @INT64@ NOT NULL DEFAULT 1) @STRICT@;";

static ComarkSql *
open_things (void)
{
  g_autoptr (GError) error = NULL;
  ComarkSql *sql = comark_fixture_open ();

  comark_sql_run_script (sql, things, &error);
  g_assert_no_error (error);
  return sql;
}

static gint64
count_things (ComarkSql *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 n;

  comark_sql_query_int (sql, &n, &error, "SELECT count(*) FROM thing", NULL);
  g_assert_no_error (error);
  return n;
}

static gboolean
add_thing (ComarkSql *sql, const char *name, GError **error)
{
  ComarkId id = comark_id_new ();

  return comark_sql_exec (sql, error, "INSERT INTO thing (id, name) VALUES ($1, $2)", "kt", &id,
                          name) == 1;
}

static void
test_values_come_back (void)
{
  static const guint8 raw[] = { 0, 255, 0, 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (raw, sizeof raw);
  g_autoptr (GBytes) back = NULL;
  ComarkSql *sql = open_things ();
  ComarkId id = comark_id_new (), read;
  gboolean row;

  g_assert_cmpint (comark_sql_exec (sql, &error,
                                    "INSERT INTO thing (id, n, flag, real, name, data)"
                                    " VALUES ($1, $2, $3, $4, $5, $6)",
                                    "kindtb", &id, G_MAXINT64, 1, 0.1, "Zoë’s £", bytes),
                   ==, 1);
  g_assert_no_error (error);
  {
    g_autoptr (ComarkStatement) st
      = comark_sql_query (sql, &error,
                          "SELECT id, n, flag, real, name, data FROM thing WHERE id = $1", "k",
                          &id);
    g_assert_no_error (error);
    g_assert_true (comark_statement_step (st, &row, &error) && row);
    read = comark_statement_column_id (st, 0);
    g_assert_true (comark_id_equal (&read, &id));
    g_assert_cmpint (comark_statement_column_int (st, 1), ==, G_MAXINT64);
    g_assert_cmpint (comark_statement_column_int (st, 2), ==, 1);
    g_assert_cmpfloat (comark_statement_column_double (st, 3), ==, 0.1);
    g_assert_cmpstr (comark_statement_column_text (st, 4), ==, "Zoë’s £");
    back = comark_statement_column_bytes (st, 5);
    g_assert_true (g_bytes_equal (back, bytes));
    g_assert_true (comark_statement_step (st, &row, &error) && !row);
    g_assert_true (comark_statement_step (st, &row, &error) && !row);
  }
  comark_fixture_close (sql);
}

static void
test_nulls_come_back (void)
{
  g_autoptr (GError) error = NULL;
  ComarkSql *sql = open_things ();
  ComarkId id = comark_id_new ();
  gboolean row;

  comark_sql_exec (sql, &error,
                   "INSERT INTO thing (id, name, data) VALUES ($1, $2, $3)", "ktb", &id, NULL,
                   NULL);
  g_assert_no_error (error);
  {
    g_autoptr (ComarkStatement) st
      = comark_sql_query (sql, &error, "SELECT n, real, name, data FROM thing", NULL);
    g_assert_true (comark_statement_step (st, &row, &error) && row);
    for (guint i = 0; i < 4; i++)
      g_assert_true (comark_statement_column_is_null (st, i));
    g_assert_cmpint (comark_statement_column_int (st, 0), ==, 0);
    g_assert_null (comark_statement_column_text (st, 2));
    g_assert_null (comark_statement_column_bytes (st, 3));
    g_assert_true (comark_statement_step (st, &row, &error) && !row);
  }
  comark_fixture_close (sql);
}

static void
test_empty_is_not_null (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  ComarkSql *sql = open_things ();
  ComarkId id = comark_id_new ();
  gint64 n;

  comark_sql_exec (sql, &error, "INSERT INTO thing (id, name, data) VALUES ($1, $2, $3)", "ktb",
                   &id, "", nothing);
  g_assert_no_error (error);
  comark_sql_query_int (sql, &n, &error,
                        "SELECT count(*) FROM thing WHERE name = '' AND data IS NOT NULL", NULL);
  g_assert_cmpint (n, ==, 1);
  comark_fixture_close (sql);
}

static void
test_refuses_texts (void)
{
  static const char *const bad[] = {
    "SELECT $2, $1", "SELECT $1::text", "SELECT ?", "SELECT ?1", "SELECT :a", "SELECT @a",
    "SELECT $a", "SELECT $1a", "SELECT $0", "SELECT $01", "SELECT 1; SELECT 2", "SELECT $1, $3",
    "", " ", "SELECT nothing FROM nowhere", "SELECT \"quoted\"",
  };
  ComarkSql *sql = open_things ();

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      ComarkStatement *st = comark_sql_prepare (sql, bad[i], &error);

      g_test_message ("%s", bad[i]);
      g_assert_null (st);
      comark_fixture_assert_error (&error, COMARK_STORE_ERROR_SQL);
    }
  comark_fixture_close (sql);
}

static void
test_parameters_are_bound_by_number (void)
{
  g_autoptr (GError) error = NULL;
  ComarkSql *sql = open_things ();
  gboolean row;

  {
    g_autoptr (ComarkStatement) st = comark_sql_query (
      sql, &error,
      "SELECT CAST($1 AS TEXT), '$9 ? ;', CAST($2 AS TEXT), CAST($1 AS TEXT), CAST($3 AS BIGINT)",
      "tti", "a", "b", G_GINT64_CONSTANT (-5));
    g_assert_no_error (error);
    g_assert_true (comark_statement_step (st, &row, &error) && row);
    g_assert_cmpstr (comark_statement_column_text (st, 0), ==, "a");
    g_assert_cmpstr (comark_statement_column_text (st, 1), ==, "$9 ? ;");
    g_assert_cmpstr (comark_statement_column_text (st, 2), ==, "b");
    g_assert_cmpstr (comark_statement_column_text (st, 3), ==, "a");
    g_assert_cmpint (comark_statement_column_int (st, 4), ==, -5);
  }
  comark_fixture_close (sql);
}

static void
test_refuses_values (void)
{
  g_autoptr (GError) error = NULL;
  ComarkSql *sql = open_things ();
  ComarkId id = comark_id_new ();

  g_assert_false (add_thing (sql, "caf\xe9", &error));
  comark_fixture_assert_error (&error, COMARK_STORE_ERROR_CONSTRAINT);
  g_assert_cmpint (comark_sql_exec (sql, &error, "INSERT INTO thing (id, real) VALUES ($1, $2)",
                                    "kd", &id, (double) NAN), ==, -1);
  comark_fixture_assert_error (&error, COMARK_STORE_ERROR_CONSTRAINT);
  g_assert_cmpint (comark_sql_exec (sql, &error, "INSERT INTO thing (id, flag) VALUES ($1, $2)",
                                    "kn", &id, 2), ==, -1);
  comark_fixture_assert_error (&error, COMARK_STORE_ERROR_CONSTRAINT);
  g_assert_cmpint (comark_sql_exec (sql, &error, "INSERT INTO thing (id, n) VALUES ($1, $2)",
                                    "kt", &id, "many"), ==, -1);
  comark_fixture_assert_error (&error, COMARK_STORE_ERROR_CONSTRAINT);
  g_assert_cmpint (comark_sql_exec (sql, &error, "INSERT INTO thing (id) VALUES ($1)", "k", NULL),
                   ==, -1);
  comark_fixture_assert_error (&error, COMARK_STORE_ERROR_CONSTRAINT);
  g_assert_true (add_thing (sql, "one", &error));
  g_assert_false (add_thing (sql, "one", &error));
  comark_fixture_assert_error (&error, COMARK_STORE_ERROR_UNIQUE);
  g_assert_cmpint (count_things (sql), ==, 1);
  comark_fixture_close (sql);
}

static void
test_wrong_column_type_is_told (void)
{
  g_autoptr (GError) error = NULL;
  ComarkSql *sql = open_things ();
  gboolean row;

  g_assert_true (add_thing (sql, "one", &error));
  {
    g_autoptr (ComarkStatement) st
      = comark_sql_query (sql, &error, "SELECT name FROM thing", NULL);
    g_assert_true (comark_statement_step (st, &row, &error) && row);
    g_assert_cmpint (comark_statement_column_int (st, 0), ==, 0);
    g_assert_false (comark_statement_step (st, &row, &error));
    comark_fixture_assert_error (&error, COMARK_STORE_ERROR_CORRUPT);
  }
  comark_fixture_close (sql);
}

static void
test_changes_and_conflict (void)
{
  static const char update[] = "UPDATE thing SET rev = rev + 1 WHERE name = $1 AND rev = $2";
  g_autoptr (GError) error = NULL;
  ComarkSql *sql = open_things ();

  g_assert_true (add_thing (sql, "one", &error));
  g_assert_true (comark_sql_exec_one (sql, &error, update, "tn", "one", 1));
  g_assert_no_error (error);
  g_assert_false (comark_sql_exec_one (sql, &error, update, "tn", "one", 1));
  comark_fixture_assert_error (&error, COMARK_STORE_ERROR_CONFLICT);
  g_assert_cmpint (comark_sql_exec (sql, &error, update, "tn", "two", 1), ==, 0);
  g_assert_cmpint (comark_sql_exec (sql, &error, "DELETE FROM thing", NULL), ==, 1);
  comark_fixture_close (sql);
}

static void
test_rollback_undoes (void)
{
  g_autoptr (GError) error = NULL;
  ComarkSql *sql = open_things ();

  g_assert_true (comark_sql_begin (sql, COMARK_SQL_WRITE, &error));
  g_assert_true (add_thing (sql, "one", &error));
  g_assert_true (comark_sql_in_transaction (sql));
  comark_sql_rollback (sql);
  g_assert_cmpint (count_things (sql), ==, 0);
  g_assert_true (comark_sql_begin (sql, COMARK_SQL_WRITE, &error));
  g_assert_true (add_thing (sql, "one", &error));
  g_assert_true (comark_sql_commit (sql, &error));
  g_assert_cmpint (count_things (sql), ==, 1);
  comark_fixture_close (sql);
}

/* The trap of PostgreSQL: COMMIT after a failure answers success, with the tag ROLLBACK. */
static void
test_failed_transaction_is_not_committed (void)
{
  g_autoptr (GError) error = NULL;
  ComarkSql *sql = open_things ();

  g_assert_true (comark_sql_begin (sql, COMARK_SQL_WRITE, &error));
  g_assert_true (add_thing (sql, "one", &error));
  g_assert_false (add_thing (sql, "one", &error));
  comark_fixture_assert_error (&error, COMARK_STORE_ERROR_UNIQUE);
  g_assert_false (add_thing (sql, "two", &error));
  comark_fixture_assert_error (&error, COMARK_STORE_ERROR_SQL);
  g_assert_false (comark_sql_commit (sql, &error));
  comark_fixture_assert_error (&error, COMARK_STORE_ERROR_SQL);
  g_assert_false (comark_sql_in_transaction (sql));
  g_assert_cmpint (count_things (sql), ==, 0);
  comark_fixture_close (sql);
}

static void
test_commit_believes_only_the_engine (void)
{
  g_autoptr (GError) error = NULL;
  ComarkSql *sql = open_things ();

  if (!comark_fixture_is_postgres ())
    {
      g_test_skip ("SQLite answers COMMIT truly");
      comark_fixture_close (sql);
      return;
    }
  g_assert_true (comark_sql_begin (sql, COMARK_SQL_WRITE, &error));
  g_assert_true (add_thing (sql, "one", &error));
  g_assert_false (add_thing (sql, "one", &error));
  g_clear_error (&error);
  sql->failed = FALSE;
  g_assert_false (comark_sql_commit (sql, &error));
  comark_fixture_assert_error (&error, COMARK_STORE_ERROR_SQL);
  g_assert_cmpint (count_things (sql), ==, 0);
  comark_fixture_close (sql);
}

static gboolean
add_then_fail (ComarkSql *sql, gpointer data, GError **error)
{
  g_assert_true (add_thing (sql, "one", error));
  comark_store_error_set (error, COMARK_STORE_ERROR_DENIED, NULL);
  return FALSE;
}

static gboolean
add_one (ComarkSql *sql, gpointer data, GError **error)
{
  return add_thing (sql, data, error);
}

static void
test_transaction_helper (void)
{
  g_autoptr (GError) error = NULL;
  ComarkSql *sql = open_things ();

  g_assert_false (comark_sql_transaction (sql, COMARK_SQL_WRITE, add_then_fail, NULL, &error));
  comark_fixture_assert_error (&error, COMARK_STORE_ERROR_DENIED);
  g_assert_cmpint (count_things (sql), ==, 0);
  g_assert_true (comark_sql_transaction (sql, COMARK_SQL_WRITE, add_one, (gpointer) "one",
                                         &error));
  g_assert_cmpint (count_things (sql), ==, 1);
  comark_fixture_close (sql);
}

static void
test_returning_is_committed_at_the_end (void)
{
  g_autoptr (GError) error = NULL;
  ComarkSql *sql = open_things ();
  g_autoptr (ComarkSql) other
    = comark_sql_open (comark_fixture_get_place (), COMARK_SQL_OPEN_WRITE, &error);
  ComarkId id = comark_id_new ();
  gboolean row;

  g_assert_no_error (error);
  {
    g_autoptr (ComarkStatement) st = comark_sql_query (
      sql, &error, "INSERT INTO thing (id, name) VALUES ($1, $2) RETURNING rev", "kt", &id, "x");
    g_assert_true (comark_statement_step (st, &row, &error) && row);
    g_assert_cmpint (comark_statement_column_int (st, 0), ==, 1);
    g_assert_true (comark_statement_step (st, &row, &error) && !row);
    g_assert_cmpint (comark_statement_get_changes (st), ==, 1);
    g_assert_cmpint (count_things (other), ==, 1);
  }
  g_clear_pointer (&other, comark_sql_free);
  comark_fixture_close (sql);
}

static void
test_cancelled_stops_soon (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  ComarkSql *sql = open_things ();

  g_cancellable_cancel (cancellable);
  comark_sql_set_cancellable (sql, cancellable);
  g_assert_false (add_thing (sql, "one", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  comark_sql_set_cancellable (sql, NULL);
  g_assert_cmpint (count_things (sql), ==, 0);
  comark_fixture_close (sql);
}

static gpointer
cancel_later (gpointer cancellable)
{
  g_usleep (100000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
test_cancelled_while_running (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  ComarkSql *sql = open_things ();
  GThread *thread = g_thread_new ("cancel", cancel_later, cancellable);
  gint64 start = g_get_monotonic_time (), n;

  comark_sql_set_cancellable (sql, cancellable);
  g_assert_false (comark_sql_query_int (
    sql, &n, &error,
    "WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 2000000000)"
    " SELECT count(*) FROM c", NULL));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);
  g_thread_join (thread);
  comark_sql_set_cancellable (sql, NULL);
  g_assert_cmpint (count_things (sql), ==, 0);
  comark_fixture_close (sql);
}

static gpointer
read_name (ComarkStatement *st, gpointer data, GError **error)
{
  return g_strdup (comark_statement_column_text (st, 0));
}

static void
test_collect_and_one (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = NULL;
  ComarkSql *sql = open_things ();

  g_assert_true (add_thing (sql, "one", &error) && add_thing (sql, "two", &error));
  names = comark_sql_collect (sql, read_name, NULL, g_free, &error,
                              "SELECT name FROM thing ORDER BY name", NULL);
  g_assert_no_error (error);
  g_assert_cmpuint (names->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (names, 1), ==, "two");
  g_assert_null (comark_sql_one (sql, read_name, NULL, &error,
                                 "SELECT name FROM thing WHERE name = $1", "t", "three"));
  comark_fixture_assert_error (&error, COMARK_STORE_ERROR_NOT_FOUND);
  comark_fixture_close (sql);
}

static void
test_other_commits_are_noticed (void)
{
  g_autoptr (GError) error = NULL;
  ComarkSql *sql = open_things ();
  g_autoptr (ComarkSql) other
    = comark_sql_open (comark_fixture_get_place (), COMARK_SQL_OPEN_WRITE, &error);
  gint64 before, own, theirs;

  g_assert_true (comark_sql_data_version (sql, &before, &error));
  g_assert_true (comark_sql_transaction (sql, COMARK_SQL_WRITE, add_one, (gpointer) "a", &error));
  g_assert_true (comark_sql_data_version (sql, &own, &error));
  g_assert_cmpint (own, ==, before);
  g_assert_true (comark_sql_transaction (other, COMARK_SQL_WRITE, add_one, (gpointer) "b",
                                         &error));
  for (int i = 0; i < 100; i++)
    {
      g_assert_true (comark_sql_data_version (sql, &theirs, &error));
      if (theirs != before)
        break;
      g_usleep (10000);
    }
  g_assert_cmpint (theirs, !=, before);
  g_clear_pointer (&other, comark_sql_free);
  comark_fixture_close (sql);
}

static void
test_meanings_of_engine_codes (void)
{
  static const struct { int code; ComarkStoreError meaning; } sqlite[] = {
    { 5, COMARK_STORE_ERROR_BUSY }, { 517, COMARK_STORE_ERROR_BUSY },
    { 2067, COMARK_STORE_ERROR_UNIQUE }, { 1555, COMARK_STORE_ERROR_UNIQUE },
    { 787, COMARK_STORE_ERROR_CONSTRAINT }, { 3091, COMARK_STORE_ERROR_CONSTRAINT },
    { 8, COMARK_STORE_ERROR_READ_ONLY }, { 13, COMARK_STORE_ERROR_FULL },
    { 11, COMARK_STORE_ERROR_CORRUPT }, { 26, COMARK_STORE_ERROR_NOT_A_REGISTER },
    { 778, COMARK_STORE_ERROR_IO }, { 14, COMARK_STORE_ERROR_IO }, { 1, COMARK_STORE_ERROR_SQL },
  };
  static const struct { const char *state; ComarkStoreError meaning; } postgres[] = {
    { "23505", COMARK_STORE_ERROR_UNIQUE }, { "23503", COMARK_STORE_ERROR_CONSTRAINT },
    { "22003", COMARK_STORE_ERROR_CONSTRAINT }, { "42501", COMARK_STORE_ERROR_DENIED },
    { "28P01", COMARK_STORE_ERROR_DENIED }, { "40001", COMARK_STORE_ERROR_BUSY },
    { "40P01", COMARK_STORE_ERROR_BUSY }, { "55P03", COMARK_STORE_ERROR_BUSY },
    { "25006", COMARK_STORE_ERROR_READ_ONLY }, { "53100", COMARK_STORE_ERROR_FULL },
    { "57P01", COMARK_STORE_ERROR_CONNECTION_LOST },
    { "08006", COMARK_STORE_ERROR_CONNECTION_LOST }, { "XX001", COMARK_STORE_ERROR_CORRUPT },
    { "3D000", COMARK_STORE_ERROR_NOT_FOUND }, { "42P01", COMARK_STORE_ERROR_SQL },
    { "25P02", COMARK_STORE_ERROR_SQL }, { NULL, COMARK_STORE_ERROR_CONNECTION_LOST },
  };
  gboolean cancelled;

  for (gsize i = 0; i < G_N_ELEMENTS (sqlite); i++)
    {
      g_assert_cmpint (comark_sql_sqlite_meaning (sqlite[i].code, &cancelled), ==,
                       sqlite[i].meaning);
      g_assert_false (cancelled);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (postgres); i++)
    {
      g_assert_cmpint (comark_sql_postgres_meaning (postgres[i].state, &cancelled), ==,
                       postgres[i].meaning);
      g_assert_false (cancelled);
    }
  comark_sql_sqlite_meaning (9, &cancelled);
  g_assert_true (cancelled);
  comark_sql_postgres_meaning ("57014", &cancelled);
  g_assert_true (cancelled);
}

static void
test_sentences_are_for_people (void)
{
  for (int code = 0; code < (int) COMARK_N_STORE_ERRORS; code++)
    {
      const char *sentence = comark_store_error_sentence ((ComarkStoreError) code);

      g_assert_true (g_ascii_isupper (*sentence) && g_str_has_suffix (sentence, "."));
      g_assert_null (strstr (sentence, "SQL"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sql/values-come-back", test_values_come_back);
  g_test_add_func ("/sql/nulls-come-back", test_nulls_come_back);
  g_test_add_func ("/sql/empty-is-not-null", test_empty_is_not_null);
  g_test_add_func ("/sql/refuses-texts", test_refuses_texts);
  g_test_add_func ("/sql/parameters-are-bound-by-number", test_parameters_are_bound_by_number);
  g_test_add_func ("/sql/refuses-values", test_refuses_values);
  g_test_add_func ("/sql/wrong-column-type-is-told", test_wrong_column_type_is_told);
  g_test_add_func ("/sql/changes-and-conflict", test_changes_and_conflict);
  g_test_add_func ("/sql/rollback-undoes", test_rollback_undoes);
  g_test_add_func ("/sql/failed-transaction-is-not-committed",
                   test_failed_transaction_is_not_committed);
  g_test_add_func ("/sql/commit-believes-only-the-engine", test_commit_believes_only_the_engine);
  g_test_add_func ("/sql/transaction-helper", test_transaction_helper);
  g_test_add_func ("/sql/returning-is-committed-at-the-end",
                   test_returning_is_committed_at_the_end);
  g_test_add_func ("/sql/cancelled-stops-soon", test_cancelled_stops_soon);
  g_test_add_func ("/sql/cancelled-while-running", test_cancelled_while_running);
  g_test_add_func ("/sql/collect-and-one", test_collect_and_one);
  g_test_add_func ("/sql/other-commits-are-noticed", test_other_commits_are_noticed);
  g_test_add_func ("/sql/meanings-of-engine-codes", test_meanings_of_engine_codes);
  g_test_add_func ("/sql/sentences-are-for-people", test_sentences_are_for_people);
  return g_test_run ();
}
