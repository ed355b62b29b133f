/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All criteria of a review below each other, each with its form. The form in hand is there at
 * once; the others follow, one a frame, as laying one out takes its time: first those below it,
 * then those above, which move nothing that the reader sees. Stands in a scrolled window.
 *
 * Signals: "made" (ComarkRatingForm *form) when a form is there to be filled; "entered" (form) when
 * the focus comes into one; "changed" (form), "cover-chosen" (form, ComarkCoverRow *row),
 * "file-chosen" (const char *hash) as the forms say it.
 */
#pragma once

#include <adwaita.h>

#include "comark-rating-form.h"

G_BEGIN_DECLS

#define COMARK_TYPE_REVIEW_LIST (comark_review_list_get_type ())
G_DECLARE_FINAL_TYPE (ComarkReviewList, comark_review_list, COMARK, REVIEW_LIST, AdwBin)

/* Begins to make the forms of @dossier's criteria, that of @criterion first; or puts a newer
 * dossier into those there are, and "made" is said of each again. */
void comark_review_list_set (ComarkReviewList *self, ComarkDossier *dossier,
                             const char *criterion, gboolean is_editable);

/* Forgets all forms. */
void comark_review_list_clear (ComarkReviewList *self);

/* The form of @criterion, which is the one in hand from now on; made if need be.
 * Returns: (transfer none) */
ComarkRatingForm *comark_review_list_take_up (ComarkReviewList *self, const char *criterion);

/* By criterion; NULL for those that are not made yet.
 * Returns: (transfer none) (element-type ComarkRatingForm) */
GPtrArray *comark_review_list_get_forms (ComarkReviewList *self);

G_END_DECLS
