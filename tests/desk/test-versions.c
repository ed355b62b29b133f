/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was stays readable: each review as it was handed in, and each version of the document.
 */
#include "panel-fixture.h"

#include <string.h>

#include "comark-desk-care.h"
#include "comark-desk-versions.h"
#include "comark-dossier.h"
#include "comark-review-diff.h"
#include "comark-version-diff.h"

static GPtrArray *
try_list (Panel *panel, Who who, Who whose, GError **error)
{
  return comark_desk_list_review_versions (panel_as (panel, who), panel->ref,
                                           who == whose ? NULL : panel_id (panel, whose), error);
}

static GPtrArray *
list_versions (Panel *panel, Who who, Who whose)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *versions = try_list (panel, who, whose, &error);

  g_assert_no_error (error);
  return versions;
}

static ComarkRating *
rating_of (ComarkReviewVersion *version, const char *criterion)
{
  for (guint i = 0; i < version->ratings->len; i++)
    {
      ComarkRating *rating = g_ptr_array_index (version->ratings, i);
      if (g_str_equal (rating->criterion, criterion))
        return rating;
    }
  g_assert_not_reached ();
}

static void
assert_version (GPtrArray *versions, guint index, ComarkStage stage, ComarkValue c1,
                gboolean reopened, gboolean counts)
{
  ComarkReviewVersion *version = g_ptr_array_index (versions, index);

  g_assert_cmpint (version->stage, ==, stage);
  g_assert_cmpint (rating_of (version, "C1")->value, ==, c1);
  g_assert_cmpint (version->reopened_at > 0, ==, reopened);
  g_assert_cmpint (version->counts, ==, counts);
  g_assert_cmpint (version->document_n, ==, 1);
}

static void
reopen (Panel *panel, Who whose)
{
  g_autoptr (GError) error = NULL;

  panel_worked (comark_desk_reopen_review (panel_as (panel, S1), panel->ref,
                                           panel_id (panel, whose), "A slip.", &error),
                &error);
}

static void
save (Panel *panel, Who who, const char *criterion, ComarkValue value, const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkDossier) dossier
    = comark_desk_open_dossier (panel_as (panel, who), panel->ref, &error);
  ComarkReview *own = dossier->own_final != NULL ? dossier->own_final : dossier->own_first;
  ComarkRating *rating = comark_dossier_rating (own, criterion);

  panel_worked (comark_desk_save_rating (panel_as (panel, who), panel->ref, criterion, value,
                                         reason, COMARK_STRENGTH_SHOWN, rating->rev, NULL, NULL,
                                         &error),
                &error);
}

/* ---- reviews ---- */

/* Handed in, reopened, handed in, reopened and left as it was, handed in. */
static void
test_each_time_is_kept (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_auto (GStrv) wrong = NULL;

  panel_go_to (panel, STEP_IN_REVIEW);
  panel_rate_all (panel, E2, 2);
  panel_pass_days (panel, 1);
  reopen (panel, E2);
  save (panel, E2, "C1", 3, "They decided.");
  g_assert_true (comark_desk_submit_review (panel_as (panel, E2), panel->ref, &error));
  panel_pass_days (panel, 1);
  reopen (panel, E2);
  save (panel, E2, "C1", 4, "They decided.");
  g_assert_true (comark_desk_submit_review (panel_as (panel, E2), panel->ref, &error));
  versions = list_versions (panel, E2, E2);
  g_assert_cmpuint (versions->len, ==, 3);
  assert_version (versions, 0, COMARK_STAGE_FIRST, 2, TRUE, FALSE);
  assert_version (versions, 1, COMARK_STAGE_FIRST, 3, TRUE, FALSE);
  assert_version (versions, 2, COMARK_STAGE_FIRST, 4, FALSE, TRUE);
  wrong = comark_desk_check (panel_as (panel, ADMIN), &error);
  g_assert_cmpstr (wrong[0], ==, NULL);
}

static void
test_a_draft_is_no_version (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GPtrArray) none = NULL, one = NULL;

  panel_go_to (panel, STEP_IN_REVIEW);
  panel_rate (panel, E2, "C1", 2);
  none = list_versions (panel, E2, E2);
  g_assert_cmpuint (none->len, ==, 0);
  panel_rate_all (panel, E2, 2);
  reopen (panel, E2);
  save (panel, E2, "C1", 4, "They decided.");
  one = list_versions (panel, E2, E2);
  g_assert_cmpuint (one->len, ==, 1);
  assert_version (one, 0, COMARK_STAGE_FIRST, 2, TRUE, FALSE);
}

/* First and final are both kept; so is what was final before second thoughts. */
static void
test_first_and_final (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) before = NULL, after = NULL;

  panel->value = 3;
  panel_go_to (panel, STEP_AGREED);
  save (panel, E2, "C1", 4, "They decided.");
  before = list_versions (panel, E2, E2);
  g_assert_cmpuint (before->len, ==, 2);
  assert_version (before, 0, COMARK_STAGE_FIRST, 3, FALSE, TRUE);
  assert_version (before, 1, COMARK_STAGE_FINAL, 4, FALSE, TRUE);
  panel_go_to (panel, STEP_DECIDED);
  panel_pass_days (panel, 1);
  panel_worked (comark_desk_reconsider (panel_as (panel, E1), panel->ref, "A thought.", &error),
                &error);
  save (panel, E2, "C1", 2, "They did not.");
  after = list_versions (panel, E2, E2);
  g_assert_cmpuint (after->len, ==, 3);
  assert_version (after, 1, COMARK_STAGE_FINAL, 4, FALSE, FALSE);
  assert_version (after, 2, COMARK_STAGE_FINAL, 2, FALSE, TRUE);
}

static void
test_who_may_see_others (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) seen = NULL, none = NULL, later = NULL;

  panel_go_to (panel, STEP_IN_REVIEW);
  panel_rate_all (panel, E2, 2);
  panel_refused (try_list (panel, S2, E2, &error) != NULL, &error, COMARK_DESK_ERROR_REFUSED,
                 "after you have submitted");
  panel_refused (try_list (panel, ADMIN, E2, &error) != NULL, &error, COMARK_DESK_ERROR_REFUSED,
                 "rate alone");
  panel_refused (try_list (panel, OWNER, E2, &error) != NULL, &error, COMARK_DESK_ERROR_REFUSED,
                 NULL);
  panel_refused (try_list (panel, E3, E2, &error) != NULL, &error, COMARK_DESK_ERROR_NO_SUCH,
                 NULL);
  panel_rate_all (panel, S2, 3);
  panel_refused (try_list (panel, S2, E2, &error) != NULL, &error, COMARK_DESK_ERROR_REFUSED,
                 "not asked");
  g_assert_true (comark_desk_open_peers (panel_as (panel, S2), panel->ref, &error));
  seen = list_versions (panel, S2, E2);
  g_assert_cmpuint (seen->len, ==, 1);
  /* Open again, it is a draft, and what was a slip is nobody else's business. */
  reopen (panel, E2);
  none = list_versions (panel, S2, E2);
  g_assert_cmpuint (none->len, ==, 0);
  panel_refused (try_list (panel, ADMIN, E2, &error) != NULL, &error, COMARK_DESK_ERROR_REFUSED,
                 "rate alone");
  save (panel, E2, "C1", 4, "They decided.");
  g_assert_true (comark_desk_submit_review (panel_as (panel, E2), panel->ref, &error));
  later = list_versions (panel, S2, E2);
  g_assert_cmpuint (later->len, ==, 2);
}

/* ---- two of them beside each other ---- */

static void
test_criterion_by_criterion (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = NULL, rows = NULL;
  g_autoptr (ComarkDossier) dossier = NULL;
  guint n_different = 0;

  panel->value = 3;
  panel_go_to (panel, STEP_IN_MEETING);
  save (panel, E2, "C1", 4, "They decided, all of them.");
  save (panel, E2, "A1", 3, "They decided it.");
  versions = list_versions (panel, E2, E2);
  dossier = comark_desk_open_dossier (panel_as (panel, E2), panel->ref, &error);
  rows = comark_review_diff (dossier->criteria, g_ptr_array_index (versions, 0),
                             g_ptr_array_index (versions, 1));
  for (guint i = 0; i < rows->len; i++)
    {
      const ComarkReviewDiffRow *row = g_ptr_array_index (rows, i);
      n_different += comark_review_diff_row_differs (row);
      if (row->criterion != NULL && g_str_equal (row->criterion->id, "C1"))
        {
          g_assert_true (row->value_differs && row->reason_differs);
          g_assert_cmpint (row->before->value, ==, 3);
          g_assert_cmpint (row->after->value, ==, 4);
        }
    }
  g_assert_cmpuint (rows->len, >=, dossier->criteria->len);
  g_assert_cmpuint (n_different, ==, 2);
}

/* ---- documents ---- */

static void
set_document (Panel *panel, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  panel_worked (comark_desk_set_document (panel_as (panel, OWNER), panel->ref, bytes, "Two.txt",
                                          &error),
                &error);
}

static void
test_documents (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkVersionPair) pair = NULL;
  g_autoptr (ComarkVersionDiff) diff = NULL;

  panel_go_to (panel, STEP_SUBMITTED);
  panel_refused (comark_desk_read_versions (panel_as (panel, OWNER), panel->ref, 0, 0, &error)
                   != NULL,
                 &error, COMARK_DESK_ERROR_NO_SUCH, "one version");
  panel_worked (comark_desk_send_back (panel_as (panel, ADMIN), panel->ref, "More, please.",
                                       &error),
                &error);
  set_document (panel, "A leaflet about leaving.\n\nNobody leaves without a number to ring.\n");
  panel_worked (comark_desk_submit (panel_as (panel, OWNER), panel->ref, &error), &error);
  pair = comark_desk_read_versions (panel_as (panel, OWNER), panel->ref, 2, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (pair->old->n, ==, 1);
  g_assert_cmpint (pair->new->n, ==, 2);
  panel_refused (comark_desk_read_versions (panel_as (panel, OWNER), panel->ref, 2, 2, &error)
                   != NULL,
                 &error, COMARK_DESK_ERROR_INVALID, "twice");
  panel_refused (comark_desk_read_versions (panel_as (panel, OWNER), panel->ref, 1, 7, &error)
                   != NULL,
                 &error, COMARK_DESK_ERROR_NO_SUCH, "no version 7");
  panel_refused (comark_desk_read_versions (panel_as (panel, E1), panel->ref, 0, 0, &error)
                   != NULL,
                 &error, COMARK_DESK_ERROR_REFUSED, NULL);
  panel_refused (comark_desk_read_versions (panel_as (panel, E2), panel->ref, 0, 0, &error)
                   != NULL,
                 &error, COMARK_DESK_ERROR_NO_SUCH, NULL);
}

/* ---- what changed since ---- */

static gint64
rated_version (Panel *panel, Who who)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkDossier) dossier
    = comark_desk_open_dossier (panel_as (panel, who), panel->ref, &error);

  g_assert_no_error (error);
  return dossier->rated_version;
}

/* Rated, deferred, mended, submitted again. */
static void
test_since_it_was_rated (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  const ComarkId *people[] = { panel_id (panel, E1), panel_id (panel, E2), panel_id (panel, S1),
                               panel_id (panel, S2) };
  ComarkId invited[G_N_ELEMENTS (people)];
  g_autoptr (ComarkDossier) dossier = NULL;
  gboolean formed;

  panel->value = 2;
  panel_go_to (panel, STEP_AGREED);
  panel_worked (comark_desk_judge (panel_as (panel, E1), panel->ref, "gaps-in-3-months", FALSE,
                                   "It takes longer.", &error),
                &error);
  panel_worked (comark_desk_judge (panel_as (panel, E1), panel->ref, "gaps-in-6-months", TRUE,
                                   "They have begun.", &error),
                &error);
  panel_go_to (panel, STEP_SEALED);
  g_assert_cmpint (panel_state (panel), ==, COMARK_STATE_DEFERRED);
  g_assert_cmpint (rated_version (panel, E2), ==, 0);
  set_document (panel, "A leaflet about leaving. Nobody leaves without a number to ring.\n");
  g_assert_cmpint (rated_version (panel, E2), ==, 0);
  panel_worked (comark_desk_submit (panel_as (panel, OWNER), panel->ref, &error), &error);
  panel_worked (comark_desk_complete (panel_as (panel, ADMIN), panel->ref, &error), &error);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    invited[i] = *people[i];
  panel_worked (comark_desk_invite (panel_as (panel, ADMIN), panel->ref, invited,
                                    G_N_ELEMENTS (invited), "2027-06-30", &formed, NULL,
                                    &error),
                &error);
  g_assert_true (formed);
  dossier = comark_desk_open_dossier (panel_as (panel, ADMIN), panel->ref, &error);
  g_assert_cmpuint (dossier->seats->len, ==, G_N_ELEMENTS (invited));
  for (guint i = 0; i < dossier->seats->len; i++)
    g_assert_cmpstr (((ComarkSeat *) dossier->seats->pdata[i])->due_day, ==, "2027-06-30");
  g_assert_cmpint (rated_version (panel, E2), ==, 0); /* not before the question of interests */
  panel_worked (comark_desk_declare_interest (panel_as (panel, E2), panel->ref, NULL,
                                              COMARK_INTEREST_NONE, "", &error),
                &error);
  g_assert_cmpint (rated_version (panel, E2), ==, 1);
  panel_rate (panel, E2, "C1", 4);
  g_assert_cmpint (rated_version (panel, E2), ==, 1);
  g_assert_cmpint (rated_version (panel, ADMIN), ==, 0);
  versions = list_versions (panel, E2, E2);
  g_assert_cmpuint (versions->len, ==, 1);
  g_assert_cmpint (((ComarkReviewVersion *) versions->pdata[0])->round, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk/versions/each-time-is-kept", test_each_time_is_kept);
  g_test_add_func ("/desk/versions/a-draft-is-none", test_a_draft_is_no_version);
  g_test_add_func ("/desk/versions/first-and-final", test_first_and_final);
  g_test_add_func ("/desk/versions/who-may-see-others", test_who_may_see_others);
  g_test_add_func ("/desk/versions/criterion-by-criterion", test_criterion_by_criterion);
  g_test_add_func ("/desk/versions/of-documents", test_documents);
  g_test_add_func ("/desk/versions/since-it-was-rated", test_since_it_was_rated);
  return g_test_run ();
}
