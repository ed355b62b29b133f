/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window in one process with the test: what it shows, that every part has a name, and that
 * it can be left by the keyboard.
 */
#include <adwaita.h>
#include <string.h>

#include "comark-new-register-dialog.h"
#include "comark-new-submission-dialog.h"
#include "comark-person-dialog.h"
#include "comark-status-view.h"
#include "comark-window.h"
#include "shell-register.h"

/* ---- finding ---- */

typedef gboolean (*Fits) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
find (GtkWidget *widget, Fits fits, gconstpointer data)
{
  if (fits (widget, data))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, fits, data);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
says (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL;
}

static gboolean
has_type (GtkWidget *widget, gconstpointer type)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), GPOINTER_TO_SIZE (type))
         && gtk_widget_get_mapped (widget);
}

static gboolean
shows (ComarkWindow *window, const char *text)
{
  return find (GTK_WIDGET (window), says, text) != NULL;
}

/* ---- a window on a register ---- */

typedef struct
{
  ComarkRegister *reg;
  ComarkWindow *window;
  gboolean is_settled;
} Fixture;

static void
on_settled_cb (ComarkWindow *window, Fixture *fixture)
{
  fixture->is_settled = TRUE;
}

static void
open_window (Fixture *fixture)
{
  fixture->window = comark_window_new (NULL);
  g_signal_connect (fixture->window, "settled", G_CALLBACK (on_settled_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->reg = shell_register_new (40);
  open_window (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  shell_wait (50);
  shell_register_free (fixture->reg);
}

static void
begin (Fixture *fixture, const char *acting, const char *place, const char *submission)
{
  ComarkWindowBeginning beginning
    = { .acting = acting, .place = place, .submission = submission };

  comark_window_open_register (fixture->window, shell_register_get_path (fixture->reg),
                               &beginning);
  shell_wait_until (fixture->is_settled);
}

/* ---- names ---- */

/* Parts of other widgets, which speak for them. */
static gboolean
is_part (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return GTK_IS_TEXT (widget) || GTK_IS_WINDOW (widget) || GTK_IS_SCROLLED_WINDOW (widget)
         || GTK_IS_LIST_VIEW (widget) || GTK_IS_LIST_BOX (widget)
         || g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkListItemWidget")
         || g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "GtkColumn")
         || (parent != NULL && GTK_IS_MENU_BUTTON (parent));
}

static void
assert_named (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || GTK_IS_POPOVER (widget))
    return;
  if (gtk_widget_get_focusable (widget) && !is_part (widget)
      && !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                            GTK_ACCESSIBLE_PROPERTY_LABEL)
      && !gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                            GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    g_error ("A %s in a %s has no name", G_OBJECT_TYPE_NAME (widget),
             G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_named (child);
}

static void
test_welcome (Fixture *fixture, gconstpointer data)
{
  g_assert_true (shows (fixture->window, "Welcome to Comark"));
  g_assert_true (shows (fixture->window, "Try the demo register"));
  assert_named (GTK_WIDGET (fixture->window));
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  static const char *const places[] = { "todo", "submissions", "marks", "people",
                                        "reports" };

  begin (fixture, NULL, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_object_set (fixture->window, "place", places[i], NULL);
      shell_wait (300);
      assert_named (GTK_WIDGET (fixture->window));
    }
}

static void
test_dialog_names (Fixture *fixture, gconstpointer data)
{
  begin (fixture, NULL, "people", NULL);
  comark_person_dialog_present (GTK_WIDGET (fixture->window), NULL);
  comark_new_submission_dialog_present (GTK_WIDGET (fixture->window));
  gtk_window_present (comark_new_register_dialog_new (GTK_WINDOW (fixture->window)));
  shell_wait (500);
  for (guint i = 0; i < g_list_model_get_n_items (gtk_window_get_toplevels ()); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (gtk_window_get_toplevels (), i);
      assert_named (window);
    }
}

/* ---- what is shown ---- */

static void
test_register (Fixture *fixture, gconstpointer data)
{
  begin (fixture, NULL, "submissions", NULL);
  g_assert_true (shows (fixture->window, "Northfield Trust"));
  g_assert_true (shows (fixture->window, "Practice register"));
  g_assert_true (shows (fixture->window, "Comark cannot hide anything from its owner"));
  shell_wait_until (shows (fixture->window, "40 submissions"));
  shell_wait_until (shows (fixture->window, "Policy number 39"));
}

static void
test_people (Fixture *fixture, gconstpointer data)
{
  begin (fixture, "joan admin", "people", NULL);
  shell_wait_until (shows (fixture->window, "Large print"));
}

static void
test_reports (Fixture *fixture, gconstpointer data)
{
  begin (fixture, "joan admin", "reports", NULL);
  shell_wait_until (shows (fixture->window, "Nothing was decided in this time"));
}

static void
test_member (Fixture *fixture, gconstpointer data)
{
  g_autofree char *place = NULL;

  begin (fixture, "amina@example.org", "people", NULL);
  g_object_get (fixture->window, "place", &place, NULL);
  g_assert_cmpstr (place, ==, "todo");
  g_assert_false (shows (fixture->window, "People"));
  g_assert_false (shows (fixture->window, "Reports"));
}

static void
test_submission (Fixture *fixture, gconstpointer data)
{
  begin (fixture, NULL, NULL, "S-2026-0001");
  shell_wait_until (shows (fixture->window, "Being prepared"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL));
  shell_wait_until (!shows (fixture->window, "Being prepared"));
}

static void
test_no_submission (Fixture *fixture, gconstpointer data)
{
  begin (fixture, NULL, NULL, "S-1999-0001");
  shell_wait_until (shows (fixture->window, "This submission cannot be shown"));
  g_assert_true (shows (fixture->window, "Try again"));
}

static void
test_no_register (Fixture *fixture, gconstpointer data)
{
  comark_window_open_register (fixture->window, "/nowhere/at-all.comark", NULL);
  shell_wait_until (fixture->is_settled);
  shell_wait_until (shows (fixture->window, "This register cannot be opened"));
  g_assert_false (shows (fixture->window, "Submissions"));
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  GtkWidget *search;

  begin (fixture, NULL, "submissions", NULL);
  shell_wait_until (shows (fixture->window, "40 submissions"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.find", NULL));
  search = find (GTK_WIDGET (fixture->window), has_type,
                 GSIZE_TO_POINTER (GTK_TYPE_SEARCH_ENTRY));
  gtk_editable_set_text (GTK_EDITABLE (search), "nowhere");
  shell_wait_until (shows (fixture->window, "0 of 40"));
  g_assert_true (shows (fixture->window, "Nothing found"));
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  shell_wait_until (shows (fixture->window, "40 submissions"));
}

/* GTK before 4.12 walks a list row by row: from inside it one Tab must lead out. */
static void
test_tab_leaves_list (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view;
  guint n_stops = 0;

  begin (fixture, NULL, "submissions", NULL);
  shell_wait_until (shows (fixture->window, "Policy number 39"));
  view = find (GTK_WIDGET (fixture->window), has_type, GSIZE_TO_POINTER (GTK_TYPE_COLUMN_VIEW));
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  while (gtk_widget_get_focus_child (view) == NULL && n_stops++ < 40)
    gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_FORWARD);
  g_assert_cmpuint (n_stops, <, 40);
}

/* ---- every class ---- */

static void
test_life (void)
{
  static GType (*const types[]) (void) = {
    comark_window_get_type,
    comark_new_register_dialog_get_type,
    comark_new_submission_dialog_get_type,
    comark_person_dialog_get_type,
    comark_status_view_get_type,
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *widget = g_object_new (types[i](), NULL);

      if (GTK_IS_WINDOW (widget))
        {
          g_object_ref (widget);
          gtk_window_destroy (GTK_WINDOW (widget));
        }
      else
        g_object_ref_sink (widget);
      g_assert_finalize_object (widget);
    }
}

#define ADD(name, test) g_test_add ("/window/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/window/every-window-goes-when-it-is-closed", test_life);
  ADD ("without-a-register-it-welcomes", test_welcome);
  ADD ("every-control-of-every-place-has-a-name", test_names);
  ADD ("every-control-of-the-forms-has-a-name", test_dialog_names);
  ADD ("a-register-is-shown-with-its-purpose-and-limits", test_register);
  ADD ("an-administrator-sees-people", test_people);
  ADD ("a-report-on-nothing-says-so", test_reports);
  ADD ("a-member-does-not-get-to-people", test_member);
  ADD ("a-submission-opens-and-closes", test_submission);
  ADD ("a-submission-that-is-not-there-says-so", test_no_submission);
  ADD ("a-register-that-is-not-there-says-so", test_no_register);
  ADD ("search-counts-what-it-finds", test_search);
  ADD ("tab-gets-to-the-list", test_tab_leaves_list);
  return g_test_run ();
}
