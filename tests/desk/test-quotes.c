/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Quotes of a review: whose they are, and what is kept.
 */
#include "panel-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "comark-desk-care.h"
#include "comark-desk-exchange.h"
#include "comark-desk-quotes.h"
#include "comark-desk-talk.h"
#include "comark-dossier.h"

static ComarkDossier *
open_as (Panel *panel, Who who)
{
  g_autoptr (GError) error = NULL;
  ComarkDossier *dossier = comark_desk_open_dossier (panel_as (panel, who), panel->ref, &error);

  g_assert_no_error (error);
  return dossier;
}

static guint
count_quotes (Panel *panel, Who who)
{
  g_autoptr (ComarkDossier) dossier = open_as (panel, who);

  return dossier->quotes->len;
}

static gboolean
try_add (Panel *panel, Who who, const char *criterion, const char *exact, ComarkId *id,
         GError **error)
{
  const ComarkQuoteForm form = { .criterion = criterion, .page = 1, .start = 3, .exact = exact,
                                 .prefix = "before ", .suffix = " after", .note = "why?" };

  return comark_desk_add_quote (panel_as (panel, who), panel->ref, &form, id, error);
}

static ComarkId
add (Panel *panel, Who who, const char *criterion, const char *exact)
{
  g_autoptr (GError) error = NULL;
  ComarkId id;

  panel_worked (try_add (panel, who, criterion, exact, &id, &error), &error);
  return id;
}

/* ---- whose they are ---- */

static void
test_private_until_submitted (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;

  panel_go_to (panel, STEP_IN_REVIEW);
  add (panel, E1, "C1", "some words");
  g_assert_cmpuint (count_quotes (panel, E1), ==, 1);
  panel_rate_all (panel, S1, 3);
  panel_worked (comark_desk_open_peers (panel_as (panel, S1), panel->ref, &error), &error);
  for (int who = 0; who < N_PEOPLE; who++)
    if (who != E1 && who != E3 && who != S3)
      g_assert_cmpuint (count_quotes (panel, (Who) who), ==, 0);
  panel_rate_all (panel, E1, 3);
  panel_worked (comark_desk_open_peers (panel_as (panel, S1), panel->ref, &error), &error);
  g_assert_cmpuint (count_quotes (panel, S1), ==, 1);
  /* E2 has not rated, and the owner and the administrator look on no earlier than before. */
  g_assert_cmpuint (count_quotes (panel, E2), ==, 0);
  g_assert_cmpuint (count_quotes (panel, ADMIN), ==, 0);
  g_assert_cmpuint (count_quotes (panel, OWNER), ==, 0);
}

static const struct
{
  Who who;
  const char *criterion, *exact;
  ComarkDeskError code;
  const char *words;
} refused[] = {
  { OWNER, "C1", "x", COMARK_DESK_ERROR_REFUSED, NULL },
  { ADMIN, "C1", "x", COMARK_DESK_ERROR_REFUSED, NULL },
  { E3, "C1", "x", COMARK_DESK_ERROR_NO_SUCH, NULL },
  { E1, "Z1", "x", COMARK_DESK_ERROR_NO_SUCH, "not rated on" },
  { E1, "C1", " ", COMARK_DESK_ERROR_MISSING, NULL },
  { E1, "C1", "a\001b", COMARK_DESK_ERROR_INVALID, NULL },
};

static void
test_refusals (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *long_words = g_strnfill (COMARK_QUOTE_MAX_EXACT + 1, 'x');
  ComarkQuoteForm form = { .criterion = "C1", .page = 1, .exact = "x", .hash = "0000" };

  panel_go_to (panel, STEP_IN_REVIEW);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    panel_refused (try_add (panel, refused[i].who, refused[i].criterion, refused[i].exact, NULL,
                            &error),
                   &error, refused[i].code, refused[i].words);
  panel_refused (try_add (panel, E1, "C1", long_words, NULL, &error), &error,
                 COMARK_DESK_ERROR_INVALID, "longer than 2000");
  panel_refused (comark_desk_add_quote (panel_as (panel, E1), panel->ref, &form, NULL, &error),
                 &error, COMARK_DESK_ERROR_NO_SUCH, "does not belong");
  form.hash = NULL;
  form.page = 0;
  panel_refused (comark_desk_add_quote (panel_as (panel, E1), panel->ref, &form, NULL, &error),
                 &error, COMARK_DESK_ERROR_INVALID, "no such place");
  g_assert_cmpuint (count_quotes (panel, E1), ==, 0);
}

/* ---- what is kept ---- */

static void
test_same_place_is_the_same_quote (void)
{
  g_autoptr (Panel) panel = panel_new ();
  ComarkId one, again, other;

  panel_go_to (panel, STEP_IN_REVIEW);
  one = add (panel, E1, "C1", "some words");
  again = add (panel, E1, "C1", "some words");
  other = add (panel, E1, "F1", "some words");
  g_assert_true (comark_id_equal (&one, &again));
  g_assert_false (comark_id_equal (&one, &other));
  g_assert_cmpuint (count_quotes (panel, E1), ==, 2);
}

static void
test_changing_and_taking_off (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  ComarkId id;
  gint64 rev;

  panel_go_to (panel, STEP_IN_REVIEW);
  id = add (panel, E1, "C1", "some words");
  panel_worked (comark_desk_change_quote (panel_as (panel, E1), panel->ref, &id, "F1", "now here",
                                          1, &rev, &error), &error);
  g_assert_cmpint (rev, ==, 2);
  panel_worked (comark_desk_change_quote (panel_as (panel, E1), panel->ref, &id, "F1", "now here",
                                          2, &rev, &error), &error);
  g_assert_cmpint (rev, ==, 2); /* nothing was changed */
  panel_refused (comark_desk_change_quote (panel_as (panel, E1), panel->ref, &id, "C1", "no", 1,
                                           NULL, &error),
                 &error, COMARK_DESK_ERROR_CHANGED, "note");
  panel_refused (comark_desk_change_quote (panel_as (panel, E2), panel->ref, &id, "C1", "no", 2,
                                           NULL, &error),
                 &error, COMARK_DESK_ERROR_NO_SUCH, "no such quote");
  panel_worked (comark_desk_set_quote_removed (panel_as (panel, E1), panel->ref, &id, TRUE,
                                               &error), &error);
  g_assert_cmpuint (count_quotes (panel, E1), ==, 0);
  panel_worked (comark_desk_set_quote_removed (panel_as (panel, E1), panel->ref, &id, FALSE,
                                               &error), &error);
  g_assert_cmpuint (count_quotes (panel, E1), ==, 1);
}

/* decisions.md 7 */
static void
test_submitted_stays (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) findings = NULL;
  ComarkId id;

  panel_go_to (panel, STEP_IN_REVIEW);
  id = add (panel, E1, "C1", "some words");
  panel_go_to (panel, STEP_RATED);
  panel_refused (try_add (panel, E1, "C1", "other words", NULL, &error), &error,
                 COMARK_DESK_ERROR_REFUSED, "stays as it is");
  panel_go_to (panel, STEP_IN_MEETING);
  panel_refused (comark_desk_set_quote_removed (panel_as (panel, E1), panel->ref, &id, TRUE,
                                                &error),
                 &error, COMARK_DESK_ERROR_REFUSED, "so it stays");
  panel_pass_days (panel, 1);
  id = add (panel, E1, "C1", "other words");
  panel_worked (comark_desk_set_quote_removed (panel_as (panel, E1), panel->ref, &id, TRUE,
                                               &error), &error);
  findings = comark_desk_check (panel_as (panel, ADMIN), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (findings), ==, 0);
}

/* ---- another round ---- */

static guint
count_left (Panel *panel, Who who)
{
  g_autoptr (ComarkDossier) dossier = open_as (panel, who);
  g_autoptr (GPtrArray) left = comark_dossier_quotes_left (dossier);

  return left->len;
}

/* One's own of the round before are there to be made again; they are in no review of this one. */
static void
test_left_of_an_earlier_round (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  ComarkId id;

  panel_go_to (panel, STEP_IN_REVIEW);
  id = add (panel, E1, "C1", "some words");
  panel_submit_again (panel, "Going home with some words\n");
  g_assert_cmpuint (count_quotes (panel, E1), ==, 0);
  g_assert_cmpuint (count_left (panel, E1), ==, 1);
  for (int who = 0; who < N_PEOPLE; who++)
    if (who != E1 && who != E3 && who != S3)
      g_assert_cmpuint (count_left (panel, (Who) who), ==, 0);
  panel_refused (comark_desk_set_quote_removed (panel_as (panel, E1), panel->ref, &id, TRUE,
                                                &error),
                 &error, COMARK_DESK_ERROR_NO_SUCH, NULL);
  add (panel, E1, "C1", "some words");
  g_assert_cmpuint (count_quotes (panel, E1), ==, 1);
  g_assert_cmpuint (count_left (panel, E1), ==, 0);
}

/* ---- talking about one, and taking it along ---- */

static guint
count_drafts (Panel *panel, Who who)
{
  g_autoptr (ComarkDossier) dossier = open_as (panel, who);

  return dossier->message_drafts->len;
}

static void
test_thread_on_a_quote (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *slot = NULL;
  ComarkMessageForm form = { .audience = COMARK_TALK_RATED, .criterion = "C1", .body = "Here?" };
  ComarkId thread;

  panel_go_to (panel, STEP_IN_REVIEW);
  form.quote = add (panel, E1, "C1", "some words");
  panel_rate_all (panel, E2, 3);
  panel_rate_all (panel, S1, 3);
  panel_worked (comark_desk_open_peers (panel_as (panel, S1), panel->ref, &error), &error);
  panel_refused (comark_desk_say (panel_as (panel, S1), panel->ref, &form, NULL, &error), &error,
                 COMARK_DESK_ERROR_NO_SUCH, "no such quote");
  slot = comark_id_to_string (&form.quote);
  panel_refused (comark_desk_save_message_draft (panel_as (panel, S1), panel->ref, slot,
                                                 &form, 0, NULL, &error),
                 &error, COMARK_DESK_ERROR_NO_SUCH, NULL);
  panel_rate_all (panel, E1, 3);
  panel_worked (comark_desk_open_peers (panel_as (panel, S1), panel->ref, &error), &error);
  panel_refused (comark_desk_save_message_draft (panel_as (panel, OWNER), panel->ref, slot, &form,
                                                 0, NULL, &error),
                 &error, COMARK_DESK_ERROR_REFUSED, NULL);
  panel_worked (comark_desk_save_message_draft (panel_as (panel, S1), panel->ref, slot, &form, 0,
                                                NULL, &error), &error);
  g_assert_cmpuint (count_drafts (panel, S1), ==, 1);
  panel_worked (comark_desk_say (panel_as (panel, S1), panel->ref, &form, &thread, &error),
                &error);
  g_assert_cmpuint (count_drafts (panel, S1), ==, 0);
  form.audience = COMARK_TALK_ADMINISTRATORS;
  panel_refused (comark_desk_say (panel_as (panel, S1), panel->ref, &form, NULL, &error), &error,
                 COMARK_DESK_ERROR_NO_SUCH, "no such quote");
}

static void
test_goes_along_with_the_review (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *summary = NULL;
  g_autoptr (GFile) file = NULL;
  ComarkId id;
  int fd = g_file_open_tmp ("comark-XXXXXX.coreview", &path, &error);

  g_close (fd, NULL);
  file = g_file_new_for_path (path);
  panel_go_to (panel, STEP_IN_REVIEW);
  id = add (panel, E1, "C1", "some\nwords");
  panel_worked (comark_desk_export_review (panel_as (panel, E1), panel->ref, NULL, file, &error),
                &error);
  panel_worked (comark_desk_set_quote_removed (panel_as (panel, E1), panel->ref, &id, TRUE,
                                               &error), &error);
  panel_worked (comark_desk_import_review (panel_as (panel, E1), file, &summary, &error), &error);
  panel_worked (comark_desk_import_review (panel_as (panel, E1), file, NULL, &error), &error);
  {
    g_autoptr (ComarkDossier) dossier = open_as (panel, E1);
    ComarkQuote *quote;

    g_assert_cmpuint (dossier->quotes->len, ==, 1);
    quote = g_ptr_array_index (dossier->quotes, 0);
    g_assert_cmpstr (quote->exact, ==, "some\nwords");
    g_assert_cmpstr (quote->note, ==, "why?");
  }
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quotes/private-until-submitted", test_private_until_submitted);
  g_test_add_func ("/quotes/refusals-say-why", test_refusals);
  g_test_add_func ("/quotes/same-place-is-the-same-quote", test_same_place_is_the_same_quote);
  g_test_add_func ("/quotes/changing-and-taking-off", test_changing_and_taking_off);
  g_test_add_func ("/quotes/what-was-submitted-stays", test_submitted_stays);
  g_test_add_func ("/quotes/left-of-an-earlier-round", test_left_of_an_earlier_round);
  g_test_add_func ("/quotes/a-thread-on-a-quote", test_thread_on_a_quote);
  g_test_add_func ("/quotes/go-along-with-the-review", test_goes_along_with_the_review);
  return g_test_run ();
}
