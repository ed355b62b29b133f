/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words in the page view: selected with the pointer (a drag within one page; twice for a word,
 * three times for a line), copied, made a quote of; and the quotes there are, marked. Main thread.
 *
 * Signal: selection-changed ().
 */
#pragma once

#include "comark-page-view.h"
#include "comark-quote-place.h"

G_BEGIN_DECLS

#define COMARK_TYPE_PAGE_QUOTES (comark_page_quotes_get_type ())
G_DECLARE_FINAL_TYPE (ComarkPageQuotes, comark_page_quotes, COMARK, PAGE_QUOTES, GObject)

/* For @view, which must outlive this. Returns: (transfer full) */
ComarkPageQuotes *comark_page_quotes_new (ComarkPageView *view);

/* Marks @quotes (of ComarkQuote) in the document of @reader (nullable: none), which the view has;
 * @places (of ComarkQuotePlace, as many) says on which pages they are looked for. Those on
 * @criterion (nullable) are marked more than the others. */
void comark_page_quotes_set (ComarkPageQuotes *self, ComarkReader *reader, GPtrArray *quotes,
                             GArray *places, const char *criterion);

/* Turns to the page of @quote, at @place, and selects its words there when they are found. */
void comark_page_quotes_show (ComarkPageQuotes *self, ComarkQuote *quote,
                              const ComarkQuotePlace *place);

gboolean comark_page_quotes_has_selection (ComarkPageQuotes *self);
void comark_page_quotes_copy (ComarkPageQuotes *self);
void comark_page_quotes_unselect (ComarkPageQuotes *self);

/* What is selected. Returns: (transfer full) (nullable): its page, start and exact words */
ComarkQuote *comark_page_quotes_dup_selected (ComarkPageQuotes *self);

G_END_DECLS
