/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Frameworks for the other acts of the desk.
 */
#pragma once

#include "comark-desk.h"

G_BEGIN_DECLS

/* The framework of a row, parsed once per program. Returns: (transfer full) */
ComarkFramework *comark_desk_framework (ComarkDesk *desk, const ComarkId *id, GError **error);

/* A ComarkDeskStep: stores @framework (a ComarkFramework) and makes it the active one. */
gboolean comark_desk_store_framework (ComarkDesk *desk, gpointer framework, GError **error);

G_END_DECLS
