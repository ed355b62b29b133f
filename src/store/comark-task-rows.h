/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of what panels want done. Facts as stored; writes belong in the caller's transaction.
 */
#pragma once

#include "comark-sql.h"
#include "comark-task.h"

G_BEGIN_DECLS

/* Of @submission, by the day they are due; @viewer: whose "own" are. Those taken off are not here.
 * Returns: (transfer full) (element-type ComarkTask) */
GPtrArray *comark_task_rows_list (ComarkSql *sql, const ComarkId *viewer,
                                  const ComarkId *submission, GError **error);

/* What @carrier still has to do, on all submissions, by day. */
GPtrArray *comark_task_rows_waiting (ComarkSql *sql, const ComarkId *carrier, GError **error);

/* *task (transfer full) is NULL where there is none. */
gboolean comark_task_rows_find (ComarkSql *sql, const ComarkId *viewer, const ComarkId *submission,
                                const ComarkId *id, ComarkTask **task, GError **error);

gboolean comark_task_rows_add (ComarkSql *sql, const ComarkId *id, const ComarkId *submission,
                               const char *what, const ComarkId *carrier, const char *due_day,
                               const ComarkId *by, gint64 now_ms, GError **error);
/* @by (nullable): NULL: it is not done after all. */
gboolean comark_task_rows_finish (ComarkSql *sql, const ComarkId *id, const ComarkId *by,
                                  gint64 now_ms, GError **error);
gboolean comark_task_rows_remove (ComarkSql *sql, const ComarkId *id, gint64 now_ms,
                                  GError **error);

G_END_DECLS
