/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-submission-list.h"
#include "shell-register.h"

#define N_SUBMISSIONS 300

typedef struct
{
  ComarkRegister *reg;
  ComarkSubmissionList *list;
  guint n_answers;
  guint n_changes; /* of items */
  guint n_removed;
  guint n_added;
} Fixture;

static void
on_answered_cb (ComarkSubmissionList *list, Fixture *fixture)
{
  fixture->n_answers++;
}

static void
on_items_changed_cb (GListModel *list, guint position, guint n_removed, guint n_added,
                     Fixture *fixture)
{
  fixture->n_changes++;
  fixture->n_removed += n_removed;
  fixture->n_added += n_added;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->reg = shell_register_new (N_SUBMISSIONS);
  fixture->list = comark_submission_list_new ();
  comark_submission_list_set_register (fixture->list, fixture->reg);
  g_signal_connect (fixture->list, "answered", G_CALLBACK (on_answered_cb), fixture);
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (on_items_changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  comark_submission_list_set_register (fixture->list, NULL);
  shell_wait (50);
  g_assert_finalize_object (fixture->list);
  shell_register_free (fixture->reg);
}

static void
ask (Fixture *fixture, const char *search, int state)
{
  ComarkSubmissionQuery query = { .search = search, .state = state, .sort = COMARK_SORT_REF };
  guint n_before = fixture->n_answers;

  comark_submission_list_query (fixture->list, &query);
  shell_wait_until (fixture->n_answers > n_before);
  g_assert_null (comark_submission_list_get_error (fixture->list));
}

static guint
count (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->list));
}

static ComarkSubmissionRow *
row_at (Fixture *fixture, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (fixture->list), position);
}

static void
forget_changes (Fixture *fixture)
{
  fixture->n_changes = fixture->n_removed = fixture->n_added = 0;
}

static void
test_fetches (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ComarkSubmissionRow) first = NULL, neighbour = NULL, last = NULL;

  ask (fixture, NULL, -1);
  g_assert_cmpuint (count (fixture), ==, N_SUBMISSIONS);
  g_assert_null (row_at (fixture, N_SUBMISSIONS));
  first = row_at (fixture, 0);
  g_assert_null (comark_submission_row_get_submission (first));
  shell_wait_until (comark_submission_row_get_submission (first) != NULL);
  g_assert_cmpstr (comark_submission_row_get_submission (first)->title, ==, "Policy number 0");
  neighbour = row_at (fixture, COMARK_SUBMISSION_LIST_PAGE - 1);
  g_assert_nonnull (comark_submission_row_get_submission (neighbour));
  last = row_at (fixture, N_SUBMISSIONS - 1);
  g_assert_null (comark_submission_row_get_submission (last));
  shell_wait_until (comark_submission_row_get_submission (last) != NULL);
  g_assert_cmpstr (comark_submission_row_get_submission (last)->title, ==, "Policy number 299");
}

static void
test_same_row (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ComarkSubmissionRow) row = NULL, again = NULL;

  ask (fixture, NULL, -1);
  row = row_at (fixture, 7);
  again = row_at (fixture, 7);
  g_assert_true (row == again);
}

static void
on_watched_cb (ComarkSubmissionRow *row, GParamSpec *pspec, guint *n_notified)
{
  ++*n_notified;
}

/* What a view does that shows the row. */
static ComarkSubmissionRow *
watch_row (Fixture *fixture, guint position, guint *n_notified)
{
  ComarkSubmissionRow *row = row_at (fixture, position);

  g_signal_connect (row, "notify", G_CALLBACK (on_watched_cb), n_notified);
  shell_wait_until (comark_submission_row_get_submission (row) != NULL);
  return row;
}

static void
test_one_more (Fixture *fixture, gconstpointer data)
{
  guint n_notified = 0;
  g_autoptr (ComarkSubmissionRow) row = NULL, again = NULL;

  ask (fixture, NULL, -1);
  row = watch_row (fixture, 3, &n_notified);
  forget_changes (fixture);
  shell_register_add (fixture->reg, "One more");
  ask (fixture, NULL, -1);
  g_assert_cmpuint (count (fixture), ==, N_SUBMISSIONS + 1);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  g_assert_cmpuint (fixture->n_removed, ==, 0);
  g_assert_cmpuint (fixture->n_added, ==, 1);
  again = row_at (fixture, 3);
  g_assert_true (row == again);
  g_assert_nonnull (comark_submission_row_get_submission (row));
}

static void
test_changed_in_place (Fixture *fixture, gconstpointer data)
{
  guint n_notified = 0;
  g_autoptr (ComarkSubmissionRow) row = NULL;
  ComarkSubmission *submission;

  ask (fixture, NULL, -1);
  row = watch_row (fixture, 3, &n_notified);
  submission = comark_submission_row_get_submission (row);
  n_notified = 0;
  forget_changes (fixture);
  shell_register_rename (fixture->reg, submission->ref, submission->rev, "Another title");
  comark_submission_list_refresh (fixture->list);
  shell_wait_until (n_notified > 0);
  g_assert_cmpstr (comark_submission_row_get_submission (row)->title, ==, "Another title");
  g_assert_cmpuint (fixture->n_changes, ==, 0);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  shell_register_add (fixture->reg, "Leaflet about medicines");
  ask (fixture, "medicines", -1);
  g_assert_cmpuint (count (fixture), ==, 1);
  g_assert_cmpuint (comark_submission_list_get_total (fixture->list), ==, N_SUBMISSIONS + 1);
  ask (fixture, "nowhere", -1);
  g_assert_cmpuint (count (fixture), ==, 0);
  ask (fixture, NULL, COMARK_STATE_PREPARING);
  g_assert_cmpuint (count (fixture), ==, N_SUBMISSIONS + 1);
  ask (fixture, NULL, COMARK_STATE_AWARDED);
  g_assert_cmpuint (count (fixture), ==, 0);
}

static void
test_newest_query (Fixture *fixture, gconstpointer data)
{
  ComarkSubmissionQuery query = { .state = -1, .sort = COMARK_SORT_REF };

  for (guint i = 0; i < 5; i++)
    comark_submission_list_query (fixture->list, &query);
  query.search = "nowhere";
  comark_submission_list_query (fixture->list, &query);
  shell_wait_until (fixture->n_answers == 1);
  shell_wait (100);
  g_assert_cmpuint (fixture->n_answers, ==, 1);
  g_assert_cmpuint (count (fixture), ==, 0);
}

static void
test_far (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ComarkSubmissionRow) last = NULL;

  ask (fixture, NULL, -1);
  for (guint i = 0; i < N_SUBMISSIONS; i++)
    {
      g_autoptr (ComarkSubmissionRow) row = row_at (fixture, i);
      g_assert_nonnull (row);
    }
  last = row_at (fixture, N_SUBMISSIONS - 1);
  shell_wait_until (comark_submission_row_get_submission (last) != NULL);
}

static void
test_clear (Fixture *fixture, gconstpointer data)
{
  ask (fixture, NULL, -1);
  comark_submission_list_clear (fixture->list);
  g_assert_cmpuint (count (fixture), ==, 0);
  g_assert_cmpuint (fixture->n_removed, ==, N_SUBMISSIONS);
}

#define ADD(name, test) \
  g_test_add ("/submission-list/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("rows-are-fetched-by-the-page", test_fetches);
  ADD ("the-same-place-is-the-same-row", test_same_row);
  ADD ("one-more-is-one-change", test_one_more);
  ADD ("what-changed-in-its-place-is-no-change-of-items", test_changed_in_place);
  ADD ("search-and-state-narrow-it", test_search);
  ADD ("only-the-newest-query-is-answered", test_newest_query);
  ADD ("scrolled-past-all-the-last-is-fetched", test_far);
  ADD ("cleared-it-is-empty", test_clear);
  return g_test_run ();
}
