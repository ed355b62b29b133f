/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a panel settles in its meeting: agreed values, judgements, dissent; and contributors'
 * confirmations.
 */
#include "comark-desk-panel.h"

#include "comark-contributor-rows.h"
#include "comark-desk-case.h"
#include "comark-desk-standing.h"
#include "comark-desk-step.h"
#include "comark-desk-text-draft.h"
#include "comark-desk-text.h"
#include "comark-meeting-rows.h"
#include "comark-panel-facts.h"

typedef struct
{
  const char *ref;
  const char *criterion;
  ComarkValue value;
  ComarkStrength strength;
  const char *because;
} Agree;

/* ---- agreed values ---- */

/* Nobody gave a number: the panel may take over the word that all who rated chose. */
static gboolean
all_said (GPtrArray *counted, const ComarkMedians *medians, ComarkValue value)
{
  guint n = value == COMARK_VALUE_CANNOT_TELL ? medians->n_cannot_tell
                                              : medians->n_not_applicable;

  return !comark_value_is_level (value) && counted->len > 0 && n == counted->len;
}

static gboolean
check_because (Agree *agree, GPtrArray *counted, const ComarkMedians *medians, GError **error)
{
  if (!comark_desk_is_blank (agree->because) || agree->value == medians->suggested
      || all_said (counted, medians, agree->value))
    return TRUE;
  if (medians->suggested == COMARK_VALUE_NONE)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_MISSING,
                               "The ratings suggest no value for %s. Say in a sentence why the "
                               "panel settled on this one.",
                               agree->criterion);
  return comark_desk_refuse (error, COMARK_DESK_ERROR_MISSING,
                             "For %s the ratings suggest %d. Say in a sentence why the panel "
                             "settled on something else.",
                             agree->criterion, medians->suggested);
}

static gboolean
check_agreed (ComarkCase *self, Agree *agree, GError **error)
{
  const ComarkCriterion *criterion = comark_case_criterion (self, agree->criterion, error);

  if (criterion == NULL)
    return FALSE;
  if (self->submission->state != COMARK_STATE_IN_MEETING)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                               "Values are agreed in the meeting. Open it first; on a condition, "
                               "record that it is met.");
  if (comark_framework_accepts (self->framework, criterion, agree->value))
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                             "That is no value for %s. It is a level of the scale, “cannot tell "
                             "yet”%s.",
                             criterion->id,
                             criterion->na_allowed ? " or “does not apply”" : "");
}

static gboolean
agree_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Agree *agree = data;
  g_autoptr (ComarkCase) self
    = comark_case_open (desk, agree->ref, COMARK_ACTION_AGREE_VALUE, NULL, error);
  g_autoptr (GPtrArray) counted = NULL;
  ComarkStrength strength = agree->strength;
  ComarkMedians medians;

  if (self == NULL || !check_agreed (self, agree, error))
    return FALSE;
  counted = comark_case_counted (self, error);
  if (counted == NULL)
    return FALSE;
  medians = comark_panel_medians (counted, agree->criterion, self->framework);
  if (!check_because (agree, counted, &medians, error))
    return FALSE;
  if (strength == COMARK_STRENGTH_NONE)
    strength = comark_panel_suggested_strength (counted, agree->criterion);
  return comark_meeting_rows_add_agreed (desk->sql, &self->id, self->submission->round,
                                         agree->criterion, agree->value, strength,
                                         agree->because, &desk->who->id,
                                         comark_desk_now_ms (desk), error)
         && comark_desk_drop_text (desk, &self->id, COMARK_SLOT_AGREE, agree->criterion, error)
         && comark_case_log (self, "agree", NULL, "value strength because", agree->because,
                             error);
}

gboolean
comark_desk_agree (ComarkDesk *desk,
                   const char *ref,
                   const char *criterion,
                   ComarkValue value,
                   ComarkStrength strength,
                   const char *because,
                   GError **error)
{
  Agree agree = { ref, criterion, value, strength, because };

  return comark_desk_check_text ("The reason", because, error)
         && comark_desk_write (desk, "agree", agree_step, &agree, error);
}

/* ---- judgements ---- */

typedef struct
{
  const char *ref;
  const char *question;
  gboolean yes;
  const char *because;
} Judge;

static gboolean
judge_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Judge *judge = data;
  g_autoptr (ComarkCase) self
    = comark_case_open (desk, judge->ref, COMARK_ACTION_ANSWER_JUDGEMENT, NULL, error);

  if (self == NULL)
    return FALSE;
  if (comark_framework_question (self->framework, judge->question) == NULL)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                               "The framework of this submission asks no such question.");
  return comark_meeting_rows_add_judgement (desk->sql, &self->id, self->submission->round,
                                            judge->question, judge->yes, judge->because,
                                            &desk->who->id, comark_desk_now_ms (desk), error)
         && comark_case_log (self, "judge", NULL, "yes because", judge->because, error);
}

gboolean
comark_desk_judge (ComarkDesk *desk,
                   const char *ref,
                   const char *question,
                   gboolean yes,
                   const char *because,
                   GError **error)
{
  Judge judge = { ref, question, yes, because };

  return comark_desk_need_text ("The reason for the answer", because, error)
         && comark_desk_write (desk, "judge", judge_step, &judge, error);
}

/* ---- dissent ---- */

typedef struct
{
  const char *ref;
  const char *criterion;
  const ComarkId *person;
  const char *body;
} Dissent;

static gboolean
check_dissent (ComarkCase *self, Dissent *dissent, GError **error)
{
  g_autoptr (ComarkMeeting) meeting = comark_case_last_meeting (self, error);

  if (meeting == NULL
      || (*dissent->criterion != '\0'
          && comark_case_criterion (self, dissent->criterion, error) == NULL))
    return FALSE;
  for (guint i = 0; i < meeting->attendance->len; i++)
    if (comark_id_equal (&((ComarkAttendance *) meeting->attendance->pdata[i])->person,
                         dissent->person))
      return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                             "Dissent is noted for those who were at the meeting. Record their "
                             "attendance first.");
}

static gboolean
dissent_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Dissent *dissent = data;
  g_autoptr (ComarkCase) self
    = comark_case_open (desk, dissent->ref, COMARK_ACTION_DISSENT, dissent->person, error);

  return self != NULL && check_dissent (self, dissent, error)
         && comark_meeting_rows_add_dissent (desk->sql, &self->id, self->submission->round,
                                             dissent->criterion, dissent->person, dissent->body,
                                             comark_desk_now_ms (desk), error)
         && comark_case_log (self, "dissent", dissent->person, "body", dissent->body, error);
}

gboolean
comark_desk_dissent (ComarkDesk *desk,
                     const char *ref,
                     const char *criterion,
                     const ComarkId *person,
                     const char *body,
                     GError **error)
{
  Dissent dissent = { ref, criterion ? criterion : "", person ? person : &desk->who->id, body };

  return comark_desk_need_text ("What they disagree with", body, error)
         && comark_desk_write (desk, "dissent", dissent_step, &dissent, error);
}

/* ---- confirmations ---- */

typedef struct
{
  const char *ref;
  const char *criterion;
  const ComarkId *contributor;
  const char *how;
  const char *day;
} Confirm;

static gboolean
check_contributor (ComarkContributor *contributor, GError **error)
{
  if (contributor == NULL)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                               "Nobody of that name is among the contributors. The owner adds "
                               "them.");
  if (!contributor->lived_experience)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                               "Only a contributor with lived experience can confirm this. Ask "
                               "another contributor.");
  return TRUE;
}

static gboolean
confirm_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Confirm *confirm = data;
  g_autoptr (ComarkCase) self
    = comark_case_open (desk, confirm->ref, COMARK_ACTION_SEE_EXISTS, NULL, error);
  g_autoptr (ComarkContributor) contributor = NULL;

  if (self == NULL || comark_case_criterion (self, confirm->criterion, error) == NULL
      || !comark_contributor_rows_find (desk->sql, &self->id, confirm->contributor, &contributor,
                                        error)
      || !check_contributor (contributor, error)
      || !comark_desk_allow_about (desk, &self->id, &contributor->person,
                                   COMARK_ACTION_CONFIRM_EVIDENCE, error))
    return FALSE;
  return comark_contributor_rows_confirm (desk->sql, &self->id, confirm->criterion,
                                          confirm->contributor, confirm->how, confirm->day,
                                          &desk->who->id, comark_desk_now_ms (desk), error)
         && comark_desk_touch (desk, &self->id, error)
         && comark_case_log (self, "confirm", confirm->contributor, "criterion how day",
                             confirm->criterion, error);
}

gboolean
comark_desk_confirm (ComarkDesk *desk,
                     const char *ref,
                     const char *criterion,
                     const ComarkId *contributor,
                     const char *how,
                     const char *day,
                     GError **error)
{
  g_autofree char *today = comark_desk_today (desk);
  Confirm confirm = { ref, criterion, contributor, how, day };

  if (!comark_desk_need_text ("How it was confirmed", how, error))
    return FALSE;
  if (!comark_day_is_valid (day) || g_strcmp0 (day, today) > 0)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                               "Say on which day it was confirmed, today or before.");
  return comark_desk_write (desk, "confirm", confirm_step, &confirm, error);
}
