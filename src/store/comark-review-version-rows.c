/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-review-version-rows.h"

#include "comark-rows.h"

/* ---- keeping ---- */

static gboolean
find_next (ComarkSql *sql, const ComarkId *review, gint64 *n, GError **error)
{
  return comark_sql_query_int (sql, n, error,
                               "SELECT coalesce(max(v.n), 0) + 1 FROM review_version v"
                               " WHERE v.review=$1", "k", review);
}

gboolean
comark_review_version_rows_keep (ComarkSql *sql, const ComarkId *review, gint64 now_ms,
                                 GError **error)
{
  gint64 n;

  return find_next (sql, review, &n, error)
         && comark_sql_exec_one (sql, error,
                                 "INSERT INTO review_version (review, n, submitted_at, body,"
                                 " document) SELECT r.id, $1, $2, r.body, r.document"
                                 " FROM review r WHERE r.id=$3", "iik", n, now_ms, review)
         && comark_sql_exec (sql, error,
                             "INSERT INTO review_version_rating (review, n, criterion, answer,"
                             " value, reason, strength)"
                             " SELECT a.review, $1, a.criterion, a.answer, a.value, a.reason,"
                             " a.strength FROM rating a WHERE a.review=$2", "ik", n, review)
              >= 0;
}

/* TRUE for what no version has yet. */
#define HAS_CHANGED                                                                \
  " NOT EXISTS (SELECT 1 FROM review_version v WHERE v.review=r.id"                \
  "  AND v.submitted_at >= r.updated_at)"

static gpointer
read_id (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkId id = comark_statement_column_id (st, 0);

  return g_memdup2 (&id, sizeof id);
}

gboolean
comark_review_version_rows_keep_finals (ComarkSql *sql, const ComarkId *submission, gint64 round,
                                        gint64 now_ms, GError **error)
{
  g_autoptr (GPtrArray) reviews
    = comark_sql_collect (sql, read_id, NULL, g_free, error,
                          "SELECT r.id FROM review r WHERE r.submission=$1 AND r.round=$2"
                          " AND r.stage='final' AND" HAS_CHANGED " ORDER BY r.id", "ki",
                          submission, round);

  for (guint i = 0; reviews != NULL && i < reviews->len; i++)
    if (!comark_review_version_rows_keep (sql, g_ptr_array_index (reviews, i), now_ms, error))
      return FALSE;
  return reviews != NULL;
}

gboolean
comark_review_version_rows_reopened (ComarkSql *sql, const ComarkId *review, gint64 now_ms,
                                     GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "UPDATE review_version SET reopened_at=$1 WHERE review=$2"
                              " AND n=(SELECT max(v.n) FROM review_version v"
                              "  WHERE v.review=$2)", "ik", now_ms, review);
}

/* ---- reading ---- */

static gpointer
read_version (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkReviewVersion *self = comark_review_version_new ();

  self->review = comark_statement_column_id (st, 0);
  self->person = comark_statement_column_id (st, 1);
  self->person_name = comark_rows_text (st, 2);
  comark_stage_from_nick (comark_statement_column_text (st, 3), &self->stage);
  self->round = comark_statement_column_int (st, 4);
  self->n = comark_statement_column_int (st, 5);
  self->submitted_at = comark_statement_column_int (st, 6);
  self->reopened_at = comark_statement_column_int (st, 7);
  self->document_n = comark_statement_column_int (st, 8);
  self->body = comark_rows_text (st, 9);
  return self;
}

#define OF_REVIEW                                                                     \
  " FROM review r JOIN person p ON p.id=r.person"

#define IN_ORDER " ORDER BY r.round, r.stage DESC, r.id"

static GPtrArray *
list_kept (ComarkSql *sql, const ComarkId *submission, const ComarkId *person,
           gboolean only_submitted, GError **error)
{
  return comark_sql_collect (sql, read_version, NULL, g_object_unref, error,
                             "SELECT r.id, r.person, p.name, r.stage, r.round, v.n,"
                             " v.submitted_at, v.reopened_at, d.n, v.body" OF_REVIEW
                             " JOIN review_version v ON v.review=r.id"
                             " LEFT JOIN document d ON d.id=v.document"
                             " WHERE r.submission=$1 AND r.person=$2"
                             " AND (r.state='submitted' OR CAST($3 AS BIGINT)=0)"
                             IN_ORDER ", v.n", "kki", submission, person,
                             (gint64) only_submitted);
}

/* Final ratings that have changed since: they count as they stand. */
static GPtrArray *
list_standing (ComarkSql *sql, const ComarkId *submission, const ComarkId *person,
               GError **error)
{
  return comark_sql_collect (sql, read_version, NULL, g_object_unref, error,
                             "SELECT r.id, r.person, p.name, r.stage, r.round,"
                             " (SELECT count(*) + 1 FROM review_version v WHERE v.review=r.id),"
                             " r.updated_at, 0, d.n, r.body" OF_REVIEW
                             " LEFT JOIN document d ON d.id=r.document"
                             " WHERE r.submission=$1 AND r.person=$2 AND r.stage='final' AND"
                             HAS_CHANGED IN_ORDER, "kk", submission, person);
}

static gpointer
read_rating (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkRating *rating = comark_rating_new ();

  rating->criterion = comark_rows_text (st, 0);
  rating->value = comark_rows_value (st, 1);
  rating->reason = comark_rows_text (st, 3);
  comark_strength_from_nick (comark_statement_column_text (st, 4), &rating->strength);
  return rating;
}

static gboolean
fill_ratings (ComarkSql *sql, ComarkReviewVersion *version, gboolean kept, GError **error)
{
  GPtrArray *ratings
    = kept ? comark_sql_collect (sql, read_rating, NULL, g_object_unref, error,
                                 "SELECT criterion, answer, value, reason, strength"
                                 " FROM review_version_rating WHERE review=$1 AND n=$2"
                                 " ORDER BY criterion", "ki", &version->review, version->n)
           : comark_sql_collect (sql, read_rating, NULL, g_object_unref, error,
                                 "SELECT criterion, answer, value, reason, strength"
                                 " FROM rating WHERE review=$1 ORDER BY criterion", "k",
                                 &version->review);

  if (ratings == NULL)
    return FALSE;
  g_ptr_array_unref (version->ratings);
  version->ratings = ratings;
  return TRUE;
}

/* ---- all of them ---- */

static int
compare_versions (gconstpointer a, gconstpointer b)
{
  const ComarkReviewVersion *one = *(ComarkReviewVersion *const *) a;
  const ComarkReviewVersion *other = *(ComarkReviewVersion *const *) b;

  if (one->round != other->round)
    return one->round < other->round ? -1 : 1;
  if (one->stage != other->stage)
    return one->stage == COMARK_STAGE_FIRST ? -1 : 1;
  return one->n < other->n ? -1 : one->n > other->n;
}

static void
mark_those_that_count (GPtrArray *versions)
{
  for (guint i = 0; i < versions->len; i++)
    {
      ComarkReviewVersion *self = g_ptr_array_index (versions, i);
      ComarkReviewVersion *next
        = i + 1 < versions->len ? g_ptr_array_index (versions, i + 1) : NULL;

      self->counts = self->reopened_at == 0
                     && (next == NULL || !comark_id_equal (&next->review, &self->review));
    }
}

static gboolean
fill_all (ComarkSql *sql, GPtrArray *versions, gboolean kept, GError **error)
{
  for (guint i = 0; i < versions->len; i++)
    if (!fill_ratings (sql, g_ptr_array_index (versions, i), kept, error))
      return FALSE;
  return TRUE;
}

GPtrArray *
comark_review_version_rows_list (ComarkSql *sql, const ComarkId *submission,
                                 const ComarkId *person, gboolean only_submitted, GError **error)
{
  g_autoptr (GPtrArray) versions = list_kept (sql, submission, person, only_submitted, error);
  g_autoptr (GPtrArray) standing
    = versions != NULL ? list_standing (sql, submission, person, error) : NULL;

  if (standing == NULL || !fill_all (sql, versions, TRUE, error)
      || !fill_all (sql, standing, FALSE, error))
    return NULL;
  g_ptr_array_extend (versions, standing, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
  g_ptr_array_sort (versions, compare_versions);
  mark_those_that_count (versions);
  return g_steal_pointer (&versions);
}

gboolean
comark_review_version_rows_count (ComarkSql *sql, const ComarkId *submission,
                                  const ComarkId *person, gint64 *n, GError **error)
{
  return comark_sql_query_int (sql, n, error,
                               "SELECT count(*) FROM review r"
                               " JOIN review_version v ON v.review=r.id"
                               " WHERE r.submission=$1 AND r.person=$2 AND r.stage='first'",
                               "kk", submission, person);
}

gboolean
comark_review_version_rows_rated (ComarkSql *sql, const ComarkId *submission,
                                  const ComarkId *person, gint64 *n, GError **error)
{
  return comark_sql_query_int (sql, n, error,
                               "SELECT coalesce(max(d.n), 0) FROM review r"
                               " JOIN document d ON d.id=r.document"
                               " WHERE r.submission=$1 AND r.person=$2"
                               " AND EXISTS (SELECT 1 FROM rating a WHERE a.review=r.id)"
                               " AND d.n < (SELECT max(e.n) FROM document e"
                               "  WHERE e.submission=$1 AND e.frozen_at IS NOT NULL)",
                               "kk", submission, person);
}
