/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows that reports are made from.
 */
#pragma once

#include "comark-sql.h"
#include "comark-types.h"

G_BEGIN_DECLS

/* A level that a member gave in a submitted review; the texts live until the function returns. */
typedef struct
{
  const char *criterion;
  ComarkId submission;
  gint64 round;
  ComarkId person;
  ComarkMemberKind kind;
  ComarkStage stage;
  ComarkValue level;
} ComarkReportRow;

typedef gboolean (*ComarkReportRowFunc) (const ComarkReportRow *row, gpointer data,
                                         GError **error);

/* Calls @func for each level given to submissions on @framework whose decision was sealed from
 * @from_ms to before @to_ms: by criterion, submission, round, person; FALSE from it ends. */
gboolean comark_report_rows_levels (ComarkSql *sql, const ComarkId *framework, gint64 from_ms,
                                    gint64 to_ms, ComarkReportRowFunc func, gpointer data,
                                    GError **error);

G_END_DECLS
