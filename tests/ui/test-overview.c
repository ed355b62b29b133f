/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The Overview: its steps are named, and its buttons are what the viewer may do.
 */
#include "tab-host.h"

#include "comark-history-page.h"
#include "comark-overview-acts.h"
#include "comark-overview-page.h"
#include "comark-progress-line.h"

typedef struct
{
  Panel *panel;
  TabHost *host;
  ComarkSubmissionTab *tab;
} Fixture;

static void
open_at (Fixture *fixture, Step step, Who who)
{
  if (fixture->panel == NULL)
    fixture->panel = panel_new ();
  panel_go_to (fixture->panel, step);
  fixture->host = tab_host_open (fixture->panel, who);
  fixture->tab = tab_host_show (fixture->host, "overview", COMARK_TYPE_OVERVIEW_PAGE);
}

static void
close_window (Fixture *fixture)
{
  g_clear_pointer (&fixture->host, tab_host_close);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_window (fixture);
  g_clear_pointer (&fixture->panel, panel_free);
}

static GtkWidget *
find (Fixture *fixture, GType type)
{
  GtkWidget *found = tab_host_find (GTK_WIDGET (fixture->tab), type);

  g_assert_nonnull (found);
  return found;
}

static GtkWidget *
button (Fixture *fixture, ComarkAction action)
{
  ComarkOverviewActs *acts = COMARK_OVERVIEW_ACTS (find (fixture, COMARK_TYPE_OVERVIEW_ACTS));

  return comark_overview_acts_get_button (acts, action);
}

/* ---- the line of steps ---- */

static void
test_steps_are_named (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Interest: Done", "Preparing: Done", "Check: Done",
                                       "Panel: Now",     "Review: Later",   "Meeting: Later",
                                       "Decision: Later", "Closed: Later" };
  GtkWidget *step;

  open_at (fixture, STEP_READY, ADMIN);
  step = find (fixture, COMARK_TYPE_PROGRESS_LINE);
  gtk_test_accessible_assert_role (step, GTK_ACCESSIBLE_ROLE_LIST);
  step = gtk_widget_get_first_child (step);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gtk_test_accessible_assert_role (step, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      gtk_test_accessible_assert_property (step, GTK_ACCESSIBLE_PROPERTY_LABEL, names[i]);
      step = gtk_widget_get_next_sibling (step);
    }
  g_assert_null (step);
}

static void
test_steps_wrap_evenly (Fixture *fixture, gconstpointer data)
{
  GtkWidget *line;
  int all, half, least;

  open_at (fixture, STEP_READY, ADMIN);
  line = find (fixture, COMARK_TYPE_PROGRESS_LINE);
  gtk_widget_measure (line, GTK_ORIENTATION_HORIZONTAL, -1, &least, &all, NULL, NULL);
  gtk_widget_measure (line, GTK_ORIENTATION_VERTICAL, all, NULL, &half, NULL, NULL);
  gtk_widget_measure (line, GTK_ORIENTATION_VERTICAL, all - 1, NULL, &all, NULL, NULL);
  g_assert_cmpint (all, >, 2 * half);
  g_assert_cmpint (all, <, 3 * half);
  gtk_widget_measure (line, GTK_ORIENTATION_VERTICAL, least, NULL, &all, NULL, NULL);
  g_assert_cmpint (all, >, 8 * half);
}

/* ---- what the viewer may do ---- */

/* Those whose button stands exactly where the act may be done. */
static const ComarkAction plain_actions[] = {
  COMARK_ACTION_ACCEPT,    COMARK_ACTION_REDIRECT,     COMARK_ACTION_COMPLETE,
  COMARK_ACTION_SEND_BACK, COMARK_ACTION_INVITE,       COMARK_ACTION_RATE,
  COMARK_ACTION_OPEN_MEETING, COMARK_ACTION_DECIDE,    COMARK_ACTION_RATE_FINAL,
  COMARK_ACTION_SIGN,      COMARK_ACTION_RECORD_TOLD,  COMARK_ACTION_ISSUE_MARK,
  COMARK_ACTION_CLOSE,     COMARK_ACTION_WITHDRAW,     COMARK_ACTION_EDIT_SUBMISSION,
};

static void
assert_buttons_follow (Fixture *fixture)
{
  ComarkDossier *dossier = comark_submission_tab_get_dossier (fixture->tab);

  for (guint i = 0; i < G_N_ELEMENTS (plain_actions); i++)
    {
      ComarkAction action = plain_actions[i];
      gboolean may = comark_dossier_may (dossier, action, NULL);
      if (gtk_widget_get_visible (button (fixture, action)) != may)
        g_error ("%s in %s: button %s", comark_action_nick (action),
                 comark_state_nick (dossier->submission->state), may ? "hidden" : "shown");
    }
}

static void
test_buttons_follow_what_may_be_done (Fixture *fixture, gconstpointer data)
{
  static const Step steps[] = { STEP_PREPARING, STEP_SUBMITTED, STEP_READY, STEP_IN_REVIEW,
                                STEP_IN_MEETING, STEP_DECIDED, STEP_SEALED, STEP_CLOSED };
  static const Who viewers[] = { ADMIN, OWNER, E1, E2 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    for (guint j = 0; j < G_N_ELEMENTS (viewers); j++)
      {
        if (viewers[j] == E2 && steps[i] < STEP_IN_REVIEW)
          continue;
        open_at (fixture, steps[i], viewers[j]);
        assert_buttons_follow (fixture);
        close_window (fixture);
      }
}

static void
test_says_why_a_step_must_wait (Fixture *fixture, gconstpointer data)
{
  g_autofree char *why = NULL;

  open_at (fixture, STEP_SEALED, ADMIN);
  g_assert_false (comark_dossier_may (comark_submission_tab_get_dossier (fixture->tab),
                                      COMARK_ACTION_CLOSE, &why));
  g_assert_true (tab_host_says (GTK_WIDGET (fixture->tab), why));
}

static void
test_act_moves_the_line (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  ComarkSubmissionForm form = { .title = "Leaving hospital", .type = "leaflet" };

  fixture->panel = panel_new ();
  fixture->panel->ref
    = comark_desk_new_submission (panel_as (fixture->panel, OWNER), NULL, &form, &error);
  g_assert_no_error (error);
  fixture->host = tab_host_open (fixture->panel, ADMIN);
  fixture->tab = tab_host_show (fixture->host, "overview", COMARK_TYPE_OVERVIEW_PAGE);
  gtk_widget_activate (button (fixture, COMARK_ACTION_ACCEPT));
  WAIT_FOR (tab_host_says (GTK_WIDGET (fixture->tab), "gather the evidence"));
  g_assert_false (gtk_widget_get_visible (button (fixture, COMARK_ACTION_ACCEPT)));
}

static void
test_counts_are_dashed (Fixture *fixture, gconstpointer data)
{
  open_at (fixture, STEP_RATED, OWNER);
  g_assert_false (tab_host_says (GTK_WIDGET (fixture->tab), "4 of 4"));
  g_assert_false (tab_host_says (GTK_WIDGET (fixture->tab), "review is in"));
  close_window (fixture);
  open_at (fixture, STEP_RATED, ADMIN);
  g_assert_true (tab_host_says (GTK_WIDGET (fixture->tab), "4 of 4"));
}

#define STOPS_AT_MOST 40

static void
test_tab_comes_round_again (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window;
  GtkWidget *first;
  int n = 0;

  open_at (fixture, STEP_IN_MEETING, E1);
  window = GTK_WINDOW (fixture->host->window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD));
  first = gtk_window_get_focus (window);
  do
    gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
  while (gtk_window_get_focus (window) != first && ++n < STOPS_AT_MOST);
  g_assert_cmpint (n, <, STOPS_AT_MOST);
}

/* ---- history ---- */

static void
test_history_goes_by_day (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  open_at (fixture, STEP_CLOSED, ADMIN);
  page = GTK_WIDGET (tab_host_show (fixture->host, "history", COMARK_TYPE_HISTORY_PAGE));
  WAIT_FOR (tab_host_says (page, "2 March 2026"));
  g_assert_true (tab_host_says (page, "6 March 2026"));
  g_assert_true (tab_host_says (page, "Ada Admin"));
  g_assert_true (tab_host_says (page, "Closed the submission."));
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, NULL, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  ADD ("/overview/steps-are-named", test_steps_are_named);
  ADD ("/overview/steps-wrap-evenly", test_steps_wrap_evenly);
  ADD ("/overview/buttons-follow-what-may-be-done", test_buttons_follow_what_may_be_done);
  ADD ("/overview/says-why-a-step-must-wait", test_says_why_a_step_must_wait);
  ADD ("/overview/act-moves-the-line", test_act_moves_the_line);
  ADD ("/overview/counts-that-tell-too-much-are-dashed", test_counts_are_dashed);
  ADD ("/overview/tab-comes-round-again", test_tab_comes_round_again);
  ADD ("/history/goes-by-day", test_history_goes_by_day);
  return g_test_run ();
}
