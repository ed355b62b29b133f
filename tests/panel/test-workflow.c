/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-workflow.h"

#include <string.h>

/* The ways of domain.md 3.1, walked one event after another. */
static const struct
{
  const char *events;
  const char *states; /* after each */
} ways[] = {
  { "express-interest accept prepare submit complete form-panel open-meeting decide sign sign seal "
    "award tell issue-mark close",
    "interest preparing preparing submitted ready in-review in-meeting decided decided decided "
    "decided awarded awarded awarded closed" },
  { "express-interest redirect", "interest out-of-scope" },
  { "take-in send-back submit complete form-panel ask-owner answer open-meeting adjourn "
    "open-meeting decide reconsider decide seal conditions meet-conditions tell issue-mark close",
    "submitted preparing submitted ready in-review clarifying in-review in-meeting in-review "
    "in-meeting decided in-meeting decided decided conditional awarded awarded awarded closed" },
  { "start submit complete form-panel ask-owner answer-overdue open-meeting decide seal "
    "conditions lapse resubmit complete form-panel open-meeting decide seal not-yet tell close "
    "appeal uphold-appeal form-panel",
    "preparing submitted ready in-review clarifying in-review in-meeting decided decided "
    "conditional deferred submitted ready in-review in-meeting decided decided not-yet not-yet "
    "closed closed ready in-review" },
  { "start submit complete form-panel open-meeting decide seal defer tell close appeal "
    "dismiss-appeal",
    "preparing submitted ready in-review in-meeting decided decided deferred deferred closed "
    "closed closed" },
};

static void
test_ways (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_auto (GStrv) events = g_strsplit (ways[i].events, " ", -1);
      g_auto (GStrv) states = g_strsplit (ways[i].states, " ", -1);
      int state = COMARK_WORKFLOW_NEW;

      g_assert_cmpuint (g_strv_length (events), ==, g_strv_length (states));
      for (guint k = 0; events[k] != NULL; k++)
        {
          ComarkEvent event;
          ComarkState to;
          g_test_message ("%s", events[k]);
          g_assert_true (comark_event_from_nick (events[k], &event));
          g_assert_true (comark_workflow_next (state, event, &to));
          g_assert_cmpstr (comark_state_nick (to), ==, states[k]);
          state = (int) to;
        }
    }
}

static void
test_no_other_way (void)
{
  static const struct { const char *state, *event; } closed_ways[] = {
    { "interest", "submit" },     { "preparing", "form-panel" }, { "submitted", "open-meeting" },
    { "ready", "open-meeting" },  { "in-review", "decide" },     { "in-meeting", "seal" },
    { "decided", "withdraw" },    { "decided", "close" },        { "decided", "issue-mark" },
    { "conditional", "close" },   { "conditional", "issue-mark" }, { "not-yet", "issue-mark" },
    { "not-yet", "award" },       { "awarded", "withdraw" },     { "closed", "tell" },
    { "withdrawn", "submit" },    { "out-of-scope", "accept" },  { "in-review", "prepare" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (closed_ways); i++)
    {
      ComarkState state, to = COMARK_STATE_READY;
      ComarkEvent event;
      g_autofree char *why = NULL;

      g_assert_true (comark_state_from_nick (closed_ways[i].state, &state));
      g_assert_true (comark_event_from_nick (closed_ways[i].event, &event));
      g_assert_false (comark_workflow_next (state, event, &to));
      g_assert_cmpint (to, ==, COMARK_STATE_READY);
      why = comark_workflow_refusal (state, event);
      g_assert_true (g_str_has_suffix (why, "."));
    }
}

static void
test_rows_are_whole (void)
{
  guint n;
  const ComarkTransition *rows = comark_workflow_table (&n);

  for (guint i = 0; i < n; i++)
    {
      g_assert_true (g_str_has_suffix (rows[i].history, "."));
      g_assert_cmpstr (rows[i].label, !=, "");
      g_assert_cmpuint (rows[i].actors, !=, 0);
      g_assert_true (comark_workflow_find (rows[i].from, rows[i].event) == &rows[i]);
    }
}

static void
test_every_state_is_reached_and_left (void)
{
  for (int state = 0; state < COMARK_N_STATES; state++)
    {
      g_autoptr (GPtrArray) out = comark_workflow_events_from (state);
      gboolean reached = FALSE;
      gboolean left = FALSE;
      guint n;
      const ComarkTransition *rows = comark_workflow_table (&n);

      for (guint i = 0; i < n; i++)
        reached |= rows[i].to == (ComarkState) state && rows[i].from != state;
      for (guint i = 0; i < out->len; i++)
        {
          const ComarkTransition *row = g_ptr_array_index (out, i);
          left |= row->to != (ComarkState) state && row->event != COMARK_EVENT_UPHOLD_APPEAL;
        }
      g_test_message ("%s", comark_state_nick ((ComarkState) state));
      g_assert_true (reached);
      g_assert_cmpint (left, ==, !comark_state_is_end ((ComarkState) state));
    }
}

/* product.md rule 9 */
static void
test_nobody_is_left_in_silence (void)
{
  guint n;
  const ComarkTransition *rows = comark_workflow_table (&n);

  for (guint i = 0; i < n; i++)
    if (rows[i].event == COMARK_EVENT_CLOSE || rows[i].event == COMARK_EVENT_ISSUE_MARK)
      {
        g_auto (GStrv) missing = comark_workflow_missing (&rows[i], ~(guint) COMARK_GUARD_TOLD);
        g_assert_cmpuint (g_strv_length (missing), ==, 1);
        g_assert_cmpstr (missing[0], ==, comark_guard_sentence (COMARK_GUARD_TOLD));
      }
    else
      g_assert_true (rows[i].to != COMARK_STATE_CLOSED || rows[i].from == COMARK_STATE_CLOSED);
}

static void
test_withdraw_any_time_before_decided (void)
{
  for (int state = 0; state < COMARK_N_STATES; state++)
    g_assert_cmpint (comark_workflow_next (state, COMARK_EVENT_WITHDRAW, NULL), ==,
                     state < COMARK_STATE_DECIDED && state != COMARK_STATE_OUT_OF_SCOPE);
}

static void
test_missing_lists_each_guard (void)
{
  const ComarkTransition *seal = comark_workflow_find (COMARK_STATE_DECIDED, COMARK_EVENT_SEAL);
  g_auto (GStrv) all = comark_workflow_missing (seal, 0);
  g_auto (GStrv) one = comark_workflow_missing (seal, COMARK_GUARD_UNSEALED | COMARK_GUARD_SIGNED);
  g_auto (GStrv) none = comark_workflow_missing (seal, seal->guards);

  g_assert_cmpuint (g_strv_length (all), ==, 3);
  g_assert_cmpuint (g_strv_length (one), ==, 1);
  g_assert_cmpstr (one[0], ==, comark_guard_sentence (COMARK_GUARD_WINDOW_OVER));
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_cmpstr (comark_guard_nick (COMARK_GUARD_OVERDUE), ==, "overdue");
  g_assert_cmpstr (comark_guard_nick (COMARK_GUARD_DETAILS), ==, "details");
}

static void
test_progress_line (void)
{
  /* d done, c current, a ahead, n not taken */
  static const char *const lines[] = {
    "interest caaaaaaa",   "preparing dcaaaaaa",  "out-of-scope dnnnnnnn", "submitted ddcaaaaa",
    "ready dddcaaaa",      "in-review ddddcaaa", "clarifying ddddcaaa",   "in-meeting dddddcaa",
    "decided ddddddca",    "awarded ddddddca",   "conditional ddddddca",  "deferred ddddddca",
    "not-yet ddddddca",    "closed dddddddd",    "withdrawn dnnnnnnn",
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (lines) == COMARK_N_STATES);

  for (int state = 0; state < COMARK_N_STATES; state++)
    {
      ComarkStep steps[COMARK_N_STEPS];
      char line[COMARK_N_STEPS + 1] = { 0 };
      g_autofree char *got = NULL;

      comark_workflow_steps ((ComarkState) state, steps);
      for (guint i = 0; i < COMARK_N_STEPS; i++)
        line[i] = "dcan"[steps[i].standing];
      got = g_strdup_printf ("%s %s", comark_state_nick ((ComarkState) state), line);
      g_assert_cmpstr (got, ==, lines[state]);
      g_assert_true (g_str_has_suffix (comark_workflow_what_next ((ComarkState) state), "."));
    }
}

static void
test_nicks_round_trip (void)
{
  ComarkEvent event;
  ComarkMarkEvent mark_event;

  for (int i = 0; i < COMARK_N_EVENTS; i++)
    {
      g_assert_true (comark_event_from_nick (comark_event_nick ((ComarkEvent) i), &event));
      g_assert_cmpint (event, ==, i);
    }
  for (int i = 0; i < COMARK_N_MARK_EVENTS; i++)
    {
      g_assert_true (comark_mark_event_from_nick (comark_mark_event_nick ((ComarkMarkEvent) i),
                                                  &mark_event));
      g_assert_cmpint (mark_event, ==, i);
    }
  g_assert_false (comark_event_from_nick ("Submit", &event));
  g_assert_false (comark_event_from_nick (NULL, &event));
  g_assert_cmpstr (comark_event_nick (COMARK_EVENT_UPHOLD_APPEAL), ==, "uphold-appeal");
  g_assert_cmpstr (comark_event_nick (COMARK_EVENT_OPEN_MEETING), ==, "open-meeting");
}

static void
test_mark (void)
{
  static const struct { const char *from, *event, *to; } moves[] = {
    { "", "issue", "live" },
    { "live", "confirm-unchanged", "live" },
    { "live", "no-answer", "suspended" },
    { "live", "rebind", "live" },
    { "live", "supersede", "superseded" },
    { "live", "suspend", "suspended" },
    { "live", "revoke", "revoked" },
    { "live", "expire", "expired" },
    { "suspended", "clear", "live" },
    { "suspended", "revoke", "revoked" },
    { "suspended", "expire", "expired" },
    { "suspended", "rebind", NULL },
    { "revoked", "clear", NULL },
    { "expired", "confirm-unchanged", NULL },
    { "superseded", "clear", NULL },
    { "live", "issue", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      ComarkMarkState from = COMARK_MARK_LIVE, to;
      ComarkMarkEvent event;
      gboolean is_new = *moves[i].from == '\0';
      gboolean can;

      g_assert_true (is_new || comark_mark_state_from_nick (moves[i].from, &from));
      g_assert_true (comark_mark_event_from_nick (moves[i].event, &event));
      can = comark_workflow_mark_next (is_new ? COMARK_WORKFLOW_NEW : (int) from, event, &to);
      g_test_message ("%s %s", moves[i].from, moves[i].event);
      g_assert_cmpint (can, ==, moves[i].to != NULL);
      if (can)
        g_assert_cmpstr (comark_mark_state_nick (to), ==, moves[i].to);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflow/ways-through", test_ways);
  g_test_add_func ("/workflow/no-other-way", test_no_other_way);
  g_test_add_func ("/workflow/rows-are-whole-and-single", test_rows_are_whole);
  g_test_add_func ("/workflow/every-state-is-reached-and-left",
                   test_every_state_is_reached_and_left);
  g_test_add_func ("/workflow/nobody-is-left-in-silence", test_nobody_is_left_in_silence);
  g_test_add_func ("/workflow/withdraw-any-time-before-decided",
                   test_withdraw_any_time_before_decided);
  g_test_add_func ("/workflow/missing-lists-each-guard", test_missing_lists_each_guard);
  g_test_add_func ("/workflow/progress-line", test_progress_line);
  g_test_add_func ("/workflow/nicks-round-trip", test_nicks_round_trip);
  g_test_add_func ("/workflow/mark", test_mark);
  return g_test_run ();
}
