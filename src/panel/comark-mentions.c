/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-mentions.h"

#include <string.h>

/* More words than that no name has that is typed in a message. */
#define MAX_WORDS 5

static gboolean
is_of_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '-' || c == '\'' || c == 0x2019;
}

/* The end of the word that begins at @text; @text where none does. */
static const char *
word_end (const char *text)
{
  while (*text != '\0' && is_of_word (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

static char *
fold (const char *text, gsize length)
{
  g_autofree char *parts = g_utf8_normalize (text, (gssize) length, G_NORMALIZE_ALL);
  g_autoptr (GString) bare = g_string_new (NULL);

  for (const char *at = parts; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_ismark (g_utf8_get_char (at)) && *at != '\'' && g_utf8_get_char (at) != 0x2019)
      g_string_append_unichar (bare, g_utf8_get_char (at));
  return g_utf8_casefold (bare->str, (gssize) bare->len);
}

/* The folded words from @text on, one blank apart; ends[i] is where word i ends. */
static guint
read_words (const char *text, char **words, const char **ends)
{
  guint n = 0;

  while (n < MAX_WORDS)
    {
      const char *end = word_end (text);

      if (end == text)
        break;
      words[n] = fold (text, (gsize) (end - text));
      ends[n++] = end;
      if (*end != ' ')
        break;
      text = end + 1;
    }
  return n;
}

static void
clear_words (char **words, guint n)
{
  for (guint i = 0; i < n; i++)
    g_free (words[i]);
}

/* How many words of @name stand at the start of @typed; *whole: all of them do. */
static guint
count_common (const char *name, char **typed, guint n_typed, gboolean *whole)
{
  char *words[MAX_WORDS];
  const char *ends[MAX_WORDS];
  guint n = read_words (name, words, ends);
  guint common = 0;

  while (common < n && common < n_typed && g_str_equal (words[common], typed[common]))
    common++;
  *whole = common == n && n > 0;
  clear_words (words, n);
  return common;
}

/* Who is meant by the typed words; FALSE for nobody. *n_words: how many of them belong to it. */
static gboolean
choose (char **typed, guint n_typed, const char *const *names, guint n, guint *who,
        guint *n_words)
{
  guint n_best = 0;
  gboolean best_whole = FALSE;

  *n_words = 0;
  for (guint i = 0; i < n; i++)
    {
      gboolean whole;
      guint common = count_common (names[i], typed, n_typed, &whole);

      if (common == 0 || common < *n_words || (common == *n_words && best_whole && !whole))
        continue;
      if (common > *n_words || (whole && !best_whole))
        n_best = 0;
      *n_words = common;
      best_whole = whole;
      *who = i;
      n_best++;
    }
  return n_best == 1;
}

static void
look_behind (const char *body, const char *at, const char *const *names, guint n, GArray *found)
{
  char *typed[MAX_WORDS];
  const char *ends[MAX_WORDS];
  guint n_typed = read_words (at + 1, typed, ends);
  guint who = 0, n_words;

  if (choose (typed, n_typed, names, n, &who, &n_words))
    {
      ComarkMention mention = { who, (gsize) (at - body), (gsize) (ends[n_words - 1] - at) };
      g_array_append_val (found, mention);
    }
  clear_words (typed, n_typed);
}

GArray *
comark_mentions_find (const char *body, const char *const *names, guint n)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (ComarkMention));
  const char *at = body != NULL ? strchr (body, '@') : NULL;

  while (at != NULL)
    {
      const char *before = at > body ? g_utf8_prev_char (at) : NULL;

      if (before == NULL || !g_unichar_isalnum (g_utf8_get_char (before)))
        look_behind (body, at, names, n, found);
      at = strchr (at + 1, '@');
    }
  return found;
}
