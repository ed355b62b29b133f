/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "comark-blobs.h"
#include "comark-limits.h"
#include "store-fixture.h"

#define CHUNK COMARK_BLOB_CHUNK_SIZE
#define DAY_MS (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)

static GBytes *
make_bytes (gsize length, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint8 *data = g_malloc (length + 4);

  for (gsize i = 0; i < length; i += 4)
    {
      guint32 number = g_rand_int (rand);
      memcpy (data + i, &number, sizeof number);
    }
  return g_bytes_new_take (data, length);
}

static gint64
count (ComarkSql *sql, const char *text)
{
  g_autoptr (GError) error = NULL;
  gint64 n;

  comark_sql_query_int (sql, &n, &error, text, NULL);
  g_assert_no_error (error);
  return n;
}

static void
test_every_length_comes_back (void)
{
  static const gsize lengths[] = { 0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 17 * CHUNK + 5 };
  ComarkSql *sql = comark_fixture_open ();

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = make_bytes (lengths[i], 1), back = NULL;
      g_autofree char *hash = comark_blobs_add_bytes (sql, bytes, 1, &error);
      g_autofree char *expected = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
      gint64 size;

      g_assert_no_error (error);
      g_assert_cmpstr (hash, ==, expected);
      g_assert_true (comark_blobs_get_size (sql, hash, &size, &error));
      g_assert_cmpint (size, ==, (gint64) lengths[i]);
      back = comark_blobs_read (sql, hash, &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (back, bytes));
      g_assert_true (comark_blobs_verify (sql, hash, NULL, &error));
    }
  comark_fixture_close (sql);
}

static void
test_the_same_is_stored_once (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = make_bytes (3 * CHUNK, 2);
  ComarkSql *sql = comark_fixture_open ();

  for (int i = 0; i < 2; i++)
    g_free (comark_blobs_add_bytes (sql, bytes, 1, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (sql, "SELECT count(*) FROM blob_store"), ==, 1);
  g_assert_cmpint (count (sql, "SELECT count(*) FROM blob_chunk"), ==, 3);
  comark_fixture_close (sql);
}

static void
cancel_half_way (double fraction, gpointer cancellable)
{
  if (fraction > 0.4)
    g_cancellable_cancel (cancellable);
}

static void
test_interrupted_goes_on (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = make_bytes (40 * CHUNK, 3), back = NULL;
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autofree char *hash = NULL;
  ComarkSql *sql = comark_fixture_open ();
  gint64 n;

  comark_sql_set_cancellable (sql, cancellable);
  g_assert_null (comark_blobs_add (sql, stream, 1, cancel_half_way, cancellable, cancellable,
                                   NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  comark_sql_set_cancellable (sql, NULL);
  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_assert_null (comark_blobs_read (sql, hash, &error));
  comark_fixture_assert_error (&error, COMARK_STORE_ERROR_NOT_FOUND);
  n = count (sql, "SELECT count(*) FROM blob_chunk");
  g_assert_cmpint (n, >, 0);
  g_assert_cmpint (n, <, 40);
  g_free (comark_blobs_add_bytes (sql, bytes, 1, &error));
  g_assert_no_error (error);
  back = comark_blobs_read (sql, hash, &error);
  g_assert_true (g_bytes_equal (back, bytes));
  comark_fixture_close (sql);
}

static void
test_damage_is_found (void)
{
  static const char *const damages[] = {
    "UPDATE blob_chunk SET data = (SELECT c.data FROM blob_chunk c WHERE c.n = 0) WHERE n = 1",
    "DELETE FROM blob_chunk WHERE n = 1",
    "DELETE FROM blob_chunk WHERE n = 2",
    "UPDATE blob_chunk SET n = 7 WHERE n = 2",
    "UPDATE blob_store SET size = size - 1",
    "UPDATE blob_store SET size = size + 1",
  };
  g_autoptr (GBytes) bytes = make_bytes (2 * CHUNK + 9, 4);

  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (GError) error = NULL;
      ComarkSql *sql = comark_fixture_open ();
      g_autofree char *hash = comark_blobs_add_bytes (sql, bytes, 1, &error);

      g_assert_cmpint (comark_sql_exec (sql, &error, damages[i], NULL), ==, 1);
      g_assert_null (comark_blobs_read (sql, hash, &error));
      comark_fixture_assert_error (&error, COMARK_STORE_ERROR_CORRUPT);
      comark_fixture_close (sql);
    }
}

static void
test_too_large_is_refused (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "comark-test-large", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileIOStream) stream = NULL;
  ComarkSql *sql = comark_fixture_open ();

  /* A hole: it takes no room. */
  stream = g_file_replace_readwrite (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_seekable_truncate (G_SEEKABLE (stream), COMARK_LIMIT_FILE_BYTES + 1, NULL,
                                      &error));
  g_assert_null (comark_blobs_add_file (sql, path, 1, NULL, NULL, NULL, NULL, &error));
  comark_fixture_assert_error (&error, COMARK_STORE_ERROR_CONSTRAINT);
  g_assert_cmpint (count (sql, "SELECT count(*) FROM blob_store"), ==, 0);
  g_file_delete (file, NULL, NULL);
  comark_fixture_close (sql);
}

static void
test_abandoned_are_collected_after_a_day (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) old = make_bytes (10, 5), young = make_bytes (10, 6);
  g_autofree char *old_hash = NULL, *young_hash = NULL;
  ComarkSql *sql = comark_fixture_open ();

  old_hash = comark_blobs_add_bytes (sql, old, 1, &error);
  young_hash = comark_blobs_add_bytes (sql, young, DAY_MS, &error);
  g_assert_cmpint (comark_blobs_collect (sql, DAY_MS, &error), ==, 0);
  g_assert_cmpint (comark_blobs_collect (sql, DAY_MS + 2, &error), ==, 1);
  g_assert_no_error (error);
  g_assert_null (comark_blobs_read (sql, old_hash, &error));
  g_clear_error (&error);
  g_assert_true (comark_blobs_verify (sql, young_hash, NULL, &error));
  /* Adding it again is a new day for it. */
  g_free (comark_blobs_add_bytes (sql, young, 2 * DAY_MS, &error));
  g_assert_cmpint (comark_blobs_collect (sql, 2 * DAY_MS + 2, &error), ==, 0);
  comark_fixture_close (sql);
}

static void
test_unknown_is_not_found (void)
{
  static const char *const names[] = { "", "x", "../../etc/passwd" };
  ComarkSql *sql = comark_fixture_open ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (comark_blobs_read (sql, names[i], &error));
      comark_fixture_assert_error (&error, COMARK_STORE_ERROR_NOT_FOUND);
    }
  comark_fixture_close (sql);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/blobs/every-length-comes-back", test_every_length_comes_back);
  g_test_add_func ("/blobs/the-same-is-stored-once", test_the_same_is_stored_once);
  g_test_add_func ("/blobs/interrupted-goes-on", test_interrupted_goes_on);
  g_test_add_func ("/blobs/damage-is-found", test_damage_is_found);
  g_test_add_func ("/blobs/too-large-is-refused", test_too_large_is_refused);
  g_test_add_func ("/blobs/abandoned-are-collected-after-a-day",
                   test_abandoned_are_collected_after_a_day);
  g_test_add_func ("/blobs/unknown-is-not-found", test_unknown_is_not_found);
  return g_test_run ();
}
