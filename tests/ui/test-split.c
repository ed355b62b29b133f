/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-split.h"

typedef struct
{
  GtkWidget *window;
  GtkWidget *start;
  GtkWidget *end;
} Fixture;

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
open_window (Fixture *fixture, int width)
{
  GtkWidget *split;

  fixture->start = gtk_label_new ("the document");
  fixture->end = gtk_label_new ("the ratings");
  split = g_object_new (COMARK_TYPE_SPLIT, "start", fixture->start, "end", fixture->end,
                        "start-title", "Document", "end-title", "My ratings", NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 300);
  gtk_window_set_child (GTK_WINDOW (fixture->window), split);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
press (Fixture *fixture, const char *label)
{
  GtkWidget *button = find_button (fixture->window, label);

  g_assert_nonnull (button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

static void
test_a_narrow_window_shows_the_side_that_is_pressed (void)
{
  Fixture fixture;

  open_window (&fixture, 400);
  g_assert_true (gtk_widget_get_visible (fixture.end));
  g_assert_false (gtk_widget_get_visible (fixture.start));
  press (&fixture, "Document");
  g_assert_true (gtk_widget_get_visible (fixture.start));
  g_assert_false (gtk_widget_get_visible (fixture.end));
  press (&fixture, "My ratings");
  g_assert_true (gtk_widget_get_visible (fixture.end));
  g_assert_false (gtk_widget_get_visible (fixture.start));
  gtk_window_destroy (GTK_WINDOW (fixture.window));
}

static void
test_a_wide_window_shows_both (void)
{
  Fixture fixture;

  open_window (&fixture, 1200);
  g_assert_true (gtk_widget_get_visible (fixture.start));
  g_assert_true (gtk_widget_get_visible (fixture.end));
  gtk_window_destroy (GTK_WINDOW (fixture.window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/app/split/a-narrow-window-shows-the-side-that-is-pressed",
                   test_a_narrow_window_shows_the_side_that_is_pressed);
  g_test_add_func ("/app/split/a-wide-window-shows-both", test_a_wide_window_shows_both);
  return g_test_run ();
}
