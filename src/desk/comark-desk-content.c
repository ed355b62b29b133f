/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-desk-content.h"

#include "comark-care-rows.h"
#include "comark-desk-standing.h"
#include "comark-desk-step.h"
#include "comark-desk-text.h"

typedef struct
{
  const char *ref;
  char *note;
} Note;

static gboolean
set_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Note *note = data;
  ComarkId id;

  return comark_desk_find_for (desk, note->ref, COMARK_ACTION_SET_CONTENT_NOTE, &id, error)
         && comark_care_rows_put_note (desk->sql, &id, note->note, error)
         && comark_desk_touch (desk, &id, error)
         && comark_desk_log (desk, "set-content-note", &id, &id, "content_note", note->note,
                             error);
}

gboolean
comark_desk_set_content_note (ComarkDesk *desk, const char *ref, const char *note,
                              GError **error)
{
  g_autofree char *tidy = g_strstrip (g_strdup (note != NULL ? note : ""));

  if (!comark_desk_check_text ("The content note", tidy, error))
    return FALSE;
  if (g_utf8_strlen (tidy, -1) > COMARK_CONTENT_NOTE_MAX)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                               "A content note is a few words: at most %d characters.",
                               COMARK_CONTENT_NOTE_MAX);
  return comark_desk_write (desk, "set-content-note", set_step, &(Note){ ref, tidy }, error);
}

static gboolean
open_step (ComarkDesk *desk, gpointer data, GError **error)
{
  ComarkId id;

  return comark_desk_find_for (desk, data, COMARK_ACTION_OPEN_DOCUMENT, &id, error)
         && comark_care_rows_set_opened (desk->sql, &id, &desk->who->id, error);
}

gboolean
comark_desk_open_content (ComarkDesk *desk, const char *ref, GError **error)
{
  return comark_desk_write (desk, "open-content", open_step, (gpointer) ref, error);
}
