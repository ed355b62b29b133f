/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sittings in the register. Facts as stored, for whoever asks; what a person may not see is left
 * out by the desk. Writes belong in the caller's open transaction.
 */
#pragma once

#include "comark-sitting.h"
#include "comark-sql.h"

G_BEGIN_DECLS

/* All sittings, the newest day first: the row alone, without agenda and comers.
 * Returns: (transfer full) (element-type ComarkSitting) */
GPtrArray *comark_sitting_rows_list (ComarkSql *sql, GError **error);

/* *sitting (transfer full) is NULL where there is none with that number. */
gboolean comark_sitting_rows_find (ComarkSql *sql, gint64 n, ComarkSitting **sitting,
                                   GError **error);

gboolean comark_sitting_rows_get (ComarkSql *sql, const ComarkId *id, ComarkSitting **sitting,
                                  GError **error);

/* The sitting that is planned on @today or later and has @submission; NULL in *sitting. */
gboolean comark_sitting_rows_find_of (ComarkSql *sql, const ComarkId *submission,
                                      const char *today, ComarkSitting **sitting, GError **error);

/* Day, time, place, link and note of @form. *n takes the number of the new one. */
gboolean comark_sitting_rows_insert (ComarkSql *sql, ComarkSitting *form, const ComarkId *by,
                                     gint64 now_ms, gint64 *n, GError **error);
/* COMARK_STORE_ERROR_CONFLICT if form->rev is no longer the newest. */
gboolean comark_sitting_rows_update (ComarkSql *sql, ComarkSitting *form, GError **error);
gboolean comark_sitting_rows_call_off (ComarkSql *sql, const ComarkId *id, const char *because,
                                       GError **error);
gboolean comark_sitting_rows_set_by_hand (ComarkSql *sql, const ComarkId *id, gboolean by_hand,
                                          GError **error);

/* Its submissions, in order. Returns: (transfer full) (element-type ComarkId) */
GArray *comark_sitting_rows_items (ComarkSql *sql, const ComarkId *id, GError **error);
/* At the end. */
gboolean comark_sitting_rows_add_item (ComarkSql *sql, const ComarkId *id,
                                       const ComarkId *submission, gint64 now_ms, GError **error);
gboolean comark_sitting_rows_remove_item (ComarkSql *sql, const ComarkId *id,
                                          const ComarkId *submission, GError **error);
gboolean comark_sitting_rows_set_order (ComarkSql *sql, const ComarkId *id,
                                        const ComarkId *submissions, guint n, GError **error);

/* Those who have said whether they come. Returns: (transfer full) (element-type ComarkComer) */
GPtrArray *comark_sitting_rows_replies (ComarkSql *sql, const ComarkId *id, GError **error);
gboolean comark_sitting_rows_reply (ComarkSql *sql, const ComarkId *id, const ComarkId *person,
                                    const char *how, gint64 now_ms, GError **error);

G_END_DECLS
