/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-round-rows.h"

#include "comark-rows.h"

static gpointer
read_prompt (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkRoundPrompt *self = comark_round_prompt_new ();

  self->n = comark_statement_column_int (st, 0);
  self->body = comark_rows_text (st, 1);
  return self;
}

static gpointer
read_turn (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkTurn *self = comark_turn_new ();

  self->prompt = comark_statement_column_int (st, 0);
  self->person = comark_statement_column_id (st, 1);
  self->how = comark_rows_text (st, 2);
  return self;
}

static gboolean
replace (GPtrArray **list, GPtrArray *rows)
{
  if (rows == NULL)
    return FALSE;
  g_ptr_array_unref (*list);
  *list = rows;
  return TRUE;
}

gboolean
comark_round_rows_read (ComarkSql *sql, ComarkMeeting *meeting, GError **error)
{
  return replace (&meeting->prompts,
                  comark_sql_collect (sql, read_prompt, NULL, g_object_unref, error,
                                      "SELECT n, body FROM meeting_prompt WHERE meeting=$1"
                                      " ORDER BY n", "k", &meeting->id))
         && replace (&meeting->turns,
                     comark_sql_collect (sql, read_turn, NULL, g_object_unref, error,
                                         "SELECT n, person, how FROM meeting_turn"
                                         " WHERE meeting=$1 ORDER BY n, taken_at, person", "k",
                                         &meeting->id));
}

gboolean
comark_round_rows_add_prompts (ComarkSql *sql, const ComarkId *meeting,
                               const char *const *prompts, GError **error)
{
  for (guint i = 0; prompts[i] != NULL; i++)
    if (comark_sql_exec (sql, error,
                         "INSERT INTO meeting_prompt (meeting, n, body) VALUES ($1, $2, $3)"
                         " ON CONFLICT (meeting, n) DO NOTHING",
                         "kit", meeting, (gint64) i + 1, prompts[i]) < 0)
      return FALSE;
  return TRUE;
}

gboolean
comark_round_rows_set_phase (ComarkSql *sql, const ComarkId *meeting, const char *phase,
                             GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "UPDATE meeting SET phase=$1, rev=rev+1 WHERE id=$2"
                              " AND state='open'", "tk", phase, meeting);
}

gboolean
comark_round_rows_set_speaker (ComarkSql *sql, const ComarkId *meeting, gint64 prompt,
                               const ComarkId *speaker, gint64 now_ms, GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "UPDATE meeting SET prompt=$1, speaker=$2, spoke_at=$3, rev=rev+1"
                              " WHERE id=$4 AND state='open'",
                              "ikik", prompt, speaker, now_ms, meeting);
}

gboolean
comark_round_rows_set_turn (ComarkSql *sql, const ComarkId *meeting, gint64 prompt,
                            const ComarkId *person, const char *how, gint64 now_ms,
                            GError **error)
{
  if (how == NULL)
    return comark_sql_exec (sql, error,
                            "DELETE FROM meeting_turn WHERE meeting=$1 AND n=$2 AND person=$3",
                            "kik", meeting, prompt, person) >= 0;
  return comark_sql_exec_one (sql, error,
                              "INSERT INTO meeting_turn (meeting, n, person, how, taken_at)"
                              " VALUES ($1, $2, $3, $4, $5) ON CONFLICT (meeting, n, person)"
                              " DO UPDATE SET how=excluded.how, taken_at=excluded.taken_at",
                              "kikti", meeting, prompt, person, how, now_ms);
}

gboolean
comark_round_rows_pause (ComarkSql *sql, const ComarkId *meeting, const char *kind,
                         gint64 now_ms, GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "UPDATE meeting SET pause=$1,"
                              " paused_at=CASE WHEN pause='' THEN $2 ELSE paused_at END,"
                              " rev=rev+1 WHERE id=$3 AND state='open'",
                              "tik", kind, now_ms, meeting);
}

gboolean
comark_round_rows_resume (ComarkSql *sql, const ComarkId *meeting, gint64 now_ms, GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "UPDATE meeting SET pause='', spoke_at=spoke_at+$1-paused_at,"
                              " paused_at=NULL, rev=rev+1"
                              " WHERE id=$2 AND state='open' AND pause<>''",
                              "ik", now_ms, meeting);
}
