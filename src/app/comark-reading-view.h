/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A document as words alone: reflowed, in the reader's own size, spacing and colours, which are
 * remembered. For who cannot use the pages, and for documents that have none.
 */
#pragma once

#include <adwaita.h>

#include "comark-quote.h"
#include "comark-reader.h"

G_BEGIN_DECLS

#define COMARK_TYPE_READING_VIEW (comark_reading_view_get_type ())
G_DECLARE_FINAL_TYPE (ComarkReadingView, comark_reading_view, COMARK, READING_VIEW, AdwBin)

/* Reads the words of @reader and shows them; NULL shows nothing and stops reading. */
void comark_reading_view_set_reader (ComarkReadingView *self, ComarkReader *reader);

/* ---- quotes ---- */

/* Signal "selection-changed" (). */

/* Marks @quotes (of ComarkQuote), those on @criterion (nullable) more than the others. */
void comark_reading_view_set_quotes (ComarkReadingView *self, GPtrArray *quotes,
                                     const char *criterion);

/* Goes to the words of @quote, as soon as they are there. */
void comark_reading_view_show_quote (ComarkReadingView *self, ComarkQuote *quote);

gboolean comark_reading_view_has_selection (ComarkReadingView *self);
void comark_reading_view_copy (ComarkReadingView *self);
void comark_reading_view_unselect (ComarkReadingView *self);

/* As comark_reading_quotes_take_async(). */
void comark_reading_view_take_quote_async (ComarkReadingView *self, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full) (nullable) */
ComarkQuote *comark_reading_view_take_quote_finish (ComarkReadingView *self, GAsyncResult *result,
                                                    GError **error);

G_END_DECLS
