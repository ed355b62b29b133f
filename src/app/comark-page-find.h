/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bar to look for words in a document's pages: an entry, how many were found and which is in
 * sight, the next and the one before. Enter or F3 goes on, with Shift back; Escape closes it.
 * Knows no pages itself: what was found is for the page view to mark and to show.
 *
 * Signals: found (), when there are other matches, or another is the current one;
 * shown (), when the current one is to be brought into sight; closed ().
 */
#pragma once

#include <adwaita.h>

#include "comark-page-search.h"

G_BEGIN_DECLS

#define COMARK_TYPE_PAGE_FIND (comark_page_find_get_type ())
G_DECLARE_FINAL_TYPE (ComarkPageFind, comark_page_find, COMARK, PAGE_FIND, AdwBin)

/* What is looked for next is looked for in @reader's document (nullable). */
void comark_page_find_set_document (ComarkPageFind *self, ComarkReader *reader, int n_pages);
/* Where the next search begins. */
void comark_page_find_set_page (ComarkPageFind *self, int page);
/* Puts the focus into the entry, and looks again for what stands in it. */
void comark_page_find_begin (ComarkPageFind *self);
/* To the next match (1) or the one before (-1). */
void comark_page_find_step (ComarkPageFind *self, int direction);
/* Ends the search and forgets what was found, not what was looked for. */
void comark_page_find_end (ComarkPageFind *self);

/* Returns: (transfer none) */
ComarkPageSearch *comark_page_find_get_search (ComarkPageFind *self);

G_END_DECLS
