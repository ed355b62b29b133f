/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-task-rows.h"

#include "comark-rows.h"

#define SELECT_TASKS                                                                          \
  "SELECT t.id, t.submission, t.what, t.carrier, p.name,"                                     \
  " CASE WHEN t.carrier=$1 THEN 1 ELSE 0 END, t.due_day, t.noted_at, coalesce(d.name, ''),"   \
  " t.done_at FROM task t JOIN person p ON p.id=t.carrier"                                    \
  " LEFT JOIN person d ON d.id=t.done_by WHERE t.removed_at IS NULL"
#define BY_DAY " ORDER BY t.due_day, t.noted_at, t.id"

static gpointer
read_task (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkTask *self = comark_task_new ();

  self->id = comark_statement_column_id (st, 0);
  self->submission = comark_statement_column_id (st, 1);
  self->what = comark_rows_text (st, 2);
  self->carrier = comark_statement_column_id (st, 3);
  self->carrier_name = comark_rows_text (st, 4);
  self->own = comark_statement_column_int (st, 5) == 1;
  self->due_day = comark_rows_text (st, 6);
  self->noted_at = comark_statement_column_int (st, 7);
  self->done_by_name = comark_rows_text (st, 8);
  self->done_at = comark_statement_column_int (st, 9);
  return self;
}

GPtrArray *
comark_task_rows_list (ComarkSql *sql, const ComarkId *viewer, const ComarkId *submission,
                       GError **error)
{
  return comark_sql_collect (sql, read_task, NULL, g_object_unref, error,
                             SELECT_TASKS " AND t.submission=$2" BY_DAY, "kk", viewer, submission);
}

GPtrArray *
comark_task_rows_waiting (ComarkSql *sql, const ComarkId *carrier, GError **error)
{
  return comark_sql_collect (sql, read_task, NULL, g_object_unref, error,
                             SELECT_TASKS " AND t.carrier=$1 AND t.done_at IS NULL" BY_DAY, "k",
                             carrier);
}

gboolean
comark_task_rows_find (ComarkSql *sql, const ComarkId *viewer, const ComarkId *submission,
                       const ComarkId *id, ComarkTask **task, GError **error)
{
  return comark_rows_take_first (
    comark_sql_collect (sql, read_task, NULL, g_object_unref, error,
                        SELECT_TASKS " AND t.submission=$2 AND t.id=$3", "kkk", viewer, submission,
                        id),
    (gpointer *) task);
}

gboolean
comark_task_rows_add (ComarkSql *sql, const ComarkId *id, const ComarkId *submission,
                      const char *what, const ComarkId *carrier, const char *due_day,
                      const ComarkId *by, gint64 now_ms, GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "INSERT INTO task"
                              " (id, submission, what, carrier, due_day, noted_by, noted_at)"
                              " VALUES ($1, $2, $3, $4, $5, $6, $7)",
                              "kktktki", id, submission, what, carrier, due_day, by, now_ms);
}

gboolean
comark_task_rows_finish (ComarkSql *sql, const ComarkId *id, const ComarkId *by, gint64 now_ms,
                         GError **error)
{
  if (by == NULL)
    return comark_sql_exec_one (sql, error,
                                "UPDATE task SET done_by=NULL, done_at=NULL WHERE id=$1", "k", id);
  return comark_sql_exec_one (sql, error, "UPDATE task SET done_by=$1, done_at=$2 WHERE id=$3",
                              "kik", by, now_ms, id);
}

gboolean
comark_task_rows_remove (ComarkSql *sql, const ComarkId *id, gint64 now_ms, GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "UPDATE task SET removed_at=$1 WHERE id=$2 AND removed_at IS NULL",
                              "ik", now_ms, id);
}
