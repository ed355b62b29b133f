/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two wordings of one text, word by word. Words are compared as they are read: line ends, double
 * blanks, the shape of quotation marks, ligatures and hyphens that only show at a line's end make
 * no difference.
 */
#pragma once

#include "comark-diff.h"

G_BEGIN_DECLS

/* Spans cover both texts from beginning to end, in order. */
typedef struct
{
  ComarkDiffKind kind;
  guint old_start; /* bytes; where it would stand for one that was added */
  guint old_end;
  guint new_start;
  guint new_end;
} ComarkWordSpan;

/* Both texts: UTF-8. Few letters between two changes count as changed with them, so that it can
 * be read. Texts of more than 200,000 words together are not looked into: the one is all removed
 * and the other all added, and *is_rough says so. @work: see comark-diff.h.
 * Returns: (transfer full) (element-type ComarkWordSpan) */
GArray *comark_word_diff (const char *old, const char *new, gint64 *work, gboolean *is_rough);

/* @text as it is compared: two texts that read the same give the same.
 * Returns: (transfer full) */
char *comark_word_diff_fold (const char *text);

/* Calls @each for each word of @text (blanks and marks are none), folded; it is lent. */
typedef void (*ComarkEachWord) (const char *word, gpointer data);
void comark_word_diff_each (const char *text, ComarkEachWord each, gpointer data);

G_END_DECLS
