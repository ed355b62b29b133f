/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-panel-facts.h"

#include "comark-desk-text.h"
#include "comark-evidence.h"
#include "comark-interests.h"

/* ---- whose ratings count ---- */

static gboolean
may_rate (GPtrArray *seats, const ComarkId *person)
{
  for (guint i = 0; i < seats->len; i++)
    {
      ComarkSeat *seat = seats->pdata[i];

      if (comark_id_equal (&seat->person, person))
        return comark_interests_may_rate (seat->interest, seat->effect, seat->contributor);
    }
  return FALSE;
}

static ComarkReview **
find_of_same_person (GPtrArray *counted, ComarkReview *review)
{
  for (guint i = 0; i < counted->len; i++)
    if (comark_id_equal (&((ComarkReview *) counted->pdata[i])->person, &review->person))
      return (ComarkReview **) &counted->pdata[i];
  return NULL;
}

GPtrArray *
comark_panel_counted_reviews (GPtrArray *reviews, GPtrArray *seats)
{
  GPtrArray *counted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < reviews->len; i++)
    {
      ComarkReview *review = reviews->pdata[i];
      ComarkReview **other = find_of_same_person (counted, review);

      if (!review->submitted || !may_rate (seats, &review->person))
        continue;
      if (other == NULL)
        g_ptr_array_add (counted, g_object_ref (review));
      else if (review->stage == COMARK_STAGE_FINAL)
        g_set_object (other, review);
    }
  return counted;
}

static ComarkRating *
find_rating (ComarkReview *review, const char *criterion)
{
  for (guint i = 0; i < review->ratings->len; i++)
    {
      ComarkRating *rating = review->ratings->pdata[i];

      if (g_strcmp0 (rating->criterion, criterion) == 0)
        return rating;
    }
  return NULL;
}

ComarkMedians
comark_panel_medians (GPtrArray *counted, const char *criterion, ComarkFramework *framework)
{
  g_autoptr (GArray) ratings = g_array_new (FALSE, FALSE, sizeof (ComarkMemberRating));

  for (guint i = 0; i < counted->len; i++)
    {
      ComarkReview *review = counted->pdata[i];
      ComarkRating *rating = find_rating (review, criterion);
      ComarkMemberRating one
        = { review->kind, rating != NULL ? rating->value : COMARK_VALUE_NONE };

      g_array_append_val (ratings, one);
    }
  return comark_medians_of ((ComarkMemberRating *) (gpointer) ratings->data, ratings->len,
                            comark_framework_lowest_value (framework),
                            comark_framework_highest_value (framework));
}

static ComarkValue
middle_strength (GPtrArray *counted, const char *criterion, ComarkMemberKind kind)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < counted->len; i++)
    {
      ComarkReview *review = counted->pdata[i];
      ComarkRating *rating = find_rating (review, criterion);
      int strength = rating != NULL ? (int) rating->strength : COMARK_STRENGTH_NONE;

      if (review->kind == kind && strength != COMARK_STRENGTH_NONE)
        g_array_append_val (values, strength);
    }
  return comark_median_lower ((int *) (gpointer) values->data, values->len);
}

ComarkStrength
comark_panel_suggested_strength (GPtrArray *counted, const char *criterion)
{
  ComarkValue experts = middle_strength (counted, criterion, COMARK_KIND_EXPERT);
  ComarkValue staff = middle_strength (counted, criterion, COMARK_KIND_STAFF);

  if (experts == COMARK_VALUE_NONE || staff == COMARK_VALUE_NONE)
    return (ComarkStrength) MAX (MAX (experts, staff), (int) COMARK_STRENGTH_NONE);
  return (ComarkStrength) MIN (experts, staff);
}

/* ---- what was agreed ---- */

static gboolean
is_confirmed (GPtrArray *confirmations, const char *criterion)
{
  for (guint i = 0; i < confirmations->len; i++)
    if (g_strcmp0 (((ComarkConfirmation *) confirmations->pdata[i])->criterion, criterion) == 0)
      return TRUE;
  return FALSE;
}

static ComarkStrength
standing_strength (ComarkAgreedValue *agreed, GPtrArray *confirmations)
{
  if (agreed->strength < COMARK_STRENGTH_SHOWN)
    return agreed->strength;
  return is_confirmed (confirmations, agreed->criterion) ? COMARK_STRENGTH_CONFIRMED
                                                         : COMARK_STRENGTH_SHOWN;
}

ComarkAgreed *
comark_panel_agreed (GPtrArray *agreed, GPtrArray *judgements, GPtrArray *confirmations)
{
  ComarkAgreed *all = comark_agreed_new ();

  for (guint i = 0; i < agreed->len; i++)
    {
      ComarkAgreedValue *one = agreed->pdata[i];

      comark_agreed_set (all, one->criterion, one->value, standing_strength (one, confirmations),
                         one->because);
    }
  for (guint i = 0; i < judgements->len; i++)
    {
      ComarkJudgement *judgement = judgements->pdata[i];

      comark_agreed_answer (all, judgement->question, judgement->yes, judgement->because);
    }
  return all;
}

/* ---- quorum ---- */

ComarkQuorumReport *
comark_panel_quorum (ComarkMeeting *meeting, gboolean affects_carers)
{
  g_autofree ComarkAttendee *attendees = g_new0 (ComarkAttendee, MAX (meeting->attendance->len, 1));

  for (guint i = 0; i < meeting->attendance->len; i++)
    {
      ComarkAttendance *person = meeting->attendance->pdata[i];

      attendees[i].kind = person->kind;
      attendees[i].present = g_strcmp0 (person->how, "absent") != 0;
      attendees[i].is_co_chair = person->co_chair || person->deputy;
      attendees[i].is_carer = person->carer;
      attendees[i].interest_kind
        = person->votes ? COMARK_INTEREST_NONE : COMARK_INTEREST_UNANSWERED;
      attendees[i].interest_effect = COMARK_EFFECT_OPEN;
    }
  return comark_quorum_check (NULL, attendees, meeting->attendance->len, affects_carers);
}

ComarkQuorumReport *
comark_panel_can_meet (GPtrArray *seats, gboolean affects_carers)
{
  g_autofree ComarkAttendee *invited = g_new0 (ComarkAttendee, MAX (seats->len, 1));
  guint n = 0;

  for (guint i = 0; i < seats->len; i++)
    {
      ComarkSeat *seat = seats->pdata[i];

      if (g_strcmp0 (seat->reply, "declined") == 0)
        continue;
      invited[n].kind = seat->kind;
      invited[n].is_co_chair = seat->co_chair;
      invited[n].is_carer = seat->carer;
      invited[n].is_contributor = seat->contributor;
      invited[n].interest_kind = seat->interest;
      invited[n].interest_effect = seat->effect;
      n++;
    }
  return comark_quorum_can_form_panel (NULL, invited, n, affects_carers);
}

/* ---- what a review lacks ---- */

#define LEVELS_FOR_TWO_LOW 4

gboolean
comark_panel_needs_reason (ComarkFramework *framework, ComarkValue value)
{
  const GPtrArray *levels = comark_framework_get_levels (framework);
  guint n_low = levels->len < LEVELS_FOR_TWO_LOW ? 1 : 2;

  if (!comark_value_is_level (value))
    return value != COMARK_VALUE_NONE;
  for (guint i = 0; i < n_low && i < levels->len; i++)
    if (((const ComarkLevel *) levels->pdata[i])->value == value)
      return TRUE;
  return value == comark_framework_highest_value (framework);
}

static char *
reason_sentence (const ComarkCriterion *criterion, ComarkValue value)
{
  if (value == COMARK_VALUE_CANNOT_TELL)
    return g_strdup_printf ("%s (%s): say what you would need to know to tell.", criterion->id,
                            criterion->title);
  if (value == COMARK_VALUE_NOT_APPLICABLE)
    return g_strdup_printf ("%s (%s): say why it does not apply.", criterion->id,
                            criterion->title);
  return g_strdup_printf ("%s (%s): say why it is %d.", criterion->id, criterion->title, value);
}

static void
add_missing (GPtrArray *missing, ComarkFramework *framework, const ComarkCriterion *criterion,
             ComarkRating *rating)
{
  if (rating == NULL || rating->value == COMARK_VALUE_NONE)
    g_ptr_array_add (missing, g_strdup_printf ("%s (%s) has no answer yet.", criterion->id,
                                               criterion->title));
  else if (!comark_framework_accepts (framework, criterion, rating->value))
    g_ptr_array_add (missing, g_strdup_printf ("%s (%s): choose another answer; this one is "
                                               "not possible here.",
                                               criterion->id, criterion->title));
  else if (comark_panel_needs_reason (framework, rating->value)
           && comark_desk_is_blank (rating->reason))
    g_ptr_array_add (missing, reason_sentence (criterion, rating->value));
}

char **
comark_panel_missing (ComarkFramework *framework, const char *route, ComarkReview *review)
{
  g_autoptr (GPtrArray) criteria = comark_framework_criteria_for_route (framework, route);
  GPtrArray *missing = g_ptr_array_new ();

  for (guint i = 0; i < criteria->len; i++)
    {
      const ComarkCriterion *criterion = criteria->pdata[i];

      add_missing (missing, framework, criterion,
                   review != NULL ? find_rating (review, criterion->id) : NULL);
    }
  g_ptr_array_add (missing, NULL);
  return (char **) g_ptr_array_free (missing, FALSE);
}
