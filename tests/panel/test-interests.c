/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-interests.h"

static const struct
{
  ComarkInterestKind kind;
  ComarkInterestEffect by_default;
  gboolean hides;     /* with the default effect */
  gboolean may_rate;  /* with the default effect */
  gboolean rates_open; /* once the co-chairs said "open" */
} kinds[] = {
  { COMARK_INTEREST_UNANSWERED, COMARK_EFFECT_UNDECIDED, FALSE, FALSE, FALSE },
  { COMARK_INTEREST_NONE, COMARK_EFFECT_OPEN, FALSE, TRUE, TRUE },
  { COMARK_INTEREST_FINANCIAL, COMARK_EFFECT_LEAVES, TRUE, FALSE, TRUE },
  { COMARK_INTEREST_PROFESSIONAL, COMARK_EFFECT_UNDECIDED, TRUE, FALSE, TRUE },
  { COMARK_INTEREST_CLOSE_PERSON, COMARK_EFFECT_LEAVES, TRUE, FALSE, TRUE },
  { COMARK_INTEREST_TOOK_PART, COMARK_EFFECT_SPEAKS, FALSE, FALSE, FALSE },
  { COMARK_INTEREST_RECEIVED_CARE, COMARK_EFFECT_UNDECIDED, TRUE, FALSE, TRUE },
  { COMARK_INTEREST_PUBLIC_POSITION, COMARK_EFFECT_UNDECIDED, TRUE, FALSE, TRUE },
  { COMARK_INTEREST_LINK, COMARK_EFFECT_UNDECIDED, TRUE, FALSE, TRUE },
};
G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == COMARK_INTEREST_LINK + 1);

static void
test_kinds (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      ComarkInterestEffect effect = comark_interests_default_effect (kinds[i].kind);

      g_test_message ("%s", comark_interest_kind_nick (kinds[i].kind));
      g_assert_cmpint (effect, ==, kinds[i].by_default);
      g_assert_cmpint (comark_interests_hides (kinds[i].kind, effect), ==, kinds[i].hides);
      g_assert_cmpint (comark_interests_may_rate (kinds[i].kind, effect, FALSE), ==,
                       kinds[i].may_rate);
      g_assert_cmpint (comark_interests_may_rate (kinds[i].kind, COMARK_EFFECT_OPEN, FALSE), ==,
                       kinds[i].rates_open);
      g_assert_cmpint (comark_interests_effect_is_possible (kinds[i].kind, FALSE,
                                                            COMARK_EFFECT_OPEN),
                       ==, kinds[i].rates_open);
    }
}

static void
test_contributor_never_rates (void)
{
  for (int kind = 0; kind <= COMARK_INTEREST_LINK; kind++)
    for (int effect = 0; effect <= COMARK_EFFECT_LEAVES; effect++)
      g_assert_false (comark_interests_may_rate ((ComarkInterestKind) kind,
                                                 (ComarkInterestEffect) effect, TRUE));
  g_assert_false (comark_interests_effect_is_possible (COMARK_INTEREST_NONE, TRUE,
                                                       COMARK_EFFECT_OPEN));
  g_assert_true (comark_interests_effect_is_possible (COMARK_INTEREST_NONE, TRUE,
                                                      COMARK_EFFECT_SPEAKS));
}

static void
test_speaks_and_open_do_not_hide (void)
{
  for (int kind = COMARK_INTEREST_FINANCIAL; kind <= COMARK_INTEREST_LINK; kind++)
    {
      ComarkInterestKind k = (ComarkInterestKind) kind;
      g_assert_false (comark_interests_hides (k, COMARK_EFFECT_OPEN));
      g_assert_false (comark_interests_hides (k, COMARK_EFFECT_SPEAKS));
      g_assert_true (comark_interests_hides (k, COMARK_EFFECT_LEAVES));
      g_assert_true (comark_interests_hides (k, COMARK_EFFECT_UNDECIDED));
      g_assert_false (comark_interests_may_rate (k, COMARK_EFFECT_SPEAKS, FALSE));
    }
}

static void
test_asked_again (void)
{
  g_assert_true (comark_interests_is_current (COMARK_INTEREST_NONE, 2, 2, 5, 5));
  g_assert_false (comark_interests_is_current (COMARK_INTEREST_NONE, 1, 2, 5, 5));
  g_assert_false (comark_interests_is_current (COMARK_INTEREST_LINK, 2, 2, 4, 5));
  g_assert_false (comark_interests_is_current (COMARK_INTEREST_UNANSWERED, 2, 2, 5, 5));
}

static void
test_banner (void)
{
  const char *link, *care;

  g_assert_null (comark_interests_banner (COMARK_INTEREST_NONE, COMARK_EFFECT_OPEN, FALSE, TRUE));
  g_assert_nonnull (comark_interests_banner (COMARK_INTEREST_NONE, COMARK_EFFECT_OPEN, FALSE,
                                             FALSE));
  g_assert_nonnull (comark_interests_banner (COMARK_INTEREST_NONE, COMARK_EFFECT_OPEN, TRUE, TRUE));
  /* privacy: "a link" and "received care" read the same on a screen that others may look at */
  link = comark_interests_banner (COMARK_INTEREST_LINK, COMARK_EFFECT_SPEAKS, FALSE, TRUE);
  care = comark_interests_banner (COMARK_INTEREST_RECEIVED_CARE, COMARK_EFFECT_SPEAKS, FALSE, TRUE);
  g_assert_cmpstr (link, ==, care);
  for (int effect = 0; effect <= COMARK_EFFECT_LEAVES; effect++)
    g_assert_true (g_str_has_suffix (
      comark_interests_banner (COMARK_INTEREST_LINK, (ComarkInterestEffect) effect, FALSE, TRUE),
      "."));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interests/kinds", test_kinds);
  g_test_add_func ("/interests/contributor-never-rates", test_contributor_never_rates);
  g_test_add_func ("/interests/speaks-and-open-do-not-hide", test_speaks_and_open_do_not_hide);
  g_test_add_func ("/interests/asked-again-on-new-version-or-contributor", test_asked_again);
  g_test_add_func ("/interests/banner", test_banner);
  return g_test_run ();
}
