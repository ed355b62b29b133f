/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-submission-tabs.h"

#include <glib/gi18n.h>

#include "comark-decision-page.h"
#include "comark-discussion-page.h"
#include "comark-document-page.h"
#include "comark-form-page.h"
#include "comark-history-page.h"
#include "comark-mark-page.h"
#include "comark-meeting-page.h"
#include "comark-overview-page.h"
#include "comark-questions-page.h"
#include "comark-review-page.h"

static const ComarkSubmissionTabKind kinds[] = {
  { "overview", N_("Overview"), "dialog-information-symbolic", comark_overview_page_get_type,
    comark_overview_page_applies },
  { "form", N_("Prepare"), "document-properties-symbolic", comark_form_page_get_type,
    comark_form_page_applies },
  { "document", N_("Document and evidence"), "x-office-document-symbolic",
    comark_document_page_get_type, comark_document_page_applies, .at_home = TRUE },
  { "review", N_("My review"), "document-edit-symbolic", comark_review_page_get_type,
    comark_review_page_applies, .at_home = TRUE },
  { "questions", N_("Questions"), "dialog-question-symbolic", comark_questions_page_get_type,
    comark_questions_page_applies },
  { "discussion", N_("Discussion"), "chat-message-new-symbolic", comark_discussion_page_get_type,
    comark_discussion_page_applies, comark_discussion_page_count },
  { "meeting", N_("Meeting"), "x-office-calendar-symbolic", comark_meeting_page_get_type,
    comark_meeting_page_applies },
  { "decision", N_("Decision"), "object-select-symbolic", comark_decision_page_get_type,
    comark_decision_page_applies },
  { "mark", N_("Mark"), "starred-symbolic", comark_mark_page_get_type, comark_mark_page_applies },
  { "history", N_("History"), "document-open-recent-symbolic", comark_history_page_get_type,
    comark_history_page_applies },
  { NULL },
};

const ComarkSubmissionTabKind *
comark_submission_tab_kinds (guint *n_kinds)
{
  *n_kinds = G_N_ELEMENTS (kinds) - 1;
  return kinds;
}
