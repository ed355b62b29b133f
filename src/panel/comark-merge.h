/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two answers to one criterion that began as the same one, put together field by field. What only
 * one side changed is taken; where both changed to different things nobody can say which is meant,
 * so ours stays and the field is named. Pure functions.
 */
#pragma once

#include "comark-review.h"

G_BEGIN_DECLS

/* The fields of an answer. A set. */
typedef enum
{
  COMARK_MERGE_VALUE = 1 << 0,
  COMARK_MERGE_REASON = 1 << 1,
  COMARK_MERGE_STRENGTH = 1 << 2,
} ComarkMergeField;

typedef struct
{
  ComarkValue value;
  const char *reason; /* borrowed, never NULL */
  ComarkStrength strength;
} ComarkAnswer;

/* The answer of @rating (nullable: none was given), lent by it. */
ComarkAnswer comark_answer_of (ComarkRating *rating);

/* The fields in which the two differ. */
guint comark_answer_differs (const ComarkAnswer *a, const ComarkAnswer *b);

/* @base is what both began with; *merged borrows from @ours and @theirs.
 * Returns: the fields where both changed and differ: there *merged has ours */
guint comark_merge_answers (const ComarkAnswer *base, const ComarkAnswer *ours,
                            const ComarkAnswer *theirs, ComarkAnswer *merged);

/* @ours with the @fields of @theirs. */
ComarkAnswer comark_answer_with (const ComarkAnswer *ours, const ComarkAnswer *theirs,
                                 guint fields);

G_END_DECLS
