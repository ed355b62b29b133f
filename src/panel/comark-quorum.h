/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Quorum and voting (domain.md 3.2). A voter is somebody present who may rate: no interest that
 * stops them, not a contributor, not stood down. Ratings sent by somebody absent count in the
 * medians, never here. Online, by phone and in the room are the same.
 */
#pragma once

#include "comark-types.h"

G_BEGIN_DECLS

typedef struct
{
  guint min_voters;
  guint min_experts;
  guint min_staff;
  gboolean both_co_chairs; /* or their deputies, one of each kind */
  gboolean experts_half;   /* experts are at least half of the voters */
  gboolean carer;          /* among the experts, where the work affects carers */
} ComarkQuorumSettings;

/* 4, 2, 2, and all three rules. */
#define COMARK_QUORUM_DEFAULTS { 4, 2, 2, TRUE, TRUE, TRUE }

typedef struct
{
  ComarkMemberKind kind;
  gboolean present;
  gboolean is_co_chair; /* or deputy of the co-chair of this kind */
  gboolean is_carer;
  gboolean is_contributor;
  gboolean stood_down; /* gave up the vote for parity, or left the meeting */
  ComarkInterestKind interest_kind;
  ComarkInterestEffect interest_effect;
} ComarkAttendee;

typedef struct
{
  const char *id; /* "voters", "experts", "staff", "co-chairs", "half", "carer"; static */
  gboolean met;
  char *sentence; /* what is there, and what is missing if it is not met */
} ComarkQuorumRule;

typedef struct
{
  gboolean met; /* every rule is */
  guint n_voters;
  guint n_experts;
  guint n_staff;
  GPtrArray *rules; /* of ComarkQuorumRule *, in the order above; rules that are off left out */
} ComarkQuorumReport;

void comark_quorum_report_free (ComarkQuorumReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkQuorumReport, comark_quorum_report_free)

gboolean comark_quorum_is_voter (const ComarkAttendee *attendee);

/* @settings: (nullable): NULL for the defaults. @attendees may be NULL if @n is 0.
 * Returns: (transfer full) */
ComarkQuorumReport *comark_quorum_check (const ComarkQuorumSettings *settings,
                                         const ComarkAttendee *attendees, guint n,
                                         gboolean affects_carers);

/* The same asked of the invited: could the rules be met if all who may vote came? "present" is
 * not looked at. An interest not answered yet counts as none. Returns: (transfer full) */
ComarkQuorumReport *comark_quorum_can_form_panel (const ComarkQuorumSettings *settings,
                                                  const ComarkAttendee *invited, guint n,
                                                  gboolean affects_carers);

typedef enum
{
  COMARK_VOTE_YES,
  COMARK_VOTE_NO,
  COMARK_VOTE_ABSTAIN, /* counts as present, not as a yes */
} ComarkVote;

typedef struct
{
  ComarkMemberKind kind;
  ComarkVote vote;
} ComarkBallot;

typedef enum
{
  COMARK_VOTES_CONSENSUS,       /* all can live with it: some yes, no no */
  COMARK_VOTES_DOUBLE_MAJORITY, /* more than half of each kind present said yes */
  COMARK_VOTES_NONE,            /* deferred, with both views in the letter */
} ComarkVoteResult;

/* Counts one ballot a voter present. Ballots of neither kind are left out. There is no casting
 * vote. *sentence: (out) (optional) (transfer full): the count in words */
ComarkVoteResult comark_quorum_count_votes (const ComarkBallot *ballots, guint n, char **sentence);

G_END_DECLS
