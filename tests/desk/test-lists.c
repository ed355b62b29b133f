/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of submissions shows each person what they may know of, and nothing else.
 */
#include "comark-desk-standing.h"
#include "panel-fixture.h"

static GArray *
query (Panel *panel, Who who, const char *search, int state, ComarkSubmissionSort sort,
       gboolean descending)
{
  g_autoptr (GError) error = NULL;
  const ComarkSubmissionQuery asked
    = { .search = search, .state = state, .sort = sort, .descending = descending };
  GArray *ids = comark_desk_query_submissions (panel_as (panel, who), &asked, &error);

  g_assert_no_error (error);
  return ids;
}

static guint
count (Panel *panel, Who who, const char *search)
{
  g_autoptr (GArray) ids = query (panel, who, search, -1, COMARK_SORT_UPDATED, FALSE);

  return ids->len;
}

static gboolean
lists (Panel *panel, Who who, const ComarkId *submission)
{
  g_autoptr (GArray) ids = query (panel, who, NULL, -1, COMARK_SORT_UPDATED, FALSE);

  for (guint i = 0; i < ids->len; i++)
    {
      if (comark_id_equal (&g_array_index (ids, ComarkId, i), submission))
        return TRUE;
    }
  return FALSE;
}

static char *
add (Panel *panel, Who owner, const char *title)
{
  g_autoptr (GError) error = NULL;
  ComarkSubmissionForm form = { .title = title, .type = "leaflet" };
  char *ref = comark_desk_new_submission (panel_as (panel, ADMIN), panel_id (panel, owner), &form,
                                          &error);

  g_assert_no_error (error);
  return ref;
}

/* Some related to everybody in every way. */
static void
fill (Panel *panel)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *one = add (panel, OWNER, "Étoile café guide");
  g_autofree char *other = add (panel, S3, "About Étoile");
  g_autofree char *third = add (panel, ADMIN, "Zebra crossings");
  ComarkContributorForm contributor = { .name = "Emil Two", .lived_experience = TRUE };
  ComarkId reserves[2] = { *panel_id (panel, E3), *panel_id (panel, S3) };

  panel_worked (comark_desk_save_contributor (panel_as (panel, OWNER), one, &contributor, &error),
                &error);
  panel_go_to (panel, STEP_IN_REVIEW);
  panel_worked (comark_desk_invite (panel_as (panel, ADMIN), panel->ref, reserves, 2, NULL, NULL,
                                    NULL, &error),
                &error);
  panel_worked (comark_desk_reply (panel_as (panel, S3), panel->ref, FALSE, &error), &error);
  panel_worked (comark_desk_declare_interest (panel_as (panel, S2), panel->ref, NULL,
                                              COMARK_INTEREST_FINANCIAL, "", &error),
                &error);
  panel_worked (comark_desk_declare_interest (panel_as (panel, S1), panel->ref, NULL,
                                              COMARK_INTEREST_FINANCIAL, "", &error),
                &error);
  panel_worked (comark_desk_settle_interest (panel_as (panel, E1), panel->ref,
                                             panel_id (panel, S1), COMARK_EFFECT_SPEAKS, &error),
                &error);
}

static void
test_list_is_what_access_says (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Panel) panel = panel_new ();
  guint n_seen = 0, n_hidden = 0;

  fill (panel);
  for (Who who = ADMIN; who < N_PEOPLE; who++)
    {
      for (guint n = 1; n <= 4; n++)
        {
          g_autofree char *ref = g_strdup_printf ("S-2026-%04u", n);
          ComarkStanding standing;
          ComarkId id;
          gboolean sees;

          g_assert_true (comark_desk_find_submission (panel_as (panel, ADMIN), ref, &id, &error));
          comark_desk_read_standing (panel_as (panel, who), &id, NULL, &standing, &error);
          g_assert_no_error (error);
          sees = comark_access_check (&standing, COMARK_ACTION_SEE_EXISTS, NULL);
          g_assert_cmpint (lists (panel, who, &id), ==, sees);
          n_seen += sees;
          n_hidden += !sees;
        }
    }
  g_assert_cmpuint (n_seen, >, 10);
  g_assert_cmpuint (n_hidden, >, 10);
  g_assert_false (lists (panel, S2, &panel->submission));
  g_assert_true (lists (panel, S1, &panel->submission));
}

static void
test_interest_hides_from_an_administrator_too (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GPtrArray) rows = NULL;

  panel_go_to (panel, STEP_IN_REVIEW);
  panel_worked (comark_desk_declare_interest (panel_as (panel, ADMIN), panel->ref,
                                              panel_id (panel, ADMIN),
                                              COMARK_INTEREST_CLOSE_PERSON, "", &error),
                &error);
  g_assert_false (lists (panel, ADMIN, &panel->submission));
  g_assert_cmpuint (count (panel, ADMIN, "home"), ==, 0);
  rows = comark_desk_fetch_submissions (panel_as (panel, ADMIN), &panel->submission, 1, &error);
  g_assert_no_error (error);
  g_assert_null (g_ptr_array_index (rows, 0));
  panel_refused (comark_desk_find_submission (panel_as (panel, ADMIN), panel->ref,
                                              &panel->submission, &error),
                 &error, COMARK_DESK_ERROR_NO_SUCH, NULL);
}

/* The same words for what is hidden and for what is not there. */
static void
test_hidden_is_like_absent (void)
{
  g_autoptr (GError) hidden = NULL, absent = NULL, nonsense = NULL;
  g_autoptr (Panel) panel = panel_new ();
  g_autofree char *long_ref = g_strnfill (100000, 'S');
  ComarkId id;

  panel_go_to (panel, STEP_READY);
  g_assert_false (comark_desk_find_submission (panel_as (panel, E2), panel->ref, &id, &hidden));
  g_assert_false (comark_desk_find_submission (panel_as (panel, E2), "S-2026-9999", &id, &absent));
  g_assert_false (comark_desk_find_submission (panel_as (panel, E2), long_ref, &id, &nonsense));
  g_assert_cmpstr (hidden->message, ==, absent->message);
  g_assert_cmpstr (hidden->message, ==, nonsense->message);
  g_assert_error (hidden, COMARK_DESK_ERROR, COMARK_DESK_ERROR_NO_SUCH);
}

static void
test_search (void)
{
  static const struct
  {
    const char *words;
    guint admin, owner, member;
  } rows[] = {
    { "going home", 1, 1, 1 },       /* title and document */
    { "safely", 1, 1, 1 },
    { "together", 1, 1, 1 },         /* statements */
    { "etoile", 2, 1, 0 },           /* however it is written */
    { "CAF", 1, 1, 0 },              /* the beginning of a word */
    { "S-2026-0003", 1, 0, 0 },
    { "nowhere", 0, 0, 0 },
    { "!", 0, 0, 0 },
    { "  ", 4, 2, 1 },               /* no search at all */
  };
  g_autoptr (Panel) panel = panel_new ();

  fill (panel);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].words);
      g_assert_cmpuint (count (panel, ADMIN, rows[i].words), ==, rows[i].admin);
      g_assert_cmpuint (count (panel, OWNER, rows[i].words), ==, rows[i].owner);
      g_assert_cmpuint (count (panel, E3, rows[i].words), ==, rows[i].member);
    }
}

static char *
refs_in_order (Panel *panel, ComarkSubmissionSort sort, gboolean descending)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = query (panel, ADMIN, NULL, -1, sort, descending);
  g_autoptr (GPtrArray) rows = comark_desk_fetch_submissions (
    panel_as (panel, ADMIN), (ComarkId *) ids->data, ids->len, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      ComarkSubmission *row = g_ptr_array_index (rows, i);

      g_string_append_c (text, row->ref[strlen (row->ref) - 1]);
    }
  return g_string_free (text, FALSE);
}

static void
test_orders (void)
{
  static const struct
  {
    ComarkSubmissionSort sort;
    gboolean descending;
    const char *refs;
  } rows[] = {
    { COMARK_SORT_REF, FALSE, "1234" },   { COMARK_SORT_REF, TRUE, "4321" },
    { COMARK_SORT_TITLE, FALSE, "2143" }, { COMARK_SORT_TITLE, TRUE, "3412" },
    { COMARK_SORT_UPDATED, FALSE, "1432" }, { COMARK_SORT_UPDATED, TRUE, "2341" },
    { COMARK_SORT_STATE, FALSE, "1324" },
    { COMARK_SORT_DUE, FALSE, "4123" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (Panel) panel = panel_new ();
  g_autofree char *one = NULL;
  ComarkSubmissionForm form = { .title = "Étoile café guide", .type = "leaflet", .rev = 1 };

  fill (panel);
  panel_pass_days (panel, 1);
  panel_worked (comark_desk_save_details (panel_as (panel, ADMIN), "S-2026-0001", &form, &error),
                &error);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *refs = refs_in_order (panel, rows[i].sort, rows[i].descending);

      g_test_message ("order %u", i);
      g_assert_cmpstr (refs, ==, rows[i].refs);
    }
}

static ComarkSubmission *
fetch (Panel *panel, Who who)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows
    = comark_desk_fetch_submissions (panel_as (panel, who), &panel->submission, 1, &error);

  g_assert_no_error (error);
  return g_object_ref (g_ptr_array_index (rows, 0));
}

static void
test_counts_are_hidden_from_raters (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (ComarkSubmission) admin = NULL, rater = NULL, done = NULL, owner = NULL, met = NULL;

  panel_go_to (panel, STEP_IN_REVIEW);
  panel_rate_all (panel, E1, 4);
  panel_rate_all (panel, S1, 1);
  admin = fetch (panel, ADMIN);
  rater = fetch (panel, E2);
  done = fetch (panel, E1);
  owner = fetch (panel, OWNER);
  g_assert_cmpint (admin->n_reviews, ==, 2);
  g_assert_cmpint (admin->spread, ==, -1);
  g_assert_cmpint (admin->n_invited, ==, 4);
  g_assert_cmpstr (admin->type_words, !=, NULL);
  g_assert_cmpint (rater->n_reviews, ==, -1);
  g_assert_cmpint (rater->spread, ==, -1);
  g_assert_cmpint (done->n_reviews, ==, 2);
  g_assert_cmpint (done->spread, ==, 3);
  g_assert_cmpint (owner->n_reviews, ==, -1);
  g_assert_cmpint (owner->spread, ==, -1);
}

static void
test_state_filter_and_pages (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GArray) preparing = NULL, reviewed = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  ComarkId absent = comark_id_new ();

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *title = g_strdup_printf ("Leaflet %u", i);
      g_free (add (panel, OWNER, title));
    }
  panel_go_to (panel, STEP_IN_REVIEW);
  preparing = query (panel, OWNER, NULL, COMARK_STATE_PREPARING, COMARK_SORT_REF, FALSE);
  reviewed = query (panel, ADMIN, NULL, COMARK_STATE_IN_REVIEW, COMARK_SORT_STATE, FALSE);
  g_assert_cmpuint (preparing->len, ==, 300);
  g_assert_cmpuint (reviewed->len, ==, 1);
  g_array_index (preparing, ComarkId, 299) = absent;
  rows = comark_desk_fetch_submissions (panel_as (panel, OWNER), (ComarkId *) preparing->data,
                                        preparing->len, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 299; i++)
    g_assert_true (comark_id_equal (&((ComarkSubmission *) rows->pdata[i])->id,
                                    &g_array_index (preparing, ComarkId, i)));
  g_assert_null (rows->pdata[299]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/desk/lists/list-is-what-access-says", test_list_is_what_access_says);
  g_test_add_func ("/desk/lists/interest-hides-from-an-administrator-too",
                   test_interest_hides_from_an_administrator_too);
  g_test_add_func ("/desk/lists/hidden-is-like-absent", test_hidden_is_like_absent);
  g_test_add_func ("/desk/lists/search", test_search);
  g_test_add_func ("/desk/lists/orders", test_orders);
  g_test_add_func ("/desk/lists/counts-are-hidden-from-raters",
                   test_counts_are_hidden_from_raters);
  g_test_add_func ("/desk/lists/state-filter-and-pages", test_state_filter_and_pages);
  return g_test_run ();
}
