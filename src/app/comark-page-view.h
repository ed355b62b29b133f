/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows one document page by page: the page itself, previous and next, the page number, zoom.
 * Keys inside it: Page Up and Page Down, Ctrl+Home and Ctrl+End, Ctrl+plus, minus and 0.
 * It draws nothing of the document itself: a ComarkReader answers pictures, the last ten of
 * which are kept, and the next page is drawn ahead.
 *
 * States: no document yet, opening, a page, or a sentence saying why not.
 * The place (page, zoom, scroll) stays when the widget is hidden, resized or moved.
 *
 * Signals: save-copy-requested () when the person asks for a copy of a document that cannot be
 * shown here.
 */
#pragma once

#include <adwaita.h>

#include "comark-reader.h"

G_BEGIN_DECLS

#define COMARK_TYPE_PAGE_VIEW (comark_page_view_get_type ())
G_DECLARE_FINAL_TYPE (ComarkPageView, comark_page_view, COMARK, PAGE_VIEW, AdwBin)

GtkWidget *comark_page_view_new (void);

/* Shows the document of @reader (nullable: none) from @initial_page, counted from 0 and held
 * to the pages there are. Setting the reader it has already does nothing. */
void comark_page_view_set_reader (ComarkPageView *self, ComarkReader *reader, int initial_page);

/* Shows @sentence instead of a document, as when the register cannot give the file out. */
void comark_page_view_set_error (ComarkPageView *self, const char *sentence);

/* The page in sight, from 0. Property "page". */
int comark_page_view_get_page (ComarkPageView *self);
void comark_page_view_set_page (ComarkPageView *self, int page);

/* How large the page is: 1.0 is its size on paper at 96 pixels to the inch; 0 fits the width.
 * Held to 0.25..4. Property "zoom". */
double comark_page_view_get_zoom (ComarkPageView *self);
void comark_page_view_set_zoom (ComarkPageView *self, double zoom);

G_END_DECLS
