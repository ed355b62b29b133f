/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-desk-preferences.h"

#include "comark-desk-text.h"
#include "comark-preference-rows.h"

#define READING "reading"

gboolean
comark_desk_get_reading_look (ComarkDesk *desk, ComarkReadingLook *look, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *text = NULL;

  if (!comark_desk_allow (desk, NULL, COMARK_ACTION_KEEP_PREFERENCES, error))
    return FALSE;
  text = comark_preference_rows_find (desk->sql, &desk->who->id, READING, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  *look = comark_reading_look_from_text (text);
  return TRUE;
}

/* Without an entry in the log: that somebody reads large, or by ear, is not the register's. */
static gboolean
store_look (ComarkDesk *desk, gpointer text, GError **error)
{
  return comark_preference_rows_put (desk->sql, &desk->who->id, READING, text, error);
}

gboolean
comark_desk_set_reading_look (ComarkDesk *desk, const ComarkReadingLook *look, GError **error)
{
  g_autofree char *text = comark_reading_look_to_text (look);

  return comark_desk_allow (desk, NULL, COMARK_ACTION_KEEP_PREFERENCES, error)
         && comark_desk_check_text ("The way to read", text, error)
         && comark_desk_write (desk, "keep-preferences", store_look, text, error);
}
