/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-median.h"

#include <string.h>

/* Ratings as text: "e:3 2 ? s:4 -" (an expert gave 3, one 2, one "?"; staff 4, one no answer). */
static ComarkMedians
medians (const char *text, int min, int max)
{
  ComarkMemberRating ratings[32];
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  ComarkMemberKind kind = COMARK_KIND_NONE;
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = words[i];
      if (word[0] == 'e' || word[0] == 's')
        {
          kind = word[0] == 'e' ? COMARK_KIND_EXPERT : COMARK_KIND_STAFF;
          word += 2;
        }
      if (*word == '\0')
        continue;
      g_assert_cmpuint (n, <, G_N_ELEMENTS (ratings));
      g_assert_true (comark_value_from_text (strcmp (word, "-") == 0 ? "" : word,
                                             &ratings[n].value));
      ratings[n++].kind = kind;
    }
  return comark_medians_of (ratings, n, min, max);
}

#define NONE COMARK_VALUE_NONE
#define GAP COMARK_TALK_GAP
#define SPREAD COMARK_TALK_SPREAD
#define SPLIT COMARK_TALK_SPLIT
#define ONE COMARK_TALK_ONE_GROUP

static const struct
{
  const char *ratings;
  int expert, staff, suggested;
  guint spread, talk;
} cases[] = {
  { "e:3 s:3", 3, 3, 3, 0, 0 },
  { "e:3 4 s:2 4", 3, 2, 2, 2, 0 },         /* of two, the lower */
  { "e:4 1 3 s:2 2", 3, 2, 2, 3, SPREAD },  /* middle of three, whatever the order */
  { "e:1 2 3 4 s:4 4 4", 2, 4, 2, 3, GAP | SPREAD },
  { "e:4 4 s:2 2", 4, 2, 2, 2, GAP },       /* exactly two apart talks */
  { "e:4 4 s:3 3", 4, 3, 3, 1, 0 },
  { "e:1 1 s:3 3", 1, 3, 1, 2, GAP | SPLIT },
  { "e:1 3 s:1 3", 1, 1, 1, 2, SPLIT },
  { "e:1 4 s:2 3", 1, 2, 1, 3, SPREAD },    /* one low only: not split */
  { "e:2 2 s:2 2", 2, 2, 2, 0, 0 },
  { "e:1 2 s:3 4", 1, 3, 1, 3, GAP },       /* spread over both kinds is not "inside a kind" */
  { "e:? n/a s:3 3", NONE, 3, NONE, 0, ONE },
  { "e:3 ? s:n/a -", 3, NONE, NONE, 0, ONE },
  { "e:? ? s:? ?", NONE, NONE, NONE, 0, ONE },
  { "e: s:", NONE, NONE, NONE, 0, ONE },
  { "e:3 ? ? s:3 n/a", 3, 3, 3, 0, 0 },     /* words are on neither side */
  { "e:0 0 s:0 0", 0, 0, 0, 0, 0 },         /* 0 is a number */
  { "e:9 3 s:3", 3, 3, 3, 0, 0 },           /* not a level of this scale */
  { "e:0 1 2 2 s:3 4 2 2", 1, 2, 1, 4, 0 }, /* 8: two and two is not yet split */
  { "e:0 1 1 2 s:3 4 4 2", 1, 3, 1, 4, GAP | SPLIT },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ComarkMedians got = medians (cases[i].ratings, 0, 4);

      g_test_message ("%s", cases[i].ratings);
      g_assert_cmpint (got.expert_median, ==, cases[i].expert);
      g_assert_cmpint (got.staff_median, ==, cases[i].staff);
      g_assert_cmpint (got.suggested, ==, cases[i].suggested);
      g_assert_cmpuint (got.spread, ==, cases[i].spread);
      g_assert_cmpuint (got.talk, ==, cases[i].talk);
    }
}

static void
test_words_are_counted_not_summed (void)
{
  ComarkMedians got = medians ("e:3 ? ? n/a s:2 - n/a n/a", 0, 4);

  g_assert_cmpuint (got.n_experts, ==, 1);
  g_assert_cmpuint (got.n_staff, ==, 1);
  g_assert_cmpuint (got.n_cannot_tell, ==, 2);
  g_assert_cmpuint (got.n_not_applicable, ==, 3);
}

static void
test_split_sizes (void)
{
  static const guint sizes[][2] = { { 0, 0 }, { 3, 0 }, { 4, 2 }, { 7, 2 }, { 8, 3 },
                                    { 10, 3 }, { 11, 4 }, { 13, 4 }, { 14, 5 } };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    g_assert_cmpuint (comark_median_split_size (sizes[i][0]), ==, sizes[i][1]);
}

static void
test_split_on_other_scales (void)
{
  g_assert_true (medians ("e:1 2 s:6 7", 1, 7).talk & SPLIT);
  g_assert_false (medians ("e:1 3 s:6 7", 1, 7).talk & SPLIT);
  g_assert_true (medians ("e:0 0 s:2 2", 0, 2).talk & SPLIT);
  g_assert_false (medians ("e:0 1 s:1 2", 0, 2).talk & SPLIT);
}

static void
test_reasons (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ComarkMedians got = medians (cases[i].ratings, 0, 4);
      g_auto (GStrv) reasons = comark_medians_reasons (&got);
      guint n_flags = 0;

      for (guint flag = 1; flag <= ONE; flag <<= 1)
        n_flags += (cases[i].talk & flag) != 0;
      g_assert_cmpuint (g_strv_length (reasons), ==, n_flags);
      for (guint k = 0; reasons[k] != NULL; k++)
        g_assert_true (g_str_has_suffix (reasons[k], "."));
    }
}

static void
test_talk_comes_first (void)
{
  static const char *const order[] = {
    "e:4 4 s:0 1", "e:4 4 s:1 1", "e:1 4 s:2 3", "e:1 3 s:1 3", "e:3 3 s:? ?", "e:3 3 s:3 3",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (order); k++)
      {
        ComarkMedians a = medians (order[i], 0, 4);
        ComarkMedians b = medians (order[k], 0, 4);
        int got = comark_medians_compare (&a, &b);
        g_assert_cmpint (CLAMP (got, -1, 1), ==, (i > k) - (i < k));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/median/lower-middle-lower-group-and-talk", test_cases);
  g_test_add_func ("/median/words-are-counted-not-summed", test_words_are_counted_not_summed);
  g_test_add_func ("/median/split-sizes", test_split_sizes);
  g_test_add_func ("/median/split-on-other-scales", test_split_on_other_scales);
  g_test_add_func ("/median/a-sentence-for-each-reason", test_reasons);
  g_test_add_func ("/median/rows-that-need-talk-come-first", test_talk_comes_first);
  return g_test_run ();
}
