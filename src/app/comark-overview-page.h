/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The Overview tab: how far a submission is, what comes next and what the viewer can do for it,
 * what it is, who has to do with it, and when.
 */
#pragma once

#include "comark-submission-tab.h"

G_BEGIN_DECLS

#define COMARK_TYPE_OVERVIEW_PAGE (comark_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (ComarkOverviewPage, comark_overview_page, COMARK, OVERVIEW_PAGE,
                      ComarkSubmissionTab)

/* Whoever may know of a submission has an overview of it. */
gboolean comark_overview_page_applies (ComarkDossier *dossier);

G_END_DECLS
