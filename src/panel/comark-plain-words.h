/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How easily a text can be read, for those who write to owners and contributors. Advice, never a
 * rule: the sentences below are shown beside the text.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Fewer words than this say nothing about a text. */
#define COMARK_PLAIN_WORDS_LEAST 50

/* The age in years at which most readers manage @text: the Coleman–Liau index (M. Coleman and
 * T. L. Liau, "A computer readability formula designed for machine scoring", Journal of Applied
 * Psychology 60 (1975), 283-284), a school grade, plus five. It counts letters, words and
 * sentences, no syllables, so that nothing is guessed; it was made for English prose. Lines of a
 * list count as sentences. @text: UTF-8.
 * Returns: 5 to 25; 0 where there are fewer than COMARK_PLAIN_WORDS_LEAST words */
int comark_plain_words_reading_age (const char *text);

/* What could be said more kindly or more plainly in a letter to an owner: the word “fail”, more
 * next steps than anybody can take at once, a text hard to read. Whole sentences.
 * Returns: (transfer full) (array zero-terminated=1): empty where there is nothing to say */
char **comark_plain_words_advice (const char *text);

G_END_DECLS
