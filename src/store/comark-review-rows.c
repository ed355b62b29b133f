/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-review-rows.h"

#include "comark-cover-rows.h"
#include "comark-rows.h"
#include "comark-supporter-rows.h"

static gpointer
read_rating (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkRating *rating = comark_rating_new ();

  rating->criterion = comark_rows_text (st, 0);
  rating->value = comark_rows_value (st, 1);
  rating->reason = comark_rows_text (st, 3);
  comark_strength_from_nick (comark_statement_column_text (st, 4), &rating->strength);
  rating->updated_at = comark_statement_column_int (st, 5);
  rating->rev = comark_statement_column_int (st, 6);
  return rating;
}

#define SELECT_RATINGS                                                       \
  "SELECT criterion, answer, value, reason, strength, updated_at, rev"       \
  " FROM rating WHERE review=$1"

static gpointer
read_review (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkReview *review = comark_review_new ();

  review->id = comark_statement_column_id (st, 0);
  review->person = comark_statement_column_id (st, 1);
  review->person_name = comark_rows_text (st, 2);
  comark_member_kind_from_nick (comark_statement_column_text (st, 3), &review->kind);
  comark_stage_from_nick (comark_statement_column_text (st, 4), &review->stage);
  review->round = comark_statement_column_int (st, 5);
  review->submitted = g_strcmp0 (comark_statement_column_text (st, 6), "submitted") == 0;
  review->submitted_at = comark_statement_column_int (st, 7);
  review->updated_at = comark_statement_column_int (st, 8);
  review->body = comark_rows_text (st, 9);
  review->document = comark_statement_column_id (st, 10);
  review->place = comark_rows_text (st, 11);
  review->rev = comark_statement_column_int (st, 12);
  return review;
}

#define SELECT_REVIEWS                                                              \
  "SELECT r.id, r.person, p.name, p.kind, r.stage, r.round, r.state,"               \
  " r.submitted_at, r.updated_at, r.body, r.document, r.place, r.rev"               \
  " FROM review r JOIN person p ON p.id=r.person"                                   \
  " WHERE r.submission=$1 AND r.round=$2"

static void
take (GPtrArray **list, GPtrArray *rows)
{
  g_ptr_array_unref (*list);
  *list = rows;
}

static gboolean
read_ratings (ComarkSql *sql, ComarkReview *review, GError **error)
{
  GPtrArray *ratings = comark_sql_collect (sql, read_rating, NULL, g_object_unref, error,
                                           SELECT_RATINGS " ORDER BY criterion", "k",
                                           &review->id);
  GPtrArray *covers, *recorded;

  if (ratings == NULL)
    return FALSE;
  take (&review->ratings, ratings);
  covers = comark_cover_rows_list (sql, &review->id, error);
  if (covers == NULL)
    return FALSE;
  take (&review->covers, covers);
  recorded = comark_supporter_rows_list (sql, &review->id, error);
  if (recorded == NULL)
    return FALSE;
  take (&review->recorded, recorded);
  return TRUE;
}

GPtrArray *
comark_review_rows_list (ComarkSql *sql, const ComarkId *submission, gint64 round, GError **error)
{
  g_autoptr (GPtrArray) reviews
    = comark_sql_collect (sql, read_review, NULL, g_object_unref, error,
                          SELECT_REVIEWS " AND r.state='submitted'"
                          " ORDER BY p.name_fold, p.id, r.stage",
                          "ki", submission, round);

  for (guint i = 0; reviews != NULL && i < reviews->len; i++)
    if (!read_ratings (sql, reviews->pdata[i], error))
      return NULL;
  return g_steal_pointer (&reviews);
}

gboolean
comark_review_rows_find (ComarkSql *sql,
                         const ComarkId *submission,
                         const ComarkId *person,
                         gint64 round,
                         ComarkStage stage,
                         ComarkReview **review,
                         GError **error)
{
  g_autoptr (ComarkReview) found = NULL;
  GPtrArray *rows = comark_sql_collect (sql, read_review, NULL, g_object_unref, error,
                                        SELECT_REVIEWS " AND r.person=$3 AND r.stage=$4", "kikt",
                                        submission, round, person, comark_stage_nick (stage));

  if (!comark_rows_take_first (rows, (gpointer *) &found)
      || (found != NULL && !read_ratings (sql, found, error)))
    return FALSE;
  *review = g_steal_pointer (&found);
  return TRUE;
}

gboolean
comark_review_rows_add (ComarkSql *sql,
                        const ComarkId *submission,
                        const ComarkId *person,
                        gint64 round,
                        gint64 now_ms,
                        ComarkId *id,
                        GError **error)
{
  *id = comark_id_new ();
  return comark_sql_exec_one (sql, error,
                              "INSERT INTO review (id, submission, person, round, stage, state,"
                              " document, created_at, updated_at)"
                              " VALUES ($1, $2, $3, $4, 'first', 'draft',"
                              " (SELECT d.id FROM document d WHERE d.submission=$2"
                              "  ORDER BY d.n DESC LIMIT 1), $5, $5)",
                              "kkkii", id, submission, person, round, now_ms);
}

gboolean
comark_review_rows_copy (ComarkSql *sql,
                         const ComarkId *first,
                         gint64 now_ms,
                         ComarkId *id,
                         GError **error)
{
  *id = comark_id_new ();
  return comark_sql_exec_one (sql, error,
                              "INSERT INTO review (id, submission, person, round, stage, state,"
                              " body, document, place, created_at, updated_at,"
                              " submitted_at, rev)"
                              " SELECT $1, submission, person, round, 'final', 'submitted',"
                              " body, document, '', $2, $2, $2, rev FROM review WHERE id=$3",
                              "kik", id, now_ms, first)
         && comark_sql_exec (sql, error,
                             "INSERT INTO rating (review, criterion, answer, value, reason,"
                             " strength, updated_at, rev)"
                             " SELECT $1, criterion, answer, value, reason, strength, $2, rev"
                             " FROM rating WHERE review=$3",
                             "kik", id, now_ms, first)
              >= 0
         && comark_cover_rows_copy (sql, first, id, error)
         && comark_supporter_rows_copy (sql, first, id, error);
}

gboolean
comark_review_rows_find_rating (ComarkSql *sql,
                                const ComarkId *review,
                                const char *criterion,
                                ComarkRating **rating,
                                GError **error)
{
  return comark_rows_take_first (comark_sql_collect (sql, read_rating, NULL, g_object_unref,
                                                     error, SELECT_RATINGS " AND criterion=$2",
                                                     "kt", review, criterion),
                                 (gpointer *) rating);
}

gboolean
comark_review_rows_touch (ComarkSql *sql, const ComarkId *review, gint64 now_ms,
                          GError **error)
{
  return comark_sql_exec_one (sql, error, "UPDATE review SET updated_at=$1 WHERE id=$2", "ik",
                              now_ms, review);
}

gboolean
comark_review_rows_put_rating (ComarkSql *sql,
                               const ComarkId *review,
                               const char *criterion,
                               ComarkValue value,
                               const char *reason,
                               ComarkStrength strength,
                               gint64 rev,
                               gint64 now_ms,
                               GError **error)
{
  gboolean done;

  if (rev == 0)
    done = comark_sql_exec_one (sql, error,
                                "INSERT INTO rating (review, criterion, answer, value, reason,"
                                " strength, updated_at)"
                                " VALUES ($1, $2, $3, " COMARK_ROWS_LEVEL (4) ", $5, $6, $7)"
                                " ON CONFLICT (review, criterion) DO NOTHING",
                                "kttntti", review, criterion, comark_rows_answer (value), value,
                                reason ? reason : "", comark_strength_nick (strength), now_ms);
  else
    done = comark_sql_exec_one (sql, error,
                                "UPDATE rating SET answer=$1, value=" COMARK_ROWS_LEVEL (2)
                                ", reason=$3, strength=$4, updated_at=$5, rev=rev+1"
                                " WHERE review=$6 AND criterion=$7 AND rev=$8",
                                "tnttikti", comark_rows_answer (value), value,
                                reason ? reason : "", comark_strength_nick (strength), now_ms,
                                review, criterion, rev);
  return done && comark_review_rows_touch (sql, review, now_ms, error);
}

gboolean
comark_review_rows_keep (ComarkSql *sql,
                         const ComarkId *review,
                         const char *criterion,
                         gint64 now_ms,
                         GError **error)
{
  return comark_sql_exec (sql, error,
                          "INSERT INTO rating_before (review, criterion, rev, answer, value,"
                          " reason, strength, kept_at)"
                          " SELECT review, criterion, rev, answer, value, reason, strength, $1"
                          " FROM rating WHERE review=$2"
                          " AND (CAST($3 AS TEXT) IS NULL OR criterion=$3)"
                          " ON CONFLICT (review, criterion, rev) DO NOTHING",
                          "ikt", now_ms, review, criterion)
         >= 0;
}

gboolean
comark_review_rows_put_body (ComarkSql *sql,
                             const ComarkId *review,
                             const char *body,
                             gint64 rev,
                             gint64 now_ms,
                             GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "UPDATE review SET body=$1, updated_at=$2, rev=rev+1"
                              " WHERE id=$3 AND rev=$4",
                              "tiki", body ? body : "", now_ms, review, rev);
}

gboolean
comark_review_rows_put_place (ComarkSql *sql,
                              const ComarkId *review,
                              const char *place,
                              GError **error)
{
  return comark_sql_exec_one (sql, error, "UPDATE review SET place=$1 WHERE id=$2", "tk",
                              place ? place : "", review);
}

gboolean
comark_review_rows_submit (ComarkSql *sql, const ComarkId *review, gint64 now_ms, GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "UPDATE review SET state='submitted', submitted_at=$1,"
                              " updated_at=$1, rev=rev+1 WHERE id=$2 AND state='draft'",
                              "ik", now_ms, review);
}

gboolean
comark_review_rows_reopen (ComarkSql *sql, const ComarkId *review, gint64 now_ms, GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "UPDATE review SET state='draft', submitted_at=NULL,"
                              " updated_at=$1, rev=rev+1 WHERE id=$2 AND state='submitted'",
                              "ik", now_ms, review);
}
