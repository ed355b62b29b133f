/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreed-fixture.h"

/* domain.md 2.4, worked by hand there. */
static const struct
{
  const char *route;
  ComarkValue all;
  const char *changes;
  double score;
  const char *text;
} first[] = {
  { "full", 3, "C1=4", 77.25, "77.3" },
  /* The three heaviest expected criteria but C3 at 2 (weights 6, 5, 4), stretch at 1 (7). */
  { "full", 3, "C1=4 B3=2 C2=2 A2=2 A4=1 E3=1 F4=1", 70.0, "70.0" },
  { "full", 3, "A1=4 B1=4 C1=4 D1=4 E1=4 F1=4 F2=4", 85.5, "85.5" },
  { "full", 4, "", 100.0, "100.0" },
  { "full", 0, "", 0.0, "0.0" },
  { "full", 2, "", 50.0, "50.0" },
  { "short", 3, "", 75.0, "75.0" },
  { "short", 3, "C1=4", 100.0 * (66 * 3 + 9) / (66 * 4), "78.4" },
  /* Values of criteria that are not on the route do not count. */
  { "short", 3, "A2=0 A4=0 B2=0", 75.0, "75.0" },
  /* "?", "n/a" and what is not agreed are in neither sum. */
  { "full", 3, "C1=?", 75.0, "75.0" },
  { "full", 3, "A3=n/a", 75.0, "75.0" },
  { "full", 3, "A1=", 75.0, "75.0" },
  { "full", 0, "C1=4 A1=?", 100.0 * 9 / 94, "9.6" },
  /* n/a where the criterion does not allow it is no value either, and 7 no level. */
  { "full", 3, "B1=n/a C2=7", 75.0, "75.0" },
};

static void
test_sum_of_weights_and_values (void)
{
  g_autoptr (ComarkFramework) framework = first_framework ();

  for (gsize i = 0; i < G_N_ELEMENTS (first); i++)
    {
      g_autoptr (ComarkAgreed) agreed = agreed_at (framework, first[i].route, first[i].all);
      agree (agreed, first[i].changes);
      ComarkScore score = comark_score_total (framework, first[i].route, agreed);
      g_autofree char *text = comark_score_to_text (&score);

      g_assert_true (comark_score_exists (&score));
      g_assert_cmpfloat_with_epsilon (comark_score_value (&score), first[i].score, 1e-9);
      g_assert_cmpstr (text, ==, first[i].text);
    }
}

static void
test_nothing_that_applies_is_no_score (void)
{
  g_autoptr (ComarkFramework) framework = first_framework ();
  g_autoptr (ComarkAgreed) agreed = agreed_at (framework, "full", COMARK_VALUE_CANNOT_TELL);
  ComarkScore score = comark_score_total (framework, "full", agreed);
  g_autofree char *text = comark_score_to_text (&score);

  g_assert_false (comark_score_exists (&score));
  g_assert_false (comark_score_reaches (&score, 0));
  g_assert_cmpstr (text, ==, "–");
}

static void
test_bound_is_compared_unrounded (void)
{
  static const struct { ComarkScore score; guint bound; gboolean reaches; const char *text; }
  cases[] = {
    { { 100, 280, 4 }, 70, TRUE, "70.0" },
    { { 10000, 27998, 4 }, 70, FALSE, "70.0" },
    { { 10000, 28001, 4 }, 70, TRUE, "70.0" },
    { { 100, 309, 4 }, 78, FALSE, "77.3" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = comark_score_to_text (&cases[i].score);
      g_assert_cmpint (comark_score_reaches (&cases[i].score, cases[i].bound), ==,
                       cases[i].reaches);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_sections_and_principles_by_themselves (void)
{
  g_autoptr (ComarkFramework) framework = first_framework ();
  g_autoptr (ComarkAgreed) agreed = agreed_at (framework, "full", 2);
  ComarkScore section, principle, none;

  agree (agreed, "A1=4 A2=0 A3=n/a A4=?");
  section = comark_score_section (framework, "full", agreed, "A");
  g_assert_cmpuint (section.weight, ==, 10);
  g_assert_cmpfloat_with_epsilon (comark_score_value (&section), 60.0, 1e-9);
  principle = comark_score_principle (framework, "short", agreed, "diversity");
  g_assert_cmpuint (principle.weight, ==, 7 + 6 + 5);
  none = comark_score_section (framework, "full", agreed, "Z");
  g_assert_false (comark_score_exists (&none));
}

static void
test_scale_that_starts_at_one (void)
{
  static const struct { ComarkValue all; const char *changes; double score; } cases[] = {
    { 1, "", 0.0 },
    { 6, "", 100.0 },
    { 5, "", 80.0 },
    { 5, "W2=1", 100.0 * 104 / 190 },
    /* A future criterion counts nowhere. */
    { 5, "Z1=1", 80.0 },
  };
  g_autoptr (ComarkFramework) framework = second_framework ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ComarkAgreed) agreed = agreed_at (framework, "lang", cases[i].all);
      agree (agreed, cases[i].changes);
      ComarkScore score = comark_score_total (framework, "lang", agreed);
      g_assert_cmpfloat_with_epsilon (comark_score_value (&score), cases[i].score, 1e-9);
    }
}

static void
test_shares_of_a_route_make_a_hundred (void)
{
  static const char *const routes[] = { "full", "short" };
  g_autoptr (ComarkFramework) framework = first_framework ();
  const ComarkCriterion *c1 = comark_framework_criterion (framework, "C1");

  for (gsize r = 0; r < G_N_ELEMENTS (routes); r++)
    {
      g_autoptr (GPtrArray) criteria = comark_framework_criteria_for_route (framework, routes[r]);
      double sum = 0;
      for (guint i = 0; i < criteria->len; i++)
        sum += comark_score_share (framework, routes[r], g_ptr_array_index (criteria, i));
      g_assert_cmpfloat_with_epsilon (sum, 100.0, 1e-9);
    }
  g_assert_cmpfloat_with_epsilon (comark_score_share (framework, "short", c1), 900.0 / 66, 1e-9);
  g_assert_cmpfloat (comark_score_share (framework, "nowhere", c1), ==, 0.0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/score/sum-of-weights-and-values", test_sum_of_weights_and_values);
  g_test_add_func ("/score/nothing-that-applies-is-no-score",
                   test_nothing_that_applies_is_no_score);
  g_test_add_func ("/score/bound-is-compared-unrounded", test_bound_is_compared_unrounded);
  g_test_add_func ("/score/sections-and-principles", test_sections_and_principles_by_themselves);
  g_test_add_func ("/score/scale-that-starts-at-one", test_scale_that_starts_at_one);
  g_test_add_func ("/score/shares-of-a-route-make-a-hundred",
                   test_shares_of_a_route_make_a_hundred);
  return g_test_run ();
}
