/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An open register: its workers, its signal, its closing.
 */
#include "comark-op.h"
#include "store-fixture.h"

static ComarkStore *
make_store (char **place)
{
  g_autoptr (GError) error = NULL;
  ComarkStore *store;

  *place = comark_fixture_place ();
  store = comark_store_create (*place, COMARK_PURPOSE_PRACTICE, "Riverside Trust", &error);
  g_assert_no_error (error);
  return store;
}

static void
end_store (ComarkStore *store, char *place)
{
  g_object_add_weak_pointer (G_OBJECT (store), (gpointer *) &store);
  g_object_unref (store);
  g_assert_null (store);
  comark_fixture_remove (place);
}

static gpointer
read_organisation (ComarkSql *sql, gpointer data, GCancellable *cancellable, GError **error)
{
  return comark_meta_get (sql, "organisation", error);
}

static void
test_facts_are_kept (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *organisation = NULL;
  char *place;
  ComarkStore *store = make_store (&place);

  comark_store_close (store);
  comark_store_close (store);
  g_assert_null (comark_store_run (store, COMARK_STORE_READ, read_organisation, NULL, NULL,
                                   &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  g_clear_error (&error);
  g_object_unref (store);

  store = comark_store_open (place, &error);
  g_assert_no_error (error);
  g_assert_cmpint (comark_store_get_purpose (store), ==, COMARK_PURPOSE_PRACTICE);
  g_assert_false (comark_store_is_read_only (store));
  organisation = comark_store_run (store, COMARK_STORE_READ, read_organisation, NULL, NULL,
                                   &error);
  g_assert_cmpstr (organisation, ==, "Riverside Trust");
  end_store (store, place);
}

static void
test_nothing_is_overwritten (void)
{
  g_autoptr (GError) error = NULL;
  char *place;
  ComarkStore *store = make_store (&place);

  g_assert_null (comark_store_create (place, COMARK_PURPOSE_LIVE, "Another", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  end_store (store, place);
}

static void
test_one_file_is_left (void)
{
  g_autofree char *wal = NULL, *shm = NULL;
  char *place;
  ComarkStore *store = make_store (&place);

  wal = g_strconcat (place, "-wal", NULL);
  shm = g_strconcat (place, "-shm", NULL);
  comark_store_close (store);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (shm, G_FILE_TEST_EXISTS));
  end_store (store, place);
}

/* --- many jobs --- */

#define N_JOBS 1000

typedef struct
{
  GThread *main;
  int answered, cancelled, destroyed;
} Count;

typedef struct
{
  Count *count;
  int n;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_atomic_int_inc (&job->count->destroyed);
  g_free (job);
}

static gpointer
return_number (ComarkSql *sql, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  gint64 n;

  g_assert_true (g_thread_self () != job->count->main);
  if (!comark_sql_query_int (sql, &n, error, "SELECT CAST($1 AS BIGINT)", "n", job->n))
    return NULL;
  return g_memdup2 (&n, sizeof n);
}

static void
on_number_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *n = comark_store_run_finish (result, &error);
  Job *expected = user_data;
  Count *count = expected->count;

  g_assert_null (source);
  g_assert_true (g_thread_self () == count->main);
  count->answered++;
  if (n != NULL)
    g_assert_cmpint (*n, ==, expected->n);
  else
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      count->cancelled++;
    }
  g_free (expected);
}

static void
test_thousand_jobs_answer_on_main (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Count count = { g_thread_self (), 0, 0, 0 };
  char *place;
  ComarkStore *store = make_store (&place);

  g_cancellable_cancel (cancellable);
  for (int i = 0; i < N_JOBS; i++)
    {
      Job job = { &count, i };

      comark_store_run_async (store, i % 2 ? COMARK_STORE_READ : COMARK_STORE_WRITE,
                              return_number, g_memdup2 (&job, sizeof job), free_job, g_free,
                              i % 10 == 0 ? cancellable : NULL, on_number_cb,
                              g_memdup2 (&job, sizeof job));
    }
  while (count.answered < N_JOBS)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (count.cancelled, ==, N_JOBS / 10);
  g_assert_cmpint (count.destroyed, ==, N_JOBS);
  end_store (store, place);
}

/* --- writing --- */

static gboolean
claim (ComarkSql *sql, gpointer data, GError **error)
{
  gboolean already;

  return comark_op_claim (sql, data, "test", 1, &already, error);
}

static gpointer
claim_job (ComarkSql *sql, gpointer data, GCancellable *cancellable, GError **error)
{
  return comark_sql_transaction (sql, COMARK_SQL_WRITE, claim, data, error) ? data : NULL;
}

static gpointer
count_ops (ComarkSql *sql, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 n;

  return comark_sql_query_int (sql, &n, error, "SELECT count(*) FROM op", NULL)
           ? GINT_TO_POINTER ((int) n)
           : NULL;
}

static int
ops_in (ComarkStore *store)
{
  g_autoptr (GError) error = NULL;
  gpointer n = comark_store_run (store, COMARK_STORE_READ, count_ops, NULL, NULL, &error);

  g_assert_no_error (error);
  return GPOINTER_TO_INT (n);
}

static void
test_an_act_is_done_once (void)
{
  g_autoptr (GError) error = NULL;
  ComarkSql *sql = comark_fixture_open ();
  ComarkId op = comark_id_new ();
  gboolean already;

  for (int i = 0; i < 3; i++)
    {
      g_assert_true (comark_sql_begin (sql, COMARK_SQL_WRITE, &error));
      g_assert_true (comark_op_claim (sql, &op, "test", 1, &already, &error));
      g_assert_cmpint (already, ==, i == 2);
      if (i == 0)
        comark_sql_rollback (sql);
      else
        g_assert_true (comark_sql_commit (sql, &error));
    }
  comark_fixture_close (sql);
}

static void
on_changed_cb (ComarkStore *store, gpointer data)
{
  g_assert_true (comark_store_get_where (store) != NULL);
  ++*(int *) data;
}

static void
iterate_until (const int *counter, int wanted, int timeout_ms)
{
  gint64 end = g_get_monotonic_time () + timeout_ms * 1000;

  while (*counter < wanted && g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static void
test_own_commit_is_told (void)
{
  g_autoptr (GError) error = NULL;
  ComarkId op = comark_id_new ();
  int changed = 0;
  char *place;
  ComarkStore *store = make_store (&place);

  g_signal_connect (store, "changed", G_CALLBACK (on_changed_cb), &changed);
  g_assert_nonnull (comark_store_run (store, COMARK_STORE_WRITE, claim_job, &op, NULL, &error));
  iterate_until (&changed, 1, 2000);
  g_assert_cmpint (changed, ==, 1);
  g_assert_cmpint (ops_in (store), ==, 1);
  /* Once is enough: looking for others' commits finds none. */
  iterate_until (&changed, 2, 1200);
  g_assert_cmpint (changed, ==, 1);
  end_store (store, place);
}

static void
test_each_sees_the_others_commits (void)
{
  g_autoptr (GError) error = NULL;
  int changed_one = 0, changed_other = 0;
  char *place;
  ComarkStore *one = make_store (&place);
  ComarkStore *other = comark_store_open (place, &error);

  g_assert_no_error (error);
  g_signal_connect (one, "changed", G_CALLBACK (on_changed_cb), &changed_one);
  g_signal_connect (other, "changed", G_CALLBACK (on_changed_cb), &changed_other);
  /* Both have looked once before anything is written. */
  iterate_until (&changed_one, 1, 200);
  for (int i = 0; i < 20; i++)
    {
      ComarkId op = comark_id_new ();

      g_assert_nonnull (comark_store_run (i % 2 ? one : other, COMARK_STORE_WRITE, claim_job, &op,
                                          NULL, &error));
      g_assert_cmpint (ops_in (i % 2 ? other : one), ==, i + 1);
    }
  changed_one = changed_other = 0;
  {
    ComarkId op = comark_id_new ();
    g_assert_nonnull (comark_store_run (one, COMARK_STORE_WRITE, claim_job, &op, NULL, &error));
  }
  iterate_until (&changed_other, 1, 3000);
  g_assert_cmpint (changed_other, >=, 1);
  g_object_unref (other);
  end_store (one, place);
}

static gpointer
leave_open (ComarkSql *sql, gpointer data, GCancellable *cancellable, GError **error)
{
  ComarkId op = comark_id_new ();

  g_assert_true (comark_sql_begin (sql, COMARK_SQL_WRITE, error));
  g_assert_true (claim (sql, &op, error));
  return NULL;
}

static void
test_a_forgotten_transaction_is_undone (void)
{
  g_autoptr (GError) error = NULL;
  char *place;
  ComarkStore *store = make_store (&place);

  g_test_expect_message ("Comark", G_LOG_LEVEL_CRITICAL, "*left a transaction open*");
  comark_store_run (store, COMARK_STORE_WRITE, leave_open, NULL, NULL, &error);
  g_test_assert_expected_messages ();
  g_assert_cmpint (ops_in (store), ==, 0);
  end_store (store, place);
}

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(ComarkStore **) user_data = comark_store_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
test_opens_without_blocking (void)
{
  ComarkStore *other = NULL;
  char *place;
  ComarkStore *store = make_store (&place);

  comark_store_open_async (place, NULL, on_opened_cb, &other);
  while (other == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (ops_in (other), ==, 0);
  g_object_unref (other);
  end_store (store, place);
}

static void
test_read_only_refuses_writing (void)
{
  g_autoptr (GError) error = NULL;
  ComarkId op = comark_id_new ();
  char *place;
  ComarkStore *store = make_store (&place);
  ComarkStore *reading = comark_store_open_read_only (place, &error);

  g_assert_no_error (error);
  g_assert_true (comark_store_is_read_only (reading));
  g_assert_null (comark_store_run (reading, COMARK_STORE_WRITE, claim_job, &op, NULL, &error));
  comark_fixture_assert_error (&error, COMARK_STORE_ERROR_READ_ONLY);
  g_assert_cmpint (ops_in (reading), ==, 0);
  g_object_unref (reading);
  end_store (store, place);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  comark_store_prepare_process ();
  g_test_add_func ("/store/facts-are-kept", test_facts_are_kept);
  g_test_add_func ("/store/nothing-is-overwritten", test_nothing_is_overwritten);
  g_test_add_func ("/store/one-file-is-left", test_one_file_is_left);
  g_test_add_func ("/store/thousand-jobs-answer-on-main", test_thousand_jobs_answer_on_main);
  g_test_add_func ("/store/an-act-is-done-once", test_an_act_is_done_once);
  g_test_add_func ("/store/own-commit-is-told", test_own_commit_is_told);
  g_test_add_func ("/store/each-sees-the-others-commits", test_each_sees_the_others_commits);
  g_test_add_func ("/store/a-forgotten-transaction-is-undone",
                   test_a_forgotten_transaction_is_undone);
  g_test_add_func ("/store/opens-without-blocking", test_opens_without_blocking);
  g_test_add_func ("/store/read-only-refuses-writing", test_read_only_refuses_writing);
  return g_test_run ();
}
