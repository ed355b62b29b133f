/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-criterion.h"

static const char *const tier_nicks[] = { "essential", "expected", "stretch" };
static const char *const tier_words[] = { "Essential", "Expected", "Stretch" };

const char *
comark_tier_nick (ComarkTier tier)
{
  g_return_val_if_fail ((guint) tier < G_N_ELEMENTS (tier_nicks), tier_nicks[0]);

  return tier_nicks[tier];
}

gboolean
comark_tier_from_nick (const char *nick, ComarkTier *out)
{
  for (guint i = 0; nick != NULL && i < G_N_ELEMENTS (tier_nicks); i++)
    if (g_str_equal (nick, tier_nicks[i]))
      {
        *out = (ComarkTier) i;
        return TRUE;
      }
  return FALSE;
}

const char *
comark_tier_words (ComarkTier tier)
{
  g_return_val_if_fail ((guint) tier < G_N_ELEMENTS (tier_words), tier_words[0]);

  return tier_words[tier];
}

const char *
comark_criterion_anchor (const ComarkCriterion *criterion, ComarkValue value)
{
  for (guint i = 0; i < criterion->anchors->len; i++)
    {
      const ComarkAnchor *anchor = g_ptr_array_index (criterion->anchors, i);

      if (anchor->value == value)
        return anchor->text;
    }
  return NULL;
}

gboolean
comark_criterion_is_on_route (const ComarkCriterion *criterion, const char *route)
{
  return !criterion->future && route != NULL && g_strv_contains (criterion->routes, route);
}
