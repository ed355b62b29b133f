/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The owner answers the panel's questions, or the time for it is over: the review goes on, and
 * the days that members rate by move on by the time that it took.
 */
#include "comark-desk-questions.h"

#include "comark-desk-case.h"
#include "comark-desk-people.h"
#include "comark-desk-step.h"
#include "comark-desk-text.h"
#include "comark-question-rows.h"
#include "comark-seat-rows.h"
#include "comark-submission-rows.h"
#include "comark-working-days.h"

/* ---- one answer ---- */

typedef struct
{
  const char *ref;
  const ComarkId *question;
  const char *answer;
  gint64 rev;
  gint64 new_rev;
} Answer;

static gboolean
check_answerable (ComarkOwnerQuestion *question, GError **error)
{
  return (question != NULL && question->state == COMARK_QUESTION_SENT)
         || comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                                "There is no such question to answer now.");
}

static gboolean
changed_meanwhile (ComarkOwnerQuestion *stored, const char *answer, GError **error)
{
  ComarkDeskChanges changes = COMARK_DESK_CHANGES_NONE;

  comark_desk_changes_text (&changes, "words", stored->answer, answer);
  return comark_desk_changed (&changes, "this answer", error);
}

static gboolean
save_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Answer *answer = data;
  g_autoptr (ComarkCase) self
    = comark_case_open (desk, answer->ref, COMARK_ACTION_ANSWER, NULL, error);
  g_autoptr (ComarkOwnerQuestion) stored = NULL;

  if (self == NULL
      || !comark_question_rows_find (desk->sql, &self->id, self->submission->round,
                                     &desk->who->id, answer->question, &stored, error)
      || !check_answerable (stored, error))
    return FALSE;
  answer->new_rev = stored->rev;
  if (g_strcmp0 (stored->answer, answer->answer) == 0)
    return TRUE;
  if (stored->rev != answer->rev)
    return changed_meanwhile (stored, answer->answer, error);
  answer->new_rev = stored->rev + 1;
  return comark_question_rows_set_answer (desk->sql, &stored->id, stored->rev, answer->answer,
                                          error)
         && comark_case_log (self, "save-answer", &stored->id, "answer", answer->answer, error);
}

gboolean
comark_desk_save_answer (ComarkDesk *desk, const char *ref, const ComarkId *question,
                         const char *answer, gint64 rev, gint64 *new_rev, GError **error)
{
  Answer self = { ref, question, answer, rev, rev };

  if (!comark_desk_check_text ("The answer", answer, error)
      || !comark_desk_write (desk, "save-answer", save_step, &self, error))
    return FALSE;
  if (new_rev != NULL)
    *new_rev = self.new_rev;
  return TRUE;
}

/* ---- going on with the review ---- */

static gboolean
move_day (const char *day, guint n_days, const char *const *holidays, char **later)
{
  *later = day != NULL ? comark_working_days_add (day, n_days, holidays) : NULL;
  return *later != NULL;
}

static gboolean
move_seats (ComarkDesk *desk, ComarkSubmission *submission, guint n_days,
            const char *const *holidays, GError **error)
{
  g_autoptr (GPtrArray) seats
    = comark_seat_rows_list (desk->sql, &submission->id, submission->round, error);

  for (guint i = 0; seats != NULL && i < seats->len; i++)
    {
      ComarkSeat *seat = g_ptr_array_index (seats, i);
      g_autofree char *later = NULL;

      if (move_day (seat->due_day, n_days, holidays, &later)
          && !comark_seat_rows_set_due (desk->sql, &submission->id, &seat->person, later, error))
        return FALSE;
    }
  return seats != NULL;
}

/* The clock stood still from the day the questions went until today. */
static gboolean
move_due_days (ComarkDesk *desk, ComarkSubmission *submission, ComarkAsking *asking,
               GError **error)
{
  g_auto (GStrv) list = comark_desk_list_holidays (desk, error);
  const char *const *holidays = (const char *const *) list;
  g_autofree char *today = comark_desk_today (desk);
  g_autofree char *later = NULL;
  int n_days;

  if (list == NULL)
    return FALSE;
  n_days = comark_working_days_count (asking->sent_day, today, holidays);
  if (n_days <= 0)
    return TRUE;
  if (move_day (submission->due_day, (guint) n_days, holidays, &later)
      && !comark_submission_rows_set_due (desk->sql, &submission->id, later, error))
    return FALSE;
  return move_seats (desk, submission, (guint) n_days, holidays, error);
}

static gboolean
go_on (ComarkDesk *desk, const ComarkId *id, ComarkEvent event, guint met, GError **error)
{
  g_autoptr (ComarkSubmission) submission = comark_submission_rows_get (desk->sql, id, error);
  g_autoptr (ComarkAsking) asking = NULL;

  return submission != NULL
         && comark_question_rows_find_asking (desk->sql, id, submission->round, &asking, error)
         && asking != NULL && comark_desk_move (desk, id, event, met, error)
         && comark_question_rows_end_asking (desk->sql, id, submission->round,
                                             comark_desk_now_ms (desk),
                                             event == COMARK_EVENT_ANSWER, error)
         && move_due_days (desk, submission, asking, error)
         && comark_desk_log (desk, comark_event_nick (event), id, NULL, "state due_day", NULL,
                             error);
}

/* ---- sending ---- */

/* Each question is answered, if only with "we cannot say". */
static gboolean
check_answered (ComarkCase *self, GError **error)
{
  g_autoptr (GPtrArray) all
    = comark_question_rows_list (self->desk->sql, &self->id, self->submission->round,
                                 &self->desk->who->id, error);
  g_autoptr (GString) missing = g_string_new (NULL);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      ComarkOwnerQuestion *question = g_ptr_array_index (all, i);

      if (question->state == COMARK_QUESTION_SENT && comark_desk_is_blank (question->answer))
        g_string_append_printf (missing, "\n%s: %s", question->criterion, question->wording);
    }
  if (all == NULL || missing->len == 0)
    return all != NULL;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_MISSING,
                             "Everything you have written is kept. Each question needs some words, "
                             "if only that you cannot say. Still without:%s", missing->str);
}

static gboolean
send_step (ComarkDesk *desk, gpointer data, GError **error)
{
  g_autoptr (ComarkCase) self
    = comark_case_open (desk, data, COMARK_ACTION_ANSWER, NULL, error);

  return self != NULL && check_answered (self, error)
         && comark_question_rows_move_all (desk->sql, &self->id, self->submission->round,
                                           COMARK_QUESTION_SENT, COMARK_QUESTION_ANSWERED, error)
              >= 0
         && go_on (desk, &self->id, COMARK_EVENT_ANSWER, 0, error);
}

gboolean
comark_desk_send_answers (ComarkDesk *desk, const char *ref, GError **error)
{
  return comark_desk_write (desk, "answer", send_step, (gpointer) ref, error);
}

/* ---- the clock ---- */

static gboolean
overdue_step (ComarkDesk *desk, gpointer data, GError **error)
{
  guint *n = data;
  ComarkDesk clock = *desk;
  g_autofree char *today = comark_desk_today (desk);
  g_autoptr (GArray) ids = comark_question_rows_overdue (desk->sql, today, error);

  /* Who happened to open the register has nothing to do with it. */
  clock.who = NULL;
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!go_on (&clock, &g_array_index (ids, ComarkId, i), COMARK_EVENT_ANSWER_OVERDUE,
                COMARK_GUARD_OVERDUE, error))
      return FALSE;
  *n = ids != NULL ? ids->len : 0;
  return ids != NULL;
}

static gboolean
look_step (ComarkDesk *desk, gpointer data, GError **error)
{
  guint *n = data;
  g_autofree char *today = comark_desk_today (desk);
  g_autoptr (GArray) ids = comark_question_rows_overdue (desk->sql, today, error);

  *n = ids != NULL ? ids->len : 0;
  return ids != NULL;
}

gboolean
comark_desk_end_overdue_askings (ComarkDesk *desk, guint *n, GError **error)
{
  guint n_due = 0;
  gboolean done = comark_desk_read (desk, look_step, &n_due, error);

  /* Nearly always there is none, and then nothing is written. */
  if (done && n_due > 0)
    done = comark_desk_write (desk, "answer-overdue", overdue_step, &n_due, error);
  if (n != NULL)
    *n = n_due;
  return done;
}
