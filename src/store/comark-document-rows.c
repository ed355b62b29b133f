/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-document-rows.h"

#include "comark-rows.h"

#define DOCUMENT_SELECT                                                                          \
  "SELECT d.id, d.n, d.filename, d.mime, d.hash, d.size, d.pages, p.name, d.added_at,"           \
  " d.frozen_at FROM document d JOIN person p ON p.id=d.added_by WHERE d.submission=$1 "

static gpointer
document_of_row (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkDocument *self = comark_document_new ();

  self->id = comark_statement_column_id (st, 0);
  self->n = comark_statement_column_int (st, 1);
  self->filename = comark_rows_text (st, 2);
  self->mime = comark_rows_text (st, 3);
  self->hash = comark_rows_text (st, 4);
  self->size = comark_statement_column_int (st, 5);
  self->pages = comark_statement_column_int (st, 6);
  self->added_by_name = comark_rows_text (st, 7);
  self->added_at = comark_statement_column_int (st, 8);
  self->frozen_at = comark_statement_column_int (st, 9);
  return self;
}

GPtrArray *
comark_document_rows_list (ComarkSql *sql, const ComarkId *submission, GError **error)
{
  return comark_sql_collect (sql, document_of_row, NULL, g_object_unref, error,
                             DOCUMENT_SELECT "ORDER BY d.n", "k", submission);
}

gboolean
comark_document_rows_newest (ComarkSql *sql, const ComarkId *submission,
                             ComarkDocument **document, GError **error)
{
  return comark_rows_take_first (
    comark_sql_collect (sql, document_of_row, NULL, g_object_unref, error,
                        DOCUMENT_SELECT "ORDER BY d.n DESC LIMIT 1", "k", submission),
    (gpointer *) document);
}

gboolean
comark_document_rows_insert (ComarkSql *sql, const ComarkId *submission, ComarkDocument *self,
                             const ComarkId *by, GError **error)
{
  return comark_sql_exec (sql, error,
                          "INSERT INTO document (id, submission, n, filename, mime, hash, size,"
                          " pages, added_by, added_at)"
                          " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                          "kkitttiiki", &self->id, submission, self->n, self->filename,
                          self->mime, self->hash, self->size, self->pages, by,
                          self->added_at) == 1;
}

gboolean
comark_document_rows_replace (ComarkSql *sql, ComarkDocument *self, const ComarkId *by,
                              GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "UPDATE document SET filename=$1, mime=$2, hash=$3, size=$4,"
                              " pages=$5, added_by=$6, added_at=$7"
                              " WHERE id=$8 AND frozen_at IS NULL",
                              "tttiikik", self->filename, self->mime, self->hash, self->size,
                              self->pages, by, self->added_at, &self->id);
}

gboolean
comark_document_rows_freeze (ComarkSql *sql, const ComarkId *submission, gint64 now_ms,
                             GError **error)
{
  return comark_sql_exec (sql, error,
                          "UPDATE document SET frozen_at=$1 WHERE submission=$2"
                          " AND frozen_at IS NULL", "ik", now_ms, submission) >= 0;
}

gboolean
comark_document_rows_has_file (ComarkSql *sql, const ComarkId *submission, const char *hash,
                               gboolean *has, GError **error)
{
  gint64 n = 0;

  if (!comark_sql_query_int (sql, &n, error,
                             "SELECT (SELECT count(*) FROM document d"
                             "  WHERE d.submission=$1 AND d.hash=$2)"
                             " + (SELECT count(*) FROM evidence e"
                             "  WHERE e.submission=$1 AND e.hash=$2)", "kt", submission, hash))
    return FALSE;
  *has = n > 0;
  return TRUE;
}
