/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-clock.h"
#include "comark-types.h"

static void
test_states_round_trip (void)
{
  for (int i = 0; i < COMARK_N_STATES; i++)
    {
      ComarkState back;
      g_assert_true (comark_state_from_nick (comark_state_nick ((ComarkState) i), &back));
      g_assert_cmpint (back, ==, i);
      g_assert_nonnull (comark_state_words ((ComarkState) i));
    }
}

static void
test_talk_audiences_round_trip (void)
{
  for (int i = 0; i < COMARK_N_TALK_AUDIENCES; i++)
    {
      ComarkTalkAudience back;
      g_assert_true (comark_talk_audience_from_nick (
        comark_talk_audience_nick ((ComarkTalkAudience) i), &back));
      g_assert_cmpint (back, ==, i);
      g_assert_nonnull (comark_talk_audience_words (back));
    }
}

static void
test_unknown_nick_is_refused (void)
{
  ComarkState state = COMARK_STATE_READY;

  g_assert_false (comark_state_from_nick ("Ready", &state));
  g_assert_false (comark_state_from_nick (NULL, &state));
  g_assert_cmpint (state, ==, COMARK_STATE_READY);
}

static void
test_values_are_words_or_levels (void)
{
  static const struct { const char *text; ComarkValue value; gboolean level; } cases[] = {
    { "", COMARK_VALUE_NONE, FALSE },
    { "?", COMARK_VALUE_CANNOT_TELL, FALSE },
    { "n/a", COMARK_VALUE_NOT_APPLICABLE, FALSE },
    { "0", 0, TRUE },
    { "4", 4, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ComarkValue value;
      g_assert_true (comark_value_from_text (cases[i].text, &value));
      g_assert_cmpint (value, ==, cases[i].value);
      g_assert_cmpint (comark_value_is_level (value), ==, cases[i].level);
      g_autofree char *back = comark_value_to_text (value);
      g_assert_cmpstr (back, ==, cases[i].text);
    }
}

static void
test_other_values_are_refused (void)
{
  static const char *const bad[] = { "-1", "100", "3.5", "three", " 3", "N/A", "??" };
  ComarkValue value;

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (comark_value_from_text (bad[i], &value));
}

static void
test_clock_moves_only_when_made_so (void)
{
  g_autoptr (ComarkClock) clock = NULL;
  gint64 ms;

  g_assert_true (comark_ms_from_iso ("2026-11-22T10:42:00Z", &ms));
  clock = comark_clock_new_at (ms);
  g_assert_true (comark_clock_is_moved (clock));
  g_assert_cmpint (comark_clock_now_ms (clock) - ms, <, 5000);
  g_autofree char *day = comark_day_from_ms (comark_clock_now_ms (clock));
  g_assert_cmpstr (day, ==, "2026-11-22");
}

static void
test_days (void)
{
  g_autofree char *words = comark_day_to_words ("2028-02-29");
  g_autofree char *none = comark_day_to_words ("2027-02-29");

  g_assert_cmpstr (words, ==, "29 February 2028");
  g_assert_cmpstr (none, ==, "");
  g_assert_false (comark_day_is_valid ("2026-13-01"));
  g_assert_false (comark_day_is_valid ("26-01-01"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/types/states-round-trip", test_states_round_trip);
  g_test_add_func ("/types/talk-audiences-round-trip", test_talk_audiences_round_trip);
  g_test_add_func ("/types/unknown-nick-is-refused", test_unknown_nick_is_refused);
  g_test_add_func ("/types/values-are-words-or-levels", test_values_are_words_or_levels);
  g_test_add_func ("/types/other-values-are-refused", test_other_values_are_refused);
  g_test_add_func ("/clock/moves-only-when-made-so", test_clock_moves_only_when_made_so);
  g_test_add_func ("/clock/days", test_days);
  return g_test_run ();
}
