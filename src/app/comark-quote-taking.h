/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes a quote exact: whoever selects words knows them and about where they are; where they stand
 * in the text of the file's pages, and what is around them there, is looked up here.
 */
#pragma once

#include <gio/gio.h>

#include "comark-quote.h"
#include "comark-reader.h"

G_BEGIN_DECLS

/* @quote (page, start, exact, prefix and suffix as they are known; not shared with anybody) is
 * looked for on its page of @reader and on those after it up to @last_page (from 1); in a file
 * that has no pages, in @words (nullable), which are page 1. Where it is not found, as in words
 * that run around a picture, it stays as it is. */
void comark_quote_taking_async (ComarkQuote *quote, gint64 last_page, ComarkReader *reader,
                                ComarkReadingText *words, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full) (nullable): the quote */
ComarkQuote *comark_quote_taking_finish (GAsyncResult *result, GError **error);

G_END_DECLS
