/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The whole line, from an invitation to a mark that verifies, by the acts of the desk alone.
 */
#include "panel-fixture.h"

#include "comark-log.h"

static void
check_sound (Panel *panel)
{
  g_autoptr (GError) error = NULL;
  gint64 bad_seq;

  panel_worked (comark_log_verify (panel->desk.sql, NULL, &bad_seq, NULL, &error), &error);
  g_assert_cmpint (bad_seq, ==, 0);
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk/line/short-route-from-invitation-to-mark", test_line_short);
  g_test_add_func ("/desk/line/full-route-from-invitation-to-mark", test_line_full);
  g_test_add_func ("/desk/verify/says-why-and-what-to-do", test_verify);
  g_test_add_func ("/desk/verify/tells-nothing-hidden", test_verify_tells_nothing_hidden);
  return g_test_run ();
}
