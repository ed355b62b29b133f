/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One question to the owner on the page Questions: for the co-chairs to put in plain words or
 * leave out, for the owner to answer, for the others to read.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_QUESTION_CARD (comark_question_card_get_type ())
G_DECLARE_FINAL_TYPE (ComarkQuestionCard, comark_question_card, COMARK, QUESTION_CARD, AdwBin)

/* Returns: a floating widget */
GtkWidget *comark_question_card_new (ComarkDossier *dossier, ComarkOwnerQuestion *question);

/* TRUE if it is the card of @question, for the same person doing the same with it. */
gboolean comark_question_card_is_for (ComarkQuestionCard *self, ComarkDossier *dossier,
                                      ComarkOwnerQuestion *question);

/* Shows it as it is now; words that are being written stay. */
void comark_question_card_set_dossier (ComarkQuestionCard *self, ComarkDossier *dossier,
                                       ComarkOwnerQuestion *question);

/* Saves now what has not been saved. */
void comark_question_card_flush (ComarkQuestionCard *self);

G_END_DECLS
