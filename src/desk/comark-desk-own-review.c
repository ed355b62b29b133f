/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-desk-own-review.h"

#include "comark-desk-standing.h"
#include "comark-desk-text.h"
#include "comark-review-rows.h"
#include "comark-supporter-rows.h"

void
comark_own_review_free (ComarkOwnReview *self)
{
  g_clear_pointer (&self->panel, comark_case_free);
  g_clear_object (&self->review);
  g_free (self);
}

static gboolean
find (ComarkOwnReview *self, ComarkStage stage, GError **error)
{
  g_clear_object (&self->review);
  self->stage = stage;
  return comark_review_rows_find (self->panel->desk->sql, &self->panel->id,
                                  &self->panel->desk->who->id, self->panel->submission->round,
                                  stage, &self->review, error);
}

static gboolean
is_after_opening (ComarkState state)
{
  return state == COMARK_STATE_IN_MEETING || state == COMARK_STATE_DECIDED;
}

static gboolean
choose_stage (ComarkOwnReview *self, GError **error)
{
  if (!find (self, COMARK_STAGE_FIRST, error))
    return FALSE;
  if (self->review == NULL || !self->review->submitted)
    return TRUE;
  if (is_after_opening (self->panel->submission->state))
    return find (self, COMARK_STAGE_FINAL, error);
  return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                             "You have submitted this review, so it stays as it is. If something "
                             "slipped, a co-chair can open it again for you; from the meeting on "
                             "you may give final ratings.");
}

ComarkOwnReview *
comark_own_review_open (ComarkDesk *desk, const char *ref, GError **error)
{
  g_autoptr (ComarkOwnReview) self = g_new0 (ComarkOwnReview, 1);
  ComarkAction action;

  self->panel = comark_case_open (desk, ref, COMARK_ACTION_SEE_EXISTS, NULL, error);
  if (self->panel == NULL || !choose_stage (self, error))
    return NULL;
  action = self->stage == COMARK_STAGE_FIRST ? COMARK_ACTION_RATE : COMARK_ACTION_RATE_FINAL;
  return comark_desk_allow (desk, &self->panel->id, action, error) ? g_steal_pointer (&self)
                                                                   : NULL;
}

static gboolean
copy_first (ComarkOwnReview *self, ComarkId *id, GError **error)
{
  if (!find (self, COMARK_STAGE_FIRST, error))
    return FALSE;
  return comark_review_rows_copy (self->panel->desk->sql, &self->review->id,
                                  comark_desk_now_ms (self->panel->desk), id, error);
}

gboolean
comark_own_review_begin (ComarkOwnReview *self, gboolean *is_new, GError **error)
{
  ComarkDesk *desk = self->panel->desk;
  ComarkStage stage = self->stage;
  ComarkId id;

  *is_new = self->review == NULL;
  if (self->review != NULL)
    return TRUE;
  if (stage == COMARK_STAGE_FINAL ? !copy_first (self, &id, error)
                                  : !comark_review_rows_add (desk->sql, &self->panel->id,
                                                             &desk->who->id,
                                                             self->panel->submission->round,
                                                             comark_desk_now_ms (desk), &id,
                                                             error))
    return FALSE;
  return find (self, stage, error)
         && comark_case_log (self->panel, "begin-review", &self->review->id, "stage",
                             comark_stage_nick (stage), error);
}

gboolean
comark_own_review_mark (ComarkOwnReview *self, const char *criterion, GError **error)
{
  ComarkDesk *desk = self->panel->desk;
  g_autoptr (ComarkSupporter) supporter = NULL;

  if (!comark_supporter_rows_find (desk->sql, &self->panel->id, &desk->who->id, &supporter, error))
    return FALSE;
  if (supporter == NULL)
    return comark_supporter_rows_correct (desk->sql, &self->review->id, criterion,
                                          comark_desk_now_ms (desk), error);
  return comark_supporter_rows_record (desk->sql, &self->review->id, criterion,
                                       &supporter->person, supporter->name, "waiting",
                                       comark_desk_now_ms (desk), error)
         && comark_desk_log_as (desk, &supporter->person, "record-rating", &self->panel->id,
                                &desk->who->id, "value reason strength", supporter->name, error);
}
