/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-merge.h"

ComarkAnswer
comark_answer_of (ComarkRating *rating)
{
  if (rating == NULL)
    return (ComarkAnswer) { COMARK_VALUE_NONE, "", COMARK_STRENGTH_NONE };
  return (ComarkAnswer) { rating->value, rating->reason ? rating->reason : "", rating->strength };
}

guint
comark_answer_differs (const ComarkAnswer *a, const ComarkAnswer *b)
{
  guint fields = 0;

  fields |= a->value != b->value ? COMARK_MERGE_VALUE : 0;
  fields |= g_strcmp0 (a->reason, b->reason) != 0 ? COMARK_MERGE_REASON : 0;
  fields |= a->strength != b->strength ? COMARK_MERGE_STRENGTH : 0;
  return fields;
}

ComarkAnswer
comark_answer_with (const ComarkAnswer *ours, const ComarkAnswer *theirs, guint fields)
{
  ComarkAnswer answer = *ours;

  if (fields & COMARK_MERGE_VALUE)
    answer.value = theirs->value;
  if (fields & COMARK_MERGE_REASON)
    answer.reason = theirs->reason;
  if (fields & COMARK_MERGE_STRENGTH)
    answer.strength = theirs->strength;
  return answer;
}

guint
comark_merge_answers (const ComarkAnswer *base, const ComarkAnswer *ours,
                      const ComarkAnswer *theirs, ComarkAnswer *merged)
{
  guint they_changed = comark_answer_differs (base, theirs) & comark_answer_differs (ours, theirs);
  guint we_changed = comark_answer_differs (base, ours);

  *merged = comark_answer_with (ours, theirs, they_changed & ~we_changed);
  return they_changed & we_changed;
}
