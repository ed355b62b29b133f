/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-sitting-rows.h"

#include "comark-rows.h"

#define COLUMNS "id, n, day, time, place, link, note, state, because, by_hand, rev"

static gpointer
read_sitting (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkSitting *self = comark_sitting_new ();

  self->id = comark_statement_column_id (st, 0);
  self->ref = g_strdup_printf ("M-%" G_GINT64_FORMAT, comark_statement_column_int (st, 1));
  self->day = comark_rows_text (st, 2);
  self->time = comark_rows_text (st, 3);
  self->place = comark_rows_text (st, 4);
  self->link = comark_rows_text (st, 5);
  self->note = comark_rows_text (st, 6);
  self->state = comark_rows_text (st, 7);
  self->because = comark_rows_text (st, 8);
  self->by_hand = comark_statement_column_int (st, 9) != 0;
  self->own_reply = g_strdup ("");
  self->rev = comark_statement_column_int (st, 10);
  return self;
}

GPtrArray *
comark_sitting_rows_list (ComarkSql *sql, GError **error)
{
  return comark_sql_collect (sql, read_sitting, NULL, g_object_unref, error,
                             "SELECT " COLUMNS " FROM sitting ORDER BY day DESC, time DESC,"
                             " n DESC", "");
}

gboolean
comark_sitting_rows_find (ComarkSql *sql, gint64 n, ComarkSitting **sitting, GError **error)
{
  return comark_rows_take_first (
    comark_sql_collect (sql, read_sitting, NULL, g_object_unref, error,
                        "SELECT " COLUMNS " FROM sitting WHERE n=$1", "i", n),
    (gpointer *) sitting);
}

gboolean
comark_sitting_rows_get (ComarkSql *sql, const ComarkId *id, ComarkSitting **sitting,
                         GError **error)
{
  return comark_rows_take_first (
    comark_sql_collect (sql, read_sitting, NULL, g_object_unref, error,
                        "SELECT " COLUMNS " FROM sitting WHERE id=$1", "k", id),
    (gpointer *) sitting);
}

gboolean
comark_sitting_rows_find_of (ComarkSql *sql, const ComarkId *submission, const char *today,
                             ComarkSitting **sitting, GError **error)
{
  return comark_rows_take_first (
    comark_sql_collect (sql, read_sitting, NULL, g_object_unref, error,
                        "SELECT " COLUMNS " FROM sitting WHERE state='planned' AND id IN"
                        " (SELECT i.sitting FROM sitting_item i WHERE i.submission=$1)"
                        " AND day>=$2 ORDER BY day, n LIMIT 1",
                        "kt", submission, today),
    (gpointer *) sitting);
}

gboolean
comark_sitting_rows_insert (ComarkSql *sql, ComarkSitting *form, const ComarkId *by,
                            gint64 now_ms, gint64 *n, GError **error)
{
  if (!comark_sql_query_int (sql, n, error, "SELECT coalesce(max(n), 0)+1 FROM sitting", ""))
    return FALSE;
  return comark_sql_exec_one (sql, error,
                              "INSERT INTO sitting"
                              " (id, n, day, time, place, link, note, planned_by, planned_at)"
                              " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                              "kitttttki", &form->id, *n, form->day, form->time, form->place,
                              form->link, form->note, by, now_ms);
}

gboolean
comark_sitting_rows_update (ComarkSql *sql, ComarkSitting *form, GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "UPDATE sitting SET day=$1, time=$2, place=$3, link=$4, note=$5,"
                              " rev=rev+1 WHERE id=$6 AND rev=$7",
                              "tttttki", form->day, form->time, form->place, form->link,
                              form->note, &form->id, form->rev);
}

gboolean
comark_sitting_rows_call_off (ComarkSql *sql, const ComarkId *id, const char *because,
                              GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "UPDATE sitting SET state='called-off', because=$1, rev=rev+1"
                              " WHERE id=$2 AND state='planned'", "tk", because, id);
}

gboolean
comark_sitting_rows_set_by_hand (ComarkSql *sql, const ComarkId *id, gboolean by_hand,
                                 GError **error)
{
  return comark_sql_exec_one (sql, error, "UPDATE sitting SET by_hand=$1 WHERE id=$2", "nk",
                              by_hand != FALSE, id);
}

/* ---- the agenda ---- */

GArray *
comark_sitting_rows_items (ComarkSql *sql, const ComarkId *id, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (ComarkId));
  g_autoptr (ComarkStatement) st
    = comark_sql_query (sql, error,
                        "SELECT submission FROM sitting_item WHERE sitting=$1"
                        " ORDER BY position, submission", "k", id);
  gboolean row;

  while (st != NULL && comark_statement_step (st, &row, error))
    {
      ComarkId submission;

      if (!row)
        return g_steal_pointer (&ids);
      submission = comark_statement_column_id (st, 0);
      g_array_append_val (ids, submission);
    }
  return NULL;
}

gboolean
comark_sitting_rows_add_item (ComarkSql *sql, const ComarkId *id, const ComarkId *submission,
                              gint64 now_ms, GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "INSERT INTO sitting_item (sitting, submission, position, added_at)"
                              " VALUES ($1, $2, coalesce((SELECT max(i.position)"
                              "  FROM sitting_item i WHERE i.sitting=$1), 0)+1, $3)",
                              "kki", id, submission, now_ms);
}

gboolean
comark_sitting_rows_remove_item (ComarkSql *sql, const ComarkId *id, const ComarkId *submission,
                                 GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "DELETE FROM sitting_item WHERE sitting=$1 AND submission=$2", "kk",
                              id, submission);
}

gboolean
comark_sitting_rows_set_order (ComarkSql *sql, const ComarkId *id, const ComarkId *submissions,
                               guint n, GError **error)
{
  for (guint i = 0; i < n; i++)
    if (!comark_sql_exec_one (sql, error,
                              "UPDATE sitting_item SET position=$1 WHERE sitting=$2"
                              " AND submission=$3",
                              "ikk", (gint64) i + 1, id, &submissions[i]))
      return FALSE;
  return TRUE;
}

/* ---- who comes ---- */

static gpointer
read_reply (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkComer *self = comark_comer_new ();

  self->person = comark_statement_column_id (st, 0);
  self->name = comark_rows_text (st, 1);
  comark_member_kind_from_nick (comark_statement_column_text (st, 2), &self->kind);
  self->how = comark_rows_text (st, 3);
  return self;
}

GPtrArray *
comark_sitting_rows_replies (ComarkSql *sql, const ComarkId *id, GError **error)
{
  return comark_sql_collect (sql, read_reply, NULL, g_object_unref, error,
                             "SELECT p.id, p.name, p.kind, r.how FROM sitting_reply r"
                             " JOIN person p ON p.id=r.person WHERE r.sitting=$1"
                             " ORDER BY p.kind, p.name_fold, p.id", "k", id);
}

gboolean
comark_sitting_rows_reply (ComarkSql *sql, const ComarkId *id, const ComarkId *person,
                           const char *how, gint64 now_ms, GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "INSERT INTO sitting_reply (sitting, person, how, replied_at)"
                              " VALUES ($1, $2, $3, $4) ON CONFLICT (sitting, person)"
                              " DO UPDATE SET how=excluded.how, replied_at=excluded.replied_at",
                              "kkti", id, person, how, now_ms);
}
