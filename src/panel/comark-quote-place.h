/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a quote stands in a file, maybe another version than it was taken from. Blanks, line ends,
 * hyphens and bullets count for nothing, so that text that was only set anew is the same text.
 */
#pragma once

#include "comark-quote.h"

G_BEGIN_DECLS

typedef enum
{
  COMARK_QUOTE_SAME,    /* "same": its words, on the same page and about as far down */
  COMARK_QUOTE_MOVED,   /* "moved": its words, elsewhere */
  COMARK_QUOTE_CHANGED, /* "changed": other words stand in its place */
  COMARK_QUOTE_GONE,    /* "gone" */
} ComarkQuoteFate;

typedef struct
{
  ComarkQuoteFate fate;
  gint64 page;       /* from 1; 0 where it is gone */
  gint64 start;      /* in characters of that page's text */
  gint64 last_page;  /* the same page, or a later one where it goes over a page's end */
  gint64 end;        /* the first character after it, on last_page */
} ComarkQuotePlace;

const char *comark_quote_fate_nick (ComarkQuoteFate fate);

/* Says it to a person: "still there", "moved" … Static, English source text. */
const char *comark_quote_fate_words (ComarkQuoteFate fate);

/* Finds @quote in the texts of @n_pages pages (UTF-8, NULL for one that cannot be read). Its words
 * anywhere go before other words in its place; of several, the one whose surroundings are most
 * alike, then the nearest. A few words that are found often count only with their surroundings.
 * Takes time in proportion to the length of the text. */
ComarkQuotePlace comark_quote_find (ComarkQuote *quote, const char *const *pages, guint n_pages);

/* The same for each of @quotes (ComarkQuote); the text is gone through once for all of them.
 * Returns: (transfer full) (element-type ComarkQuotePlace): in their order */
GArray *comark_quote_find_all (GPtrArray *quotes, const char *const *pages, guint n_pages);

/* How often @words stand in the texts of the pages, by the same measure. */
guint comark_quote_count (const char *words, const char *const *pages, guint n_pages);

/* The words around the @length characters from @start on in @text, some 60 characters on each
 * side. *prefix and *suffix: (transfer full). */
void comark_quote_look_around (const char *text, gint64 start, gint64 length, char **prefix,
                               char **suffix);

G_END_DECLS
