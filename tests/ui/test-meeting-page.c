/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tab Meeting over a real register: lights, rounds without ratings, a pause for all.
 */
#include "comark-desk-rounds.h"
#include "comark-meeting-page.h"
#include "tab-host.h"

static GtkWidget *
show (TabHost *host)
{
  return GTK_WIDGET (tab_host_show (host, "meeting", COMARK_TYPE_MEETING_PAGE));
}

static void
begin (Panel *panel, gboolean mapping)
{
  g_autoptr (GError) error = NULL;

  panel_worked (comark_desk_begin_rounds (panel_as (panel, E1), panel->ref, &error), &error);
  if (mapping)
    panel_worked (comark_desk_begin_mapping (panel_as (panel, E1), panel->ref, &error), &error);
}

/* One short: the light is off, and says what is missing. */
static void
test_light_says_why (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  TabHost *host;
  GtkWidget *page;

  panel_go_to (panel, STEP_IN_MEETING);
  panel_worked (comark_desk_attend (panel_as (panel, E1), panel->ref, panel_id (panel, S2),
                                    "absent", FALSE, &error),
                &error);
  host = tab_host_open (panel, E1);
  page = show (host);
  WAIT_FOR (tab_host_says (page, "Quorum: not yet"));
  g_assert_true (tab_host_says (page, "3 members can vote; at least 4 are needed."));
  g_assert_true (tab_host_says (page, "Parity: yes"));
  tab_host_close (host);
}

static void
test_rounds_show_no_ratings (void)
{
  g_autoptr (Panel) panel = panel_new ();
  TabHost *host;
  GtkWidget *page;

  panel_go_to (panel, STEP_IN_MEETING);
  begin (panel, FALSE);
  host = tab_host_open (panel, E1);
  page = show (host);
  WAIT_FOR (tab_host_says (page, "Question 1 of 4"));
  g_assert_true (tab_host_says (page, "Emil Two has the word."));
  g_assert_false (tab_host_says (page, "Suggested"));
  tab_host_close (host);
}

static void
test_pause_takes_the_ratings_away (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  TabHost *host;
  GtkWidget *page;

  panel_go_to (panel, STEP_IN_MEETING);
  begin (panel, TRUE);
  host = tab_host_open (panel, S2);
  page = show (host);
  WAIT_FOR (tab_host_says (page, "Suggested: 4"));
  tab_host_close (host);
  panel_worked (comark_desk_pause_meeting (panel_as (panel, E2), panel->ref, "break", &error),
                &error);
  host = tab_host_open (panel, S2);
  page = show (host);
  WAIT_FOR (tab_host_says (page, "The meeting is paused for a break"));
  g_assert_false (tab_host_says (page, "Suggested: 4"));
  g_assert_true (tab_host_says (page, "A co-chair goes on when everybody is ready."));
  g_assert_false (tab_host_says (page, "Emil Two would"));
  tab_host_close (host);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/meeting-page/light-says-why", test_light_says_why);
  g_test_add_func ("/meeting-page/rounds-show-no-ratings", test_rounds_show_no_ratings);
  g_test_add_func ("/meeting-page/pause-takes-the-ratings-away",
                   test_pause_takes_the_ratings_away);
  return g_test_run ();
}
