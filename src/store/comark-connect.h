/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a place to a connection whose register is of this version and can be trusted.
 */
#pragma once

#include "comark-store.h"

G_BEGIN_DECLS

/* Makes a register and fills in its facts. Returns: (transfer full) */
ComarkSql *comark_connect_create (const char *where, ComarkPurpose purpose,
                                   const char *organisation, GError **error);

/* Opens one, checks its structure, brings it up to date. Returns: (transfer full) */
ComarkSql *comark_connect_open (const char *where, gboolean read_only, GError **error);

/* The file's copy at @path, as comark_store_backup() promises it. @from: a SQLite connection
 * without an open transaction. */
gboolean comark_connect_backup (ComarkSql *from, const char *path, ComarkProgress progress,
                                 gpointer progress_data, GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
