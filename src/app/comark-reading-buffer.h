/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A document's words as the text of a GtkTextView: real text, which a screen reader reads and a
 * person selects, with headings, lists and tables set apart.
 *
 * Tags, from the weakest: "all", "heading-1" to "-3", "item-1" to "-8", "bold", "italic",
 * "note"; then, for what is shown on top of the text, "found", "found-now", "spoken" and
 * "hidden". A tag that is added later is stronger than all of them; lower its priority below
 * "found" with gtk_text_tag_set_priority(). Tags of a document go when the next is filled in.
 */
#pragma once

#include <gtk/gtk.h>

#include "comark-reading-look.h"
#include "comark-reading-map.h"
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

/* What was filled in, and where it stands. Both (transfer none), the text (nullable); they go
 * with the next fill. */
ComarkReadingText *comark_reading_buffer_get_text (GtkTextBuffer *buffer);
ComarkReadingMap *comark_reading_buffer_get_map (GtkTextBuffer *buffer);

/* What the window's own face measures, in pixels, at 100 %. */
typedef struct
{
  int letter_height; /* the size of the font */
  int letter_width;  /* of an ordinary letter */
} ComarkReadingMeasure;

/* Sizes, spaces and the face of @look, headings in proportion. @column_px: how wide a line may
 * get; lists are set in no further than it has room for. */
void comark_reading_buffer_set_look (GtkTextBuffer *buffer, const ComarkReadingLook *look,
                                     const ComarkReadingMeasure *measure, int column_px);

/* Shows @paragraph alone; all of them again where it is -1. */
void comark_reading_buffer_show_only (GtkTextBuffer *buffer, int paragraph);

/* Takes the tag called @name from everywhere and puts it on from @start to @end. */
void comark_reading_buffer_move_tag (GtkTextBuffer *buffer, const char *name, int start, int end);

G_END_DECLS
