/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Quotes beside a file that is read: what is selected in its pages or its words can be copied, or
 * quoted for the criterion in hand; the quotes there are, are marked in both. Shown only while
 * something is selected.
 *
 * Signals: "quoted" (ComarkQuote *): the person wants to keep this; it has all but person and
 * criterion. "fates-changed" (): more is known about quotes of older versions.
 */
#pragma once

#include <adwaita.h>

#include "comark-page-view.h"
#include "comark-quote-fates.h"
#include "comark-reading-view.h"

G_BEGIN_DECLS

#define COMARK_TYPE_QUOTE_BAR (comark_quote_bar_get_type ())
G_DECLARE_FINAL_TYPE (ComarkQuoteBar, comark_quote_bar, COMARK, QUOTE_BAR, AdwBin)

/* The two views of the file, both or none (NULL); they must outlive this or be taken away
 * before. */
void comark_quote_bar_set_views (ComarkQuoteBar *self, ComarkPageView *pages,
                                 ComarkReadingView *words);

void comark_quote_bar_set_dossier (ComarkQuoteBar *self, ComarkDossier *dossier);

/* Another file is shown: @hash and @reader, NULL while it is fetched; or the other view of it. */
void comark_quote_bar_set_file (ComarkQuoteBar *self, const char *hash, ComarkReader *reader,
                                gboolean as_words);

/* The criterion in hand, whose quotes are marked more than others; NULL: none. @may_quote:
 * whether what is selected can be quoted for it. */
void comark_quote_bar_set_criterion (ComarkQuoteBar *self, const ComarkCriterion *criterion,
                                     gboolean may_quote);

/* As if the person had pressed the button; FALSE if nothing is selected, or may not be quoted. */
gboolean comark_quote_bar_quote (ComarkQuoteBar *self);

/* Nothing is selected any more: it was quoted. */
void comark_quote_bar_unselect (ComarkQuoteBar *self);

/* Goes to where @quote stands in the file that is shown, as soon as that is there. */
void comark_quote_bar_show_quote (ComarkQuoteBar *self, ComarkQuote *quote);

/* Returns: (transfer none) */
ComarkQuoteFates *comark_quote_bar_get_fates (ComarkQuoteBar *self);

G_END_DECLS
