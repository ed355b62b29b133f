/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was, beside what is: the versions of a document, and the versions of a review.
 */
#pragma once

#include "comark-desk.h"
#include "comark-document.h"
#include "comark-review.h"

G_BEGIN_DECLS

typedef struct
{
  ComarkDocument *old;
  ComarkDocument *new;
  GBytes *old_bytes;
  GBytes *new_bytes;
} ComarkVersionPair;

void comark_version_pair_free (ComarkVersionPair *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkVersionPair, comark_version_pair_free)

/* Two versions of the document of @ref, for comark_version_diff_read(), which is too slow for a
 * job of the register. @to 0: the newest; @from 0: the one before it. Given the wrong way round
 * they are put right. Whoever may open the document may. Returns: (transfer full) (nullable) */
ComarkVersionPair *comark_desk_read_versions (ComarkDesk *desk, const char *ref, gint64 from,
                                              gint64 to, GError **error);

/* What @person (NULL: desk->who) handed in, each time, over all rounds, oldest first; without
 * drafts. Others' are for those who may see others' ratings, and have asked to.
 * Returns: (transfer full) (element-type ComarkReviewVersion) (nullable) */
GPtrArray *comark_desk_list_review_versions (ComarkDesk *desk, const char *ref,
                                             const ComarkId *person, GError **error);

G_END_DECLS
