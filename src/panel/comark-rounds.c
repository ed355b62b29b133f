/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-rounds.h"

/* The places of one kind (or of all but experts), beginning @round further on.
 * Returns: how many there are */
static guint
fill_group (const ComarkMemberKind *kinds, guint n, gboolean experts, guint round, guint *group)
{
  g_autofree guint *places = g_new0 (guint, MAX (n, 1));
  guint n_places = 0;

  for (guint i = 0; i < n; i++)
    if ((kinds[i] == COMARK_KIND_EXPERT) == experts)
      places[n_places++] = i;
  for (guint i = 0; i < n_places; i++)
    group[i] = places[(i + round) % n_places];
  return n_places;
}

void
comark_rounds_order (const ComarkMemberKind *kinds, guint n, guint round, guint *order)
{
  g_autofree guint *experts = g_new0 (guint, MAX (n, 1));
  g_autofree guint *others = g_new0 (guint, MAX (n, 1));
  guint n_experts = fill_group (kinds, n, TRUE, round / 2, experts);
  guint n_others = fill_group (kinds, n, FALSE, round / 2, others);
  guint at_expert = 0, at_other = 0;

  for (guint i = 0; i < n; i++)
    {
      gboolean expert_next = (i + round) % 2 == 0;

      if ((expert_next && at_expert < n_experts) || at_other == n_others)
        order[i] = experts[at_expert++];
      else
        order[i] = others[at_other++];
    }
}
