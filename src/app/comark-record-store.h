/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the smaller tables share: rows that are read whole, kept in a GListStore, and replaced
 * only where they differ, so that place, selection and focus stay.
 */
#pragma once

#include <gio/gio.h>

#include "comark-record.h"

G_BEGIN_DECLS

typedef gboolean (*ComarkRecordSame) (gpointer a, gpointer b);

/* Makes @store (of records) hold @records, touching only the part from the first to the last
 * that is not the @same. */
void comark_record_store_update (GListStore *store, GPtrArray *records, ComarkRecordSame same);

G_END_DECLS
