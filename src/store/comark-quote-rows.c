/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-quote-rows.h"

#include "comark-rows.h"

#define SELECT_QUOTES                                                                  \
  "SELECT q.id, q.person, p.name, CASE WHEN q.person=$1 THEN 1 ELSE 0 END,"            \
  " (SELECT count(*) FROM review r WHERE r.submission=q.submission"                    \
  "  AND r.person=q.person AND r.round=q.round AND r.stage='first'"                    \
  "  AND r.state='submitted'),"                                                        \
  " q.criterion, q.hash, q.page, q.start, q.exact, q.prefix, q.suffix, q.note,"        \
  " q.created_at, q.rev FROM quote q JOIN person p ON p.id=q.person"                   \
  " WHERE q.submission=$2"

static gpointer
read_quote (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkQuote *self = comark_quote_new ();

  self->id = comark_statement_column_id (st, 0);
  self->person = comark_statement_column_id (st, 1);
  self->person_name = comark_rows_text (st, 2);
  self->own = comark_statement_column_int (st, 3) == 1;
  self->submitted = comark_statement_column_int (st, 4) > 0;
  self->criterion = comark_rows_text (st, 5);
  self->hash = comark_rows_text (st, 6);
  self->page = comark_statement_column_int (st, 7);
  self->start = comark_statement_column_int (st, 8);
  self->exact = comark_rows_text (st, 9);
  self->prefix = comark_rows_text (st, 10);
  self->suffix = comark_rows_text (st, 11);
  self->note = comark_rows_text (st, 12);
  self->created_at = comark_statement_column_int (st, 13);
  self->rev = comark_statement_column_int (st, 14);
  return self;
}

GPtrArray *
comark_quote_rows_list (ComarkSql *sql, const ComarkId *submission, gint64 round,
                        const ComarkId *reader, GError **error)
{
  return comark_sql_collect (sql, read_quote, NULL, g_object_unref, error,
                             SELECT_QUOTES " AND q.round=$3 AND q.removed_at IS NULL"
                             " ORDER BY q.hash, q.page, q.start, q.id", "kki", reader, submission,
                             round);
}

GPtrArray *
comark_quote_rows_list_earlier (ComarkSql *sql, const ComarkId *submission, gint64 round,
                                const ComarkId *reader, GError **error)
{
  return comark_sql_collect (sql, read_quote, NULL, g_object_unref, error,
                             SELECT_QUOTES " AND q.round<$3 AND q.person=$4"
                             " AND q.removed_at IS NULL"
                             " ORDER BY q.hash, q.page, q.start, q.id", "kkik", reader, submission,
                             round, reader);
}

gboolean
comark_quote_rows_find (ComarkSql *sql, const ComarkId *submission, gint64 round,
                        const ComarkId *reader, const ComarkId *id, gboolean removed,
                        ComarkQuote **quote, GError **error)
{
  return comark_rows_take_first (
    comark_sql_collect (sql, read_quote, NULL, g_object_unref, error,
                        SELECT_QUOTES " AND q.round=$3 AND q.id=$4 AND CAST($5 AS BIGINT)="
                        "CASE WHEN q.removed_at IS NULL THEN 0 ELSE 1 END", "kkiki", reader,
                        submission, round, id, (gint64) removed),
    (gpointer *) quote);
}

gboolean
comark_quote_rows_add (ComarkSql *sql, const ComarkId *submission, gint64 round,
                       ComarkQuote *quote, GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "INSERT INTO quote (id, submission, person, round, criterion, hash,"
                              " page, start, exact, prefix, suffix, note, created_at)"
                              " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
                              "kkkittiitttti", &quote->id, submission, &quote->person, round,
                              quote->criterion, quote->hash, quote->page, quote->start,
                              quote->exact, quote->prefix, quote->suffix, quote->note,
                              quote->created_at);
}

gboolean
comark_quote_rows_change (ComarkSql *sql, const ComarkId *id, gint64 rev, const char *criterion,
                          const char *note, GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "UPDATE quote SET criterion=$1, note=$2, rev=rev+1"
                              " WHERE id=$3 AND rev=$4", "ttki", criterion, note, id, rev);
}

gboolean
comark_quote_rows_set_removed (ComarkSql *sql, const ComarkId *id, gboolean removed,
                               gint64 now_ms, GError **error)
{
  if (removed)
    return comark_sql_exec_one (sql, error, "UPDATE quote SET removed_at=$1 WHERE id=$2", "ik",
                                now_ms, id);
  return comark_sql_exec_one (sql, error, "UPDATE quote SET removed_at=NULL WHERE id=$1", "k",
                              id);
}
