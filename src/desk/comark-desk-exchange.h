/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Acts that bring packs and reviews in and take them out. An import checks all, then stores all
 * in one transaction, or nothing.
 */
#pragma once

#include "comark-desk.h"

G_BEGIN_DECLS

/* Checks a pack against the register without storing anything. *summary: what it holds, in
 * sentences (transfer full). */
gboolean comark_desk_check_pack (ComarkDesk *desk, GFile *file, char **summary, GError **error);

/* Stores a pack as a new submission in SUBMITTED (an administrator took it in) with its own
 * documents and evidence. Returns: (transfer full) its new reference */
char *comark_desk_import_pack (ComarkDesk *desk, GFile *file, GError **error);
gboolean comark_desk_export_pack (ComarkDesk *desk, const char *ref, GFile *file, GError **error);

/* Exports desk->who's own review (or, for a co-chair after sealing, @person's). */
gboolean comark_desk_export_review (ComarkDesk *desk, const char *ref, const ComarkId *person,
                                    GFile *file, GError **error);

/* Merges a review file into the draft of its member, field by field against what it began with
 * (comark-desk-merge.h): what only the file changed is taken; where the register changed the same
 * field both wordings are kept and the member chooses. A file that was taken in before, or an older
 * one of the same copy, changes nothing; nor does any file a submitted review. *summary says what
 * was done. If the file says the review was submitted, and nothing is missing, it is submitted. */
gboolean comark_desk_import_review (ComarkDesk *desk, GFile *file, char **summary, GError **error);

G_END_DECLS
