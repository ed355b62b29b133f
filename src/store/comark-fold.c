/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Folding character by character, so that each folded word knows where it stands in the
 * original. That gives the same as folding the whole text: decomposition works on characters,
 * and what it would reorder (marks) is removed.
 */
#include "comark-fold.h"

#include <string.h>

typedef struct
{
  char word[COMARK_FOLD_WORD_LENGTH * 6 + 1];
  gsize length;      /* bytes */
  gsize n_characters;
  gsize start, end;  /* in the original */
  ComarkFoldFunc func;
  gpointer data;
  gboolean stopped;
} Folding;

static void
end_word (Folding *folding)
{
  if (folding->length == 0)
    return;
  folding->word[folding->length] = '\0';
  if (!folding->func (folding->word, folding->start, folding->end, folding->data))
    folding->stopped = TRUE;
  folding->length = folding->n_characters = 0;
}

static void
add_character (Folding *folding, gunichar character, gsize start, gsize end)
{
  if (folding->length == 0)
    folding->start = start;
  folding->end = end;
  if (folding->n_characters == COMARK_FOLD_WORD_LENGTH)
    return;
  folding->length += (gsize) g_unichar_to_utf8 (character, folding->word + folding->length);
  folding->n_characters++;
}

/* One character that neither decomposes nor folds any further. */
static void
take_folded (Folding *folding, gunichar character, gsize start, gsize end)
{
  if (g_unichar_ismark (character))
    return;
  if (!g_unichar_isalnum (character))
    end_word (folding);
  else if (g_unichar_isdigit (character))
    add_character (folding, '0' + (gunichar) g_unichar_digit_value (character), start, end);
  else
    add_character (folding, character, start, end);
}

static void
take_decomposed (Folding *folding, gunichar character, gsize start, gsize end)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = g_unichar_fully_decompose (character, TRUE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < n; i++)
    take_folded (folding, parts[i], start, end);
}

/* Case folding may give several characters (ß), and ones that decompose again. */
static void
take_case (Folding *folding, gunichar character, gsize start, gsize end)
{
  char text[7];
  g_autofree char *folded = NULL;

  text[g_unichar_to_utf8 (character, text)] = '\0';
  folded = g_utf8_casefold (text, -1);
  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    take_decomposed (folding, g_utf8_get_char (at), start, end);
}

static void
take (Folding *folding, gunichar character, gsize start, gsize end)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n;

  if (character < 0x80)
    {
      take_folded (folding, (gunichar) g_ascii_tolower ((char) character), start, end);
      return;
    }
  n = g_unichar_fully_decompose (character, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n; i++)
    take_case (folding, parts[i], start, end);
}

void
comark_fold_words (const char *text, ComarkFoldFunc func, gpointer data)
{
  Folding folding = { .func = func, .data = data };

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return;
  for (const char *at = text; *at != '\0' && !folding.stopped;)
    {
      const char *next = g_utf8_next_char (at);

      take (&folding, g_utf8_get_char (at), (gsize) (at - text), (gsize) (next - text));
      at = next;
    }
  if (!folding.stopped)
    end_word (&folding);
}

static gboolean
append_word (const char *word, gsize start, gsize end, gpointer data)
{
  GString *all = data;

  if (all->len > 0)
    g_string_append_c (all, ' ');
  g_string_append (all, word);
  return TRUE;
}

char *
comark_fold (const char *text)
{
  GString *all = g_string_new (NULL);

  comark_fold_words (text, append_word, all);
  return g_string_free (all, FALSE);
}
