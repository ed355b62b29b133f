/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <gio/gio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include <cairo.h>

#include "comark-reader-locate.h"
#include "reader-util.h"

static void
test_a_document_opens_with_title_and_pages (void)
{
  g_autoptr (GBytes) leaflet = make_leaflet (3);
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (leaflet);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (comark_reader_get_n_pages (reader), ==, 0);
  g_assert_cmpint (reader_open (reader, &error), ==, 3);
  g_assert_no_error (error);
  g_assert_cmpint (comark_reader_get_n_pages (reader), ==, 3);
  g_assert_cmpstr (comark_reader_get_title (reader), ==, "Safe discharge");
  g_assert_cmpint (comark_reader_get_kind (reader), ==, COMARK_DOCUMENT_KIND_PDF);
}

static void
test_a_page_is_drawn_at_the_width_asked (void)
{
  g_autoptr (GBytes) leaflet = make_leaflet (2);
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (leaflet);
  g_autoptr (ComarkPageImage) image = reader_render (reader, 1, 840, NULL);

  g_assert_nonnull (image);
  g_assert_cmpint (image->page, ==, 1);
  g_assert_cmpint (image->width, ==, 840);
  g_assert_cmpint (image->height, ==, 1190);
  g_assert_cmpuint (g_bytes_get_size (image->pixels), ==,
                    (gsize) image->height * (gsize) image->stride);
  const guint8 *pixels = g_bytes_get_data (image->pixels, NULL);
  static const guint8 white[4] = { 255, 255, 255, 255 }, black[4] = { 0, 0, 0, 255 };
  g_assert_cmpmem (pixels, 4, white, 4);
  g_assert_cmpmem (pixels + 300 * image->stride + 180 * 4, 4, black, 4);
}

static void
test_any_width_is_held_to_bounds (void)
{
  static const struct { int asked, low, high; } cases[] = {
    { -5, 16, 16 }, { 0, 16, 16 }, { 1000, 1000, 1000 }, { 8192, 4000, 8192 },
    { G_MAXINT, 4000, 8192 },
  };
  g_autoptr (GBytes) leaflet = make_leaflet (1);
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (leaflet);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ComarkPageImage) image = reader_render (reader, 0, cases[i].asked, NULL);
      g_assert_nonnull (image);
      g_assert_cmpint (image->width, >=, cases[i].low);
      g_assert_cmpint (image->width, <=, cases[i].high);
      g_assert_cmpint ((gint64) image->width * image->height, <=, 32000000);
    }
}

static void
test_text_and_size_come_with_the_page (void)
{
  g_autoptr (GBytes) leaflet = make_leaflet (4);
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (leaflet);
  g_autofree char *text = reader_text (reader, 2, NULL);
  double width = 0, height = 0;

  g_assert_nonnull (text);
  g_assert_nonnull (strstr (text, "Page 3 of the leaflet"));
  g_assert_true (reader_size (reader, 2, &width, &height, NULL));
  g_assert_cmpfloat_with_epsilon (width, 420, 0.5);
  g_assert_cmpfloat_with_epsilon (height, 595, 0.5);
}

static void
test_a_page_that_is_not_there_is_refused (void)
{
  static const int pages[] = { -1, 2, 100000, G_MAXINT, G_MININT };
  g_autoptr (GBytes) leaflet = make_leaflet (2);
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (leaflet);

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ComarkPageImage) image = reader_render (reader, pages[i], 500, &error);
      g_assert_null (image);
      g_assert_error (error, COMARK_READER_ERROR, COMARK_READER_ERROR_NO_PAGE);
      g_clear_error (&error);
      g_autofree char *text = reader_text (reader, pages[i], &error);
      g_assert_error (error, COMARK_READER_ERROR, COMARK_READER_ERROR_NO_PAGE);
    }
}

static void
test_plain_text_becomes_pages (void)
{
  g_autoptr (GString) letter = g_string_new ("Dear panel, caf\xc3\xa9.\r\n");
  for (int i = 0; i < 100; i++)
    g_string_append_printf (letter, "Line %d of the letter.\n", i);
  g_autoptr (GBytes) bytes = g_bytes_new (letter->str, letter->len);
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (bytes);

  g_assert_cmpint (reader_open (reader, NULL), ==, 2);
  g_autofree char *first = reader_text (reader, 0, NULL);
  g_autofree char *second = reader_text (reader, 1, NULL);
  g_assert_true (g_str_has_prefix (first, "Dear panel, caf\xc3\xa9.\nLine 0 of"));
  g_assert_true (g_str_has_suffix (second, "Line 99 of the letter.\n"));
  g_autoptr (ComarkPageImage) image = reader_render (reader, 1, 600, NULL);
  g_assert_true (has_ink (image));
}

static void
test_text_encodings_become_utf8 (void)
{
  static const struct { const char *bytes; gsize length; const char *text; } cases[] = {
    { "\xef\xbb\xbf" "caf\xc3\xa9", 8, "caf\xc3\xa9" },
    { "it\x92s caf\xe9", 9, "it\xe2\x80\x99s caf\xc3\xa9" },
    { "\xff\xfe" "h\0\xe9\0", 6, "h\xc3\xa9" },
    { "\xfe\xff" "\0h\xd8\x3d\xde\x00", 8, "h\xf0\x9f\x98\x80" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].bytes, cases[i].length);
      g_autofree char *text = comark_reader_extract_text (bytes, 0, 1000, NULL, NULL);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* Wide and white but for its left half, which is black; as bytes of @type. */
static GBytes *
make_picture (int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "comark-picture-XXXXXX", NULL);
  int fd = g_mkstemp (path);
  char *data;
  gsize length;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_rectangle (cr, 0, 0, width / 2.0, height);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png (surface, path);
  cairo_surface_destroy (surface);
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  close (fd);
  unlink (path);
  return g_bytes_new_take (data, length);
}

static void
test_a_picture_is_one_page (void)
{
  g_autoptr (GBytes) picture = make_picture (400, 200);
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (picture);
  g_autofree char *text = NULL;
  double width = 0, height = 0;

  g_assert_cmpint (reader_open (reader, NULL), ==, 1);
  g_assert_cmpint (comark_reader_get_kind (reader), ==, COMARK_DOCUMENT_KIND_PNG);
  g_assert_true (reader_size (reader, 0, &width, &height, NULL));
  g_assert_cmpfloat (width, ==, 300);
  g_assert_cmpfloat (height, ==, 150);
  g_autoptr (ComarkPageImage) image = reader_render (reader, 0, 100, NULL);
  const guint8 *pixels = g_bytes_get_data (image->pixels, NULL);
  g_assert_cmpint (image->height, ==, 50);
  g_assert_cmpint (pixels[25 * image->stride + 10 * 4], ==, 0);
  g_assert_cmpint (pixels[25 * image->stride + 90 * 4], ==, 255);
  text = reader_text (reader, 0, NULL);
  g_assert_cmpstr (text, ==, "");
}

static void
test_a_photograph_is_turned_upright (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("COMARK_TEST_DATA"), "sideways.jpg", NULL);
  g_autoptr (ComarkReader) reader = comark_reader_new_for_path (path, NULL);
  double width = 0, height = 0;

  g_assert_nonnull (reader);
  g_assert_true (reader_size (reader, 0, &width, &height, NULL));
  g_assert_cmpfloat (width, ==, 45); /* stored 100 x 60, to be turned by a quarter */
  g_assert_cmpfloat (height, ==, 75);
}

static void
test_other_kinds_are_refused_kindly (void)
{
  static const char *const others[] = { "PK\3\4 not for here", "\x01\x02\x03\x04", "%!PS hello" };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (others[i], strlen (others[i]));
      g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (bytes);
      g_autoptr (GError) error = NULL;
      g_assert_cmpint (reader_open (reader, &error), ==, -1);
      g_assert_error (error, COMARK_READER_ERROR, COMARK_READER_ERROR_KIND);
      g_assert_cmpstr (error->message, ==,
                       "Comark cannot show this kind of document here. Save a copy and open it "
                       "with your own program.");
    }
}

static void
test_a_file_is_read_from_its_start_wherever_it_stands (void)
{
  g_autoptr (GBytes) leaflet = make_leaflet (2);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "comark-leaflet-XXXXXX", NULL);
  int fd = g_mkstemp (path);
  gsize length;
  gconstpointer data = g_bytes_get_data (leaflet, &length);

  g_assert_cmpint (write (fd, data, length), ==, (gssize) length); /* stands at its end now */
  g_autoptr (ComarkReader) reader = comark_reader_new_for_fd (fd, NULL);
  close (fd);
  unlink (path);
  g_assert_nonnull (reader);
  g_assert_cmpint (reader_open (reader, NULL), ==, 2);
}

static void
test_only_a_regular_file_is_read (void)
{
  static const char *const paths[] = { "/dev/zero", "/", "/nowhere/at-all.pdf" };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (comark_reader_new_for_path (paths[i], &error));
      g_assert_error (error, COMARK_READER_ERROR, COMARK_READER_ERROR_DAMAGED);
    }
}

static void
test_text_is_extracted_without_a_main_loop (void)
{
  g_autoptr (GBytes) leaflet = make_leaflet (5);
  g_autofree char *all = comark_reader_extract_text (leaflet, 0, 100000, NULL, NULL);
  g_autofree char *two = comark_reader_extract_text (leaflet, 2, 100000, NULL, NULL);
  g_autofree char *few = comark_reader_extract_text (leaflet, 0, 10, NULL, NULL);

  g_assert_nonnull (strstr (all, "Page 5 of the leaflet"));
  g_assert_nonnull (strstr (two, "\fPage 2"));
  g_assert_null (strstr (two, "Page 3"));
  g_assert_cmpstr (few, ==, "Page 1 of ");
  g_assert_cmpint (comark_reader_count_pages (leaflet, NULL, NULL), ==, 5);
}

static gpointer
extract_in_thread (gpointer leaflet)
{
  return comark_reader_extract_text (leaflet, 0, 1000, NULL, NULL);
}

static void
test_several_threads_may_extract_at_once (void)
{
  g_autoptr (GBytes) leaflet = make_leaflet (2);
  GThread *threads[4];

  for (int i = 0; i < 4; i++)
    threads[i] = g_thread_new ("extract", extract_in_thread, leaflet);
  for (int i = 0; i < 4; i++)
    {
      g_autofree char *text = g_thread_join (threads[i]);
      g_assert_nonnull (strstr (text, "Page 2 of the leaflet"));
    }
}

typedef struct
{
  guint n_left;
  int n_done, n_cancelled;
} Tally;

static void
on_rendered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Tally *tally = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkPageImage) image
    = comark_reader_render_page_finish (COMARK_READER (source), result, &error);

  tally->n_left--;
  tally->n_done += image != NULL;
  tally->n_cancelled += g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
run_until_none_left (Tally *tally)
{
  while (tally->n_left > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_cancelled_requests_are_dropped (void)
{
  g_autoptr (GBytes) leaflet = make_leaflet (20);
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (leaflet);
  g_autoptr (GCancellable) stale = g_cancellable_new ();
  Tally tally = { 0 };

  for (int i = 0; i < 20; i++, tally.n_left++)
    comark_reader_render_page_async (reader, i, 800, i < 19 ? stale : NULL, on_rendered_cb,
                                     &tally);
  g_cancellable_cancel (stale);
  run_until_none_left (&tally);
  g_assert_cmpint (tally.n_cancelled, ==, 19);
  g_assert_cmpint (tally.n_done, ==, 1);
}

static void
test_closing_answers_all_that_waits (void)
{
  g_autoptr (GBytes) leaflet = make_leaflet (20);
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (leaflet);
  g_autoptr (GError) error = NULL;
  Tally tally = { 0 };

  for (int i = 0; i < 20; i++, tally.n_left++)
    comark_reader_render_page_async (reader, i, 800, NULL, on_rendered_cb, &tally);
  comark_reader_close (reader);
  run_until_none_left (&tally);
  g_assert_cmpint (tally.n_done + tally.n_cancelled, ==, 20);
  g_assert_cmpint (tally.n_cancelled, >=, 19);
  g_assert_cmpint (reader_open (reader, &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_requests_outlive_the_last_reference (void)
{
  g_autoptr (GBytes) leaflet = make_leaflet (3);
  ComarkReader *reader = comark_reader_new_for_bytes (leaflet);
  Tally tally = { 0 };

  for (int i = 0; i < 3; i++, tally.n_left++)
    comark_reader_render_page_async (reader, i, 400, NULL, on_rendered_cb, &tally);
  g_object_unref (reader);
  run_until_none_left (&tally);
  g_assert_cmpint (tally.n_done, ==, 3);
}

static void
open_and_drop (GBytes *leaflet)
{
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (leaflet);
  g_autoptr (ComarkPageImage) image = reader_render (reader, 0, 100, NULL);

  g_assert_nonnull (image);
}

static void
test_fifty_openings_leave_nothing_behind (void)
{
  g_autoptr (GBytes) leaflet = make_leaflet (1);
  int n_ending;

  open_and_drop (leaflet); /* GLib's own worker thread and its descriptors */
  wait_for_helpers (0);
  int n_before = count_open_fds ();
  for (int i = 0; i < 50; i++)
    open_and_drop (leaflet);
  wait_for_helpers (0);
  g_autoptr (GArray) helpers = list_helpers (&n_ending);
  g_assert_cmpuint (helpers->len, ==, 0);
  g_assert_cmpint (n_ending, ==, 0);
  for (int i = 0; i < 100 && count_open_fds () > n_before; i++)
    g_usleep (10000);
  g_assert_cmpint (count_open_fds (), <=, n_before);
}

static void
test_the_policy_manual_reads_whole (void)
{
  g_autoptr (GBytes) policy = load_policy ();

  if (policy == NULL)
    {
      g_test_skip ("The Debian package debian-policy is not installed.");
      return;
    }
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (policy);
  int n_pages = reader_open (reader, NULL);
  g_assert_cmpint (n_pages, >, 150);
  for (int i = 0; i < n_pages; i += 48)
    {
      g_autoptr (ComarkPageImage) image = reader_render (reader, i, 1000, NULL);
      g_assert_nonnull (image);
      g_assert_cmpint (image->width, ==, 1000);
      g_assert_cmpint (image->height, >, 1200);
      g_assert_true (has_ink (image));
    }
  g_autofree char *text = comark_reader_extract_text (policy, 3, 100000, NULL, NULL);
  g_assert_nonnull (strstr (text, "Debian Policy Manual"));
}

static void
test_the_helper_is_found_where_it_was_built (void)
{
  g_autofree char *built = comark_reader_locate ();

  g_assert_true (g_file_test (built, G_FILE_TEST_IS_EXECUTABLE));
  g_setenv ("COMARK_READER", "not/absolute", TRUE);
  g_autofree char *relative = comark_reader_locate ();
  g_assert_cmpstr (relative, ==, built);
  g_setenv ("COMARK_READER", "/nowhere/comark-reader", TRUE);
  g_autofree char *named = comark_reader_locate ();
  g_assert_cmpstr (named, ==, "/nowhere/comark-reader");
  g_autoptr (GBytes) leaflet = make_leaflet (1);
  g_autoptr (GError) error = NULL;
  g_assert_cmpint (comark_reader_count_pages (leaflet, NULL, &error), ==, -1);
  g_assert_error (error, COMARK_READER_ERROR, COMARK_READER_ERROR_FAILED);
  g_unsetenv ("COMARK_READER");
}

#define ADD(name, func) g_test_add_func ("/document/reader/" name, func)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-document-opens-with-title-and-pages", test_a_document_opens_with_title_and_pages);
  ADD ("a-page-is-drawn-at-the-width-asked", test_a_page_is_drawn_at_the_width_asked);
  ADD ("any-width-is-held-to-bounds", test_any_width_is_held_to_bounds);
  ADD ("text-and-size-come-with-the-page", test_text_and_size_come_with_the_page);
  ADD ("a-page-that-is-not-there-is-refused", test_a_page_that_is_not_there_is_refused);
  ADD ("plain-text-becomes-pages", test_plain_text_becomes_pages);
  ADD ("text-encodings-become-utf8", test_text_encodings_become_utf8);
  ADD ("a-picture-is-one-page", test_a_picture_is_one_page);
  ADD ("a-photograph-is-turned-upright", test_a_photograph_is_turned_upright);
  ADD ("other-kinds-are-refused-kindly", test_other_kinds_are_refused_kindly);
  ADD ("a-file-is-read-from-its-start", test_a_file_is_read_from_its_start_wherever_it_stands);
  ADD ("only-a-regular-file-is-read", test_only_a_regular_file_is_read);
  ADD ("text-is-extracted-without-a-main-loop", test_text_is_extracted_without_a_main_loop);
  ADD ("several-threads-may-extract-at-once", test_several_threads_may_extract_at_once);
  ADD ("cancelled-requests-are-dropped", test_cancelled_requests_are_dropped);
  ADD ("closing-answers-all-that-waits", test_closing_answers_all_that_waits);
  ADD ("requests-outlive-the-last-reference", test_requests_outlive_the_last_reference);
  ADD ("fifty-openings-leave-nothing-behind", test_fifty_openings_leave_nothing_behind);
  ADD ("the-policy-manual-reads-whole", test_the_policy_manual_reads_whole);
  ADD ("the-helper-is-found-where-it-was-built", test_the_helper_is_found_where_it_was_built);
  return g_test_run ();
}
