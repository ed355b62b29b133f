/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The letter to the owner, made from the record: strengths first, then what comes next, at most
 * five steps, in plain words. It is a beginning for the co-chairs to make their own.
 */
#pragma once

#include "comark-decision.h"
#include "comark-outcome.h"
#include "comark-submission.h"

G_BEGIN_DECLS

#define COMARK_LETTER_STEPS 5

/* @agreed: ComarkAgreedValue; @dissent: ComarkDissent. Both views stand in the letter where the
 * panel had no majority. Returns: (transfer full) */
char *comark_letter_make (ComarkSubmission *submission, ComarkDecision *decision,
                          ComarkOutcomeReport *report, GPtrArray *agreed, GPtrArray *dissent);

G_END_DECLS
