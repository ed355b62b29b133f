/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows that are one person's own for ever: where they stopped reading, and notes to self. No
 * query here is for anybody else's.
 */
#pragma once

#include "comark-reading-place.h"
#include "comark-sql.h"

G_BEGIN_DECLS

/* The file read last; *place (transfer full) is NULL where nothing was read. */
gboolean comark_own_rows_find_place (ComarkSql *sql, const ComarkId *submission,
                                     const ComarkId *person, ComarkReadingPlace **place,
                                     GError **error);
gboolean comark_own_rows_put_place (ComarkSql *sql, const ComarkId *submission,
                                    const ComarkId *person, const char *hash, gint64 page,
                                    gint64 now_ms, GError **error);

/* By criterion. Returns: (transfer full) (element-type ComarkOwnNote) */
GPtrArray *comark_own_rows_list_notes (ComarkSql *sql, const ComarkId *submission,
                                       const ComarkId *person, GError **error);
/* *note (transfer full) is NULL for none. */
gboolean comark_own_rows_find_note (ComarkSql *sql, const ComarkId *submission,
                                    const ComarkId *person, const char *criterion,
                                    ComarkOwnNote **note, GError **error);
/* A new row for @rev 0, else the row with that rev; CONFLICT if it is not so. */
gboolean comark_own_rows_put_note (ComarkSql *sql, const ComarkId *submission,
                                   const ComarkId *person, const char *criterion,
                                   const char *body, gint64 rev, gint64 now_ms, GError **error);

G_END_DECLS
