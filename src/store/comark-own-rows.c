/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-own-rows.h"

#include "comark-rows.h"

/* ---- where somebody stopped ---- */

static gpointer
read_place (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkReadingPlace *self = comark_reading_place_new ();

  self->hash = comark_rows_text (st, 0);
  self->page = comark_statement_column_int (st, 1);
  return self;
}

gboolean
comark_own_rows_find_place (ComarkSql *sql, const ComarkId *submission, const ComarkId *person,
                            ComarkReadingPlace **place, GError **error)
{
  return comark_rows_take_first (
    comark_sql_collect (sql, read_place, NULL, g_object_unref, error,
                        "SELECT hash, at FROM reading_place WHERE submission=$1 AND person=$2"
                        " ORDER BY updated_at DESC, hash LIMIT 1", "kk", submission, person),
    (gpointer *) place);
}

gboolean
comark_own_rows_put_place (ComarkSql *sql, const ComarkId *submission, const ComarkId *person,
                           const char *hash, gint64 page, gint64 now_ms, GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "INSERT INTO reading_place (submission, person, hash, at,"
                              " updated_at) VALUES ($1, $2, $3, $4, $5)"
                              " ON CONFLICT (submission, person, hash) DO UPDATE"
                              " SET at=$4, updated_at=$5", "kktii", submission, person, hash, page,
                              now_ms);
}

/* ---- notes ---- */

#define SELECT_NOTES \
  "SELECT criterion, body, rev FROM own_note WHERE submission=$1 AND person=$2"

static gpointer
read_note (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkOwnNote *self = comark_own_note_new ();

  self->criterion = comark_rows_text (st, 0);
  self->body = comark_rows_text (st, 1);
  self->rev = comark_statement_column_int (st, 2);
  return self;
}

GPtrArray *
comark_own_rows_list_notes (ComarkSql *sql, const ComarkId *submission, const ComarkId *person,
                            GError **error)
{
  return comark_sql_collect (sql, read_note, NULL, g_object_unref, error,
                             SELECT_NOTES " ORDER BY criterion", "kk", submission, person);
}

gboolean
comark_own_rows_find_note (ComarkSql *sql, const ComarkId *submission, const ComarkId *person,
                           const char *criterion, ComarkOwnNote **note, GError **error)
{
  return comark_rows_take_first (
    comark_sql_collect (sql, read_note, NULL, g_object_unref, error,
                        SELECT_NOTES " AND criterion=$3", "kkt", submission, person, criterion),
    (gpointer *) note);
}

gboolean
comark_own_rows_put_note (ComarkSql *sql, const ComarkId *submission, const ComarkId *person,
                          const char *criterion, const char *body, gint64 rev, gint64 now_ms,
                          GError **error)
{
  if (rev == 0)
    return comark_sql_exec_one (sql, error,
                                "INSERT INTO own_note (submission, person, criterion, body,"
                                " updated_at) VALUES ($1, $2, $3, $4, $5)"
                                " ON CONFLICT (submission, person, criterion) DO NOTHING",
                                "kktti", submission, person, criterion, body, now_ms);
  return comark_sql_exec_one (sql, error,
                              "UPDATE own_note SET body=$1, updated_at=$2, rev=rev+1"
                              " WHERE submission=$3 AND person=$4 AND criterion=$5 AND rev=$6",
                              "tikkti", body, now_ms, submission, person, criterion, rev);
}
