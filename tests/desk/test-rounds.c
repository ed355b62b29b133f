/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The two halves of a meeting: rounds, mapping, and pauses.
 */
#include "panel-fixture.h"

#include <string.h>

#include "comark-desk-rounds.h"
#include "comark-dossier.h"

static ComarkDossier *
look (Panel *panel, Who who)
{
  g_autoptr (GError) error = NULL;
  ComarkDossier *dossier = comark_desk_open_dossier (panel_as (panel, who), panel->ref, &error);

  g_assert_no_error (error);
  return dossier;
}

static void
assert_speaks (Panel *panel, const char *name)
{
  g_autoptr (ComarkDossier) dossier = look (panel, E1);
  ComarkMeeting *meeting = dossier->meeting;
  const char *found = "nobody";

  for (guint i = 0; i < meeting->attendance->len; i++)
    {
      ComarkAttendance *one = g_ptr_array_index (meeting->attendance, i);

      if (comark_id_equal (&one->person, &meeting->speaker))
        found = one->name;
    }
  g_assert_cmpstr (found, ==, name);
}

static void
turn (Panel *panel, Who who, Who about, const char *how)
{
  g_autoptr (GError) error = NULL;

  panel_worked (comark_desk_take_turn (panel_as (panel, who), panel->ref, panel_id (panel, about),
                                       how, &error),
                &error);
}

static void
test_everybody_has_a_turn (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkDossier) dossier = NULL;

  panel_go_to (panel, STEP_IN_MEETING);
  panel_refused (comark_desk_take_turn (panel_as (panel, E1), panel->ref, panel_id (panel, E1),
                                        "spoke", &error),
                 &error, COMARK_DESK_ERROR_REFUSED, "rounds");
  panel_refused (comark_desk_begin_rounds (panel_as (panel, E2), panel->ref, &error), &error,
                 COMARK_DESK_ERROR_REFUSED, "co-chair");
  panel_worked (comark_desk_begin_rounds (panel_as (panel, E1), panel->ref, &error), &error);
  dossier = look (panel, E2);
  g_assert_cmpstr (dossier->meeting->phase, ==, "rounds");
  g_assert_cmpuint (dossier->meeting->prompts->len, ==, 4);
  g_assert_cmpint (dossier->meeting->prompt, ==, 1);
  /* experts and staff in turn, each kind by name: Emil, Sam, Esme, Sue */
  assert_speaks (panel, "Emil Two");
  turn (panel, E2, E2, "spoke");
  assert_speaks (panel, "Sam One");
  panel_refused (comark_desk_take_turn (panel_as (panel, E2), panel->ref, panel_id (panel, S1),
                                        "spoke", &error),
                 &error, COMARK_DESK_ERROR_REFUSED, "themselves");
  turn (panel, ADMIN, S1, "passed");
  assert_speaks (panel, "Esme One");
  panel_worked (comark_desk_give_word (panel_as (panel, E1), panel->ref, panel_id (panel, S2),
                                       &error),
                &error);
  turn (panel, S2, S2, "spoke");
  assert_speaks (panel, "Esme One");
  turn (panel, E1, E1, "spoke");
  assert_speaks (panel, "nobody");
  turn (panel, S1, S1, "not-yet"); /* who passed may speak after all */
  assert_speaks (panel, "Sam One");
  panel_worked (comark_desk_go_to_prompt (panel_as (panel, S1), panel->ref, 2, &error), &error);
  assert_speaks (panel, "Sam One"); /* the other kind begins */
  panel_refused (comark_desk_go_to_prompt (panel_as (panel, S1), panel->ref, 5, &error), &error,
                 COMARK_DESK_ERROR_INVALID, "4 questions");
}

static void
test_only_who_is_here (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;

  panel_go_to (panel, STEP_RATED);
  panel_worked (comark_desk_open_meeting (panel_as (panel, E1), panel->ref, &error), &error);
  panel_refused (comark_desk_begin_rounds (panel_as (panel, E1), panel->ref, &error), &error,
                 COMARK_DESK_ERROR_MISSING, "who is here");
  panel_worked (comark_desk_attend (panel_as (panel, E1), panel->ref, panel_id (panel, E1), "room",
                                    FALSE, &error),
                &error);
  panel_worked (comark_desk_attend (panel_as (panel, E1), panel->ref, panel_id (panel, S2),
                                    "absent", FALSE, &error),
                &error);
  panel_worked (comark_desk_begin_rounds (panel_as (panel, E1), panel->ref, &error), &error);
  panel_refused (comark_desk_take_turn (panel_as (panel, E1), panel->ref, panel_id (panel, S2),
                                        "spoke", &error),
                 &error, COMARK_DESK_ERROR_REFUSED, "being here");
  turn (panel, E1, E1, "spoke");
  assert_speaks (panel, "nobody");
}

/* Nobody sees a rating in the rounds, nor agrees one; with the mapping all is as before. */
static void
test_no_ratings_in_the_rounds (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  const Who all[] = { ADMIN, E1, E2, S1 };
  const ComarkDecideForm form = { 0 };

  panel_go_to (panel, STEP_IN_MEETING);
  panel_agree (panel, "C1", 4);
  panel_worked (comark_desk_begin_rounds (panel_as (panel, E1), panel->ref, &error), &error);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (ComarkDossier) dossier = look (panel, all[i]);

      g_assert_null (dossier->summaries);
      g_assert_cmpuint (dossier->reviews->len, ==, 0);
      g_assert_cmpuint (dossier->agreed->len, ==, 0);
    }
  panel_refused (comark_desk_agree (panel_as (panel, S1), panel->ref, "C1", 4,
                                    COMARK_STRENGTH_SHOWN, "", &error),
                 &error, COMARK_DESK_ERROR_REFUSED, "rounds");
  panel_refused (comark_desk_decide (panel_as (panel, S1), panel->ref, &form, &error), &error,
                 COMARK_DESK_ERROR_REFUSED, "rounds");
  panel_worked (comark_desk_begin_mapping (panel_as (panel, S1), panel->ref, &error), &error);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (ComarkDossier) dossier = look (panel, all[i]);

      g_assert_nonnull (dossier->summaries);
      g_assert_cmpuint (dossier->agreed->len, ==, 1);
    }
}

/* Who says on the day rates in the rounds, and looks only then (decisions.md 8). */
static void
test_on_the_day (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkDossier) before = NULL, after = NULL, chair = NULL;

  panel_go_to (panel, STEP_IN_REVIEW);
  panel_rate_all (panel, E1, 3);
  panel_rate_all (panel, E2, 3);
  panel_rate_all (panel, S1, 3);
  panel_worked (comark_desk_say_on_the_day (panel_as (panel, S2), panel->ref, TRUE, &error),
                &error);
  panel_worked (comark_desk_open_meeting (panel_as (panel, E1), panel->ref, &error), &error);
  panel_worked (comark_desk_attend (panel_as (panel, E1), panel->ref, panel_id (panel, S2), "room",
                                    FALSE, &error),
                &error);
  panel_worked (comark_desk_begin_rounds (panel_as (panel, E1), panel->ref, &error), &error);
  chair = look (panel, E1);
  g_assert_cmpint (chair->n_to_rate_now, ==, 1);
  panel_worked (comark_desk_begin_mapping (panel_as (panel, E1), panel->ref, &error), &error);
  before = look (panel, S2);
  g_assert_null (before->summaries);
  g_assert_cmpint (before->n_to_rate_now, ==, -1);
  panel_rate_all (panel, S2, 2);
  after = look (panel, S2);
  g_assert_nonnull (after->summaries);
  g_assert_cmpint (after->n_to_rate_now, ==, 0);
}

static gint64
spoke_at (Panel *panel)
{
  g_autoptr (ComarkDossier) dossier = look (panel, E1);

  return dossier->meeting->spoke_at;
}

static void
test_pause (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkDossier) paused = NULL, going = NULL;
  gint64 before;

  panel_go_to (panel, STEP_IN_MEETING);
  panel_worked (comark_desk_begin_rounds (panel_as (panel, E1), panel->ref, &error), &error);
  before = spoke_at (panel);
  panel_refused (comark_desk_pause_meeting (panel_as (panel, E2), panel->ref, "tea", &error),
                 &error, COMARK_DESK_ERROR_INVALID, NULL);
  panel_worked (comark_desk_pause_meeting (panel_as (panel, E2), panel->ref, "support", &error),
                &error);
  paused = look (panel, S2);
  g_assert_cmpstr (paused->meeting->pause, ==, "support");
  /* nobody finds out from the history whose need it was */
  for (guint i = 0; i < paused->history->len; i++)
    g_assert_null (strstr (((ComarkHistoryEntry *) paused->history->pdata[i])->words, "aused"));
  panel_refused (comark_desk_take_turn (panel_as (panel, E2), panel->ref, panel_id (panel, E2),
                                        "spoke", &error),
                 &error, COMARK_DESK_ERROR_REFUSED, "paused");
  panel_refused (comark_desk_begin_mapping (panel_as (panel, E1), panel->ref, &error), &error,
                 COMARK_DESK_ERROR_REFUSED, "paused");
  panel_refused (comark_desk_resume_meeting (panel_as (panel, E2), panel->ref, &error), &error,
                 COMARK_DESK_ERROR_REFUSED, "co-chair");
  panel_pass_days (panel, 1);
  panel_worked (comark_desk_resume_meeting (panel_as (panel, S1), panel->ref, &error), &error);
  going = look (panel, E1);
  g_assert_cmpstr (going->meeting->pause, ==, "");
  /* a day of pause is not the speaker's time */
  g_assert_cmpint (going->meeting->spoke_at - before, >=, G_GINT64_CONSTANT (86400000));
  panel_refused (comark_desk_resume_meeting (panel_as (panel, S1), panel->ref, &error), &error,
                 COMARK_DESK_ERROR_REFUSED, "not paused");
}

static void
test_own_prompts (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkDossier) dossier = NULL, later = NULL;

  panel_go_to (panel, STEP_IN_MEETING);
  panel_worked (comark_desk_set_setting (panel_as (panel, ADMIN), "round-prompts",
                                         "What moved you?\n\n  What is missing? \n", &error),
                &error);
  panel_worked (comark_desk_begin_rounds (panel_as (panel, E1), panel->ref, &error), &error);
  dossier = look (panel, E1);
  g_assert_cmpuint (dossier->meeting->prompts->len, ==, 2);
  g_assert_cmpstr (((ComarkRoundPrompt *) dossier->meeting->prompts->pdata[1])->body, ==,
                   "What is missing?");
  /* what was asked stays what was asked */
  panel_worked (comark_desk_set_setting (panel_as (panel, ADMIN), "round-prompts", "Else?", &error),
                &error);
  panel_worked (comark_desk_begin_mapping (panel_as (panel, E1), panel->ref, &error), &error);
  panel_worked (comark_desk_begin_rounds (panel_as (panel, E1), panel->ref, &error), &error);
  later = look (panel, E1);
  g_assert_cmpuint (later->meeting->prompts->len, ==, 2);
  panel_refused (comark_desk_set_setting (panel_as (panel, ADMIN), "round-prompts",
                                          "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13", &error),
                 &error, COMARK_DESK_ERROR_INVALID, "12 questions");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk/rounds/everybody-has-a-turn", test_everybody_has_a_turn);
  g_test_add_func ("/desk/rounds/only-who-is-here", test_only_who_is_here);
  g_test_add_func ("/desk/rounds/no-ratings-in-the-rounds", test_no_ratings_in_the_rounds);
  g_test_add_func ("/desk/rounds/on-the-day", test_on_the_day);
  g_test_add_func ("/desk/rounds/pause", test_pause);
  g_test_add_func ("/desk/rounds/own-prompts", test_own_prompts);
  return g_test_run ();
}
