/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-id-list.h"

char *
comark_id_list_text (guint first, guint n)
{
  GString *text = g_string_new ("(");
  guint size = n == 1 ? 1 : COMARK_ID_LIST_SIZE;

  for (guint i = 0; i < size; i++)
    g_string_append_printf (text, i == 0 ? "$%u" : ",$%u", first + i);
  g_string_append_c (text, ')');
  return g_string_free (text, FALSE);
}

void
comark_id_list_bind (ComarkStatement *st, guint first, const ComarkId *ids, guint n)
{
  g_return_if_fail (n <= COMARK_ID_LIST_SIZE);

  for (guint i = 0; i < n; i++)
    comark_statement_bind_id (st, first + i, &ids[i]);
}

GArray *
comark_id_list_collect (ComarkStatement *st, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (ComarkId));
  gboolean row;

  while (st != NULL && comark_statement_step (st, &row, error))
    {
      ComarkId id;

      if (!row)
        return g_steal_pointer (&ids);
      id = comark_statement_column_id (st, 0);
      g_array_append_val (ids, id);
    }
  return NULL;
}
