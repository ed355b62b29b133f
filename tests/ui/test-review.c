/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * My review: what a member gives by key is what is kept, however quick the keys.
 */
#include "tab-host.h"

#include "comark-rating-form.h"
#include "comark-review-page.h"

typedef struct
{
  Panel *panel;
  TabHost *host;
  GtkWidget *page;
  ComarkRatingForm *form;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->panel = panel_new ();
  panel_go_to (fixture->panel, STEP_IN_REVIEW);
  fixture->host = tab_host_open (fixture->panel, E1);
  fixture->page = GTK_WIDGET (tab_host_show (fixture->host, "review", COMARK_TYPE_REVIEW_PAGE));
  fixture->form = COMARK_RATING_FORM (tab_host_find (fixture->page, COMARK_TYPE_RATING_FORM));
  gtk_test_widget_wait_for_draw (fixture->page);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  tab_host_close (fixture->host);
  panel_free (fixture->panel);
}

static void
press (Fixture *fixture, GtkDirectionType direction, guint n)
{
  while (n-- > 0)
    gtk_widget_child_focus (GTK_WIDGET (fixture->host->window), direction);
}

static void
step (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->page, action, NULL));
}

static void
test_keys_need_not_wait_for_a_frame (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 3; i++)
    {
      step (fixture, "review.next-criterion");
      press (fixture, GTK_DIR_DOWN, 3);
      g_assert_cmpint (comark_rating_form_get_value (fixture->form), ==, 3);
      press (fixture, GTK_DIR_TAB_FORWARD, 1);
      press (fixture, GTK_DIR_DOWN, 2);
      g_assert_cmpint (comark_rating_form_get_strength (fixture->form), ==,
                       COMARK_STRENGTH_SHOWN);
    }
}

static void
test_next_one_begins_with_nothing_chosen (Fixture *fixture, gconstpointer data)
{
  step (fixture, "review.next-criterion");
  press (fixture, GTK_DIR_DOWN, 2);
  step (fixture, "review.next-criterion");
  g_assert_cmpint (comark_rating_form_get_value (fixture->form), ==, COMARK_VALUE_NONE);
  g_assert_cmpint (comark_rating_form_get_strength (fixture->form), ==, COMARK_STRENGTH_NONE);
}

/* Before the register has answered that it is saved. */
static void
test_going_back_at_once_shows_what_was_given (Fixture *fixture, gconstpointer data)
{
  step (fixture, "review.next-criterion");
  press (fixture, GTK_DIR_DOWN, 2);
  step (fixture, "review.next-criterion");
  step (fixture, "review.previous-criterion");
  g_assert_cmpint (comark_rating_form_get_value (fixture->form), ==, 2);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/review/keys-need-not-wait", test_keys_need_not_wait_for_a_frame);
  ADD ("/review/next-begins-with-nothing", test_next_one_begins_with_nothing_chosen);
  ADD ("/review/back-at-once", test_going_back_at_once_shows_what_was_given);
  return g_test_run ();
}
