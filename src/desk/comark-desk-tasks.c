/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-desk-tasks.h"

#include "comark-desk-case.h"
#include "comark-desk-standing.h"
#include "comark-desk-text.h"
#include "comark-standing-rows.h"
#include "comark-task-rows.h"

/* ---- who sees what ---- */

gboolean
comark_desk_may_see_task (const ComarkStanding *standing, ComarkTask *task)
{
  ComarkStanding asked = *standing;

  asked.carries_task = task->own;
  return comark_access_check (&asked, COMARK_ACTION_SEE_TASKS, NULL)
         || comark_access_check (&asked, COMARK_ACTION_SEE_OWN_TASK, NULL);
}

GPtrArray *
comark_desk_read_tasks (ComarkDesk *desk, const ComarkId *submission,
                        const ComarkStanding *standing, GError **error)
{
  g_autoptr (GPtrArray) all = comark_task_rows_list (desk->sql, &desk->who->id, submission, error);
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (comark_desk_may_see_task (standing, g_ptr_array_index (all, i)))
      g_ptr_array_add (seen, g_object_ref (g_ptr_array_index (all, i)));
  return all != NULL ? g_steal_pointer (&seen) : NULL;
}

/* ---- noting ---- */

typedef struct
{
  const char *ref;
  const char *what;
  const ComarkId *carrier;
  const char *due_day;
  ComarkId id;
  gboolean done;
} Task;

/* A task tells its carrier that the submission exists. */
static gboolean
check_carrier (ComarkCase *self, const ComarkId *carrier, GError **error)
{
  ComarkStanding theirs = { 0 };

  if (!comark_standing_rows_person (self->desk->sql, carrier, &theirs, error)
      || !comark_standing_rows_submissions (self->desk->sql, carrier, &self->id, 1, &theirs,
                                            error))
    return FALSE;
  if (comark_access_check (&theirs, COMARK_ACTION_SEE_EXISTS, NULL))
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                             "Choose somebody who has to do with this submission: its owner, the "
                             "panel or an administrator.");
}

static gboolean
note_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Task *task = data;
  g_autoptr (ComarkCase) self
    = comark_case_open (desk, task->ref, COMARK_ACTION_NOTE_TASK, NULL, error);

  return self != NULL && check_carrier (self, task->carrier, error)
         && comark_task_rows_add (desk->sql, &task->id, &self->id, task->what, task->carrier,
                                  task->due_day, &desk->who->id, comark_desk_now_ms (desk), error)
         && comark_case_log (self, "note-task", &task->id, "what carrier due", task->what, error);
}

gboolean
comark_desk_note_task (ComarkDesk *desk, const char *ref, const char *what,
                       const ComarkId *carrier, const char *due_day, GError **error)
{
  Task task = { ref, what, carrier, due_day, comark_desk_row_id (desk), FALSE };

  if (due_day == NULL || !comark_day_is_valid (due_day))
    return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                               "Say by when it is to be done. Write the day like 2026-12-25.");
  return comark_desk_need_text ("What is to be done", what, error)
         && comark_desk_write (desk, "note-task", note_step, &task, error);
}

/* ---- done, or taken off ---- */

static gboolean
no_such (GError **error)
{
  return comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                             "There is no such action in your list on this submission.");
}

static ComarkTask *
find_task (ComarkCase *self, const ComarkId *id, ComarkStanding *standing, GError **error)
{
  g_autoptr (ComarkTask) task = NULL;

  if (!comark_desk_read_standing (self->desk, &self->id, NULL, standing, error)
      || !comark_task_rows_find (self->desk->sql, &self->desk->who->id, &self->id, id, &task,
                                 error))
    return NULL;
  if (task != NULL && comark_desk_may_see_task (standing, task))
    return g_steal_pointer (&task);
  no_such (error);
  return NULL;
}

static gboolean
finish_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Task *asked = data;
  g_autoptr (ComarkCase) self
    = comark_case_open (desk, asked->ref, COMARK_ACTION_SEE_EXISTS, NULL, error);
  ComarkStanding standing;
  g_autoptr (ComarkTask) task
    = self != NULL ? find_task (self, &asked->id, &standing, error) : NULL;

  if (task == NULL)
    return FALSE;
  standing.carries_task = task->own;
  return comark_desk_check_standing (&standing, COMARK_ACTION_FINISH_TASK, error)
         && comark_task_rows_finish (desk->sql, &task->id, asked->done ? &desk->who->id : NULL,
                                     comark_desk_now_ms (desk), error)
         && comark_case_log (self, asked->done ? "finish-task" : "reopen-task", &task->id, "done",
                             NULL, error);
}

gboolean
comark_desk_finish_task (ComarkDesk *desk, const char *ref, const ComarkId *task, gboolean done,
                         GError **error)
{
  Task asked = { .ref = ref, .id = *task, .done = done };

  return comark_desk_write (desk, "finish-task", finish_step, &asked, error);
}

static gboolean
remove_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Task *asked = data;
  g_autoptr (ComarkCase) self
    = comark_case_open (desk, asked->ref, COMARK_ACTION_NOTE_TASK, NULL, error);
  ComarkStanding standing;
  g_autoptr (ComarkTask) task
    = self != NULL ? find_task (self, &asked->id, &standing, error) : NULL;

  return task != NULL
         && comark_task_rows_remove (desk->sql, &task->id, comark_desk_now_ms (desk), error)
         && comark_case_log (self, "remove-task", &task->id, "removed", NULL, error);
}

gboolean
comark_desk_remove_task (ComarkDesk *desk, const char *ref, const ComarkId *task, GError **error)
{
  Task asked = { .ref = ref, .id = *task };

  return comark_desk_write (desk, "remove-task", remove_step, &asked, error);
}
