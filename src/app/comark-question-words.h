/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Questions to the owner as their pages say them, and as their fields keep them.
 */
#pragma once

#include "comark-words-editor.h"

G_BEGIN_DECLS

/* A member's own question (the key is a criterion), its wording and its answer (an id). */
extern const ComarkWordsKind comark_question_own_kind;
extern const ComarkWordsKind comark_question_wording_kind;
extern const ComarkWordsKind comark_question_answer_kind;

/* What the strip of criteria says of one. */
typedef enum
{
  COMARK_QUESTION_SIGN_NONE,
  COMARK_QUESTION_SIGN_ASKED,
  COMARK_QUESTION_SIGN_ANSWERED,
} ComarkQuestionSign;
ComarkQuestionSign comark_question_sign (ComarkDossier *dossier, const char *criterion);

/* What the viewer reads as the question: the wording where there is one. */
const char *comark_question_shown (ComarkOwnerQuestion *question);

/* What came of a question that was sent, in a sentence; its answer where there is one.
 * Returns: (transfer full) */
char *comark_question_outcome (ComarkDossier *dossier, ComarkOwnerQuestion *question);

G_END_DECLS
