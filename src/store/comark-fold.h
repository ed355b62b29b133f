/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Folded text: what finds "Café" when "cafe" is typed. Compatibility decomposition, case
 * folding, marks removed, decimal digits of any script as ASCII; words of letters and digits,
 * one blank between. Both engines store and compare only this.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A word is cut after this many characters, when storing and when asking. */
#define COMARK_FOLD_WORD_LENGTH 64

/* NULL or text that is not UTF-8 gives "". Returns: (transfer full) */
char *comark_fold (const char *text);

/* Called for each folded word with where it stands in the original (bytes). FALSE stops. */
typedef gboolean (*ComarkFoldFunc) (const char *word, gsize start, gsize end, gpointer data);
void comark_fold_words (const char *text, ComarkFoldFunc func, gpointer data);

G_END_DECLS
