/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tab "Meeting": who is here with the lights of quorum and parity, then rounds, then mapping.
 */
#pragma once

#include "comark-submission-tab.h"

G_BEGIN_DECLS

#define COMARK_TYPE_MEETING_PAGE (comark_meeting_page_get_type ())
G_DECLARE_FINAL_TYPE (ComarkMeetingPage, comark_meeting_page, COMARK, MEETING_PAGE,
                      ComarkSubmissionTab)

gboolean comark_meeting_page_applies (ComarkDossier *dossier);

G_END_DECLS
