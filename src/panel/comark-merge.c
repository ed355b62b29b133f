/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-merge.h"

ComarkWording
comark_wording_of (ComarkRating *rating)
{
  if (rating == NULL)
    return (ComarkWording) { COMARK_VALUE_NONE, "", COMARK_STRENGTH_NONE };
  return (ComarkWording) { rating->value, rating->reason ? rating->reason : "", rating->strength };
}

guint
comark_wording_differs (const ComarkWording *a, const ComarkWording *b)
{
  guint fields = 0;

  fields |= a->value != b->value ? COMARK_MERGE_VALUE : 0;
  fields |= g_strcmp0 (a->reason, b->reason) != 0 ? COMARK_MERGE_REASON : 0;
  fields |= a->strength != b->strength ? COMARK_MERGE_STRENGTH : 0;
  return fields;
}

ComarkWording
comark_wording_with (const ComarkWording *ours, const ComarkWording *theirs, guint fields)
{
  ComarkWording answer = *ours;

  if (fields & COMARK_MERGE_VALUE)
    answer.value = theirs->value;
  if (fields & COMARK_MERGE_REASON)
    answer.reason = theirs->reason;
  if (fields & COMARK_MERGE_STRENGTH)
    answer.strength = theirs->strength;
  return answer;
}

guint
comark_merge_wordings (const ComarkWording *base, const ComarkWording *ours,
                      const ComarkWording *theirs, ComarkWording *merged)
{
  guint they_changed = comark_wording_differs (base, theirs) & comark_wording_differs (ours, theirs);
  guint we_changed = comark_wording_differs (base, ours);

  *merged = comark_wording_with (ours, theirs, they_changed & ~we_changed);
  return they_changed & we_changed;
}
