/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From agreed values to an outcome. The rules are the framework's data; the answer is every rule
 * of every outcome with its result and, in a sentence, why. The report is immutable, holds its
 * framework, and may be read from any thread.
 */
#pragma once

#include "comark-agreed.h"
#include "comark-score.h"

G_BEGIN_DECLS

/* One rule looked at. */
typedef struct
{
  const ComarkRule *rule;
  gboolean passed;
  const char *why;             /* a sentence or two: what was found, and the remedy if not passed */
  const char *const *criteria; /* ids of the criteria that miss it, in order; ends in NULL. A
                                * passed rule that allows some to miss it names those */
} ComarkRuleResult;

/* One outcome looked at. Rules that do not hold on the route are left out. */
typedef struct
{
  const ComarkOutcome *outcome;
  gboolean passed;        /* every rule passed */
  const GPtrArray *rules; /* of const ComarkRuleResult * */
} ComarkOutcomeResult;

typedef struct
{
  const ComarkSection *section;
  ComarkScore score;
} ComarkSectionScore;

#define COMARK_TYPE_OUTCOME_REPORT (comark_outcome_report_get_type ())
G_DECLARE_FINAL_TYPE (ComarkOutcomeReport, comark_outcome_report, COMARK, OUTCOME_REPORT, GObject)

/* Looks at every rule of every outcome. @route: id of a route of @framework. A value that the
 * framework does not accept counts as not agreed, and the rules say so.
 * Returns: (transfer full) */
ComarkOutcomeReport *comark_outcome_evaluate (ComarkFramework *framework, const char *route,
                                              ComarkAgreed *agreed);

ComarkFramework *comark_outcome_report_get_framework (ComarkOutcomeReport *self);
const char *comark_outcome_report_get_route (ComarkOutcomeReport *self);

/* In file order, of const ComarkOutcomeResult *. */
const GPtrArray *comark_outcome_report_get_outcomes (ComarkOutcomeReport *self);

/* Returns: (nullable): NULL if the framework has no outcome with this id */
const ComarkOutcomeResult *comark_outcome_report_find (ComarkOutcomeReport *self,
                                                       const char *outcome);

/* The first outcome whose rules all pass. Never NULL: a framework has one without rules. */
const ComarkOutcome *comark_outcome_report_get_reached (ComarkOutcomeReport *self);

const ComarkScore *comark_outcome_report_get_score (ComarkOutcomeReport *self);

/* Sections with at least one criterion on the route, of const ComarkSectionScore *. The score is
 * shown beside this, never alone. */
const GPtrArray *comark_outcome_report_get_sections (ComarkOutcomeReport *self);

/* Returns: (nullable) */
const ComarkRung *comark_outcome_report_get_rung (ComarkOutcomeReport *self);

/* What every outcome needs before it is sealed, of const ComarkRuleResult *. */
const GPtrArray *comark_outcome_report_get_sealing (ComarkOutcomeReport *self);

/* Whether @outcome (an id; NULL = the one reached) may be sealed: every criterion has an agreed
 * value, the sealing rules pass, and so do the outcome's own binding rules. It does not ask
 * whether the outcome is the one reached: that needs the double majority, elsewhere.
 * *why: (out) (optional) (transfer full): the first reason against, set when FALSE */
gboolean comark_outcome_report_can_seal (ComarkOutcomeReport *self, const char *outcome,
                                         char **why);

G_END_DECLS
