/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is selected with the pointer in a page view, and its mark: a drag within one page selects
 * words, two clicks a word, three a line. Ctrl+C copies.
 *
 * Signal: changed ().
 */
#pragma once

#include "comark-page-view.h"

G_BEGIN_DECLS

#define COMARK_TYPE_PAGE_SELECTION (comark_page_selection_get_type ())
G_DECLARE_FINAL_TYPE (ComarkPageSelection, comark_page_selection, COMARK, PAGE_SELECTION, GObject)

/* For @view, which must outlive this. Returns: (transfer full) */
ComarkPageSelection *comark_page_selection_new (ComarkPageView *view);

/* The words, their first page (from 0) and where they begin in its text, -1: not known; NULL
 * where nothing is selected. */
const char *comark_page_selection_get_text (ComarkPageSelection *self);
int comark_page_selection_get_page (ComarkPageSelection *self);
gint64 comark_page_selection_get_start (ComarkPageSelection *self);

/* Selects @text at @areas (of ComarkReaderArea, at least one). */
void comark_page_selection_set (ComarkPageSelection *self, const char *text, gint64 start,
                                GArray *areas);
void comark_page_selection_clear (ComarkPageSelection *self);
void comark_page_selection_copy (ComarkPageSelection *self);

G_END_DECLS
