/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows one tab of a practice submission at any step, to look at:
 *   tab-viewer STEP WHO TAB [WIDTH HEIGHT] with numbers as in panel-fixture.h
 */
#include "tab-host.h"

static gboolean
on_close_cb (GtkWindow *window, GMainLoop *loop)
{
  g_main_loop_quit (loop);
  return FALSE;
}

static int
number (char **argv, int argc, int index, int otherwise)
{
  return index < argc ? (int) g_ascii_strtoll (argv[index], NULL, 10) : otherwise;
}

int
main (int argc, char **argv)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Panel *panel = NULL;
  TabHost *host;

  adw_init ();
  panel = panel_new ();
  panel_go_to (panel, number (argv, argc, 1, STEP_PREPARING));
  host = tab_host_open (panel, number (argv, argc, 2, ADMIN));
  gtk_window_set_default_size (GTK_WINDOW (host->window), number (argv, argc, 4, 1020),
                               number (argv, argc, 5, 760));
  gtk_window_set_title (GTK_WINDOW (host->window), "Tab viewer");
  comark_submission_page_show_tab (host->page, argc > 3 ? argv[3] : "overview");
  g_signal_connect (host->window, "close-request", G_CALLBACK (on_close_cb), loop);
  g_main_loop_run (loop);
  panel_free (panel);
  return 0;
}
