/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tab My review: the document on one side, one criterion at a time on the other. What is
 * typed is saved a second after the last key, as a draft that nobody else sees. Before the
 * document opens, the question about interests stands in its place.
 */
#pragma once

#include "comark-submission-tab.h"

G_BEGIN_DECLS

#define COMARK_TYPE_REVIEW_PAGE (comark_review_page_get_type ())
G_DECLARE_FINAL_TYPE (ComarkReviewPage, comark_review_page, COMARK, REVIEW_PAGE,
                      ComarkSubmissionTab)

gboolean comark_review_page_applies (ComarkDossier *dossier);

/* Saves, goes to @criterion and remembers the place. */
void comark_review_page_go_to (ComarkReviewPage *self, const char *criterion);

G_END_DECLS
