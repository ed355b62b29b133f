/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Documents that mean harm or were broken on the way: each costs one sentence, never the
 * program, and a good request after it is answered.
 */
#include <gio/gio.h>
#include <signal.h>
#include <glib/gstdio.h>
#include <string.h>

#include "reader-util.h"

#define SHORT_LIMIT_MS 700

static ComarkReader *
reader_of (const char *bytes, gsize length)
{
  g_autoptr (GBytes) document = g_bytes_new (bytes, length);

  return comark_reader_new_for_bytes (document);
}

static void
assert_refused (ComarkReader *reader, int code, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (reader_open (reader, &error), ==, -1);
  g_assert_error (error, COMARK_READER_ERROR, code);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_an_empty_file_is_said_to_be_empty (void)
{
  g_autoptr (ComarkReader) reader = reader_of ("", 0);

  assert_refused (reader, COMARK_READER_ERROR_DAMAGED, "is empty");
}

static void
test_garbage_after_a_header_is_damaged (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);
  guint8 bytes[4000];

  for (gsize i = 0; i < sizeof bytes; i++)
    bytes[i] = (guint8) g_rand_int (random);
  memcpy (bytes, "%PDF-1.7\n", 9);
  g_autoptr (ComarkReader) reader = reader_of ((const char *) bytes, sizeof bytes);
  assert_refused (reader, COMARK_READER_ERROR_DAMAGED, "damaged");
}

/* Some cuts leave a page that can be rebuilt, others none: all are answered. */
static void
test_every_cut_is_answered (void)
{
  g_autoptr (GBytes) leaflet = make_leaflet (3);
  gsize length;
  const char *data = g_bytes_get_data (leaflet, &length);

  for (int i = 1; i < 12; i++)
    {
      g_autoptr (ComarkReader) reader = reader_of (data, length * (gsize) i / 12);
      g_autoptr (GError) error = NULL;
      g_autoptr (ComarkPageImage) image = reader_render (reader, 0, 200, &error);
      g_assert_true ((image == NULL) == (error != NULL));
    }
}

static void
test_a_broken_picture_is_damaged (void)
{
  static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10\x08\2\0\0\0";
  static const char jpeg[] = "\xff\xd8\xff\xe0\0\x10JFIF\0 and no more";
  g_autoptr (ComarkReader) first = reader_of (png, sizeof png - 1);
  g_autoptr (ComarkReader) second = reader_of (jpeg, sizeof jpeg - 1);

  assert_refused (first, COMARK_READER_ERROR_DAMAGED, "damaged");
  assert_refused (second, COMARK_READER_ERROR_DAMAGED, "damaged");
}

/* 30000 x 30000, as its header claims: 3.6 GB if anybody believed it. */
static void
test_a_picture_too_large_is_refused_unseen (void)
{
  static const char png[]
    = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x75\x30\0\0\x75\x30\x08\2\0\0\0\x96\xf6\x04\xf8";
  g_autoptr (GString) bytes = g_string_new_len (png, sizeof png - 1);
  guint32 sum = 0xffffffff;

  for (gsize i = 12; i < 29; i++)
    {
      sum ^= (guint8) bytes->str[i];
      for (int bit = 0; bit < 8; bit++)
        sum = sum & 1 ? sum >> 1 ^ 0xedb88320 : sum >> 1;
    }
  sum = GUINT32_TO_BE (~sum);
  memcpy (bytes->str + 29, &sum, 4);
  g_string_append_len (bytes, "\0\0\0\4IDAT\0\0\0\0\0\0\0\0", 16);
  g_autoptr (ComarkReader) reader = reader_of (bytes->str, bytes->len);
  assert_refused (reader, COMARK_READER_ERROR_DAMAGED, "too large");
}

static void
test_absurd_page_sizes_are_held_to_bounds (void)
{
  static const char *const boxes[] = {
    "0 0 100000000 100000000", "0 0 -100 -100", "0 0 0 0", "0 0 1e308 1e308", "5 5 5 900",
    "0 0 14400 1", "0 0 3 99999999", "-99999999 -99999999 99999999 99999999", "0 0", "a b c d",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      g_autoptr (GBytes) pdf = make_raw_pdf (boxes[i], "", "0 0 50 50 re f", NULL);
      g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (pdf);
      g_autoptr (GError) error = NULL;
      double width = 0, height = 0;
      g_test_message ("MediaBox [%s]", boxes[i]);
      g_assert_true (reader_size (reader, 0, &width, &height, &error));
      g_assert_cmpfloat (MIN (width, height), >=, 3);
      g_assert_cmpfloat (MAX (width, height), <=, 14400);
      g_autoptr (ComarkPageImage) image = reader_render (reader, 0, 1000, &error);
      g_assert_no_error (error);
      g_assert_cmpint ((gint64) image->width * image->height, <=, 32000000);
    }
}

static void
test_a_page_that_never_ends_is_given_up (void)
{
  g_autoptr (GBytes) bomb = make_form_bomb ();
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (bomb);

  g_assert_cmpint (reader_open (reader, NULL), ==, 1);
  comark_reader_set_time_limit (reader, SHORT_LIMIT_MS);
  gint64 start_us = g_get_monotonic_time ();
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ComarkPageImage) image = reader_render (reader, 0, 800, &error);
      g_assert_null (image);
      g_assert_error (error, COMARK_READER_ERROR, COMARK_READER_ERROR_TOO_SLOW);
      g_assert_true (g_str_has_prefix (error->message, "This page took too long to draw."));
    }
  g_assert_cmpint (g_get_monotonic_time () - start_us, <, 10 * G_TIME_SPAN_SECOND);
  double width, height;
  comark_reader_set_time_limit (reader, COMARK_READER_TIME_LIMIT_MS);
  g_assert_true (reader_size (reader, 0, &width, &height, NULL)); /* started again */
}

static void
on_given_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (comark_reader_render_page_finish (COMARK_READER (source), result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *(gboolean *) data = TRUE;
}

static gboolean
on_timeout_cb (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_REMOVE;
}

static void
test_cancelling_ends_a_page_that_never_ends (void)
{
  g_autoptr (GBytes) bomb = make_form_bomb ();
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (bomb);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gboolean done = FALSE;
  double width, height;

  gint64 start_us = g_get_monotonic_time ();
  comark_reader_render_page_async (reader, 0, 800, cancellable, on_given_up_cb, &done);
  g_timeout_add (200, on_timeout_cb, cancellable);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (reader_size (reader, 0, &width, &height, NULL));
  g_assert_cmpint (g_get_monotonic_time () - start_us, <, 5 * G_TIME_SPAN_SECOND);
}

static gboolean
on_kill_cb (gpointer data)
{
  int n_ending;
  g_autoptr (GArray) helpers = list_helpers (&n_ending);

  for (guint i = 0; i < helpers->len; i++)
    kill (g_array_index (helpers, int, i), SIGKILL);
  *(guint *) data += helpers->len;
  return G_SOURCE_REMOVE;
}

static void
test_a_helper_killed_at_work_costs_one_answer (void)
{
  g_autoptr (GBytes) bomb = make_form_bomb ();
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (bomb);
  g_autoptr (GError) error = NULL;
  guint n_killed = 0;
  double width, height;

  wait_for_helpers (0);
  g_assert_cmpint (reader_open (reader, NULL), ==, 1);
  g_timeout_add (200, on_kill_cb, &n_killed);
  g_autoptr (ComarkPageImage) image = reader_render (reader, 0, 800, &error);
  g_assert_null (image);
  g_assert_cmpuint (n_killed, ==, 1);
  g_assert_error (error, COMARK_READER_ERROR, COMARK_READER_ERROR_CRASHED);
  g_assert_true (reader_size (reader, 0, &width, &height, NULL));
}

static void
test_a_helper_killed_at_rest_costs_nothing (void)
{
  g_autoptr (GBytes) leaflet = make_leaflet (2);
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (leaflet);
  guint n_killed = 0;

  wait_for_helpers (0);
  g_assert_cmpint (reader_open (reader, NULL), ==, 2);
  on_kill_cb (&n_killed);
  g_assert_cmpuint (n_killed, ==, 1);
  g_usleep (100000);
  g_autoptr (ComarkPageImage) image = reader_render (reader, 1, 200, NULL);
  g_assert_nonnull (image);
}

/* Works on a file only qpdf can lock; @password is needed to open it. */
static GBytes *
lock (GBytes *document, const char *password)
{
  g_autofree char *folder = g_dir_make_tmp ("comark-lock-XXXXXX", NULL);
  g_autofree char *plain = g_build_filename (folder, "plain.pdf", NULL);
  g_autofree char *locked = g_build_filename (folder, "locked.pdf", NULL);
  gsize length;
  const char *data = g_bytes_get_data (document, &length);
  char *bytes = NULL;

  g_assert_true (g_file_set_contents (plain, data, (gssize) length, NULL));
  g_autoptr (GSubprocess) qpdf
    = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, "qpdf", "--encrypt", password, "owner",
                        "256", "--", plain, locked, NULL);
  g_assert_true (g_subprocess_wait_check (qpdf, NULL, NULL));
  g_assert_true (g_file_get_contents (locked, &bytes, &length, NULL));
  g_remove (plain);
  g_remove (locked);
  g_rmdir (folder);
  return g_bytes_new_take (bytes, length);
}

static void
test_a_locked_document_asks_for_a_copy (void)
{
  g_autofree char *qpdf = g_find_program_in_path ("qpdf");
  g_autoptr (GBytes) leaflet = make_leaflet (1);

  if (qpdf == NULL)
    {
      g_test_skip ("The program qpdf is not installed.");
      return;
    }
  g_autoptr (GBytes) locked = lock (leaflet, "secret");
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (locked);
  assert_refused (reader, COMARK_READER_ERROR_LOCKED, "locked with a password");
  g_autoptr (GBytes) open_to_read = lock (leaflet, "");
  g_autoptr (ComarkReader) second = comark_reader_new_for_bytes (open_to_read);
  g_assert_cmpint (reader_open (second, NULL), ==, 1);
}

/* One line of six million letters. */
static void
test_a_text_without_end_is_cut (void)
{
  gsize length = 6 * 1024 * 1024;
  g_autofree char *line = g_malloc (length);

  memset (line, 'x', length);
  g_autoptr (ComarkReader) reader = reader_of (line, length);
  int n_pages = reader_open (reader, NULL);
  g_assert_cmpint (n_pages, >, 900);
  g_autofree char *text = reader_text (reader, n_pages - 1, NULL);
  g_assert_nonnull (strstr (text, "The rest is not shown here."));
  g_autoptr (ComarkPageImage) image = reader_render (reader, n_pages / 2, 600, NULL);
  g_assert_nonnull (image);
}

static void
test_hostile_text_is_extracted_as_far_as_it_goes (void)
{
  g_autoptr (GBytes) bomb = make_form_bomb ();
  g_autoptr (GBytes) garbage = g_bytes_new_static ("%PDF-1.4\nnothing", 16);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (comark_reader_extract_text (garbage, 0, 1000, NULL, &error));
  g_assert_error (error, COMARK_READER_ERROR, COMARK_READER_ERROR_DAMAGED);
  g_clear_error (&error);
  g_cancellable_cancel (cancelled);
  g_assert_null (comark_reader_extract_text (bomb, 0, 1000, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(name, func) g_test_add_func ("/document/reader/hostile/" name, func)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("an-empty-file-is-said-to-be-empty", test_an_empty_file_is_said_to_be_empty);
  ADD ("garbage-after-a-header-is-damaged", test_garbage_after_a_header_is_damaged);
  ADD ("every-cut-is-answered", test_every_cut_is_answered);
  ADD ("a-broken-picture-is-damaged", test_a_broken_picture_is_damaged);
  ADD ("a-picture-too-large-is-refused-unseen", test_a_picture_too_large_is_refused_unseen);
  ADD ("absurd-page-sizes-are-held-to-bounds", test_absurd_page_sizes_are_held_to_bounds);
  ADD ("a-page-that-never-ends-is-given-up", test_a_page_that_never_ends_is_given_up);
  ADD ("cancelling-ends-a-page-that-never-ends", test_cancelling_ends_a_page_that_never_ends);
  ADD ("a-helper-killed-at-work-costs-one-answer", test_a_helper_killed_at_work_costs_one_answer);
  ADD ("a-helper-killed-at-rest-costs-nothing", test_a_helper_killed_at_rest_costs_nothing);
  ADD ("a-locked-document-asks-for-a-copy", test_a_locked_document_asks_for_a_copy);
  ADD ("a-text-without-end-is-cut", test_a_text_without_end_is_cut);
  ADD ("hostile-text-is-extracted-as-far-as-it-goes",
       test_hostile_text_is_extracted_as_far_as_it_goes);
  return g_test_run ();
}
