/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-id.h"

static void
test_increase_and_differ (void)
{
  ComarkId last = comark_id_new ();

  for (int i = 0; i < 10000; i++)
    {
      ComarkId next = comark_id_new ();
      g_autofree char *a = comark_id_to_string (&last);
      g_autofree char *b = comark_id_to_string (&next);
      g_assert_cmpstr (a, <, b);
      last = next;
    }
}

static void
test_version_and_variant (void)
{
  ComarkId id = comark_id_new ();

  g_assert_cmphex (id.bytes[6] >> 4, ==, 7);
  g_assert_cmphex (id.bytes[8] >> 6, ==, 2);
}

/* Rows that acts of one request make within a millisecond are listed in the order of the acts. */
static void
test_those_after_increase_and_repeat (void)
{
  ComarkId last;

  g_assert_true (comark_id_from_string ("0190f3a4-0000-7ffe-bfff-ffffffffffff", &last));
  for (int i = 0; i < 10000; i++)
    {
      ComarkId next = comark_id_after (&last), again = comark_id_after (&last);
      g_autofree char *a = comark_id_to_string (&last);
      g_autofree char *b = comark_id_to_string (&next);
      g_assert_cmpstr (a, <, b);
      g_assert_true (comark_id_equal (&next, &again));
      g_assert_cmphex (next.bytes[6] >> 4, ==, 7);
      g_assert_cmphex (next.bytes[8] >> 6, ==, 2);
      last = next;
    }
}

static void
test_text_round_trip (void)
{
  ComarkId id = comark_id_new (), back;
  g_autofree char *text = comark_id_to_string (&id);

  g_assert_true (comark_id_from_string (text, &back));
  g_assert_true (comark_id_equal (&id, &back));
}

static void
test_refuses_other_text (void)
{
  static const char *const bad[] = {
    "", "x", "0190f3a4-0000-7000-8000-00000000000", "0190f3a4-0000-7000-8000-0000000000000",
    "0190f3a400007000800000000000000000000", "0190f3a4--000-7000-8000-000000000000",
    "0190f3a4-0000-7000-8000-00000000000g", "-190f3a4-0000-7000-8000-000000000000",
    "0190f3a4-0000-7000-8000-0000000000\xc3\xa9",
  };
  ComarkId id;

  g_assert_false (comark_id_from_string (NULL, &id));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (comark_id_from_string (bad[i], &id));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/id/increase-and-differ", test_increase_and_differ);
  g_test_add_func ("/id/version-and-variant", test_version_and_variant);
  g_test_add_func ("/id/those-after-increase-and-repeat", test_those_after_increase_and_repeat);
  g_test_add_func ("/id/text-round-trip", test_text_round_trip);
  g_test_add_func ("/id/refuses-other-text", test_refuses_other_text);
  return g_test_run ();
}
