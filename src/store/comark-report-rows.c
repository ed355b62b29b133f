/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-report-rows.h"

static void
read_row (ComarkStatement *st, ComarkReportRow *row)
{
  row->criterion = comark_statement_column_text (st, 0);
  row->submission = comark_statement_column_id (st, 1);
  row->round = comark_statement_column_int (st, 2);
  row->person = comark_statement_column_id (st, 3);
  comark_member_kind_from_nick (comark_statement_column_text (st, 4), &row->kind);
  comark_stage_from_nick (comark_statement_column_text (st, 5), &row->stage);
  row->level = (ComarkValue) comark_statement_column_int (st, 6);
}

gboolean
comark_report_rows_levels (ComarkSql *sql, const ComarkId *framework, gint64 from_ms,
                           gint64 to_ms, ComarkReportRowFunc func, gpointer data, GError **error)
{
  g_autoptr (ComarkStatement) st
    = comark_sql_query (sql, error,
                        "SELECT a.criterion, s.id, d.round, r.person, p.kind, r.stage, a.value"
                        " FROM decision d JOIN submission s ON s.id=d.submission"
                        " JOIN review r ON r.submission=s.id AND r.round=d.round"
                        " JOIN person p ON p.id=r.person"
                        " JOIN rating a ON a.review=r.id"
                        " WHERE s.framework=$1 AND d.taken_back_at IS NULL"
                        " AND d.sealed_at>=$2 AND d.sealed_at<$3"
                        " AND r.state='submitted' AND a.answer='level'"
                        " ORDER BY a.criterion, s.id, d.round, r.person, r.stage",
                        "kii", framework, from_ms, to_ms);
  gboolean has_row;

  while (st != NULL && comark_statement_step (st, &has_row, error))
    {
      ComarkReportRow row = { NULL };

      if (!has_row)
        return TRUE;
      read_row (st, &row);
      if (!func (&row, data, error))
        return FALSE;
    }
  return FALSE;
}
