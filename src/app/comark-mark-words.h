/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A mark and its certificate in plain sentences, translated, for the screen. Every string is
 * (transfer full).
 */
#pragma once

#include "comark-certificate-layout.h"
#include "comark-desk-decision.h"

G_BEGIN_DECLS

/* "CP-2026-0042-7", with "r2" after it where it is not the first issue. */
char *comark_mark_words_number (ComarkMark *mark);

/* How the mark stands: "The mark is live. It is valid until 22 November 2028." */
char *comark_mark_words_state (ComarkMark *mark);

/* All that the certificate says, for somebody who does not see it: number, title, version, who
 * awarded it, until when. */
char *comark_mark_words_describe (ComarkAward *award);

/* What of @layout would not print as it is written: one sentence, or NULL when all is well. */
char *comark_mark_words_warn (ComarkCertificateLayout *layout);

/* "Saved as PDF", "Printed". */
char *comark_mark_words_use (ComarkMarkUse *use);

/* A verdict of comark_desk_verify() in two or three words: "Genuine", "Not the same file". */
const char *comark_mark_words_verdict (const char *verdict);

G_END_DECLS
