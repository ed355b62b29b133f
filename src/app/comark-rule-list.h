/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One outcome of the framework with all its rules, each passed or not and why, folded up until it
 * is opened.
 */
#pragma once

#include <adwaita.h>

#include "comark-outcome.h"

G_BEGIN_DECLS

#define COMARK_TYPE_RULE_LIST (comark_rule_list_get_type ())
G_DECLARE_FINAL_TYPE (ComarkRuleList, comark_rule_list, COMARK, RULE_LIST, AdwBin)

GtkWidget *comark_rule_list_new (void);

/* Shows @result; unfolded or not stays as it is. */
void comark_rule_list_set (ComarkRuleList *self, const ComarkOutcomeResult *result);

/* Unfolds it, unless the person has folded or unfolded it themselves. */
void comark_rule_list_unfold (ComarkRuleList *self, gboolean unfolded);

/* "✓ Passed. RULE WHY" as a label. Returns: (transfer floating) */
GtkWidget *comark_rule_list_line (const ComarkRuleResult *rule);

G_END_DECLS
