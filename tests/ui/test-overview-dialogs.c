/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The windows that the Overview opens: inviting a panel, settling interests, recording who was
 * told.
 */
#include "tab-host.h"

#include "comark-interests-dialog.h"
#include "comark-invite-dialog.h"
#include "comark-overview-acts.h"
#include "comark-overview-page.h"
#include "comark-told-dialog.h"

typedef struct
{
  Panel *panel;
  TabHost *host;
  ComarkSubmissionTab *tab;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->panel = panel_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->host, tab_host_close);
  g_clear_pointer (&fixture->panel, panel_free);
}

/* The window of @type that is open, or NULL. */
static GtkWidget *
open_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }
  return NULL;
}

static GtkWidget *
open_dialog (Fixture *fixture, Who who, ComarkAction action, GType type)
{
  GtkWidget *acts;

  fixture->host = tab_host_open (fixture->panel, who);
  fixture->tab = tab_host_show (fixture->host, "overview", COMARK_TYPE_OVERVIEW_PAGE);
  acts = tab_host_find (GTK_WIDGET (fixture->tab), COMARK_TYPE_OVERVIEW_ACTS);
  gtk_widget_activate (comark_overview_acts_get_button (COMARK_OVERVIEW_ACTS (acts), action));
  WAIT_FOR (open_window (type) != NULL);
  return open_window (type);
}

/* The check button below @widget whose words hold @words. */
static GtkWidget *
find_check (GtkWidget *widget, const char *words)
{
  if (GTK_IS_CHECK_BUTTON (widget))
    return tab_host_says (widget, words) ? widget : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_check (child, words);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
check (GtkWidget *dialog, const char *words)
{
  GtkWidget *button = find_check (dialog, words);

  g_assert_nonnull (button);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
}

static GtkWidget *
child_of (GtkWidget *widget, GType type, const char *id)
{
  return GTK_WIDGET (gtk_widget_get_template_child (widget, type, id));
}

static void
test_panel_is_invited (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Esme One", "Emil Two", "Sam One", "Sue Two" };
  GtkWidget *dialog, *invite;

  panel_go_to (fixture->panel, STEP_READY);
  dialog = open_dialog (fixture, ADMIN, COMARK_ACTION_INVITE, COMARK_TYPE_INVITE_DIALOG);
  invite = child_of (dialog, COMARK_TYPE_INVITE_DIALOG, "invite");
  WAIT_FOR (find_check (dialog, "Sue Two") != NULL);
  g_assert_null (find_check (dialog, "Olu Owner"));
  g_assert_false (gtk_widget_get_sensitive (invite));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_false (tab_host_says (dialog, "This panel can decide"));
      check (dialog, names[i]);
    }
  g_assert_true (tab_host_says (dialog, "This panel can decide"));
  gtk_widget_activate (invite);
  WAIT_FOR (open_window (COMARK_TYPE_INVITE_DIALOG) == NULL);
  WAIT_FOR (tab_host_says (GTK_WIDGET (fixture->tab), "Stan Three")
            || tab_host_says (GTK_WIDGET (fixture->tab), "Sue Two"));
  g_assert_cmpint (panel_state (fixture->panel), ==, COMARK_STATE_IN_REVIEW);
}

static void
test_half_a_panel_says_what_is_missing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  panel_go_to (fixture->panel, STEP_READY);
  dialog = open_dialog (fixture, ADMIN, COMARK_ACTION_INVITE, COMARK_TYPE_INVITE_DIALOG);
  WAIT_FOR (find_check (dialog, "Sue Two") != NULL);
  check (dialog, "Sue Two");
  gtk_widget_activate (child_of (dialog, COMARK_TYPE_INVITE_DIALOG, "invite"));
  WAIT_FOR (fixture->host->window->told != NULL);
  g_assert_nonnull (strstr (fixture->host->window->told, "not complete yet"));
  g_assert_cmpint (panel_state (fixture->panel), ==, COMARK_STATE_READY);
}

static void
test_interest_is_settled_when_recorded (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkDossier) dossier = NULL;
  GtkWidget *dialog, *choice;

  panel_go_to (fixture->panel, STEP_IN_REVIEW);
  panel_worked (comark_desk_declare_interest (panel_as (fixture->panel, E2), fixture->panel->ref,
                                              NULL, COMARK_INTEREST_PROFESSIONAL, "", &error),
                &error);
  dialog = open_dialog (fixture, E1, COMARK_ACTION_DECIDE_EFFECT, COMARK_TYPE_INTERESTS_DIALOG);
  g_assert_true (tab_host_says (dialog, "Emil Two"));
  choice = find_check (dialog, "does not rate");
  check (dialog, "does not rate");
  g_assert_cmpuint (fixture->host->window->n_acted, ==, 0);
  gtk_widget_activate (gtk_widget_get_last_child (gtk_widget_get_parent (choice)));
  WAIT_FOR (fixture->host->window->n_acted == 1);
  dossier
    = comark_desk_open_dossier (panel_as (fixture->panel, E2), fixture->panel->ref, &error);
  g_assert_no_error (error);
  g_assert_cmpint (dossier->standing.interest_effect, ==, COMARK_EFFECT_SPEAKS);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_told_is_recorded (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog, *how;

  panel_go_to (fixture->panel, STEP_SEALED);
  dialog = open_dialog (fixture, OWNER, COMARK_ACTION_RECORD_TOLD, COMARK_TYPE_TOLD_DIALOG);
  how = child_of (dialog, COMARK_TYPE_TOLD_DIALOG, "how");
  gtk_widget_activate (child_of (dialog, COMARK_TYPE_TOLD_DIALOG, "save"));
  WAIT_FOR (tab_host_says (dialog, "How the contributors were told is missing."));
  gtk_editable_set_text (GTK_EDITABLE (how), "at the tea party");
  gtk_widget_activate (child_of (dialog, COMARK_TYPE_TOLD_DIALOG, "save"));
  WAIT_FOR (open_window (COMARK_TYPE_TOLD_DIALOG) == NULL);
  WAIT_FOR (tab_host_says (GTK_WIDGET (fixture->tab), "at the tea party"));
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  ADD ("/overview/invite/whole-panel-is-formed", test_panel_is_invited);
  ADD ("/overview/invite/half-a-panel-says-what-is-missing",
       test_half_a_panel_says_what_is_missing);
  ADD ("/overview/interests/settled-when-recorded", test_interest_is_settled_when_recorded);
  ADD ("/overview/told/is-recorded", test_told_is_recorded);
  return g_test_run ();
}
