/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-merge.h"

ComarkMergeSide
comark_merge_side_of (ComarkRating *rating)
{
  if (rating == NULL)
    return (ComarkMergeSide) { COMARK_VALUE_NONE, "", COMARK_STRENGTH_NONE };
  return (ComarkMergeSide) { rating->value, rating->reason ? rating->reason : "",
                             rating->strength };
}

guint
comark_merge_side_differs (const ComarkMergeSide *a, const ComarkMergeSide *b)
{
  guint fields = 0;

  fields |= a->value != b->value ? COMARK_MERGE_VALUE : 0;
  fields |= g_strcmp0 (a->reason, b->reason) != 0 ? COMARK_MERGE_REASON : 0;
  fields |= a->strength != b->strength ? COMARK_MERGE_STRENGTH : 0;
  return fields;
}

ComarkMergeSide
comark_merge_side_with (const ComarkMergeSide *ours, const ComarkMergeSide *theirs, guint fields)
{
  ComarkMergeSide answer = *ours;

  if (fields & COMARK_MERGE_VALUE)
    answer.value = theirs->value;
  if (fields & COMARK_MERGE_REASON)
    answer.reason = theirs->reason;
  if (fields & COMARK_MERGE_STRENGTH)
    answer.strength = theirs->strength;
  return answer;
}

guint
comark_merge_sides (const ComarkMergeSide *base, const ComarkMergeSide *ours,
                      const ComarkMergeSide *theirs, ComarkMergeSide *merged)
{
  guint they_changed = comark_merge_side_differs (base, theirs)
                       & comark_merge_side_differs (ours, theirs);
  guint we_changed = comark_merge_side_differs (base, ours);

  *merged = comark_merge_side_with (ours, theirs, they_changed & ~we_changed);
  return they_changed & we_changed;
}
