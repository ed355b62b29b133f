/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Acts of a panel: inviting, interests, rating alone, the meeting.
 */
#pragma once

#include "comark-desk.h"
#include "comark-review.h"

G_BEGIN_DECLS

/* Invites members; forms the panel (READY to IN_REVIEW) when quorum can be met, else leaves the
 * state and answers FALSE in *formed with the missing rules in *why (transfer full, nullable).
 * @due_day: ISO or NULL for 15 working days from today. Idempotent for those already invited. */
gboolean comark_desk_invite (ComarkDesk *desk, const char *ref, const ComarkId *people,
                             guint n_people, const char *due_day, gboolean *formed, char **why,
                             GError **error);

/* A member's own answer: no reason is asked, and what they have written is kept. Who has declined
 * keeps no access, and comes back by accepting. */
gboolean comark_desk_reply (ComarkDesk *desk, const char *ref, gboolean accept, GError **error);

/* Answers about interests, for desk->who, or recorded by an administrator for @person.
 * The effect is the kind's own until co-chairs settle it. */
gboolean comark_desk_declare_interest (ComarkDesk *desk, const char *ref, const ComarkId *person,
                                       ComarkInterestKind kind, const char *note, GError **error);
gboolean comark_desk_settle_interest (ComarkDesk *desk, const char *ref, const ComarkId *person,
                                      ComarkInterestEffect effect, GError **error);

/* One criterion of desk->who's review as typed. First or final stage follows from the state.
 * @rating_rev: what was read, 0 for none. On CHANGED, *theirs (nullable, transfer full) takes the
 * stored rating, so that the caller can show which fields differ. *new_rev takes the new one. */
gboolean comark_desk_save_rating (ComarkDesk *desk, const char *ref, const char *criterion,
                                  ComarkValue value, const char *reason, ComarkStrength strength,
                                  gint64 rating_rev, gint64 *new_rev, ComarkRating **theirs,
                                  GError **error);
gboolean comark_desk_save_review_body (ComarkDesk *desk, const char *ref, const char *body,
                                       gint64 rev, gint64 *new_rev, GError **error);

/* Remembers where the member stopped (a criterion id). */
gboolean comark_desk_save_place (ComarkDesk *desk, const char *ref, const char *criterion,
                                 GError **error);

/* Unanswered criteria and missing reasons (see comark_panel_needs_reason()), as sentences.
 * Returns: (transfer full) (array zero-terminated=1) */
char **comark_desk_missing_to_rate (ComarkDesk *desk, const char *ref, GError **error);
gboolean comark_desk_submit_review (ComarkDesk *desk, const char *ref, GError **error);

/* A slip: a co-chair reopens @person's first review (decisions.md 7). */
gboolean comark_desk_reopen_review (ComarkDesk *desk, const char *ref, const ComarkId *person,
                                    const char *because, GError **error);

/* To be called before others' reviews are first shown to desk->who: after that their own slip
 * cannot be opened again. Does nothing where there is nobody's to see. */
gboolean comark_desk_open_peers (ComarkDesk *desk, const char *ref, GError **error);
gboolean comark_desk_say_on_the_day (ComarkDesk *desk, const char *ref, gboolean on_the_day,
                                     GError **error);

/* ---- the meeting ---- */

gboolean comark_desk_open_meeting (ComarkDesk *desk, const char *ref, GError **error);

/* @how: "room", "online", "phone" or "absent". */
gboolean comark_desk_attend (ComarkDesk *desk, const char *ref, const ComarkId *person,
                             const char *how, gboolean deputy, GError **error);
gboolean comark_desk_adjourn (ComarkDesk *desk, const char *ref, const char *because,
                              GError **error);

/* Settles one criterion. @because is needed where it differs from the suggested value.
 * COMARK_STRENGTH_NONE takes what the members propose (comark_panel_suggested_strength()). */
gboolean comark_desk_agree (ComarkDesk *desk, const char *ref, const char *criterion,
                            ComarkValue value, ComarkStrength strength, const char *because,
                            GError **error);
gboolean comark_desk_judge (ComarkDesk *desk, const char *ref, const char *question, gboolean yes,
                            const char *because, GError **error);
gboolean comark_desk_dissent (ComarkDesk *desk, const char *ref, const char *criterion,
                              const ComarkId *person, const char *body, GError **error);

/* A contributor's confirmation, theirs or recorded by an administrator. */
gboolean comark_desk_confirm (ComarkDesk *desk, const char *ref, const char *criterion,
                              const ComarkId *contributor, const char *how, const char *day,
                              GError **error);

G_END_DECLS
