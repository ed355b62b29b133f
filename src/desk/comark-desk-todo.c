/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What waits for one person. A chore is an act that they may do now (comark_access_check()) and
 * that somebody is waiting for; the table says which, and in what words.
 */
#include "comark-desk-submissions.h"

#include <string.h>

#include "comark-contributor-rows.h"
#include "comark-decision-rows.h"
#include "comark-desk-lists.h"
#include "comark-desk-standing.h"
#include "comark-desk-text.h"
#include "comark-seat-rows.h"

/* Submissions looked at together, and things to do after which no more are looked for: nobody
 * works off a longer list from its start. */
#define PAGE 128
#define ENOUGH 500

void
comark_todo_free (ComarkTodo *todo)
{
  if (todo == NULL)
    return;
  g_free (todo->ref);
  g_free (todo->sentence);
  g_free (todo);
}

/* Everything that a chore looks at. */
typedef struct
{
  ComarkDesk *desk;
  const ComarkStanding *standing;
  ComarkSubmission *submission;
  ComarkFramework *framework;
  char *today;
  GError *error; /* of a chore that had to read */
} Waiting;

/* A full stop is added. NULL: nothing waits after all. */
typedef char *(*Say) (Waiting *waiting);

static const char *
title (Waiting *waiting)
{
  return waiting->submission->title;
}

static char *
say_about_title (const char *format, Waiting *waiting)
{
  GString *text = g_string_new (format);

  g_string_replace (text, "TITLE", title (waiting), 1);
  return g_string_free (text, FALSE);
}

/* "3 December", with the year if it is another one. */
static char *
day_words (Waiting *waiting, const char *day)
{
  g_autofree char *words = comark_day_to_words (day);

  if (strncmp (day, waiting->today, strlen ("2026")) != 0 || strlen (words) < strlen (" 2026"))
    return g_steal_pointer (&words);
  words[strlen (words) - strlen (" 2026")] = '\0';
  return g_steal_pointer (&words);
}

/* ---- members ---- */

static char *
say_interest (Waiting *waiting)
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

/* Three minutes a criterion, to the next five. */
static guint
minutes_to_rate (Waiting *waiting)
{
  g_autoptr (GPtrArray) criteria
    = comark_framework_criteria_for_route (waiting->framework, waiting->submission->route);

  return (criteria->len * 3 + 4) / 5 * 5;
}

static char *
say_rate (Waiting *waiting)
{
  const ComarkStanding *standing = waiting->standing;
  const char *verb = standing->own_review == COMARK_REVIEW_DRAFT ? "Go on rating" : "Rate";
  g_autofree char *by = NULL;
  const char *due = waiting->submission->due_day;

  if (standing->own_review == COMARK_REVIEW_SUBMITTED || !standing->interest_current)
    return NULL;
  if (standing->state == COMARK_STATE_IN_MEETING)
    return say_about_title ("Give your ratings of TITLE in the meeting", waiting);
  if (standing->will_say_on_the_day)
    return NULL;
  if (due == NULL)
    return g_strdup_printf ("%s %s, about %u minutes", verb, title (waiting),
                            minutes_to_rate (waiting));
  by = day_words (waiting, due);
  if (strcmp (due, waiting->today) < 0)
    return g_strdup_printf ("%s %s, about %u minutes; it was asked for by %s", verb,
                            title (waiting), minutes_to_rate (waiting), by);
  return g_strdup_printf ("%s %s by %s, about %u minutes", verb, title (waiting), by,
                          minutes_to_rate (waiting));
}

static char *
say_rate_final (Waiting *waiting)
{
  return waiting->standing->meeting_open
           ? say_about_title ("Look at your ratings of TITLE again while the panel meets", waiting)
           : NULL;
}

static char *
say_confirm (Waiting *waiting)
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

/* ---- owners ---- */

static char *
say_prepare (Waiting *waiting)
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
say_answer (Waiting *waiting)
{
  return say_about_title ("Answer the panel’s question about TITLE", waiting);
}

static char *
say_resubmit (Waiting *waiting)
{
  return waiting->standing->is_owner
           ? say_about_title ("Work on TITLE and submit it again", waiting)
           : NULL;
}

static char *
say_told (Waiting *waiting)
{
  return waiting->standing->told
           ? NULL
           : say_about_title ("Tell the contributors of TITLE what changed because of them, and "
                              "record it",
                              waiting);
}

/* ---- co-chairs ---- */

static char *
say_open_meeting (Waiting *waiting)
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
say_agree (Waiting *waiting)
{
  if (waiting->standing->state == COMARK_STATE_CONDITIONAL)
    return say_about_title ("Look whether the conditions of TITLE are met", waiting);
  return say_about_title ("Go on with the meeting on TITLE", waiting);
}

static ComarkDecision *
read_decision (Waiting *waiting)
{
  ComarkDecision *decision = NULL;

  comark_decision_rows_find (waiting->desk->sql, &waiting->submission->id,
                             waiting->submission->round, &decision, &waiting->error);
  return decision;
}

static char *
say_sign (Waiting *waiting)
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
say_seal (Waiting *waiting)
{
  g_autoptr (ComarkDecision) decision = read_decision (waiting);

  if (decision == NULL || decision->sealed_at != 0 || decision->signatures->len < 2
      || strcmp (decision->sealable_day, waiting->today) > 0)
    return NULL;
  return say_about_title ("Seal the decision on TITLE: both co-chairs have signed", waiting);
}

static char *
say_settle (Waiting *waiting)
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

static char *
say_accept (Waiting *waiting)
{
  return say_about_title ("Accept TITLE for preparation, or explain that it is out of scope",
                          waiting);
}

static char *
say_complete (Waiting *waiting)
{
  return say_about_title ("Check TITLE: is everything needed there?", waiting);
}

static char *
say_form_panel (Waiting *waiting)
{
  return waiting->standing->state == COMARK_STATE_READY
           ? say_about_title ("Form the panel for TITLE", waiting)
           : NULL;
}

static char *
say_issue (Waiting *waiting)
{
  return say_about_title ("Issue the mark for TITLE", waiting);
}

static char *
say_close (Waiting *waiting)
{
  if (waiting->standing->state == COMARK_STATE_AWARDED && !waiting->standing->has_mark)
    return NULL;
  return say_about_title ("Close TITLE: the contributors have been told", waiting);
}

#define S(name) (1u << COMARK_STATE_##name)
#define PANEL_TIME \
  (S (READY) | S (IN_REVIEW) | S (CLARIFYING) | S (IN_MEETING) | S (DECIDED))
#define OUTCOMES (S (AWARDED) | S (CONDITIONAL) | S (DEFERRED) | S (NOT_YET))

static const struct
{
  ComarkAction action;
  guint states; /* when somebody waits for it */
  Say say;
  const char *place;
} chores[] = {
  { COMARK_ACTION_DECLARE_INTEREST, PANEL_TIME, say_interest, "overview" },
  { COMARK_ACTION_RATE, PANEL_TIME, say_rate, "review" },
  { COMARK_ACTION_RATE_FINAL, S (IN_MEETING), say_rate_final, "review" },
  { COMARK_ACTION_CONFIRM_EVIDENCE, PANEL_TIME | S (SUBMITTED), say_confirm, "document" },
  { COMARK_ACTION_SUBMIT, S (PREPARING), say_prepare, "form" },
  { COMARK_ACTION_ANSWER, S (CLARIFYING), say_answer, "overview" },
  { COMARK_ACTION_RESUBMIT, S (DEFERRED), say_resubmit, "form" },
  { COMARK_ACTION_RECORD_TOLD, OUTCOMES, say_told, "decision" },
  { COMARK_ACTION_OPEN_MEETING, S (IN_REVIEW), say_open_meeting, "decision" },
  { COMARK_ACTION_DECIDE, S (IN_MEETING), say_agree, "decision" },
  { COMARK_ACTION_AGREE_VALUE, S (CONDITIONAL), say_agree, "decision" },
  { COMARK_ACTION_SIGN, S (DECIDED), say_sign, "decision" },
  { COMARK_ACTION_SEAL, S (DECIDED), say_seal, "decision" },
  { COMARK_ACTION_DECIDE_EFFECT, PANEL_TIME, say_settle, "overview" },
  { COMARK_ACTION_ACCEPT, S (INTEREST), say_accept, "overview" },
  { COMARK_ACTION_COMPLETE, S (SUBMITTED), say_complete, "document" },
  { COMARK_ACTION_INVITE, S (READY), say_form_panel, "overview" },
  { COMARK_ACTION_ISSUE_MARK, S (AWARDED), say_issue, "mark" },
  { COMARK_ACTION_CLOSE, OUTCOMES, say_close, "overview" },
};

/* The action that a chore about somebody asks for, as towards somebody. */
static gboolean
may_do (const ComarkStanding *standing, ComarkAction action)
{
  ComarkStanding asked = *standing;

  asked.about_other = action == COMARK_ACTION_DECIDE_EFFECT;
  return comark_access_check (&asked, action, NULL);
}

/* ---- gathering ---- */

static void
add_chores (Waiting *waiting, GPtrArray *todos)
{
  for (guint i = 0; i < G_N_ELEMENTS (chores) && waiting->error == NULL; i++)
    {
      g_autofree char *sentence = NULL;
      ComarkTodo *todo;

      if ((chores[i].states & (1u << waiting->standing->state)) == 0
          || !may_do (waiting->standing, chores[i].action)
          || (sentence = chores[i].say (waiting)) == NULL)
        continue;
      todo = g_new0 (ComarkTodo, 1);
      todo->ref = g_strdup (waiting->submission->ref);
      todo->sentence = g_str_has_suffix (sentence, "?") ? g_steal_pointer (&sentence)
                                                        : g_strconcat (sentence, ".", NULL);
      todo->place = g_strdup (chores[i].place);
      g_ptr_array_add (todos, todo);
    }
}

/* Whether any chore could be there, before the submission itself is read. */
static gboolean
could_wait (const ComarkStanding *standing)
{
  for (guint i = 0; i < G_N_ELEMENTS (chores); i++)
    {
      if ((chores[i].states & (1u << standing->state)) != 0
          && may_do (standing, chores[i].action))
        return TRUE;
    }
  return FALSE;
}

static gboolean
add_submission (ComarkDesk *desk, const ComarkId *id, const ComarkStanding *standing,
                GPtrArray *todos, GError **error)
{
  g_autofree char *today = comark_desk_today (desk);
  g_autoptr (ComarkSubmission) submission = comark_submission_rows_get (desk->sql, id, error);
  g_autoptr (ComarkFramework) framework = NULL;
  Waiting waiting = { desk, standing, submission, NULL, today, NULL };

  if (submission == NULL || !comark_desk_finish_submission (desk, submission, standing, error)
      || (framework = comark_desk_framework_of (desk, id, error)) == NULL)
    return FALSE;
  waiting.framework = framework;
  add_chores (&waiting, todos);
  if (waiting.error == NULL)
    return TRUE;
  g_propagate_error (error, waiting.error);
  return FALSE;
}

static guint
all_chore_states (void)
{
  guint states = 0;

  for (guint i = 0; i < G_N_ELEMENTS (chores); i++)
    states |= chores[i].states;
  return states;
}

static gboolean
gather_page (ComarkDesk *desk, const ComarkId *ids, guint n, GPtrArray *todos, GError **error)
{
  g_autofree ComarkStanding *standings = comark_desk_read_standings (desk, ids, n, error);

  if (standings == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      if (could_wait (&standings[i])
          && !add_submission (desk, &ids[i], &standings[i], todos, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
gather (ComarkDesk *desk, gpointer data, GError **error)
{
  GPtrArray *todos = data;
  g_autoptr (GArray) ids = comark_desk_query_waiting (desk, all_chore_states (), error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len && todos->len < ENOUGH; i += PAGE)
    {
      if (!gather_page (desk, &g_array_index (ids, ComarkId, i), MIN (ids->len - i, PAGE), todos,
                        error))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
comark_desk_list_todo (ComarkDesk *desk, GError **error)
{
  g_autoptr (GPtrArray) todos
    = g_ptr_array_new_with_free_func ((GDestroyNotify) comark_todo_free);

  if (!comark_desk_read (desk, gather, todos, error))
    return NULL;
  return g_steal_pointer (&todos);
}
