/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is the member's alone: where they stopped reading, and notes to self.
 */
#include "comark-review-page-private.h"

#include "comark-act.h"
#include "comark-desk-own.h"

#define REST_MS 1000

/* A note as it stands in the window. */
typedef struct
{
  char *body;
  gint64 rev;
  gboolean is_running; /* a save is on its way */
  gboolean is_dirty;   /* and so much has been typed since */
} Note;

typedef struct
{
  char *ref;
  char *criterion;
  char *body;
  gint64 rev;
} NoteSave;

typedef struct
{
  GPtrArray *notes;
  ComarkReadingPlace *place; /* nullable */
} Own;

static void
note_free (gpointer data)
{
  Note *note = data;

  g_free (note->body);
  g_free (note);
}

static void
note_save_free (gpointer data)
{
  NoteSave *save = data;

  g_free (save->ref);
  g_free (save->criterion);
  g_free (save->body);
  g_free (save);
}

static void
own_free (gpointer data)
{
  Own *own = data;

  g_clear_pointer (&own->notes, g_ptr_array_unref);
  g_clear_object (&own->place);
  g_free (own);
}

static Note *
note_of (ComarkReviewPage *self, const char *criterion)
{
  Note *note = g_hash_table_lookup (self->notes, criterion);

  if (note == NULL)
    {
      note = g_new0 (Note, 1);
      note->body = g_strdup ("");
      g_hash_table_insert (self->notes, g_strdup (criterion), note);
    }
  return note;
}

/* ---- saving a note ---- */

static void save_note (ComarkReviewPage *self, const char *criterion);

/* Answers the new rev. */
static gpointer
save_note_job (ComarkDesk *desk, gpointer data, GError **error)
{
  NoteSave *save = data;
  gint64 rev;

  return comark_desk_save_note (desk, save->ref, save->criterion, save->body, save->rev, &rev,
                                error)
           ? g_memdup2 (&rev, sizeof rev) : NULL;
}

static gboolean
on_note_saved_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  ComarkReviewPage *self = COMARK_REVIEW_PAGE (widget);
  const char *criterion = data;
  Note *note = note_of (self, criterion);

  note->is_running = FALSE;
  if (error != NULL)
    return FALSE;
  note->rev = *(gint64 *) answer;
  comark_review_page_say_saved (self);
  if (note->is_dirty)
    save_note (self, criterion);
  return TRUE;
}

/* One at a time: each needs the rev of the one before. */
static void
save_note (ComarkReviewPage *self, const char *criterion)
{
  Note *note = note_of (self, criterion);
  NoteSave *save;
  gpointer key;

  if (!note->is_dirty || note->is_running)
    return;
  note->is_dirty = FALSE;
  note->is_running = TRUE;
  save = g_new0 (NoteSave, 1);
  save->ref = g_strdup (comark_review_page_dossier (self)->submission->ref);
  save->criterion = g_strdup (criterion);
  save->body = g_strdup (note->body);
  save->rev = note->rev;
  g_hash_table_lookup_extended (self->notes, criterion, &key, NULL);
  comark_act_run (GTK_WIDGET (self), &(ComarkAct) {
    .job = save_note_job, .data = save, .data_destroy = note_save_free,
    .answer_destroy = g_free, .done = on_note_saved_cb, .done_data = key,
  });
}

void
comark_review_page_save_notes (ComarkReviewPage *self)
{
  g_autoptr (GList) criteria = g_hash_table_get_keys (self->notes);

  g_clear_handle_id (&self->note_rest_id, g_source_remove);
  for (GList *one = criteria; one != NULL; one = one->next)
    save_note (self, one->data);
}

static gboolean
on_rested_cb (gpointer user_data)
{
  ComarkReviewPage *self = user_data;

  self->note_rest_id = 0;
  comark_review_page_save_notes (self);
  return G_SOURCE_REMOVE;
}

static void
on_note_changed_cb (ComarkReviewPage *self, ComarkRatingForm *form)
{
  Note *note = note_of (self, comark_rating_form_get_criterion (form)->id);

  g_free (note->body);
  note->body = comark_rating_form_dup_note (form);
  note->is_dirty = TRUE;
  g_clear_handle_id (&self->note_rest_id, g_source_remove);
  self->note_rest_id = g_timeout_add (REST_MS, on_rested_cb, self);
}

void
comark_review_page_show_note (ComarkReviewPage *self, ComarkRatingForm *form)
{
  Note *note
    = g_hash_table_lookup (self->notes, comark_rating_form_get_criterion (form)->id);

  comark_rating_form_set_note (form, note != NULL ? note->body : "", self->has_own);
}

/* Once, also where it is asked for again. */
void
comark_review_page_listen_to_note (ComarkReviewPage *self, ComarkRatingForm *form)
{
  g_signal_handlers_disconnect_by_func (form, on_note_changed_cb, self);
  g_signal_connect_object (form, "note-changed", G_CALLBACK (on_note_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* ---- reading both ---- */

static gpointer
read_own_job (ComarkDesk *desk, gpointer ref, GError **error)
{
  Own *own = g_new0 (Own, 1);

  own->notes = comark_desk_list_notes (desk, ref, error);
  if (own->notes != NULL && comark_desk_find_reading_place (desk, ref, &own->place, error))
    return own;
  own_free (own);
  return NULL;
}

static gboolean
on_own_read_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  ComarkReviewPage *self = COMARK_REVIEW_PAGE (widget);
  Own *own = answer;

  if (own == NULL)
    return TRUE; /* a kindness that is not there */
  for (guint i = 0; i < own->notes->len; i++)
    {
      ComarkOwnNote *stored = g_ptr_array_index (own->notes, i);
      Note *note = note_of (self, stored->criterion);

      g_free (note->body);
      note->body = g_strdup (stored->body);
      note->rev = stored->rev;
    }
  self->has_own = TRUE;
  if (own->place != NULL)
    comark_file_pane_set_place (self->files, own->place->hash, (int) own->place->page - 1);
  if (self->current != NULL)
    comark_review_page_each_form (self, comark_review_page_show_note);
  return TRUE;
}

void
comark_review_page_read_own (ComarkReviewPage *self)
{
  if (self->asked_own || !comark_dossier_may (comark_review_page_dossier (self),
                                              COMARK_ACTION_OPEN_DOCUMENT, NULL))
    return;
  self->asked_own = TRUE;
  comark_act_read (GTK_WIDGET (self), &(ComarkAct) {
    .job = read_own_job,
    .data = g_strdup (comark_review_page_dossier (self)->submission->ref),
    .data_destroy = g_free, .answer_destroy = own_free, .done = on_own_read_cb,
  });
}

/* ---- where the member stopped reading ---- */

static gpointer
save_place_job (ComarkDesk *desk, gpointer data, GError **error)
{
  NoteSave *place = data; /* body is the file, rev the page */

  return comark_desk_save_reading_place (desk, place->ref, place->body, place->rev, error)
           ? COMARK_REGISTER_DONE : NULL;
}

/* An error about it would only disturb. */
static gboolean
on_place_saved_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  if (error != NULL)
    g_debug ("reading place not kept: %s", error->message);
  return TRUE;
}

void
comark_review_page_save_reading_place (ComarkReviewPage *self)
{
  int page;
  const char *hash = comark_file_pane_get_place (self->files, &page);
  NoteSave *place;

  if (hash == NULL || !self->has_own
      || (page == self->saved_page && g_strcmp0 (hash, self->saved_file) == 0))
    return;
  self->saved_page = page;
  g_free (self->saved_file);
  self->saved_file = g_strdup (hash);
  place = g_new0 (NoteSave, 1);
  place->ref = g_strdup (comark_review_page_dossier (self)->submission->ref);
  place->body = g_strdup (hash);
  place->rev = page + 1;
  comark_act_run (GTK_WIDGET (self), &(ComarkAct) {
    .job = save_place_job, .data = place, .data_destroy = note_save_free,
    .done = on_place_saved_cb,
  });
}

void
comark_review_page_init_own (ComarkReviewPage *self)
{
  self->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, note_free);
  comark_review_page_listen_to_note (self, self->one);
}
