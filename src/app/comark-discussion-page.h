/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tab Discussion: the threads that the viewer may read, the one last spoken in first as the
 * page is opened; from then on everything keeps its place. What has been in view for two seconds
 * counts as read.
 */
#pragma once

#include "comark-submission-tab.h"

G_BEGIN_DECLS

#define COMARK_TYPE_DISCUSSION_PAGE (comark_discussion_page_get_type ())
G_DECLARE_FINAL_TYPE (ComarkDiscussionPage, comark_discussion_page, COMARK, DISCUSSION_PAGE,
                      ComarkSubmissionTab)

/* There is something to read, or somebody to write to. */
gboolean comark_discussion_page_applies (ComarkDossier *dossier);

/* How many messages the viewer has not read. */
guint comark_discussion_page_count (ComarkDossier *dossier);

G_END_DECLS
