/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A member's own question, and what the co-chairs make of the questions of all.
 */
#include "comark-desk-questions.h"

#include "comark-desk-case.h"
#include "comark-desk-people.h"
#include "comark-desk-step.h"
#include "comark-desk-text.h"
#include "comark-question-rows.h"
#include "comark-working-days.h"

typedef struct
{
  const char *ref;
  const char *criterion;
  const ComarkId *question;
  const char *words;
  gint64 rev;
  gint64 new_rev;
} Asking;

static gboolean
no_such (GError **error)
{
  return comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                             "There is no such question that you can change here. Its author may "
                             "have taken it back, or it was sent to the owner.");
}

static gboolean
log_question (ComarkCase *self, const char *act, const char *fields, const char *detail,
              GError **error)
{
  /* Nothing that would lead from the question to who acted on it. */
  return comark_case_log (self, act, NULL, fields, detail, error);
}

static gboolean
changed_meanwhile (ComarkOwnerQuestion *stored, const char *theirs, const char *words,
                   GError **error)
{
  ComarkDeskChanges changes = COMARK_DESK_CHANGES_NONE;
  g_autofree char *what = g_strdup_printf ("the question on %s", stored->criterion);

  comark_desk_changes_text (&changes, "words", theirs, words);
  return comark_desk_changed (&changes, what, error);
}

/* ---- a member ---- */

/* *question (transfer full, nullable): desk->who's own on the criterion. */
static ComarkCase *
open_own (ComarkDesk *desk, Asking *asking, ComarkOwnerQuestion **question, GError **error)
{
  g_autoptr (ComarkCase) self
    = comark_case_open (desk, asking->ref, COMARK_ACTION_ASK_OWNER, NULL, error);

  if (self == NULL || comark_case_criterion (self, asking->criterion, error) == NULL
      || !comark_question_rows_find_own (desk->sql, &self->id, self->submission->round,
                                         &desk->who->id, asking->criterion, question, error))
    return NULL;
  return g_steal_pointer (&self);
}

static gboolean
begin (ComarkCase *self, Asking *asking, GError **error)
{
  ComarkId id = comark_id_new_timeless ();

  asking->new_rev = 0;
  if (comark_desk_is_blank (asking->words))
    return TRUE;
  asking->new_rev = 1;
  return comark_question_rows_add (self->desk->sql, &id, &self->id, self->submission->round,
                                   &self->desk->who->id, asking->criterion, asking->words, error)
         && log_question (self, "save-question", "words", asking->words, error);
}

static gboolean
change (ComarkCase *self, Asking *asking, ComarkOwnerQuestion *stored, GError **error)
{
  if (stored->state != COMARK_QUESTION_DRAFT)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                               "Your question is with the co-chairs. Take it back to change it.");
  asking->new_rev = stored->rev;
  if (g_strcmp0 (stored->words, asking->words) == 0)
    return TRUE;
  if (stored->rev != asking->rev)
    return changed_meanwhile (stored, stored->words, asking->words, error);
  if (comark_desk_is_blank (asking->words))
    {
      asking->new_rev = 0;
      return comark_question_rows_drop (self->desk->sql, &stored->id, error)
             && log_question (self, "save-question", "words", NULL, error);
    }
  asking->new_rev = stored->rev + 1;
  return comark_question_rows_set_words (self->desk->sql, &stored->id, stored->rev, asking->words,
                                         error)
         && log_question (self, "save-question", "words", asking->words, error);
}

static gboolean
save_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Asking *asking = data;
  g_autoptr (ComarkOwnerQuestion) stored = NULL;
  g_autoptr (ComarkCase) self = open_own (desk, asking, &stored, error);

  if (self == NULL)
    return FALSE;
  return stored == NULL ? begin (self, asking, error) : change (self, asking, stored, error);
}

gboolean
comark_desk_save_question (ComarkDesk *desk, const char *ref, const char *criterion,
                           const char *words, gint64 rev, gint64 *new_rev, GError **error)
{
  Asking asking = { .ref = ref, .criterion = criterion, .words = words, .rev = rev };

  if (!comark_desk_check_text ("The question", words, error)
      || !comark_desk_write (desk, "save-question", save_step, &asking, error))
    return FALSE;
  if (new_rev != NULL)
    *new_rev = asking.new_rev;
  return TRUE;
}

static gboolean
ask_step (ComarkDesk *desk, gpointer data, GError **error)
{
  g_autoptr (ComarkOwnerQuestion) stored = NULL;
  g_autoptr (ComarkCase) self = open_own (desk, data, &stored, error);

  if (self == NULL)
    return FALSE;
  if (stored == NULL)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_MISSING, "Write your question first.");
  if (stored->state == COMARK_QUESTION_ASKED)
    return TRUE;
  if (stored->state != COMARK_QUESTION_DRAFT)
    return no_such (error);
  return comark_question_rows_move (desk->sql, &stored->id, COMARK_QUESTION_DRAFT,
                                    COMARK_QUESTION_ASKED, "", error)
         && comark_desk_touch (desk, &self->id, error)
         && log_question (self, "ask-question", "state", NULL, error);
}

gboolean
comark_desk_ask_question (ComarkDesk *desk, const char *ref, const char *criterion,
                          GError **error)
{
  return comark_desk_write (desk, "ask-question", ask_step,
                            &(Asking){ .ref = ref, .criterion = criterion }, error);
}

static gboolean
take_back_step (ComarkDesk *desk, gpointer data, GError **error)
{
  g_autoptr (ComarkOwnerQuestion) stored = NULL;
  g_autoptr (ComarkCase) self = open_own (desk, data, &stored, error);

  if (self == NULL)
    return FALSE;
  if (stored == NULL
      || (stored->state != COMARK_QUESTION_ASKED && stored->state != COMARK_QUESTION_LEFT_OUT))
    return no_such (error);
  return comark_question_rows_move (desk->sql, &stored->id, stored->state, COMARK_QUESTION_DRAFT,
                                    "", error)
         && log_question (self, "take-back-question", "state", NULL, error);
}

gboolean
comark_desk_take_back_question (ComarkDesk *desk, const char *ref, const char *criterion,
                                GError **error)
{
  return comark_desk_write (desk, "take-back-question", take_back_step,
                            &(Asking){ .ref = ref, .criterion = criterion }, error);
}

/* It may be read after the round has gone: seeing one's own is all that it needs. */
static gboolean
note_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Asking *asking = data;
  g_autoptr (ComarkOwnerQuestion) stored = NULL;
  g_autoptr (ComarkCase) self
    = comark_case_open (desk, asking->ref, COMARK_ACTION_SEE_PANEL_TALK, NULL, error);

  if (self == NULL
      || !comark_question_rows_find_own (desk->sql, &self->id, self->submission->round,
                                         &desk->who->id, asking->criterion, &stored, error))
    return FALSE;
  if (stored == NULL || stored->state != COMARK_QUESTION_LEFT_OUT)
    return no_such (error);
  return comark_question_rows_set_noted (desk->sql, &stored->id, error)
         && log_question (self, "note-question", "noted", NULL, error);
}

gboolean
comark_desk_note_question (ComarkDesk *desk, const char *ref, const char *criterion,
                           GError **error)
{
  return comark_desk_write (desk, "note-question", note_step,
                            &(Asking){ .ref = ref, .criterion = criterion }, error);
}

/* ---- the co-chairs ---- */

static ComarkCase *
open_gathered (ComarkDesk *desk, Asking *asking, ComarkOwnerQuestion **question, GError **error)
{
  g_autoptr (ComarkCase) self
    = comark_case_open (desk, asking->ref, COMARK_ACTION_SEND_QUESTIONS, NULL, error);

  if (self == NULL
      || !comark_question_rows_find (desk->sql, &self->id, self->submission->round,
                                     &desk->who->id, asking->question, question, error))
    return NULL;
  /* A draft is not there for anybody but its author. */
  if (*question == NULL
      || ((*question)->state != COMARK_QUESTION_ASKED
          && (*question)->state != COMARK_QUESTION_LEFT_OUT))
    {
      no_such (error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

static gboolean
word_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Asking *asking = data;
  g_autoptr (ComarkOwnerQuestion) stored = NULL;
  g_autoptr (ComarkCase) self = open_gathered (desk, asking, &stored, error);

  if (self == NULL)
    return FALSE;
  asking->new_rev = stored->rev;
  if (g_strcmp0 (stored->wording, asking->words) == 0)
    return TRUE;
  if (stored->rev != asking->rev)
    return changed_meanwhile (stored, stored->wording, asking->words, error);
  if (stored->state != COMARK_QUESTION_ASKED)
    return no_such (error);
  asking->new_rev = stored->rev + 1;
  return comark_question_rows_set_wording (desk->sql, &stored->id, stored->rev, asking->words,
                                           error)
         && log_question (self, "word-question", "wording", asking->words, error);
}

gboolean
comark_desk_word_question (ComarkDesk *desk, const char *ref, const ComarkId *question,
                           const char *wording, gint64 rev, gint64 *new_rev, GError **error)
{
  Asking asking = { .ref = ref, .question = question, .words = wording, .rev = rev };

  if (!comark_desk_need_text ("The question", wording, error)
      || !comark_desk_write (desk, "word-question", word_step, &asking, error))
    return FALSE;
  if (new_rev != NULL)
    *new_rev = asking.new_rev;
  return TRUE;
}

static gboolean
leave_out_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Asking *asking = data;
  g_autoptr (ComarkOwnerQuestion) stored = NULL;
  g_autoptr (ComarkCase) self = open_gathered (desk, asking, &stored, error);

  if (self == NULL)
    return FALSE;
  return comark_question_rows_move (desk->sql, &stored->id, stored->state,
                                    COMARK_QUESTION_LEFT_OUT, asking->words, error)
         && log_question (self, "leave-out-question", "state because", asking->words, error);
}

gboolean
comark_desk_leave_out_question (ComarkDesk *desk, const char *ref, const ComarkId *question,
                                const char *because, GError **error)
{
  return comark_desk_need_text ("The reason", because, error)
         && comark_desk_write (desk, "leave-out-question", leave_out_step,
                               &(Asking){ .ref = ref, .question = question, .words = because },
                               error);
}

static gboolean
put_back_step (ComarkDesk *desk, gpointer data, GError **error)
{
  g_autoptr (ComarkOwnerQuestion) stored = NULL;
  g_autoptr (ComarkCase) self = open_gathered (desk, data, &stored, error);

  if (self == NULL)
    return FALSE;
  if (stored->state == COMARK_QUESTION_ASKED)
    return TRUE;
  return comark_question_rows_move (desk->sql, &stored->id, COMARK_QUESTION_LEFT_OUT,
                                    COMARK_QUESTION_ASKED, "", error)
         && log_question (self, "put-back-question", "state", NULL, error);
}

gboolean
comark_desk_put_back_question (ComarkDesk *desk, const char *ref, const ComarkId *question,
                               GError **error)
{
  return comark_desk_write (desk, "put-back-question", put_back_step,
                            &(Asking){ .ref = ref, .question = question }, error);
}

/* ---- sending ---- */

static gboolean
begin_round (ComarkCase *self, GError **error)
{
  ComarkDesk *desk = self->desk;
  g_auto (GStrv) holidays = comark_desk_list_holidays (desk, error);
  g_autofree char *today = comark_desk_today (desk);
  g_autofree char *due
    = holidays != NULL ? comark_working_days_add (today, COMARK_DAYS_TO_ANSWER,
                                                  (const char *const *) holidays)
                       : NULL;

  return due != NULL
         && comark_question_rows_begin_asking (desk->sql, &self->id, self->submission->round,
                                               &desk->who->id, comark_desk_now_ms (desk), today,
                                               due, error);
}

static gboolean
send_step (ComarkDesk *desk, gpointer data, GError **error)
{
  g_autoptr (ComarkCase) self
    = comark_case_open (desk, data, COMARK_ACTION_SEND_QUESTIONS, NULL, error);
  gint64 n;

  if (self == NULL)
    return FALSE;
  n = comark_question_rows_move_all (desk->sql, &self->id, self->submission->round,
                                     COMARK_QUESTION_ASKED, COMARK_QUESTION_SENT, error);
  if (n == 0)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_MISSING,
                               "There is no question to send. Members ask from their review.");
  /* The need UNASKED has seen to the one round, the questions are the reason. */
  return n > 0
         && comark_desk_move (desk, &self->id, COMARK_EVENT_ASK_OWNER,
                              COMARK_GUARD_ONE_ROUND | COMARK_GUARD_REASON, error)
         && begin_round (self, error)
         && comark_case_log (self, comark_event_nick (COMARK_EVENT_ASK_OWNER), NULL, "state",
                             NULL, error);
}

gboolean
comark_desk_send_questions (ComarkDesk *desk, const char *ref, GError **error)
{
  return comark_desk_write (desk, "ask-owner", send_step, (gpointer) ref, error);
}
