/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-check-rows.h"

#include "comark-rows.h"

static gboolean
each_row (ComarkSql *sql, const char *text, gboolean is_value, ComarkCheckFunc func,
          gpointer data, GError **error)
{
  g_autoptr (ComarkStatement) st = comark_sql_query (sql, error, text, "");
  gboolean row;

  while (st != NULL && comark_statement_step (st, &row, error))
    {
      ComarkCheckRow check;

      if (!row)
        return TRUE;
      check.where = comark_statement_column_text (st, 0);
      check.framework = comark_statement_column_id (st, 1);
      check.route = comark_statement_column_text (st, 2);
      check.criterion = comark_statement_column_text (st, 3);
      check.value = is_value ? comark_rows_value (st, 4) : comark_statement_column_int (st, 4);
      if (!func (&check, data, error))
        return FALSE;
    }
  return FALSE;
}

gboolean
comark_check_rows_values (ComarkSql *sql, ComarkCheckFunc func, gpointer data, GError **error)
{
  return each_row (sql,
                   "SELECT 'submission ' || s.ref || ', a rating of ' || a.criterion,"
                   " s.framework, s.route, a.criterion, a.answer, a.value"
                   " FROM rating a JOIN review r ON r.id=a.review"
                   " JOIN submission s ON s.id=r.submission WHERE r.state='submitted'",
                   TRUE, func, data, error)
         && each_row (sql,
                      "SELECT 'submission ' || s.ref || ', what is agreed on ' || g.criterion,"
                      " s.framework, s.route, g.criterion, g.answer, g.value"
                      " FROM agreed g JOIN submission s ON s.id=g.submission",
                      TRUE, func, data, error);
}

gboolean
comark_check_rows_reviews (ComarkSql *sql, ComarkCheckFunc func, gpointer data, GError **error)
{
  return each_row (sql,
                   "SELECT 'submission ' || s.ref || ', a submitted review', s.framework,"
                   " s.route, '', (SELECT count(*) FROM rating a"
                   "  WHERE a.review=r.id AND a.answer<>'none')"
                   " FROM review r JOIN submission s ON s.id=r.submission"
                   " WHERE r.state='submitted' AND r.stage='first'",
                   FALSE, func, data, error);
}

gboolean
comark_check_rows_marks (ComarkSql *sql, ComarkCheckFunc func, gpointer data, GError **error)
{
  return each_row (sql,
                   "SELECT 'mark ' || k.number, s.framework, s.route, d.outcome,"
                   " CAST(0 AS BIGINT) FROM mark k JOIN submission s ON s.id=k.submission"
                   " JOIN decision d ON d.id=k.decision",
                   FALSE, func, data, error);
}
