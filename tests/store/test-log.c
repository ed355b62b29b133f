/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "comark-log.h"
#include "store-fixture.h"

#define N_ENTRIES 6

static gboolean
append_one (ComarkSql *sql, gpointer data, GError **error)
{
  ComarkLogEntry entry = {
    .at_ms = 1000,
    .actor = comark_id_new (),
    .act = "submit-review",
    .subject_kind = "review",
    .subject = comark_id_new (),
    .submission = comark_id_new (),
    .fields = "value reason",
  };

  return comark_log_append (sql, &entry, data, error);
}

static gboolean
append_bare (ComarkSql *sql, gpointer data, GError **error)
{
  ComarkLogEntry entry = { .at_ms = 2000, .act = "open" };

  return comark_log_append (sql, &entry, NULL, error);
}

static ComarkSql *
open_with_entries (void)
{
  g_autoptr (GError) error = NULL;
  ComarkSql *sql = comark_fixture_open ();

  for (int i = 0; i < N_ENTRIES - 1; i++)
    g_assert_true (comark_sql_transaction (sql, COMARK_SQL_WRITE, append_one, (gpointer) "3",
                                           &error));
  g_assert_true (comark_sql_transaction (sql, COMARK_SQL_WRITE, append_bare, NULL, &error));
  return sql;
}

static gint64
first_bad (ComarkSql *sql, const char *head)
{
  g_autoptr (GError) error = NULL;
  gint64 bad;

  comark_log_verify (sql, head, &bad, NULL, &error);
  g_assert_no_error (error);
  return bad;
}

static void
test_chain_holds (void)
{
  g_autoptr (GError) error = NULL;
  ComarkSql *sql = open_with_entries ();
  gint64 seq;
  g_autofree char *head = comark_log_head (sql, &seq, &error);

  g_assert_cmpint (seq, ==, N_ENTRIES);
  g_assert_cmpuint (strlen (head), ==, 64);
  g_assert_cmpint (first_bad (sql, NULL), ==, 0);
  g_assert_cmpint (first_bad (sql, head), ==, 0);
  g_assert_true (comark_sql_transaction (sql, COMARK_SQL_WRITE, append_bare, NULL, &error));
  g_assert_cmpint (first_bad (sql, head), ==, 0);
  comark_fixture_close (sql);
}

static void
test_empty_log_has_no_head (void)
{
  g_autoptr (GError) error = NULL;
  ComarkSql *sql = comark_fixture_open ();
  gint64 seq;
  g_autofree char *head = comark_log_head (sql, &seq, &error);

  g_assert_cmpstr (head, ==, "");
  g_assert_cmpint (seq, ==, 0);
  g_assert_cmpint (first_bad (sql, ""), ==, 0);
  comark_fixture_close (sql);
}

static void
test_list (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL, few = NULL, one = NULL;
  ComarkSql *sql = open_with_entries ();
  ComarkLogRow *row;

  all = comark_log_list (sql, NULL, 0, 100, &error);
  g_assert_cmpuint (all->len, ==, N_ENTRIES);
  row = g_ptr_array_index (all, 0);
  g_assert_cmpstr (row->act, ==, "submit-review");
  g_assert_cmpstr (row->fields, ==, "value reason");
  few = comark_log_list (sql, NULL, 2, 2, &error);
  g_assert_cmpuint (few->len, ==, 2);
  g_assert_cmpint (((ComarkLogRow *) g_ptr_array_index (few, 0))->seq, ==, 3);
  one = comark_log_list (sql, &row->submission, 0, 100, &error);
  g_assert_cmpuint (one->len, ==, 1);
  comark_fixture_close (sql);
}

static void
test_any_column_changed_is_named (void)
{
  static const char *const changes[] = {
    "UPDATE log SET at = 1001 WHERE seq = 3",
    "UPDATE log SET actor = subject WHERE seq = 3",
    "UPDATE log SET actor = NULL WHERE seq = 3",
    "UPDATE log SET act = 'x' WHERE seq = 3",
    "UPDATE log SET subject_kind = NULL WHERE seq = 3",
    "UPDATE log SET subject = actor WHERE seq = 3",
    "UPDATE log SET submission = actor WHERE seq = 3",
    "UPDATE log SET fields = 'valuereason' WHERE seq = 3",
    "UPDATE log SET fields = NULL, subject_kind = 'value reason' WHERE seq = 3",
    "UPDATE log SET digest = NULL WHERE seq = 3",
    "UPDATE log SET digest = (SELECT digest FROM log WHERE seq = 2) WHERE seq = 3",
    "UPDATE log SET prev = '' WHERE seq = 3",
    "UPDATE log SET hash = prev WHERE seq = 3 AND 1 = 0",
    "UPDATE log SET hash = 'x' WHERE seq = 3",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GError) error = NULL;
      ComarkSql *sql = open_with_entries ();
      gint64 n = comark_sql_exec (sql, &error, changes[i], NULL);

      g_assert_no_error (error);
      g_test_message ("%s", changes[i]);
      g_assert_cmpint (first_bad (sql, NULL), ==, n == 0 ? 0 : 3);
      comark_fixture_close (sql);
    }
}

static void
delete_entry (ComarkSql *sql, int seq)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (comark_sql_exec (sql, &error, "DELETE FROM log_salt WHERE seq = $1", "n", seq),
                   >=, 0);
  g_assert_cmpint (comark_sql_exec (sql, &error, "DELETE FROM log WHERE seq = $1", "n", seq), ==,
                   1);
}

static void
test_removed_entry_is_named (void)
{
  ComarkSql *sql = open_with_entries ();

  delete_entry (sql, 4);
  g_assert_cmpint (first_bad (sql, NULL), ==, 4);
  comark_fixture_close (sql);
}

static void
test_renumbered_entries_are_named (void)
{
  g_autoptr (GError) error = NULL;
  ComarkSql *sql = open_with_entries ();

  comark_sql_exec (sql, &error, "DELETE FROM log_salt", NULL);
  delete_entry (sql, N_ENTRIES - 1);
  comark_sql_exec (sql, &error, "UPDATE log SET seq = seq - 1 WHERE seq = $1", "n", N_ENTRIES);
  g_assert_no_error (error);
  g_assert_cmpint (first_bad (sql, NULL), ==, N_ENTRIES - 1);
  comark_fixture_close (sql);
}

static void
test_removed_tail_is_seen_with_a_head (void)
{
  g_autoptr (GError) error = NULL;
  ComarkSql *sql = open_with_entries ();
  g_autofree char *head = comark_log_head (sql, NULL, &error);

  delete_entry (sql, N_ENTRIES);
  g_assert_cmpint (first_bad (sql, NULL), ==, 0);
  g_assert_cmpint (first_bad (sql, head), ==, N_ENTRIES);
  comark_fixture_close (sql);
}

static void
test_digest_is_salted_and_checkable (void)
{
  g_autoptr (GError) error = NULL;
  ComarkSql *sql = open_with_entries ();
  gboolean matches;
  gint64 n;

  g_assert_true (comark_log_matches (sql, 1, "3", &matches, &error) && matches);
  g_assert_true (comark_log_matches (sql, 1, "4", &matches, &error) && !matches);
  /* The same payload twice does not look the same. */
  comark_sql_query_int (sql, &n, &error,
                        "SELECT count(DISTINCT digest) FROM log WHERE digest IS NOT NULL", NULL);
  g_assert_cmpint (n, ==, N_ENTRIES - 1);
  comark_sql_exec (sql, &error, "DELETE FROM log_salt", NULL);
  g_assert_true (comark_log_matches (sql, 1, "3", &matches, &error) && !matches);
  g_assert_cmpint (first_bad (sql, NULL), ==, 0);
  comark_fixture_close (sql);
}

static void
test_rolled_back_entry_leaves_no_gap (void)
{
  g_autoptr (GError) error = NULL;
  ComarkSql *sql = open_with_entries ();

  g_assert_true (comark_sql_begin (sql, COMARK_SQL_WRITE, &error));
  g_assert_true (append_one (sql, (gpointer) "1", &error));
  comark_sql_rollback (sql);
  g_assert_true (comark_sql_transaction (sql, COMARK_SQL_WRITE, append_bare, NULL, &error));
  g_assert_cmpint (first_bad (sql, NULL), ==, 0);
  comark_fixture_close (sql);
}

#define N_WRITERS 4
#define N_EACH 25

static gpointer
write_entries (gpointer place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkSql) sql = comark_sql_open (place, COMARK_SQL_OPEN_WRITE, &error);

  g_assert_no_error (error);
  for (int i = 0; i < N_EACH; i++)
    {
      comark_sql_transaction (sql, COMARK_SQL_WRITE, append_one, (gpointer) "1", &error);
      g_assert_no_error (error);
    }
  return NULL;
}

static void
test_writers_at_once_leave_no_gap (void)
{
  g_autoptr (GError) error = NULL;
  ComarkSql *sql = comark_fixture_open ();
  GThread *threads[N_WRITERS];
  gint64 seq;

  for (int i = 0; i < N_WRITERS; i++)
    threads[i] = g_thread_new ("writer", write_entries, (gpointer) comark_fixture_get_place ());
  for (int i = 0; i < N_WRITERS; i++)
    g_thread_join (threads[i]);
  g_free (comark_log_head (sql, &seq, &error));
  g_assert_cmpint (seq, ==, N_WRITERS * N_EACH);
  g_assert_cmpint (first_bad (sql, NULL), ==, 0);
  comark_fixture_close (sql);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/log/chain-holds", test_chain_holds);
  g_test_add_func ("/log/empty-log-has-no-head", test_empty_log_has_no_head);
  g_test_add_func ("/log/list", test_list);
  g_test_add_func ("/log/any-column-changed-is-named", test_any_column_changed_is_named);
  g_test_add_func ("/log/removed-entry-is-named", test_removed_entry_is_named);
  g_test_add_func ("/log/renumbered-entries-are-named", test_renumbered_entries_are_named);
  g_test_add_func ("/log/removed-tail-is-seen-with-a-head", test_removed_tail_is_seen_with_a_head);
  g_test_add_func ("/log/digest-is-salted-and-checkable", test_digest_is_salted_and_checkable);
  g_test_add_func ("/log/rolled-back-entry-leaves-no-gap", test_rolled_back_entry_leaves_no_gap);
  g_test_add_func ("/log/writers-at-once-leave-no-gap", test_writers_at_once_leave_no_gap);
  return g_test_run ();
}
