/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-quorum.h"

#include "comark-interests.h"

typedef struct
{
  guint voters[COMARK_KIND_STAFF + 1]; /* by kind */
  gboolean co_chair[COMARK_KIND_STAFF + 1];
  gboolean carer;
} Count;

static const ComarkQuorumSettings defaults = COMARK_QUORUM_DEFAULTS;

static void
rule_free (gpointer data)
{
  ComarkQuorumRule *rule = data;

  g_free (rule->sentence);
  g_free (rule);
}

void
comark_quorum_report_free (ComarkQuorumReport *self)
{
  g_ptr_array_unref (self->rules);
  g_free (self);
}

static gboolean
is_of_panel (const ComarkAttendee *attendee)
{
  return attendee->kind == COMARK_KIND_EXPERT || attendee->kind == COMARK_KIND_STAFF;
}

gboolean
comark_quorum_is_voter (const ComarkAttendee *attendee)
{
  return is_of_panel (attendee) && attendee->present && !attendee->stood_down
         && comark_interests_may_rate (attendee->interest_kind, attendee->interest_effect,
                                       attendee->is_contributor);
}

/* Counts who may vote: now, or if everybody came and had nothing to declare but what they said. */
static Count
count_voters (const ComarkAttendee *attendees, guint n, gboolean as_if_all_came)
{
  Count count = { 0 };

  for (guint i = 0; i < n; i++)
    {
      ComarkAttendee person = attendees[i];
      if (as_if_all_came)
        person.present = TRUE;
      if (as_if_all_came && person.interest_kind == COMARK_INTEREST_UNANSWERED)
        person.interest_kind = COMARK_INTEREST_NONE;
      if (!comark_quorum_is_voter (&person))
        continue;
      count.voters[person.kind]++;
      count.co_chair[person.kind] |= person.is_co_chair;
      count.carer |= person.kind == COMARK_KIND_EXPERT && person.is_carer;
    }
  return count;
}

static void
add_rule (ComarkQuorumReport *self, const char *id, gboolean met, char *sentence)
{
  ComarkQuorumRule *rule = g_new0 (ComarkQuorumRule, 1);

  rule->id = id;
  rule->met = met;
  rule->sentence = sentence;
  self->met = self->met && met;
  g_ptr_array_add (self->rules, rule);
}

/* "2 experts by experience can vote; at least 2 are needed." */
static void
add_count_rule (ComarkQuorumReport *self, const char *id, guint there, guint needed,
                const char *one, const char *many)
{
  char *sentence;

  if (there >= needed)
    sentence = g_strdup_printf ("%u %s can vote; at least %u are needed.", there,
                                there == 1 ? one : many, needed);
  else
    sentence = g_strdup_printf ("%u %s can vote; at least %u are needed. Invite %u more.", there,
                                there == 1 ? one : many, needed, needed - there);
  add_rule (self, id, there >= needed, sentence);
}

static char *
co_chairs_sentence (const Count *count)
{
  gboolean expert = count->co_chair[COMARK_KIND_EXPERT];
  gboolean staff = count->co_chair[COMARK_KIND_STAFF];

  if (expert && staff)
    return g_strdup ("Both co-chairs or their deputies are there.");
  if (expert)
    return g_strdup ("The staff co-chair is missing: ask their deputy.");
  if (staff)
    return g_strdup ("The expert by experience co-chair is missing: ask their deputy.");
  return g_strdup ("Both co-chairs are missing: ask their deputies.");
}

static char *
half_sentence (const ComarkQuorumReport *self, gboolean met)
{
  if (met)
    return g_strdup_printf ("Experts by experience are %u of %u voters, at least half.",
                            self->n_experts, self->n_voters);
  return g_strdup_printf ("Experts by experience are %u of %u voters, less than half: invite a "
                          "reserve, or a staff member stands down.",
                          self->n_experts, self->n_voters);
}

static ComarkQuorumReport *
report_of (const ComarkQuorumSettings *settings, const Count *count, gboolean affects_carers)
{
  ComarkQuorumReport *self = g_new0 (ComarkQuorumReport, 1);

  self->met = TRUE;
  self->n_experts = count->voters[COMARK_KIND_EXPERT];
  self->n_staff = count->voters[COMARK_KIND_STAFF];
  self->n_voters = self->n_experts + self->n_staff;
  self->rules = g_ptr_array_new_with_free_func (rule_free);
  add_count_rule (self, "voters", self->n_voters, settings->min_voters, "member", "members");
  add_count_rule (self, "experts", self->n_experts, settings->min_experts,
                  "expert by experience", "experts by experience");
  add_count_rule (self, "staff", self->n_staff, settings->min_staff, "staff member",
                  "staff members");
  if (settings->both_co_chairs)
    add_rule (self, "co-chairs",
              count->co_chair[COMARK_KIND_EXPERT] && count->co_chair[COMARK_KIND_STAFF],
              co_chairs_sentence (count));
  if (settings->experts_half)
    {
      gboolean met = self->n_voters > 0 && 2 * self->n_experts >= self->n_voters;
      add_rule (self, "half", met, half_sentence (self, met));
    }
  if (settings->carer && affects_carers)
    add_rule (self, "carer", count->carer,
              g_strdup (count->carer ? "A carer is among the experts by experience."
                                     : "This affects carers, and no expert by experience here is "
                                       "a carer: invite one."));
  return self;
}

ComarkQuorumReport *
comark_quorum_check (const ComarkQuorumSettings *settings, const ComarkAttendee *attendees,
                     guint n, gboolean affects_carers)
{
  Count count = count_voters (attendees, n, FALSE);

  return report_of (settings != NULL ? settings : &defaults, &count, affects_carers);
}

ComarkQuorumReport *
comark_quorum_can_form_panel (const ComarkQuorumSettings *settings,
                              const ComarkAttendee *invited, guint n, gboolean affects_carers)
{
  Count count = count_voters (invited, n, TRUE);

  return report_of (settings != NULL ? settings : &defaults, &count, affects_carers);
}

static char *
votes_sentence (ComarkVoteResult result, const guint yes[], const guint there[])
{
  g_autofree char *counts =
    g_strdup_printf ("%u of %u experts by experience and %u of %u staff said yes",
                     yes[COMARK_KIND_EXPERT], there[COMARK_KIND_EXPERT],
                     yes[COMARK_KIND_STAFF], there[COMARK_KIND_STAFF]);

  switch (result)
    {
    case COMARK_VOTES_CONSENSUS:
      return g_strdup_printf ("Everyone can live with this: %s and nobody said no.", counts);
    case COMARK_VOTES_DOUBLE_MAJORITY:
      return g_strdup_printf ("A majority of each kind agrees: %s.", counts);
    case COMARK_VOTES_NONE:
      break;
    }
  return g_strdup_printf ("There is no majority of each kind: %s. It is deferred, with both views "
                          "in the letter.", counts);
}

ComarkVoteResult
comark_quorum_count_votes (const ComarkBallot *ballots, guint n, char **sentence)
{
  guint yes[COMARK_KIND_STAFF + 1] = { 0 };
  guint there[COMARK_KIND_STAFF + 1] = { 0 };
  guint n_no = 0;
  ComarkVoteResult result = COMARK_VOTES_NONE;

  for (guint i = 0; i < n; i++)
    {
      ComarkMemberKind kind = ballots[i].kind;
      if (kind != COMARK_KIND_EXPERT && kind != COMARK_KIND_STAFF)
        continue;
      there[kind]++;
      yes[kind] += ballots[i].vote == COMARK_VOTE_YES;
      n_no += ballots[i].vote == COMARK_VOTE_NO;
    }
  /* One kind alone is no panel, however much it agrees with itself. */
  if (there[COMARK_KIND_EXPERT] == 0 || there[COMARK_KIND_STAFF] == 0)
    result = COMARK_VOTES_NONE;
  else if (n_no == 0 && yes[COMARK_KIND_EXPERT] > 0 && yes[COMARK_KIND_STAFF] > 0)
    result = COMARK_VOTES_CONSENSUS;
  else if (2 * yes[COMARK_KIND_EXPERT] > there[COMARK_KIND_EXPERT]
           && 2 * yes[COMARK_KIND_STAFF] > there[COMARK_KIND_STAFF])
    result = COMARK_VOTES_DOUBLE_MAJORITY;
  if (sentence != NULL)
    *sentence = votes_sentence (result, yes, there);
  return result;
}
