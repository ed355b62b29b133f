/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One quote: its words, where they stand, the member's note on it; taken off and put back.
 *
 * Signal "chosen" (ComarkQuote *): the person wants to see it in its file.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"
#include "comark-quote-fates.h"

G_BEGIN_DECLS

#define COMARK_TYPE_QUOTE_ROW (comark_quote_row_get_type ())
G_DECLARE_FINAL_TYPE (ComarkQuoteRow, comark_quote_row, COMARK, QUOTE_ROW, AdwBin)

/* What a row says besides: whose it is (another's), and on which criterion. */
GtkWidget *comark_quote_row_new (gboolean names_criterion);

/* Shows @quote of @dossier; words that are being typed stay. @fates may be NULL. */
void comark_quote_row_set (ComarkQuoteRow *self, ComarkDossier *dossier, ComarkQuote *quote,
                           ComarkQuoteFates *fates);

/* Returns: (transfer none) */
ComarkQuote *comark_quote_row_get_quote (ComarkQuoteRow *self);

/* TRUE if the person took it off here: it says so, and can be put back, until it goes. */
gboolean comark_quote_row_is_removed (ComarkQuoteRow *self);

/* See ComarkSubmissionTabClass.flush. */
void comark_quote_row_flush (ComarkQuoteRow *self);

G_END_DECLS
