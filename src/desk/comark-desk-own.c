/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-desk-own.h"

#include "comark-desk-case.h"
#include "comark-desk-standing.h"
#include "comark-desk-text.h"
#include "comark-document-rows.h"
#include "comark-own-rows.h"

/* ---- where one stopped reading ---- */

typedef struct
{
  const char *ref;
  const char *hash;
  gint64 page;
  ComarkReadingPlace *found;
} Place;

static gboolean
belongs (ComarkDesk *desk, const ComarkId *submission, const char *hash, gboolean *yes,
         GError **error)
{
  return comark_document_rows_has_file (desk->sql, submission, hash, yes, error);
}

static gboolean
save_place_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Place *place = data;
  ComarkId submission;
  gboolean yes;

  if (!comark_desk_find_for (desk, place->ref, COMARK_ACTION_OPEN_DOCUMENT, &submission, error)
      || !belongs (desk, &submission, place->hash, &yes, error))
    return FALSE;
  return !yes
         || comark_own_rows_put_place (desk->sql, &submission, &desk->who->id, place->hash,
                                       place->page, comark_desk_now_ms (desk), error);
}

gboolean
comark_desk_save_reading_place (ComarkDesk *desk, const char *ref, const char *hash, gint64 page,
                                GError **error)
{
  Place place = { ref, hash, MAX (page, 1), NULL };

  return comark_desk_write (desk, "save-place", save_place_step, &place, error);
}

static gboolean
find_place_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Place *place = data;
  ComarkId submission;
  gboolean yes = FALSE;

  if (!comark_desk_find_for (desk, place->ref, COMARK_ACTION_OPEN_DOCUMENT, &submission, error)
      || !comark_own_rows_find_place (desk->sql, &submission, &desk->who->id, &place->found, error)
      || (place->found != NULL
          && !belongs (desk, &submission, place->found->hash, &yes, error)))
    return FALSE;
  if (!yes)
    g_clear_object (&place->found);
  return TRUE;
}

gboolean
comark_desk_find_reading_place (ComarkDesk *desk, const char *ref, ComarkReadingPlace **found,
                                GError **error)
{
  Place place = { .ref = ref };
  gboolean done = comark_desk_read (desk, find_place_step, &place, error);

  *found = g_steal_pointer (&place.found);
  return done;
}

/* ---- notes ---- */

typedef struct
{
  const char *ref;
  const char *criterion;
  const char *body;
  gint64 rev;
  gint64 new_rev;
  GPtrArray *found;
} Note;

static gboolean
changed_meanwhile (ComarkOwnNote *stored, Note *note, GError **error)
{
  ComarkDeskChanges changes = COMARK_DESK_CHANGES_NONE;

  comark_desk_changes_text (&changes, "note", stored != NULL ? stored->body : "", note->body);
  return comark_desk_changed (&changes, "your note", error);
}

static gboolean
save_note_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Note *note = data;
  g_autoptr (ComarkCase) self
    = comark_case_open (desk, note->ref, COMARK_ACTION_SEE_OWN_REVIEW, NULL, error);
  g_autoptr (ComarkOwnNote) stored = NULL;

  if (self == NULL || !comark_desk_allow (desk, &self->id, COMARK_ACTION_OPEN_DOCUMENT, error)
      || comark_case_criterion (self, note->criterion, error) == NULL
      || !comark_own_rows_find_note (desk->sql, &self->id, &desk->who->id, note->criterion,
                                     &stored, error))
    return FALSE;
  note->new_rev = stored != NULL ? stored->rev : 0;
  if (g_strcmp0 (stored != NULL ? stored->body : "", note->body) == 0)
    return TRUE;
  if (note->new_rev != note->rev)
    return changed_meanwhile (stored, note, error);
  note->new_rev++;
  return comark_own_rows_put_note (desk->sql, &self->id, &desk->who->id, note->criterion,
                                   note->body, note->rev, comark_desk_now_ms (desk), error);
}

gboolean
comark_desk_save_note (ComarkDesk *desk, const char *ref, const char *criterion, const char *body,
                       gint64 rev, gint64 *new_rev, GError **error)
{
  Note note = { ref, criterion, body != NULL ? body : "", rev, rev, NULL };

  if (!comark_desk_check_text ("The note", note.body, error)
      || !comark_desk_write (desk, "save-note", save_note_step, &note, error))
    return FALSE;
  if (new_rev != NULL)
    *new_rev = note.new_rev;
  return TRUE;
}

static gboolean
list_notes_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Note *note = data;
  ComarkId submission;

  if (!comark_desk_find_for (desk, note->ref, COMARK_ACTION_SEE_OWN_REVIEW, &submission, error))
    return FALSE;
  note->found = comark_own_rows_list_notes (desk->sql, &submission, &desk->who->id, error);
  return note->found != NULL;
}

GPtrArray *
comark_desk_list_notes (ComarkDesk *desk, const char *ref, GError **error)
{
  Note note = { .ref = ref };

  if (comark_desk_read (desk, list_notes_step, &note, error))
    return note.found;
  g_clear_pointer (&note.found, g_ptr_array_unref);
  return NULL;
}
