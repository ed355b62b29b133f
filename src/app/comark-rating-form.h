/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One criterion as a member rates it: the plain question, what counts as evidence, what the owner
 * says and shows, the anchored levels, the strength of the evidence, the reason. Holds no rules
 * and saves nothing: it says "changed", and its owner asks what stands in it.
 *
 * Signals: "changed" () after each change by the person; "cover-chosen" (ComarkCoverRow *row) when
 * they say what they find in an evidence item; "file-chosen" (const char *hash) when they want to
 * see one.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"
#include "comark-quote-list.h"

G_BEGIN_DECLS

#define COMARK_TYPE_RATING_FORM (comark_rating_form_get_type ())
G_DECLARE_FINAL_TYPE (ComarkRatingForm, comark_rating_form, COMARK, RATING_FORM, AdwBin)

/* Shows @criterion of @dossier. @is_editable FALSE: to read only. Does not emit "changed". */
void comark_rating_form_set_criterion (ComarkRatingForm *self, ComarkDossier *dossier,
                                       const ComarkCriterion *criterion, gboolean is_editable);

/* A newer @dossier: shows what came of questions to the owner. Everything else stays. */
void comark_rating_form_set_dossier (ComarkRatingForm *self, ComarkDossier *dossier);

/* Saves now what is being asked and has not been saved. */
void comark_rating_form_flush (ComarkRatingForm *self);

/* Puts an answer in. Does not emit "changed". */
void comark_rating_form_set_answer (ComarkRatingForm *self, ComarkValue value, const char *reason,
                                    ComarkStrength strength);

/* Which criterion it shows; NULL before the first. Returns: (transfer none) */
const ComarkCriterion *comark_rating_form_get_criterion (ComarkRatingForm *self);

/* Its evidence items. Returns: (transfer container) (element-type ComarkCoverRow) */
GPtrArray *comark_rating_form_get_covers (ComarkRatingForm *self);

/* The note to self, which is no part of the answer; hidden unless @is_there. Open if there is one.
 * Does not emit "note-changed", which the person's typing does. */
void comark_rating_form_set_note (ComarkRatingForm *self, const char *body, gboolean is_there);
char *comark_rating_form_dup_note (ComarkRatingForm *self); /* (transfer full) */
/* TRUE if the focus is in it: its own undo is not that of the review. */
gboolean comark_rating_form_is_in_note (ComarkRatingForm *self);

ComarkValue comark_rating_form_get_value (ComarkRatingForm *self);
ComarkStrength comark_rating_form_get_strength (ComarkRatingForm *self);
char *comark_rating_form_dup_reason (ComarkRatingForm *self); /* (transfer full) */

/* Where the quotes on the criterion stand, which the owner fills. Returns: (transfer none) */
ComarkQuoteList *comark_rating_form_get_quotes (ComarkRatingForm *self);

G_END_DECLS
