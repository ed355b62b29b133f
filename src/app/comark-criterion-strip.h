/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All criteria of a review as a strip of small buttons: which are answered, which are not, which
 * ask a question. One Tab stop; the arrow keys move inside it.
 *
 * Signal "chosen" (const char *criterion): the person picked one.
 */
#pragma once

#include <adwaita.h>

#include "comark-framework.h"
#include "comark-question-words.h"

G_BEGIN_DECLS

#define COMARK_TYPE_CRITERION_STRIP (comark_criterion_strip_get_type ())
G_DECLARE_FINAL_TYPE (ComarkCriterionStrip, comark_criterion_strip, COMARK, CRITERION_STRIP,
                      AdwBin)

/* Shows @criteria (of const ComarkCriterion *, which must live as long as the strip shows them). */
void comark_criterion_strip_set_criteria (ComarkCriterionStrip *self, GPtrArray *criteria);

/* Marks what is answered at @criterion. */
void comark_criterion_strip_set_value (ComarkCriterionStrip *self, const char *criterion,
                                       ComarkValue value);

/* Marks that the owner is asked about @criterion, or has answered. */
void comark_criterion_strip_set_asked (ComarkCriterionStrip *self, const char *criterion,
                                       ComarkQuestionSign asked);

/* Marks the one in hand, without "chosen". */
void comark_criterion_strip_set_current (ComarkCriterionStrip *self, const char *criterion);

G_END_DECLS
