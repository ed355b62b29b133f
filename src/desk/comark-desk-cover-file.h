/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Taking in what a review file says of evidence items. An item is found again by its file, else
 * by its title.
 */
#pragma once

#include "comark-desk.h"
#include "comark-review.h"

G_BEGIN_DECLS

/* Merges @covers (of a file) into desk->who's draft, whose own @stored (nullable) is. @common has
 * the digests of what both began with: what only the file changed is taken; else what the register
 * has stays. *n_kept counts those where the file says something else, *n_left the items that are
 * not here. Both are added to. */
gboolean comark_desk_merge_covers (ComarkDesk *desk, const char *ref, const ComarkId *submission,
                                   GPtrArray *covers, GHashTable *common, ComarkReview *stored,
                                   guint *n_kept, guint *n_left, GError **error);

/* Of @self, if it said @cover. Returns: (transfer full) */
char *comark_desk_cover_digest (ComarkEvidenceCover *self, ComarkCover cover);

G_END_DECLS
