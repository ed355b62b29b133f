/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the pages of a document stand on the desk, one at a time or one under another: arithmetic
 * alone, nothing is drawn or asked. Shared by the desk, which tells the room, the cache, which
 * tells the sizes, and the view, which tells the zoom. A page whose size is not known yet counts
 * as large as the first that became known. Lengths are logical pixels unless they say points.
 *
 * Signal: changed (), when any page may stand elsewhere or be of another size.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define COMARK_PAGE_FIT_WIDTH 0.0
#define COMARK_PAGE_FIT_PAGE (-1.0)
#define COMARK_PAGE_MARGIN 12 /* round the pages and between them */
#define COMARK_PAGE_PIXELS_A_POINT (96.0 / 72.0)

typedef struct
{
  double x, y; /* from the desk's top left corner, as if all of it were in sight */
  double width, height;
} ComarkPagePlace;

#define COMARK_TYPE_PAGE_LAYOUT (comark_page_layout_get_type ())
G_DECLARE_FINAL_TYPE (ComarkPageLayout, comark_page_layout, COMARK, PAGE_LAYOUT, GObject)

/* Returns: (transfer full) */
ComarkPageLayout *comark_page_layout_new (int n_pages);

int comark_page_layout_get_n_pages (ComarkPageLayout *self);

/* Pages from @first on have these sizes: pairs of width and height in points. */
void comark_page_layout_set_sizes (ComarkPageLayout *self, int first, const double *sizes_pt,
                                   int n);
gboolean comark_page_layout_knows_size (ComarkPageLayout *self, int page);
/* Returns: the first page whose size is not known; the number of pages if there is none */
int comark_page_layout_first_unknown (ComarkPageLayout *self);

void comark_page_layout_set_room (ComarkPageLayout *self, int width, int height);
/* 1.0 is the size on paper at 96 pixels to the inch, or one of COMARK_PAGE_FIT_*. */
void comark_page_layout_set_zoom (ComarkPageLayout *self, double zoom);
/* All pages under one another; else the one of comark_page_layout_set_page() alone. */
void comark_page_layout_set_continuous (ComarkPageLayout *self, gboolean is_continuous);
gboolean comark_page_layout_get_continuous (ComarkPageLayout *self);
void comark_page_layout_set_page (ComarkPageLayout *self, int page);

/* As far as it is known. */
void comark_page_layout_get_size (ComarkPageLayout *self, int page, double *width_pt,
                                  double *height_pt);
/* The zoom that @page has on the screen, whatever it fits. */
double comark_page_layout_get_zoom_of (ComarkPageLayout *self, int page);
/* How wide it is there, whether it stands on the desk now or not. */
double comark_page_layout_get_width_of (ComarkPageLayout *self, int page);
/* FALSE if @page does not stand on the desk now. */
gboolean comark_page_layout_get_place (ComarkPageLayout *self, int page, ComarkPagePlace *place);
/* How large the whole desk is, margins and all. */
void comark_page_layout_get_extent (ComarkPageLayout *self, double *width, double *height);
/* The pages that reach into @top to @bottom; at least one. */
void comark_page_layout_get_range (ComarkPageLayout *self, double top, double bottom, int *first,
                                   int *last);

G_END_DECLS
