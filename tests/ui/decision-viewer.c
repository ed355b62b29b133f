/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows the Decision tab at a step of a panel's work, for looking at it:
 *   decision-viewer STEP WHO [WIDTH HEIGHT]   (numbers of panel-fixture.h)
 * In the environment: SAME=1 (all rate the same), CHOOSE=criterion, TABLE=1, SCROLL=pixels.
 */
#include "comark-decision-page.h"
#include "comark-matrix-section.h"
#include "panel-window.h"

static gboolean
on_closed_cb (GMainLoop *loop)
{
  g_main_loop_quit (loop);
  return FALSE;
}

/* Ratings that differ, so that there is something to talk about. */
static void
rate_variously (Panel *panel)
{
  static const Who raters[] = { E1, E2, S1, S2 };
  g_auto (GStrv) criteria = panel_criteria (panel);
  g_autoptr (GError) error = NULL;

  for (guint who = 0; who < G_N_ELEMENTS (raters); who++)
    {
      for (guint i = 0; criteria[i] != NULL; i++)
        {
          ComarkValue value = (ComarkValue) (4 - (i * (who / 2 + 1) + who) % (i % 4 == 0 ? 4 : 2));
          if (i == 3 && who == 1)
            value = COMARK_VALUE_CANNOT_TELL;
          panel_rate (panel, raters[who], criteria[i], value);
        }
      panel_worked (comark_desk_submit_review (panel_as (panel, raters[who]), panel->ref, &error),
                    &error);
    }
  panel->step = STEP_RATED;
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
scroll (gpointer data)
{
  GtkWidget *scroller = find (data, GTK_TYPE_SCROLLED_WINDOW);

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)),
                            atoi (g_getenv ("SCROLL")));
  return G_SOURCE_REMOVE;
}

static void
follow_environment (PanelWindow *window)
{
  GtkWidget *matrix = find (GTK_WIDGET (window), COMARK_TYPE_MATRIX_SECTION);

  if (g_getenv ("CHOOSE") != NULL)
    comark_matrix_section_choose (COMARK_MATRIX_SECTION (matrix), g_getenv ("CHOOSE"));
  if (g_getenv ("TABLE") != NULL)
    gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (find (matrix, GTK_TYPE_TOGGLE_BUTTON)), TRUE);
  if (g_getenv ("SCROLL") != NULL)
    g_timeout_add (1000, scroll, window);
}

int
main (int argc, char **argv)
{
  int step = argc > 1 ? atoi (argv[1]) : STEP_IN_MEETING;
  Who who = argc > 2 ? (Who) atoi (argv[2]) : E1;
  Panel *panel;
  PanelWindow *window;
  GMainLoop *loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GtkCssProvider) css = gtk_css_provider_new ();

  gtk_init ();
  adw_init ();
  gtk_css_provider_load_from_resource (css, "/org/comark/Comark/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  panel = panel_new ();
  panel_go_to (panel, MIN (step, STEP_IN_REVIEW));
  if (step >= STEP_RATED && g_getenv ("SAME") == NULL)
    rate_variously (panel);
  panel_go_to (panel, (Step) step);
  window = panel_window_new (panel, who, COMARK_TYPE_DECISION_PAGE);
  gtk_window_set_default_size (GTK_WINDOW (window), argc > 3 ? atoi (argv[3]) : 1280,
                               argc > 4 ? atoi (argv[4]) : 800);
  g_signal_connect_swapped (window, "close-request", G_CALLBACK (on_closed_cb), loop);
  follow_environment (window);
  gtk_window_present (GTK_WINDOW (window));
  g_main_loop_run (loop);
  panel_free (panel);
  return 0;
}
