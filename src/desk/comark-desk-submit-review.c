/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A member hands in their first review; a co-chair opens it again after a slip.
 */
#include "comark-desk-panel.h"

#include "comark-desk-case.h"
#include "comark-desk-merge.h"
#include "comark-desk-own-review.h"
#include "comark-desk-standing.h"
#include "comark-desk-step.h"
#include "comark-desk-supporter.h"
#include "comark-desk-text.h"
#include "comark-panel-facts.h"
#include "comark-review-rows.h"
#include "comark-review-version-rows.h"
#include "comark-seat-rows.h"

static gboolean
find_first (ComarkCase *self, const ComarkId *person, ComarkReview **review, GError **error)
{
  return comark_review_rows_find (self->desk->sql, &self->id, person, self->submission->round,
                                  COMARK_STAGE_FIRST, review, error);
}

/* ---- what is missing ---- */

typedef struct
{
  const char *ref;
  char **missing;
} Missing;

/* What the rules ask for, and wordings that wait for their author to choose one. */
static char **
list_missing (ComarkCase *self, ComarkReview *review, GError **error)
{
  char **missing = comark_panel_missing (self->framework, self->submission->route, review);
  guint n = g_strv_length (missing);
  char *waiting = NULL, *unconfirmed = NULL;

  if (review != NULL
      && (!comark_desk_find_waiting (self->desk, &review->id, &waiting, error)
          || !comark_desk_find_unconfirmed (self->desk, &review->id, &unconfirmed, error)))
    {
      g_free (waiting);
      g_strfreev (missing);
      return NULL;
    }
  missing = g_renew (char *, missing, n + 3);
  if (waiting != NULL)
    missing[n++] = waiting;
  if (unconfirmed != NULL)
    missing[n++] = unconfirmed;
  missing[n] = NULL;
  return missing;
}

static gboolean
missing_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Missing *missing = data;
  g_autoptr (ComarkCase) self
    = comark_case_open (desk, missing->ref, COMARK_ACTION_SEE_OWN_REVIEW, NULL, error);
  g_autoptr (ComarkReview) review = NULL;

  if (self == NULL || !find_first (self, &desk->who->id, &review, error))
    return FALSE;
  missing->missing = list_missing (self, review, error);
  return missing->missing != NULL;
}

char **
comark_desk_missing_to_rate (ComarkDesk *desk, const char *ref, GError **error)
{
  Missing missing = { ref, NULL };

  if (comark_desk_read (desk, missing_step, &missing, error))
    return missing.missing;
  g_strfreev (missing.missing);
  return NULL;
}

/* ---- submitting ---- */

static gboolean
check_whole (ComarkCase *self, ComarkReview *review, GError **error)
{
  g_auto (GStrv) missing = list_missing (self, review, error);
  g_autofree char *list = missing != NULL ? g_strjoinv ("\n", missing) : NULL;

  if (missing == NULL)
    return FALSE;
  if (missing[0] == NULL && review != NULL)
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_MISSING,
                             "Everything you have written is kept. Still missing:\n%s", list);
}

static gboolean
submit_first (ComarkCase *self, ComarkReview *review, GError **error)
{
  return comark_desk_allow (self->desk, &self->id, COMARK_ACTION_SUBMIT_REVIEW, error)
         && check_whole (self, review, error)
         && comark_review_rows_submit (self->desk->sql, &review->id,
                                       comark_desk_now_ms (self->desk), error)
         && comark_review_version_rows_keep (self->desk->sql, &review->id,
                                             comark_desk_now_ms (self->desk), error)
         && comark_desk_touch (self->desk, &self->id, error)
         && comark_case_log (self, "submit-review", &review->id, "state", NULL, error);
}

static gboolean
submit_step (ComarkDesk *desk, gpointer data, GError **error)
{
  g_autoptr (ComarkCase) self
    = comark_case_open (desk, data, COMARK_ACTION_SEE_EXISTS, NULL, error);
  g_autoptr (ComarkReview) review = NULL;

  if (self == NULL || !find_first (self, &desk->who->id, &review, error))
    return FALSE;
  /* Submitted twice is submitted once; final ratings count without being handed in. */
  if (review != NULL && review->submitted)
    return TRUE;
  return submit_first (self, review, error);
}

gboolean
comark_desk_submit_review (ComarkDesk *desk, const char *ref, GError **error)
{
  return comark_desk_write (desk, "submit-review", submit_step, (gpointer) ref, error);
}

/* ---- a slip ---- */

typedef struct
{
  const char *ref;
  const ComarkId *person;
  const char *because;
} Reopen;

static gboolean
reopen_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Reopen *reopen = data;
  g_autoptr (ComarkCase) self
    = comark_case_open (desk, reopen->ref, COMARK_ACTION_REOPEN_REVIEW, reopen->person, error);
  g_autoptr (ComarkReview) review = NULL;

  /* Asked above: it is submitted, and its author has opened nobody else's. */
  if (self == NULL || !find_first (self, reopen->person, &review, error))
    return FALSE;
  g_return_val_if_fail (review != NULL, FALSE);
  return comark_review_rows_keep (desk->sql, &review->id, NULL, comark_desk_now_ms (desk), error)
         && comark_review_rows_reopen (desk->sql, &review->id, comark_desk_now_ms (desk), error)
         && comark_review_version_rows_reopened (desk->sql, &review->id,
                                                 comark_desk_now_ms (desk), error)
         && comark_case_log (self, "reopen-review", &review->id, "state", reopen->because, error);
}

gboolean
comark_desk_reopen_review (ComarkDesk *desk,
                           const char *ref,
                           const ComarkId *person,
                           const char *because,
                           GError **error)
{
  Reopen reopen = { ref, person, because };

  return comark_desk_need_text ("The reason for opening it again", because, error)
         && comark_desk_write (desk, "reopen-review", reopen_step, &reopen, error);
}

/* ---- opening others' reviews ---- */

/* TRUE if there is a submitted review of somebody else. */
static gboolean
has_peers (GPtrArray *reviews, const ComarkId *person)
{
  for (guint i = 0; i < reviews->len; i++)
    if (!comark_id_equal (&((ComarkReview *) reviews->pdata[i])->person, person))
      return TRUE;
  return FALSE;
}

static gboolean
open_peers_step (ComarkDesk *desk, gpointer data, GError **error)
{
  ComarkStanding standing;
  g_autoptr (ComarkCase) self
    = comark_case_open (desk, data, COMARK_ACTION_SEE_EXISTS, NULL, error);
  g_autoptr (GPtrArray) reviews = NULL;

  if (self == NULL || !comark_desk_read_standing (desk, &self->id, NULL, &standing, error))
    return FALSE;
  if (standing.peers_opened || !standing.is_invited
      || !comark_access_check (&standing, COMARK_ACTION_SEE_OTHERS_RATINGS, NULL))
    return TRUE;
  reviews = comark_review_rows_list (desk->sql, &self->id, self->submission->round, error);
  if (reviews == NULL || !has_peers (reviews, &desk->who->id))
    return reviews != NULL;
  return comark_seat_rows_open_peers (desk->sql, &self->id, &desk->who->id,
                                      comark_desk_now_ms (desk), error)
         && comark_case_log (self, "open-peers", &desk->who->id, "peers_opened_at", NULL, error);
}

gboolean
comark_desk_open_peers (ComarkDesk *desk, const char *ref, GError **error)
{
  return comark_desk_write (desk, "open-peers", open_peers_step, (gpointer) ref, error);
}

/* ---- will say on the day ---- */

typedef struct
{
  const char *ref;
  gboolean on_the_day;
} OnTheDay;

static gboolean
on_the_day_step (ComarkDesk *desk, gpointer data, GError **error)
{
  OnTheDay *answer = data;
  g_autoptr (ComarkCase) self
    = comark_case_open (desk, answer->ref, COMARK_ACTION_SAY_ON_THE_DAY, NULL, error);

  return self != NULL
         && comark_seat_rows_on_the_day (desk->sql, &self->id, &desk->who->id,
                                         answer->on_the_day, error)
         && comark_case_log (self, "on-the-day", &desk->who->id, "on_the_day", NULL, error);
}

gboolean
comark_desk_say_on_the_day (ComarkDesk *desk, const char *ref, gboolean on_the_day, GError **error)
{
  OnTheDay data = { ref, on_the_day };

  return comark_desk_write (desk, "on-the-day", on_the_day_step, &data, error);
}
