/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drafts of single fields (comark-text-draft.h).
 */
#pragma once

#include "comark-sql.h"
#include "comark-text-draft.h"

G_BEGIN_DECLS

/* Those of @author alone. Returns: (transfer full) (element-type ComarkTextDraft) */
GPtrArray *comark_text_draft_rows_list (ComarkSql *sql, const ComarkId *submission,
                                        const ComarkId *author, GError **error);

/* *draft (transfer full) is NULL where there is none. */
gboolean comark_text_draft_rows_find (ComarkSql *sql, const ComarkId *submission,
                                      const ComarkId *author, const char *slot,
                                      ComarkTextDraft **draft, GError **error);

/* @rev: of the stored one, 0 for none; CONFLICT if it is another. */
gboolean comark_text_draft_rows_put (ComarkSql *sql, const ComarkId *submission,
                                     const ComarkId *author, const char *slot, const char *body,
                                     gint64 rev, gint64 now_ms, GError **error);

/* Does nothing where there is none. */
gboolean comark_text_draft_rows_drop (ComarkSql *sql, const ComarkId *submission,
                                      const ComarkId *author, const char *slot, GError **error);

G_END_DECLS
