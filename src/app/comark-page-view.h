/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows one document in pages, one at a time or one under another as the person likes it, which
 * is remembered: the pages themselves, previous and next, the page number, zoom.
 * Keys inside it: Page Up and Page Down, Ctrl+Home and Ctrl+End, Ctrl+plus and minus, Ctrl+0 for
 * the width, Ctrl+9 for the whole page, Ctrl+8 for one page or all.
 * It draws nothing of the document itself: a ComarkReader answers pictures of the pages in sight
 * and of the next, and the last ten are kept.
 *
 * States: no document yet, opening, a page, or a sentence saying why not.
 * The place (page, zoom, scroll) stays when the widget is hidden, resized or moved.
 *
 * Beside the pages, when it is wanted (F9, remembered): chapters, small pages, links.
 * Ctrl+F finds words. Links out of the document ask first.
 *
 * Signals: save-copy-requested () when the person asks for a copy of a document that cannot be
 * shown here.
 */
#pragma once

#include <adwaita.h>

#include "comark-page-marks.h"
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

/* How large the page is: 1.0 is its size on paper at 96 pixels to the inch, held to 0.25..4;
 * COMARK_PAGE_FIT_WIDTH (0) or COMARK_PAGE_FIT_PAGE (-1). Property "zoom". */
double comark_page_view_get_zoom (ComarkPageView *self);
void comark_page_view_set_zoom (ComarkPageView *self, double zoom);

/* Pages one under another rather than one at a time. Property and setting "continuous". */
gboolean comark_page_view_get_continuous (ComarkPageView *self);
void comark_page_view_set_continuous (ComarkPageView *self, gboolean is_continuous);

/* Paints @areas (of ComarkReaderArea; nullable: none) over the pages, instead of what was painted
 * as @mark before. Copied; forgotten with the document. */
void comark_page_view_set_marks (ComarkPageView *self, ComarkPageMark mark, GArray *areas);
/* Turns to the page of @area and brings it into sight. */
void comark_page_view_show_area (ComarkPageView *self, const ComarkReaderArea *area);
/* Which page is at (@x, @y), in the view's own coordinates, and where on it in points from its
 * top left corner; FALSE beside all pages. */
gboolean comark_page_view_locate (ComarkPageView *self, double x, double y, int *page,
                                  double *x_pt, double *y_pt);
/* Returns: (transfer none) (nullable) */
ComarkReader *comark_page_view_get_reader (ComarkPageView *self);

G_END_DECLS
