/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list of a document's pages as small pictures with their numbers. Only rows in sight are
 * drawn, by the reader's second helper, so that the page that is read never waits for them.
 *
 * Signal: page-chosen (int page, gboolean is_final), by pointer or keys; final unless the keys only
 * walk over it.
 */
#pragma once

#include <adwaita.h>

#include "comark-page-layout.h"
#include "comark-reader.h"

G_BEGIN_DECLS

#define COMARK_TYPE_PAGE_THUMBS (comark_page_thumbs_get_type ())
G_DECLARE_FINAL_TYPE (ComarkPageThumbs, comark_page_thumbs, COMARK, PAGE_THUMBS, AdwBin)

/* Lists the pages of @reader's document; both nullable: none. */
void comark_page_thumbs_set_document (ComarkPageThumbs *self, ComarkReader *reader,
                                      ComarkPageLayout *layout);
/* Marks @page as the one that is read, and brings it into sight. */
void comark_page_thumbs_set_page (ComarkPageThumbs *self, int page);

/* How many pictures were asked for since the document came: for tests. */
guint comark_page_thumbs_get_n_asked (ComarkPageThumbs *self);

G_END_DECLS
