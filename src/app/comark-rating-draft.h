/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The saving of one criterion's rating while a person types. Saves go to the writer one after
 * another and each needs the rev that the one before it made; that rev lives here, written by the
 * worker, so that nobody has to wait for an answer before typing on.
 *
 * Reference counted; the page and each running save hold one. The main thread sets the rev only
 * while no save runs.
 */
#pragma once

#include "comark-desk-panel.h"

G_BEGIN_DECLS

typedef struct _ComarkRatingDraft ComarkRatingDraft;

ComarkRatingDraft *comark_rating_draft_new (const char *ref, const char *criterion, gint64 rev);
ComarkRatingDraft *comark_rating_draft_ref (ComarkRatingDraft *self);
void comark_rating_draft_unref (gpointer self);

/* Takes over the rev of a newer dossier, unless a save is running. One that was read before the
 * last save is older, and changes nothing. */
void comark_rating_draft_set_rev (ComarkRatingDraft *self, gint64 rev);

/* The stored rating that stood in the way of the last save (COMARK_DESK_ERROR_CHANGED).
 * Returns: (transfer none) (nullable) */
ComarkRating *comark_rating_draft_get_theirs (ComarkRatingDraft *self);

/* What was sent to be saved last. FALSE if nothing was, or if a dossier that has the rating at
 * @rev has it too: then the dossier's is the one to show. @reason: (transfer none) */
gboolean comark_rating_draft_get_sent (ComarkRatingDraft *self, gint64 rev, ComarkValue *value,
                                       const char **reason, ComarkStrength *strength);

/* Ends a conflict: the next save goes on from the stored rating, whatever is then in it. What was
 * sent is forgotten. */
void comark_rating_draft_settle (ComarkRatingDraft *self);

/* One save: for comark_act_run(). Made on the main thread, which says with _done that its answer
 * has come. */
typedef struct _ComarkRatingSave ComarkRatingSave;
ComarkRatingSave *comark_rating_save_new (ComarkRatingDraft *draft, ComarkValue value,
                                          char *reason /* (transfer full) */,
                                          ComarkStrength strength);
gpointer comark_rating_save_job (ComarkDesk *desk, gpointer save, GError **error);
void comark_rating_save_free (gpointer save);

G_END_DECLS
