/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-access-rules.h"

static gboolean
is (guint who, guint what)
{
  return (who & what) != 0;
}

/* TRUE once a meeting has opened the ratings to those who do not rate. */
static gboolean
ratings_are_open (const ComarkStanding *s)
{
  return s->meeting_open || s->state == COMARK_STATE_IN_MEETING
         || s->state == COMARK_STATE_DECIDED || comark_workflow_is_decided (s->state);
}

/* A member who rates has done so; after sealing there is nothing left to be swayed by. */
static gboolean
has_rated_alone (const ComarkStanding *s)
{
  return s->own_review == COMARK_REVIEW_SUBMITTED || s->sealed
         || comark_workflow_is_decided (s->state);
}

static const char *
practice_missing (const ComarkStanding *s, guint who)
{
  return s->purpose != COMARK_PURPOSE_LIVE
           ? NULL
           : "The clock can be moved only in a practice register; this one is used in earnest.";
}

static const char *
interest_missing (const ComarkStanding *s, guint who)
{
  if (!is (who, COMARK_IS_PANEL))
    return NULL;
  if (s->interest_kind == COMARK_INTEREST_UNANSWERED)
    return "First please answer whether you have an interest in this; then it opens.";
  if (!s->interest_current)
    return "There is a new version or a newly named contributor since you answered about "
           "interests. Please answer again first; then it opens.";
  return NULL;
}

static const char *
self_missing (const ComarkStanding *s, guint who)
{
  if (!s->about_other || is (who, COMARK_IS_FREE_ADMINISTRATOR))
    return NULL;
  return "Each person does this for themselves. An administrator can record it for somebody who "
         "phones or writes.";
}

static const char *
self_or_minutes_missing (const ComarkStanding *s, guint who)
{
  return is (who, COMARK_IS_CHAIR) ? NULL : self_missing (s, who);
}

static const char *
somebody_missing (const ComarkStanding *s, guint who)
{
  return s->about_other ? NULL
                        : "This is about yourself, so somebody else does it: please ask another "
                          "co-chair or an administrator.";
}

static const char *
contributor_missing (const ComarkStanding *s, guint who)
{
  if (s->about_other || is (who, COMARK_IS_CONTRIBUTOR))
    return NULL;
  return "Only somebody who took part can confirm. An administrator records it in their name.";
}

static const char *
panel_time_missing (const ComarkStanding *s, guint who)
{
  if (is (who, COMARK_IS_OWNER | COMARK_IS_CONTRIBUTOR | COMARK_IS_ADMINISTRATOR))
    return NULL;
  switch (s->state)
    {
    case COMARK_STATE_INTEREST:
    case COMARK_STATE_PREPARING:
    case COMARK_STATE_SUBMITTED:
      return "It is not with the panel yet. An administrator can tell you when it will be.";
    case COMARK_STATE_OUT_OF_SCOPE:
    case COMARK_STATE_WITHDRAWN:
      return "It ended without a panel’s decision, so there is nothing to read now. An "
             "administrator can tell you more.";
    case COMARK_STATE_READY:
    case COMARK_STATE_IN_REVIEW:
    case COMARK_STATE_CLARIFYING:
    case COMARK_STATE_IN_MEETING:
    case COMARK_STATE_DECIDED:
    case COMARK_STATE_AWARDED:
    case COMARK_STATE_CONDITIONAL:
    case COMARK_STATE_DEFERRED:
    case COMARK_STATE_NOT_YET:
    case COMARK_STATE_CLOSED:
      break;
    }
  return NULL;
}

static const char *
unsealed_missing (const ComarkStanding *s, guint who)
{
  return s->sealed ? "The decision is sealed and stays as it is. An administrator can tell you "
                     "about an appeal."
                   : NULL;
}

static const char *
sealed_missing (const ComarkStanding *s, guint who)
{
  return s->sealed || comark_workflow_is_decided (s->state)
           ? NULL
           : "The decision is not sealed yet. The co-chairs sign it, and then it is sealed.";
}

static const char *
first_open_missing (const ComarkStanding *s, guint who)
{
  if (s->about_other)
    return NULL; /* the other's own standing is asked as well */
  if (s->own_review == COMARK_REVIEW_SUBMITTED)
    return "Your review is submitted and stays as your first rating. If it was a slip, a co-chair "
           "can reopen it as long as you have read nobody else’s.";
  if (s->state != COMARK_STATE_IN_MEETING)
    return NULL;
  if (!s->will_say_on_the_day)
    return "The meeting has begun, so first ratings are closed. You can say in the meeting what "
           "you think; a co-chair can help.";
  return s->mapping_open ? "The mapping has begun for you, so first ratings are closed. A co-chair "
                           "can help."
                         : NULL;
}

static const char *
final_open_missing (const ComarkStanding *s, guint who)
{
  return s->own_review == COMARK_REVIEW_SUBMITTED
           ? NULL
           : "A final rating follows your own first review. Please submit that first; a co-chair "
             "can help.";
}

static const char *
counts_missing (const ComarkStanding *s, guint who)
{
  return !is (who, COMARK_IS_RATER) || has_rated_alone (s)
           ? NULL
           : "How many reviews are in is shown after you have submitted your own.";
}

static const char *
others_missing (const ComarkStanding *s, guint who)
{
  if (s->in_rounds)
    return "The panel is in its rounds: everybody is heard, and no ratings are on the screen. They "
           "come with the mapping, which a co-chair begins.";
  if (is (who, COMARK_IS_RATER))
    return has_rated_alone (s) ? NULL
                               : "What others think opens after you have submitted your own "
                                 "review.";
  return ratings_are_open (s) ? NULL
                              : "Members rate alone first. Until the meeting opens nobody else "
                                "looks in, administrators and co-chairs included.";
}

static const char *
reopenable_missing (const ComarkStanding *s, guint who)
{
  return s->others_review == COMARK_REVIEW_SUBMITTED && !s->others_peers_opened
           ? NULL
           : "A review is reopened only if it was submitted and its author has read nobody "
             "else’s. In the meeting they can give a final rating.";
}

static const char *
chair_if_conditional_missing (const ComarkStanding *s, guint who)
{
  return s->state != COMARK_STATE_CONDITIONAL || is (who, COMARK_IS_CHAIR)
           ? NULL
           : "On a condition, the two co-chairs record the new values. Please ask one of them.";
}

static const char *
result_missing (const ComarkStanding *s, guint who)
{
  if (is (who, COMARK_IS_OWNER | COMARK_IS_CONTRIBUTOR))
    return s->letter_released ? NULL
                              : "The result comes with the letter. An administrator can tell you "
                                "when to expect it.";
  return sealed_missing (s, who);
}

static const char *
told_missing (const ComarkStanding *s, guint who)
{
  return s->told ? NULL
                 : "The contributors have not been told yet what changed because of them. Tell "
                   "them, record it, and then go on.";
}

static const char *
letter_missing (const ComarkStanding *s, guint who)
{
  return s->letter_released ? NULL
                            : "The owner has not got the letter yet. Release it, and then go on.";
}

static const char *
no_mark_missing (const ComarkStanding *s, guint who)
{
  return s->has_mark ? "The mark has been issued already. It is in the register of marks." : NULL;
}

static const char *
mark_missing (const ComarkStanding *s, guint who)
{
  return s->has_mark ? NULL : "There is no mark for this. An administrator can tell you more.";
}

static const char *
live_mark_missing (const ComarkStanding *s, guint who)
{
  return s->mark_state == COMARK_MARK_LIVE
           ? NULL
           : "The mark is not live now. An administrator can tell you why, and what comes next.";
}

static const char *
endable_mark_missing (const ComarkStanding *s, guint who)
{
  return s->mark_state == COMARK_MARK_LIVE || s->mark_state == COMARK_MARK_SUSPENDED
           ? NULL
           : "The mark has ended already. It is in the register of marks, with the reason.";
}

static const char *
unasked_missing (const ComarkStanding *s, guint who)
{
  return s->owner_asked ? "The owner has been asked once already, for everybody together. Please "
                          "bring further questions to the meeting."
                        : NULL;
}

static const char *
running_missing (const ComarkStanding *s, guint who)
{
  return s->paused ? "The meeting is paused. A co-chair or an administrator goes on when everybody "
                     "is ready."
                   : NULL;
}

/* Asked last of all that keeps from rating: it can be done while one waits for the rest. */
static const char *
practised_missing (const ComarkStanding *s, guint who)
{
  return s->practice_waits && !s->about_other
           ? "Before your first review there is a practice submission to rate, about 20 minutes. "
             "You find it in To do; nobody sees or counts what you answer there. An administrator "
             "can let you begin without it."
           : NULL;
}

/* In the order of the bits. */
static const char *(*const missing[]) (const ComarkStanding *s, guint who) = {
  practice_missing,    interest_missing,             self_missing,       somebody_missing,
  contributor_missing, panel_time_missing,           unsealed_missing,   sealed_missing,
  first_open_missing,  final_open_missing,           counts_missing,     others_missing,
  reopenable_missing,  chair_if_conditional_missing, result_missing,     told_missing,
  letter_missing,      no_mark_missing,              mark_missing,       live_mark_missing,
  endable_mark_missing, self_or_minutes_missing,    unasked_missing,    running_missing,
  practised_missing,
};
G_STATIC_ASSERT (G_N_ELEMENTS (missing) == COMARK_N_NEEDS);
G_STATIC_ASSERT (COMARK_NEEDS_PRACTISED == 1 << (COMARK_N_NEEDS - 1));

const char *
comark_access_need_missing (guint need, const ComarkStanding *standing, guint who)
{
  int bit = g_bit_nth_lsf (need, -1);

  g_return_val_if_fail (bit >= 0 && bit < COMARK_N_NEEDS, NULL);
  return missing[bit](standing, who);
}
