/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A document's words as the text of a GtkTextView: real text, which a screen reader reads and a
 * person selects, with headings, lists and tables set apart.
 */
#pragma once

#include <gtk/gtk.h>

#include "comark-reading-text.h"

G_BEGIN_DECLS

/* Names of the tags for what is quoted. */
#define COMARK_READING_QUOTE "quote"
#define COMARK_READING_QUOTE_IN_HAND "quote-in-hand"

/* Returns: (transfer full): an empty buffer that knows the styles */
GtkTextBuffer *comark_reading_buffer_new (void);

/* Puts @text in, in place of what is there. A row of a table is a line; its cells are kept apart
 * by " | ". */
void comark_reading_buffer_fill (GtkTextBuffer *buffer, ComarkReadingText *text);

/* Pages of the document that was filled in, in its order: how many, 1 where it has none; where the
 * words of @page (from 0) begin; and the page of the words at @offset. In characters. */
int comark_reading_buffer_get_n_pages (GtkTextBuffer *buffer);
int comark_reading_buffer_get_page_start (GtkTextBuffer *buffer, int page);
int comark_reading_buffer_get_page (GtkTextBuffer *buffer, int offset);

/* Letters at @percent of the usual size (50 to 400), headings in proportion; @is_wide gives half
 * a line of air between lines and more between paragraphs. */
void comark_reading_buffer_set_look (GtkTextBuffer *buffer, int percent, gboolean is_wide);

G_END_DECLS
