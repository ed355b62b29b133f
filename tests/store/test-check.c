/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checking a register, and backing it up.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "comark-blobs.h"
#include "comark-log.h"
#include "comark-op.h"
#include "comark-store-check.h"
#include "store-fixture.h"

static gboolean
append (ComarkSql *sql, gpointer data, GError **error)
{
  ComarkLogEntry entry = { .at_ms = 1, .act = "act" };

  return comark_log_append (sql, &entry, NULL, error);
}

static ComarkSql *
open_filled (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("evidence", 8);
  ComarkSql *sql = comark_fixture_open ();

  for (int i = 0; i < 3; i++)
    g_assert_true (comark_sql_transaction (sql, COMARK_SQL_WRITE, append, NULL, &error));
  g_free (comark_blobs_add_bytes (sql, bytes, 1, &error));
  g_assert_no_error (error);
  return sql;
}

static void
test_sound (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  ComarkSql *sql = open_filled ();

  findings = comark_store_check (sql, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  comark_fixture_close (sql);
}

static void
test_faults_are_named (void)
{
  static const struct { const char *fault, *where; } cases[] = {
    { "UPDATE log SET act = 'other' WHERE seq = 2", "log entry 2" },
    { "DELETE FROM log WHERE seq = 1", "log entry 1" },
    { "UPDATE blob_store SET size = 9", "attachment " },
    { "DELETE FROM blob_chunk", "attachment " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) findings = NULL;
      ComarkSql *sql = open_filled ();

      g_assert_cmpint (comark_sql_exec (sql, &error, cases[i].fault, NULL), >=, 0);
      findings = comark_store_check (sql, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (findings->len, >, 0);
      g_assert_true (g_str_has_prefix (((ComarkFinding *) findings->pdata[0])->where,
                                       cases[i].where));
      comark_fixture_close (sql);
    }
}

static void
test_broken_reference_is_named (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  ComarkSql *sql = open_filled ();

  if (comark_fixture_is_postgres ())
    {
      g_test_skip ("the server allows none");
      comark_fixture_close (sql);
      return;
    }
  g_assert_true (comark_sql_run_script (sql, "PRAGMA foreign_keys=OFF;\nDELETE FROM blob_store;",
                                        &error));
  findings = comark_store_check (sql, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (((ComarkFinding *) g_ptr_array_index (findings, 0))->where, ==,
                   "table “blob_chunk”");
  comark_fixture_close (sql);
}

static void
test_cancelled (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  ComarkSql *sql = open_filled ();

  g_cancellable_cancel (cancellable);
  g_assert_null (comark_store_check (sql, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  comark_fixture_close (sql);
}

/* --- backups --- */

static gboolean
claim (ComarkSql *sql, gpointer data, GError **error)
{
  ComarkId op = comark_id_new ();
  gboolean already;

  return comark_op_claim (sql, &op, "test", 1, &already, error);
}

static gpointer
claim_job (ComarkSql *sql, gpointer data, GCancellable *cancellable, GError **error)
{
  comark_sql_transaction (sql, COMARK_SQL_WRITE, claim, NULL, error);
  return NULL;
}

static gpointer
fill_job (ComarkSql *sql, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree char *big = g_strnfill (20 * 1024 * 1024, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new (big, strlen (big));

  return comark_blobs_add_bytes (sql, bytes, 1, error);
}

static gpointer
check_job (ComarkSql *sql, gpointer data, GCancellable *cancellable, GError **error)
{
  return comark_store_check (sql, cancellable, error);
}

static void
on_claimed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  comark_store_run_finish (result, &error);
  g_assert_no_error (error);
  --*(int *) user_data;
}

static void
see_progress (double fraction, gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  *last = fraction;
}

static void
assert_sound (const char *place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkStore) store = comark_store_open (place, &error);
  g_autoptr (GPtrArray) findings = NULL;

  g_assert_no_error (error);
  findings = comark_store_run (store, COMARK_STORE_READ, check_job, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
}

static ComarkStore *
make_store (char **place)
{
  g_autoptr (GError) error = NULL;
  ComarkStore *store;

  *place = comark_fixture_place ();
  store = comark_store_create (*place, COMARK_PURPOSE_LIVE, "Riverside", &error);
  g_assert_no_error (error);
  return store;
}

static void
test_backup_beside_a_writer (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = NULL, *hash = NULL;
  char *place;
  ComarkStore *store = make_store (&place);
  int waiting = 500;
  double progress = 0;

  copy = g_strconcat (place, ".backup", NULL);
  if (comark_fixture_is_postgres ())
    {
      g_assert_false (comark_store_backup (store, copy, NULL, NULL, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
      g_object_unref (store);
      comark_fixture_remove (place);
      return;
    }
  hash = comark_store_run (store, COMARK_STORE_WRITE, fill_job, NULL, NULL, &error);
  g_assert_no_error (error);
  for (int i = 0; i < waiting; i++)
    comark_store_run_async (store, COMARK_STORE_WRITE, claim_job, NULL, NULL, NULL, NULL,
                            on_claimed_cb, &waiting);
  g_assert_true (comark_store_backup (store, copy, see_progress, &progress, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (progress, ==, 1.0);
  while (waiting > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (comark_store_backup (store, copy, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_object_unref (store);
  assert_sound (copy);
  assert_sound (place);
  comark_fixture_remove (place);
}

static int
count_files (const char *place)
{
  g_autofree char *folder = g_path_get_dirname (place);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  int n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_cancelled_backup_leaves_nothing (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *copy = NULL;
  char *place;
  ComarkStore *store = make_store (&place);
  int before;

  copy = g_strconcat (place, ".backup", NULL);
  if (!comark_fixture_is_postgres ())
    {
      before = count_files (place);
      g_cancellable_cancel (cancellable);
      g_assert_false (comark_store_backup (store, copy, NULL, NULL, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpint (count_files (place), ==, before);
    }
  g_object_unref (store);
  comark_fixture_remove (place);
}

static void
on_backed_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (comark_store_backup_finish (result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
test_backup_without_blocking (void)
{
  g_autofree char *copy = NULL;
  gboolean done = FALSE;
  char *place;
  ComarkStore *store = make_store (&place);

  copy = g_strconcat (place, ".backup", NULL);
  if (!comark_fixture_is_postgres ())
    {
      comark_store_backup_async (store, copy, NULL, on_backed_up_cb, &done);
      while (!done)
        g_main_context_iteration (NULL, TRUE);
      assert_sound (copy);
    }
  g_object_unref (store);
  comark_fixture_remove (place);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/sound", test_sound);
  g_test_add_func ("/check/faults-are-named", test_faults_are_named);
  g_test_add_func ("/check/broken-reference-is-named", test_broken_reference_is_named);
  g_test_add_func ("/check/cancelled", test_cancelled);
  g_test_add_func ("/backup/beside-a-writer", test_backup_beside_a_writer);
  g_test_add_func ("/backup/cancelled-leaves-nothing", test_cancelled_backup_leaves_nothing);
  g_test_add_func ("/backup/without-blocking", test_backup_without_blocking);
  return g_test_run ();
}
