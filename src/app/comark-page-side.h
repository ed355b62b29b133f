/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands beside a document's pages: its chapters, its pages as small pictures, the links of
 * the page that is read. Nothing is asked of the reader before it is looked at.
 *
 * Signals: page-chosen (int page, gboolean is_final), not final while the keys only walk over it;
 * link-chosen (ComarkReaderLink *link).
 */
#pragma once

#include <adwaita.h>

#include "comark-page-layout.h"
#include "comark-page-links.h"

G_BEGIN_DECLS

#define COMARK_TYPE_PAGE_SIDE (comark_page_side_get_type ())
G_DECLARE_FINAL_TYPE (ComarkPageSide, comark_page_side, COMARK, PAGE_SIDE, AdwBin)

/* All nullable together: no document. */
void comark_page_side_set_document (ComarkPageSide *self, ComarkReader *reader,
                                    ComarkPageLayout *layout, ComarkPageLinks *links);
/* @page is the one that is read. */
void comark_page_side_set_page (ComarkPageSide *self, int page);

G_END_DECLS
