/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pictures behind a page view: asks the reader for the pages in sight, then for the one after
 * and the one before, then for the sizes of all the others, and keeps the pictures used last.
 * Answers that nobody waits for any more are dropped. Main thread.
 *
 * Signals: drawn (int page), when a picture that was wanted has come;
 * failed (int page, GError *error), when it cannot be had.
 */
#pragma once

#include <gtk/gtk.h>

#include "comark-page-layout.h"
#include "comark-reader.h"

G_BEGIN_DECLS

#define COMARK_PAGE_CACHE_SIZE 10 /* pictures at least; more where more are in sight */
#define COMARK_PAGE_CACHE_MAX_BYTES (256 * 1024 * 1024) /* but never below those in sight */

#define COMARK_TYPE_PAGE_CACHE (comark_page_cache_get_type ())
G_DECLARE_FINAL_TYPE (ComarkPageCache, comark_page_cache, COMARK, PAGE_CACHE, GObject)

/* For the open document of @reader, with the sizes that @layout says and is told.
 * Returns: (transfer full) */
ComarkPageCache *comark_page_cache_new (ComarkReader *reader, ComarkPageLayout *layout);

/* So many device pixels make one logical pixel. */
void comark_page_cache_set_scale_factor (ComarkPageCache *self, int scale_factor);

/* Sees that the pages @first to @last are drawn at the layout's zoom, @page before the others,
 * and stops what is being drawn for nobody. A page that failed is not tried again. */
void comark_page_cache_want (ComarkPageCache *self, int first, int last, int page);
/* Stops everything; no signal comes any more until something is wanted again. */
void comark_page_cache_stop (ComarkPageCache *self);
/* What failed is tried again when it is wanted. */
void comark_page_cache_forget_failures (ComarkPageCache *self);

/* TRUE if the picture of @page at the layout's zoom is there. */
gboolean comark_page_cache_has (ComarkPageCache *self, int page);
/* The picture of @page at the layout's zoom, else one of another size to be stretched meanwhile.
 * Returns: (transfer none) (nullable) */
GdkTexture *comark_page_cache_get_texture (ComarkPageCache *self, int page);

G_END_DECLS
