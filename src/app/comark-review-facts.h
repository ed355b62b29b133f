/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What My review asks of a dossier: which review is in hand, and whether it may change.
 */
#pragma once

#include "comark-dossier.h"

G_BEGIN_DECLS

/* The meeting is open for this member: ratings given now are final ones. */
gboolean comark_review_is_final (ComarkDossier *dossier);

gboolean comark_review_may_rate (ComarkDossier *dossier);

/* The review in hand: the final one in the meeting, which starts as a copy of the first.
 * Returns: (transfer none) (nullable) */
ComarkReview *comark_review_own (ComarkDossier *dossier);
ComarkRating *comark_review_own_rating (ComarkDossier *dossier, const char *criterion);

/* The rev of that rating; 0 for none. The final review begins as a copy of the first, revs and
 * all. */
gint64 comark_review_stored_rev (ComarkDossier *dossier, const char *criterion);

G_END_DECLS
