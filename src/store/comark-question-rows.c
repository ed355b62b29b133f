/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-question-rows.h"

#include "comark-id-list.h"
#include "comark-rows.h"

#define SELECT_QUESTIONS                                                              \
  "SELECT q.id, q.criterion, q.state, CASE WHEN q.person=$1 THEN 1 ELSE 0 END,"       \
  " q.words, q.wording, q.because, q.noted, q.answer, q.rev FROM question q"          \
  " WHERE q.submission=$2 AND q.round=$3"

static gpointer
read_question (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkOwnerQuestion *self = comark_owner_question_new ();

  self->id = comark_statement_column_id (st, 0);
  self->criterion = comark_rows_text (st, 1);
  comark_question_state_from_nick (comark_statement_column_text (st, 2), &self->state);
  self->own = comark_statement_column_int (st, 3) == 1;
  self->words = comark_rows_text (st, 4);
  self->wording = comark_rows_text (st, 5);
  self->because = comark_rows_text (st, 6);
  self->noted = comark_statement_column_int (st, 7) == 1;
  self->answer = comark_rows_text (st, 8);
  self->rev = comark_statement_column_int (st, 9);
  return self;
}

GPtrArray *
comark_question_rows_list (ComarkSql *sql, const ComarkId *submission, gint64 round,
                           const ComarkId *reader, GError **error)
{
  return comark_sql_collect (sql, read_question, NULL, g_object_unref, error,
                             SELECT_QUESTIONS " ORDER BY q.criterion, q.id", "kki", reader,
                             submission, round);
}

gboolean
comark_question_rows_find (ComarkSql *sql, const ComarkId *submission, gint64 round,
                           const ComarkId *reader, const ComarkId *id,
                           ComarkOwnerQuestion **question, GError **error)
{
  return comark_rows_take_first (
    comark_sql_collect (sql, read_question, NULL, g_object_unref, error,
                        SELECT_QUESTIONS " AND q.id=$4", "kkik", reader, submission, round, id),
    (gpointer *) question);
}

gboolean
comark_question_rows_find_own (ComarkSql *sql, const ComarkId *submission, gint64 round,
                               const ComarkId *person, const char *criterion,
                               ComarkOwnerQuestion **question, GError **error)
{
  return comark_rows_take_first (
    comark_sql_collect (sql, read_question, NULL, g_object_unref, error,
                        SELECT_QUESTIONS " AND q.person=$1 AND q.criterion=$4", "kkit", person,
                        submission, round, criterion),
    (gpointer *) question);
}

gboolean
comark_question_rows_add (ComarkSql *sql, const ComarkId *id, const ComarkId *submission,
                          gint64 round, const ComarkId *person, const char *criterion,
                          const char *words, GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "INSERT INTO question (id, submission, round, person, criterion,"
                              " state, words) VALUES ($1, $2, $3, $4, $5, 'draft', $6)",
                              "kkiktt", id, submission, round, person, criterion, words);
}

gboolean
comark_question_rows_drop (ComarkSql *sql, const ComarkId *id, GError **error)
{
  return comark_sql_exec_one (sql, error, "DELETE FROM question WHERE id=$1 AND state='draft'",
                              "k", id);
}

gboolean
comark_question_rows_set_words (ComarkSql *sql, const ComarkId *id, gint64 rev, const char *words,
                                GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "UPDATE question SET words=$1, rev=rev+1"
                              " WHERE id=$2 AND rev=$3 AND state='draft'", "tki", words, id, rev);
}

gboolean
comark_question_rows_set_wording (ComarkSql *sql, const ComarkId *id, gint64 rev,
                                  const char *wording, GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "UPDATE question SET wording=$1, rev=rev+1"
                              " WHERE id=$2 AND rev=$3 AND state='asked'", "tki", wording, id,
                              rev);
}

gboolean
comark_question_rows_set_answer (ComarkSql *sql, const ComarkId *id, gint64 rev,
                                 const char *answer, GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "UPDATE question SET answer=$1, rev=rev+1"
                              " WHERE id=$2 AND rev=$3 AND state='sent'", "tki", answer, id, rev);
}

gboolean
comark_question_rows_move (ComarkSql *sql, const ComarkId *id, ComarkQuestionState from,
                           ComarkQuestionState to, const char *because, GError **error)
{
  const char *wording = from == COMARK_QUESTION_DRAFT ? "words" : "wording";
  g_autofree char *text
    = g_strconcat ("UPDATE question SET state=$1, because=$2, noted=0, wording=", wording,
                   ", rev=rev+1 WHERE id=$3 AND state=$4", NULL);

  return comark_sql_exec_one (sql, error, text, "ttkt", comark_question_state_nick (to), because,
                              id, comark_question_state_nick (from));
}

gboolean
comark_question_rows_set_noted (ComarkSql *sql, const ComarkId *id, GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "UPDATE question SET noted=1 WHERE id=$1 AND state='left-out'", "k",
                              id);
}

gint64
comark_question_rows_move_all (ComarkSql *sql, const ComarkId *submission, gint64 round,
                               ComarkQuestionState from, ComarkQuestionState to, GError **error)
{
  return comark_sql_exec (sql, error,
                          "UPDATE question SET state=$1, rev=rev+1"
                          " WHERE submission=$2 AND round=$3 AND state=$4", "tkit",
                          comark_question_state_nick (to), submission, round,
                          comark_question_state_nick (from));
}

/* ---- the round ---- */

static gpointer
read_asking (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkAsking *self = comark_asking_new ();

  self->sent_at = comark_statement_column_int (st, 0);
  self->sent_day = comark_rows_text (st, 1);
  self->due_day = comark_rows_text (st, 2);
  self->ended_at = comark_statement_column_int (st, 3);
  self->answered = comark_statement_column_int (st, 4) == 1;
  return self;
}

gboolean
comark_question_rows_find_asking (ComarkSql *sql, const ComarkId *submission, gint64 round,
                                  ComarkAsking **asking, GError **error)
{
  return comark_rows_take_first (
    comark_sql_collect (sql, read_asking, NULL, g_object_unref, error,
                        "SELECT sent_at, sent_day, due_day, coalesce(ended_at, 0), answered"
                        " FROM asking WHERE submission=$1 AND round=$2", "ki", submission, round),
    (gpointer *) asking);
}

gboolean
comark_question_rows_begin_asking (ComarkSql *sql, const ComarkId *submission, gint64 round,
                                   const ComarkId *by, gint64 now_ms, const char *day,
                                   const char *due_day, GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "INSERT INTO asking (submission, round, sent_by, sent_at, sent_day,"
                              " due_day) VALUES ($1, $2, $3, $4, $5, $6)"
                              " ON CONFLICT (submission, round) DO NOTHING", "kikitt", submission,
                              round, by, now_ms, day, due_day);
}

gboolean
comark_question_rows_end_asking (ComarkSql *sql, const ComarkId *submission, gint64 round,
                                 gint64 now_ms, gboolean answered, GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "UPDATE asking SET ended_at=$1, answered=$2"
                              " WHERE submission=$3 AND round=$4 AND ended_at IS NULL", "inki",
                              now_ms, answered != FALSE, submission, round);
}

GArray *
comark_question_rows_overdue (ComarkSql *sql, const char *today, GError **error)
{
  g_autoptr (ComarkStatement) st = comark_sql_query (
    sql, error,
    "SELECT s.id FROM submission s JOIN asking a ON a.submission=s.id AND a.round=s.round"
    " WHERE s.state='clarifying' AND a.ended_at IS NULL AND a.due_day < $1 ORDER BY s.id", "t",
    today);

  return comark_id_list_collect (st, error);
}
