/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-desk-chores.h"

#include <string.h>

#include "comark-contributor-rows.h"
#include "comark-decision-rows.h"
#include "comark-desk-questions.h"
#include "comark-desk-submissions.h"
#include "comark-desk-time.h"
#include "comark-panel-facts.h"
#include "comark-seat-rows.h"

static const char *
title (ComarkWaiting *waiting)
{
  return waiting->submission->title;
}

static char *
say_about_title (const char *format, ComarkWaiting *waiting)
{
  GString *text = g_string_new (format);

  g_string_replace (text, "TITLE", title (waiting), 1);
  return g_string_free (text, FALSE);
}

/* "3 December", with the year if it is another one. */
static char *
day_words (ComarkWaiting *waiting, const char *day)
{
  g_autofree char *words = comark_day_to_words (day);

  if (strncmp (day, waiting->today, strlen ("2026")) != 0 || strlen (words) < strlen (" 2026"))
    return g_steal_pointer (&words);
  words[strlen (words) - strlen (" 2026")] = '\0';
  return g_steal_pointer (&words);
}

/* ---- members ---- */

static char *
say_interest (ComarkWaiting *waiting)
{
  if (waiting->standing->interest_current || !waiting->standing->is_invited
      || waiting->standing->has_declined)
    return NULL;
  if (waiting->standing->interest_kind == COMARK_INTEREST_UNANSWERED)
    return say_about_title ("Say whether you have an interest in TITLE; then it opens", waiting);
  return say_about_title ("Say again whether you have an interest in TITLE: there is a new version "
                          "or a newly named contributor",
                          waiting);
}

/* "about 40 minutes"; "about 40 minutes left". (transfer full) (nullable) */
static char *
time_words (ComarkWaiting *waiting)
{
  gboolean begun = waiting->standing->own_review == COMARK_REVIEW_DRAFT;
  guint minutes;

  if (!comark_desk_minutes_left (waiting->desk, waiting->submission, waiting->framework, &minutes,
                                 &waiting->error))
    return NULL;
  if (minutes == 0)
    return g_strdup ("only to be handed in");
  return g_strdup_printf ("about %u minutes%s", minutes, begun ? " left" : "");
}

static char *
say_rate (ComarkWaiting *waiting)
{
  const ComarkStanding *standing = waiting->standing;
  const char *verb = standing->own_review == COMARK_REVIEW_DRAFT ? "Go on rating" : "Rate";
  g_autofree char *by = NULL;
  g_autofree char *time = NULL;
  const char *due = waiting->submission->due_day;

  if (standing->own_review == COMARK_REVIEW_SUBMITTED || !standing->interest_current)
    return NULL;
  if (standing->state == COMARK_STATE_IN_MEETING)
    return say_about_title ("Give your ratings of TITLE in the meeting", waiting);
  if (standing->will_say_on_the_day)
    return NULL;
  time = time_words (waiting);
  if (time == NULL)
    return NULL;
  /* The clock stands still while the owner is asked. */
  if (due == NULL || standing->state == COMARK_STATE_CLARIFYING)
    return g_strdup_printf ("%s %s, %s", verb, title (waiting), time);
  by = day_words (waiting, due);
  if (strcmp (due, waiting->today) < 0)
    return g_strdup_printf ("%s %s, %s; it was asked for by %s", verb, title (waiting), time, by);
  return g_strdup_printf ("%s %s by %s, %s", verb, title (waiting), by, time);
}

static GPtrArray *
read_questions (ComarkWaiting *waiting)
{
  return comark_desk_read_questions (waiting->desk, &waiting->submission->id,
                                     waiting->submission->round, waiting->standing,
                                     &waiting->error);
}

static char *
say_left_out (ComarkWaiting *waiting)
{
  g_autoptr (GPtrArray) questions = NULL;

  if (!waiting->standing->is_invited || waiting->standing->has_declined)
    return NULL;
  questions = read_questions (waiting);
  for (guint i = 0; questions != NULL && i < questions->len; i++)
    {
      ComarkOwnerQuestion *question = g_ptr_array_index (questions, i);

      if (question->own && question->state == COMARK_QUESTION_LEFT_OUT && !question->noted)
        return g_strdup_printf ("Read why your question on %s of %s was not sent on",
                                question->criterion, title (waiting));
    }
  return NULL;
}

static char *
say_rate_final (ComarkWaiting *waiting)
{
  return waiting->standing->meeting_open
           ? say_about_title ("Look at your ratings of TITLE again while the panel meets", waiting)
           : NULL;
}

static char *
say_confirm (ComarkWaiting *waiting)
{
  g_autoptr (GPtrArray) confirmations = NULL;
  g_autoptr (GPtrArray) contributors = NULL;

  if (!waiting->standing->is_contributor)
    return NULL;
  contributors = comark_contributor_rows_list (waiting->desk->sql, &waiting->submission->id,
                                               &waiting->error);
  confirmations = contributors != NULL
                    ? comark_contributor_rows_list_confirmations (
                        waiting->desk->sql, &waiting->submission->id, &waiting->error)
                    : NULL;
  for (guint i = 0; confirmations != NULL && i < contributors->len; i++)
    {
      ComarkContributor *contributor = g_ptr_array_index (contributors, i);
      gboolean has = FALSE;

      for (guint j = 0; j < confirmations->len; j++)
        has |= comark_id_equal (
          &((ComarkConfirmation *) g_ptr_array_index (confirmations, j))->contributor,
          &contributor->id);
      if (comark_id_equal (&contributor->person, &waiting->desk->who->id) && !has)
        return say_about_title ("Confirm what is said about how TITLE was made, if it is true",
                                waiting);
    }
  return NULL;
}

/* No reproach, and no access before they come back: only that they may. */
static char *
say_come_back (ComarkWaiting *waiting)
{
  return say_about_title ("You have said that you cannot take part in TITLE, and nothing more is "
                          "asked of you. If you can after all, open this: what you wrote is kept",
                          waiting);
}

/* ---- owners ---- */

static char *
say_prepare (ComarkWaiting *waiting)
{
  g_auto (GStrv) missing = NULL;
  guint n;

  if (!waiting->standing->is_owner)
    return NULL;
  missing
    = comark_desk_missing_to_submit (waiting->desk, waiting->submission->ref, &waiting->error);
  if (missing == NULL)
    return NULL;
  n = g_strv_length (missing);
  if (*waiting->submission->returned_because != '\0')
    return say_about_title ("Look at TITLE again: it was sent back to you", waiting);
  if (n == 0)
    return say_about_title ("Submit TITLE: nothing is missing", waiting);
  return g_strdup_printf ("Go on preparing %s: %u %s missing", title (waiting), n,
                          n == 1 ? "thing is" : "things are");
}

static char *
say_answer (ComarkWaiting *waiting)
{
  g_autoptr (ComarkAsking) asking = NULL;
  g_autofree char *by = NULL;

  if (!waiting->standing->is_owner
      || !comark_desk_read_asking (waiting->desk, &waiting->submission->id,
                                   waiting->submission->round, waiting->standing, &asking,
                                   &waiting->error)
      || asking == NULL)
    return NULL;
  by = day_words (waiting, asking->due_day);
  return g_strdup_printf ("Answer the panel’s questions about %s by %s", title (waiting), by);
}

static char *
say_resubmit (ComarkWaiting *waiting)
{
  return waiting->standing->is_owner
           ? say_about_title ("Work on TITLE and submit it again", waiting)
           : NULL;
}

static char *
say_told (ComarkWaiting *waiting)
{
  return waiting->standing->told
           ? NULL
           : say_about_title ("Tell the contributors of TITLE what changed because of them, and "
                              "record it",
                              waiting);
}

/* ---- co-chairs ---- */

/* Administrators may as well, and leave it to the co-chairs unless asked. */
static char *
say_send_questions (ComarkWaiting *waiting)
{
  g_autoptr (GPtrArray) questions = NULL;
  guint n = 0;

  if ((waiting->standing->roles & COMARK_ROLE_CO_CHAIR) == 0 && !waiting->standing->is_deputy)
    return NULL;
  questions = read_questions (waiting);
  for (guint i = 0; questions != NULL && i < questions->len; i++)
    n += ((ComarkOwnerQuestion *) g_ptr_array_index (questions, i))->state == COMARK_QUESTION_ASKED;
  if (n == 0)
    return NULL;
  return g_strdup_printf (n == 1 ? "Look through the %u question for the owner of %s, and send it"
                                 : "Look through the %u questions for the owner of %s, and send "
                                   "them together",
                          n, title (waiting));
}

static char *
say_open_meeting (ComarkWaiting *waiting)
{
  ComarkSubmission *submission = waiting->submission;

  if (submission->n_reviews < 0 || submission->n_invited == 0)
    return NULL;
  if (submission->n_reviews >= submission->n_invited)
    return say_about_title ("Open the meeting on TITLE: all reviews are in", waiting);
  if (submission->due_day == NULL || strcmp (submission->due_day, waiting->today) >= 0)
    return NULL;
  return g_strdup_printf ("Open the meeting on %s, or ask for the other reviews: %d of %d are in "
                          "and the day has passed",
                          title (waiting), (int) submission->n_reviews,
                          (int) submission->n_invited);
}

static char *
say_agree (ComarkWaiting *waiting)
{
  if (waiting->standing->state == COMARK_STATE_CONDITIONAL)
    return say_about_title ("Look whether the conditions of TITLE are met", waiting);
  return say_about_title ("Go on with the meeting on TITLE", waiting);
}

static ComarkDecision *
read_decision (ComarkWaiting *waiting)
{
  ComarkDecision *decision = NULL;

  comark_decision_rows_find (waiting->desk->sql, &waiting->submission->id,
                             waiting->submission->round, &decision, &waiting->error);
  return decision;
}

static char *
say_sign (ComarkWaiting *waiting)
{
  g_autoptr (ComarkDecision) decision = read_decision (waiting);

  if (decision == NULL || decision->sealed_at != 0)
    return NULL;
  for (guint i = 0; i < decision->signatures->len; i++)
    {
      ComarkSignature *signature = g_ptr_array_index (decision->signatures, i);

      if (comark_id_equal (&signature->person, &waiting->desk->who->id))
        return NULL;
    }
  return say_about_title ("Sign the decision on TITLE", waiting);
}

static char *
say_seal (ComarkWaiting *waiting)
{
  g_autoptr (ComarkDecision) decision = read_decision (waiting);

  if (decision == NULL || decision->sealed_at != 0 || decision->signatures->len < 2
      || strcmp (decision->sealable_day, waiting->today) > 0)
    return NULL;
  return say_about_title ("Seal the decision on TITLE: both co-chairs have signed", waiting);
}

static char *
say_settle (ComarkWaiting *waiting)
{
  g_autoptr (GPtrArray) seats
    = comark_seat_rows_list (waiting->desk->sql, &waiting->submission->id,
                             waiting->submission->round, &waiting->error);

  for (guint i = 0; seats != NULL && i < seats->len; i++)
    {
      ComarkSeat *seat = g_ptr_array_index (seats, i);

      if (seat->interest > COMARK_INTEREST_NONE && seat->effect == COMARK_EFFECT_UNDECIDED
          && !comark_id_equal (&seat->person, &waiting->desk->who->id))
        return g_strdup_printf ("Settle what %s’s declared interest means for %s", seat->name,
                                title (waiting));
    }
  return NULL;
}

/* ---- administrators ---- */

/* At once when somebody cannot take part and the rest cannot meet without somebody new. */
static char *
say_invite_again (ComarkWaiting *waiting)
{
  g_autoptr (GPtrArray) seats = NULL;
  g_autoptr (ComarkQuorumReport) report = NULL;
  const char *name = NULL;

  if (waiting->standing->state == COMARK_STATE_READY)
    return NULL;
  seats = comark_seat_rows_list (waiting->desk->sql, &waiting->submission->id,
                                 waiting->submission->round, &waiting->error);
  for (guint i = 0; seats != NULL && i < seats->len; i++)
    {
      ComarkSeat *seat = g_ptr_array_index (seats, i);

      if (g_strcmp0 (seat->reply, "declined") == 0)
        name = seat->name;
    }
  if (name == NULL)
    return NULL;
  report = comark_panel_can_meet (seats, waiting->submission->affects_carers);
  return report->met ? NULL
                     : g_strdup_printf ("Invite somebody to the panel of %s: %s cannot take part, "
                                        "and without somebody new it cannot meet",
                                        title (waiting), name);
}

static char *
say_accept (ComarkWaiting *waiting)
{
  return say_about_title ("Accept TITLE for preparation, or explain that it is out of scope",
                          waiting);
}

static char *
say_complete (ComarkWaiting *waiting)
{
  return say_about_title ("Check TITLE: is everything needed there?", waiting);
}

static char *
say_form_panel (ComarkWaiting *waiting)
{
  return waiting->standing->state == COMARK_STATE_READY
           ? say_about_title ("Form the panel for TITLE", waiting)
           : NULL;
}

static char *
say_issue (ComarkWaiting *waiting)
{
  return say_about_title ("Issue the mark for TITLE", waiting);
}

static char *
say_close (ComarkWaiting *waiting)
{
  if (waiting->standing->state == COMARK_STATE_AWARDED && !waiting->standing->has_mark)
    return NULL;
  return say_about_title ("Close TITLE: the contributors have been told", waiting);
}

#define S(name) (1u << COMARK_STATE_##name)
#define PANEL_TIME \
  (S (READY) | S (IN_REVIEW) | S (CLARIFYING) | S (IN_MEETING) | S (DECIDED))
#define OUTCOMES (S (AWARDED) | S (CONDITIONAL) | S (DEFERRED) | S (NOT_YET))

static const ComarkChore chores[] = {
  { COMARK_ACTION_DECLARE_INTEREST, PANEL_TIME, say_interest, "overview" },
  { COMARK_ACTION_RATE, PANEL_TIME, say_rate, "review" },
  { COMARK_ACTION_SEE_PANEL_TALK, S (IN_REVIEW) | S (CLARIFYING), say_left_out, "questions" },
  { COMARK_ACTION_SEND_QUESTIONS, S (IN_REVIEW), say_send_questions, "questions" },
  { COMARK_ACTION_RATE_FINAL, S (IN_MEETING), say_rate_final, "review" },
  { COMARK_ACTION_CONFIRM_EVIDENCE, PANEL_TIME | S (SUBMITTED), say_confirm, "document" },
  { COMARK_ACTION_SUBMIT, S (PREPARING), say_prepare, "form" },
  { COMARK_ACTION_ANSWER, S (CLARIFYING), say_answer, "questions" },
  { COMARK_ACTION_RESUBMIT, S (DEFERRED), say_resubmit, "form" },
  { COMARK_ACTION_RECORD_TOLD, OUTCOMES, say_told, "decision" },
  { COMARK_ACTION_OPEN_MEETING, S (IN_REVIEW), say_open_meeting, "meeting" },
  { COMARK_ACTION_DECIDE, S (IN_MEETING), say_agree, "meeting" },
  { COMARK_ACTION_AGREE_VALUE, S (CONDITIONAL), say_agree, "decision" },
  { COMARK_ACTION_SIGN, S (DECIDED), say_sign, "decision" },
  { COMARK_ACTION_SEAL, S (DECIDED), say_seal, "decision" },
  { COMARK_ACTION_DECIDE_EFFECT, PANEL_TIME, say_settle, "overview" },
  { COMARK_ACTION_ACCEPT, S (INTEREST), say_accept, "overview" },
  { COMARK_ACTION_COMPLETE, S (SUBMITTED), say_complete, "document" },
  { COMARK_ACTION_INVITE, S (READY), say_form_panel, "overview" },
  { COMARK_ACTION_INVITE, S (IN_REVIEW) | S (CLARIFYING), say_invite_again, "overview" },
  { COMARK_ACTION_ISSUE_MARK, S (AWARDED), say_issue, "mark" },
  { COMARK_ACTION_CLOSE, OUTCOMES, say_close, "overview" },
  { COMARK_ACTION_COME_BACK, S (READY) | S (IN_REVIEW) | S (CLARIFYING), say_come_back,
    COMARK_TODO_COME_BACK },
};

const ComarkChore *
comark_chores (guint *n_chores)
{
  *n_chores = G_N_ELEMENTS (chores);
  return chores;
}
