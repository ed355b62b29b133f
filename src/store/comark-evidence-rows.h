/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Evidence of a submission, and the owner's statements.
 */
#pragma once

#include "comark-evidence.h"
#include "comark-sql.h"

G_BEGIN_DECLS

/* In order. Returns: (transfer full) (element-type ComarkEvidence) */
GPtrArray *comark_evidence_rows_list (ComarkSql *sql, const ComarkId *submission, GError **error);

/* One item of @submission. *evidence (transfer full) is NULL where there is none. */
gboolean comark_evidence_rows_find (ComarkSql *sql, const ComarkId *submission,
                                    const ComarkId *id, ComarkEvidence **evidence,
                                    GError **error);

/* Adds @evidence at the end, or stores it over the row with its rev (else CONFLICT). */
gboolean comark_evidence_rows_insert (ComarkSql *sql, const ComarkId *submission,
                                      ComarkEvidence *evidence, gint64 now_ms, GError **error);
gboolean comark_evidence_rows_update (ComarkSql *sql, ComarkEvidence *evidence, GError **error);
gboolean comark_evidence_rows_remove (ComarkSql *sql, const ComarkId *id, GError **error);

/* By criterion id. Returns: (transfer full) (element-type ComarkOwnerStatement) */
GPtrArray *comark_evidence_rows_list_statements (ComarkSql *sql, const ComarkId *submission,
                                                 GError **error);

/* *statement (transfer full) is NULL where there is none. */
gboolean comark_evidence_rows_find_statement (ComarkSql *sql, const ComarkId *submission,
                                              const char *criterion,
                                              ComarkOwnerStatement **statement, GError **error);

/* A new row for @rev 0, else over the row with that rev; CONFLICT if it is not so. */
gboolean comark_evidence_rows_put_statement (ComarkSql *sql, const ComarkId *submission,
                                             const char *criterion, const char *body, gint64 rev,
                                             gint64 now_ms, GError **error);

G_END_DECLS
