/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-cover-rows.h"

#include "comark-rows.h"

/* The answer with the highest number holds. */
#define THAT_HOLD                                                                        \
  " NOT EXISTS (SELECT 1 FROM evidence_cover d WHERE d.review=c.review"                  \
  "  AND d.criterion=c.criterion AND d.evidence=c.evidence AND d.n>c.n)"

static gpointer
read_cover (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkEvidenceCover *self = comark_evidence_cover_new ();

  self->criterion = comark_rows_text (st, 0);
  self->evidence = comark_statement_column_id (st, 1);
  self->title = comark_rows_text (st, 2);
  self->hash = comark_rows_text (st, 3);
  comark_cover_from_nick (comark_statement_column_text (st, 4), &self->cover);
  self->is_older = comark_statement_column_int (st, 5) == 1;
  self->n = comark_statement_column_int (st, 6);
  self->said_at = comark_statement_column_int (st, 7);
  return self;
}

GPtrArray *
comark_cover_rows_list (ComarkSql *sql, const ComarkId *review, GError **error)
{
  return comark_sql_collect (sql, read_cover, NULL, g_object_unref, error,
                             "SELECT c.criterion, c.evidence, e.title, c.hash, c.cover,"
                             " CASE WHEN c.hash=coalesce(e.hash, '') THEN 0 ELSE 1 END, c.n,"
                             " c.said_at"
                             " FROM evidence_cover c"
                             " JOIN evidence_criterion x ON x.evidence=c.evidence"
                             "  AND x.criterion=c.criterion"
                             " JOIN evidence e ON e.id=c.evidence"
                             " WHERE c.review=$1 AND" THAT_HOLD
                             " ORDER BY c.criterion, e.ord", "k", review);
}

typedef struct
{
  ComarkCover cover;
  gint64 n;
} Held;

static gpointer
read_held (ComarkStatement *st, gpointer data, GError **error)
{
  Held *held = g_new0 (Held, 1);

  comark_cover_from_nick (comark_statement_column_text (st, 0), &held->cover);
  held->n = comark_statement_column_int (st, 1);
  return held;
}

gboolean
comark_cover_rows_find (ComarkSql *sql, const ComarkId *review, const char *criterion,
                        const ComarkId *evidence, ComarkCover *cover, gint64 *n, GError **error)
{
  g_autoptr (GPtrArray) rows
    = comark_sql_collect (sql, read_held, NULL, g_free, error,
                          "SELECT c.cover, c.n FROM evidence_cover c WHERE c.review=$1"
                          " AND c.criterion=$2 AND c.evidence=$3 AND" THAT_HOLD, "ktk", review,
                          criterion, evidence);
  Held *held = rows != NULL && rows->len > 0 ? g_ptr_array_index (rows, 0) : NULL;

  *cover = held != NULL ? held->cover : COMARK_COVER_NONE;
  *n = held != NULL ? held->n : 0;
  return rows != NULL;
}

gboolean
comark_cover_rows_add (ComarkSql *sql, const ComarkId *review, const char *criterion,
                       const ComarkId *evidence, gint64 n, ComarkCover cover, const char *hash,
                       gint64 now_ms, GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "INSERT INTO evidence_cover (review, criterion, evidence, n, cover,"
                              " hash, said_at) VALUES ($1, $2, $3, $4, $5, $6, $7)"
                              " ON CONFLICT (review, criterion, evidence, n) DO NOTHING",
                              "ktkitti", review, criterion, evidence, n,
                              comark_cover_nick (cover), hash != NULL ? hash : "", now_ms);
}

gboolean
comark_cover_rows_copy (ComarkSql *sql, const ComarkId *from, const ComarkId *to, GError **error)
{
  return comark_sql_exec (sql, error,
                          "INSERT INTO evidence_cover (review, criterion, evidence, n, cover,"
                          " hash, said_at)"
                          " SELECT $1, c.criterion, c.evidence, c.n, c.cover, c.hash, c.said_at"
                          " FROM evidence_cover c WHERE c.review=$2 AND" THAT_HOLD, "kk", to, from)
         >= 0;
}
