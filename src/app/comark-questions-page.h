/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Questions to the owner: the co-chairs look through them and send them in one round, the owner
 * answers, everybody reads.
 */
#pragma once

#include "comark-submission-tab.h"

G_BEGIN_DECLS

#define COMARK_TYPE_QUESTIONS_PAGE (comark_questions_page_get_type ())
G_DECLARE_FINAL_TYPE (ComarkQuestionsPage, comark_questions_page, COMARK, QUESTIONS_PAGE,
                      ComarkSubmissionTab)

gboolean comark_questions_page_applies (ComarkDossier *dossier);

G_END_DECLS
