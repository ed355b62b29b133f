/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Those who took part in making a document, and what they confirmed.
 */
#pragma once

#include "comark-evidence.h"
#include "comark-sql.h"

G_BEGIN_DECLS

/* In the order in which they were named. Returns: (transfer full) (element-type
 * ComarkContributor) */
GPtrArray *comark_contributor_rows_list (ComarkSql *sql, const ComarkId *submission,
                                         GError **error);

/* One of @submission. *contributor (transfer full) is NULL where there is none. */
gboolean comark_contributor_rows_find (ComarkSql *sql, const ComarkId *submission,
                                       const ComarkId *id, ComarkContributor **contributor,
                                       GError **error);

/* Adds one, or stores it over the row with its rev (else CONFLICT). */
gboolean comark_contributor_rows_insert (ComarkSql *sql, const ComarkId *submission,
                                         ComarkContributor *contributor, gint64 now_ms,
                                         GError **error);
gboolean comark_contributor_rows_update (ComarkSql *sql, ComarkContributor *contributor,
                                         GError **error);

/* Takes one off the list; the row is kept. */
gboolean comark_contributor_rows_remove (ComarkSql *sql, const ComarkId *id, gint64 now_ms,
                                         GError **error);

/* By criterion. Returns: (transfer full) (element-type ComarkConfirmation) */
GPtrArray *comark_contributor_rows_list_confirmations (ComarkSql *sql, const ComarkId *submission,
                                                       GError **error);

/* Records a confirmation, written over an earlier one of the same contributor. @day: ISO. */
gboolean comark_contributor_rows_confirm (ComarkSql *sql, const ComarkId *submission,
                                          const char *criterion, const ComarkId *contributor,
                                          const char *how, const char *day, const ComarkId *by,
                                          gint64 now_ms, GError **error);

G_END_DECLS
