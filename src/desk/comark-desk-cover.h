/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a member finds in an evidence item, for one criterion of their own review: seen, enough, a
 * gap. It is part of the review, as a rating is: a draft that nobody else sees, then the first
 * review, which stays; then the final one. Whoever may read a review reads it there
 * (ComarkReview.covers).
 */
#pragma once

#include "comark-coverage.h"
#include "comark-dossier.h"

G_BEGIN_DECLS

/* Says @cover of the item @evidence for @criterion; COMARK_COVER_NONE takes it back. @was: what
 * the person saw there before; where something else stands by now, CHANGED. Saying what stands
 * already does nothing. *held and *n (both nullable) take what stands after all and its number
 * (ComarkEvidenceCover.n). */
gboolean comark_desk_cover_evidence (ComarkDesk *desk, const char *ref, const char *criterion,
                                     const ComarkId *evidence, ComarkCover was, ComarkCover cover,
                                     ComarkCover *held, gint64 *n, GError **error);

/* The matrix over all members whose ratings count; NULL while the viewer may not see them (or has
 * not asked to: peers_closed). Returns: (transfer full) (nullable) */
ComarkCoverage *comark_dossier_coverage (ComarkDossier *dossier);

/* Over the viewer's own review alone, be it a draft. Returns: (transfer full) */
ComarkCoverage *comark_dossier_own_coverage (ComarkDossier *dossier);

G_END_DECLS
