/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person keeps of a submission for themselves alone. No act gives anybody else's, no file
 * takes it along, and it is never handed in.
 */
#pragma once

#include "comark-desk.h"
#include "comark-reading-place.h"

G_BEGIN_DECLS

/* Where desk->who stopped reading: a file of the submission, and a page from 1. *place (transfer
 * full) is NULL where they have not read, or the file is no more. */
gboolean comark_desk_save_reading_place (ComarkDesk *desk, const char *ref, const char *hash,
                                         gint64 page, GError **error);
gboolean comark_desk_find_reading_place (ComarkDesk *desk, const char *ref,
                                         ComarkReadingPlace **place, GError **error);

/* A note to self on a criterion; "" for none. Whoever is or was asked to rate may keep them, also
 * when the review is handed in. @rev: what was read, 0 for none; CHANGED where it is another by
 * now. *new_rev is nullable. */
gboolean comark_desk_save_note (ComarkDesk *desk, const char *ref, const char *criterion,
                                const char *body, gint64 rev, gint64 *new_rev, GError **error);

/* Those of desk->who. Returns: (transfer full) (element-type ComarkOwnNote) */
GPtrArray *comark_desk_list_notes (ComarkDesk *desk, const char *ref, GError **error);

G_END_DECLS
