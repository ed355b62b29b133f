/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The practice submission in its window: read, rate in the same form, then the model answers.
 */
#include "tab-host.h"

#include "comark-desk-practice.h"
#include "comark-practice-window.h"
#include "comark-rating-form.h"

typedef struct
{
  Panel *panel;
  TabHost *host;
  GtkWidget *window;
} Fixture;

static gboolean
on_time_over_cb (gpointer data)
{
  g_error ("waited too long");
  return G_SOURCE_REMOVE;
}

#define WAIT_UNTIL(condition)                                        \
  G_STMT_START                                                       \
  {                                                                  \
    guint over = g_timeout_add_seconds (10, on_time_over_cb, NULL);  \
    while (!(condition))                                             \
      g_main_context_iteration (NULL, TRUE);                         \
    g_source_remove (over);                                          \
  }                                                                  \
  G_STMT_END

static GtkWidget *
find_window (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *one = windows; one != NULL; one = one->next)
    if (COMARK_IS_PRACTICE_WINDOW (one->data))
      return one->data;
  return NULL;
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
click (Fixture *fixture, const char *label)
{
  GtkWidget *button = find_button (fixture->window, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->panel = panel_new ();
  panel_go_to (fixture->panel, STEP_IN_REVIEW);
  panel_worked (comark_desk_set_setting (panel_as (fixture->panel, ADMIN), "practice-first", "yes",
                                         &error),
                &error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fixture->window = find_window ();
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  tab_host_close (fixture->host);
  panel_free (fixture->panel);
}

static void
open_it (Fixture *fixture)
{
  fixture->host = tab_host_open (fixture->panel, E2);
  comark_practice_window_present (GTK_WIDGET (fixture->host->window));
  fixture->window = find_window ();
  g_assert_nonnull (fixture->window);
  WAIT_UNTIL (tab_host_says (fixture->window, "Nobody locks the door"));
  /* the focus moves among what has been laid out */
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
answer (Fixture *fixture, const char *criterion, ComarkValue value)
{
  g_autoptr (GError) error = NULL;

  panel_worked (comark_desk_save_practice_rating (panel_as (fixture->panel, E2), criterion, value,
                                                  "I saw it.", COMARK_STRENGTH_SHOWN, &error),
                &error);
}

/* What is given by key is there when it is opened again. */
static void
test_answers_are_kept (Fixture *fixture, gconstpointer data)
{
  GtkWidget *form;

  open_it (fixture);
  form = tab_host_find (fixture->window, COMARK_TYPE_RATING_FORM);
  g_assert_true (tab_host_says (form, "frightened them"));
  g_assert_false (gtk_widget_is_sensitive (find_button (fixture->window, "Model answers")));
  gtk_widget_grab_focus (form);
  for (int i = 0; i < 3; i++)
    gtk_widget_child_focus (fixture->window, GTK_DIR_DOWN);
  g_assert_cmpint (comark_rating_form_get_value (COMARK_RATING_FORM (form)), ==, 3);
  click (fixture, "Next");
  click (fixture, "Previous");
  g_assert_cmpint (comark_rating_form_get_value (COMARK_RATING_FORM (form)), ==, 3);
  WAIT_UNTIL (tab_host_says (fixture->window, "Kept"));
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (ComarkPracticeSheet) sheet
      = comark_desk_open_practice (panel_as (fixture->panel, E2), &error);

    g_assert_no_error (error);
    g_assert_cmpuint (sheet->ratings->len, ==, 1);
  }
}

static void
test_model_answers_and_done (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  answer (fixture, "A1", 4);
  answer (fixture, "C1", 2);
  answer (fixture, "D2", 0);
  answer (fixture, "E1", 2);
  answer (fixture, "F1", 3);
  open_it (fixture);
  click (fixture, "Model answers");
  g_assert_true (tab_host_says (fixture->window, "You see it as the model answer does."));
  g_assert_true (tab_host_says (fixture->window, "Yours is one of the answers"));
  g_assert_true (tab_host_says (fixture->window, "in another way"));
  click (fixture, "I have read them");
  WAIT_UNTIL (find_window () == NULL);
  panel_worked (comark_desk_save_rating (panel_as (fixture->panel, E2), fixture->panel->ref, "C1",
                                         3, "Because.", COMARK_STRENGTH_SHOWN, 0, NULL, NULL,
                                         &error),
                &error);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/practice/kept", test_answers_are_kept);
  ADD ("/practice/model-answers", test_model_answers_and_done);
  return g_test_run ();
}
