/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-supporter-rows.h"

#include "comark-rows.h"

/* ---- who ---- */

static gpointer
read_supporter (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkSupporter *self = comark_supporter_new ();

  self->person = comark_statement_column_id (st, 0);
  self->name = comark_rows_text (st, 1);
  self->let_at = comark_statement_column_int (st, 2);
  return self;
}

gboolean
comark_supporter_rows_find (ComarkSql *sql, const ComarkId *submission, const ComarkId *person,
                            ComarkSupporter **supporter, GError **error)
{
  return comark_rows_take_first (
    comark_sql_collect (sql, read_supporter, NULL, g_object_unref, error,
                        "SELECT supporter, name, let_at FROM supporter"
                        " WHERE submission=$1 AND person=$2 AND ended_at IS NULL", "kk",
                        submission, person),
    (gpointer *) supporter);
}

gboolean
comark_supporter_rows_end (ComarkSql *sql, const ComarkId *submission, const ComarkId *member,
                           gint64 now_ms, GError **error)
{
  return comark_sql_exec (sql, error,
                          "UPDATE supporter SET ended_at=$1 WHERE submission=$2 AND person=$3"
                          " AND ended_at IS NULL", "ikk", now_ms, submission, member) >= 0;
}

gboolean
comark_supporter_rows_let (ComarkSql *sql, const ComarkId *submission, const ComarkId *member,
                           ComarkSupporter *supporter, const ComarkId *by, gint64 now_ms,
                           GError **error)
{
  ComarkId id = comark_id_new ();

  return comark_supporter_rows_end (sql, submission, member, now_ms, error)
         && comark_sql_exec_one (sql, error,
                                 "INSERT INTO supporter (id, submission, person, supporter, name,"
                                 " let_by, let_at) VALUES ($1, $2, $3, $4, $5, $6, $7)", "kkkktki",
                                 &id, submission, member, &supporter->person, supporter->name, by,
                                 now_ms);
}

/* ---- what ---- */

gboolean
comark_supporter_rows_record (ComarkSql *sql, const ComarkId *review, const char *criterion,
                              const ComarkId *recorder, const char *name, const char *state,
                              gint64 now_ms, GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "INSERT INTO recorded (review, criterion, recorder, name, state,"
                              " recorded_at, settled_at) VALUES ($1, $2, $3, $4, $5, $6,"
                              " CASE WHEN $5='waiting' THEN NULL"
                              "  ELSE CAST($6 AS BIGINT) END)"
                              " ON CONFLICT (review, criterion) DO UPDATE"
                              " SET recorder=excluded.recorder, name=excluded.name,"
                              " state=excluded.state, recorded_at=excluded.recorded_at,"
                              " settled_at=excluded.settled_at", "ktktti", review, criterion,
                              recorder, name, state, now_ms);
}

gboolean
comark_supporter_rows_correct (ComarkSql *sql, const ComarkId *review, const char *criterion,
                               gint64 now_ms, GError **error)
{
  return comark_sql_exec (sql, error,
                          "UPDATE recorded SET state='corrected', settled_at=$1"
                          " WHERE review=$2 AND criterion=$3", "ikt", now_ms, review, criterion)
         >= 0;
}

gboolean
comark_supporter_rows_confirm (ComarkSql *sql, const ComarkId *review, gint64 now_ms,
                               GError **error)
{
  return comark_sql_exec (sql, error,
                          "UPDATE recorded SET state='confirmed', settled_at=$1"
                          " WHERE review=$2 AND state='waiting'", "ik", now_ms, review) >= 0;
}

static gpointer
read_recorded (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkRecorded *self = comark_recorded_new ();

  self->criterion = comark_rows_text (st, 0);
  self->name = comark_rows_text (st, 1);
  self->state = comark_rows_text (st, 2);
  self->recorded_at = comark_statement_column_int (st, 3);
  self->settled_at = comark_statement_column_int (st, 4);
  return self;
}

GPtrArray *
comark_supporter_rows_list (ComarkSql *sql, const ComarkId *review, GError **error)
{
  return comark_sql_collect (sql, read_recorded, NULL, g_object_unref, error,
                             "SELECT criterion, name, state, recorded_at, settled_at"
                             " FROM recorded WHERE review=$1 ORDER BY criterion", "k", review);
}

gboolean
comark_supporter_rows_copy (ComarkSql *sql, const ComarkId *from, const ComarkId *to,
                            GError **error)
{
  return comark_sql_exec (sql, error,
                          "INSERT INTO recorded (review, criterion, recorder, name, state,"
                          " recorded_at, settled_at)"
                          " SELECT $1, criterion, recorder, name, state, recorded_at, settled_at"
                          " FROM recorded WHERE review=$2", "kk", to, from) >= 0;
}
