/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-desk-todo-meetings.h"

#include <string.h>

#include "comark-desk-sitting-reading.h"
#include "comark-desk-standing.h"
#include "comark-desk-submissions.h"
#include "comark-desk-tasks.h"
#include "comark-sitting-rows.h"
#include "comark-task-rows.h"

static void
add (GPtrArray *todos, const char *ref, char *sentence)
{
  ComarkTodo *todo = g_new0 (ComarkTodo, 1);

  todo->ref = g_strdup (ref);
  todo->title = g_strdup ("");
  todo->sentence = sentence;
  todo->place = g_strdup ("meetings");
  g_ptr_array_add (todos, todo);
}

static void
add_sitting (ComarkSitting *sitting, const char *today, GPtrArray *todos)
{
  g_autofree char *day = comark_day_to_words (sitting->day);
  gboolean is_today = g_str_equal (sitting->day, today);

  if (!sitting->may_reply || g_str_equal (sitting->own_reply, "absent"))
    return;
  if (*sitting->own_reply == '\0')
    add (todos, sitting->ref,
         g_strdup_printf ("Say whether you come to the panel’s meeting on %s.", day));
  else if (is_today && *sitting->time != '\0')
    add (todos, sitting->ref,
         g_strdup_printf ("Come to the panel’s meeting today at %s.", sitting->time));
  else if (is_today)
    add (todos, sitting->ref, g_strdup ("Come to the panel’s meeting today."));
}

/* ---- what panels want done ---- */

static gboolean
add_task (ComarkDesk *desk, ComarkTask *task, GPtrArray *todos, GError **error)
{
  g_autoptr (ComarkSubmission) submission = NULL;
  g_autofree char *day = comark_day_to_words (task->due_day);
  ComarkStanding standing;
  ComarkTodo *todo;

  if (!comark_desk_read_standing (desk, &task->submission, NULL, &standing, error))
    return FALSE;
  if (!comark_desk_may_see_task (&standing, task))
    return TRUE;
  submission = comark_submission_rows_get (desk->sql, &task->submission, error);
  if (submission == NULL)
    return FALSE;
  todo = g_new0 (ComarkTodo, 1);
  todo->ref = g_strdup (submission->ref);
  todo->title = g_strdup (submission->title);
  todo->sentence = g_strdup_printf ("Do by %s for %s: %s", day, submission->title, task->what);
  todo->place = g_strdup ("decision");
  g_ptr_array_add (todos, todo);
  return TRUE;
}

static gboolean
gather_tasks (ComarkDesk *desk, GPtrArray *todos, GError **error)
{
  g_autoptr (GPtrArray) tasks = comark_task_rows_waiting (desk->sql, &desk->who->id, error);

  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    if (!add_task (desk, g_ptr_array_index (tasks, i), todos, error))
      return FALSE;
  return tasks != NULL;
}

gboolean
comark_desk_gather_meetings (ComarkDesk *desk, GPtrArray *todos, GError **error)
{
  g_autofree char *today = comark_desk_today (desk);
  g_autoptr (GPtrArray) all = NULL;
  ComarkStanding standing;

  if (!gather_tasks (desk, todos, error)
      || !comark_desk_read_standing (desk, NULL, NULL, &standing, error))
    return FALSE;
  if (!comark_access_check (&standing, COMARK_ACTION_SEE_SITTINGS, NULL))
    return TRUE;
  all = comark_sitting_rows_list (desk->sql, error);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      ComarkSitting *sitting = g_ptr_array_index (all, i);
      gboolean sees;

      if (strcmp (sitting->day, today) < 0 || !g_str_equal (sitting->state, "planned"))
        continue;
      if (!comark_desk_finish_sitting (desk, sitting, &sees, error))
        return FALSE;
      add_sitting (sitting, today, todos);
    }
  return all != NULL;
}
