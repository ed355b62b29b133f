/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long a page flip takes through the reader's helper process, beside pdftoppm drawing the
 * same pages at the same width in one run (its start divided over all of them).
 */
#include <glib/gstdio.h>
#include <stdlib.h>

#include "../document/reader-util.h"

#define WIDTH_PX 1000
#define FIRST_PAGE 20
#define N_PAGES 50

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

/* Pages in an order that no cache would guess; 17 and 50 have no common factor. */
static void
time_flips (ComarkReader *reader, gint64 *times_us)
{
  for (int i = 0; i < N_PAGES; i++)
    {
      gint64 start_us = g_get_monotonic_time ();
      g_autoptr (ComarkPageImage) image
        = reader_render (reader, FIRST_PAGE + i * 17 % N_PAGES, WIDTH_PX, NULL);
      g_assert_nonnull (image);
      times_us[i] = g_get_monotonic_time () - start_us;
    }
  qsort (times_us, N_PAGES, sizeof *times_us, compare_times);
}

static double
time_pdftoppm (const char *path)
{
  g_autofree char *first = g_strdup_printf ("%d", FIRST_PAGE + 1);
  g_autofree char *last = g_strdup_printf ("%d", FIRST_PAGE + N_PAGES);
  g_autofree char *width = g_strdup_printf ("%d", WIDTH_PX);
  gint64 start_us = g_get_monotonic_time ();
  g_autoptr (GSubprocess) process
    = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, NULL, "pdftoppm", "-f", first, "-l",
                        last, "-scale-to-x", width, "-scale-to-y", "-1", path, NULL);

  if (process == NULL || !g_subprocess_wait_check (process, NULL, NULL))
    return 0;
  return (double) (g_get_monotonic_time () - start_us) / N_PAGES;
}

static double
time_opening (GBytes *document)
{
  gint64 start_us = g_get_monotonic_time ();
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (document);
  g_autoptr (ComarkPageImage) image = reader_render (reader, 0, WIDTH_PX, NULL);

  return image != NULL ? (double) (g_get_monotonic_time () - start_us) / 1000 : -1;
}

int
main (void)
{
  g_autoptr (GBytes) policy = load_policy ();
  gint64 times_us[N_PAGES];

  if (policy == NULL)
    {
      g_print ("bench-pages: the Debian package debian-policy is not installed\n");
      return 77;
    }
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "comark-bench-XXXXXX", NULL);
  g_close (g_mkstemp (path), NULL);
  gsize length;
  const char *data = g_bytes_get_data (policy, &length);
  g_file_set_contents (path, data, (gssize) length, NULL);
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (policy);
  g_print ("cold: start, open, first page %.0f ms\n", time_opening (policy));
  time_flips (reader, times_us);
  double floor_us = time_pdftoppm (path);
  g_remove (path);
  g_print ("page flip at %d px: median %.1f ms, p95 %.1f ms\n", WIDTH_PX,
           (double) times_us[N_PAGES / 2] / 1000, (double) times_us[N_PAGES * 95 / 100] / 1000);
  if (floor_us > 0)
    g_print ("pdftoppm, same pages: %.1f ms a page; ratio %.2f\n", floor_us / 1000,
             (double) times_us[N_PAGES / 2] / floor_us);
  return 0;
}
