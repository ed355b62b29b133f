/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window around one page view, to look at it and to drive it: page-viewer [FILE [PAGE [WIDTH]]].
 */
#include <stdlib.h>

#include "comark-page-view.h"

static char **arguments;

static void
on_activate_cb (GtkApplication *app)
{
  GtkWidget *window = adw_application_window_new (app);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *view = comark_page_view_new ();
  g_autoptr (GError) error = NULL;

  gtk_widget_set_vexpand (view, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), view);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), "Pages");
  int n = (int) g_strv_length (arguments);
  gtk_window_set_default_size (GTK_WINDOW (window), n > 3 ? atoi (arguments[3]) : 700, 760);
  if (n > 1)
    {
      g_autoptr (ComarkReader) reader = comark_reader_new_for_path (arguments[1], &error);
      if (reader != NULL)
        comark_page_view_set_reader (COMARK_PAGE_VIEW (view), reader,
                                     n > 2 ? atoi (arguments[2]) - 1 : 0);
      else
        comark_page_view_set_error (COMARK_PAGE_VIEW (view), error->message);
    }
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) app
    = adw_application_new ("org.comark.PageViewer", G_APPLICATION_NON_UNIQUE);

  arguments = argv;
  g_application_set_resource_base_path (G_APPLICATION (app), "/org/comark/Comark");
  g_signal_connect (app, "activate", G_CALLBACK (on_activate_cb), NULL);
  return g_application_run (G_APPLICATION (app), 1, argv);
}
