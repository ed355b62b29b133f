/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-plain-words.h"

#include <string.h>

/* A reading age that most grown people reach, as the style guides of public services ask for. */
#define EASY_AGE 14
#define STEPS_HEADING "What could come next:"
#define MOST_STEPS 5

typedef struct
{
  guint n_letters;
  guint n_words;
  guint n_sentences;
} Counts;

static gboolean
ends_sentence (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == '\n';
}

/* A sentence is counted where something was said before its end. */
static Counts
count (const char *text)
{
  Counts counts = { 0 };
  gboolean in_word = FALSE, in_sentence = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_letter = g_unichar_isalnum (c);

      counts.n_letters += is_letter;
      counts.n_words += is_letter && !in_word;
      in_word = is_letter || (in_word && (c == '\'' || c == 0x2019 || c == '-'));
      counts.n_sentences += in_sentence && ends_sentence (c);
      in_sentence = is_letter || (in_sentence && !ends_sentence (c));
    }
  counts.n_sentences += in_sentence;
  return counts;
}

int
comark_plain_words_reading_age (const char *text)
{
  Counts counts = count (text);
  double letters, sentences;

  if (counts.n_words < COMARK_PLAIN_WORDS_LEAST)
    return 0;
  letters = 100.0 * counts.n_letters / counts.n_words;
  sentences = 100.0 * counts.n_sentences / counts.n_words;
  return CLAMP ((int) (0.0588 * letters - 0.296 * sentences - 15.8 + 5.5), 5, 25);
}

/* ---- advice ---- */

/* "fail", "failed", "failure" …, as a word of its own. */
static gboolean
says_fail (const char *text)
{
  return g_regex_match_simple ("\\bfail", text, G_REGEX_CASELESS, 0);
}

static guint
count_steps (const char *text)
{
  const char *line = strstr (text, STEPS_HEADING);
  guint n = 0;

  while (line != NULL && (line = strchr (line, '\n')) != NULL && g_str_has_prefix (++line, "- "))
    n++;
  return n;
}

static void
add_age (GStrvBuilder *advice, int age)
{
  g_autofree char *sentence = NULL;

  if (age <= EASY_AGE)
    return;
  sentence = g_strdup_printf ("Most readers manage this from about age %d on. Shorter words and "
                              "sentences help everybody.", age);
  g_strv_builder_add (advice, sentence);
}

char **
comark_plain_words_advice (const char *text)
{
  g_autoptr (GStrvBuilder) advice = g_strv_builder_new ();

  if (says_fail (text))
    g_strv_builder_add (advice, "It says “fail”. Nobody fails here: say what is not there yet.");
  if (count_steps (text) > MOST_STEPS)
    g_strv_builder_add (advice, "It has more than five next steps. Keep those that matter most.");
  add_age (advice, comark_plain_words_reading_age (text));
  return g_strv_builder_end (advice);
}
