/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-record-store.h"

static gboolean
is_same_at (GListStore *store, guint position, gpointer record, ComarkRecordSame same)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (store), position);

  return same (item, record);
}

void
comark_record_store_update (GListStore *store, GPtrArray *records, ComarkRecordSame same)
{
  guint n_older = g_list_model_get_n_items (G_LIST_MODEL (store));
  guint n_newer = records->len;
  guint start = 0;

  while (start < n_older && start < n_newer
         && is_same_at (store, start, g_ptr_array_index (records, start), same))
    start++;
  while (n_older > start && n_newer > start
         && is_same_at (store, n_older - 1, g_ptr_array_index (records, n_newer - 1), same))
    {
      n_older--;
      n_newer--;
    }
  if (n_older > start || n_newer > start)
    g_list_store_splice (store, start, n_older - start, records->pdata + start, n_newer - start);
}
