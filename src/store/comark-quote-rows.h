/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of quotes. Whoever lists them leaves out those whose author has not submitted, but for the
 * author.
 */
#pragma once

#include "comark-quote.h"
#include "comark-sql.h"

G_BEGIN_DECLS

/* All quotes of a round that were not removed, by file, page and place; own is @reader's.
 * Returns: (transfer full) (element-type ComarkQuote) */
GPtrArray *comark_quote_rows_list (ComarkSql *sql, const ComarkId *submission, gint64 round,
                                   const ComarkId *reader, GError **error);

/* @reader's own of the rounds before @round. Returns: (transfer full) (element-type ComarkQuote) */
GPtrArray *comark_quote_rows_list_earlier (ComarkSql *sql, const ComarkId *submission,
                                           gint64 round, const ComarkId *reader, GError **error);

/* One of them, or (@removed) one that was removed; *quote (transfer full) is NULL for none. */
gboolean comark_quote_rows_find (ComarkSql *sql, const ComarkId *submission, gint64 round,
                                 const ComarkId *reader, const ComarkId *id, gboolean removed,
                                 ComarkQuote **quote, GError **error);

/* A quote of @quote->person. */
gboolean comark_quote_rows_add (ComarkSql *sql, const ComarkId *submission, gint64 round,
                                ComarkQuote *quote, GError **error);

/* CONFLICT if @rev is not the newest. */
gboolean comark_quote_rows_change (ComarkSql *sql, const ComarkId *id, gint64 rev,
                                   const char *criterion, const char *note, GError **error);
gboolean comark_quote_rows_set_removed (ComarkSql *sql, const ComarkId *id, gboolean removed,
                                        gint64 now_ms, GError **error);

G_END_DECLS
