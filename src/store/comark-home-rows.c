/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-home-rows.h"

#include "comark-rows.h"

/* ---- packs and copies ---- */

gboolean
comark_home_rows_add_pack (ComarkSql *sql, const ComarkHomePack *pack, GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "INSERT INTO home_pack (id, submission, person, round, made_by,"
                              " made_at) VALUES ($1, $2, $3, $4, $5, $6)", "kkkiki", &pack->id,
                              &pack->submission, &pack->person, pack->round, &pack->made_by,
                              pack->made_at);
}

gboolean
comark_home_rows_find_pack (ComarkSql *sql, const ComarkId *id, ComarkHomePack *pack,
                            gboolean *found, GError **error)
{
  g_autoptr (ComarkStatement) st
    = comark_sql_query (sql, error, "SELECT submission, person, round FROM home_pack WHERE id=$1",
                        "k", id);

  if (st == NULL || !comark_statement_step (st, found, error))
    return FALSE;
  if (!*found)
    return TRUE;
  pack->id = *id;
  pack->submission = comark_statement_column_id (st, 0);
  pack->person = comark_statement_column_id (st, 1);
  pack->round = comark_statement_column_int (st, 2);
  return TRUE;
}

gboolean
comark_home_rows_get_copy (ComarkSql *sql, const ComarkId *copy, gint64 *n, GError **error)
{
  return comark_sql_query_int (sql, n, error, "SELECT n FROM home_copy WHERE id=$1", "k", copy);
}

gboolean
comark_home_rows_put_copy (ComarkSql *sql, const ComarkId *copy, const ComarkId *pack, gint64 n,
                           gint64 now_ms, GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "INSERT INTO home_copy (id, pack, n, taken_at)"
                              " VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO UPDATE"
                              " SET n=excluded.n, taken_at=excluded.taken_at", "kkii", copy, pack,
                              n, now_ms);
}

/* ---- what both had ---- */

static gpointer
read_common (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkRating *rating = comark_rating_new ();

  rating->criterion = comark_rows_text (st, 0);
  rating->value = comark_rows_value (st, 1);
  rating->reason = comark_rows_text (st, 3);
  comark_strength_from_nick (comark_statement_column_text (st, 4), &rating->strength);
  return rating;
}

GPtrArray *
comark_home_rows_list_common (ComarkSql *sql, const ComarkId *source, GError **error)
{
  return comark_sql_collect (sql, read_common, NULL, g_object_unref, error,
                             "SELECT criterion, answer, value, reason, strength FROM home_rating"
                             " WHERE source=$1 ORDER BY criterion", "k", source);
}

static gboolean
add_common (ComarkSql *sql, const ComarkId *source, const char *criterion, ComarkValue value,
            const char *reason, ComarkStrength strength, GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "INSERT INTO home_rating (source, criterion, answer, value, reason,"
                              " strength) VALUES ($1, $2, $3, " COMARK_ROWS_LEVEL (4) ", $5, $6)",
                              "kttntt", source, criterion, comark_rows_answer (value), value,
                              reason ? reason : "", comark_strength_nick (strength));
}

gboolean
comark_home_rows_put_common (ComarkSql *sql, const ComarkId *source, GPtrArray *ratings,
                             const char *body, GError **error)
{
  if (comark_sql_exec (sql, error, "DELETE FROM home_rating WHERE source=$1", "k", source) < 0)
    return FALSE;
  for (guint i = 0; i < ratings->len; i++)
    {
      ComarkRating *rating = g_ptr_array_index (ratings, i);

      if (!add_common (sql, source, rating->criterion, rating->value, rating->reason,
                       rating->strength, error))
        return FALSE;
    }
  return add_common (sql, source, "", COMARK_VALUE_NONE, body, COMARK_STRENGTH_NONE, error);
}

GHashTable *
comark_home_rows_list_quotes (ComarkSql *sql, const ComarkId *source, GError **error)
{
  g_autoptr (GHashTable) digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (ComarkStatement) st
    = comark_sql_query (sql, error, "SELECT digest FROM home_quote WHERE source=$1", "k", source);
  gboolean row;

  if (st == NULL)
    return NULL;
  while (comark_statement_step (st, &row, error))
    {
      if (!row)
        return g_steal_pointer (&digests);
      g_hash_table_add (digests, comark_rows_text (st, 0));
    }
  return NULL;
}

gboolean
comark_home_rows_put_quotes (ComarkSql *sql, const ComarkId *source, GHashTable *digests,
                             GError **error)
{
  GHashTableIter iter;
  gpointer digest;

  if (comark_sql_exec (sql, error, "DELETE FROM home_quote WHERE source=$1", "k", source) < 0)
    return FALSE;
  g_hash_table_iter_init (&iter, digests);
  while (g_hash_table_iter_next (&iter, &digest, NULL))
    if (!comark_sql_exec_one (sql, error, "INSERT INTO home_quote (source, digest)"
                                          " VALUES ($1, $2)", "kt", source, digest))
      return FALSE;
  return TRUE;
}

/* ---- what waits for a choice ---- */

static gpointer
read_beside (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkRatingBeside *beside = comark_rating_beside_new ();

  beside->criterion = comark_rows_text (st, 0);
  beside->source = comark_statement_column_id (st, 1);
  beside->value = comark_rows_value (st, 2);
  beside->reason = comark_rows_text (st, 4);
  comark_strength_from_nick (comark_statement_column_text (st, 5), &beside->strength);
  beside->fields = comark_statement_column_int (st, 6);
  beside->brought_at = comark_statement_column_int (st, 7);
  return beside;
}

GPtrArray *
comark_home_rows_list_beside (ComarkSql *sql, const ComarkId *review, GError **error)
{
  return comark_sql_collect (sql, read_beside, NULL, g_object_unref, error,
                             "SELECT criterion, source, answer, value, reason, strength, fields,"
                             " brought_at FROM rating_beside WHERE review=$1"
                             " ORDER BY criterion, brought_at, source", "k", review);
}

gboolean
comark_home_rows_put_beside (ComarkSql *sql, const ComarkId *review, ComarkRatingBeside *beside,
                             GError **error)
{
  return comark_home_rows_remove_beside (sql, review, beside->criterion, &beside->source, error)
         && comark_sql_exec_one (sql, error,
                                 "INSERT INTO rating_beside (review, criterion, source, answer,"
                                 " value, reason, strength, fields, brought_at)"
                                 " VALUES ($1, $2, $3, $4, " COMARK_ROWS_LEVEL (5)
                                 ", $6, $7, $8, $9)", "ktktnttii", review, beside->criterion,
                                 &beside->source, comark_rows_answer (beside->value),
                                 beside->value, beside->reason,
                                 comark_strength_nick (beside->strength), beside->fields,
                                 beside->brought_at);
}

gboolean
comark_home_rows_remove_beside (ComarkSql *sql, const ComarkId *review, const char *criterion,
                                const ComarkId *source, GError **error)
{
  return comark_sql_exec (sql, error,
                          "DELETE FROM rating_beside WHERE review=$1 AND criterion=$2"
                          " AND source=$3", "ktk", review, criterion, source) >= 0;
}

/* ---- files ---- */

gboolean
comark_home_rows_note_file (ComarkSql *sql, const ComarkId *submission, const ComarkId *person,
                            const char *hash, gint64 now_ms, gboolean *is_new, GError **error)
{
  gint64 n = comark_sql_exec (sql, error,
                              "INSERT INTO review_file (submission, person, hash, taken_at)"
                              " VALUES ($1, $2, $3, $4)"
                              " ON CONFLICT (submission, person, hash) DO NOTHING", "kkti",
                              submission, person, hash, now_ms);

  *is_new = n > 0;
  return n >= 0;
}

gboolean
comark_home_rows_has_file (ComarkSql *sql, const ComarkId *submission, const ComarkId *person,
                           const char *hash, gboolean *has, GError **error)
{
  gint64 n;

  if (!comark_sql_query_int (sql, &n, error,
                             "SELECT count(*) FROM review_file WHERE submission=$1 AND person=$2"
                             " AND hash=$3", "kkt", submission, person, hash))
    return FALSE;
  *has = n > 0;
  return TRUE;
}
