/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-plain-words.h"

#include <string.h>

/* @n times the same sentence. */
static char *
repeat (const char *sentence, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, sentence);
  return g_string_free (text, FALSE);
}

/* By hand: L letters and S sentences per 100 words; 0.0588 L - 0.296 S - 15.8, + 5, rounded. */
static void
test_the_formula (void)
{
  static const struct { const char *sentence; guint n; int age; } cases[] = {
    /* 10 words of 4 letters: L 400, S 10: 4.76 + 5 */
    { "Many good folk came here when they were very well. ", 10, 10 },
    /* 5 words of 9 letters: L 900, S 20: 31.2 + 5, at most 25 */
    { "Copending decisions regarding procedure structure. ", 12, 25 },
    /* 5 words of 2 letters: L 200, S 20: under 5 */
    { "It is up to us. ", 12, 5 },
    /* an apostrophe is in the word: 10 words, 34 letters: L 340, S 10: 1.23 + 5 */
    { "We didn\xe2\x80\x99t see why they can\xe2\x80\x99t come in now then. ", 10, 6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = repeat (cases[i].sentence, cases[i].n);
      g_assert_cmpint (comark_plain_words_reading_age (text), ==, cases[i].age);
    }
}

static void
test_a_short_text_has_no_age (void)
{
  g_autofree char *short_text = repeat ("One two three four five six seven. ", 7);
  g_autofree char *long_text = repeat ("One two three four five six seven. ", 8);

  g_assert_cmpint (comark_plain_words_reading_age (""), ==, 0);
  g_assert_cmpint (comark_plain_words_reading_age (short_text), ==, 0);
  g_assert_cmpint (comark_plain_words_reading_age (long_text), >, 0);
}

static void
test_lines_of_a_list_are_sentences (void)
{
  g_autofree char *lines = repeat ("- people took part in every stage of work\n", 12);
  g_autofree char *flow = repeat ("people took part in every stage of work ", 12);

  g_assert_cmpint (comark_plain_words_reading_age (lines), <,
                   comark_plain_words_reading_age (flow));
}

static void
test_advice (void)
{
  static const struct { const char *text; const char *says; } cases[] = {
    { "Thank you. It was made together.", NULL },
    { "The policy Failed on two points.", "fail" },
    { "This is a failure.", "fail" },
    { "It is unfailing work.", NULL },
    { "What could come next:\n- a\n- b\n- c\n- d\n- e\n", NULL },
    { "What could come next:\n- a\n- b\n- c\n- d\n- e\n- f\n", "five next steps" },
    { "- a\n- b\n- c\n- d\n- e\n- f\n", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) advice = comark_plain_words_advice (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (g_strv_length (advice), ==, cases[i].says != NULL ? 1 : 0);
      if (cases[i].says != NULL)
        g_assert_nonnull (strstr (advice[0], cases[i].says));
    }
}

static void
test_a_hard_text_is_said_to_be_hard (void)
{
  g_autofree char *text = repeat ("Participation notwithstanding, organisational accountability "
                                  "arrangements necessitated consideration. ", 9);
  g_auto (GStrv) advice = comark_plain_words_advice (text);

  g_assert_cmpuint (g_strv_length (advice), ==, 1);
  g_assert_nonnull (strstr (advice[0], "from about age 25 on"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plain-words/the-formula", test_the_formula);
  g_test_add_func ("/plain-words/a-short-text-has-no-age", test_a_short_text_has_no_age);
  g_test_add_func ("/plain-words/lines-of-a-list-are-sentences",
                   test_lines_of_a_list_are_sentences);
  g_test_add_func ("/plain-words/advice", test_advice);
  g_test_add_func ("/plain-words/a-hard-text-is-said-to-be-hard",
                   test_a_hard_text_is_said_to_be_hard);
  return g_test_run ();
}
