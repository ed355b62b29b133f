/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages of one of two versions that are compared: what it is, its pages, and a frame about
 * the paragraph that is looked at.
 */
#pragma once

#include <adwaita.h>

#include "comark-document.h"
#include "comark-reading-text.h"

G_BEGIN_DECLS

#define COMARK_TYPE_COMPARE_PAGES (comark_compare_pages_get_type ())
G_DECLARE_FINAL_TYPE (ComarkComparePages, comark_compare_pages, COMARK, COMPARE_PAGES, AdwBin)

void comark_compare_pages_set_document (ComarkComparePages *self, ComarkDocument *document,
                                        GBytes *bytes);

/* Turns to @page (from 0; -1: stays) and frames @block there; NULL: frames nothing. */
void comark_compare_pages_show (ComarkComparePages *self, const ComarkReadingBlock *block,
                                int page);

G_END_DECLS
