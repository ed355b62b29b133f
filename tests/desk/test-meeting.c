/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The meeting: who makes it up, what is agreed in it, and what that needs.
 */
#include "panel-fixture.h"

#include "comark-evidence.h"
#include "comark-meeting-rows.h"
#include "comark-review-rows.h"

static gboolean
agree (Panel *panel, const char *criterion, ComarkValue value, const char *because, GError **error)
{
  return comark_desk_agree (panel_as (panel, S1), panel->ref, criterion, value,
                            COMARK_STRENGTH_SHOWN, because, error);
}

static gboolean
decide (Panel *panel, GError **error)
{
  const ComarkDecideForm form = { 0 };

  return comark_desk_decide (panel_as (panel, E1), panel->ref, &form, error);
}

static void
attend (Panel *panel, Who who, const char *how, gboolean deputy)
{
  g_autoptr (GError) error = NULL;

  panel_worked (comark_desk_attend (panel_as (panel, S1), panel->ref, panel_id (panel, who), how,
                                    deputy, &error),
                &error);
}

/* ---- opening ---- */

static void
test_opens_when_ratings_are_in (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;

  panel_go_to (panel, STEP_IN_REVIEW);
  panel_rate_all (panel, E1, 3);
  panel_rate_all (panel, E2, 3);
  panel_rate_all (panel, S1, 3);
  panel_refused (comark_desk_open_meeting (panel_as (panel, E1), panel->ref, &error), &error,
                 COMARK_DESK_ERROR_MISSING, "1 member has neither");
  panel_worked (comark_desk_say_on_the_day (panel_as (panel, S2), panel->ref, TRUE, &error),
                &error);
  panel_refused (comark_desk_open_meeting (panel_as (panel, E2), panel->ref, &error), &error,
                 COMARK_DESK_ERROR_REFUSED, "co-chair");
  panel_worked (comark_desk_open_meeting (panel_as (panel, E1), panel->ref, &error), &error);
  /* Who said so rates now, still alone. */
  panel_rate_all (panel, S2, 2);
  panel_refused (comark_desk_save_rating (panel_as (panel, E3), panel->ref, "C1", 3, "", 0, 0,
                                          NULL, NULL, &error),
                 &error, COMARK_DESK_ERROR_NO_SUCH, NULL);
}

static void
test_does_not_open_without_possible_quorum (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;

  panel_go_to (panel, STEP_IN_REVIEW);
  panel_rate_all (panel, E1, 3);
  panel_rate_all (panel, S1, 3);
  panel_rate_all (panel, S2, 3);
  panel_worked (comark_desk_reply (panel_as (panel, E2), panel->ref, FALSE, &error), &error);
  panel_refused (comark_desk_open_meeting (panel_as (panel, E1), panel->ref, &error), &error,
                 COMARK_DESK_ERROR_REFUSED, "1 expert by experience");
}

static void
test_adjourns_with_a_reason (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;

  panel_go_to (panel, STEP_IN_MEETING);
  panel_refused (comark_desk_adjourn (panel_as (panel, E1), panel->ref, "", &error), &error,
                 COMARK_DESK_ERROR_MISSING, NULL);
  panel_worked (comark_desk_adjourn (panel_as (panel, E1), panel->ref, "We need a pause.", &error),
                &error);
  g_assert_cmpint (panel_state (panel), ==, COMARK_STATE_IN_REVIEW);
  panel_refused (agree (panel, "C1", 4, "", &error), &error, COMARK_DESK_ERROR_REFUSED, NULL);
  panel_worked (comark_desk_open_meeting (panel_as (panel, E1), panel->ref, &error), &error);
}

static void
test_attendance_is_of_the_panel (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;

  panel_go_to (panel, STEP_IN_MEETING);
  panel_refused (comark_desk_attend (panel_as (panel, E1), panel->ref, panel_id (panel, S3),
                                     "room", FALSE, &error),
                 &error, COMARK_DESK_ERROR_REFUSED, "members of this panel");
  panel_refused (comark_desk_attend (panel_as (panel, E1), panel->ref, panel_id (panel, S2),
                                     "by pigeon", FALSE, &error),
                 &error, COMARK_DESK_ERROR_INVALID, NULL);
}

/* ---- quorum, absence, deputies ---- */

static void
test_absent_members_ratings_count_but_make_no_quorum (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;

  panel_go_to (panel, STEP_IN_REVIEW);
  panel_rate_all (panel, E1, 4);
  panel_rate_all (panel, E2, 2);
  panel_rate_all (panel, S1, 4);
  panel_rate_all (panel, S2, 4);
  panel->step = STEP_RATED;
  panel_go_to (panel, STEP_IN_MEETING);
  attend (panel, E2, "absent", FALSE);
  /* The lower of the experts' two is 2, though she who gave it is not here. */
  panel_refused (agree (panel, "C1", 4, "", &error), &error, COMARK_DESK_ERROR_MISSING,
                 "suggest 2");
  panel_worked (agree (panel, "C1", 2, "", &error), &error);
  panel_go_to (panel, STEP_AGREED);
  panel_refused (decide (panel, &error), &error, COMARK_DESK_ERROR_REFUSED,
                 "1 expert by experience");
  attend (panel, E2, "phone", FALSE);
  panel_worked (decide (panel, &error), &error);
}

static void
test_deputy_stands_in (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;

  panel_go_to (panel, STEP_IN_REVIEW);
  panel_worked (comark_desk_invite (panel_as (panel, ADMIN), panel->ref, panel_id (panel, S3), 1,
                                    NULL, NULL, NULL, &error),
                &error);
  panel_worked (comark_desk_invite (panel_as (panel, ADMIN), panel->ref, panel_id (panel, E3), 1,
                                    NULL, NULL, NULL, &error),
                &error);
  panel_worked (comark_desk_declare_interest (panel_as (panel, E3), panel->ref, NULL,
                                              COMARK_INTEREST_NONE, "", &error),
                &error);
  panel_rate_all (panel, E3, 4);
  panel_go_to (panel, STEP_AGREED);
  attend (panel, E1, "absent", FALSE);
  attend (panel, E3, "room", FALSE);
  panel_refused (comark_desk_decide (panel_as (panel, S1), panel->ref, &(ComarkDecideForm){ 0 },
                                     &error),
                 &error, COMARK_DESK_ERROR_REFUSED, "co-chair is missing");
  attend (panel, E2, "room", TRUE);
  panel_worked (comark_desk_decide (panel_as (panel, S1), panel->ref, &(ComarkDecideForm){ 0 },
                                    &error),
                &error);
  panel_refused (comark_desk_sign (panel_as (panel, E1), panel->ref, &error), &error,
                 COMARK_DESK_ERROR_REFUSED, "at the meeting");
  panel_refused (comark_desk_sign (panel_as (panel, E3), panel->ref, &error), &error,
                 COMARK_DESK_ERROR_REFUSED, NULL);
  panel_worked (comark_desk_sign (panel_as (panel, E2), panel->ref, &error), &error);
  panel_worked (comark_desk_sign (panel_as (panel, S1), panel->ref, &error), &error);
}

/* ---- final ratings ---- */

static void
test_final_rating_counts_and_first_stays (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkReview) first = NULL;
  g_autoptr (ComarkReview) final = NULL;
  gint64 rev = 0;

  panel->value = 3;
  panel_go_to (panel, STEP_IN_MEETING);
  /* A final rating counts at once, so it has to be whole. */
  panel_refused (comark_desk_save_rating (panel_as (panel, E2), panel->ref, "C1", 4, "",
                                          COMARK_STRENGTH_SHOWN, 1, NULL, NULL, &error),
                 &error, COMARK_DESK_ERROR_MISSING, "reason");
  panel_worked (comark_desk_save_rating (panel_as (panel, E2), panel->ref, "C1", 2, "I heard more",
                                         COMARK_STRENGTH_SHOWN, 0, &rev, NULL, &error),
                &error);
  panel_refused (agree (panel, "C1", 3, "", &error), &error, COMARK_DESK_ERROR_MISSING,
                 "suggest 2");
  comark_review_rows_find (panel->desk.sql, &panel->submission, panel_id (panel, E2), 1,
                           COMARK_STAGE_FIRST, &first, &error);
  comark_review_rows_find (panel->desk.sql, &panel->submission, panel_id (panel, E2), 1,
                           COMARK_STAGE_FINAL, &final, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (final->ratings->len, ==, first->ratings->len);
  for (guint i = 0; i < first->ratings->len; i++)
    {
      ComarkRating *one = first->ratings->pdata[i];
      ComarkRating *other = final->ratings->pdata[i];

      g_assert_cmpint (one->value, ==, 3);
      g_assert_cmpint (other->value, ==, g_str_equal (other->criterion, "C1") ? 2 : 3);
    }
  panel_worked (comark_desk_save_rating (panel_as (panel, E2), panel->ref, "C1", 3, "No, as before",
                                         COMARK_STRENGTH_SHOWN, rev, NULL, NULL, &error),
                &error);
  panel_worked (agree (panel, "C1", 3, "", &error), &error);
}

/* ---- what is agreed ---- */

static void
test_agreed_values (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) agreed = NULL;
  ComarkAgreedValue *value;

  panel_go_to (panel, STEP_RATED);
  panel_refused (agree (panel, "C1", 4, "", &error), &error, COMARK_DESK_ERROR_REFUSED, NULL);
  panel_go_to (panel, STEP_IN_MEETING);
  panel_refused (agree (panel, "C1", 5, "x", &error), &error, COMARK_DESK_ERROR_INVALID, NULL);
  panel_refused (agree (panel, "C1", COMARK_VALUE_NONE, "x", &error), &error,
                 COMARK_DESK_ERROR_INVALID, NULL);
  panel_refused (agree (panel, "C1", COMARK_VALUE_NOT_APPLICABLE, "x", &error), &error,
                 COMARK_DESK_ERROR_INVALID, NULL);
  panel_refused (agree (panel, "C1", 3, " ", &error), &error, COMARK_DESK_ERROR_MISSING,
                 "suggest 4");
  panel_refused (comark_desk_agree (panel_as (panel, S2), panel->ref, "C1", 4,
                                    COMARK_STRENGTH_SHOWN, "", &error),
                 &error, COMARK_DESK_ERROR_REFUSED, NULL);
  panel_worked (agree (panel, "C1", 3, "Two of three stages.", &error), &error);
  panel_worked (comark_desk_agree (panel_as (panel, E1), panel->ref, "C1", 4,
                                   COMARK_STRENGTH_NONE, "", &error),
                &error);
  agreed = comark_meeting_rows_list_agreed (panel->desk.sql, &panel->submission, 1, &error);
  g_assert_cmpuint (agreed->len, ==, 1);
  value = agreed->pdata[0];
  g_assert_cmpint (value->n, ==, 2);
  g_assert_cmpint (value->value, ==, 4);
  /* What the members proposed. */
  g_assert_cmpint (value->strength, ==, COMARK_STRENGTH_SHOWN);
}

static void
test_every_criterion_is_agreed_first (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;

  panel_go_to (panel, STEP_IN_MEETING);
  panel_agree (panel, "C1", 4);
  panel_refused (decide (panel, &error), &error, COMARK_DESK_ERROR_MISSING, "F3");
}

static void
test_cannot_tell_on_an_essential_is_not_decided (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  const ComarkDecideForm override = { .outcome = "not-yet",
                                      .by_majority = TRUE,
                                      .experts_for = 2,
                                      .staff_for = 2,
                                      .because = "We are tired." };

  panel_go_to (panel, STEP_AGREED);
  panel_agree (panel, "D1", COMARK_VALUE_CANNOT_TELL);
  panel_refused (decide (panel, &error), &error, COMARK_DESK_ERROR_REFUSED, NULL);
  panel_refused (comark_desk_decide (panel_as (panel, E1), panel->ref, &override, &error), &error,
                 COMARK_DESK_ERROR_REFUSED, NULL);
  panel_agree (panel, "D1", 4);
  panel_worked (decide (panel, &error), &error);
}

static void
test_judgements_and_dissent (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) dissent = NULL;

  panel_go_to (panel, STEP_IN_MEETING);
  panel_refused (comark_desk_judge (panel_as (panel, E1), panel->ref, "gaps-in-3-months", TRUE, "",
                                    &error),
                 &error, COMARK_DESK_ERROR_MISSING, NULL);
  panel_refused (comark_desk_judge (panel_as (panel, E1), panel->ref, "is-it-nice", TRUE, "yes",
                                    &error),
                 &error, COMARK_DESK_ERROR_NO_SUCH, NULL);
  panel_worked (comark_desk_judge (panel_as (panel, E1), panel->ref, "gaps-in-3-months", TRUE,
                                   "They have a plan.", &error),
                &error);
  panel_refused (comark_desk_dissent (panel_as (panel, ADMIN), panel->ref, "",
                                      panel_id (panel, S3), "No.", &error),
                 &error, COMARK_DESK_ERROR_REFUSED, "at the meeting");
  panel_refused (comark_desk_dissent (panel_as (panel, E2), panel->ref, "", panel_id (panel, S2),
                                      "They say no.", &error),
                 &error, COMARK_DESK_ERROR_REFUSED, NULL);
  panel_worked (comark_desk_dissent (panel_as (panel, E2), panel->ref, "C1", panel_id (panel, E2),
                                     "I would say 3.", &error),
                &error);
  dissent = comark_meeting_rows_list_dissent (panel->desk.sql, &panel->submission, 1, &error);
  g_assert_cmpuint (dissent->len, ==, 1);
}

/* ---- confirmations ---- */

static gboolean
confirm (Panel *panel, Who who, const ComarkId *contributor, const char *day, GError **error)
{
  return comark_desk_confirm (panel_as (panel, who), panel->ref, "C1", contributor, "by phone",
                              day, error);
}

static void
test_confirmation_is_a_contributors_word (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  ComarkId nobody = comark_id_new ();

  panel_go_to (panel, STEP_IN_MEETING);
  panel_refused (confirm (panel, ADMIN, &nobody, "2026-03-02", &error), &error,
                 COMARK_DESK_ERROR_NO_SUCH, NULL);
  panel_refused (confirm (panel, ADMIN, &panel->contributor, "2026-03-03", &error), &error,
                 COMARK_DESK_ERROR_INVALID, NULL);
  panel_refused (confirm (panel, OWNER, &panel->contributor, "2026-03-02", &error), &error,
                 COMARK_DESK_ERROR_REFUSED, NULL);
  panel_worked (confirm (panel, ADMIN, &panel->contributor, "2026-03-02", &error), &error);
}

/* The panel's "confirmed" is not enough for C1: somebody who took part has to say so. */
static void
test_confirmed_needs_a_confirmation (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) criteria = NULL;

  panel_go_to (panel, STEP_IN_MEETING);
  criteria = panel_criteria (panel);
  for (guint i = 0; criteria[i] != NULL; i++)
    panel_worked (comark_desk_agree (panel_as (panel, S1), panel->ref, criteria[i], 4,
                                     COMARK_STRENGTH_CONFIRMED, "", &error),
                  &error);
  panel_worked (decide (panel, &error), &error);
  panel_worked (comark_desk_sign (panel_as (panel, E1), panel->ref, &error), &error);
  panel_worked (comark_desk_sign (panel_as (panel, S1), panel->ref, &error), &error);
  panel_pass_days (panel, 4);
  panel_worked (comark_desk_seal (panel_as (panel, E1), panel->ref, &error), &error);
  g_assert_cmpint (panel_state (panel), !=, COMARK_STATE_AWARDED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk/meeting/opens-when-ratings-are-in", test_opens_when_ratings_are_in);
  g_test_add_func ("/desk/meeting/does-not-open-without-possible-quorum",
                   test_does_not_open_without_possible_quorum);
  g_test_add_func ("/desk/meeting/adjourns-with-a-reason", test_adjourns_with_a_reason);
  g_test_add_func ("/desk/meeting/attendance-is-of-the-panel", test_attendance_is_of_the_panel);
  g_test_add_func ("/desk/meeting/absent-ratings-count-but-make-no-quorum",
                   test_absent_members_ratings_count_but_make_no_quorum);
  g_test_add_func ("/desk/meeting/deputy-stands-in", test_deputy_stands_in);
  g_test_add_func ("/desk/meeting/final-rating-counts-and-first-stays",
                   test_final_rating_counts_and_first_stays);
  g_test_add_func ("/desk/meeting/agreed-values-need-a-reason-to-differ", test_agreed_values);
  g_test_add_func ("/desk/meeting/every-criterion-is-agreed-first",
                   test_every_criterion_is_agreed_first);
  g_test_add_func ("/desk/meeting/cannot-tell-on-an-essential-is-not-decided",
                   test_cannot_tell_on_an_essential_is_not_decided);
  g_test_add_func ("/desk/meeting/judgements-and-dissent", test_judgements_and_dissent);
  g_test_add_func ("/desk/meeting/confirmation-is-a-contributors-word",
                   test_confirmation_is_a_contributors_word);
  g_test_add_func ("/desk/meeting/confirmed-needs-a-confirmation",
                   test_confirmed_needs_a_confirmation);
  return g_test_run ();
}
