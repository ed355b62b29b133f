/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-strength-choice.h"

typedef struct
{
  GtkWindow *window;
  ComarkStrengthChoice *choice;
  guint n_changes;
} Fixture;

static void
on_changed_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = GTK_WINDOW (gtk_window_new ());
  fixture->choice = g_object_new (COMARK_TYPE_STRENGTH_CHOICE, "none-words", "Not said", NULL);
  g_signal_connect_swapped (fixture->choice, "changed", G_CALLBACK (on_changed_cb), fixture);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->choice));
  gtk_window_present (fixture->window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->choice));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
}

/* With the keys of a person: into the group, then so many steps down. */
static void
go_down (Fixture *fixture, guint n)
{
  GtkWidget *widget = GTK_WIDGET (fixture->choice);

  gtk_window_set_focus (fixture->window, NULL);
  g_assert_true (gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD));
  for (guint i = 0; i < n; i++)
    gtk_widget_child_focus (widget, GTK_DIR_DOWN);
}

static void
test_every_strength_is_shown_as_it_is_set (Fixture *fixture, gconstpointer data)
{
  for (ComarkStrength strength = 0; strength <= COMARK_STRENGTH_CONFIRMED; strength++)
    {
      comark_strength_choice_set (fixture->choice, strength);
      g_assert_cmpint (comark_strength_choice_get (fixture->choice), ==, strength);
    }
  g_assert_cmpuint (fixture->n_changes, ==, 0);
}

static void
test_keys_choose_and_say_so_once_a_step (Fixture *fixture, gconstpointer data)
{
  go_down (fixture, 2);
  g_assert_cmpint (comark_strength_choice_get (fixture->choice), ==, COMARK_STRENGTH_SHOWN);
  g_assert_cmpuint (fixture->n_changes, ==, 2);
}

/* As on the next criterion: another answer is set, then the keys are used again. */
static void
test_keys_begin_at_what_is_set (Fixture *fixture, gconstpointer data)
{
  go_down (fixture, 2);
  comark_strength_choice_set (fixture->choice, COMARK_STRENGTH_NONE);
  go_down (fixture, 2);
  g_assert_cmpint (comark_strength_choice_get (fixture->choice), ==, COMARK_STRENGTH_SHOWN);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/strength-choice/shown-as-set", test_every_strength_is_shown_as_it_is_set);
  ADD ("/strength-choice/keys-choose", test_keys_choose_and_say_so_once_a_step);
  ADD ("/strength-choice/keys-begin-at-what-is-set", test_keys_begin_at_what_is_set);
  return g_test_run ();
}
