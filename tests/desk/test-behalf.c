/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Somebody types for a member: marked, logged as theirs, and nothing before the member confirms.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "comark-desk-exchange.h"
#include "comark-desk-supporter.h"
#include "comark-dossier.h"
#include "comark-log.h"
#include "panel-fixture.h"

static ComarkDossier *
open_as (Panel *panel, Who who)
{
  g_autoptr (GError) error = NULL;
  ComarkDossier *dossier = comark_desk_open_dossier (panel_as (panel, who), panel->ref, &error);

  g_assert_no_error (error);
  return dossier;
}

static void
let (Panel *panel, Who member, Who supporter)
{
  g_autoptr (GError) error = NULL;

  panel_worked (comark_desk_let_write (panel_as (panel, member), panel->ref,
                                       panel_id (panel, supporter), NULL, &error),
                &error);
}

static void
rate_all (Panel *panel, Who who)
{
  g_auto (GStrv) criteria = panel_criteria (panel);

  for (guint i = 0; criteria[i] != NULL; i++)
    panel_rate (panel, who, criteria[i], 3);
}

static void
assert_words (Panel *panel, Who viewer, Who member, const char *criterion, const char *words)
{
  g_autoptr (ComarkDossier) dossier = open_as (panel, viewer);
  ComarkReview *review = viewer == member ? dossier->own_first : NULL;
  g_autofree char *said = NULL;

  for (guint i = 0; review == NULL && i < dossier->reviews->len; i++)
    if (comark_id_equal (&((ComarkReview *) dossier->reviews->pdata[i])->person,
                         panel_id (panel, member)))
      review = dossier->reviews->pdata[i];
  said = comark_review_recorded_words (review, criterion);
  g_assert_cmpstr (said, ==, words);
}

static void
test_counts_once_confirmed (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;

  panel_go_to (panel, STEP_IN_REVIEW);
  panel_rate (panel, E2, "C1", 3);
  assert_words (panel, E2, E2, "C1", NULL);
  let (panel, E2, ADMIN);
  g_clear_error (&error);
  panel_worked (comark_desk_save_rating (panel_as (panel, E2), panel->ref, "C1", 4, "As they said.",
                                         COMARK_STRENGTH_SAID, 1, NULL, NULL, &error),
                &error);
  assert_words (panel, E2, E2, "C1", "Recorded by Ada Admin on behalf of Emil Two, not confirmed "
                                     "yet.");
  panel_refused (comark_desk_submit_review (panel_as (panel, E2), panel->ref, &error), &error,
                 COMARK_DESK_ERROR_MISSING, "C1: recorded for you");
  panel_worked (comark_desk_confirm_recorded (panel_as (panel, E2), panel->ref, &error), &error);
  assert_words (panel, E2, E2, "C1", "Recorded by Ada Admin on behalf of Emil Two, confirmed by "
                                     "Emil Two.");
}

static void
test_handed_in_and_shown_to_the_panel (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;

  panel_go_to (panel, STEP_IN_REVIEW);
  let (panel, E2, ADMIN);
  rate_all (panel, E2);
  panel_refused (comark_desk_submit_review (panel_as (panel, E2), panel->ref, &error), &error,
                 COMARK_DESK_ERROR_MISSING, "recorded for you");
  panel_worked (comark_desk_confirm_recorded (panel_as (panel, E2), panel->ref, &error), &error);
  panel_worked (comark_desk_submit_review (panel_as (panel, E2), panel->ref, &error), &error);
  panel_rate_all (panel, S1, 3);
  panel_worked (comark_desk_open_peers (panel_as (panel, S1), panel->ref, &error), &error);
  assert_words (panel, S1, E2, "C1", "Recorded by Ada Admin on behalf of Emil Two, confirmed by "
                                     "Emil Two.");
}

static void
test_the_member_corrects (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;

  panel_go_to (panel, STEP_IN_REVIEW);
  panel_worked (comark_desk_let_write (panel_as (panel, E2), panel->ref, NULL, "Ann Lee", &error),
                &error);
  panel_rate (panel, E2, "C1", 3);
  assert_words (panel, E2, E2, "C1", "Recorded by Ann Lee on behalf of Emil Two, not confirmed "
                                     "yet.");
  panel_worked (comark_desk_stop_writing (panel_as (panel, E2), panel->ref, &error), &error);
  panel_worked (comark_desk_save_rating (panel_as (panel, E2), panel->ref, "C1", 2, "My own words.",
                                         COMARK_STRENGTH_SAID, 1, NULL, NULL, &error),
                &error);
  assert_words (panel, E2, E2, "C1", "Recorded by Ann Lee on behalf of Emil Two, then changed by "
                                     "Emil Two.");
}

static void
test_who_may (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  const Who apart[] = { OWNER, S1, E2 };
  g_autoptr (GPtrArray) people = NULL;

  panel_go_to (panel, STEP_IN_REVIEW);
  for (guint i = 0; i < G_N_ELEMENTS (apart); i++)
    panel_refused (comark_desk_let_write (panel_as (panel, E2), panel->ref,
                                          panel_id (panel, apart[i]), NULL, &error),
                   &error, COMARK_DESK_ERROR_REFUSED, "cannot write for a member");
  panel_refused (comark_desk_let_write (panel_as (panel, ADMIN), panel->ref,
                                        panel_id (panel, E3), NULL, &error),
                 &error, COMARK_DESK_ERROR_REFUSED, NULL);
  panel_refused (comark_desk_let_write (panel_as (panel, E2), panel->ref, NULL, " ", &error),
                 &error, COMARK_DESK_ERROR_MISSING, NULL);
  people = comark_desk_list_supporters (panel_as (panel, E2), panel->ref, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (people->len, ==, 3); /* the administrator, and two who are not invited */
}

/* The log has who really typed it. */
static void
test_logged_as_theirs (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  guint n = 0;

  panel_go_to (panel, STEP_IN_REVIEW);
  let (panel, E2, ADMIN);
  panel_rate (panel, E2, "C1", 3);
  rows = comark_log_list (panel->desk.sql, &panel->submission, 0, 1000, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      ComarkLogRow *row = g_ptr_array_index (rows, i);

      if (!g_str_equal (row->act, "record-rating"))
        continue;
      n++;
      g_assert_true (comark_id_equal (&row->actor, panel_id (panel, ADMIN)));
      g_assert_true (comark_id_equal (&row->subject, panel_id (panel, E2)));
    }
  g_assert_cmpuint (n, ==, 1);
}

static void
test_goes_along_with_the_file (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GFile) file = NULL;
  int fd = g_file_open_tmp ("comark-XXXXXX.coreview", &path, &error);

  g_close (fd, NULL);
  file = g_file_new_for_path (path);
  panel_go_to (panel, STEP_IN_REVIEW);
  let (panel, E2, ADMIN);
  panel_rate (panel, E2, "C1", 3);
  panel_worked (comark_desk_export_review (panel_as (panel, E2), panel->ref, NULL, file, &error),
                &error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "recorded-by=\"Ada Admin\" recorded-state=\"waiting\""));
  panel_worked (comark_desk_confirm_recorded (panel_as (panel, E2), panel->ref, &error), &error);
  panel_worked (comark_desk_import_review (panel_as (panel, E2), file, NULL, &error), &error);
  assert_words (panel, E2, E2, "C1", "Recorded by Ada Admin on behalf of Emil Two, not confirmed "
                                     "yet.");
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/behalf/counts-once-confirmed", test_counts_once_confirmed);
  g_test_add_func ("/behalf/shown-to-the-panel", test_handed_in_and_shown_to_the_panel);
  g_test_add_func ("/behalf/the-member-corrects", test_the_member_corrects);
  g_test_add_func ("/behalf/who-may", test_who_may);
  g_test_add_func ("/behalf/logged-as-theirs", test_logged_as_theirs);
  g_test_add_func ("/behalf/goes-along-with-the-file", test_goes_along_with_the_file);
  return g_test_run ();
}
