/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-access.h"

static const struct
{
  ComarkAction read, talk;
} audiences[] = {
  [COMARK_TALK_ADMINISTRATORS]
  = { COMARK_ACTION_SEE_ADMINISTRATORS_TALK, COMARK_ACTION_TALK_TO_ADMINISTRATORS },
  [COMARK_TALK_RATED] = { COMARK_ACTION_SEE_DISCUSSION, COMARK_ACTION_DISCUSS },
  [COMARK_TALK_PANEL] = { COMARK_ACTION_SEE_PANEL_TALK, COMARK_ACTION_TALK_TO_PANEL },
  [COMARK_TALK_OWNER] = { COMARK_ACTION_SEE_OWNER_TALK, COMARK_ACTION_TALK_TO_OWNER },
};
G_STATIC_ASSERT (G_N_ELEMENTS (audiences) == COMARK_N_TALK_AUDIENCES);

gboolean
comark_access_may_read_talk (const ComarkStanding *standing, ComarkTalkAudience audience,
                             gboolean began, char **reason)
{
  ComarkStanding asked = *standing;

  g_return_val_if_fail ((guint) audience < COMARK_N_TALK_AUDIENCES, FALSE);
  asked.began_thread = began;
  return comark_access_check (&asked, audiences[audience].read, reason);
}

gboolean
comark_access_may_talk (const ComarkStanding *standing, ComarkTalkAudience audience,
                        gboolean began, char **reason)
{
  ComarkStanding asked = *standing;

  g_return_val_if_fail ((guint) audience < COMARK_N_TALK_AUDIENCES, FALSE);
  asked.began_thread = began;
  return comark_access_check (&asked, audiences[audience].talk, reason)
         && comark_access_check (&asked, audiences[audience].read, reason);
}
