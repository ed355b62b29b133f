/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks for quotes in the texts of pages, off the main loop: a document may be a book.
 */
#pragma once

#include <gio/gio.h>

#include "comark-quote-place.h"

G_BEGIN_DECLS

/* @pages: (transfer full) (element-type utf8): as comark_quote_find() takes them, freed with
 * g_free(). @quotes: of ComarkQuote. */
void comark_quote_hunt_async (GPtrArray *pages, GPtrArray *quotes, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);

/* Returns: (transfer full) (nullable) (element-type ComarkQuotePlace): in the order of the quotes;
 * NULL if it was cancelled */
GArray *comark_quote_hunt_finish (GAsyncResult *result, GError **error);

G_END_DECLS
