/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is painted over the pages of one document: words that were found, quotes, a selection.
 * Whoever has something to mark sets its areas; the desk paints them. No look is told by colour
 * alone: each has a line of its own as well.
 *
 * Signal: changed ().
 */
#pragma once

#include <gtk/gtk.h>

#include "comark-reader-area.h"

G_BEGIN_DECLS

typedef enum
{
  COMARK_PAGE_MARK_QUOTE,     /* a faint wash, underlined */
  COMARK_PAGE_MARK_QUOTE_IN_HAND, /* a wash, with a thicker line */
  COMARK_PAGE_MARK_FOUND,     /* a wash, with a thin frame */
  COMARK_PAGE_MARK_SELECTION, /* a wash */
  COMARK_PAGE_MARK_NOW,       /* a thick frame: the one that is spoken of */
  COMARK_N_PAGE_MARKS
} ComarkPageMark;

#define COMARK_TYPE_PAGE_MARKS (comark_page_marks_get_type ())
G_DECLARE_FINAL_TYPE (ComarkPageMarks, comark_page_marks, COMARK, PAGE_MARKS, GObject)

ComarkPageMarks *comark_page_marks_new (void);

/* @areas (of ComarkReaderArea, in the order of their pages; nullable: none) instead of those that
 * were set as @mark before. Copied. */
void comark_page_marks_set (ComarkPageMarks *self, ComarkPageMark mark, GArray *areas);

/* Paints what is on @page, @scale logical pixels to a point, from the origin of @snapshot. */
void comark_page_marks_snapshot (ComarkPageMarks *self, int page, double scale,
                                 GtkSnapshot *snapshot);

G_END_DECLS
