/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Inviting, interests, and rating alone: what is refused, and what is kept.
 */
#include "panel-fixture.h"

#include "comark-contributor-rows.h"
#include "comark-evidence.h"
#include "comark-review-rows.h"
#include "comark-seat-rows.h"

/* ---- inviting ---- */

static gboolean
invite_one (Panel *panel, Who who, gboolean *formed, char **why, GError **error)
{
  return comark_desk_invite (panel_as (panel, ADMIN), panel->ref, panel_id (panel, who), 1, NULL,
                             formed, why, error);
}

static void
name_as_contributor (Panel *panel, Who who)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkContributor) contributor = comark_contributor_new ();

  contributor->id = comark_id_new ();
  contributor->name = g_strdup (panel->people[who]->name);
  contributor->part = g_strdup ("");
  contributor->person = *panel_id (panel, who);
  panel_worked (comark_contributor_rows_insert (panel->desk.sql, &panel->submission, contributor,
                                                comark_desk_now_ms (&panel->desk), &error),
                &error);
}

static void
test_invite_forms_panel_when_quorum_possible (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  const Who order[] = { E1, E2, S1, S2 };

  panel_go_to (panel, STEP_READY);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autofree char *why = NULL;
      gboolean formed;

      panel_worked (invite_one (panel, order[i], &formed, &why, &error), &error);
      g_assert_cmpint (formed, ==, i == 3);
      g_assert_cmpint (why != NULL, ==, i < 3);
      g_assert_cmpint (panel_state (panel), ==,
                       i < 3 ? COMARK_STATE_READY : COMARK_STATE_IN_REVIEW);
    }
}

static void
test_invite_again_changes_nothing (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkSeat) before = NULL;
  g_autoptr (ComarkSeat) after = NULL;

  panel_go_to (panel, STEP_RATED);
  comark_seat_rows_find (panel->desk.sql, &panel->submission, panel_id (panel, E2), 1, &before,
                         &error);
  panel_worked (invite_one (panel, E2, NULL, NULL, &error), &error);
  comark_seat_rows_find (panel->desk.sql, &panel->submission, panel_id (panel, E2), 1, &after,
                         &error);
  g_assert_cmpint (before->rev, ==, after->rev);
  /* 15 working days after Monday 2 March. */
  g_assert_cmpstr (after->due_day, ==, "2026-03-23");
  g_assert_true (after->review_in);
}

static void
test_invite_refuses (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;

  panel_go_to (panel, STEP_READY);
  name_as_contributor (panel, S3);
  panel_refused (invite_one (panel, S3, NULL, NULL, &error), &error, COMARK_DESK_ERROR_REFUSED,
                 "Stan Three took part in making this");
  panel_refused (invite_one (panel, OWNER, NULL, NULL, &error), &error, COMARK_DESK_ERROR_REFUSED,
                 "not a panel member");
  panel_refused (comark_desk_invite (panel_as (panel, E1), panel->ref, panel_id (panel, E2), 1,
                                     NULL, NULL, NULL, &error),
                 &error, COMARK_DESK_ERROR_REFUSED, NULL);
  panel_refused (comark_desk_invite (panel_as (panel, ADMIN), panel->ref, panel_id (panel, E2), 1,
                                     "2026-02-27", NULL, NULL, &error),
                 &error, COMARK_DESK_ERROR_INVALID, NULL);
}

static void
test_declined_is_asked_again (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkSeat) seat = NULL;

  panel_go_to (panel, STEP_IN_REVIEW);
  panel_worked (comark_desk_reply (panel_as (panel, E2), panel->ref, FALSE, &error), &error);
  panel_worked (invite_one (panel, E2, NULL, NULL, &error), &error);
  comark_seat_rows_find (panel->desk.sql, &panel->submission, panel_id (panel, E2), 1, &seat,
                         &error);
  g_assert_cmpstr (seat->reply, ==, "invited");
}

/* ---- interests ---- */

static gboolean
rate_c1 (Panel *panel, Who who, GError **error)
{
  return comark_desk_save_rating (panel_as (panel, who), panel->ref, "C1", 3, "",
                                  COMARK_STRENGTH_SHOWN, 0, NULL, NULL, error);
}

static const struct
{
  ComarkInterestKind kind;
  gboolean may_rate;
  gboolean may_after_open; /* once the co-chairs settled on "open" */
} interests[] = {
  { COMARK_INTEREST_NONE, TRUE, TRUE },
  { COMARK_INTEREST_FINANCIAL, FALSE, TRUE },
  { COMARK_INTEREST_PROFESSIONAL, FALSE, TRUE },
  { COMARK_INTEREST_CLOSE_PERSON, FALSE, TRUE },
  { COMARK_INTEREST_TOOK_PART, FALSE, FALSE },
  { COMARK_INTEREST_RECEIVED_CARE, FALSE, TRUE },
  { COMARK_INTEREST_PUBLIC_POSITION, FALSE, TRUE },
  { COMARK_INTEREST_LINK, FALSE, TRUE },
};

static void
test_interest_decides_who_rates (void)
{
  g_autoptr (Panel) panel = panel_new ();

  panel_go_to (panel, STEP_IN_REVIEW);
  for (guint i = 0; i < G_N_ELEMENTS (interests); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean settled;

      g_test_message ("%s", comark_interest_kind_nick (interests[i].kind));
      panel_worked (comark_desk_declare_interest (panel_as (panel, E2), panel->ref, NULL,
                                                  interests[i].kind, "a note", &error),
                    &error);
      g_assert_cmpint (rate_c1 (panel, E2, &error), ==, interests[i].may_rate);
      g_clear_error (&error);
      settled = comark_desk_settle_interest (panel_as (panel, S1), panel->ref,
                                             panel_id (panel, E2), COMARK_EFFECT_OPEN, &error);
      g_assert_cmpint (settled, ==, interests[i].may_after_open);
      g_clear_error (&error);
      g_assert_cmpint (rate_c1 (panel, E2, &error), ==, interests[i].may_after_open);
      g_clear_error (&error);
    }
}

static void
test_no_rating_before_the_answer (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;

  panel_go_to (panel, STEP_IN_REVIEW);
  panel_worked (invite_one (panel, E3, NULL, NULL, &error), &error);
  panel_refused (rate_c1 (panel, E3, &error), &error, COMARK_DESK_ERROR_REFUSED, "interest");
  panel_refused (comark_desk_declare_interest (panel_as (panel, E3), panel->ref, NULL,
                                               COMARK_INTEREST_UNANSWERED, "", &error),
                 &error, COMARK_DESK_ERROR_INVALID, NULL);
  panel_refused (comark_desk_declare_interest (panel_as (panel, E2), panel->ref,
                                               panel_id (panel, E3), COMARK_INTEREST_NONE, "",
                                               &error),
                 &error, COMARK_DESK_ERROR_REFUSED, NULL);
  panel_worked (comark_desk_declare_interest (panel_as (panel, ADMIN), panel->ref,
                                              panel_id (panel, E3), COMARK_INTEREST_NONE, "",
                                              &error),
                &error);
  panel_worked (rate_c1 (panel, E3, &error), &error);
}

static void
test_interest_asked_again_for_new_contributor (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;

  panel_go_to (panel, STEP_IN_REVIEW);
  panel_worked (rate_c1 (panel, E2, &error), &error);
  name_as_contributor (panel, S3);
  panel_refused (rate_c1 (panel, S2, &error), &error, COMARK_DESK_ERROR_REFUSED, "again");
  panel_worked (comark_desk_declare_interest (panel_as (panel, S2), panel->ref, NULL,
                                              COMARK_INTEREST_NONE, "", &error),
                &error);
  panel_worked (rate_c1 (panel, S2, &error), &error);
}

/* ---- drafts ---- */

static ComarkReview *
review_of (Panel *panel, Who who, ComarkStage stage)
{
  g_autoptr (GError) error = NULL;
  ComarkReview *review = NULL;

  comark_review_rows_find (panel->desk.sql, &panel->submission, panel_id (panel, who), 1, stage,
                           &review, &error);
  g_assert_no_error (error);
  return review;
}

static gboolean
save (Panel *panel, ComarkValue value, const char *reason, gint64 rev, gint64 *new_rev,
      ComarkRating **theirs, GError **error)
{
  return comark_desk_save_rating (panel_as (panel, E2), panel->ref, "A1", value, reason,
                                  COMARK_STRENGTH_SAID, rev, new_rev, theirs, error);
}

static void
test_draft_is_kept_as_typed (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkReview) review = NULL;
  ComarkRating *rating;
  gint64 rev = 0;

  panel_go_to (panel, STEP_IN_REVIEW);
  panel_worked (save (panel, COMARK_VALUE_NONE, "half a thou", 0, &rev, NULL, &error), &error);
  g_assert_cmpint (rev, ==, 1);
  panel_worked (save (panel, COMARK_VALUE_NONE, "half a thought", rev, &rev, NULL, &error),
                &error);
  panel_worked (comark_desk_save_place (panel_as (panel, E2), panel->ref, "A1", &error), &error);
  review = review_of (panel, E2, COMARK_STAGE_FIRST);
  g_assert_false (review->submitted);
  g_assert_cmpstr (review->place, ==, "A1");
  g_assert_cmpuint (review->ratings->len, ==, 1);
  rating = review->ratings->pdata[0];
  g_assert_cmpint (rating->value, ==, COMARK_VALUE_NONE);
  g_assert_cmpstr (rating->reason, ==, "half a thought");
  g_assert_cmpint (rating->strength, ==, COMARK_STRENGTH_SAID);
}

static void
test_draft_conflict_keeps_both (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkRating) theirs = NULL;
  gint64 rev = 0;

  panel_go_to (panel, STEP_IN_REVIEW);
  panel_worked (save (panel, 3, "on the one screen", 0, &rev, NULL, &error), &error);
  panel_refused (save (panel, 3, "on the other screen", 0, NULL, &theirs, &error), &error,
                 COMARK_DESK_ERROR_CHANGED, "reason");
  g_assert_cmpstr (theirs->reason, ==, "on the one screen");
  g_assert_cmpint (theirs->rev, ==, rev);
  /* The same words again are no conflict. */
  panel_worked (save (panel, 3, "on the one screen", 0, NULL, NULL, &error), &error);
  panel_worked (save (panel, 3, "on the other screen", theirs->rev, NULL, NULL, &error), &error);
}

static void
test_comment_conflict (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  gint64 rev = 0;

  panel_go_to (panel, STEP_IN_REVIEW);
  panel_worked (comark_desk_save_review_body (panel_as (panel, E2), panel->ref, "All in all", 0,
                                              &rev, &error),
                &error);
  panel_refused (comark_desk_save_review_body (panel_as (panel, E2), panel->ref, "Other", rev - 1,
                                               NULL, &error),
                 &error, COMARK_DESK_ERROR_CHANGED, "comment");
  panel_worked (comark_desk_save_review_body (panel_as (panel, E2), panel->ref, "Other", rev, NULL,
                                              &error),
                &error);
}

static const struct
{
  const char *criterion;
  ComarkValue value;
  const char *reason;
  const char *missing;     /* NULL: nothing */
  ComarkDeskError refused; /* INVALID: at once */
} answers[] = {
  { "A1", 0, "", "say why it is 0", 0 },
  { "A1", 1, "", "say why it is 1", 0 },
  { "A1", 2, "", NULL, 0 },
  { "A1", 3, "", NULL, 0 },
  { "A1", 4, "  ", "say why it is 4", 0 },
  { "A1", 4, "All of it.", NULL, 0 },
  { "A1", COMARK_VALUE_CANNOT_TELL, "", "what you would need to know", 0 },
  { "A1", COMARK_VALUE_NONE, "a reason alone", "no answer yet", 0 },
  { "A1", COMARK_VALUE_NOT_APPLICABLE, "", NULL, COMARK_DESK_ERROR_INVALID },
  { "A1", 5, "", NULL, COMARK_DESK_ERROR_INVALID },
  { "A1", -7, "", NULL, COMARK_DESK_ERROR_INVALID },
  { "A2", 3, "", NULL, COMARK_DESK_ERROR_NO_SUCH }, /* not on the short route */
  { "XX", 3, "", NULL, COMARK_DESK_ERROR_NO_SUCH },
};

static void
test_submit_lists_what_is_missing (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_auto (GStrv) criteria = NULL;
  gint64 rev = 0;

  panel_go_to (panel, STEP_IN_REVIEW);
  criteria = panel_criteria (panel);
  for (guint i = 0; criteria[i] != NULL; i++)
    if (!g_str_equal (criteria[i], "A1"))
      panel_rate (panel, E2, criteria[i], 3);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean saved
        = comark_desk_save_rating (panel_as (panel, E2), panel->ref, answers[i].criterion,
                                   answers[i].value, answers[i].reason, COMARK_STRENGTH_SHOWN,
                                   rev, &rev, NULL, &error);

      if (answers[i].refused != 0)
        {
          panel_refused (saved, &error, answers[i].refused, NULL);
          continue;
        }
      panel_worked (saved, &error);
      saved = comark_desk_submit_review (panel_as (panel, E2), panel->ref, &error);
      if (answers[i].missing != NULL)
        {
          panel_refused (saved, &error, COMARK_DESK_ERROR_MISSING, answers[i].missing);
          continue;
        }
      panel_worked (saved, &error);
      panel_worked (comark_desk_reopen_review (panel_as (panel, S1), panel->ref,
                                               panel_id (panel, E2), "for the next row", &error),
                    &error);
    }
}

static void
test_missing_names_every_criterion (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) missing = NULL;

  panel_go_to (panel, STEP_IN_REVIEW);
  missing = comark_desk_missing_to_rate (panel_as (panel, E2), panel->ref, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (missing), ==, 12);
  panel_refused (comark_desk_submit_review (panel_as (panel, E2), panel->ref, &error), &error,
                 COMARK_DESK_ERROR_MISSING, "F3");
}

/* ---- the first review stays ---- */

static void
test_submitted_first_never_changes (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkReview) before = NULL;
  g_autoptr (ComarkReview) after = NULL;

  panel_go_to (panel, STEP_RATED);
  before = review_of (panel, E2, COMARK_STAGE_FIRST);
  panel_refused (save (panel, 0, "other", 1, NULL, NULL, &error), &error,
                 COMARK_DESK_ERROR_REFUSED, NULL);
  panel_refused (comark_desk_save_review_body (panel_as (panel, E2), panel->ref, "x", before->rev,
                                               NULL, &error),
                 &error, COMARK_DESK_ERROR_REFUSED, NULL);
  /* Handing it in twice is handing it in once. */
  panel_worked (comark_desk_submit_review (panel_as (panel, E2), panel->ref, &error), &error);
  after = review_of (panel, E2, COMARK_STAGE_FIRST);
  g_assert_cmpint (before->rev, ==, after->rev);
  g_assert_cmpint (before->submitted_at, ==, after->submitted_at);
}

static void
test_slip_is_reopened_until_peers_are_seen (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  gint64 kept = 0;

  panel_go_to (panel, STEP_RATED);
  panel_refused (comark_desk_reopen_review (panel_as (panel, S2), panel->ref, panel_id (panel, E2),
                                            "a slip", &error),
                 &error, COMARK_DESK_ERROR_REFUSED, NULL);
  panel_refused (comark_desk_reopen_review (panel_as (panel, S1), panel->ref, panel_id (panel, E2),
                                            "", &error),
                 &error, COMARK_DESK_ERROR_MISSING, NULL);
  panel_worked (comark_desk_reopen_review (panel_as (panel, S1), panel->ref, panel_id (panel, E2),
                                           "a slip", &error),
                &error);
  comark_sql_query_int (panel->desk.sql, &kept, &error, "SELECT count(*) FROM rating_before", "");
  g_assert_cmpint (kept, ==, 12);
  panel_worked (save (panel, 3, "as I meant it", 1, NULL, NULL, &error), &error);
  panel_worked (comark_desk_submit_review (panel_as (panel, E2), panel->ref, &error), &error);
  panel_worked (comark_desk_open_peers (panel_as (panel, E2), panel->ref, &error), &error);
  panel_refused (comark_desk_reopen_review (panel_as (panel, S1), panel->ref, panel_id (panel, E2),
                                            "again", &error),
                 &error, COMARK_DESK_ERROR_REFUSED, NULL);
}

/* Whoever has not handed in their own sees nobody's, so nothing is noted either. */
static void
test_peers_stay_shut_before_own_review (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  gboolean opened = TRUE;

  panel_go_to (panel, STEP_IN_REVIEW);
  panel_rate_all (panel, S1, 3);
  panel_worked (comark_desk_open_peers (panel_as (panel, E2), panel->ref, &error), &error);
  comark_seat_rows_peers_opened (panel->desk.sql, &panel->submission, panel_id (panel, E2),
                                 &opened, &error);
  g_assert_false (opened);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk/invite/forms-the-panel-when-quorum-is-possible",
                   test_invite_forms_panel_when_quorum_possible);
  g_test_add_func ("/desk/invite/again-changes-nothing", test_invite_again_changes_nothing);
  g_test_add_func ("/desk/invite/refuses-contributors-and-strangers", test_invite_refuses);
  g_test_add_func ("/desk/invite/declined-is-asked-again", test_declined_is_asked_again);
  g_test_add_func ("/desk/interest/decides-who-rates", test_interest_decides_who_rates);
  g_test_add_func ("/desk/interest/comes-before-rating", test_no_rating_before_the_answer);
  g_test_add_func ("/desk/interest/is-asked-again-for-a-new-contributor",
                   test_interest_asked_again_for_new_contributor);
  g_test_add_func ("/desk/rate/draft-is-kept-as-typed", test_draft_is_kept_as_typed);
  g_test_add_func ("/desk/rate/conflict-keeps-both", test_draft_conflict_keeps_both);
  g_test_add_func ("/desk/rate/conflict-of-comments", test_comment_conflict);
  g_test_add_func ("/desk/rate/submit-lists-what-is-missing", test_submit_lists_what_is_missing);
  g_test_add_func ("/desk/rate/missing-names-every-criterion", test_missing_names_every_criterion);
  g_test_add_func ("/desk/rate/submitted-first-never-changes", test_submitted_first_never_changes);
  g_test_add_func ("/desk/rate/slip-reopens-until-peers-are-seen",
                   test_slip_is_reopened_until_peers_are_seen);
  g_test_add_func ("/desk/rate/peers-stay-shut-before-own-review",
                   test_peers_stay_shut_before_own_review);
  return g_test_run ();
}
