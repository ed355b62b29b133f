/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-submission-words.h"

#include <glib/gi18n.h>

static const char *const levels[] = { "", "strategic", "operational", "individual", NULL };

const char *const *
comark_levels (void)
{
  return levels;
}

const char *
comark_level_words (const char *level)
{
  if (level == NULL || *level == '\0')
    return "";
  if (g_str_equal (level, "strategic"))
    return _("Strategic: how the whole organisation works");
  if (g_str_equal (level, "operational"))
    return _("Operational: how one service works");
  if (g_str_equal (level, "individual"))
    return _("Individual: one person’s own care");
  return level;
}

char *
comark_returned_words (ComarkSubmission *submission)
{
  const char *because = submission->returned_because;

  if (because == NULL || *because == '\0')
    return NULL;
  switch ((int) submission->state)
    {
    case COMARK_STATE_PREPARING:
      return g_strdup_printf (_("It was sent back: %s"), because);
    case COMARK_STATE_OUT_OF_SCOPE:
      return g_strdup_printf (_("Why it is out of scope: %s"), because);
    case COMARK_STATE_WITHDRAWN:
      return g_strdup_printf (_("Why it was withdrawn: %s"), because);
    default:
      return NULL;
    }
}
