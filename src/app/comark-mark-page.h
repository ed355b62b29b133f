/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tab Mark. Before there is one: what it still needs. Then the certificate as it will print,
 * its formats, what it belongs to, how it may be used, a check of any file against it, and every
 * print and saved file.
 *
 * Actions: mark.print (Ctrl+P while the tab is in sight), mark.save-pdf, mark.save-picture,
 * mark.revoke.
 */
#pragma once

#include "comark-submission-tab.h"

G_BEGIN_DECLS

#define COMARK_TYPE_MARK_PAGE (comark_mark_page_get_type ())
G_DECLARE_FINAL_TYPE (ComarkMarkPage, comark_mark_page, COMARK, MARK_PAGE, ComarkSubmissionTab)

gboolean comark_mark_page_applies (ComarkDossier *dossier);

G_END_DECLS
