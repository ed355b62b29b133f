/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-award-text.h"

typedef struct
{
  const char *name, *in, *out;
  gsize max;
} Case;

static const Case cases[] = {
  { "null-is-empty", NULL, "", 100 },
  { "plain-text-stays", "Care planning", "Care planning", 100 },
  { "space-is-single-and-inside", "  a \t b\r\n\n c ", "a b c", 100 },
  { "line-and-paragraph-ends-are-spaces", "a\u2028b\u2029c\xc2\x85""d", "a b c d", 100 },
  { "no-control-characters", "a\001b\033[31mc\177d\xc2\x9b""E", "ab[31mcdE", 100 },
  { "no-overrides", "ab\u202edc\u202c\u202a\u202b\u202df", "abdcf", 100 },
  { "no-isolates", "a\u2066b\u2067c\u2068d\u2069e", "abcde", 100 },
  { "nothing-unseen", "a\u200bb\ufeffc\u00add\u2060e\U000e0041f", "abcdef", 100 },
  { "joiners-and-marks-of-direction-stay", "a\u200cb\u200dc\u200ed\u200f",
    "a\u200cb\u200dc\u200ed\u200f", 100 },
  { "no-break-space-stays", "3\u00a0staff", "3\u00a0staff", 100 },
  { "bad-bytes-are-marked", "a\xff" "b\xc3", "a\ufffd" "b\ufffd", 100 },
  { "overlong-and-surrogate-bytes-are-marked", "\xc0\xaf", "\ufffd\ufffd", 100 },
  { "composed-form", "Z\u0307elen\u0301ski", "\u017belen\u0301ski", 100 },
  { "three-marks-a-letter", "x\u0301\u0302\u0303\u0304\u0305\u0306y", "x\u0301\u0302\u0303y", 100 },
  { "only-rubbish-is-empty", "\u202e\t\n\001", "", 100 },
  { "cut-with-an-ellipsis", "abcdefgh", "abcd…", 5 },
  { "not-cut-when-it-just-fits", "abcde", "abcde", 5 },
  { "no-space-before-the-ellipsis", "abc defgh", "abc…", 5 },
  { "counts-characters-not-bytes", "ŻŻŻŻŻŻ", "ŻŻ…", 3 },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *clean = comark_award_text_clean (c->in, c->max);
  g_autofree char *wanted = g_utf8_normalize (c->out, -1, G_NORMALIZE_NFC);
  g_autofree char *again = comark_award_text_clean (clean, c->max);

  g_assert_cmpstr (clean, ==, wanted);
  g_assert_cmpstr (again, ==, clean);
}

static void
test_huge_text (void)
{
  g_autofree char *huge = g_strnfill (50 * 1000 * 1000, 'x');
  g_autofree char *clean = comark_award_text_clean (huge, 300);

  g_assert_cmpint (g_utf8_strlen (clean, -1), ==, 300);
}

static void
test_random_bytes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (42);

  for (int i = 0; i < 2000; i++)
    {
      char bytes[65] = { 0 };
      g_autofree char *clean = NULL;

      for (int b = 0; b < 64; b++)
        bytes[b] = (char) g_rand_int_range (rand, 1, 256);
      clean = comark_award_text_clean (bytes, 40);
      g_assert_true (g_utf8_validate (clean, -1, NULL));
      g_assert_cmpint (g_utf8_strlen (clean, -1), <=, 40);
      for (const char *p = clean; *p; p = g_utf8_next_char (p))
        g_assert_false (g_unichar_iscntrl (g_utf8_get_char (p)));
    }
}

static void
test_hex (void)
{
  g_autofree char *groups = comark_award_text_group_hex ("3f2a91c077de01ab5c6d", 3);

  g_assert_cmpstr (groups, ==, "3f2a 91c0 77de");
  g_assert_true (comark_award_text_is_hex ("00ffAB", 6));
  g_assert_false (comark_award_text_is_hex ("00ffAB", 7));
  g_assert_false (comark_award_text_is_hex ("00fg", 2));
  g_assert_false (comark_award_text_is_hex (NULL, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/award-text/%s", cases[i].name);
      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/award-text/bounds-huge-text", test_huge_text);
  g_test_add_func ("/award-text/any-bytes-give-printable-text", test_random_bytes);
  g_test_add_func ("/award-text/groups-of-four", test_hex);
  return g_test_run ();
}
