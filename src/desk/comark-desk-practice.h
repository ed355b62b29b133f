/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Practising: before their first review a member rates an invented submission in the same form,
 * and then reads the model answers beside their own. There is no score and nothing to pass; what
 * they answer is theirs alone. That they have done it, or that an administrator let them begin
 * without, is recorded. A register asks for it where its setting "practice-first" is "yes", as it
 * is in a new live one.
 */
#pragma once

#include "comark-dossier.h"
#include "comark-practice.h"

G_BEGIN_DECLS

/* The practice submission as desk->who finds it. */
typedef struct
{
  ComarkPractice *practice;
  ComarkDossier *dossier; /* made up of it, for the form that reviews are rated in */
  GPtrArray *ratings;     /* ComarkRating: their answers so far */
  char *how;              /* "done", "waived", "before"; NULL: not yet */
} ComarkPracticeSheet;

void comark_practice_sheet_free (ComarkPracticeSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkPracticeSheet, comark_practice_sheet_free)

/* For experts by experience and staff of the panel. Returns: (transfer full) */
ComarkPracticeSheet *comark_desk_open_practice (ComarkDesk *desk, GError **error);

/* Not in the log: it is nobody's business how it goes. */
gboolean comark_desk_save_practice_rating (ComarkDesk *desk, const char *criterion,
                                           ComarkValue value, const char *reason,
                                           ComarkStrength strength, GError **error);

/* MISSING where a criterion has no answer. Done once is done; it may be gone through again. */
gboolean comark_desk_finish_practice (ComarkDesk *desk, GError **error);

/* An administrator lets @person begin without it. @because is needed, and in the log's digest. */
gboolean comark_desk_waive_practice (ComarkDesk *desk, const ComarkId *person,
                                     const char *because, GError **error);

/* For an administrator: "done", "waived", "before" or "" (not yet). Returns: (transfer full) */
char *comark_desk_find_practice_of (ComarkDesk *desk, const ComarkId *person, GError **error);

G_END_DECLS
