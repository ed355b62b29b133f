/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Frameworks as the register keeps them: the bytes of the file, unchanged. Reading them is
 * exchange/comark-framework-reader.h.
 */
#pragma once

#include "comark-framework.h"
#include "comark-sql.h"

G_BEGIN_DECLS

/* The file of @id. Returns: (transfer full) */
GBytes *comark_framework_rows_get_xml (ComarkSql *sql, const ComarkId *id, GError **error);

/* The one offered to new submissions. */
gboolean comark_framework_rows_active (ComarkSql *sql, ComarkId *id, GError **error);

/* The one frozen for @submission. */
gboolean comark_framework_rows_of_submission (ComarkSql *sql, const ComarkId *submission,
                                              ComarkId *id, GError **error);

/* The row with this key and version, COMARK_ID_NONE if there is none; *hash (transfer full) is
 * the SHA-256 of its file. */
gboolean comark_framework_rows_find (ComarkSql *sql, const char *key, const char *version,
                                     ComarkId *id, char **hash, GError **error);

/* Adds @framework as row @id, and makes a row the only active one. */
gboolean comark_framework_rows_insert (ComarkSql *sql, const ComarkId *id,
                                       ComarkFramework *framework, gint64 now_ms, GError **error);
gboolean comark_framework_rows_activate (ComarkSql *sql, const ComarkId *id, GError **error);

G_END_DECLS
