/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pictures behind a page view: asks the reader for the page wanted, then for the one after
 * it, and keeps the last ten. Answers that nobody waits for any more are dropped. Main thread.
 *
 * Signals: drawn (int page), when the picture wanted last is there;
 * failed (int page, GError *error), when it cannot be had.
 */
#pragma once

#include <gtk/gtk.h>

#include "comark-reader.h"

G_BEGIN_DECLS

#define COMARK_PAGE_CACHE_SIZE 10

#define COMARK_TYPE_PAGE_CACHE (comark_page_cache_get_type ())
G_DECLARE_FINAL_TYPE (ComarkPageCache, comark_page_cache, COMARK, PAGE_CACHE, GObject)

/* For the open document of @reader, which has @n_pages. Returns: (transfer full) */
ComarkPageCache *comark_page_cache_new (ComarkReader *reader, int n_pages);

/* How large pages are: @zoom 1.0 is paper size at 96 pixels to the inch; 0 makes every page
 * @fit_width logical pixels wide. @scale_factor device pixels make one logical pixel.
 * Nothing is drawn before the next comark_page_cache_want(). */
void comark_page_cache_set_scale (ComarkPageCache *self, double zoom, int fit_width,
                                  int scale_factor);

/* Sees that @page is drawn at the scale set, and stops what is being drawn instead. Answers by
 * a signal, at once when the picture is kept already. */
void comark_page_cache_want (ComarkPageCache *self, int page);
/* Stops everything; no signal comes any more until something is wanted again. */
void comark_page_cache_stop (ComarkPageCache *self);

/* The size of @page in logical pixels at the scale set; FALSE while that is unknown. */
gboolean comark_page_cache_get_size (ComarkPageCache *self, int page, int *width, int *height);
/* The zoom that @page has on the screen, also when it fits the width; 0 while unknown. */
double comark_page_cache_get_zoom (ComarkPageCache *self, int page);
/* The picture of @page at the scale set, else one of another size to be stretched meanwhile.
 * Returns: (transfer none) (nullable) */
GdkTexture *comark_page_cache_get_texture (ComarkPageCache *self, int page);

G_END_DECLS
