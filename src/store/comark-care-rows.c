/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-care-rows.h"

#include "comark-rows.h"

/* ---- content notes ---- */

gboolean
comark_care_rows_find_note (ComarkSql *sql, const ComarkId *submission, const ComarkId *reader,
                            char **body, gboolean *opened, GError **error)
{
  g_autoptr (ComarkStatement) st = comark_sql_query (
    sql, error,
    "SELECT n.body, (SELECT count(*) FROM content_opened o WHERE o.submission=n.submission"
    " AND o.person=$1 AND o.rev=n.rev) FROM content_note n WHERE n.submission=$2", "kk", reader,
    submission);
  gboolean row;

  if (st == NULL || !comark_statement_step (st, &row, error))
    return FALSE;
  *body = row ? comark_rows_text (st, 0) : g_strdup ("");
  *opened = row && comark_statement_column_int (st, 1) > 0;
  return !row || comark_statement_step (st, &row, error);
}

gboolean
comark_care_rows_put_note (ComarkSql *sql, const ComarkId *submission, const char *body,
                           GError **error)
{
  return comark_sql_exec (sql, error,
                          "INSERT INTO content_note (submission, body) VALUES ($1, $2)"
                          " ON CONFLICT (submission) DO UPDATE SET body=excluded.body,"
                          " rev=content_note.rev+1", "kt", submission, body)
         >= 0;
}

gboolean
comark_care_rows_set_opened (ComarkSql *sql, const ComarkId *submission, const ComarkId *reader,
                             GError **error)
{
  return comark_sql_exec (sql, error,
                          "INSERT INTO content_opened (submission, person, rev)"
                          " SELECT n.submission, $1, n.rev FROM content_note n"
                          " WHERE n.submission=$2 ON CONFLICT (submission, person)"
                          " DO UPDATE SET rev=excluded.rev", "kk", reader, submission)
         >= 0;
}

/* ---- practising ---- */

gboolean
comark_care_rows_find_practice (ComarkSql *sql, const ComarkId *person, char **how,
                                GError **error)
{
  g_autoptr (ComarkStatement) st = comark_sql_query (
    sql, error, "SELECT how FROM practice_done WHERE person=$1", "k", person);
  gboolean row;

  *how = NULL;
  if (st == NULL || !comark_statement_step (st, &row, error))
    return FALSE;
  if (row)
    *how = comark_rows_text (st, 0);
  return !row || comark_statement_step (st, &row, error);
}

gboolean
comark_care_rows_put_practice (ComarkSql *sql, const ComarkId *person, const char *how,
                               const char *because, const ComarkId *by, gint64 now_ms,
                               GError **error)
{
  return comark_sql_exec (sql, error,
                          "INSERT INTO practice_done (person, how, because, noted_by, noted_at)"
                          " VALUES ($1, $2, $3, $4, $5) ON CONFLICT (person) DO NOTHING",
                          "kttki", person, how, because, by, now_ms)
         >= 0;
}

static gpointer
read_rating (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkRating *self = comark_rating_new ();

  self->criterion = comark_rows_text (st, 0);
  self->value = comark_rows_value (st, 1);
  self->reason = comark_rows_text (st, 3);
  comark_strength_from_nick (comark_statement_column_text (st, 4), &self->strength);
  return self;
}

GPtrArray *
comark_care_rows_list_practice_ratings (ComarkSql *sql, const ComarkId *person,
                                        const char *practice, GError **error)
{
  return comark_sql_collect (sql, read_rating, NULL, g_object_unref, error,
                             "SELECT criterion, answer, value, reason, strength"
                             " FROM practice_rating WHERE person=$1 AND practice=$2"
                             " ORDER BY criterion", "kt", person, practice);
}

gboolean
comark_care_rows_put_practice_rating (ComarkSql *sql, const ComarkId *person,
                                      const char *practice, const char *criterion,
                                      ComarkValue value, const char *reason,
                                      ComarkStrength strength, GError **error)
{
  return comark_sql_exec (sql, error,
                          "INSERT INTO practice_rating (person, practice, criterion, answer,"
                          " value, reason, strength)"
                          " VALUES ($1, $2, $3, $4, " COMARK_ROWS_LEVEL (5) ", $6, $7)"
                          " ON CONFLICT (person, practice, criterion) DO UPDATE SET"
                          " answer=excluded.answer, value=excluded.value,"
                          " reason=excluded.reason, strength=excluded.strength", "ktttntt",
                          person, practice, criterion, comark_rows_answer (value), value,
                          reason != NULL ? reason : "", comark_strength_nick (strength))
         >= 0;
}
