/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-award-number.h"

#include <string.h>

static const guint digit_places[] = { 3, 4, 5, 6, 8, 9, 10, 11, 13 };

static void
test_round_trip (void)
{
  for (guint year = 2000; year <= 2999; year += 37)
    for (guint serial = 1; serial <= 9999; serial += 101)
      {
        g_autofree char *text = comark_award_number_format (year, serial);
        guint y, s;

        g_assert_true (comark_award_number_parse (text, &y, &s));
        g_assert_cmpuint (y, ==, year);
        g_assert_cmpuint (s, ==, serial);
      }
}

static void
test_known_number (void)
{
  g_autofree char *text = comark_award_number_format (2026, 42);

  g_assert_cmpstr (text, ==, "CP-2026-0042-7");
}

static void
test_out_of_range (void)
{
  g_assert_null (comark_award_number_format (1999, 1));
  g_assert_null (comark_award_number_format (3000, 1));
  g_assert_null (comark_award_number_format (2026, 0));
  g_assert_null (comark_award_number_format (2026, 10000));
}

static void
assert_all_slips_noticed (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (digit_places); i++)
    {
      g_autofree char *slip = g_strdup (text);

      for (char digit = '0'; digit <= '9'; digit++)
        {
          slip[digit_places[i]] = digit;
          g_assert_cmpint (comark_award_number_parse (slip, NULL, NULL), ==,
                           digit == text[digit_places[i]]);
        }
    }
}

static void
assert_all_swaps_noticed (const char *text)
{
  for (gsize i = 0; i + 1 < G_N_ELEMENTS (digit_places); i++)
    {
      g_autofree char *swap = g_strdup (text);

      swap[digit_places[i]] = text[digit_places[i + 1]];
      swap[digit_places[i + 1]] = text[digit_places[i]];
      if (!g_str_equal (swap, text))
        g_assert_false (comark_award_number_parse (swap, NULL, NULL));
    }
}

static void
test_every_slip (void)
{
  for (guint serial = 1; serial <= 9999; serial += 7)
    {
      g_autofree char *text = comark_award_number_format (2020 + serial % 80, serial);

      assert_all_slips_noticed (text);
      assert_all_swaps_noticed (text);
    }
}

static void
test_other_text_refused (void)
{
  static const char *const bad[] = {
    "", "CP", "CP-2026-0042-", "CP-2026-0042-77", "CP-2026-0042-7 ", " CP-2026-0042-7",
    "cp-2026-0042-7", "CP-2026-42-7", "CP 2026 0042 7", "CP-2026-0042-x", "CP-+026-0042-7",
    "CP\xe2\x80\x91" "2026-0042-7", "QM-2026-0042-7", "CP-2026-0000-0",
  };
  guint year = 1, serial = 2;

  g_assert_false (comark_award_number_parse (NULL, NULL, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (comark_award_number_parse (bad[i], &year, &serial));
  for (char c = '0'; c <= '9'; c++)
    {
      char nought[] = "CP-2026-0000-0";

      nought[strlen (nought) - 1] = c;
      g_assert_false (comark_award_number_parse (nought, &year, &serial));
    }
  g_assert_cmpuint (year, ==, 1);
  g_assert_cmpuint (serial, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/award-number/round-trip", test_round_trip);
  g_test_add_func ("/award-number/known-number", test_known_number);
  g_test_add_func ("/award-number/out-of-range-has-no-number", test_out_of_range);
  g_test_add_func ("/award-number/notices-every-wrong-digit-and-swap", test_every_slip);
  g_test_add_func ("/award-number/refuses-other-text", test_other_text_refused);
  return g_test_run ();
}
