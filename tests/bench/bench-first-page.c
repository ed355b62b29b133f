/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In a running window: how long from the click on a document to its first page painted, each time
 * with a new helper process; and from a turn to the next page painted. Prints two medians in
 * milliseconds.
 *
 *   bench-first-page FILE [ROUNDS]
 */
#include <stdlib.h>
#include <string.h>

#include "comark-page-view.h"

#define LONGEST_US (30 * G_TIME_SPAN_SECOND)
#define MAX_ROUNDS 99

static gboolean painted;

static void
on_painted_cb (GdkFrameClock *clock)
{
  painted = TRUE;
}

/* The number of pages is none while a document is opened; what was said before still stands. */
static gboolean
shows (GtkWidget *view, const char *said)
{
  GtkLabel *status = GTK_LABEL (
    gtk_widget_get_template_child (view, COMARK_TYPE_PAGE_VIEW, "status_label"));
  int n_pages = 0;

  g_object_get (view, "n-pages", &n_pages, NULL);
  return n_pages > 0 && g_str_has_prefix (gtk_label_get_label (status), said);
}

/* Until the view says it shows @page, and then until a frame is on the screen. */
static double
wait_for_page (GtkWidget *view, int page, gint64 start_us)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (view);
  g_autofree char *said = g_strdup_printf ("Page %d of", page + 1);
  gulong id;

  while (!shows (view, said) && g_get_monotonic_time () < start_us + LONGEST_US)
    g_main_context_iteration (NULL, TRUE);
  painted = FALSE;
  id = g_signal_connect (clock, "after-paint", G_CALLBACK (on_painted_cb), NULL);
  gtk_widget_queue_draw (view);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);
  return (double) (g_get_monotonic_time () - start_us) / 1000.0;
}

static int
compare (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double *times, int n)
{
  qsort (times, (size_t) n, sizeof *times, compare);
  return times[n / 2];
}

static double
open_once (GtkWidget *view, const char *path)
{
  gint64 start_us = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkReader) reader = comark_reader_new_for_path (path, &error);

  g_assert_no_error (error);
  comark_page_view_set_reader (COMARK_PAGE_VIEW (view), reader, 0);
  return wait_for_page (view, 0, start_us);
}

static double
turn_once (GtkWidget *view, int page)
{
  gint64 start_us = g_get_monotonic_time ();

  comark_page_view_set_page (COMARK_PAGE_VIEW (view), page);
  return wait_for_page (view, page, start_us);
}

int
main (int argc, char *argv[])
{
  double times[MAX_ROUNDS];
  int n_rounds = argc > 2 ? CLAMP (atoi (argv[2]), 1, MAX_ROUNDS) : 9, n_pages = 0;

  if (argc < 2)
    return 2;
  gtk_init ();
  adw_init ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view = comark_page_view_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1024, 800);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  for (int i = 0; i < 100; i++)
    g_main_context_iteration (NULL, FALSE) ? (void) 0 : g_usleep (2000);
  for (int i = 0; i < n_rounds; i++)
    times[i] = open_once (view, argv[1]);
  g_print ("%.0f", median (times, n_rounds));
  g_object_get (view, "n-pages", &n_pages, NULL);
  for (int i = 0; i < n_rounds; i++)
    times[i] = turn_once (view, (i + 1) * 17 % MAX (n_pages, 1));
  g_print (" %.0f\n", median (times, n_rounds));
  return 0;
}
