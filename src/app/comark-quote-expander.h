/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How many quotes members made for one criterion, and, opened, which. Hidden where the viewer sees
 * none; the rows are made when it is opened. A quote that is chosen is shown in its file by the
 * action submission.show-quote.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_QUOTE_EXPANDER (comark_quote_expander_get_type ())
G_DECLARE_FINAL_TYPE (ComarkQuoteExpander, comark_quote_expander, COMARK, QUOTE_EXPANDER, AdwBin)

void comark_quote_expander_set (ComarkQuoteExpander *self, ComarkDossier *dossier,
                                const char *criterion);

/* Asks the submission that @widget is in to show @quote in its file. */
void comark_quote_expander_show (GtkWidget *widget, ComarkQuote *quote);

G_END_DECLS
