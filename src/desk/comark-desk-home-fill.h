/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a reading pack becomes in the register at home. Private to comark-desk-home*.c.
 */
#pragma once

#include "comark-desk-home.h"
#include "comark-pack.h"
#include "comark-store.h"

G_BEGIN_DECLS

/* In an empty register: its submission, its one member, the draft that came along. */
gboolean comark_desk_fill_home (ComarkDesk *desk, ComarkPack *pack, GFile *file, GError **error);

/* In one that is there: what a newer pack has that it has not. An older one, or the same, changes
 * nothing. */
gboolean comark_desk_refresh_home (ComarkDesk *desk, ComarkPack *pack, GFile *file,
                                   GError **error);

G_END_DECLS
