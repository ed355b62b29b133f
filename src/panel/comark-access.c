/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-access.h"

#include "comark-access-rules.h"
#include "comark-interests.h"

static const char not_active[] =
  "You are not active on this register. An administrator can help.";
/* The same words whether there is none or it is not for this person. */
static const char no_such[] =
  "There is no submission with that reference in your list. If you expected one, an "
  "administrator can help.";

static const char at_home[] =
  "This is the copy that you took home: you can read and rate in it, and send your review back. "
  "Anything else is done in the panel’s own register, where others see it.";

static gboolean
has_role (const ComarkStanding *s, ComarkRole role)
{
  return (s->roles & role) != 0;
}

/* Made it, or helped to: then nothing of the panel is theirs on this submission. */
static gboolean
has_own_part (const ComarkStanding *s)
{
  return s->is_owner || s->is_contributor || s->interest_kind == COMARK_INTEREST_TOOK_PART;
}

static gboolean
is_seated (const ComarkStanding *s)
{
  return s->is_invited && !s->has_declined;
}

/* Knows that there is an invitation to come back to, and nothing else of the submission. */
static gboolean
is_declined (const ComarkStanding *s)
{
  return s->is_invited && s->has_declined
         && !comark_interests_hides (s->interest_kind, s->interest_effect);
}

static gboolean
may_rate (const ComarkStanding *s)
{
  if (!is_seated (s) || has_own_part (s) || s->kind == COMARK_KIND_NONE)
    return FALSE;
  /* who has not answered yet is told to answer first, not that they do not rate */
  return s->interest_kind == COMARK_INTEREST_UNANSWERED
         || comark_interests_may_rate (s->interest_kind, s->interest_effect, FALSE);
}

/* Everything the person is to the submission, as COMARK_IS_ bits. */
static guint
who_is (const ComarkStanding *s)
{
  gboolean own = has_own_part (s);
  gboolean admin = has_role (s, COMARK_ROLE_ADMINISTRATOR);
  gboolean chair = has_role (s, COMARK_ROLE_CO_CHAIR);
  guint who = COMARK_IS_EVERYONE;

  who |= admin ? COMARK_IS_ADMINISTRATOR : 0;
  who |= admin && !own ? COMARK_IS_FREE_ADMINISTRATOR : 0;
  who |= has_role (s, COMARK_ROLE_OWNER) ? COMARK_IS_OWNER_ROLE : 0;
  who |= s->is_owner ? COMARK_IS_OWNER : 0;
  who |= own && !s->is_owner ? COMARK_IS_CONTRIBUTOR : 0;
  who |= s->is_owner && s->is_contributor ? COMARK_IS_CONTRIBUTOR : 0;
  who |= is_seated (s) ? COMARK_IS_INVITED : 0;
  who |= is_seated (s) && !own ? COMARK_IS_PANEL : 0;
  who |= may_rate (s) ? COMARK_IS_RATER : 0;
  who |= may_rate (s) && (chair || s->is_deputy) ? COMARK_IS_CHAIR : 0;
  who |= chair && !own ? COMARK_IS_ANY_CHAIR : 0;
  who |= s->own_review != COMARK_REVIEW_NONE ? COMARK_IS_AUTHOR : 0;
  who |= s->began_thread ? COMARK_IS_ASKER : 0;
  who |= s->carries_task ? COMARK_IS_CARRIER : 0;
  who |= is_declined (s) ? COMARK_IS_DECLINED : 0;
  who |= has_role (s, COMARK_ROLE_MEMBER) || chair ? COMARK_IS_MEMBER_ROLE : 0;
  return who;
}

static gboolean
may_know_of (const ComarkStanding *s)
{
  if (!s->has_submission)
    return FALSE;
  if (s->is_owner)
    return TRUE;
  /* An interest hides from administrators and co-chairs like from anybody else. */
  if (comark_interests_hides (s->interest_kind, s->interest_effect))
    return FALSE;
  return has_own_part (s) || is_seated (s) || has_role (s, COMARK_ROLE_ADMINISTRATOR)
         || has_role (s, COMARK_ROLE_CO_CHAIR);
}

/* Why the first of the rule's needs that does not hold; NULL if all do. */
static const char *
first_missing (const ComarkAccessRule *rule, const ComarkStanding *s, guint who)
{
  for (guint bit = 0; bit < COMARK_N_NEEDS; bit++)
    if (rule->needs & (1u << bit))
      {
        const char *why = comark_access_need_missing (1u << bit, s, who);
        if (why != NULL)
          return why;
      }
  return NULL;
}

static const char *
not_rater (const ComarkStanding *s, const ComarkAccessRule *rule)
{
  if (has_own_part (s))
    return "You took part in making this, so you do not rate it. The panel is glad to hear you as "
           "someone who was there: ask a co-chair.";
  if (is_seated (s) && s->kind == COMARK_KIND_NONE)
    return "Experts by experience and staff members rate. An administrator can say in People "
           "which you are.";
  if (is_seated (s))
    return "You declared an interest, so you read and speak and do not rate. A co-chair can look "
           "at it again.";
  return rule->not_you;
}

/* A copy at home is there to read and to rate. Whatever else was done in it would reach nobody. */
static gboolean
is_for_home (ComarkAction action)
{
  switch ((int) action)
    {
    case COMARK_ACTION_SEE_MARKS:
    case COMARK_ACTION_BACK_UP:
    case COMARK_ACTION_SEE_EXISTS:
    case COMARK_ACTION_OPEN_DOCUMENT:
    case COMARK_ACTION_SEE_OWN_REVIEW:
    case COMARK_ACTION_RATE:
    case COMARK_ACTION_LET_WRITE:
    case COMARK_ACTION_MOVE_CLOCK:
      return TRUE;
    default:
      return FALSE;
    }
}

/* The refusal; NULL for yes. */
static const char *
refusal (const ComarkStanding *s, const ComarkAccessRule *rule)
{
  guint who = who_is (s);
  gboolean on_submission = rule->states != 0;

  if (!s->active)
    return not_active;
  if (s->at_home && !is_for_home (rule->action))
    return at_home;
  if (rule->action == COMARK_ACTION_SEE_MARK && s->has_submission && s->has_mark)
    return NULL; /* public by nature */
  if (on_submission && !may_know_of (s)
      && !(rule->action == COMARK_ACTION_COME_BACK && s->has_submission && is_declined (s)))
    return no_such;
  if ((who & rule->who) == 0)
    return rule->who == COMARK_IS_RATER ? not_rater (s, rule) : rule->not_you;
  if (on_submission && (rule->states & (1u << s->state)) == 0)
    return rule->not_now;
  return first_missing (rule, s, who);
}

gboolean
comark_access_check (const ComarkStanding *standing, ComarkAction action, char **reason)
{
  const ComarkAccessRule *rule = comark_access_rule (action);
  const char *why;

  g_return_val_if_fail (rule != NULL && (guint) standing->state < COMARK_N_STATES, FALSE);

  why = refusal (standing, rule);
  if (why != NULL && reason != NULL)
    *reason = g_strdup (why);
  return why == NULL;
}

gboolean
comark_access_peers_closed (const ComarkStanding *standing)
{
  gboolean before_meeting = standing->state == COMARK_STATE_IN_REVIEW
                            || standing->state == COMARK_STATE_CLARIFYING;

  return before_meeting && standing->own_review == COMARK_REVIEW_SUBMITTED
         && !standing->peers_opened
         && comark_access_check (standing, COMARK_ACTION_SEE_OTHERS_RATINGS, NULL);
}

gboolean
comark_access_sees_panel (const ComarkStanding *standing)
{
  if (has_role (standing, COMARK_ROLE_ADMINISTRATOR))
    return TRUE;
  if (standing->is_owner || standing->is_contributor)
    return FALSE;
  return is_seated (standing) || has_role (standing, COMARK_ROLE_CO_CHAIR);
}
