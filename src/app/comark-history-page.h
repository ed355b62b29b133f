/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The History tab: what happened to a submission, newest first, by day. Only what the viewer may
 * know is in the dossier, so the page shows all of it.
 */
#pragma once

#include "comark-submission-tab.h"

G_BEGIN_DECLS

#define COMARK_TYPE_HISTORY_PAGE (comark_history_page_get_type ())
G_DECLARE_FINAL_TYPE (ComarkHistoryPage, comark_history_page, COMARK, HISTORY_PAGE,
                      ComarkSubmissionTab)

gboolean comark_history_page_applies (ComarkDossier *dossier);

G_END_DECLS
