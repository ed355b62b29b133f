/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The links of one document's pages, asked page by page when somebody comes near one, and what
 * happens when one is followed. Main thread.
 *
 * Signal: changed (int page), when the links of a page have come.
 */
#pragma once

#include <gtk/gtk.h>

#include "comark-reader.h"

G_BEGIN_DECLS

#define COMARK_TYPE_PAGE_LINKS (comark_page_links_get_type ())
G_DECLARE_FINAL_TYPE (ComarkPageLinks, comark_page_links, COMARK, PAGE_LINKS, GObject)

/* Returns: (transfer full) */
ComarkPageLinks *comark_page_links_new (ComarkReader *reader);

/* Asks for the links of @page, unless they are there or on their way. */
void comark_page_links_want (ComarkPageLinks *self, int page);
/* Of ComarkReaderLink. Returns: (transfer none) (nullable): NULL until they have come */
GPtrArray *comark_page_links_get (ComarkPageLinks *self, int page);
/* The link at this point of @page, if it is known. Returns: (transfer none) (nullable) */
const ComarkReaderLink *comark_page_links_find (ComarkPageLinks *self, int page, double x_pt,
                                                double y_pt);

/* Where it leads, in words. Returns: (transfer full) */
char *comark_page_link_describe (const ComarkReaderLink *link);

/* Shows the whole address and opens it, outside Comark, only if the person says so; refuses what
 * is no address in words. Not for links to a page. */
void comark_page_link_follow (const ComarkReaderLink *link, GtkWindow *parent);

G_END_DECLS
