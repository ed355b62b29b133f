/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-undo-stack.h"

#include <string.h>

#define REST_MS 1500
#define MOST_STEPS 500

struct _ComarkUndoStack
{
  GPtrArray *steps; /* ComarkUndoStep, oldest first */
  guint n_done;     /* of them; those after were undone */
  gint64 typed_at;  /* when the last one was last typed in; 0: it is closed */
};

static void
step_free (gpointer data)
{
  ComarkUndoStep *step = data;

  g_free (step->criterion);
  g_free (step->before.reason);
  g_free (step->after.reason);
  g_free (step);
}

ComarkUndoStack *
comark_undo_stack_new (void)
{
  ComarkUndoStack *self = g_new0 (ComarkUndoStack, 1);

  self->steps = g_ptr_array_new_with_free_func (step_free);
  return self;
}

void
comark_undo_stack_free (ComarkUndoStack *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->steps);
  g_free (self);
}

/* ---- what is one step ---- */

static gboolean
is_typing (const ComarkAnswer *before, const ComarkAnswer *after)
{
  return before->value == after->value && before->strength == after->strength;
}

static int
direction (const ComarkAnswer *before, const ComarkAnswer *after)
{
  return strlen (after->reason) > strlen (before->reason) ? 1 : -1;
}

/* A letter after "one. " begins something new. */
static gboolean
ended_a_sentence (const char *reason)
{
  gsize length = strlen (reason);

  return length > 0
         && (reason[length - 1] == '\n'
             || (length > 1 && reason[length - 1] == ' ' && strchr (".?!", reason[length - 2])));
}

static gboolean
goes_on (ComarkUndoStack *self, ComarkUndoStep *last, const char *criterion,
         const ComarkAnswer *before, const ComarkAnswer *after, gint64 now_ms)
{
  return self->typed_at != 0 && now_ms - self->typed_at < REST_MS && !last->is_cover
         && g_str_equal (last->criterion, criterion) && is_typing (&last->before, &last->after)
         && is_typing (before, after) && g_str_equal (last->after.reason, before->reason)
         && direction (&last->before, &last->after) == direction (before, after)
         && !(direction (before, after) > 0 && ended_a_sentence (before->reason));
}

static void
push (ComarkUndoStack *self, ComarkUndoStep *step)
{
  g_ptr_array_set_size (self->steps, (int) self->n_done);
  g_ptr_array_add (self->steps, step);
  if (self->steps->len > MOST_STEPS)
    g_ptr_array_remove_index (self->steps, 0);
  self->n_done = self->steps->len;
}

static ComarkAnswer
answer_copy (const ComarkAnswer *answer)
{
  return (ComarkAnswer) { answer->value, answer->strength, g_strdup (answer->reason) };
}

void
comark_undo_stack_push_answer (ComarkUndoStack *self, const char *criterion,
                               const ComarkAnswer *before, const ComarkAnswer *after,
                               gint64 now_ms)
{
  ComarkUndoStep *last
    = self->n_done > 0 ? g_ptr_array_index (self->steps, self->n_done - 1) : NULL;
  ComarkUndoStep *step;

  if (is_typing (before, after) && g_str_equal (before->reason, after->reason))
    return;
  if (last != NULL && self->n_done == self->steps->len
      && goes_on (self, last, criterion, before, after, now_ms))
    {
      g_free (last->after.reason);
      last->after.reason = g_strdup (after->reason);
    }
  else
    {
      step = g_new0 (ComarkUndoStep, 1);
      step->criterion = g_strdup (criterion);
      step->before = answer_copy (before);
      step->after = answer_copy (after);
      push (self, step);
    }
  self->typed_at = is_typing (before, after) ? now_ms : 0;
}

void
comark_undo_stack_push_cover (ComarkUndoStack *self, const char *criterion,
                              const ComarkId *evidence, ComarkCover before, ComarkCover after)
{
  ComarkUndoStep *step = g_new0 (ComarkUndoStep, 1);

  step->criterion = g_strdup (criterion);
  step->is_cover = TRUE;
  step->evidence = *evidence;
  step->cover_before = before;
  step->cover_after = after;
  push (self, step);
  self->typed_at = 0;
}

/* ---- back and on ---- */

const char *
comark_undo_stack_peek (ComarkUndoStack *self, gboolean back)
{
  guint index = back ? self->n_done - 1 : self->n_done;

  return index < self->steps->len
           ? ((ComarkUndoStep *) g_ptr_array_index (self->steps, index))->criterion : NULL;
}

const ComarkUndoStep *
comark_undo_stack_undo (ComarkUndoStack *self)
{
  self->typed_at = 0;
  return self->n_done > 0 ? g_ptr_array_index (self->steps, --self->n_done) : NULL;
}

const ComarkUndoStep *
comark_undo_stack_redo (ComarkUndoStack *self)
{
  self->typed_at = 0;
  return self->n_done < self->steps->len ? g_ptr_array_index (self->steps, self->n_done++) : NULL;
}

gboolean
comark_undo_stack_get_answer (ComarkUndoStack *self, const char *criterion, ComarkAnswer *answer)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->steps->len; i++)
    {
      ComarkUndoStep *step = g_ptr_array_index (self->steps, i);

      if (step->is_cover || !g_str_equal (step->criterion, criterion))
        continue;
      if (i < self->n_done)
        *answer = step->after;
      else if (!found)
        *answer = step->before;
      found = TRUE;
    }
  return found;
}

void
comark_undo_stack_forget (ComarkUndoStack *self, const char *criterion)
{
  for (guint i = self->steps->len; i-- > 0;)
    {
      ComarkUndoStep *step = g_ptr_array_index (self->steps, i);

      if (!g_str_equal (step->criterion, criterion))
        continue;
      self->n_done -= i < self->n_done;
      g_ptr_array_remove_index (self->steps, i);
    }
  self->typed_at = 0;
}
