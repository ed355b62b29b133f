/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Acts that decide and award: the outcome, signatures, the seal, telling contributors, the mark.
 */
#pragma once

#include "comark-award.h"
#include "comark-decision.h"
#include "comark-desk.h"
#include "comark-mark.h"

G_BEGIN_DECLS

typedef struct
{
  const char *outcome;  /* NULL: the one the rules give */
  gboolean by_majority; /* FALSE: consensus */
  int experts_for;      /* only by majority */
  int staff_for;
  const char *because;  /* needed where @outcome is not the rules' */
  const char *letter;   /* what the owner is told; NULL: made from the record */
} ComarkDecideForm;

/* IN_MEETING to DECIDED. MISSING lists criteria with no agreed value; REFUSED without quorum. */
gboolean comark_desk_decide (ComarkDesk *desk, const char *ref, const ComarkDecideForm *form,
                             GError **error);

/* The letter that comark_desk_decide() would make of @form as things stand, for people to check
 * and make their own first. Needs a READ job only. Returns: (transfer full) */
char *comark_desk_draft_letter (ComarkDesk *desk, const char *ref, const ComarkDecideForm *form,
                                GError **error);

/* Words the letter again. @n: number of the wording that the writer went on from
 * (ComarkDecision.letter_n); CHANGED if there is a newer one. REFUSED once somebody has signed. */
gboolean comark_desk_change_letter (ComarkDesk *desk, const char *ref, const char *body, gint64 n,
                                    GError **error);

/* Every wording of the letter, oldest first, for those who may see what the panel agrees. Needs a
 * READ job only. Returns: (transfer full) (element-type ComarkLetter) */
GPtrArray *comark_desk_list_letters (ComarkDesk *desk, const char *ref, GError **error);

/* Second thoughts: takes an unsealed decision back, DECIDED to IN_MEETING. */
gboolean comark_desk_reconsider (ComarkDesk *desk, const char *ref, const char *because,
                                 GError **error);

/* desk->who signs as a co-chair. */
gboolean comark_desk_sign (ComarkDesk *desk, const char *ref, GError **error);

/* Needs both signatures and the end of the second-thoughts window; the outcome takes effect
 * (DECIDED to AWARDED, CONDITIONAL, DEFERRED or NOT_YET). */
gboolean comark_desk_seal (ComarkDesk *desk, const char *ref, GError **error);
gboolean comark_desk_told (ComarkDesk *desk, const char *ref, const char *day, const char *how,
                           const char *body, GError **error);
gboolean comark_desk_close (ComarkDesk *desk, const char *ref, GError **error);

/* One condition of a conditional award is met, with the new agreed value (decisions.md 15): it
 * holds when a co-chair of each kind has said the same. When then the rules of Awarded pass, the
 * submission is AWARDED. */
gboolean comark_desk_meet_condition (ComarkDesk *desk, const char *ref, const char *criterion,
                                     ComarkValue value, ComarkStrength strength,
                                     const char *because, GError **error);

/* ---- marks ---- */

/* Needs AWARDED and contributors told; checks the document's hash again.
 * Returns: (transfer full) */
ComarkMark *comark_desk_issue_mark (ComarkDesk *desk, const char *ref, GError **error);

/* Newest first. Returns: (transfer full) (element-type ComarkMark) */
GPtrArray *comark_desk_list_marks (ComarkDesk *desk, GError **error);
ComarkMark *comark_desk_find_mark (ComarkDesk *desk, const char *number, GError **error);
gboolean comark_desk_revoke_mark (ComarkDesk *desk, const char *number, const char *because,
                                  GError **error);

/* Notes a print or export: @what "printed" or "exported", @format "pdf", "png", "paper". */
gboolean comark_desk_record_mark_use (ComarkDesk *desk, const char *number, const char *what,
                                      const char *format, GError **error);

/* What the certificate says. Returns: (transfer full) */
ComarkAward *comark_desk_award_of (ComarkDesk *desk, ComarkMark *mark, GError **error);

/* What comes of checking a file or a number against the register. */
typedef struct
{
  char *verdict;  /* "genuine", "altered", "withdrawn", "out-of-date", "not-yet", "cannot-check" */
  char *sentence; /* why, and what to do */
  char *number;   /* NULL where none was found */
} ComarkVerification;
void comark_verification_free (ComarkVerification *self);

/* @bytes (nullable): a document to hold against the mark; or a certificate PDF/PNG of ours.
 * @number (nullable): the number to look for. Returns: (transfer full) */
ComarkVerification *comark_desk_verify (ComarkDesk *desk, const char *number, GBytes *bytes,
                                        GError **error);

G_END_DECLS
