/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tab "Decision" of a submission: the meeting, the ratings and what is agreed on them, the
 * outcome rules, the decision, and what follows from it, one section below the other.
 */
#pragma once

#include "comark-submission-tab.h"

G_BEGIN_DECLS

#define COMARK_TYPE_DECISION_PAGE (comark_decision_page_get_type ())
G_DECLARE_FINAL_TYPE (ComarkDecisionPage, comark_decision_page, COMARK, DECISION_PAGE,
                      ComarkSubmissionTab)

gboolean comark_decision_page_applies (ComarkDossier *dossier);

G_END_DECLS
