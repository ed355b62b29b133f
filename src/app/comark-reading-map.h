/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the words of a document stand in the reading view's buffer.
 *
 * Three ways to name a place, each in characters:
 *   offset      in the buffer, as GtkTextIter counts it. Markers of lists ("3. "), what parts
 *               the cells of a row (" | ") and line ends are in it, and no part of any block;
 *   block, at   the block of the ComarkReadingText and the character in its text. The block knows
 *               its page. A page's own text (comark_reader_get_text_async()) has other blanks,
 *               line ends and hyphens: comark_quote_find() looks across those;
 *   paragraph   what a person takes in at once: a block, or the cells of one row of a table.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _ComarkReadingMap ComarkReadingMap;

ComarkReadingMap *comark_reading_map_new (void);
void comark_reading_map_free (ComarkReadingMap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkReadingMap, comark_reading_map_free)

/* The next block: its line begins at @start, its text runs from @text to @end (exclusive).
 * @joins: it is in the paragraph of the block before it. */
void comark_reading_map_add (ComarkReadingMap *self, int start, int text, int end,
                             gboolean joins);

guint comark_reading_map_get_n_paragraphs (ComarkReadingMap *self);

/* The paragraph that @offset is in; its line end is. 0 where there is none. */
guint comark_reading_map_paragraph_at (ComarkReadingMap *self, int offset);

/* From its first character, marker and all, to past its last. Both 0 beyond the last. */
void comark_reading_map_get_paragraph (ComarkReadingMap *self, guint paragraph, int *start,
                                       int *end);

/* The nearest place in a block; FALSE where there is no block at all. */
gboolean comark_reading_map_to_block (ComarkReadingMap *self, int offset, guint *block, int *at);

/* The offset of character @at of @block, held to the block's text; -1 beyond the last block. */
int comark_reading_map_to_offset (ComarkReadingMap *self, guint block, int at);

G_END_DECLS
