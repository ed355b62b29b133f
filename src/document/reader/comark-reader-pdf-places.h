/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where things are on a PDF's pages. Each appends to @areas, up to COMARK_READER_MAX_AREAS.
 */
#pragma once

#include <poppler.h>

#include "comark-reader-area.h"

/* Finds @words on @sheet whatever their case and accents, also over a line's end; counts
 * *@n_matches on. */
void comark_reader_pdf_find (PopplerPage *sheet, int page, const char *words, GArray *areas,
                             guint *n_matches);

/* What lies between the points (@at[0], @at[1]) and (@at[2], @at[3]) in reading order.
 * Returns: (transfer full): its text */
char *comark_reader_pdf_select (PopplerPage *sheet, int page, const double at[4],
                                ComarkReaderUnit unit, GArray *areas);

/* Where the characters of each of @n @ranges stand; match is the range's index. */
void comark_reader_pdf_list_areas (PopplerPage *sheet, int page, const ComarkReaderRange *ranges,
                                   guint n, GArray *areas);

/* One a line: "x y width height target address", a tab, the words it stands on; target counts
 * pages from 1 and is 0 where the link leads out of the document. */
void comark_reader_pdf_list_links (PopplerDocument *document, PopplerPage *sheet, GString *to);

/* One a line: "level page title". */
void comark_reader_pdf_list_chapters (PopplerDocument *document, GString *to);
