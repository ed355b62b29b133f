/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages of office documents: what a LibreOffice that behaves badly can do (a script in its place),
 * what is kept, and the real one where it is installed.
 */
#include "comark-office.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "comark-office-cache.h"
#include "reader-util.h"

#define PDF "printf '%%PDF-1.4 %s' \"$(cat $document | wc -c)\" >/work/out/document.pdf\n"

static char *home;

static GBytes *
make_letter (const char *words)
{
  GString *letter = g_string_new (NULL);

  g_string_printf (letter, "{\\rtf1\\ansi %s\\par}", words);
  return g_string_free_to_bytes (letter);
}

/* A script that is run instead of LibreOffice; $document is the file it was given. */
static void
install (const char *script)
{
  g_autofree char *path = g_build_filename (home, "soffice", NULL);
  g_autofree char *words
    = g_strconcat ("#!/bin/sh\nfor document; do :; done\n", script, NULL);

  g_assert_true (g_file_set_contents_full (path, words, -1, G_FILE_SET_CONTENTS_NONE, 0755, NULL));
  g_setenv ("COMARK_SOFFICE", path, TRUE);
}

static gboolean
skip_without_walls (void)
{
  const char *const probe[] = { "bwrap", "--unshare-all", "--ro-bind", "/", "/", "true", NULL };
  g_autoptr (GSubprocess) process
    = g_subprocess_newv (probe, G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL);

  if (process != NULL && g_subprocess_wait_check (process, NULL, NULL))
    return FALSE;
  g_test_skip ("bubblewrap does not work here.");
  return TRUE;
}

static guint
count_scratch (void)
{
  g_autoptr (GDir) dir = g_dir_open (g_get_tmp_dir (), 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_prefix (name, "comark-office-");
  return n;
}

static char *
convert (const char *words, int time_limit_ms, GError **error)
{
  g_autoptr (GBytes) letter = make_letter (words);
  g_autoptr (GBytes) pdf = comark_office_convert (letter, time_limit_ms, NULL, error);
  gsize length = 0;
  const char *data = pdf ? g_bytes_get_data (pdf, &length) : NULL;

  return pdf != NULL ? g_strndup (data, length) : NULL;
}

static void
test_pages_are_made_once (void)
{
  g_autoptr (GError) error = NULL;

  if (skip_without_walls ())
    return;
  install (PDF);
  g_autofree char *first = convert ("once", 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (first, ==, "%PDF-1.4 21");
  install ("exit 1\n");
  g_autofree char *second = convert ("once", 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (second, ==, first);
  g_assert_cmpuint (count_scratch (), ==, 0);
}

/* It sees its one file and the system, and can change neither. */
static void
test_it_is_kept_apart (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *secret = g_build_filename (home, "secret", NULL);

  if (skip_without_walls ())
    return;
  g_file_set_contents (secret, "private", -1, NULL);
  g_autofree char *script = g_strdup_printf (
    "{ printf '%%%%PDF-1.4 '; cat %s /etc/shadow /etc/passwd 2>/dev/null; ls /root /home/.. "
    "2>/dev/null; echo x >>$document 2>/dev/null && echo written; touch /usr/x 2>/dev/null && "
    "echo touched; grep -c : /proc/net/dev; ls /proc | grep -c '^[0-9]'; echo $USER$XDG_CACHE_HOME;"
    " } >/work/out/document.pdf\n",
    secret);
  install (script);
  g_autofree char *seen = convert ("apart", 0, &error);
  g_assert_no_error (error);
  g_test_message ("%s", seen);
  g_assert_null (strstr (seen, "private"));
  g_assert_null (strstr (seen, "root:"));
  g_assert_null (strstr (seen, "written"));
  g_assert_null (strstr (seen, "touched"));
  g_assert_null (strstr (seen, home));
  /* One network device, to itself; and only its own processes. */
  g_assert_nonnull (strstr (seen, "\n1\n"));
}

static void
test_a_result_that_is_none_is_refused (void)
{
  static const char *const scripts[] = {
    "exit 0\n",
    "echo no pdf >/work/out/document.pdf\n",
    PDF "exit 3\n",
    "ln -s /etc/passwd /work/out/document.pdf\n",
    "ln -s /work/out/document.pdf /work/out/document.pdf\n",
    "mkdir /work/out/document.pdf\n",
    "mkfifo /work/out/document.pdf\n",
    "printf %%PDF >/work/out/document.pdf; dd if=/dev/zero bs=1M count=200 "
    ">>/work/out/document.pdf\n",
    "kill -9 $$\n",
  };

  if (skip_without_walls ())
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autoptr (GError) error = NULL;
      install (scripts[i]);
      g_autofree char *pdf = convert ("refused", 0, &error);
      g_assert_null (pdf);
      g_assert_error (error, COMARK_OFFICE_ERROR, COMARK_OFFICE_ERROR_FAILED);
      g_assert_cmpuint (count_scratch (), ==, 0);
    }
}

/* What is left of a run: processes that sleep for just this long. */
static gboolean
is_sleeping (const char *seconds)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc", 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename ("/proc", name, "cmdline", NULL);
      g_autofree char *words = NULL;
      gsize length = 0;
      if (g_file_get_contents (path, &words, &length, NULL) && length > 6
          && g_str_equal (words, "sleep") && g_str_equal (words + 6, seconds))
        return TRUE;
    }
  return FALSE;
}

static void
test_one_that_hangs_is_stopped_with_all_it_started (void)
{
  g_autoptr (GError) error = NULL;

  if (skip_without_walls ())
    return;
  install ("sleep 1234.5 & sleep 1234.5\n");
  gint64 start_us = g_get_monotonic_time ();
  g_autofree char *pdf = convert ("hangs", 500, &error);
  g_assert_null (pdf);
  g_assert_error (error, COMARK_OFFICE_ERROR, COMARK_OFFICE_ERROR_SLOW);
  g_assert_cmpint (g_get_monotonic_time () - start_us, <, 5 * G_TIME_SPAN_SECOND);
  for (int i = 0; i < 100 && is_sleeping ("1234.5"); i++)
    g_usleep (20000);
  g_assert_false (is_sleeping ("1234.5"));
  g_assert_cmpuint (count_scratch (), ==, 0);
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
cancel_cb (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_REMOVE;
}

static void
test_a_person_can_stop_it (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) letter = make_letter ("stopped");

  if (skip_without_walls ())
    return;
  install ("sleep 4321.5\n");
  comark_office_convert_async (letter, cancellable, keep_result, &result);
  g_timeout_add (300, cancel_cb, cancellable);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (comark_office_convert_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  /* The answer comes at once; the thread tidies up behind it. */
  for (int i = 0; i < 200 && (is_sleeping ("4321.5") || count_scratch () > 0); i++)
    g_usleep (20000);
  g_assert_false (is_sleeping ("4321.5"));
  g_assert_cmpuint (count_scratch (), ==, 0);
}

static void
test_without_libreoffice_it_says_what_to_do (void)
{
  g_autoptr (GError) error = NULL;

  g_setenv ("COMARK_SOFFICE", "/nowhere/soffice", TRUE);
  g_assert_false (comark_office_is_there (&error));
  g_assert_error (error, COMARK_OFFICE_ERROR, COMARK_OFFICE_ERROR_MISSING);
  g_assert_nonnull (strstr (error->message, "LibreOffice Writer is installed"));
  g_clear_error (&error);
  g_autofree char *pdf = convert ("missing", 0, &error);
  g_assert_null (pdf);
  g_assert_error (error, COMARK_OFFICE_ERROR, COMARK_OFFICE_ERROR_MISSING);
}

/* The one used longest ago goes. */
static void
test_what_is_kept_is_bounded (void)
{
  g_autofree char *words = g_strnfill (1000, 'x');

  memcpy (words, "%PDF-", 5);
  comark_office_cache_trim (0);
  for (int i = 0; i < 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("%064d", i);
      g_autoptr (GBytes) pdf = g_bytes_new (words, 1000);
      comark_office_cache_write (name, pdf);
      g_autofree char *file = g_strconcat (name, ".pdf", NULL);
      g_autofree char *path
        = g_build_filename (g_get_user_cache_dir (), "comark", "pages", file, NULL);
      struct stat info;
      g_assert_cmpint (stat (path, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 0777, ==, 0600);
      const struct timespec times[2] = { { .tv_sec = 1000 + i }, { .tv_sec = 1000 + i } };
      utimensat (AT_FDCWD, path, times, 0);
    }
  g_autofree char *first = g_strdup_printf ("%064d", 0), *second = g_strdup_printf ("%064d", 1);
  g_autoptr (GBytes) used = comark_office_cache_read (first);
  g_assert_nonnull (used);
  comark_office_cache_trim (4000);
  g_autoptr (GBytes) kept = comark_office_cache_read (first);
  g_autoptr (GBytes) gone = comark_office_cache_read (second);
  g_assert_nonnull (kept);
  g_assert_null (gone);
}

static void
test_libreoffice_itself_makes_pages (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) letter = make_letter ("Dear panel, we met on Monday.");

  g_unsetenv ("COMARK_SOFFICE");
  if (!comark_office_is_there (NULL))
    {
      g_test_skip ("LibreOffice is not installed.");
      return;
    }
  if (skip_without_walls ())
    return;
  g_autoptr (GBytes) pdf = comark_office_convert (letter, 0, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (pdf);
  g_assert_cmpint (reader_open (reader, &error), ==, 1);
  g_autofree char *text = reader_text (reader, 0, &error);
  g_assert_nonnull (strstr (text, "Dear panel, we met on Monday."));
}

#define ADD(name, func) g_test_add_func ("/document/office/" name, func)

int
main (int argc, char *argv[])
{
  home = g_dir_make_tmp ("comark-test-office-XXXXXX", NULL);
  g_setenv ("XDG_CACHE_HOME", home, TRUE);
  g_setenv ("TMPDIR", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  ADD ("pages-are-made-once", test_pages_are_made_once);
  ADD ("it-is-kept-apart", test_it_is_kept_apart);
  ADD ("a-result-that-is-none-is-refused", test_a_result_that_is_none_is_refused);
  ADD ("one-that-hangs-is-stopped-with-all-it-started",
       test_one_that_hangs_is_stopped_with_all_it_started);
  ADD ("a-person-can-stop-it", test_a_person_can_stop_it);
  ADD ("without-libreoffice-it-says-what-to-do", test_without_libreoffice_it_says_what_to_do);
  ADD ("what-is-kept-is-bounded", test_what_is_kept_is_bounded);
  ADD ("libreoffice-itself-makes-pages", test_libreoffice_itself_makes_pages);
  return g_test_run ();
}
