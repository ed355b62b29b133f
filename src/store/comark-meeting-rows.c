/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-meeting-rows.h"

#include "comark-interests.h"
#include "comark-round-rows.h"
#include "comark-rows.h"

static gpointer
read_meeting (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkMeeting *meeting = comark_meeting_new ();

  meeting->id = comark_statement_column_id (st, 0);
  meeting->state = comark_rows_text (st, 1);
  meeting->opened_at = comark_statement_column_int (st, 2);
  meeting->ended_at = comark_statement_column_int (st, 3);
  meeting->because = comark_rows_text (st, 4);
  meeting->rev = comark_statement_column_int (st, 5);
  meeting->phase = comark_rows_text (st, 6);
  meeting->prompt = comark_statement_column_int (st, 7);
  meeting->speaker = comark_statement_column_id (st, 8);
  meeting->spoke_at = comark_statement_column_int (st, 9);
  meeting->pause = comark_rows_text (st, 10);
  meeting->paused_at = comark_statement_column_int (st, 11);
  return meeting;
}

static gpointer
read_attendance (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkAttendance *self = comark_attendance_new ();
  ComarkInterestKind interest = COMARK_INTEREST_UNANSWERED;
  ComarkInterestEffect effect = COMARK_EFFECT_UNDECIDED;

  self->person = comark_statement_column_id (st, 0);
  self->name = comark_rows_text (st, 1);
  comark_member_kind_from_nick (comark_statement_column_text (st, 2), &self->kind);
  self->carer = comark_statement_column_int (st, 3) != 0;
  self->co_chair = comark_statement_column_int (st, 4) > 0;
  self->deputy = comark_statement_column_int (st, 5) != 0;
  self->how = comark_rows_text (st, 6);
  self->rev = comark_statement_column_int (st, 7);
  comark_interest_kind_from_nick (comark_statement_column_text (st, 8), &interest);
  comark_interest_effect_from_nick (comark_statement_column_text (st, 9), &effect);
  self->votes
    = comark_interests_may_rate (interest, effect, comark_statement_column_int (st, 10) > 0);
  return self;
}

static gboolean
read_attendances (ComarkSql *sql, ComarkMeeting *meeting, GError **error)
{
  GPtrArray *rows = comark_sql_collect (
    sql, read_attendance, NULL, g_object_unref, error,
    "SELECT p.id, p.name, p.kind, p.carer,"
    " (SELECT count(*) FROM person_role o WHERE o.person=p.id AND o.role='co-chair'),"
    " a.deputy, a.how, a.rev, x.kind, x.effect,"
    " (SELECT count(*) FROM contributor c WHERE c.submission=m.submission AND c.person=p.id"
    "  AND c.removed_at IS NULL)"
    " FROM attendance a JOIN meeting m ON m.id=a.meeting JOIN person p ON p.id=a.person"
    " LEFT JOIN interest x ON x.submission=m.submission AND x.person=a.person"
    "  AND x.n=(SELECT max(y.n) FROM interest y WHERE y.submission=m.submission"
    "           AND y.person=a.person)"
    " WHERE a.meeting=$1 ORDER BY p.kind, p.name_fold, p.id",
    "k", &meeting->id);

  if (rows == NULL)
    return FALSE;
  g_ptr_array_unref (meeting->attendance);
  meeting->attendance = rows;
  return TRUE;
}

gboolean
comark_meeting_rows_latest (ComarkSql *sql,
                            const ComarkId *submission,
                            gint64 round,
                            ComarkMeeting **meeting,
                            GError **error)
{
  g_autoptr (ComarkMeeting) found = NULL;
  GPtrArray *rows
    = comark_sql_collect (sql, read_meeting, NULL, g_object_unref, error,
                          "SELECT id, state, opened_at, ended_at, because, rev, phase,"
                          " prompt, speaker, spoke_at, pause, paused_at FROM meeting"
                          " WHERE submission=$1 AND round=$2"
                          " ORDER BY opened_at DESC, id DESC LIMIT 1",
                          "ki", submission, round);

  if (!comark_rows_take_first (rows, (gpointer *) &found)
      || (found != NULL
          && (!read_attendances (sql, found, error)
              || !comark_round_rows_read (sql, found, error))))
    return FALSE;
  *meeting = g_steal_pointer (&found);
  return TRUE;
}

gboolean
comark_meeting_rows_open (ComarkSql *sql,
                          const ComarkId *submission,
                          gint64 round,
                          const ComarkId *by,
                          gint64 now_ms,
                          ComarkId *id,
                          GError **error)
{
  *id = comark_id_new ();
  return comark_sql_exec_one (sql, error,
                              "INSERT INTO meeting"
                              " (id, submission, round, state, opened_by, opened_at)"
                              " VALUES ($1, $2, $3, 'open', $4, $5)",
                              "kkiki", id, submission, round, by, now_ms);
}

gboolean
comark_meeting_rows_end (ComarkSql *sql,
                         const ComarkId *meeting,
                         const char *state,
                         const char *because,
                         gint64 now_ms,
                         GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "UPDATE meeting SET state=$1, because=$2, ended_at=$3, pause='',"
                              " rev=rev+1"
                              " WHERE id=$4 AND state='open'",
                              "ttik", state, because ? because : "", now_ms, meeting);
}

gboolean
comark_meeting_rows_reopen (ComarkSql *sql, const ComarkId *meeting, GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "UPDATE meeting SET state='open', because='', ended_at=NULL,"
                              " rev=rev+1 WHERE id=$1 AND state='closed'",
                              "k", meeting);
}

gboolean
comark_meeting_rows_attend (ComarkSql *sql,
                            const ComarkId *meeting,
                            const ComarkId *person,
                            const char *how,
                            gboolean deputy,
                            gint64 now_ms,
                            GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "INSERT INTO attendance (meeting, person, how, deputy, recorded_at)"
                              " VALUES ($1, $2, $3, $4, $5)"
                              " ON CONFLICT (meeting, person) DO UPDATE SET how=excluded.how,"
                              " deputy=excluded.deputy, recorded_at=excluded.recorded_at,"
                              " rev=attendance.rev+1",
                              "kktni", meeting, person, how, deputy != FALSE, now_ms);
}

/* ---- agreed values ---- */

static gpointer
read_agreed (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkAgreedValue *agreed = comark_agreed_value_new ();

  agreed->criterion = comark_rows_text (st, 0);
  agreed->n = comark_statement_column_int (st, 1);
  agreed->value = comark_rows_value (st, 2);
  comark_strength_from_nick (comark_statement_column_text (st, 4), &agreed->strength);
  agreed->because = comark_rows_text (st, 5);
  agreed->recorded_by_name = comark_rows_text (st, 6);
  agreed->recorded_at = comark_statement_column_int (st, 7);
  return agreed;
}

GPtrArray *
comark_meeting_rows_list_agreed (ComarkSql *sql,
                                 const ComarkId *submission,
                                 gint64 round,
                                 GError **error)
{
  return comark_sql_collect (
    sql, read_agreed, NULL, g_object_unref, error,
    "SELECT a.criterion, a.n, a.answer, a.value, a.strength, a.because, p.name, a.recorded_at"
    " FROM agreed a JOIN person p ON p.id=a.recorded_by WHERE a.submission=$1 AND a.round=$2"
    " AND a.n=(SELECT max(b.n) FROM agreed b WHERE b.submission=a.submission"
    "          AND b.round=a.round AND b.criterion=a.criterion)"
    " ORDER BY a.criterion",
    "ki", submission, round);
}

gboolean
comark_meeting_rows_add_agreed (ComarkSql *sql,
                                const ComarkId *submission,
                                gint64 round,
                                const char *criterion,
                                ComarkValue value,
                                ComarkStrength strength,
                                const char *because,
                                const ComarkId *by,
                                gint64 now_ms,
                                GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "INSERT INTO agreed (submission, round, criterion, n, answer,"
                              " value, strength, because, recorded_by, recorded_at)"
                              " VALUES ($1, $2, $3, coalesce((SELECT max(b.n) FROM agreed b"
                              "  WHERE b.submission=$1 AND b.round=$2 AND b.criterion=$3), 0)+1,"
                              " $4, " COMARK_ROWS_LEVEL (5) ", $6, $7, $8, $9)",
                              "kittnttki", submission, round, criterion,
                              comark_rows_answer (value), value, comark_strength_nick (strength),
                              because ? because : "", by, now_ms);
}

/* ---- judgements ---- */

static gpointer
read_judgement (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkJudgement *judgement = comark_judgement_new ();

  judgement->question = comark_rows_text (st, 0);
  judgement->n = comark_statement_column_int (st, 1);
  judgement->yes = comark_statement_column_int (st, 2) != 0;
  judgement->because = comark_rows_text (st, 3);
  return judgement;
}

GPtrArray *
comark_meeting_rows_list_judgements (ComarkSql *sql,
                                     const ComarkId *submission,
                                     gint64 round,
                                     GError **error)
{
  return comark_sql_collect (sql, read_judgement, NULL, g_object_unref, error,
                             "SELECT a.question, a.n, a.yes, a.because FROM judgement a"
                             " WHERE a.submission=$1 AND a.round=$2"
                             " AND a.n=(SELECT max(b.n) FROM judgement b"
                             "  WHERE b.submission=a.submission AND b.round=a.round"
                             "  AND b.question=a.question)"
                             " ORDER BY a.question",
                             "ki", submission, round);
}

gboolean
comark_meeting_rows_add_judgement (ComarkSql *sql,
                                   const ComarkId *submission,
                                   gint64 round,
                                   const char *question,
                                   gboolean yes,
                                   const char *because,
                                   const ComarkId *by,
                                   gint64 now_ms,
                                   GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "INSERT INTO judgement (submission, round, question, n, yes,"
                              " because, recorded_by, recorded_at)"
                              " VALUES ($1, $2, $3, coalesce((SELECT max(b.n) FROM judgement b"
                              "  WHERE b.submission=$1 AND b.round=$2 AND b.question=$3), 0)+1,"
                              " $4, $5, $6, $7)",
                              "kitntki", submission, round, question, yes != FALSE,
                              because ? because : "", by, now_ms);
}

/* ---- dissent ---- */

static gpointer
read_dissent (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkDissent *dissent = comark_dissent_new ();

  dissent->criterion = comark_rows_text (st, 0);
  dissent->name = comark_rows_text (st, 1);
  dissent->body = comark_rows_text (st, 2);
  dissent->recorded_at = comark_statement_column_int (st, 3);
  return dissent;
}

GPtrArray *
comark_meeting_rows_list_dissent (ComarkSql *sql,
                                  const ComarkId *submission,
                                  gint64 round,
                                  GError **error)
{
  return comark_sql_collect (sql, read_dissent, NULL, g_object_unref, error,
                             "SELECT d.criterion, p.name, d.body, d.recorded_at FROM dissent d"
                             " JOIN person p ON p.id=d.person"
                             " WHERE d.submission=$1 AND d.round=$2 ORDER BY d.recorded_at, d.id",
                             "ki", submission, round);
}

gboolean
comark_meeting_rows_add_dissent (ComarkSql *sql,
                                 const ComarkId *submission,
                                 gint64 round,
                                 const char *criterion,
                                 const ComarkId *person,
                                 const char *body,
                                 gint64 now_ms,
                                 GError **error)
{
  ComarkId id = comark_id_new ();

  return comark_sql_exec_one (sql, error,
                              "INSERT INTO dissent"
                              " (id, submission, round, criterion, person, body, recorded_at)"
                              " VALUES ($1, $2, $3, $4, $5, $6, $7)",
                              "kkitkti", &id, submission, round, criterion ? criterion : "",
                              person, body, now_ms);
}
