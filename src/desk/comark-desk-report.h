/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reports: what can be learnt from many submissions together. For administrators.
 */
#pragma once

#include "comark-agreement-report.h"
#include "comark-desk.h"

G_BEGIN_DECLS

/* How alike members read the documents whose decision was sealed from @from_day to @to_day, both
 * in it (ISO 8601; NULL: no such end), on the framework in use. Only what is sealed counts, so
 * the report tells nothing of a review that is still under way.
 * Returns: (transfer full) */
ComarkAgreementReport *comark_desk_report_agreement (ComarkDesk *desk, const char *from_day,
                                                     const char *to_day, GError **error);

/* The report as CSV (RFC 4180, UTF-8): a line for each criterion. Returns: (transfer full) */
char *comark_desk_report_csv (const ComarkAgreementReport *report);

G_END_DECLS
