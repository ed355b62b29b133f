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
} ComarkMergeSide;

/* The answer of @rating (nullable: none was given), lent by it. */
ComarkMergeSide comark_merge_side_of (ComarkRating *rating);

/* The fields in which the two differ. */
guint comark_merge_side_differs (const ComarkMergeSide *a, const ComarkMergeSide *b);

/* @base is what both began with; *merged borrows from @ours and @theirs.
 * Returns: the fields where both changed and differ: there *merged has ours */
guint comark_merge_sides (const ComarkMergeSide *base, const ComarkMergeSide *ours,
                            const ComarkMergeSide *theirs, ComarkMergeSide *merged);

/* @ours with the @fields of @theirs. */
ComarkMergeSide comark_merge_side_with (const ComarkMergeSide *ours, const ComarkMergeSide *theirs,
                                 guint fields);

G_END_DECLS
