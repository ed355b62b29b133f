/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table behind comark_access_check(): one row an action. Private to comark-access*.c.
 */
#pragma once

#include "comark-access.h"

G_BEGIN_DECLS

/* What a person is to a submission. A set. */
enum
{
  COMARK_IS_EVERYONE = 1 << 0,
  COMARK_IS_ADMINISTRATOR = 1 << 1,
  COMARK_IS_FREE_ADMINISTRATOR = 1 << 2, /* with no part of their own in it */
  COMARK_IS_OWNER_ROLE = 1 << 3,         /* may put something forward */
  COMARK_IS_OWNER = 1 << 4,              /* of this one */
  COMARK_IS_CONTRIBUTOR = 1 << 5,
  COMARK_IS_INVITED = 1 << 6, /* and has not declined */
  COMARK_IS_PANEL = 1 << 7,   /* invited, and no part of their own in it */
  COMARK_IS_RATER = 1 << 8,   /* of the panel, with no interest in the way */
  COMARK_IS_CHAIR = 1 << 9,   /* a rater who is co-chair or deputy */
  COMARK_IS_ANY_CHAIR = 1 << 10, /* a co-chair, on the panel or not, with no part in it */
  COMARK_IS_AUTHOR = 1 << 11, /* has begun a review of it */
  COMARK_IS_ASKER = 1 << 12,  /* has begun the thread */
  COMARK_IS_MEMBER_ROLE = 1 << 13, /* may be asked to a panel */
  COMARK_IS_CARRIER = 1 << 14, /* of the task */
  COMARK_IS_DECLINED = 1 << 15, /* was invited and said no */
};

/* What must hold besides, in the order in which it is asked. A set. */
enum
{
  COMARK_NEEDS_PRACTICE = 1 << 0,
  COMARK_NEEDS_INTEREST = 1 << 1,   /* members of the panel have answered, for this version */
  COMARK_NEEDS_SELF = 1 << 2,       /* about oneself, unless an administrator records it */
  COMARK_NEEDS_SOMEBODY = 1 << 3,   /* about somebody else */
  COMARK_NEEDS_CONTRIBUTOR = 1 << 4, /* about oneself: only as a contributor */
  COMARK_NEEDS_PANEL_TIME = 1 << 5, /* a panel member: not before there is a panel */
  COMARK_NEEDS_UNSEALED = 1 << 6,
  COMARK_NEEDS_SEALED = 1 << 7,
  COMARK_NEEDS_FIRST_OPEN = 1 << 8, /* first ratings can be given */
  COMARK_NEEDS_FINAL_OPEN = 1 << 9, /* final ratings can be given */
  COMARK_NEEDS_COUNTS = 1 << 10,    /* product.md rule 1, decisions.md 6 */
  COMARK_NEEDS_OTHERS = 1 << 11,    /* the same, for the ratings themselves */
  COMARK_NEEDS_REOPENABLE = 1 << 12,
  COMARK_NEEDS_CHAIR_IF_CONDITIONAL = 1 << 13, /* decisions.md 15 */
  COMARK_NEEDS_RESULT = 1 << 14,    /* there is one that this person may read */
  COMARK_NEEDS_TOLD = 1 << 15,
  COMARK_NEEDS_LETTER = 1 << 16,
  COMARK_NEEDS_NO_MARK = 1 << 17,
  COMARK_NEEDS_MARK = 1 << 18,
  COMARK_NEEDS_LIVE_MARK = 1 << 19,
  COMARK_NEEDS_ENDABLE_MARK = 1 << 20, /* live or suspended */
  COMARK_NEEDS_SELF_OR_MINUTES = 1 << 21, /* about oneself, unless chair or administrator minute */
  COMARK_NEEDS_UNASKED = 1 << 22, /* the one round of questions has not begun */
  COMARK_NEEDS_RUNNING = 1 << 23, /* the meeting is not paused */
  COMARK_NEEDS_PRACTISED = 1 << 24, /* one's own practice submission, where it is asked for */
};
#define COMARK_N_NEEDS 25

typedef struct
{
  ComarkAction action;
  const char *nick;
  guint who;            /* any of these may */
  guint states;         /* 1 << ComarkState; 0: an act on the register */
  guint needs;
  const char *not_you;  /* the refusal where none of @who holds */
  const char *not_now;  /* the refusal in another state; NULL where all states are in */
} ComarkAccessRule;

const ComarkAccessRule *comark_access_rule (ComarkAction action);

/* Why the need with this one bit does not hold for somebody who is @who. Returns: (nullable):
 * NULL if it holds; static */
const char *comark_access_need_missing (guint need, const ComarkStanding *standing, guint who);

G_END_DECLS
