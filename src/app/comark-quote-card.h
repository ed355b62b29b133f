/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A quote that is spoken of: its words, whose they are, and a button that shows them in their
 * file. Nothing of it is changed here.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_QUOTE_CARD (comark_quote_card_get_type ())
G_DECLARE_FINAL_TYPE (ComarkQuoteCard, comark_quote_card, COMARK, QUOTE_CARD, AdwBin)

/* Shows the quote @id of @dossier; says so where the viewer does not see it (any more), and hides
 * if @id is none. */
void comark_quote_card_set (ComarkQuoteCard *self, ComarkDossier *dossier, const ComarkId *id);

G_END_DECLS
