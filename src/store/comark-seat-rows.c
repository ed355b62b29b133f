/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-seat-rows.h"

#include "comark-id-list.h"
#include "comark-interests.h"
#include "comark-rows.h"

/* A contributor taken off the list still counts: the number of those ever named only grows. */
#define STANDING_INTEREST                                                         \
  "x.kind, x.effect, x.note, x.document_n,"                                       \
  " (SELECT max(d.n) FROM document d WHERE d.submission=x.submission),"           \
  " x.n_contributors,"                                                            \
  " (SELECT count(*) FROM contributor c WHERE c.submission=x.submission)"

static void
read_interest (ComarkStatement *st, guint column, ComarkInterestFact *fact)
{
  *fact = (ComarkInterestFact){ COMARK_INTEREST_UNANSWERED, COMARK_EFFECT_UNDECIDED, FALSE };
  if (comark_statement_column_is_null (st, column))
    return;
  comark_interest_kind_from_nick (comark_statement_column_text (st, column), &fact->kind);
  comark_interest_effect_from_nick (comark_statement_column_text (st, column + 1),
                                    &fact->effect);
  fact->current
    = comark_interests_is_current (fact->kind,
                                   (guint) comark_statement_column_int (st, column + 3),
                                   (guint) comark_statement_column_int (st, column + 4),
                                   (guint) comark_statement_column_int (st, column + 5),
                                   (guint) comark_statement_column_int (st, column + 6));
}

static gpointer
read_seat (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkSeat *seat = comark_seat_new ();
  ComarkInterestFact fact;

  seat->person = comark_statement_column_id (st, 0);
  seat->name = comark_rows_text (st, 1);
  comark_member_kind_from_nick (comark_statement_column_text (st, 2), &seat->kind);
  seat->carer = comark_statement_column_int (st, 3) != 0;
  seat->co_chair = comark_statement_column_int (st, 4) > 0;
  seat->contributor = comark_statement_column_int (st, 5) > 0;
  seat->review_in = comark_statement_column_int (st, 6) > 0;
  seat->final_in = comark_statement_column_int (st, 7) > 0;
  seat->reply = comark_rows_text (st, 8);
  seat->due_day = g_strdup (comark_statement_column_text (st, 9));
  seat->on_the_day = comark_statement_column_int (st, 10) != 0;
  seat->rev = comark_statement_column_int (st, 11);
  read_interest (st, 12, &fact);
  seat->interest = fact.kind;
  seat->effect = fact.effect;
  seat->interest_current = fact.current;
  seat->interest_note = comark_rows_text (st, 14);
  return seat;
}

#define SELECT_SEATS                                                                         \
  "SELECT p.id, p.name, p.kind, p.carer,"                                                    \
  " (SELECT count(*) FROM person_role o WHERE o.person=p.id AND o.role='co-chair'),"         \
  " (SELECT count(*) FROM contributor c WHERE c.submission=i.submission AND c.person=p.id"   \
  "  AND c.removed_at IS NULL),"                                                             \
  " (SELECT count(*) FROM review r WHERE r.submission=i.submission AND r.person=p.id"        \
  "  AND r.round=$1 AND r.stage='first' AND r.state='submitted'),"                           \
  " (SELECT count(*) FROM review r WHERE r.submission=i.submission AND r.person=p.id"        \
  "  AND r.round=$1 AND r.stage='final' AND r.state='submitted'),"                           \
  " i.reply, i.due_day, i.on_the_day, i.rev, " STANDING_INTEREST                             \
  " FROM invitation i JOIN person p ON p.id=i.person"                                        \
  " LEFT JOIN interest x ON x.submission=i.submission AND x.person=i.person"                 \
  "  AND x.n=(SELECT max(y.n) FROM interest y WHERE y.submission=i.submission"               \
  "           AND y.person=i.person)"                                                        \
  " WHERE i.submission=$2"

GPtrArray *
comark_seat_rows_list (ComarkSql *sql, const ComarkId *submission, gint64 round, GError **error)
{
  return comark_sql_collect (sql, read_seat, NULL, g_object_unref, error,
                             SELECT_SEATS " ORDER BY p.kind, p.name_fold, p.id", "ik", round,
                             submission);
}

gboolean
comark_seat_rows_find (ComarkSql *sql,
                       const ComarkId *submission,
                       const ComarkId *person,
                       gint64 round,
                       ComarkSeat **seat,
                       GError **error)
{
  return comark_rows_take_first (comark_sql_collect (sql, read_seat, NULL, g_object_unref, error,
                                                     SELECT_SEATS " AND i.person=$3", "ikk",
                                                     round, submission, person),
                                 (gpointer *) seat);
}

gboolean
comark_seat_rows_interest (ComarkSql *sql,
                           const ComarkId *submission,
                           const ComarkId *person,
                           ComarkInterestFact *fact,
                           GError **error)
{
  g_autoptr (ComarkStatement) st
    = comark_sql_query (sql, error,
                        "SELECT " STANDING_INTEREST " FROM interest x"
                        " WHERE x.submission=$1 AND x.person=$2 ORDER BY x.n DESC LIMIT 1",
                        "kk", submission, person);
  gboolean row;

  *fact = (ComarkInterestFact){ COMARK_INTEREST_UNANSWERED, COMARK_EFFECT_UNDECIDED, FALSE };
  if (st == NULL || !comark_statement_step (st, &row, error))
    return FALSE;
  if (row)
    read_interest (st, 0, fact);
  return !row || comark_statement_step (st, &row, error);
}

gboolean
comark_seat_rows_is_contributor (ComarkSql *sql,
                                 const ComarkId *submission,
                                 const ComarkId *person,
                                 gboolean *is,
                                 GError **error)
{
  ComarkInterestFact fact;
  gint64 n;

  if (!comark_seat_rows_interest (sql, submission, person, &fact, error)
      || !comark_sql_query_int (sql, &n, error,
                                "SELECT count(*) FROM contributor"
                                " WHERE submission=$1 AND person=$2 AND removed_at IS NULL",
                                "kk", submission, person))
    return FALSE;
  *is = n > 0 || fact.kind == COMARK_INTEREST_TOOK_PART;
  return TRUE;
}

gboolean
comark_seat_rows_peers_opened (ComarkSql *sql,
                               const ComarkId *submission,
                               const ComarkId *person,
                               gboolean *opened,
                               GError **error)
{
  gint64 n;

  if (!comark_sql_query_int (sql, &n, error,
                             "SELECT count(*) FROM invitation"
                             " WHERE submission=$1 AND person=$2 AND peers_opened_at IS NOT NULL",
                             "kk", submission, person))
    return FALSE;
  *opened = n > 0;
  return TRUE;
}

gboolean
comark_seat_rows_open_peers (ComarkSql *sql,
                             const ComarkId *submission,
                             const ComarkId *person,
                             gint64 now_ms,
                             GError **error)
{
  return comark_sql_exec (sql, error,
                          "UPDATE invitation SET peers_opened_at=$1"
                          " WHERE submission=$2 AND person=$3 AND peers_opened_at IS NULL",
                          "ikk", now_ms, submission, person)
         >= 0;
}

gboolean
comark_seat_rows_invite (ComarkSql *sql,
                         const ComarkId *submission,
                         const ComarkId *person,
                         const char *due_day,
                         const ComarkId *by,
                         gint64 now_ms,
                         gboolean *is_new,
                         GError **error)
{
  gint64 n
    = comark_sql_exec (sql, error,
                       "INSERT INTO invitation"
                       " (submission, person, reply, due_day, invited_by, invited_at)"
                       " VALUES ($1, $2, 'invited', $3, $4, $5)"
                       " ON CONFLICT (submission, person) DO UPDATE"
                       " SET reply='invited', due_day=excluded.due_day, rev=invitation.rev+1"
                       " WHERE invitation.reply='declined'",
                       "kktki", submission, person, due_day, by, now_ms);

  if (is_new != NULL)
    *is_new = n > 0;
  return n >= 0;
}

gboolean
comark_seat_rows_invite_again (ComarkSql *sql, const ComarkId *submission,
                               const ComarkId *person, const char *due_day, GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "UPDATE invitation SET due_day=$1, on_the_day=0,"
                              " peers_opened_at=NULL, rev=rev+1"
                              " WHERE submission=$2 AND person=$3", "tkk", due_day, submission,
                              person);
}

gboolean
comark_seat_rows_reply (ComarkSql *sql,
                        const ComarkId *submission,
                        const ComarkId *person,
                        const char *reply,
                        GError **error)
{
  return comark_rows_changed (comark_sql_exec (sql, error,
                                               "UPDATE invitation SET reply=$1, rev=rev+1"
                                               " WHERE submission=$2 AND person=$3",
                                               "tkk", reply, submission, person),
                              error);
}

GArray *
comark_seat_rows_list_declined (ComarkSql *sql, const ComarkId *person, GError **error)
{
  g_autoptr (ComarkStatement) st
    = comark_sql_query (sql, error,
                        "SELECT submission FROM invitation WHERE person=$1 AND reply='declined'"
                        " ORDER BY invited_at DESC, submission LIMIT 128", "k", person);

  return comark_id_list_collect (st, error);
}

gboolean
comark_seat_rows_set_due (ComarkSql *sql,
                          const ComarkId *submission,
                          const ComarkId *person,
                          const char *due_day,
                          GError **error)
{
  return comark_rows_changed (comark_sql_exec (sql, error,
                                               "UPDATE invitation SET due_day=$1, rev=rev+1"
                                               " WHERE submission=$2 AND person=$3",
                                               "tkk", due_day, submission, person),
                              error);
}

gboolean
comark_seat_rows_on_the_day (ComarkSql *sql,
                             const ComarkId *submission,
                             const ComarkId *person,
                             gboolean on_the_day,
                             GError **error)
{
  return comark_rows_changed (comark_sql_exec (sql, error,
                                               "UPDATE invitation SET on_the_day=$1, rev=rev+1"
                                               " WHERE submission=$2 AND person=$3",
                                               "nkk", on_the_day != FALSE, submission, person),
                              error);
}

gboolean
comark_seat_rows_declare (ComarkSql *sql,
                          const ComarkId *submission,
                          const ComarkId *person,
                          ComarkInterestKind kind,
                          ComarkInterestEffect effect,
                          const char *note,
                          const ComarkId *by,
                          gint64 now_ms,
                          GError **error)
{
  return comark_rows_changed (
    comark_sql_exec (sql, error,
                     "INSERT INTO interest (submission, person, n, kind, effect, note,"
                     " document_n, n_contributors, answered_by, answered_at)"
                     " SELECT s.id, $1,"
                     " coalesce((SELECT max(y.n) FROM interest y"
                     "           WHERE y.submission=s.id AND y.person=$1), 0)+1,"
                     " $2, $3, $4,"
                     " coalesce((SELECT max(d.n) FROM document d WHERE d.submission=s.id), 0),"
                     " (SELECT count(*) FROM contributor c WHERE c.submission=s.id),"
                     " $5, $6 FROM submission s WHERE s.id=$7",
                     "ktttkik", person, comark_interest_kind_nick (kind),
                     comark_interest_effect_nick (effect), note ? note : "", by, now_ms,
                     submission),
    error);
}

gboolean
comark_seat_rows_settle (ComarkSql *sql,
                         const ComarkId *submission,
                         const ComarkId *person,
                         ComarkInterestEffect effect,
                         const ComarkId *by,
                         GError **error)
{
  /* What was answered, for which version and when, stays: only its effect is new. */
  return comark_rows_changed (
    comark_sql_exec (sql, error,
                     "INSERT INTO interest (submission, person, n, kind, effect, note,"
                     " document_n, n_contributors, answered_by, answered_at)"
                     " SELECT x.submission, x.person, x.n+1, x.kind, $1, x.note, x.document_n,"
                     " x.n_contributors, $2, x.answered_at FROM interest x"
                     " WHERE x.submission=$3 AND x.person=$4"
                     " AND x.n=(SELECT max(y.n) FROM interest y"
                     "          WHERE y.submission=$3 AND y.person=$4)",
                     "tkkk", comark_interest_effect_nick (effect), by, submission, person),
    error);
}
