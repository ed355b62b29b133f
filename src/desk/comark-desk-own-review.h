/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which review of desk->who an act is about: the first until it is submitted, then, from the
 * opening of the meeting until sealing, the final one.
 */
#pragma once

#include "comark-desk-case.h"

G_BEGIN_DECLS

typedef struct
{
  ComarkCase *panel;
  ComarkStage stage;
  ComarkReview *review; /* NULL: not begun */
} ComarkOwnReview;

void comark_own_review_free (ComarkOwnReview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkOwnReview, comark_own_review_free)

/* Asks for RATE or RATE_FINAL; REFUSED for a first review that is submitted.
 * Returns: (transfer full) (nullable) */
ComarkOwnReview *comark_own_review_open (ComarkDesk *desk, const char *ref, GError **error);

/* Notes who typed what was just stored: somebody whom the member lets write, or the member, who
 * thereby puts it in their own words. Inside a step, once the row is there. */
gboolean comark_own_review_mark (ComarkOwnReview *self, const char *criterion, GError **error);

/* Makes the row if it is not there: an empty draft, or a final review copied from the first. */
gboolean comark_own_review_begin (ComarkOwnReview *self, gboolean *is_new, GError **error);

G_END_DECLS
