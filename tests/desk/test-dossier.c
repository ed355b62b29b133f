/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A dossier holds what its viewer may see and nothing else.
 */
#include "comark-dossier.h"
#include "panel-fixture.h"

static ComarkDossier *
look (Panel *panel, Who who)
{
  g_autoptr (GError) error = NULL;
  ComarkDossier *dossier = comark_desk_open_dossier (panel_as (panel, who), panel->ref, &error);

  g_assert_no_error (error);
  g_assert_nonnull (dossier);
  return dossier;
}

static ComarkSeat *
seat_of (Panel *panel, ComarkDossier *dossier, Who who)
{
  for (guint i = 0; i < dossier->seats->len; i++)
    {
      ComarkSeat *seat = g_ptr_array_index (dossier->seats, i);

      if (comark_id_equal (&seat->person, panel_id (panel, who)))
        return seat;
    }
  return NULL;
}

static ComarkSeat *
the_seat (Panel *panel, ComarkDossier *dossier, Who who)
{
  ComarkSeat *seat = seat_of (panel, dossier, who);

  if (seat == NULL)
    g_error ("no seat");
  return seat;
}

/* "submit-review" and the like in the history, by whom. */
static gboolean
tells (ComarkDossier *dossier, const char *act, const char *actor)
{
  for (guint i = 0; i < dossier->history->len; i++)
    {
      ComarkHistoryEntry *entry = g_ptr_array_index (dossier->history, i);

      if (g_str_equal (entry->act, act)
          && (actor == NULL || g_str_equal (entry->actor_name, actor)))
        return TRUE;
    }
  return FALSE;
}

static void
assert_knows_nothing_of_ratings (Panel *panel, Who who, int n_reviews_in)
{
  g_autoptr (ComarkDossier) dossier = look (panel, who);
  Who raters[] = { E1, S1 };

  g_assert_cmpuint (dossier->reviews->len, ==, 0);
  g_assert_null (dossier->summaries);
  g_assert_null (dossier->outcome);
  g_assert_null (dossier->decision);
  g_assert_cmpuint (dossier->agreed->len, ==, 0);
  g_assert_cmpint (dossier->n_reviews_in, ==, n_reviews_in);
  g_assert_cmpint (dossier->submission->n_reviews, ==, n_reviews_in);
  g_assert_cmpint (dossier->submission->spread, ==, -1);
  g_assert_false (tells (dossier, "submit-review", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (raters); i++)
    {
      ComarkSeat *seat = seat_of (panel, dossier, raters[i]);

      g_assert_true (seat == NULL || !seat->review_in);
    }
}

static void
test_rate_alone_first (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (ComarkDossier) before = NULL, after = NULL, closed = NULL;

  panel_go_to (panel, STEP_IN_REVIEW);
  panel_rate_all (panel, E1, 4);
  panel_rate_all (panel, S1, 1);
  panel_rate (panel, E2, "C1", 2);
  assert_knows_nothing_of_ratings (panel, E2, -1);
  assert_knows_nothing_of_ratings (panel, S2, -1);
  assert_knows_nothing_of_ratings (panel, OWNER, -1);
  assert_knows_nothing_of_ratings (panel, ADMIN, 2);

  /* a draft is its author's alone */
  before = look (panel, E2);
  g_assert_cmpint (comark_dossier_rating (before->own_first, "C1")->value, ==, 2);
  g_assert_false (before->own_first->submitted);

  /* and those who have rated see the others once they ask */
  closed = look (panel, E1);
  g_assert_true (closed->peers_closed);
  g_assert_cmpuint (closed->reviews->len, ==, 0);
  g_assert_null (closed->summaries);
  panel_worked (comark_desk_open_peers (panel_as (panel, E1), panel->ref, &error), &error);
  after = look (panel, E1);
  g_assert_cmpuint (after->reviews->len, ==, 1);
  g_assert_cmpstr (((ComarkReview *) after->reviews->pdata[0])->person_name, ==, "Sam One");
  g_assert_cmpint (after->n_reviews_in, ==, 2);
  g_assert_nonnull (after->summaries);
  g_assert_true (tells (after, "submit-review", "Sam One"));
}

static void
test_summaries_put_talk_first (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (ComarkDossier) dossier = NULL;
  g_auto (GStrv) criteria = NULL;
  ComarkCriterionSummary *first;
  Who others[] = { E2, S1, S2 };

  panel_go_to (panel, STEP_IN_REVIEW);
  criteria = panel_criteria (panel);
  panel_rate_all (panel, E1, 3);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      for (guint j = 0; criteria[j] != NULL; j++)
        panel_rate (panel, others[i], criteria[j], others[i] != E2 && j == 3 ? 1 : 3);
      panel_worked (comark_desk_submit_review (panel_as (panel, others[i]), panel->ref, &error),
                    &error);
    }
  panel->step = STEP_RATED;
  panel_go_to (panel, STEP_IN_MEETING);
  dossier = look (panel, ADMIN);
  g_assert_cmpuint (dossier->summaries->len, ==, g_strv_length (criteria));
  first = g_ptr_array_index (dossier->summaries, 0);
  g_assert_cmpstr (first->criterion, ==, criteria[3]);
  g_assert_cmpint (first->medians.expert_median, ==, 3);
  g_assert_cmpint (first->medians.staff_median, ==, 1);
  g_assert_cmpint (first->medians.suggested, ==, 1);
  first = g_ptr_array_index (dossier->summaries, 1);
  g_assert_cmpstr (first->criterion, ==, criteria[0]);
  g_assert_true (dossier->quorum->met);
  g_assert_cmpuint (dossier->meeting->attendance->len, ==, 4);
  g_assert_cmpuint (dossier->reviews->len, ==, 4);
}

static void
test_document_opens_after_the_question (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (ComarkDossier) asked = NULL, answered = NULL;
  ComarkId reserve;

  panel_go_to (panel, STEP_IN_REVIEW);
  reserve = *panel_id (panel, E3);
  panel_worked (comark_desk_invite (panel_as (panel, ADMIN), panel->ref, &reserve, 1, NULL, NULL,
                                    NULL, &error),
                &error);
  asked = look (panel, E3);
  g_assert_cmpuint (asked->documents->len, ==, 0);
  g_assert_cmpuint (asked->statements->len, ==, 0);
  g_assert_cmpuint (asked->history->len, ==, 0);
  g_assert_cmpuint (asked->contributors->len, ==, 1);
  g_assert_false (comark_dossier_may (asked, COMARK_ACTION_RATE, NULL));
  panel_worked (comark_desk_declare_interest (panel_as (panel, E3), panel->ref, NULL,
                                              COMARK_INTEREST_NONE, "", &error),
                &error);
  answered = look (panel, E3);
  g_assert_cmpuint (answered->documents->len, ==, 1);
  g_assert_cmpuint (answered->statements->len, >, 0);
  g_assert_true (comark_dossier_may (answered, COMARK_ACTION_RATE, NULL));
}

static void
test_a_link_says_no_more (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (ComarkDossier) own = NULL, peer = NULL, minutes = NULL, owner = NULL;

  panel_go_to (panel, STEP_IN_REVIEW);
  panel_worked (comark_desk_declare_interest (panel_as (panel, E2), panel->ref, NULL,
                                              COMARK_INTEREST_RECEIVED_CARE, "in spring", &error),
                &error);
  panel_worked (comark_desk_settle_interest (panel_as (panel, S1), panel->ref,
                                             panel_id (panel, E2), COMARK_EFFECT_OPEN, &error),
                &error);
  own = look (panel, E2);
  peer = look (panel, S2);
  minutes = look (panel, ADMIN);
  owner = look (panel, OWNER);
  g_assert_cmpint (the_seat (panel, own, E2)->interest, ==, COMARK_INTEREST_RECEIVED_CARE);
  g_assert_cmpstr (the_seat (panel, own, E2)->interest_note, ==, "in spring");
  g_assert_cmpint (the_seat (panel, peer, E2)->interest, ==, COMARK_INTEREST_LINK);
  g_assert_cmpstr (the_seat (panel, peer, E2)->interest_note, ==, "");
  g_assert_cmpint (the_seat (panel, peer, S2)->interest, ==, COMARK_INTEREST_NONE);
  g_assert_cmpint (the_seat (panel, minutes, E2)->interest, ==, COMARK_INTEREST_RECEIVED_CARE);
  g_assert_cmpuint (owner->seats->len, ==, 0);
  g_assert_true (tells (own, "declare-interest", "Emil Two"));
  g_assert_false (tells (peer, "declare-interest", "Emil Two"));
  g_assert_false (tells (owner, "invite", NULL));
}

static void
test_result_comes_with_the_seal (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (ComarkDossier) waiting = NULL, decided = NULL, told = NULL;

  panel_go_to (panel, STEP_SIGNED);
  waiting = look (panel, OWNER);
  g_assert_null (waiting->decision);
  g_assert_null (waiting->outcome);
  g_assert_null (waiting->submission->outcome);
  g_assert_cmpuint (waiting->agreed->len, ==, 0);
  g_assert_false (tells (waiting, "decide", NULL));
  decided = look (panel, E2);
  g_assert_nonnull (decided->decision);
  g_assert_cmpuint (decided->decision->signatures->len, ==, 2);

  panel_go_to (panel, STEP_CLOSED);
  told = look (panel, OWNER);
  g_assert_nonnull (told->decision);
  g_assert_cmpstr (told->submission->outcome, ==, told->decision->outcome);
  g_assert_cmpuint (told->agreed->len, ==, told->criteria->len);
  g_assert_cmpuint (told->reviews->len, ==, 0);
  g_assert_null (told->summaries);
  g_assert_cmpuint (told->told->len, ==, 1);
  g_assert_nonnull (told->mark);
  g_assert_cmpstr (told->submission->mark_number, ==, told->mark->number);
  g_assert_true (tells (told, "close", "Ada Admin"));
  g_assert_true (tells (told, "submit", "Olu Owner"));
}

static void
test_interest_hides_the_whole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Panel) panel = panel_new ();

  panel_go_to (panel, STEP_IN_REVIEW);
  panel_worked (comark_desk_declare_interest (panel_as (panel, S2), panel->ref, NULL,
                                              COMARK_INTEREST_FINANCIAL, "", &error),
                &error);
  panel_refused (comark_desk_open_dossier (panel_as (panel, S2), panel->ref, &error) != NULL,
                 &error, COMARK_DESK_ERROR_NO_SUCH, NULL);
}

static void
test_new_contributor_asks_again (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (ComarkDossier) dossier = NULL, barred = NULL;
  ComarkContributorForm named = { .name = "Sue Two" };

  panel_go_to (panel, STEP_IN_REVIEW);
  panel_worked (comark_sql_exec (panel->desk.sql, &error, "UPDATE submission SET state='preparing'",
                                 "")
                  == 1,
                &error);
  panel_worked (comark_desk_save_contributor (panel_as (panel, OWNER), panel->ref, &named, &error),
                &error);
  panel_worked (comark_sql_exec (panel->desk.sql, &error, "UPDATE submission SET state='in-review'",
                                 "")
                  == 1,
                &error);
  dossier = look (panel, E2);
  g_assert_false (the_seat (panel, dossier, E2)->interest_current);
  g_assert_cmpuint (dossier->documents->len, ==, 0);
  g_assert_cmpuint (dossier->contributors->len, ==, 2);

  /* who is named on the list never rates, whatever they answer */
  panel_worked (comark_desk_declare_interest (panel_as (panel, S2), panel->ref, NULL,
                                              COMARK_INTEREST_NONE, "", &error),
                &error);
  barred = look (panel, S2);
  g_assert_false (comark_dossier_may (barred, COMARK_ACTION_RATE, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/desk/dossier/rate-alone-first", test_rate_alone_first);
  g_test_add_func ("/desk/dossier/summaries-put-talk-first", test_summaries_put_talk_first);
  g_test_add_func ("/desk/dossier/document-opens-after-the-question",
                   test_document_opens_after_the_question);
  g_test_add_func ("/desk/dossier/a-link-says-no-more", test_a_link_says_no_more);
  g_test_add_func ("/desk/dossier/result-comes-with-the-seal", test_result_comes_with_the_seal);
  g_test_add_func ("/desk/dossier/interest-hides-the-whole", test_interest_hides_the_whole);
  g_test_add_func ("/desk/dossier/new-contributor-asks-again", test_new_contributor_asks_again);
  return g_test_run ();
}
