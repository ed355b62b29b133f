/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must always hold in a register beyond what its tables can say themselves.
 */
#include "comark-store-check.h"

const ComarkInvariant comark_invariants[] = {
  { "attachment-size",
    "SELECT 'attachment ' || substr(b.hash, 1, 16) FROM blob_store b WHERE b.complete = 1"
    " AND b.size <> (SELECT CAST(coalesce(sum(length(c.data)), 0) AS BIGINT) FROM blob_chunk c"
    " WHERE c.hash = b.hash)",
    "it is not as long as when it was stored" },
  { NULL, NULL, NULL },
};
