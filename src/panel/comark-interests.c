/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-interests.h"

static gboolean
took_part (ComarkInterestKind kind, gboolean is_contributor)
{
  return is_contributor || kind == COMARK_INTEREST_TOOK_PART;
}

static gboolean
is_interest (ComarkInterestKind kind)
{
  return kind != COMARK_INTEREST_UNANSWERED && kind != COMARK_INTEREST_NONE;
}

ComarkInterestEffect
comark_interests_default_effect (ComarkInterestKind kind)
{
  switch (kind)
    {
    case COMARK_INTEREST_NONE:
      return COMARK_EFFECT_OPEN;
    case COMARK_INTEREST_FINANCIAL:
    case COMARK_INTEREST_CLOSE_PERSON:
      return COMARK_EFFECT_LEAVES;
    case COMARK_INTEREST_TOOK_PART:
      /* heard as a confirmer, never as a voter */
      return COMARK_EFFECT_SPEAKS;
    case COMARK_INTEREST_UNANSWERED:
    case COMARK_INTEREST_PROFESSIONAL:
    case COMARK_INTEREST_RECEIVED_CARE:
    case COMARK_INTEREST_PUBLIC_POSITION:
    case COMARK_INTEREST_LINK:
      /* "a link" must not be told from care by what it does */
      return COMARK_EFFECT_UNDECIDED;
    }
  return COMARK_EFFECT_UNDECIDED;
}

gboolean
comark_interests_effect_is_possible (ComarkInterestKind kind, gboolean is_contributor,
                                     ComarkInterestEffect effect)
{
  switch (effect)
    {
    case COMARK_EFFECT_OPEN:
      return kind != COMARK_INTEREST_UNANSWERED && !took_part (kind, is_contributor);
    case COMARK_EFFECT_SPEAKS:
    case COMARK_EFFECT_LEAVES:
      return kind != COMARK_INTEREST_UNANSWERED;
    case COMARK_EFFECT_UNDECIDED:
      break;
    }
  return FALSE;
}

gboolean
comark_interests_hides (ComarkInterestKind kind, ComarkInterestEffect effect)
{
  return is_interest (kind)
         && (effect == COMARK_EFFECT_UNDECIDED || effect == COMARK_EFFECT_LEAVES);
}

gboolean
comark_interests_may_rate (ComarkInterestKind kind, ComarkInterestEffect effect,
                           gboolean is_contributor)
{
  if (kind == COMARK_INTEREST_UNANSWERED || took_part (kind, is_contributor))
    return FALSE;
  return kind == COMARK_INTEREST_NONE || effect == COMARK_EFFECT_OPEN;
}

gboolean
comark_interests_is_current (ComarkInterestKind kind, guint answered_version, guint version,
                             guint answered_contributors, guint contributors)
{
  return kind != COMARK_INTEREST_UNANSWERED && answered_version == version
         && answered_contributors == contributors;
}

const char *
comark_interests_banner (ComarkInterestKind kind, ComarkInterestEffect effect,
                         gboolean is_contributor, gboolean is_current)
{
  if (took_part (kind, is_contributor))
    return "You took part in making this, so you do not rate it. The panel is glad to hear you "
           "as someone who was there.";
  if (kind == COMARK_INTEREST_UNANSWERED)
    return "Before you read: do you have an interest in this? Please answer first.";
  if (!is_current)
    return "Something changed since you answered about interests: a new version, or a newly "
           "named contributor. Please answer again before you go on.";
  if (kind == COMARK_INTEREST_NONE)
    return NULL;
  switch (effect)
    {
    case COMARK_EFFECT_OPEN:
      return "You declared an interest. The co-chairs know of it and you take part in everything.";
    case COMARK_EFFECT_SPEAKS:
      return "You declared an interest. You may read this and speak about it; you do not rate it.";
    case COMARK_EFFECT_LEAVES:
      return "You declared an interest, so you leave this one to the others.";
    case COMARK_EFFECT_UNDECIDED:
      return "You declared an interest. The co-chairs will tell you how you can take part.";
    }
  return NULL;
}

const char *
comark_interests_effect_words (ComarkInterestEffect effect)
{
  switch (effect)
    {
    case COMARK_EFFECT_OPEN:
      return "Declared openly; takes part in everything";
    case COMARK_EFFECT_SPEAKS:
      return "May read and speak, does not rate";
    case COMARK_EFFECT_LEAVES:
      return "Leaves this one to the others";
    case COMARK_EFFECT_UNDECIDED:
      break;
    }
  return "Waiting for the co-chairs";
}
