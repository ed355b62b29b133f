/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-submission-rows.h"

#include "comark-fold.h"
#include "comark-id-list.h"

enum
{
  COLUMN_ID,
  COLUMN_REF,
  COLUMN_TITLE,
  COLUMN_TYPE,
  COLUMN_ROUTE,
  COLUMN_LEVEL,
  COLUMN_AUDIENCE,
  COLUMN_SUMMARY,
  COLUMN_TEAM,
  COLUMN_REVIEW_DAY,
  COLUMN_AFFECTS_CARERS,
  COLUMN_FRAMEWORK,
  COLUMN_OWNER,
  COLUMN_OWNER_NAME,
  COLUMN_STATE,
  COLUMN_ROUND,
  COLUMN_DUE_DAY,
  COLUMN_RETURNED_BECAUSE,
  COLUMN_CREATED_AT,
  COLUMN_UPDATED_AT,
  COLUMN_SUBMITTED_AT,
  COLUMN_REV,
  COLUMN_N_INVITED,
  COLUMN_N_REVIEWS,
  COLUMN_SPREAD,
  COLUMN_OUTCOME,
  COLUMN_MARK,
};

/* A member's final rating of a criterion stands for the first one. */
#define SPREAD_SELECT                                                                            \
  "(SELECT max(a.value) - min(a.value) FROM review r JOIN rating a ON a.review=r.id"             \
  " WHERE r.submission=s.id AND r.round=s.round AND r.state='submitted' AND a.value IS NOT NULL" \
  " AND (r.stage='final' OR NOT EXISTS (SELECT 1 FROM review f JOIN rating b ON b.review=f.id"   \
  "  WHERE f.submission=s.id AND f.person=r.person AND f.round=s.round AND f.stage='final'"      \
  "  AND f.state='submitted' AND b.criterion=a.criterion AND b.answer<>'none'))"                 \
  " GROUP BY a.criterion HAVING count(*) > 1 ORDER BY 1 DESC LIMIT 1)"

#define SUBMISSION_SELECT                                                                        \
  "SELECT s.id, s.ref, s.title, s.type, s.route, s.level, s.audience, s.summary, s.team,"        \
  " s.review_day, s.affects_carers, s.framework, s.owner, p.name, s.state, s.round, s.due_day,"  \
  " s.returned_because, s.created_at, s.updated_at, s.submitted_at, s.rev,"                      \
  " (SELECT count(*) FROM invitation v WHERE v.submission=s.id AND v.reply<>'declined'),"        \
  " (SELECT count(*) FROM review r WHERE r.submission=s.id AND r.round=s.round"                  \
  "  AND r.stage='first' AND r.state='submitted'), " SPREAD_SELECT ","                           \
  " (SELECT d.outcome FROM decision d WHERE d.submission=s.id AND d.taken_back_at IS NULL"       \
  "  AND d.sealed_at IS NOT NULL ORDER BY d.round DESC LIMIT 1),"                                \
  " (SELECT k.number FROM mark k WHERE k.submission=s.id ORDER BY k.issued_at DESC, k.id DESC"   \
  "  LIMIT 1)"                                                                                   \
  " FROM submission s JOIN person p ON p.id=s.owner WHERE s.id IN "

static char *
dup_text (ComarkStatement *st, guint column)
{
  return g_strdup (comark_statement_column_text (st, column));
}

static void
fill_details (ComarkSubmission *self, ComarkStatement *st)
{
  self->ref = dup_text (st, COLUMN_REF);
  self->title = dup_text (st, COLUMN_TITLE);
  self->type = dup_text (st, COLUMN_TYPE);
  self->route = dup_text (st, COLUMN_ROUTE);
  self->level = dup_text (st, COLUMN_LEVEL);
  self->audience = dup_text (st, COLUMN_AUDIENCE);
  self->summary = dup_text (st, COLUMN_SUMMARY);
  self->team = dup_text (st, COLUMN_TEAM);
  self->review_day = dup_text (st, COLUMN_REVIEW_DAY);
  self->affects_carers = comark_statement_column_int (st, COLUMN_AFFECTS_CARERS) == 1;
  self->rev = comark_statement_column_int (st, COLUMN_REV);
}

static void
fill_standing (ComarkSubmission *self, ComarkStatement *st)
{
  self->id = comark_statement_column_id (st, COLUMN_ID);
  self->framework = comark_statement_column_id (st, COLUMN_FRAMEWORK);
  self->owner = comark_statement_column_id (st, COLUMN_OWNER);
  self->owner_name = dup_text (st, COLUMN_OWNER_NAME);
  comark_state_from_nick (comark_statement_column_text (st, COLUMN_STATE), &self->state);
  self->round = comark_statement_column_int (st, COLUMN_ROUND);
  self->due_day = dup_text (st, COLUMN_DUE_DAY);
  self->returned_because = dup_text (st, COLUMN_RETURNED_BECAUSE);
  self->created_at = comark_statement_column_int (st, COLUMN_CREATED_AT);
  self->updated_at = comark_statement_column_int (st, COLUMN_UPDATED_AT);
  self->submitted_at = comark_statement_column_int (st, COLUMN_SUBMITTED_AT);
}

static void
fill_counts (ComarkSubmission *self, ComarkStatement *st)
{
  self->n_invited = comark_statement_column_int (st, COLUMN_N_INVITED);
  self->n_reviews = comark_statement_column_int (st, COLUMN_N_REVIEWS);
  self->spread = comark_statement_column_is_null (st, COLUMN_SPREAD)
                   ? -1
                   : comark_statement_column_int (st, COLUMN_SPREAD);
  self->outcome = dup_text (st, COLUMN_OUTCOME);
  self->mark_number = dup_text (st, COLUMN_MARK);
}

static void
take_row (ComarkStatement *st, const ComarkId *ids, guint n, gpointer *rows)
{
  g_autoptr (ComarkSubmission) self = comark_submission_new ();

  fill_details (self, st);
  fill_standing (self, st);
  fill_counts (self, st);
  for (guint i = 0; i < n; i++)
    {
      if (comark_id_equal (&ids[i], &self->id) && rows[i] == NULL)
        rows[i] = g_object_ref (self);
    }
}

static gboolean
fetch_page (ComarkSql *sql, const ComarkId *ids, guint n, gpointer *rows, GError **error)
{
  g_autofree char *list = comark_id_list_text (1, n);
  g_autofree char *text = g_strconcat (SUBMISSION_SELECT, list, NULL);
  g_autoptr (ComarkStatement) st = comark_sql_prepare (sql, text, error);
  gboolean row;

  if (st == NULL)
    return FALSE;
  comark_id_list_bind (st, 1, ids, n);
  while (comark_statement_step (st, &row, error))
    {
      if (!row)
        return TRUE;
      take_row (st, ids, n, rows);
    }
  return FALSE;
}

static void
unref_nullable (gpointer object)
{
  g_clear_object (&object);
}

GPtrArray *
comark_submission_rows_fetch (ComarkSql *sql, const ComarkId *ids, guint n, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (unref_nullable);

  g_ptr_array_set_size (rows, n);
  for (guint i = 0; i < n; i += COMARK_ID_LIST_SIZE)
    {
      if (!fetch_page (sql, ids + i, MIN (n - i, COMARK_ID_LIST_SIZE), rows->pdata + i, error))
        return NULL;
    }
  return g_steal_pointer (&rows);
}

ComarkSubmission *
comark_submission_rows_get (ComarkSql *sql, const ComarkId *id, GError **error)
{
  g_autoptr (GPtrArray) rows = comark_submission_rows_fetch (sql, id, 1, error);

  if (rows == NULL)
    return NULL;
  if (g_ptr_array_index (rows, 0) == NULL)
    comark_store_error_set (error, COMARK_STORE_ERROR_NOT_FOUND, "no such submission");
  return g_steal_pointer (&rows->pdata[0]);
}

gboolean
comark_submission_rows_id_of (ComarkSql *sql, const char *ref, ComarkId *id, GError **error)
{
  g_autoptr (ComarkStatement) st
    = comark_sql_query (sql, error, "SELECT id FROM submission WHERE ref=$1", "t", ref);
  gboolean row;

  if (st == NULL || !comark_statement_step (st, &row, error))
    return FALSE;
  *id = row ? comark_statement_column_id (st, 0) : COMARK_ID_NONE;
  return TRUE;
}

static gpointer
state_of_row (ComarkStatement *st, gpointer data, GError **error)
{
  if (comark_state_from_nick (comark_statement_column_text (st, 0), data))
    return data;
  comark_store_error_set (error, COMARK_STORE_ERROR_CORRUPT, "unknown state");
  return NULL;
}

gboolean
comark_submission_rows_get_state (ComarkSql *sql, const ComarkId *id, ComarkState *state,
                                  GError **error)
{
  return comark_sql_one (sql, state_of_row, state, error,
                         "SELECT state FROM submission WHERE id=$1", "k", id) != NULL;
}

gboolean
comark_submission_rows_get_round (ComarkSql *sql, const ComarkId *id, gint64 *round,
                                  GError **error)
{
  return comark_sql_query_int (sql, round, error, "SELECT round FROM submission WHERE id=$1", "k",
                               id);
}

gboolean
comark_submission_rows_insert (ComarkSql *sql, ComarkSubmission *self, gint64 ref_order,
                               GError **error)
{
  g_autofree char *fold = comark_fold (self->title);

  return comark_sql_exec (
           sql, error,
           "INSERT INTO submission (id, ref, ref_order, title, title_fold, type, route, level,"
           " audience, summary, team, review_day, affects_carers, framework, owner, state, round,"
           " created_at, updated_at) VALUES"
           " ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 1, $17, $18)",
           "ktittttttttt"
           "nkktii", &self->id, self->ref, ref_order, self->title, fold, self->type,
           self->route, self->level, self->audience, self->summary, self->team, self->review_day,
           self->affects_carers, &self->framework, &self->owner, comark_state_nick (self->state),
           self->created_at, self->created_at) == 1;
}

gboolean
comark_submission_rows_update (ComarkSql *sql, ComarkSubmission *self, gint64 now_ms,
                               GError **error)
{
  g_autofree char *fold = comark_fold (self->title);

  return comark_sql_exec_one (
    sql, error,
    "UPDATE submission SET title=$1, title_fold=$2, type=$3, route=$4, level=$5, audience=$6,"
    " summary=$7, team=$8, review_day=$9, affects_carers=$10, updated_at=$11, rev=rev+1"
    " WHERE id=$12 AND rev=$13", "tttttttttniki", self->title, fold, self->type, self->route,
    self->level, self->audience, self->summary, self->team, self->review_day,
    self->affects_carers, now_ms, &self->id, self->rev);
}

gboolean
comark_submission_rows_move (ComarkSql *sql, const ComarkId *id, ComarkState from, ComarkState to,
                             gint64 now_ms, GError **error)
{
  return comark_sql_exec_one (
    sql, error, "UPDATE submission SET state=$1, updated_at=$2 WHERE id=$3 AND state=$4", "tikt",
    comark_state_nick (to), now_ms, id, comark_state_nick (from));
}

gboolean
comark_submission_rows_touch (ComarkSql *sql, const ComarkId *id, gint64 now_ms, GError **error)
{
  return comark_sql_exec_one (sql, error, "UPDATE submission SET updated_at=$1 WHERE id=$2", "ik",
                              now_ms, id);
}

gboolean
comark_submission_rows_set_submitted (ComarkSql *sql, const ComarkId *id, gint64 now_ms,
                                      GError **error)
{
  return comark_sql_exec_one (sql, error, "UPDATE submission SET submitted_at=$1 WHERE id=$2",
                              "ik", now_ms, id);
}

gboolean
comark_submission_rows_set_returned (ComarkSql *sql, const ComarkId *id, const char *because,
                                     GError **error)
{
  return comark_sql_exec_one (sql, error, "UPDATE submission SET returned_because=$1 WHERE id=$2",
                              "tk", because, id);
}

gboolean
comark_submission_rows_set_due (ComarkSql *sql, const ComarkId *id, const char *due_day,
                                GError **error)
{
  return comark_sql_exec_one (sql, error, "UPDATE submission SET due_day=$1 WHERE id=$2", "tk",
                              due_day, id);
}

gboolean
comark_submission_rows_set_round (ComarkSql *sql, const ComarkId *id, gint64 round, GError **error)
{
  return comark_sql_exec_one (sql, error, "UPDATE submission SET round=$1 WHERE id=$2", "ik",
                              round, id);
}
