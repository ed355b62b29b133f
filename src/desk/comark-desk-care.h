/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looking after the register: check, backup, the log.
 */
#pragma once

#include "comark-desk.h"
#include "comark-history.h"

G_BEGIN_DECLS

/* Everything that must hold: the file's structure, the log's chain, every attachment's hash, and
 * the panel's invariants. Empty: all well.
 * Returns: (transfer full) (array zero-terminated=1) sentences: what is wrong and where */
char **comark_desk_check (ComarkDesk *desk, GError **error);

/* The register's log, newest first, at most @limit. Administrators only.
 * Returns: (transfer full) (element-type ComarkHistoryEntry) */
GPtrArray *comark_desk_list_log (ComarkDesk *desk, guint limit, GError **error);

G_END_DECLS
