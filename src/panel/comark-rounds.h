/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who speaks after whom in the rounds of a meeting. Experts by experience and staff take turns
 * while there are both; the round after begins with the other kind, and with the next person of
 * each, so that nobody always goes first or last.
 */
#pragma once

#include "comark-types.h"

G_BEGIN_DECLS

/* Fills @order with the places of all who are there, @n of them; @kinds: of each, in the order of
 * the list of members. @round: from 0. */
void comark_rounds_order (const ComarkMemberKind *kinds, guint n, guint round, guint *order);

G_END_DECLS
