/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tab Document and evidence: the files, page by page, and beside them the list of evidence:
 * what each item is, when it is from, and which criteria it speaks to.
 */
#pragma once

#include "comark-submission-tab.h"

G_BEGIN_DECLS

#define COMARK_TYPE_DOCUMENT_PAGE (comark_document_page_get_type ())
G_DECLARE_FINAL_TYPE (ComarkDocumentPage, comark_document_page, COMARK, DOCUMENT_PAGE,
                      ComarkSubmissionTab)

gboolean comark_document_page_applies (ComarkDossier *dossier);

/* Shows the file with this hash, if the dossier has it. */
void comark_document_page_show_file (ComarkDocumentPage *self, const char *hash);

G_END_DECLS
