/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rating alone: what a member types is stored as it is, a second after the last key.
 */
#include "comark-desk-panel.h"

#include "comark-desk-own-review.h"
#include "comark-desk-text.h"
#include "comark-panel-facts.h"
#include "comark-review-rows.h"

typedef struct
{
  const char *ref;
  const char *criterion;
  ComarkValue value;
  const char *reason;
  ComarkStrength strength;
  gint64 rev;
  gint64 new_rev;
  ComarkRating *theirs;
} Rate;

/* "n/a" where it is not allowed is refused at once: nobody should find out at the end. */
static gboolean
check_value (ComarkOwnReview *own, const ComarkCriterion *criterion, Rate *rate, GError **error)
{
  ComarkFramework *framework = own->panel->framework;

  if (rate->value == COMARK_VALUE_NONE && own->stage == COMARK_STAGE_FIRST)
    return TRUE;
  if (rate->value == COMARK_VALUE_NOT_APPLICABLE && !criterion->na_allowed)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                               "%s applies to everything, so “does not apply” is not possible. If "
                               "there is not enough to say, choose “cannot tell yet”.",
                               criterion->id);
  if (!comark_framework_accepts (framework, criterion, rate->value))
    return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                               "That is no level of the scale. It goes from %d to %d.",
                               comark_framework_lowest_value (framework),
                               comark_framework_highest_value (framework));
  /* A final rating counts from now on, so it has to be whole. */
  if (own->stage == COMARK_STAGE_FINAL && comark_panel_needs_reason (framework, rate->value))
    return comark_desk_need_text ("The reason for this rating", rate->reason, error);
  return TRUE;
}

static gboolean
is_same (ComarkRating *stored, Rate *rate)
{
  return stored != NULL && stored->value == rate->value && stored->strength == rate->strength
         && g_strcmp0 (stored->reason, rate->reason ? rate->reason : "") == 0;
}

static gboolean
changed_meanwhile (ComarkRating *stored, Rate *rate, GError **error)
{
  ComarkDeskChanges changes = COMARK_DESK_CHANGES_NONE;
  g_autofree char *what = g_strdup_printf ("your rating of %s", rate->criterion);

  comark_desk_changes_flag (&changes, "rating", stored->value, rate->value);
  comark_desk_changes_text (&changes, "reason", stored->reason, rate->reason);
  comark_desk_changes_flag (&changes, "strength", stored->strength, rate->strength);
  rate->theirs = g_object_ref (stored);
  return comark_desk_changed (&changes, what, error);
}

static gboolean
store_rating (ComarkOwnReview *own, Rate *rate, ComarkRating *stored, GError **error)
{
  ComarkDesk *desk = own->panel->desk;
  gint64 now_ms = comark_desk_now_ms (desk);
  gint64 rev = stored ? stored->rev : 0;

  if (own->stage == COMARK_STAGE_FINAL && stored != NULL
      && !comark_review_rows_keep (desk->sql, &own->review->id, rate->criterion, now_ms, error))
    return FALSE;
  if (!comark_review_rows_put_rating (desk->sql, &own->review->id, rate->criterion, rate->value,
                                      rate->reason, rate->strength, rev, now_ms, error))
    return FALSE;
  rate->new_rev = rev + 1;
  if (!comark_own_review_mark (own, rate->criterion, error))
    return FALSE;
  return comark_case_log (own->panel, "save-rating", &own->review->id, "value reason strength",
                          rate->reason, error);
}

static gboolean
rate_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Rate *rate = data;
  g_autoptr (ComarkOwnReview) own = comark_own_review_open (desk, rate->ref, error);
  const ComarkCriterion *criterion
    = own != NULL ? comark_case_criterion (own->panel, rate->criterion, error) : NULL;
  g_autoptr (ComarkRating) stored = NULL;
  gboolean is_new;

  if (criterion == NULL || !check_value (own, criterion, rate, error)
      || !comark_own_review_begin (own, &is_new, error)
      || !comark_review_rows_find_rating (desk->sql, &own->review->id, rate->criterion, &stored,
                                          error))
    return FALSE;
  if (is_same (stored, rate))
    {
      rate->new_rev = stored->rev;
      return TRUE;
    }
  /* What was just copied from the first review nobody can have changed since it was read. */
  if (!is_new && stored != NULL && stored->rev != rate->rev)
    return changed_meanwhile (stored, rate, error);
  return store_rating (own, rate, stored, error);
}

gboolean
comark_desk_save_rating (ComarkDesk *desk,
                         const char *ref,
                         const char *criterion,
                         ComarkValue value,
                         const char *reason,
                         ComarkStrength strength,
                         gint64 rating_rev,
                         gint64 *new_rev,
                         ComarkRating **theirs,
                         GError **error)
{
  Rate rate = { ref, criterion, value, reason, strength, rating_rev, rating_rev + 1, NULL };
  gboolean done = comark_desk_check_text ("The reason", reason, error)
                  && comark_desk_write (desk, "save-rating", rate_step, &rate, error);

  if (done && new_rev != NULL)
    *new_rev = rate.new_rev;
  if (theirs != NULL)
    *theirs = g_steal_pointer (&rate.theirs);
  g_clear_object (&rate.theirs);
  return done;
}

/* ---- the overall comment ---- */

typedef struct
{
  const char *ref;
  const char *text;
  gint64 rev;
  gint64 new_rev;
} Words;

static gboolean
body_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Words *words = data;
  g_autoptr (ComarkOwnReview) own = comark_own_review_open (desk, words->ref, error);
  ComarkDeskChanges changes = COMARK_DESK_CHANGES_NONE;
  gboolean is_new;

  if (own == NULL || !comark_own_review_begin (own, &is_new, error))
    return FALSE;
  words->new_rev = own->review->rev;
  if (g_strcmp0 (own->review->body, words->text ? words->text : "") == 0)
    return TRUE;
  if (!is_new && own->review->rev != words->rev)
    {
      comark_desk_changes_text (&changes, "comment", own->review->body, words->text);
      return comark_desk_changed (&changes, "your review", error);
    }
  words->new_rev = own->review->rev + 1;
  return comark_review_rows_put_body (desk->sql, &own->review->id, words->text, own->review->rev,
                                      comark_desk_now_ms (desk), error)
         && comark_own_review_mark (own, "", error)
         && comark_case_log (own->panel, "save-comment", &own->review->id, "body", words->text,
                             error);
}

gboolean
comark_desk_save_review_body (ComarkDesk *desk,
                              const char *ref,
                              const char *body,
                              gint64 rev,
                              gint64 *new_rev,
                              GError **error)
{
  Words words = { ref, body, rev, rev + 1 };

  if (!comark_desk_check_text ("The comment", body, error)
      || !comark_desk_write (desk, "save-comment", body_step, &words, error))
    return FALSE;
  if (new_rev != NULL)
    *new_rev = words.new_rev;
  return TRUE;
}

/* ---- where the member stopped ---- */

static gboolean
place_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Words *words = data;
  g_autoptr (ComarkOwnReview) own = comark_own_review_open (desk, words->ref, error);
  gboolean is_new;

  if (own == NULL || comark_case_criterion (own->panel, words->text, error) == NULL)
    return FALSE;
  /* Looking about is no final rating: it begins with the first change. */
  if (own->stage == COMARK_STAGE_FINAL && own->review == NULL)
    return TRUE;
  return comark_own_review_begin (own, &is_new, error)
         && comark_review_rows_put_place (desk->sql, &own->review->id, words->text, error);
}

gboolean
comark_desk_save_place (ComarkDesk *desk, const char *ref, const char *criterion, GError **error)
{
  Words words = { .ref = ref, .text = criterion };

  return comark_desk_write (desk, "save-place", place_step, &words, error);
}
