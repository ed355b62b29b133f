/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the vote to the mark: what each step needs, and what it leaves behind.
 */
#include "panel-fixture.h"

#include "comark-decision-rows.h"
#include "comark-document-rows.h"

static ComarkDecision *
decision_of (Panel *panel)
{
  g_autoptr (GError) error = NULL;
  ComarkDecision *decision = NULL;

  comark_decision_rows_find (panel->desk.sql, &panel->submission, 1, &decision, &error);
  g_assert_no_error (error);
  g_assert_nonnull (decision);
  return decision;
}

/* ---- votes ---- */

static const struct
{
  const char *name;
  ComarkDecideForm form;
  ComarkDeskError refused;
  gboolean works;
} votes[] = {
  { "another outcome by consensus", { .outcome = "not-yet", .because = "x" },
    COMARK_DESK_ERROR_REFUSED, FALSE },
  { "another outcome without a reason",
    { .outcome = "not-yet", .by_majority = TRUE, .experts_for = 2, .staff_for = 2 },
    COMARK_DESK_ERROR_MISSING, FALSE },
  { "a majority of one kind alone",
    { .outcome = "not-yet", .by_majority = TRUE, .experts_for = 2, .staff_for = 1,
      .because = "x" },
    COMARK_DESK_ERROR_REFUSED, FALSE },
  { "half is no majority", { .by_majority = TRUE, .experts_for = 1, .staff_for = 2 },
    COMARK_DESK_ERROR_REFUSED, FALSE },
  { "more votes than voters", { .by_majority = TRUE, .experts_for = 3, .staff_for = 2 },
    COMARK_DESK_ERROR_INVALID, FALSE },
  { "fewer than none", { .by_majority = TRUE, .experts_for = -1, .staff_for = 2 },
    COMARK_DESK_ERROR_INVALID, FALSE },
  { "no such outcome", { .outcome = "excellent" }, COMARK_DESK_ERROR_NO_SUCH, FALSE },
  { "the rules' outcome by majority", { .by_majority = TRUE, .experts_for = 2, .staff_for = 2 },
    0, TRUE },
  { "another outcome by both majorities and with a reason",
    { .outcome = "not-yet", .by_majority = TRUE, .experts_for = 2, .staff_for = 2,
      .because = "We heard of harm." },
    0, TRUE },
  { "no majority of each kind is deferred",
    { .outcome = "deferred", .by_majority = TRUE, .experts_for = 2, .staff_for = 0,
      .because = "The halves differ." },
    0, TRUE },
};

static void
test_votes (void)
{
  g_autoptr (Panel) panel = panel_new ();

  for (guint i = 0; i < G_N_ELEMENTS (votes); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean done;

      g_test_message ("%s", votes[i].name);
      panel_go_to (panel, STEP_AGREED);
      done = comark_desk_decide (panel_as (panel, E1), panel->ref, &votes[i].form, &error);
      if (votes[i].works)
        panel_worked (done, &error);
      else
        panel_refused (done, &error, votes[i].refused, NULL);
      g_assert_cmpint (panel_state (panel), ==,
                       votes[i].works ? COMARK_STATE_DECIDED : COMARK_STATE_IN_MEETING);
      if (votes[i].works)
        panel_worked (comark_desk_reconsider (panel_as (panel, E2), panel->ref, "Next.", &error),
                      &error);
    }
}

static void
test_override_is_on_the_record (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkDecision) decision = NULL;
  const ComarkDecideForm form = { .outcome = "deferred",
                                  .by_majority = TRUE,
                                  .experts_for = 2,
                                  .staff_for = 2,
                                  .because = "We heard of harm." };

  panel_go_to (panel, STEP_AGREED);
  panel_worked (comark_desk_dissent (panel_as (panel, E2), panel->ref, "", NULL,
                                     "It deserves the mark.", &error),
                &error);
  panel_worked (comark_desk_decide (panel_as (panel, E1), panel->ref, &form, &error), &error);
  decision = decision_of (panel);
  g_assert_cmpstr (decision->outcome, ==, "deferred");
  g_assert_cmpstr (decision->rules_outcome, ==, "exemplar");
  g_assert_cmpstr (decision->because, ==, "We heard of harm.");
  g_assert_cmpint (decision->experts_present, ==, 2);
  /* Both views stand in the letter. */
  g_assert_nonnull (strstr (decision->letter, "We heard of harm."));
  g_assert_nonnull (strstr (decision->letter, "It deserves the mark."));
}

/* ---- signatures, the window ---- */

static void
test_seal_needs_both_and_the_window (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkDecision) decision = NULL;

  panel_go_to (panel, STEP_DECIDED);
  panel_refused (comark_desk_sign (panel_as (panel, E2), panel->ref, &error), &error,
                 COMARK_DESK_ERROR_REFUSED, NULL);
  panel_refused (comark_desk_sign (panel_as (panel, ADMIN), panel->ref, &error), &error,
                 COMARK_DESK_ERROR_REFUSED, NULL);
  panel_worked (comark_desk_sign (panel_as (panel, E1), panel->ref, &error), &error);
  panel_worked (comark_desk_sign (panel_as (panel, E1), panel->ref, &error), &error);
  panel_pass_days (panel, 2);
  panel_refused (comark_desk_seal (panel_as (panel, E1), panel->ref, &error), &error,
                 COMARK_DESK_ERROR_REFUSED, "staff co-chair");
  panel_pass_days (panel, -1);
  panel_worked (comark_desk_sign (panel_as (panel, S1), panel->ref, &error), &error);
  panel_refused (comark_desk_seal (panel_as (panel, E1), panel->ref, &error), &error,
                 COMARK_DESK_ERROR_REFUSED, "4 March 2026");
  panel_pass_days (panel, 1);
  panel_worked (comark_desk_seal (panel_as (panel, E1), panel->ref, &error), &error);
  decision = decision_of (panel);
  g_assert_cmpuint (decision->signatures->len, ==, 2);
  g_assert_cmpint (decision->sealed_at, >, 0);
  panel_refused (comark_desk_seal (panel_as (panel, E1), panel->ref, &error), &error,
                 COMARK_DESK_ERROR_REFUSED, NULL);
}

static const struct
{
  const char *days;
  const char *holiday;
  const char *sealable;
} windows[] = {
  { "2", "2026-12-25", "2026-03-04" },
  { "2", "2026-03-03", "2026-03-05" },
  { "0", "2026-12-25", "2026-03-02" },
  { "5", "2026-12-25", "2026-03-09" }, /* over a weekend */
};

static void
test_window_is_in_working_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      g_autoptr (Panel) panel = panel_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (ComarkDecision) decision = NULL;
      const char *const holidays[] = { windows[i].holiday, NULL };

      panel_worked (comark_desk_set_setting (panel_as (panel, ADMIN), "second-thoughts-days",
                                             windows[i].days, &error),
                    &error);
      panel_worked (comark_desk_set_holidays (panel_as (panel, ADMIN), holidays, &error), &error);
      panel_go_to (panel, STEP_DECIDED);
      decision = decision_of (panel);
      g_assert_cmpstr (decision->sealable_day, ==, windows[i].sealable);
    }
}

static void
test_second_thoughts_take_it_back (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  gint64 n = 0;

  panel_go_to (panel, STEP_SIGNED);
  panel_refused (comark_desk_reconsider (panel_as (panel, E2), panel->ref, "", &error), &error,
                 COMARK_DESK_ERROR_MISSING, NULL);
  panel_worked (comark_desk_reconsider (panel_as (panel, E2), panel->ref, "I slept on it.",
                                        &error),
                &error);
  g_assert_cmpint (panel_state (panel), ==, COMARK_STATE_IN_MEETING);
  panel_agree (panel, "C4", 3);
  panel->step = STEP_AGREED;
  panel_go_to (panel, STEP_DECIDED);
  /* Nobody's signature is carried over. */
  panel_pass_days (panel, 4);
  panel_refused (comark_desk_seal (panel_as (panel, E1), panel->ref, &error), &error,
                 COMARK_DESK_ERROR_REFUSED, "Neither co-chair");
  panel_pass_days (panel, -4);
  panel_go_to (panel, STEP_SEALED);
  panel_refused (comark_desk_reconsider (panel_as (panel, E2), panel->ref, "Again.", &error),
                 &error, COMARK_DESK_ERROR_REFUSED, NULL);
  comark_sql_query_int (panel->desk.sql, &n, &error, "SELECT count(*) FROM decision", "");
  g_assert_cmpint (n, ==, 2);
}

/* ---- nobody is left in silence ---- */

static void
test_told_before_mark_before_close (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;

  panel_go_to (panel, STEP_SIGNED);
  panel_refused (comark_desk_told (panel_as (panel, OWNER), panel->ref, "2026-03-02", "by post",
                                   "", &error),
                 &error, COMARK_DESK_ERROR_REFUSED, NULL);
  panel_go_to (panel, STEP_SEALED);
  g_assert_cmpint (panel_state (panel), ==, COMARK_STATE_AWARDED);
  panel_refused (comark_desk_issue_mark (panel_as (panel, ADMIN), panel->ref, &error) != NULL,
                 &error, COMARK_DESK_ERROR_REFUSED, "told");
  panel_refused (comark_desk_close (panel_as (panel, ADMIN), panel->ref, &error), &error,
                 COMARK_DESK_ERROR_REFUSED, "told");
  panel_refused (comark_desk_told (panel_as (panel, OWNER), panel->ref, "2026-03-07", "by post",
                                   "", &error),
                 &error, COMARK_DESK_ERROR_INVALID, NULL);
  panel_refused (comark_desk_told (panel_as (panel, OWNER), panel->ref, "2026-03-06", "", "",
                                   &error),
                 &error, COMARK_DESK_ERROR_MISSING, NULL);
  panel_go_to (panel, STEP_TOLD);
  panel_refused (comark_desk_close (panel_as (panel, ADMIN), panel->ref, &error), &error,
                 COMARK_DESK_ERROR_MISSING, "mark");
  panel_refused (comark_desk_issue_mark (panel_as (panel, OWNER), panel->ref, &error) != NULL,
                 &error, COMARK_DESK_ERROR_REFUSED, NULL);
  panel_go_to (panel, STEP_MARKED);
  panel_refused (comark_desk_issue_mark (panel_as (panel, ADMIN), panel->ref, &error) != NULL,
                 &error, COMARK_DESK_ERROR_REFUSED, NULL);
  panel_go_to (panel, STEP_CLOSED);
}

/* ---- a mark belongs to one document version ---- */

static void
test_no_mark_for_other_bytes (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Going home unsafe\n", 18);

  panel_go_to (panel, STEP_TOLD);
  comark_sql_exec (panel->desk.sql, &error, "UPDATE blob_chunk SET data=$1", "b", bytes);
  g_assert_no_error (error);
  g_assert_null (comark_desk_issue_mark (panel_as (panel, ADMIN), panel->ref, &error));
  g_assert_error (error, COMARK_STORE_ERROR, COMARK_STORE_ERROR_CORRUPT);
}

static void
test_no_mark_for_a_newer_version (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkDocument) document = NULL;

  panel_go_to (panel, STEP_TOLD);
  comark_document_rows_newest (panel->desk.sql, &panel->submission, &document, &error);
  g_assert_no_error (error);
  document->id = comark_id_new ();
  document->n++;
  panel_worked (comark_document_rows_insert (panel->desk.sql, &panel->submission, document,
                                             panel_id (panel, OWNER), &error),
                &error);
  panel_refused (comark_desk_issue_mark (panel_as (panel, ADMIN), panel->ref, &error) != NULL,
                 &error, COMARK_DESK_ERROR_REFUSED, "changed since");
}

static void
test_uses_of_a_mark_are_kept (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) marks = NULL;
  g_autoptr (ComarkMark) mark = NULL;
  const char *number;

  panel_go_to (panel, STEP_MARKED);
  marks = comark_desk_list_marks (&panel->desk, &error);
  number = ((ComarkMark *) marks->pdata[0])->number;
  panel_refused (comark_desk_record_mark_use (panel_as (panel, OWNER), number, "eaten", "pdf",
                                              &error),
                 &error, COMARK_DESK_ERROR_INVALID, NULL);
  panel_refused (comark_desk_record_mark_use (panel_as (panel, E2), number, "printed", "paper",
                                              &error),
                 &error, COMARK_DESK_ERROR_REFUSED, NULL);
  panel_worked (comark_desk_record_mark_use (panel_as (panel, OWNER), number, "printed", "paper",
                                             &error),
                &error);
  mark = comark_desk_find_mark (&panel->desk, number, &error);
  g_assert_cmpuint (mark->events->len, ==, 2);
  g_assert_cmpstr (((ComarkMarkUse *) mark->events->pdata[0])->what, ==, "issued");
  g_assert_cmpstr (((ComarkMarkUse *) mark->events->pdata[1])->what, ==, "printed");
  g_clear_object (&mark);
  mark = comark_desk_find_mark (&panel->desk, "CP-2026-0009-0", &error);
  panel_refused (mark != NULL, &error, COMARK_DESK_ERROR_NO_SUCH, NULL);
}

/* ---- conditions ---- */

static void
go_to_conditional (Panel *panel)
{
  g_autoptr (GError) error = NULL;

  panel_go_to (panel, STEP_AGREED);
  panel_agree (panel, "E1", 2);
  panel_worked (comark_desk_judge (panel_as (panel, E1), panel->ref, "gaps-in-3-months", TRUE,
                                   "The payment note is being rewritten.", &error),
                &error);
  panel_go_to (panel, STEP_SEALED);
  g_assert_cmpint (panel_state (panel), ==, COMARK_STATE_CONDITIONAL);
}

static gboolean
meet (Panel *panel, Who who, const char *criterion, ComarkValue value, GError **error)
{
  return comark_desk_meet_condition (panel_as (panel, who), panel->ref, criterion, value,
                                     COMARK_STRENGTH_SHOWN, "The new note, dated.", error);
}

static void
test_condition_is_met_by_both_co_chairs (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkDecision) decision = NULL;
  g_autoptr (ComarkMark) mark = NULL;
  ComarkCondition *condition;

  go_to_conditional (panel);
  decision = decision_of (panel);
  g_assert_cmpuint (decision->conditions->len, ==, 1);
  condition = decision->conditions->pdata[0];
  g_assert_cmpstr (condition->criterion, ==, "E1");
  g_assert_cmpstr (condition->due_day, ==, "2026-06-04"); /* 3 months after 4 March */
  panel_refused (comark_desk_issue_mark (panel_as (panel, ADMIN), panel->ref, &error) != NULL,
                 &error, COMARK_DESK_ERROR_REFUSED, NULL);
  panel_refused (meet (panel, E2, "E1", 3, &error), &error, COMARK_DESK_ERROR_REFUSED, NULL);
  panel_refused (meet (panel, E1, "C1", 4, &error), &error, COMARK_DESK_ERROR_NO_SUCH, NULL);
  panel_worked (meet (panel, E1, "E1", 3, &error), &error);
  g_assert_cmpint (panel_state (panel), ==, COMARK_STATE_CONDITIONAL);
  panel_refused (meet (panel, S1, "E1", 4, &error), &error, COMARK_DESK_ERROR_REFUSED,
                 "Esme One recorded 3");
  panel_worked (meet (panel, S1, "E1", 3, &error), &error);
  g_assert_cmpint (panel_state (panel), ==, COMARK_STATE_AWARDED);
  panel->step = STEP_SEALED;
  panel_go_to (panel, STEP_TOLD);
  mark = comark_desk_issue_mark (panel_as (panel, ADMIN), panel->ref, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mark->outcome, ==, "Awarded: Made in co-production");
}

static void
test_condition_lapses (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;

  go_to_conditional (panel);
  panel_pass_days (panel, 120);
  panel_refused (meet (panel, E1, "E1", 3, &error), &error, COMARK_DESK_ERROR_REFUSED, "time");
}

/* Met, and still not what the rules of the award ask: they decide, not the record. */
static void
test_rules_decide_on_a_condition (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;

  go_to_conditional (panel);
  panel_worked (meet (panel, E1, "E1", 2, &error), &error);
  panel_worked (meet (panel, S1, "E1", 2, &error), &error);
  g_assert_cmpint (panel_state (panel), ==, COMARK_STATE_CONDITIONAL);
}

/* ---- the letter ---- */

static guint
count (const char *text, const char *words)
{
  guint n = 0;

  for (const char *p = strstr (text, words); p != NULL; p = strstr (p + 1, words))
    n++;
  return n;
}

static void
test_letter_begins_with_strengths (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkDecision) decision = NULL;
  const char *const weak[] = { "A1", "B1", "B3", "C3", "C4", "D1", "D2" };
  const char *strong, *next;

  panel_go_to (panel, STEP_AGREED);
  for (guint i = 0; i < G_N_ELEMENTS (weak); i++)
    panel_agree (panel, weak[i], 1);
  panel_go_to (panel, STEP_DECIDED);
  decision = decision_of (panel);
  g_test_message ("%s", decision->letter);
  strong = strstr (decision->letter, "found strong");
  next = strstr (decision->letter, "could come next");
  g_assert_nonnull (strong);
  g_assert_nonnull (next);
  g_assert_true (strong < next);
  g_assert_cmpuint (count (next, "\n- "), ==, 5);
  g_assert_null (strstr (decision->letter, "fail"));
  g_assert_nonnull (strstr (decision->letter, "appeal"));
}

static void
test_letter_of_the_chairs_own (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkDecision) decision = NULL;
  const ComarkDecideForm form = { .letter = "Dear all, well done." };

  panel_go_to (panel, STEP_AGREED);
  panel_worked (comark_desk_decide (panel_as (panel, E1), panel->ref, &form, &error), &error);
  decision = decision_of (panel);
  g_assert_cmpstr (decision->letter, ==, "Dear all, well done.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk/decide/votes", test_votes);
  g_test_add_func ("/desk/decide/override-is-on-the-record", test_override_is_on_the_record);
  g_test_add_func ("/desk/seal/needs-both-and-the-window", test_seal_needs_both_and_the_window);
  g_test_add_func ("/desk/seal/window-is-in-working-days", test_window_is_in_working_days);
  g_test_add_func ("/desk/seal/second-thoughts-take-it-back", test_second_thoughts_take_it_back);
  g_test_add_func ("/desk/told/before-mark-before-close", test_told_before_mark_before_close);
  g_test_add_func ("/desk/mark/none-for-other-bytes", test_no_mark_for_other_bytes);
  g_test_add_func ("/desk/mark/none-for-a-newer-version", test_no_mark_for_a_newer_version);
  g_test_add_func ("/desk/mark/uses-are-kept", test_uses_of_a_mark_are_kept);
  g_test_add_func ("/desk/condition/is-met-by-both-co-chairs",
                   test_condition_is_met_by_both_co_chairs);
  g_test_add_func ("/desk/condition/lapses", test_condition_lapses);
  g_test_add_func ("/desk/condition/rules-decide", test_rules_decide_on_a_condition);
  g_test_add_func ("/desk/letter/begins-with-strengths", test_letter_begins_with_strengths);
  g_test_add_func ("/desk/letter/chairs-own", test_letter_of_the_chairs_own);
  return g_test_run ();
}
