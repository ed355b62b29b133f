/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-rule.h"

static gboolean
is_narrowed_to (const char *const *list, const char *id)
{
  return list[0] == NULL || g_strv_contains (list, id);
}

gboolean
comark_rule_chooses (const ComarkRule *rule, const ComarkCriterion *criterion)
{
  if (criterion->future || g_strv_contains (rule->except, criterion->id))
    return FALSE;
  if (rule->tier >= 0 && rule->tier != (int) criterion->tier)
    return FALSE;
  if (rule->section[0] != '\0' && !g_str_equal (rule->section, criterion->section))
    return FALSE;
  if (rule->confirm_required && !criterion->confirm_required)
    return FALSE;
  return is_narrowed_to (rule->criteria, criterion->id);
}

gboolean
comark_rule_is_on_route (const ComarkRule *rule, const char *route)
{
  return route != NULL && is_narrowed_to (rule->routes, route);
}
