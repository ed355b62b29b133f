/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-contributor-rows.h"

#include "comark-rows.h"

#define CONTRIBUTOR_SELECT                                                                 \
  "SELECT id, name, part, lived_experience, credit, person, agreed_at, rev"                \
  " FROM contributor WHERE submission=$1 AND removed_at IS NULL "

static gpointer
contributor_of_row (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkContributor *self = comark_contributor_new ();

  self->id = comark_statement_column_id (st, 0);
  self->name = comark_rows_text (st, 1);
  self->part = comark_rows_text (st, 2);
  self->lived_experience = comark_statement_column_int (st, 3) == 1;
  self->credit = comark_statement_column_int (st, 4) == 1;
  self->person = comark_statement_column_id (st, 5);
  self->agreed_at = comark_statement_column_int (st, 6);
  self->rev = comark_statement_column_int (st, 7);
  return self;
}

GPtrArray *
comark_contributor_rows_list (ComarkSql *sql, const ComarkId *submission, GError **error)
{
  return comark_sql_collect (sql, contributor_of_row, NULL, g_object_unref, error,
                             CONTRIBUTOR_SELECT "ORDER BY added_at, id", "k", submission);
}

gboolean
comark_contributor_rows_find (ComarkSql *sql, const ComarkId *submission, const ComarkId *id,
                              ComarkContributor **contributor, GError **error)
{
  return comark_rows_take_first (
    comark_sql_collect (sql, contributor_of_row, NULL, g_object_unref, error,
                        CONTRIBUTOR_SELECT "AND id=$2", "kk", submission, id),
    (gpointer *) contributor);
}

#define AGREED_AT "CASE WHEN CAST($7 AS BIGINT)>0 THEN CAST($7 AS BIGINT) END"

gboolean
comark_contributor_rows_insert (ComarkSql *sql, const ComarkId *submission,
                                ComarkContributor *self, gint64 now_ms, GError **error)
{
  return comark_sql_exec (sql, error,
                          "INSERT INTO contributor (id, submission, name, part,"
                          " lived_experience, credit, agreed_at, person, added_at)"
                          " VALUES ($1, $2, $3, $4, $5, $6, " AGREED_AT ", $8, $9)",
                          "kkttnniki", &self->id, submission, self->name, self->part,
                          self->lived_experience, self->credit, self->agreed_at, &self->person,
                          now_ms) == 1;
}

gboolean
comark_contributor_rows_update (ComarkSql *sql, ComarkContributor *self, GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "UPDATE contributor SET name=$1, part=$2, lived_experience=$3,"
                              " credit=$4, person=$5, rev=rev+1, agreed_at=CASE WHEN"
                              " CAST($6 AS BIGINT)>0 THEN CAST($6 AS BIGINT) END"
                              " WHERE id=$7 AND rev=$8 AND removed_at IS NULL", "ttnnkiki",
                              self->name, self->part, self->lived_experience, self->credit,
                              &self->person, self->agreed_at, &self->id, self->rev);
}

gboolean
comark_contributor_rows_remove (ComarkSql *sql, const ComarkId *id, gint64 now_ms, GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "UPDATE contributor SET removed_at=$1 WHERE id=$2"
                              " AND removed_at IS NULL", "ik", now_ms, id);
}

static gpointer
confirmation_of_row (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkConfirmation *self = comark_confirmation_new ();

  self->criterion = comark_rows_text (st, 0);
  self->contributor = comark_statement_column_id (st, 1);
  self->contributor_name = comark_rows_text (st, 2);
  self->how = comark_rows_text (st, 3);
  self->day = comark_rows_text (st, 4);
  self->recorded_by_name = comark_rows_text (st, 5);
  return self;
}

GPtrArray *
comark_contributor_rows_list_confirmations (ComarkSql *sql, const ComarkId *submission,
                                            GError **error)
{
  return comark_sql_collect (
    sql, confirmation_of_row, NULL, g_object_unref, error,
    "SELECT f.criterion, f.contributor, c.name, f.how, f.day, p.name FROM confirmation f"
    " JOIN contributor c ON c.id=f.contributor JOIN person p ON p.id=f.recorded_by"
    " WHERE f.submission=$1 AND c.removed_at IS NULL ORDER BY f.criterion, f.recorded_at",
    "k", submission);
}

gboolean
comark_contributor_rows_confirm (ComarkSql *sql, const ComarkId *submission,
                                 const char *criterion, const ComarkId *contributor,
                                 const char *how, const char *day, const ComarkId *by,
                                 gint64 now_ms, GError **error)
{
  return comark_sql_exec (
           sql, error,
           "INSERT INTO confirmation (submission, criterion, contributor, how, day, recorded_by,"
           " recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7)"
           " ON CONFLICT (submission, criterion, contributor) DO UPDATE SET how=excluded.how,"
           " day=excluded.day, recorded_by=excluded.recorded_by,"
           " recorded_at=excluded.recorded_at",
           "ktkttki", submission, criterion, contributor, how, day, by, now_ms) == 1;
}
