/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One rule of a framework, as plain data: what outcomes, sealing and the ladder are made of.
 * It belongs to its ComarkFramework, lives as long as that and never changes. What a rule says
 * about agreed values is worked out in panel/comark-outcome.h.
 */
#pragma once

#include "comark-criterion.h"

G_BEGIN_DECLS

/* What a rule asks. "Chosen" criteria are those that comark_rule_chooses() names, on the route
 * of the submission, without those agreed as "does not apply". "?" is never enough for a value. */
typedef enum
{
  COMARK_RULE_VALUE,    /* all but @allow chosen criteria are agreed at @value or more */
  COMARK_RULE_EVIDENCE, /* each chosen one agreed at @value or more has @strength or better */
  COMARK_RULE_ANSWERED, /* no chosen criterion is agreed as "?" or has no agreed value */
  COMARK_RULE_RUNG,     /* the overall rung is @rung or higher */
  COMARK_RULE_SCORE,    /* the score is @score or more */
  COMARK_RULE_QUESTION, /* the panel answered @question with yes and a reason */
} ComarkRuleTest;

typedef struct
{
  ComarkRuleTest test;
  const char *id;            /* unique in the framework; "" for a condition of the ladder */
  const char *words;         /* the rule in one sentence; "" for a condition of the ladder */
  const char *const *routes; /* where it holds; empty = on every route */
  gboolean binding;          /* no majority can set it aside */

  /* Choice: all criteria, narrowed by each of these that is given. */
  const char *const *criteria; /* ids; empty = not narrowed */
  const char *const *except;   /* ids */
  const char *section;         /* "" = not narrowed */
  int tier;                    /* a ComarkTier, or -1 = not narrowed */
  gboolean confirm_required;   /* only those that need confirming */

  ComarkValue value;
  guint allow;
  ComarkStrength strength;
  guint rung;
  guint score;          /* 0..100, whole */
  const char *question; /* a ComarkQuestion's id, or "" */
  int line;
} ComarkRule;

/* TRUE if @rule is about @criterion (the route is not looked at, future criteria never are). */
gboolean comark_rule_chooses (const ComarkRule *rule, const ComarkCriterion *criterion);

/* TRUE if @rule holds on @route. */
gboolean comark_rule_is_on_route (const ComarkRule *rule, const char *route);

G_END_DECLS
