/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of a submission can be found by search. Called inside the steps of the acts that write
 * the same words. Reviews, ratings and talk are never indexed.
 */
#pragma once

#include "comark-desk.h"
#include "comark-document.h"
#include "comark-evidence.h"
#include "comark-submission.h"

G_BEGIN_DECLS

gboolean comark_desk_index_details (ComarkDesk *desk, ComarkSubmission *submission,
                                    GError **error);
gboolean comark_desk_index_statement (ComarkDesk *desk, const ComarkId *submission,
                                      const char *criterion, const char *body, GError **error);
gboolean comark_desk_index_evidence (ComarkDesk *desk, const ComarkId *submission,
                                     ComarkEvidence *evidence, GError **error);
/* @text (nullable): what the document says. Versions before it are no longer found. */
gboolean comark_desk_index_document (ComarkDesk *desk, const ComarkId *submission,
                                     ComarkDocument *document, const char *text, GError **error);

G_END_DECLS
