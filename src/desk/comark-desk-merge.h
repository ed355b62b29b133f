/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Putting what a member wrote elsewhere together with their draft here, field by field against
 * what both began with (comark-merge.h). Where both sides changed a field, ours stays, theirs is
 * kept beside it, and the member chooses. For a review that comes back from home, and at home for
 * a newer pack.
 */
#pragma once

#include "comark-desk.h"
#include "comark-review.h"

G_BEGIN_DECLS

typedef struct
{
  ComarkReview *theirs;
  GPtrArray *quotes; /* ComarkQuote, theirs */
  ComarkId source;   /* what they come from: what both have from now on is kept under it */
  ComarkId base;     /* under which is kept what both began with; NONE for nothing */

  /* answers */
  guint n_taken;
  guint n_beside;      /* criteria where both wordings wait for the member */
  guint n_quotes_left; /* from files that are not here */
  guint n_covers_kept; /* of evidence items of which theirs says something else */
  guint n_covers_left; /* of items that are not here */
} ComarkMerge;

/* Inside a step, as the member: desk->who. */
gboolean comark_desk_merge (ComarkDesk *desk, const char *ref, ComarkMerge *merge, GError **error);

/* Keeps the draft as what both have, under @source, before it leaves. @review may be NULL. Inside
 * a step. */
gboolean comark_desk_keep_common (ComarkDesk *desk, const ComarkId *source, ComarkReview *review,
                                  GPtrArray *quotes, GError **error);

/* Chooses: @theirs takes the wording beside, else ours stays; either way the other one goes.
 * @source none: of all of this criterion ("" for the overall comment). */
gboolean comark_desk_choose_wording (ComarkDesk *desk, const char *ref, const char *criterion,
                                     const ComarkId *source, gboolean theirs, GError **error);

/* The wordings that wait in desk->who's first review: what stands in the way of handing it in, as
 * one sentence, or NULL. *sentence is (transfer full). */
gboolean comark_desk_find_waiting (ComarkDesk *desk, const ComarkId *review, char **sentence,
                                   GError **error);

G_END_DECLS
