/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One page on a scrollable desk: a picture stretched to the size asked. Arrow keys scroll;
 * Page Up, Page Down and the space bar scroll by a screenful and, at the paper's edge, ask for
 * the page beyond it. The place on the page is kept when its size changes.
 *
 * Signals: room-changed () when the width for a page has changed;
 * turned (int direction) when the keys went past the bottom (1) or the top (-1).
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum
{
  COMARK_PAGE_EDGE_KEEP, /* the same place as before */
  COMARK_PAGE_EDGE_TOP,
  COMARK_PAGE_EDGE_BOTTOM,
} ComarkPageEdge;

#define COMARK_TYPE_PAGE_SHEET (comark_page_sheet_get_type ())
G_DECLARE_FINAL_TYPE (ComarkPageSheet, comark_page_sheet, COMARK, PAGE_SHEET, AdwBin)

/* Shows @texture (nullable: a blank page) @width x @height logical pixels large. @name is what
 * a screen reader calls it. */
void comark_page_sheet_show (ComarkPageSheet *self, GdkTexture *texture, int width, int height,
                             const char *name);

/* Where the next change of size scrolls to; KEEP unless told. Used up by it. */
void comark_page_sheet_set_edge (ComarkPageSheet *self, ComarkPageEdge edge);

/* The logical pixels there are for a page's width; 0 while the widget has no size. */
int comark_page_sheet_get_room (ComarkPageSheet *self);

G_END_DECLS
