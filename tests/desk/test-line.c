/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The whole line, from an invitation to a mark that verifies, by the acts of the desk alone.
 */
#include "panel-fixture.h"

#include <glib/gstdio.h>

#include "comark-certificate-export.h"
#include "comark-dossier.h"
#include "comark-store-check.h"

static void
check_sound (Panel *panel)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = comark_store_check (panel->desk.sql, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s: %s", ((ComarkFinding *) findings->pdata[i])->where,
                    ((ComarkFinding *) findings->pdata[i])->what);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
assert_verdict (Panel *panel, const char *number, const char *text, const char *verdict)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = text ? g_bytes_new_static (text, strlen (text)) : NULL;
  ComarkVerification *found
    = comark_desk_verify (panel_as (panel, ADMIN), number, bytes, &error);

  g_assert_no_error (error);
  g_test_message ("%s: %s", found->verdict, found->sentence);
  g_assert_cmpstr (found->verdict, ==, verdict);
  comark_verification_free (found);
}

static void
check_mark (Panel *panel, ComarkMark *mark)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkAward) award = comark_desk_award_of (&panel->desk, mark, &error);
  const ComarkAwardFields *fields;

  g_assert_no_error (error);
  fields = comark_award_get_fields (award);
  g_assert_true (g_str_has_prefix (fields->number, "CP-2026-0001-"));
  g_assert_cmpstr (fields->title, ==, "Going home safely");
  g_assert_cmpstr (fields->chair_names[0], ==, "Esme One");
  g_assert_cmpstr (fields->chair_names[1], ==, "Sam One");
  g_assert_cmpstr (fields->panel_makeup, ==, "2 experts by experience, 2 staff");
  g_assert_cmpstr (fields->decided, ==, "2026-03-02");
  g_assert_cmpstr (fields->valid_from, ==, "2026-03-06");
  g_assert_cmpstr (fields->valid_until, ==, "2027-06-30"); /* the document's own review date */
  g_assert_cmpuint (strlen (fields->log_head), ==, 64);
  g_assert_cmpint (mark->state, ==, COMARK_MARK_LIVE);
}

static void
run_line (const char *type)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GPtrArray) marks = NULL;
  g_autoptr (ComarkMark) mark = NULL;
  g_autoptr (GError) error = NULL;

  panel->type = type;
  panel_go_to (panel, STEP_CLOSED);
  g_assert_cmpint (panel_state (panel), ==, COMARK_STATE_CLOSED);
  marks = comark_desk_list_marks (panel_as (panel, OWNER), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (marks->len, ==, 1);
  mark = comark_desk_find_mark (&panel->desk, ((ComarkMark *) marks->pdata[0])->number, &error);
  g_assert_no_error (error);
  check_mark (panel, mark);
  assert_verdict (panel, mark->number, NULL, "genuine");
  assert_verdict (panel, mark->number, "Going home safely\n", "genuine");
  assert_verdict (panel, NULL, "Going home safely\n", "genuine");
  check_sound (panel);
}

static void
test_line_short (void)
{
  run_line ("leaflet");
}

static void
test_line_full (void)
{
  run_line ("policy");
}

/* ---- what verify says ---- */

static void
test_verify (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkMark) mark = NULL;

  panel_go_to (panel, STEP_TOLD);
  assert_verdict (panel, NULL, "Going home safely\n", "not-yet");
  assert_verdict (panel, "CP-2026-0001-9", NULL, "cannot-check");
  assert_verdict (panel, "CP-2026-00", NULL, "cannot-check");
  mark = comark_desk_issue_mark (panel_as (panel, ADMIN), panel->ref, &error);
  g_assert_no_error (error);
  assert_verdict (panel, mark->number, "Going home safely.\n", "altered");
  assert_verdict (panel, NULL, "Quite another text", "cannot-check");
  panel_pass_days (panel, 600);
  assert_verdict (panel, mark->number, NULL, "out-of-date");
  panel_pass_days (panel, -600);
  panel_refused (comark_desk_revoke_mark (panel_as (panel, ADMIN), mark->number, " ", &error),
                 &error, COMARK_DESK_ERROR_MISSING, NULL);
  panel_worked (comark_desk_revoke_mark (panel_as (panel, ADMIN), mark->number,
                                         "The text was changed.", &error),
                &error);
  assert_verdict (panel, mark->number, NULL, "withdrawn");
  assert_verdict (panel, NULL, "Going home safely\n", "withdrawn");
  panel_refused (comark_desk_revoke_mark (panel_as (panel, ADMIN), mark->number, "Again.", &error),
                 &error, COMARK_DESK_ERROR_REFUSED, NULL);
  check_sound (panel);
}

/* A document that is with the panel is no news for somebody who may not know of it. */
static void
test_verify_tells_nothing_hidden (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Going home safely\n", 18);
  ComarkVerification *found;

  panel_go_to (panel, STEP_RATED);
  found = comark_desk_verify (panel_as (panel, S3), NULL, bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found->verdict, ==, "cannot-check");
  comark_verification_free (found);
}

/* ---- a certificate of ours ---- */

static void
assert_verdict_of_file (Panel *panel, const char *path, const char *verdict)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  gsize size;
  g_autoptr (GBytes) bytes = NULL;
  ComarkVerification *found;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (data, size);
  found = comark_desk_verify (panel_as (panel, ADMIN), NULL, bytes, &error);
  g_assert_no_error (error);
  g_test_message ("%s: %s", found->verdict, found->sentence);
  g_assert_cmpstr (found->verdict, ==, verdict);
  comark_verification_free (found);
}

static void
write_certificate (Panel *panel, ComarkMark *mark, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkAward) award = comark_desk_award_of (&panel->desk, mark, &error);

  g_assert_no_error (error);
  panel_worked (comark_certificate_write_pdf (award, path, &error), &error);
}

static void
test_verify_certificate (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkMark) mark = NULL;
  g_autofree char *folder = g_dir_make_tmp ("comark-certificate-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "mark.pdf", NULL);

  panel_go_to (panel, STEP_TOLD);
  mark = comark_desk_issue_mark (panel_as (panel, ADMIN), panel->ref, &error);
  g_assert_no_error (error);
  write_certificate (panel, mark, path);
  assert_verdict_of_file (panel, path, "genuine");
  /* The same number over another title. */
  g_free (mark->title);
  mark->title = g_strdup ("Staying at home");
  write_certificate (panel, mark, path);
  assert_verdict_of_file (panel, path, "altered");
  g_remove (path);
  g_rmdir (folder);
}

/* ---- rate alone first ---- */

static ComarkDossier *
dossier_of (Panel *panel, Who who)
{
  g_autoptr (GError) error = NULL;
  ComarkDossier *dossier
    = comark_desk_open_dossier (panel_as (panel, who), panel->ref, &error);

  g_assert_no_error (error);
  return dossier;
}

static void
assert_sees (Panel *panel, Who who, guint n_reviews, gboolean counts)
{
  g_autoptr (ComarkDossier) dossier = dossier_of (panel, who);

  g_assert_cmpuint (dossier->reviews->len, ==, n_reviews);
  g_assert_cmpint (dossier->n_reviews_in >= 0, ==, counts);
}

static void
open_peers (Panel *panel, Who who)
{
  g_autoptr (GError) error = NULL;

  panel_worked (comark_desk_open_peers (panel_as (panel, who), panel->ref, &error), &error);
}

static void
test_rate_alone_first (void)
{
  g_autoptr (Panel) panel = panel_new ();

  panel_go_to (panel, STEP_IN_REVIEW);
  panel_rate (panel, E1, "C1", 2); /* a draft */
  panel_rate_all (panel, E2, 3);
  panel_rate_all (panel, S1, 3);
  open_peers (panel, S2);
  assert_sees (panel, S2, 0, FALSE); /* has not rated: nothing, not even how many */
  open_peers (panel, E1);
  assert_sees (panel, E1, 0, FALSE);   /* a draft opens nothing, to co-chairs too */
  assert_sees (panel, ADMIN, 0, TRUE); /* does not rate: how many, nothing else */
  assert_sees (panel, OWNER, 0, FALSE);
  assert_sees (panel, E2, 0, TRUE); /* has rated and not looked: a slip can still be mended */
  open_peers (panel, E2);
  assert_sees (panel, E2, 1, TRUE); /* the other one's, and nobody's draft */
  panel_rate_all (panel, S2, 3);
  open_peers (panel, S2);
  assert_sees (panel, S2, 2, TRUE);
}

/* ---- an act tried again ---- */

/* The answer was lost, the act was not: with the same op it is done once. */
static void
test_retry_is_done_once (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkMark) first = NULL;
  g_autoptr (ComarkMark) again = NULL;
  ComarkId op;

  panel_go_to (panel, STEP_TOLD);
  op = panel_as (panel, ADMIN)->op;
  first = comark_desk_issue_mark (&panel->desk, panel->ref, &error);
  g_assert_no_error (error);
  panel->desk.op = op;
  again = comark_desk_issue_mark (&panel->desk, panel->ref, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (first->number, ==, again->number);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk/line/short-route-from-invitation-to-mark", test_line_short);
  g_test_add_func ("/desk/line/full-route-from-invitation-to-mark", test_line_full);
  g_test_add_func ("/desk/verify/says-why-and-what-to-do", test_verify);
  g_test_add_func ("/desk/verify/tells-nothing-hidden", test_verify_tells_nothing_hidden);
  g_test_add_func ("/desk/verify/reads-our-own-certificate", test_verify_certificate);
  g_test_add_func ("/desk/line/rate-alone-first", test_rate_alone_first);
  g_test_add_func ("/desk/line/retry-is-done-once", test_retry_is_done_once);
  return g_test_run ();
}
