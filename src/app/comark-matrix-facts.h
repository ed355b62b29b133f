/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the matrix of ratings shows, taken from a dossier. Pure functions.
 */
#pragma once

#include "comark-dossier.h"

G_BEGIN_DECLS

/* The criteria in the order of the matrix: those that need talk first, then as in the framework.
 * Returns: (transfer container) (element-type ComarkCriterion) */
GPtrArray *comark_matrix_order (ComarkDossier *dossier);

/* NULL where the viewer may not see it. Returns: (transfer none) (nullable) */
const ComarkCriterionSummary *comark_matrix_summary (ComarkDossier *dossier,
                                                     const char *criterion);

/* One review a member whose rating counts, the viewer's own among them.
 * Returns: (transfer full) (element-type ComarkReview) */
GPtrArray *comark_matrix_reviews (ComarkDossier *dossier);

/* @reviews: of comark_matrix_reviews(). Returns: (transfer full): ComarkMemberRating */
GArray *comark_matrix_ratings (GPtrArray *reviews, const char *criterion);

/* "Ada: 3", "Ben: ? (recorded by Cem)", one a line, of one kind. Returns: (transfer full) */
char *comark_matrix_names (ComarkDossier *dossier, GPtrArray *reviews, ComarkMemberKind kind,
                           const char *criterion);

/* What members who are not at the open meeting wrote on @criterion, to be read out, one a
 * paragraph; "" for nothing. @reviews: of comark_matrix_reviews(). Returns: (transfer full) */
char *comark_matrix_read_out (ComarkDossier *dossier, GPtrArray *reviews, const char *criterion);

/* "Talk about this: …", or "" where nothing is special. Returns: (transfer full) */
char *comark_matrix_talk (ComarkDossier *dossier, const char *criterion);

/* Criteria with a suggested value that nobody needs to talk about and that is not agreed yet.
 * Returns: (transfer container) (element-type ComarkCriterion) */
GPtrArray *comark_matrix_easy (ComarkDossier *dossier);

/* Criteria without an agreed value. Returns: (transfer container) */
GPtrArray *comark_matrix_open (ComarkDossier *dossier);

/* TRUE if an agreed @value needs a reason in words: it is not the suggested one, nor the word
 * that all who rated chose. */
gboolean comark_matrix_needs_reason (ComarkDossier *dossier, const char *criterion,
                                     ComarkValue value);

G_END_DECLS
