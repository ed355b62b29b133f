/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The desk that a document's pages lie on, to stand in a GtkScrolledWindow. Only what is in sight
 * is painted, and only that is ever drawn by the reader: a page that has not come yet is white
 * paper of its size. The place is kept when the room, the zoom or the arrangement changes.
 *
 * Action "desk.scroll" (s): "up", "down", "left", "right" by a step; "page-up" and "page-down" by
 * a screenful.
 *
 * Signals: moved (), when other pages are in sight, or another is the one that is read;
 * room-changed (), when there is more or less room for pages;
 * turned (int direction), when the keys went past the end of a page that stands alone.
 */
#pragma once

#include <gtk/gtk.h>

#include "comark-page-cache.h"
#include "comark-page-marks.h"

G_BEGIN_DECLS

typedef enum
{
  COMARK_PAGE_EDGE_TOP,
  COMARK_PAGE_EDGE_BOTTOM,
} ComarkPageEdge;

#define COMARK_TYPE_PAGE_DESK (comark_page_desk_get_type ())
G_DECLARE_FINAL_TYPE (ComarkPageDesk, comark_page_desk, COMARK, PAGE_DESK, GtkWidget)

/* Shows the document of @layout and @cache (both nullable: an empty desk) from its beginning. */
void comark_page_desk_set_document (ComarkPageDesk *self, ComarkPageLayout *layout,
                                    ComarkPageCache *cache, ComarkPageMarks *marks);

/* The page that is read: the one gone to, or after scrolling the one most in sight. */
int comark_page_desk_get_page (ComarkPageDesk *self);
/* The pages in sight. FALSE while there is no document, or no room yet. */
gboolean comark_page_desk_get_range (ComarkPageDesk *self, int *first, int *last);

void comark_page_desk_go_to (ComarkPageDesk *self, int page, ComarkPageEdge edge);
/* Goes to the page of @area and, unless it is in sight already, to it. */
void comark_page_desk_go_to_area (ComarkPageDesk *self, const ComarkReaderArea *area);

/* Which page is at (@x, @y) of the desk's own, and where on it in points; FALSE beside all. */
gboolean comark_page_desk_locate (ComarkPageDesk *self, double x, double y, int *page,
                                  double *x_pt, double *y_pt);

G_END_DECLS
