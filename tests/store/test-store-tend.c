/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looking after a register file: is it sound, a copy a day, nothing kept that nobody refers to.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "comark-blobs.h"
#include "comark-store-tend.h"
#include "store-fixture.h"

#define DAY_MS (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)

typedef struct
{
  char *place;
  char *folder;
  char *copies; /* the register's own, within @folder */
  ComarkStore *store;
} Tended;

static gpointer
read_id (ComarkSql *sql, gpointer data, GCancellable *cancellable, GError **error)
{
  return comark_meta_get (sql, "register", error);
}

static void
set_up (Tended *tended, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  tended->place = comark_fixture_place ();
  tended->folder = g_dir_make_tmp ("comark-copies-XXXXXX", &error);
  g_assert_no_error (error);
  tended->store
    = comark_store_create (tended->place, COMARK_PURPOSE_LIVE, "Riverside Trust", &error);
  g_assert_no_error (error);
  id = comark_store_run (tended->store, COMARK_STORE_READ, read_id, NULL, NULL, &error);
  g_assert_no_error (error);
  tended->copies = g_build_filename (tended->folder, id, NULL);
}

static GPtrArray *
list_copies (const Tended *tended)
{
  g_autoptr (GDir) dir = g_dir_open (tended->copies, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  return names;
}

static void
tear_down (Tended *tended, gconstpointer data)
{
  g_autoptr (GPtrArray) names = list_copies (tended);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (tended->copies, names->pdata[i], NULL);
      g_unlink (path);
    }
  g_rmdir (tended->copies);
  g_rmdir (tended->folder);
  g_clear_object (&tended->store);
  comark_fixture_remove (tended->place);
  g_free (tended->copies);
  g_free (tended->folder);
}

static void
on_tended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
tend (const Tended *tended, const char *folder, const char *day, gint64 now_ms, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  comark_store_tend_async (tended->store, folder, day, now_ms, NULL, on_tended_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return comark_store_tend_finish (result, error);
}

static void
assert_tended (const Tended *tended, const char *day)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = tend (tended, tended->folder, day, 0, &error);

  g_assert_no_error (error);
  g_assert_true (ok);
}

static gboolean
has_copy (const Tended *tended, const char *day)
{
  g_autofree char *name = g_strconcat (day, ".comark", NULL);
  g_autofree char *path = g_build_filename (tended->copies, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_a_copy_a_day_that_opens (Tended *tended, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (tended->copies, "2026-11-22.comark", NULL);
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (ComarkStore) copy = NULL;

  assert_tended (tended, "2026-11-22");
  assert_tended (tended, "2026-11-22");
  names = list_copies (tended);
  g_assert_cmpuint (names->len, ==, 1);
  copy = comark_store_open_read_only (path, &error);
  g_assert_no_error (error);
}

static void
test_seven_days_are_kept (Tended *tended, gconstpointer data)
{
  for (guint day = 1; day <= 9; day++)
    {
      g_autofree char *name = g_strdup_printf ("2026-11-%02u", day);
      assert_tended (tended, name);
    }
  g_assert_false (has_copy (tended, "2026-11-01"));
  g_assert_false (has_copy (tended, "2026-11-02"));
  g_assert_true (has_copy (tended, "2026-11-03"));
  g_assert_true (has_copy (tended, "2026-11-09"));
}

static void
test_no_folder_no_copy (Tended *tended, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tend (tended, NULL, "2026-11-22", 0, &error));
  g_assert_no_error (error);
  g_assert_false (has_copy (tended, "2026-11-22"));
}

static gboolean
fill_meta (ComarkSql *sql, gpointer data, GError **error)
{
  return comark_meta_set (sql, "big", data, error);
}

static gpointer
fill_job (ComarkSql *sql, gpointer data, GCancellable *cancellable, GError **error)
{
  return comark_sql_transaction (sql, COMARK_SQL_WRITE, fill_meta, data, error)
           ? GINT_TO_POINTER (1) : NULL;
}

/* Makes the register large, then wipes one of its pages, as a failing disk does. */
static void
damage (Tended *tended)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *big = g_strnfill (1024 * 1024, 'x');
  char nothing[4096] = { 0 };
  FILE *file;

  g_assert_nonnull (comark_store_run (tended->store, COMARK_STORE_WRITE, fill_job, big, NULL,
                                      &error));
  g_assert_no_error (error);
  g_clear_object (&tended->store);
  file = g_fopen (tended->place, "r+b");
  g_assert_cmpint (fseek (file, -100 * 4096L, SEEK_END), ==, 0);
  g_assert_cmpuint (fwrite (nothing, sizeof nothing, 1, file), ==, 1);
  g_assert_cmpint (fclose (file), ==, 0);
  tended->store = comark_store_open (tended->place, &error);
  g_assert_no_error (error);
}

static void
test_damage_is_told_and_not_copied (Tended *tended, gconstpointer data)
{
  GError *error = NULL;

  assert_tended (tended, "2026-11-21");
  damage (tended);
  g_assert_false (tend (tended, tended->folder, "2026-11-22", 0, &error));
  comark_fixture_assert_error (&error, COMARK_STORE_ERROR_CORRUPT);
  g_assert_true (has_copy (tended, "2026-11-21"));
  g_assert_false (has_copy (tended, "2026-11-22"));
}

static gpointer
add_bytes_job (ComarkSql *sql, gpointer data, GCancellable *cancellable, GError **error)
{
  return comark_blobs_add_bytes (sql, data, 0, error);
}

static gpointer
has_bytes_job (ComarkSql *sql, gpointer hash, GCancellable *cancellable, GError **error)
{
  gint64 size;

  return comark_blobs_get_size (sql, hash, &size, error) ? GINT_TO_POINTER (1) : NULL;
}

static void
test_abandoned_bytes_go (Tended *tended, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("nobody's", 8);
  g_autofree char *hash = comark_store_run (tended->store, COMARK_STORE_WRITE, add_bytes_job,
                                            bytes, NULL, NULL);

  g_assert_true (tend (tended, NULL, "2026-11-22", DAY_MS, NULL));
  g_assert_nonnull (comark_store_run (tended->store, COMARK_STORE_READ, has_bytes_job, hash, NULL,
                                      NULL));
  g_assert_true (tend (tended, NULL, "2026-11-22", DAY_MS + 1, NULL));
  g_assert_null (comark_store_run (tended->store, COMARK_STORE_READ, has_bytes_job, hash, NULL,
                                   NULL));
}

#define ADD(path, test) g_test_add ("/store-tend/" path, Tended, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  comark_store_prepare_process ();
  g_test_init (&argc, &argv, NULL);
  ADD ("a-copy-a-day-that-opens", test_a_copy_a_day_that_opens);
  ADD ("seven-days-are-kept", test_seven_days_are_kept);
  ADD ("no-folder-no-copy", test_no_folder_no_copy);
  ADD ("damage-is-told-and-not-copied", test_damage_is_told_and_not_copied);
  ADD ("abandoned-bytes-go", test_abandoned_bytes_go);
  return g_test_run ();
}
