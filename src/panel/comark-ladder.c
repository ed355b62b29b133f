/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-ladder.h"

#include "comark-rule-look.h"

static gboolean
holds (const ComarkLook *look, const ComarkRule *condition)
{
  g_auto (ComarkFound) found = comark_look_at (look, condition);

  return found.passed;
}

static gboolean
all_hold (const ComarkLook *look, const ComarkPlacement *placement)
{
  for (guint i = 0; i < placement->conditions->len; i++)
    if (!holds (look, g_ptr_array_index (placement->conditions, i)))
      return FALSE;
  return TRUE;
}

const ComarkRung *
comark_ladder_place (ComarkFramework *framework, const char *route, ComarkAgreed *agreed)
{
  const ComarkLook look = { framework, route, agreed, { 0, 0, 0 }, NULL };
  const GPtrArray *placements = comark_framework_get_placements (framework);

  for (guint i = 0; i < placements->len; i++)
    {
      const ComarkPlacement *placement = g_ptr_array_index (placements, i);

      if (all_hold (&look, placement))
        return comark_framework_rung (framework, placement->rung);
    }
  return NULL;
}

GPtrArray *
comark_ladder_missing (const ComarkLook *look, guint rung)
{
  const GPtrArray *placements = comark_framework_get_placements (look->framework);
  GPtrArray *missing = g_ptr_array_new ();
  const ComarkPlacement *nearest = NULL;

  for (guint i = 0; i < placements->len; i++)
    {
      const ComarkPlacement *placement = g_ptr_array_index (placements, i);
      if (placement->rung >= rung && (nearest == NULL || placement->rung < nearest->rung))
        nearest = placement;
    }
  for (guint i = 0; nearest != NULL && i < nearest->conditions->len; i++)
    if (!holds (look, g_ptr_array_index (nearest->conditions, i)))
      g_ptr_array_add (missing, g_ptr_array_index (nearest->conditions, i));
  return missing;
}
