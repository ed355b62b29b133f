/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What waits for one person. A chore is an act that they may do now (comark_access_check()) and
 * that somebody is waiting for; comark-desk-chores.c says which, and in what words.
 */
#include "comark-desk-submissions.h"

#include "comark-desk-chores.h"
#include "comark-desk-lists.h"
#include "comark-desk-standing.h"
#include "comark-desk-talk-reading.h"
#include "comark-practice.h"
#include "comark-seat-rows.h"
#include "comark-desk-todo-meetings.h"
#include "comark-talk-rows.h"

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
  g_free (todo->title);
  g_free (todo->sentence);
  g_free (todo->place);
  g_free (todo);
}

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
add_chores (ComarkWaiting *waiting, GPtrArray *todos)
{
  guint n_chores;
  const ComarkChore *chores = comark_chores (&n_chores);

  for (guint i = 0; i < n_chores && waiting->error == NULL; i++)
    {
      g_autofree char *sentence = NULL;
      ComarkTodo *todo;

      if ((chores[i].states & (1u << waiting->standing->state)) == 0
          || !may_do (waiting->standing, chores[i].action)
          || (sentence = chores[i].say (waiting)) == NULL)
        continue;
      todo = g_new0 (ComarkTodo, 1);
      todo->ref = g_strdup (waiting->submission->ref);
      todo->title = g_strdup (waiting->submission->title);
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
  guint n_chores;
  const ComarkChore *chores = comark_chores (&n_chores);

  for (guint i = 0; i < n_chores; i++)
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
  ComarkWaiting waiting = { desk, standing, submission, NULL, today, NULL };

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
  guint n_chores, states = 0;
  const ComarkChore *chores = comark_chores (&n_chores);

  for (guint i = 0; i < n_chores; i++)
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

/* ---- what was written to the person ---- */

/* One line a submission, however much was written. */
static gboolean
has_line (GPtrArray *todos, const char *ref, const char *sentence)
{
  for (guint i = 0; i < todos->len; i++)
    {
      ComarkTodo *todo = g_ptr_array_index (todos, i);

      if (g_str_equal (todo->ref, ref) && g_str_equal (todo->sentence, sentence))
        return TRUE;
    }
  return FALSE;
}

static void
add_talk (ComarkThread *thread, ComarkSubmission *submission, GPtrArray *todos)
{
  g_autofree char *sentence
    = thread->audience == COMARK_TALK_ADMINISTRATORS && !thread->own
        ? g_strdup_printf ("Answer what %s asks the administrators about %s.",
                           thread->begun_by_name, submission->title)
        : g_strdup_printf ("Read what was written to you about %s.", submission->title);
  ComarkTodo *todo;

  if (has_line (todos, submission->ref, sentence))
    return;
  todo = g_new0 (ComarkTodo, 1);
  todo->ref = g_strdup (submission->ref);
  todo->title = g_strdup (submission->title);
  todo->sentence = g_steal_pointer (&sentence);
  todo->place = g_strdup ("discussion");
  g_ptr_array_add (todos, todo);
}

static gboolean
gather_thread (ComarkDesk *desk, ComarkThread *thread, GPtrArray *todos, GError **error)
{
  g_autoptr (ComarkSubmission) submission = NULL;
  ComarkStanding standing;

  if (!comark_desk_read_standing (desk, &thread->submission, NULL, &standing, error))
    return FALSE;
  if (!comark_desk_may_read_thread (&standing, thread))
    return TRUE;
  submission = comark_submission_rows_get (desk->sql, &thread->submission, error);
  if (submission != NULL)
    add_talk (thread, submission, todos);
  return submission != NULL;
}

static gboolean
gather_talk (ComarkDesk *desk, GPtrArray *todos, GError **error)
{
  g_autoptr (GPtrArray) threads = NULL;
  ComarkStanding standing;

  if (!comark_desk_read_standing (desk, NULL, NULL, &standing, error))
    return FALSE;
  threads = comark_talk_rows_waiting (desk->sql, &desk->who->id,
                                      (standing.roles & COMARK_ROLE_ADMINISTRATOR) != 0, PAGE,
                                      error);
  for (guint i = 0; threads != NULL && i < threads->len; i++)
    if (!gather_thread (desk, g_ptr_array_index (threads, i), todos, error))
      return FALSE;
  return threads != NULL;
}

/* What a person has declined is closed to them, and so in no list: but for the way back. */
static gboolean
gather_declined (ComarkDesk *desk, GPtrArray *todos, GError **error)
{
  g_autoptr (GArray) ids = comark_seat_rows_list_declined (desk->sql, &desk->who->id, error);
  g_autofree ComarkStanding *standings = NULL;

  if (ids == NULL)
    return FALSE;
  standings = comark_desk_read_standings (desk, (const ComarkId *) ids->data, ids->len, error);
  for (guint i = 0; standings != NULL && i < ids->len; i++)
    if (!may_do (&standings[i], COMARK_ACTION_SEE_EXISTS) && could_wait (&standings[i])
        && !add_submission (desk, &g_array_index (ids, ComarkId, i), &standings[i], todos, error))
      return FALSE;
  return standings != NULL;
}

/* Offered as soon as somebody is on the panel of the register, so that it does not come in the
 * way of their first review. */
static gboolean
gather_practice (ComarkDesk *desk, GPtrArray *todos, GError **error)
{
  g_autoptr (ComarkPractice) practice = NULL;
  ComarkStanding standing;
  ComarkTodo *todo;

  if (!comark_desk_read_standing (desk, NULL, NULL, &standing, error))
    return FALSE;
  if (!standing.active || !standing.practice_waits || standing.kind == COMARK_KIND_NONE)
    return TRUE;
  practice = comark_practice_load_builtin (COMARK_PRACTICE_DEFAULT, error);
  if (practice == NULL)
    return FALSE;
  todo = g_new0 (ComarkTodo, 1);
  todo->ref = g_strdup ("");
  todo->title = g_strdup (practice->title);
  todo->sentence = g_strdup_printf ("Try the practice submission, %s, before your first review: "
                                    "about %u minutes, and nobody counts the answers.",
                                    practice->title, practice->minutes);
  todo->place = g_strdup (COMARK_TODO_PRACTICE);
  g_ptr_array_add (todos, todo);
  return TRUE;
}

static gboolean
gather (ComarkDesk *desk, gpointer data, GError **error)
{
  GPtrArray *todos = data;
  g_autoptr (GArray) ids = comark_desk_query_waiting (desk, all_chore_states (), error);

  if (ids == NULL || !gather_practice (desk, todos, error)
      || !comark_desk_gather_meetings (desk, todos, error)
      || !gather_talk (desk, todos, error))
    return FALSE;
  for (guint i = 0; i < ids->len && todos->len < ENOUGH; i += PAGE)
    {
      if (!gather_page (desk, &g_array_index (ids, ComarkId, i), MIN (ids->len - i, PAGE), todos,
                        error))
        return FALSE;
    }
  return gather_declined (desk, todos, error);
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
