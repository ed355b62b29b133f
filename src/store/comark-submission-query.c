/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ordered ids of a list. Every order reads an index from one of its ends.
 */
#include "comark-submission-rows.h"

#include "comark-id-list.h"
#include "comark-standing-rows.h"

/* Each with its own direction, and turned round. Ids part equals, so that no two runs differ. */
static const char *const orders[][2] = {
  [COMARK_SORT_UPDATED] = { "s.updated_at DESC, s.id DESC", "s.updated_at, s.id" },
  [COMARK_SORT_REF] = { "s.ref_order, s.id", "s.ref_order DESC, s.id DESC" },
  [COMARK_SORT_TITLE] = { "s.title_fold, s.id", "s.title_fold DESC, s.id DESC" },
  [COMARK_SORT_STATE] = { "s.updated_at DESC, s.id DESC", "s.updated_at, s.id" },
  [COMARK_SORT_DUE] = { "s.due_day NULLS LAST, s.id", "s.due_day DESC NULLS LAST, s.id DESC" },
};

static GArray *
query_one (ComarkSql *sql, const ComarkId *related_to, int state, const char *order,
           GError **error)
{
  GString *text = g_string_new ("SELECT s.id FROM submission s");
  g_autofree char *owned = NULL;
  g_autoptr (ComarkStatement) st = NULL;
  guint n = 1;

  if (related_to != NULL)
    g_string_append (text, " WHERE s.id IN " COMARK_STANDING_RELATED);
  if (state >= 0)
    g_string_append_printf (text, related_to ? " AND s.state=$%u" : " WHERE s.state=$%u",
                            related_to ? 2 : 1);
  g_string_append_printf (text, " ORDER BY %s", order);
  owned = g_string_free (text, FALSE);
  st = comark_sql_prepare (sql, owned, error);
  if (st != NULL && related_to != NULL)
    comark_statement_bind_id (st, n++, related_to);
  if (st != NULL && state >= 0)
    comark_statement_bind_text (st, n, comark_state_nick (state));
  return comark_id_list_collect (st, error);
}

/* The words of the states do not sort in the order of a submission's life. */
static GArray *
query_by_state (ComarkSql *sql, const ComarkId *related_to, gboolean backwards, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (ComarkId));

  for (int i = 0; i < COMARK_N_STATES; i++)
    {
      int state = backwards ? COMARK_N_STATES - 1 - i : i;
      g_autoptr (GArray) part
        = query_one (sql, related_to, state, orders[COMARK_SORT_STATE][backwards], error);

      if (part == NULL)
        return NULL;
      if (part->len > 0)
        g_array_append_vals (ids, part->data, part->len);
    }
  return g_steal_pointer (&ids);
}

GArray *
comark_submission_rows_query (ComarkSql *sql, const ComarkId *related_to, int state,
                              ComarkSubmissionSort sort, gboolean backwards, GError **error)
{
  g_return_val_if_fail (sort < G_N_ELEMENTS (orders), NULL);

  if (sort == COMARK_SORT_STATE && state < 0)
    return query_by_state (sql, related_to, !!backwards, error);
  return query_one (sql, related_to, state, orders[sort][!!backwards], error);
}
