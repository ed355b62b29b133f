/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading a sitting: as it is, for the order, and as one person may see it.
 */
#pragma once

#include "comark-desk.h"
#include "comark-sitting.h"

G_BEGIN_DECLS

/* Fills agenda, comers and flags of @sitting (a row as stored) for desk->who. *sees: whether the
 * person may know of it at all. */
gboolean comark_desk_finish_sitting (ComarkDesk *desk, ComarkSitting *sitting, gboolean *sees,
                                     GError **error);

/* Puts @ids, the whole agenda in its present order, into a best one, for everybody's doors. */
gboolean comark_desk_order_items (ComarkDesk *desk, GArray *ids, GError **error);

G_END_DECLS
