/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-decision-rows.h"

#include "comark-rows.h"

static gpointer
read_decision (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkDecision *self = comark_decision_new ();

  self->id = comark_statement_column_id (st, 0);
  self->round = comark_statement_column_int (st, 1);
  self->outcome = comark_rows_text (st, 2);
  self->rules_outcome = comark_rows_text (st, 3);
  self->method = comark_rows_text (st, 4);
  self->experts_for = comark_statement_column_int (st, 5);
  self->experts_present = comark_statement_column_int (st, 6);
  self->staff_for = comark_statement_column_int (st, 7);
  self->staff_present = comark_statement_column_int (st, 8);
  self->because = comark_rows_text (st, 9);
  self->letter = comark_rows_text (st, 10);
  self->score_tenths
    = comark_statement_column_is_null (st, 11) ? -1 : comark_statement_column_int (st, 11);
  self->rung = comark_statement_column_int (st, 12);
  self->decided_by_name = comark_rows_text (st, 13);
  self->decided_at = comark_statement_column_int (st, 14);
  self->sealable_day = comark_rows_text (st, 15);
  self->sealed_at = comark_statement_column_int (st, 16);
  self->rev = comark_statement_column_int (st, 17);
  self->letter_n = comark_statement_column_int (st, 18);
  return self;
}

static gpointer
read_letter (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkLetter *letter = comark_letter_new ();

  letter->n = comark_statement_column_int (st, 0);
  letter->body = comark_rows_text (st, 1);
  letter->written_by_name = comark_rows_text (st, 2);
  letter->written_at = comark_statement_column_int (st, 3);
  return letter;
}

static gpointer
read_signature (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkSignature *signature = comark_signature_new ();

  signature->person = comark_statement_column_id (st, 0);
  signature->name = comark_rows_text (st, 1);
  comark_member_kind_from_nick (comark_statement_column_text (st, 2), &signature->kind);
  signature->signed_at = comark_statement_column_int (st, 3);
  return signature;
}

static gpointer
read_condition (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkCondition *condition = comark_condition_new ();

  condition->criterion = comark_rows_text (st, 0);
  condition->what = comark_rows_text (st, 1);
  condition->due_day = comark_rows_text (st, 2);
  condition->met_because = comark_rows_text (st, 3);
  condition->met_at = comark_statement_column_int (st, 4);
  return condition;
}

static gboolean
replace (GPtrArray **old, GPtrArray *rows)
{
  if (rows == NULL)
    return FALSE;
  g_ptr_array_unref (*old);
  *old = rows;
  return TRUE;
}

static gboolean
read_parts (ComarkSql *sql, ComarkDecision *self, GError **error)
{
  return replace (&self->signatures,
                  comark_sql_collect (sql, read_signature, NULL, g_object_unref, error,
                                      "SELECT g.person, p.name, p.kind, g.signed_at"
                                      " FROM signature g JOIN person p ON p.id=g.person"
                                      " WHERE g.decision=$1 ORDER BY g.signed_at, p.kind",
                                      "k", &self->id))
         && replace (&self->conditions,
                     comark_sql_collect (sql, read_condition, NULL, g_object_unref, error,
                                         "SELECT criterion, what, due_day, met_because, met_at"
                                         " FROM condition WHERE decision=$1 ORDER BY criterion",
                                         "k", &self->id));
}

gboolean
comark_decision_rows_find (ComarkSql *sql,
                           const ComarkId *submission,
                           gint64 round,
                           ComarkDecision **decision,
                           GError **error)
{
  g_autoptr (ComarkDecision) found = NULL;
  GPtrArray *rows = comark_sql_collect (
    sql, read_decision, NULL, g_object_unref, error,
    "SELECT d.id, d.round, d.outcome, d.rules_outcome, d.method, d.experts_for,"
    " d.experts_present, d.staff_for, d.staff_present, d.because, COALESCE(l.body, d.letter),"
    " d.score_tenths, d.rung, p.name, d.decided_at, d.sealable_day, d.sealed_at, d.rev,"
    " COALESCE(l.n, 1)"
    " FROM decision d JOIN person p ON p.id=d.decided_by"
    " LEFT JOIN letter l ON l.decision=d.id"
    " AND l.n=(SELECT MAX(n) FROM letter WHERE decision=d.id)"
    " WHERE d.submission=$1 AND d.round=$2 AND d.taken_back_at IS NULL",
    "ki", submission, round);

  if (!comark_rows_take_first (rows, (gpointer *) &found)
      || (found != NULL && !read_parts (sql, found, error)))
    return FALSE;
  *decision = g_steal_pointer (&found);
  return TRUE;
}

static gboolean
add_conditions (ComarkSql *sql, ComarkDecision *self, GError **error)
{
  for (guint i = 0; i < self->conditions->len; i++)
    {
      ComarkCondition *condition = self->conditions->pdata[i];

      if (!comark_sql_exec_one (sql, error,
                                "INSERT INTO condition (decision, criterion, what, due_day)"
                                " VALUES ($1, $2, $3, $4)",
                                "kttt", &self->id, condition->criterion, condition->what,
                                condition->due_day))
        return FALSE;
    }
  return TRUE;
}

gboolean
comark_decision_rows_add (ComarkSql *sql,
                          const ComarkId *submission,
                          ComarkDecision *self,
                          const ComarkId *by,
                          GError **error)
{
  return comark_sql_exec_one (
           sql, error,
           "INSERT INTO decision (id, submission, round, outcome, rules_outcome, method,"
           " experts_for, experts_present, staff_for, staff_present, because, letter,"
           " score_tenths, rung, decided_by, decided_at, sealable_day)"
           " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, " COMARK_ROWS_LEVEL (13)
           ", $14, $15, $16, $17)",
           "kkitttiiiittiikit", &self->id, submission, self->round, self->outcome,
           self->rules_outcome, self->method, self->experts_for, self->experts_present,
           self->staff_for, self->staff_present, self->because ? self->because : "",
           self->letter ? self->letter : "", self->score_tenths, self->rung, by,
           self->decided_at, self->sealable_day)
         && add_conditions (sql, self, error);
}

gboolean
comark_decision_rows_add_letter (ComarkSql *sql, const ComarkId *decision, gint64 n,
                                 const char *body, const ComarkId *by, gint64 now_ms,
                                 GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "INSERT INTO letter (decision, n, body, written_by, written_at)"
                              " VALUES ($1, $2, $3, $4, $5) ON CONFLICT (decision, n) DO NOTHING",
                              "kitki", decision, n, body, by, now_ms);
}

GPtrArray *
comark_decision_rows_list_letters (ComarkSql *sql, const ComarkId *decision, GError **error)
{
  return comark_sql_collect (
    sql, read_letter, NULL, g_object_unref, error,
    "SELECT 1 AS n, d.letter, p.name, d.decided_at FROM decision d"
    " JOIN person p ON p.id=d.decided_by WHERE d.id=$1"
    " UNION ALL SELECT l.n, l.body, p.name, l.written_at FROM letter l"
    " JOIN person p ON p.id=l.written_by WHERE l.decision=$2 ORDER BY n",
    "kk", decision, decision);
}

gboolean
comark_decision_rows_sign (ComarkSql *sql,
                           const ComarkId *decision,
                           const ComarkId *person,
                           gint64 now_ms,
                           GError **error)
{
  return comark_sql_exec (sql, error,
                          "INSERT INTO signature (decision, person, signed_at)"
                          " VALUES ($1, $2, $3) ON CONFLICT (decision, person) DO NOTHING",
                          "kki", decision, person, now_ms)
         >= 0;
}

gboolean
comark_decision_rows_seal (ComarkSql *sql,
                           const ComarkId *decision,
                           gint64 rev,
                           const ComarkId *by,
                           gint64 now_ms,
                           GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "UPDATE decision SET sealed_by=$1, sealed_at=$2, rev=rev+1"
                              " WHERE id=$3 AND rev=$4 AND sealed_at IS NULL"
                              " AND taken_back_at IS NULL",
                              "kiki", by, now_ms, decision, rev);
}

gboolean
comark_decision_rows_take_back (ComarkSql *sql,
                                const ComarkId *decision,
                                gint64 rev,
                                const char *because,
                                gint64 now_ms,
                                GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "UPDATE decision SET taken_back_because=$1, taken_back_at=$2,"
                              " rev=rev+1 WHERE id=$3 AND rev=$4 AND sealed_at IS NULL"
                              " AND taken_back_at IS NULL",
                              "tiki", because, now_ms, decision, rev);
}

/* ---- conditions ---- */

gboolean
comark_decision_rows_say_met (ComarkSql *sql,
                              const ComarkId *decision,
                              const char *criterion,
                              const ComarkId *person,
                              ComarkValue value,
                              ComarkStrength strength,
                              const char *because,
                              gint64 now_ms,
                              GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "INSERT INTO condition_word (decision, criterion, person, answer,"
                              " value, strength, because, said_at)"
                              " VALUES ($1, $2, $3, $4, " COMARK_ROWS_LEVEL (5) ", $6, $7, $8)"
                              " ON CONFLICT (decision, criterion, person) DO UPDATE"
                              " SET answer=excluded.answer, value=excluded.value,"
                              " strength=excluded.strength, because=excluded.because,"
                              " said_at=excluded.said_at",
                              "ktktntti", decision, criterion, person, comark_rows_answer (value),
                              value, comark_strength_nick (strength), because, now_ms);
}

gboolean
comark_decision_rows_other_word (ComarkSql *sql,
                                 const ComarkId *decision,
                                 const char *criterion,
                                 ComarkMemberKind not_of,
                                 ComarkValue *value,
                                 ComarkStrength *strength,
                                 char **name,
                                 GError **error)
{
  g_autoptr (ComarkStatement) st
    = comark_sql_query (sql, error,
                        "SELECT w.answer, w.value, w.strength, p.name FROM condition_word w"
                        " JOIN person p ON p.id=w.person WHERE w.decision=$1 AND w.criterion=$2"
                        " AND p.kind<>$3 ORDER BY w.said_at DESC, p.id LIMIT 1",
                        "ktt", decision, criterion, comark_member_kind_nick (not_of));
  gboolean row;

  *value = COMARK_VALUE_NONE;
  *name = NULL;
  if (st == NULL || !comark_statement_step (st, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  *value = comark_rows_value (st, 0);
  comark_strength_from_nick (comark_statement_column_text (st, 2), strength);
  *name = comark_rows_text (st, 3);
  return comark_statement_step (st, &row, error);
}

gboolean
comark_decision_rows_meet (ComarkSql *sql,
                           const ComarkId *decision,
                           const char *criterion,
                           const char *because,
                           gint64 now_ms,
                           GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "UPDATE condition SET met_because=$1, met_at=$2"
                              " WHERE decision=$3 AND criterion=$4",
                              "tikt", because, now_ms, decision, criterion);
}

/* ---- told ---- */

static gpointer
read_told (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkTold *told = comark_told_new ();

  told->day = comark_rows_text (st, 0);
  told->how = comark_rows_text (st, 1);
  told->body = comark_rows_text (st, 2);
  told->recorded_by_name = comark_rows_text (st, 3);
  return told;
}

GPtrArray *
comark_decision_rows_list_told (ComarkSql *sql,
                                const ComarkId *submission,
                                gint64 round,
                                GError **error)
{
  return comark_sql_collect (sql, read_told, NULL, g_object_unref, error,
                             "SELECT t.day, t.how, t.body, p.name FROM told t"
                             " JOIN person p ON p.id=t.recorded_by"
                             " WHERE t.submission=$1 AND t.round=$2 ORDER BY t.recorded_at, t.id",
                             "ki", submission, round);
}

gboolean
comark_decision_rows_add_told (ComarkSql *sql,
                               const ComarkId *submission,
                               gint64 round,
                               const char *day,
                               const char *how,
                               const char *body,
                               const ComarkId *by,
                               gint64 now_ms,
                               GError **error)
{
  ComarkId id = comark_id_new ();

  return comark_sql_exec_one (sql, error,
                              "INSERT INTO told (id, submission, round, day, how, body,"
                              " recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                              "kkitttki", &id, submission, round, day, how, body ? body : "", by,
                              now_ms);
}
