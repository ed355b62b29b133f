/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-evidence-rows.h"

#include "comark-rows.h"

#define EVIDENCE_SELECT                                                                          \
  "SELECT e.id, e.ord, e.title, e.description, e.day, e.filename, e.mime, e.hash, e.size, e.rev" \
  " FROM evidence e WHERE e.submission=$1 "

static gpointer
evidence_of_row (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkEvidence *self = comark_evidence_new ();

  self->id = comark_statement_column_id (st, 0);
  self->ord = comark_statement_column_int (st, 1);
  self->title = comark_rows_text (st, 2);
  self->description = comark_rows_text (st, 3);
  self->day = g_strdup (comark_statement_column_text (st, 4));
  self->filename = g_strdup (comark_statement_column_text (st, 5));
  self->mime = g_strdup (comark_statement_column_text (st, 6));
  self->hash = g_strdup (comark_statement_column_text (st, 7));
  self->size = comark_statement_column_int (st, 8);
  self->rev = comark_statement_column_int (st, 9);
  self->criteria = g_new0 (char *, 1);
  return self;
}

static void
add_criterion (ComarkEvidence *self, const char *criterion)
{
  guint n = g_strv_length (self->criteria);

  self->criteria = g_renew (char *, self->criteria, n + 2);
  self->criteria[n] = g_strdup (criterion);
  self->criteria[n + 1] = NULL;
}

static void
attach (GPtrArray *evidence, const ComarkId *id, const char *criterion)
{
  for (guint i = 0; i < evidence->len; i++)
    {
      ComarkEvidence *self = g_ptr_array_index (evidence, i);

      if (comark_id_equal (&self->id, id))
        add_criterion (self, criterion);
    }
}

/* Which criteria each item stands for: one more query for all of them. */
static gboolean
attach_criteria (ComarkSql *sql, const ComarkId *submission, GPtrArray *evidence, GError **error)
{
  g_autoptr (ComarkStatement) st = comark_sql_query (
    sql, error,
    "SELECT c.evidence, c.criterion FROM evidence e JOIN evidence_criterion c ON c.evidence=e.id"
    " WHERE e.submission=$1 ORDER BY c.criterion", "k", submission);
  gboolean row;

  if (st == NULL)
    return FALSE;
  while (comark_statement_step (st, &row, error))
    {
      ComarkId id;

      if (!row)
        return TRUE;
      id = comark_statement_column_id (st, 0);
      attach (evidence, &id, comark_statement_column_text (st, 1));
    }
  return FALSE;
}

GPtrArray *
comark_evidence_rows_list (ComarkSql *sql, const ComarkId *submission, GError **error)
{
  g_autoptr (GPtrArray) evidence
    = comark_sql_collect (sql, evidence_of_row, NULL, g_object_unref, error,
                          EVIDENCE_SELECT "ORDER BY e.ord, e.id", "k", submission);

  if (evidence == NULL || !attach_criteria (sql, submission, evidence, error))
    return NULL;
  return g_steal_pointer (&evidence);
}

gboolean
comark_evidence_rows_find (ComarkSql *sql, const ComarkId *submission, const ComarkId *id,
                           ComarkEvidence **found, GError **error)
{
  g_autoptr (GPtrArray) evidence
    = comark_sql_collect (sql, evidence_of_row, NULL, g_object_unref, error,
                          EVIDENCE_SELECT "AND e.id=$2", "kk", submission, id);

  if (evidence == NULL || !attach_criteria (sql, submission, evidence, error))
    return FALSE;
  return comark_rows_take_first (g_steal_pointer (&evidence), (gpointer *) found);
}

static gboolean
insert_criteria (ComarkSql *sql, ComarkEvidence *self, GError **error)
{
  for (guint i = 0; self->criteria != NULL && self->criteria[i] != NULL; i++)
    {
      if (comark_sql_exec (sql, error,
                           "INSERT INTO evidence_criterion (evidence, criterion) VALUES ($1, $2)"
                           " ON CONFLICT (evidence, criterion) DO NOTHING", "kt", &self->id,
                           self->criteria[i]) < 0)
        return FALSE;
    }
  return TRUE;
}

gboolean
comark_evidence_rows_insert (ComarkSql *sql, const ComarkId *submission, ComarkEvidence *self,
                             gint64 now_ms, GError **error)
{
  gint64 last;

  return comark_sql_query_int (sql, &last, error,
                               "SELECT max(ord) FROM evidence WHERE submission=$1", "k",
                               submission)
         && comark_sql_exec (
              sql, error,
              "INSERT INTO evidence (id, submission, ord, title, description, day, filename,"
              " mime, hash, size, added_at)"
              " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
              "kkittttttii", &self->id, submission, last + 1, self->title, self->description,
              self->day, self->filename, self->mime, self->hash, self->size, now_ms) == 1
         && insert_criteria (sql, self, error);
}

static gboolean
remove_criteria (ComarkSql *sql, const ComarkId *id, GError **error)
{
  return comark_sql_exec (sql, error, "DELETE FROM evidence_criterion WHERE evidence=$1", "k", id)
         >= 0;
}

gboolean
comark_evidence_rows_update (ComarkSql *sql, ComarkEvidence *self, GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "UPDATE evidence SET title=$1, description=$2, day=$3, filename=$4,"
                              " mime=$5, hash=$6, size=$7, rev=rev+1 WHERE id=$8 AND rev=$9",
                              "ttttttiki", self->title, self->description, self->day,
                              self->filename, self->mime, self->hash, self->size, &self->id,
                              self->rev)
         && remove_criteria (sql, &self->id, error) && insert_criteria (sql, self, error);
}

gboolean
comark_evidence_rows_remove (ComarkSql *sql, const ComarkId *id, GError **error)
{
  return remove_criteria (sql, id, error)
         && comark_sql_exec_one (sql, error, "DELETE FROM evidence WHERE id=$1", "k", id);
}

#define STATEMENT_SELECT \
  "SELECT criterion, body, updated_at, rev FROM statement WHERE submission=$1 "

static gpointer
statement_of_row (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkOwnerStatement *self = comark_owner_statement_new ();

  self->criterion = comark_rows_text (st, 0);
  self->body = comark_rows_text (st, 1);
  self->updated_at = comark_statement_column_int (st, 2);
  self->rev = comark_statement_column_int (st, 3);
  return self;
}

GPtrArray *
comark_evidence_rows_list_statements (ComarkSql *sql, const ComarkId *submission, GError **error)
{
  return comark_sql_collect (sql, statement_of_row, NULL, g_object_unref, error,
                             STATEMENT_SELECT "ORDER BY criterion", "k", submission);
}

gboolean
comark_evidence_rows_find_statement (ComarkSql *sql, const ComarkId *submission,
                                     const char *criterion, ComarkOwnerStatement **statement,
                                     GError **error)
{
  return comark_rows_take_first (
    comark_sql_collect (sql, statement_of_row, NULL, g_object_unref, error,
                        STATEMENT_SELECT "AND criterion=$2", "kt", submission, criterion),
    (gpointer *) statement);
}

gboolean
comark_evidence_rows_put_statement (ComarkSql *sql, const ComarkId *submission,
                                    const char *criterion, const char *body, gint64 rev,
                                    gint64 now_ms, GError **error)
{
  if (rev == 0)
    return comark_sql_exec_one (sql, error,
                                "INSERT INTO statement (submission, criterion, body, updated_at)"
                                " VALUES ($1, $2, $3, $4)"
                                " ON CONFLICT (submission, criterion) DO NOTHING",
                                "ktti", submission, criterion, body, now_ms);
  return comark_sql_exec_one (sql, error,
                              "UPDATE statement SET body=$1, updated_at=$2, rev=rev+1"
                              " WHERE submission=$3 AND criterion=$4 AND rev=$5", "tikti", body,
                              now_ms, submission, criterion, rev);
}
