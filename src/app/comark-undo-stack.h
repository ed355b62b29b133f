/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was done to a review in this window, step by step, over all criteria: an answer changed, or
 * what is said of an evidence item. Letters that are typed one after the other are one step, until
 * the person rests, ends a sentence, or turns from writing to deleting. No widgets.
 */
#pragma once

#include "comark-id.h"
#include "comark-types.h"

G_BEGIN_DECLS

typedef struct
{
  ComarkValue value;
  ComarkStrength strength;
  char *reason;
} ComarkAnswer;

typedef struct
{
  char *criterion;
  gboolean is_cover; /* then only the next three count, else the two after them */
  ComarkId evidence;
  ComarkCover cover_before;
  ComarkCover cover_after;
  ComarkAnswer before;
  ComarkAnswer after;
} ComarkUndoStep;

typedef struct _ComarkUndoStack ComarkUndoStack;

ComarkUndoStack *comark_undo_stack_new (void);
void comark_undo_stack_free (ComarkUndoStack *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkUndoStack, comark_undo_stack_free)

/* The person changed an answer. @now_ms: any clock that only goes on. */
void comark_undo_stack_push_answer (ComarkUndoStack *self, const char *criterion,
                                    const ComarkAnswer *before, const ComarkAnswer *after,
                                    gint64 now_ms);
void comark_undo_stack_push_cover (ComarkUndoStack *self, const char *criterion,
                                   const ComarkId *evidence, ComarkCover before,
                                   ComarkCover after);

/* Which criterion going a step @back (else on) is about. Returns: (transfer none) (nullable) */
const char *comark_undo_stack_peek (ComarkUndoStack *self, gboolean back);

/* Goes one step back: its "before" is to stand again. Goes one on: its "after".
 * Returns: (transfer none) (nullable) until the stack is next changed */
const ComarkUndoStep *comark_undo_stack_undo (ComarkUndoStack *self);
const ComarkUndoStep *comark_undo_stack_redo (ComarkUndoStack *self);

/* The answer that stands at @criterion if nobody else has written there: the one that the last
 * step that was not taken back made, or else the one before the first. FALSE where no step is
 * about it. */
gboolean comark_undo_stack_get_answer (ComarkUndoStack *self, const char *criterion,
                                       ComarkAnswer *answer /* borrowed */);

/* Somebody else has changed @criterion: nothing there can be undone any more. */
void comark_undo_stack_forget (ComarkUndoStack *self, const char *criterion);

G_END_DECLS
