/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What became of the quotes that were taken from an older version of the document: whether the
 * newest one still says so, and where. Reads that version once there are such quotes.
 */
#pragma once

#include <gtk/gtk.h>

#include "comark-dossier.h"
#include "comark-quote-place.h"

G_BEGIN_DECLS

#define COMARK_TYPE_QUOTE_FATES (comark_quote_fates_get_type ())
G_DECLARE_FINAL_TYPE (ComarkQuoteFates, comark_quote_fates, COMARK, QUOTE_FATES, GObject)

/* Signal "changed" (): more is known. */

/* Reads as @page does (comark-act.h), which must outlive this. Returns: (transfer full) */
ComarkQuoteFates *comark_quote_fates_new (GtkWidget *page);

void comark_quote_fates_set_dossier (ComarkQuoteFates *self, ComarkDossier *dossier);

/* What there is to say about the place of @quote; NULL for one whose file has not changed.
 * Returns: (transfer full) (nullable) */
char *comark_quote_fates_dup_words (ComarkQuoteFates *self, ComarkQuote *quote);

/* Where @quote is to be looked at: in the file @shown (a hash, nullable) if it was taken from it,
 * else in the newest version if it stands there, else where it was taken from. *hash: (transfer
 * none), of a file of the dossier. FALSE where that file is gone. */
gboolean comark_quote_fates_locate (ComarkQuoteFates *self, ComarkQuote *quote, const char *shown,
                                    const char **hash, ComarkQuotePlace *place);

/* @quote as it would be made today: its words where they stand now, criterion and note the same.
 * Returns: (transfer full) (nullable): NULL where other words stand there, or none */
ComarkQuote *comark_quote_fates_dup_now (ComarkQuoteFates *self, ComarkQuote *quote);

G_END_DECLS
