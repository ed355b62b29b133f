/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Quotes in the reading view: marks those there are in the words, goes to one, and makes one of
 * what is selected. Main thread; the words are searched off it.
 */
#pragma once

#include <gtk/gtk.h>

#include "comark-quote.h"
#include "comark-reader.h"

G_BEGIN_DECLS

#define COMARK_TYPE_READING_QUOTES (comark_reading_quotes_get_type ())
G_DECLARE_FINAL_TYPE (ComarkReadingQuotes, comark_reading_quotes, COMARK, READING_QUOTES, GObject)

/* For @view, whose buffer is a comark_reading_buffer_new(); it must outlive this.
 * Returns: (transfer full) */
ComarkReadingQuotes *comark_reading_quotes_new (GtkTextView *view);

/* Other words stand in the buffer, those of @text; NULL: none. */
void comark_reading_quotes_set_words (ComarkReadingQuotes *self, ComarkReadingText *text);

/* Marks @quotes (of ComarkQuote), those on @criterion (nullable) more than the others. */
void comark_reading_quotes_set (ComarkReadingQuotes *self, GPtrArray *quotes,
                                const char *criterion);

/* Selects the words of @quote and brings them into sight: at once, or when the words are there.
 * Does nothing where they stand no longer. */
void comark_reading_quotes_show (ComarkReadingQuotes *self, ComarkQuote *quote);

gboolean comark_reading_quotes_has_selection (ComarkReadingQuotes *self);

/* Makes a quote of what is selected: page, start and the words around it are those of @reader's
 * pages (comark_reader_get_text_async()). @callback is given @source. */
void comark_reading_quotes_take_async (ComarkReadingQuotes *self, gpointer source,
                                       ComarkReader *reader, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full) (nullable): without person, criterion and hash; NULL with @error if
 * nothing is selected any more */
ComarkQuote *comark_reading_quotes_take_finish (gpointer source, GAsyncResult *result,
                                                GError **error);

G_END_DECLS
