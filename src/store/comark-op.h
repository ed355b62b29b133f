/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Op ids: each act of a person carries a new id, claimed first in its transaction, so that
 * doing it again after a lost connection does it once.
 */
#pragma once

#include "comark-sql.h"

G_BEGIN_DECLS

/* Claims @op in the open write transaction. *already is TRUE if it was done before: then the
 * caller changes nothing and reports success. @kind: a short word for the act. @now_ms: the
 * clock's time. Waits for a transaction that is still committing the same op. */
gboolean comark_op_claim (ComarkSql *sql, const ComarkId *op, const char *kind, gint64 now_ms,
                          gboolean *already, GError **error);

G_END_DECLS
