/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One rule looked at, for comark-ladder.c and comark-outcome.c alone: what it finds, and the
 * sentence that says so.
 */
#pragma once

#include "comark-outcome.h"

G_BEGIN_DECLS

/* What rules are looked at with. All borrowed. */
typedef struct
{
  ComarkFramework *framework;
  const char *route;
  ComarkAgreed *agreed;
  ComarkScore score;
  const ComarkRung *rung; /* (nullable) */
} ComarkLook;

/* What looking found. */
typedef struct
{
  gboolean passed;
  guint n_chosen;    /* criteria that the rule is about and that apply */
  GPtrArray *missed; /* of const ComarkCriterion *: those that miss it */
} ComarkFound;

void comark_found_clear (ComarkFound *found);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ComarkFound, comark_found_clear)

/* What is agreed for @criterion; COMARK_VALUE_NONE too if the framework does not accept it. */
ComarkValue comark_look_value (const ComarkLook *look, const ComarkCriterion *criterion);

/* Returns: to be cleared with comark_found_clear() */
ComarkFound comark_look_at (const ComarkLook *look, const ComarkRule *rule);

/* The sentence of ComarkRuleResult.why. Returns: (transfer full) */
char *comark_look_why (const ComarkLook *look, const ComarkRule *rule, const ComarkFound *found);

/* The first placement on @rung or higher, and what misses its conditions: for a submission that
 * is to reach that rung. Returns: (transfer container) array of const ComarkRule * */
GPtrArray *comark_ladder_missing (const ComarkLook *look, guint rung);

G_END_DECLS
