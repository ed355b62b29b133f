/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What waits for a person around meetings, for the to-do list.
 */
#pragma once

#include "comark-desk.h"

G_BEGIN_DECLS

/* Adds ComarkTodo lines to @todos: what desk->who is to do for a panel, by day; sittings to come
 * that they have not answered for, and one that is today (its ref is the sitting's, its place
 * "meetings"). */
gboolean comark_desk_gather_meetings (ComarkDesk *desk, GPtrArray *todos, GError **error);

G_END_DECLS
