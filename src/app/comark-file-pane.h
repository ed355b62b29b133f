/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The files of a submission, one at a time: a list to choose from (the document, its older
 * versions, each evidence item with a file) above the page view. Fetches bytes only when a file
 * is chosen, and keeps the place when a newer dossier comes.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"
#include "comark-quote-fates.h"

G_BEGIN_DECLS

#define COMARK_TYPE_FILE_PANE (comark_file_pane_get_type ())
G_DECLARE_FINAL_TYPE (ComarkFilePane, comark_file_pane, COMARK, FILE_PANE, AdwBin)

/* Shows the newest document version first; later dossiers leave the chosen file in place. */
void comark_file_pane_set_dossier (ComarkFilePane *self, ComarkDossier *dossier);

/* Shows the file with this hash, if the dossier has it. */
void comark_file_pane_show_file (ComarkFilePane *self, const char *hash);

/* Which file is shown, and its page from 0; NULL while it is fetched. (transfer none) */
const char *comark_file_pane_get_place (ComarkFilePane *self, int *page);
/* Where the person stopped the last time, unless they have begun to read already. */
void comark_file_pane_set_place (ComarkFilePane *self, const char *hash, int page);

/* ---- quotes ---- */

/* Signals "quoted" (ComarkQuote *), "fates-changed" (): as of ComarkQuoteBar. */

/* As comark_quote_bar_set_criterion(), comark_quote_bar_quote() and _unselect(). */
void comark_file_pane_set_criterion (ComarkFilePane *self, const ComarkCriterion *criterion,
                                     gboolean may_quote);
gboolean comark_file_pane_quote (ComarkFilePane *self);
void comark_file_pane_unselect (ComarkFilePane *self);

/* Shows the file in which @quote stands now, and goes there. */
void comark_file_pane_show_quote (ComarkFilePane *self, ComarkQuote *quote);

/* Returns: (transfer none) */
ComarkQuoteFates *comark_file_pane_get_fates (ComarkFilePane *self);

G_END_DECLS
