/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-desk-standing.h"

#include "comark-desk-home.h"
#include "comark-desk-text.h"
#include "comark-standing-rows.h"

static gboolean
read_person (ComarkDesk *desk, ComarkStanding *standing, GError **error)
{
  *standing = (ComarkStanding){ 0 };
  standing->purpose = desk->purpose;
  if (desk->who == NULL)
    return TRUE;
  if (!comark_desk_is_at_home (desk, &standing->at_home, error))
    return FALSE;
  /* Asked anew each time: roles may have gone since the person was chosen. */
  return comark_standing_rows_person (desk->sql, &desk->who->id, standing, error);
}

static gboolean
read_about (ComarkDesk *desk, const ComarkId *submission, const ComarkId *about,
            ComarkStanding *standing, GError **error)
{
  ComarkStanding theirs = { 0 };

  if (about == NULL || desk->who == NULL)
    return TRUE;
  standing->about_other = !comark_id_equal (about, &desk->who->id);
  if (!comark_standing_rows_submissions (desk->sql, about, submission, 1, &theirs, error))
    return FALSE;
  standing->others_review = theirs.own_review;
  standing->others_peers_opened = theirs.peers_opened;
  return TRUE;
}

gboolean
comark_desk_read_standing (ComarkDesk *desk, const ComarkId *submission, const ComarkId *about,
                           ComarkStanding *standing, GError **error)
{
  if (!read_person (desk, standing, error))
    return FALSE;
  if (submission == NULL)
    return TRUE;
  return comark_standing_rows_submissions (desk->sql, desk->who ? &desk->who->id : NULL,
                                           submission, 1, standing, error)
         && read_about (desk, submission, about, standing, error);
}

ComarkStanding *
comark_desk_read_standings (ComarkDesk *desk, const ComarkId *submissions, guint n,
                            GError **error)
{
  g_autofree ComarkStanding *standings = g_new0 (ComarkStanding, MAX (n, 1));
  ComarkStanding person;

  if (!read_person (desk, &person, error))
    return NULL;
  for (guint i = 0; i < n; i++)
    standings[i] = person;
  if (!comark_standing_rows_submissions (desk->sql, desk->who ? &desk->who->id : NULL,
                                         submissions, n, standings, error))
    return NULL;
  return g_steal_pointer (&standings);
}

static gboolean
no_such (GError **error)
{
  return comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                             "There is no such submission that you can open. Look at its "
                             "reference again, or ask an administrator.");
}

/* Who has declined knows of the invitation, to be able to come back to it. */
static gboolean
knows_of (const ComarkStanding *standing, ComarkAction action)
{
  return comark_access_check (standing, COMARK_ACTION_SEE_EXISTS, NULL)
         || (action == COMARK_ACTION_COME_BACK
             && comark_access_check (standing, COMARK_ACTION_COME_BACK, NULL));
}

gboolean
comark_desk_check_standing (const ComarkStanding *standing, ComarkAction action, GError **error)
{
  g_autofree char *reason = NULL;

  /* The same words for what is hidden and for what is not there. */
  if (standing->active && comark_action_is_on_submission (action)
      && (!standing->has_submission || !knows_of (standing, action)))
    return no_such (error);
  if (comark_access_check (standing, action, &reason))
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED, "%s", reason);
}

gboolean
comark_desk_allow_about (ComarkDesk *desk, const ComarkId *submission, const ComarkId *about,
                         ComarkAction action, GError **error)
{
  ComarkStanding standing;

  if (desk->who == NULL)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                               "Say first who you are: choose your name.");
  return comark_desk_read_standing (desk, submission, about, &standing, error)
         && comark_desk_check_standing (&standing, action, error);
}

gboolean
comark_desk_allow (ComarkDesk *desk, const ComarkId *submission, ComarkAction action,
                   GError **error)
{
  return comark_desk_allow_about (desk, submission, NULL, action, error);
}
