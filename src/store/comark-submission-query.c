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

/* " AND s.state IN (…)": the words are ours, so they stand in the text itself. */
static void
append_states (GString *text, const char *before, guint states)
{
  const char *separator = "";

  g_string_append_printf (text, "%s s.state IN (", before);
  for (guint state = 0; state < COMARK_N_STATES; state++)
    {
      if ((states & (1u << state)) == 0)
        continue;
      g_string_append_printf (text, "%s'%s'", separator, comark_state_nick (state));
      separator = ",";
    }
  g_string_append_c (text, ')');
}

static GArray *
query_one (ComarkSql *sql, const ComarkId *related_to, guint states, const char *order,
           GError **error)
{
  GString *text = g_string_new ("SELECT s.id FROM submission s");
  g_autofree char *owned = NULL;
  g_autoptr (ComarkStatement) st = NULL;

  if (related_to != NULL)
    g_string_append (text, " WHERE s.id IN " COMARK_STANDING_RELATED);
  if (states != 0)
    append_states (text, related_to != NULL ? " AND" : " WHERE", states);
  g_string_append_printf (text, " ORDER BY %s", order);
  owned = g_string_free (text, FALSE);
  st = comark_sql_prepare (sql, owned, error);
  if (st != NULL && related_to != NULL)
    comark_statement_bind_id (st, 1, related_to);
  return comark_id_list_collect (st, error);
}

/* The words of the states do not sort in the order of a submission's life. */
static GArray *
query_by_state (ComarkSql *sql, const ComarkId *related_to, guint states, gboolean backwards,
                GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (ComarkId));

  for (guint i = 0; i < COMARK_N_STATES; i++)
    {
      guint state = 1u << (backwards ? COMARK_N_STATES - 1 - i : i);
      g_autoptr (GArray) part = NULL;

      if (states != 0 && (states & state) == 0)
        continue;
      part = query_one (sql, related_to, state, orders[COMARK_SORT_STATE][backwards], error);
      if (part == NULL)
        return NULL;
      if (part->len > 0)
        g_array_append_vals (ids, part->data, part->len);
    }
  return g_steal_pointer (&ids);
}

GArray *
comark_submission_rows_query (ComarkSql *sql, const ComarkId *related_to, guint states,
                              ComarkSubmissionSort sort, gboolean backwards, GError **error)
{
  g_return_val_if_fail (sort < G_N_ELEMENTS (orders), NULL);

  if (sort == COMARK_SORT_STATE)
    return query_by_state (sql, related_to, states, !!backwards, error);
  return query_one (sql, related_to, states, orders[sort][!!backwards], error);
}
