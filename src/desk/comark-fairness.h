/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a panel should look at once more before it decides: whether everybody was heard, on the
 * document as it is now, with both kinds in the room. Nothing here forbids a decision: what must
 * hold is asked by the guards of comark-workflow.h and the rules of the outcome.
 */
#pragma once

#include "comark-dossier.h"

G_BEGIN_DECLS

/* Where a point is looked after. */
typedef enum
{
  COMARK_FAIRNESS_AT_PANEL,     /* who is on it, who is here */
  COMARK_FAIRNESS_AT_CRITERION, /* one row of the grid of criteria */
  COMARK_FAIRNESS_AT_DOCUMENT,
  COMARK_FAIRNESS_AT_DISCUSSION,
} ComarkFairnessPlace;

typedef struct
{
  const char *id; /* "quorum", "not-agreed", "no-words", "not-heard", "older-version",
                   * "not-answered", "interest", "ask-again"; static */
  char *sentence; /* what it is and what can be done */
  ComarkFairnessPlace place;
  const char *criterion; /* for AT_CRITERION; borrowed from the dossier's framework; else NULL */
} ComarkFairnessPoint;

/* The points in the order above; empty when there is nothing to look at. Names nobody: being late
 * or having an interest is nothing to be shown up with. Empty, too, for a viewer who may not see
 * what the panel agrees. Pure.
 * Returns: (transfer full) (element-type ComarkFairnessPoint) */
GPtrArray *comark_fairness_check (ComarkDossier *dossier);

G_END_DECLS
