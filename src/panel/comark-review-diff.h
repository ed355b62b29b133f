/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two versions of a review beside each other, criterion by criterion.
 */
#pragma once

#include "comark-framework.h"
#include "comark-review.h"
#include "comark-word-diff.h"

G_BEGIN_DECLS

typedef struct
{
  const ComarkCriterion *criterion; /* borrowed from the framework; NULL: the overall comment */
  ComarkRating *before; /* owned; NULL where there is none, as for the comment */
  ComarkRating *after;
  char *reason_before; /* never NULL; of the comment, its words */
  char *reason_after;
  gboolean value_differs;
  gboolean strength_differs;
  gboolean reason_differs; /* as it is read: not for a blank more */
  GArray *spans;           /* ComarkWordSpan, over the two reasons */
} ComarkReviewDiffRow;

void comark_review_diff_row_free (ComarkReviewDiffRow *self);
gboolean comark_review_diff_row_differs (const ComarkReviewDiffRow *self);

/* A row for each of @criteria (ComarkCriterion) and, if either says anything, the comment last.
 * Returns: (transfer full) (element-type ComarkReviewDiffRow) */
GPtrArray *comark_review_diff (GPtrArray *criteria, ComarkReviewVersion *before,
                               ComarkReviewVersion *after);

G_END_DECLS
