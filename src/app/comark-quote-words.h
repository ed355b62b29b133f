/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Quotes in words, for every place that shows one.
 */
#pragma once

#include "comark-dossier.h"

G_BEGIN_DECLS

/* @text in one line, with single blanks between words. Returns: (transfer full) */
char *comark_quote_words_flatten (const char *text);

/* “Its words.”, the file's line ends as spaces. Returns: (transfer full) */
char *comark_quote_words_quoted (ComarkQuote *quote);

/* The first few of its words, to know it by. Returns: (transfer full) */
char *comark_quote_words_start (ComarkQuote *quote);

/* Where it was taken from, whose it is if not the viewer's, and (@names_criterion) for which
 * criterion: "C1 · Parveen Akhtar · Page 3". Returns: (transfer full) */
char *comark_quote_words_from (ComarkDossier *dossier, ComarkQuote *quote,
                               gboolean names_criterion);

G_END_DECLS
