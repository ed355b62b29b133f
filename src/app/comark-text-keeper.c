/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-text-keeper.h"

#include "comark-desk-text-draft.h"
#include "comark-form-draft.h"
#include "comark-part.h"

#define REST_MS 1000

struct _ComarkTextKeeper
{
  GtkTextView *view; /* borrowed */

  /* owned */
  char *ref;
  char *slot; /* NULL before the first field */
  ComarkFormDraft *draft;

  guint rest_id;
  gboolean is_dirty; /* what stands in the view is not on its way to the register yet */
  gboolean is_filling;
  gboolean has_draft;
};

typedef struct
{
  char *slot;
  char *body;
} Words;

static void
words_free (gpointer data)
{
  Words *words = data;

  g_free (words->slot);
  g_free (words->body);
  g_free (words);
}

/* ---- saving ---- */

static gboolean
write_words (ComarkDesk *desk, const char *ref, gint64 *rev, gpointer data, GError **error)
{
  Words *words = data;

  return comark_desk_keep_text (desk, ref, words->slot, words->body, *rev, rev, error);
}

/* Written in two windows at once: the person is told, and what is typed here goes on from there. */
static gboolean
on_saved_cb (GtkWidget *view, gpointer answer, const GError *error, gpointer data)
{
  ComarkTextKeeper *self = data;
  g_autoptr (ComarkDossier) theirs
    = self->draft != NULL ? comark_form_draft_dup_theirs (self->draft) : NULL;
  ComarkTextDraft *stored
    = theirs != NULL ? comark_dossier_text_draft (theirs, self->slot) : NULL;

  if (stored != NULL)
    comark_form_draft_settle (self->draft, stored->rev);
  return error == NULL;
}

static void
save (ComarkTextKeeper *self)
{
  Words *words;

  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (!self->is_dirty || self->slot == NULL)
    return;
  self->is_dirty = FALSE;
  words = g_new0 (Words, 1);
  words->slot = g_strdup (self->slot);
  words->body = comark_part_dup_text (self->view);
  comark_form_draft_save (self->draft, GTK_WIDGET (self->view), write_words, words, words_free,
                          &(ComarkAct) { .done = on_saved_cb, .done_data = self });
}

static gboolean
on_rested_cb (gpointer user_data)
{
  ComarkTextKeeper *self = user_data;

  self->rest_id = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed_cb (ComarkTextKeeper *self)
{
  if (self->is_filling || self->slot == NULL)
    return;
  self->is_dirty = TRUE;
  self->has_draft = TRUE;
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MS, on_rested_cb, self);
}

void
comark_text_keeper_flush (ComarkTextKeeper *self)
{
  save (self);
}

void
comark_text_keeper_recorded (ComarkTextKeeper *self)
{
  if (self->is_dirty || self->draft == NULL)
    return; /* typed on meanwhile */
  self->has_draft = FALSE;
  comark_form_draft_settle (self->draft, 0);
}

gboolean
comark_text_keeper_has_draft (ComarkTextKeeper *self)
{
  return self->has_draft;
}

/* ---- showing ---- */

static void
show (ComarkTextKeeper *self, ComarkTextDraft *stored, const char *otherwise)
{
  self->is_filling = TRUE;
  self->has_draft = stored != NULL;
  comark_part_set_text (self->view, stored != NULL ? stored->body : otherwise);
  self->is_filling = FALSE;
}

static gboolean
is_same_field (ComarkTextKeeper *self, ComarkDossier *dossier, const char *slot)
{
  return g_strcmp0 (self->slot, slot) == 0
         && g_strcmp0 (self->ref, dossier->submission->ref) == 0;
}

static void
go_to (ComarkTextKeeper *self, ComarkDossier *dossier, const char *slot, ComarkTextDraft *stored)
{
  save (self);
  g_free (self->slot);
  g_free (self->ref);
  self->slot = g_strdup (slot);
  self->ref = g_strdup (dossier->submission->ref);
  g_clear_pointer (&self->draft, comark_form_draft_unref);
  self->draft = comark_form_draft_new (self->ref, stored != NULL ? stored->rev : 0);
}

void
comark_text_keeper_set (ComarkTextKeeper *self, ComarkDossier *dossier, const char *slot,
                        const char *otherwise)
{
  ComarkTextDraft *stored = comark_dossier_text_draft (dossier, slot);
  gint64 rev = stored != NULL ? stored->rev : 0;

  if (!is_same_field (self, dossier, slot))
    {
      go_to (self, dossier, slot, stored);
      show (self, stored, otherwise);
    }
  else if (comark_form_draft_take (self->draft, rev, self->is_dirty)
           && (stored != NULL || !self->has_draft))
    show (self, stored, otherwise);
}

/* ---- life ---- */

ComarkTextKeeper *
comark_text_keeper_new (GtkTextView *view)
{
  ComarkTextKeeper *self = g_new0 (ComarkTextKeeper, 1);

  self->view = view;
  g_signal_connect_swapped (gtk_text_view_get_buffer (view), "changed",
                            G_CALLBACK (on_changed_cb), self);
  return self;
}

void
comark_text_keeper_free (ComarkTextKeeper *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_signal_handlers_disconnect_by_data (gtk_text_view_get_buffer (self->view), self);
  g_clear_pointer (&self->draft, comark_form_draft_unref);
  g_free (self->slot);
  g_free (self->ref);
  g_free (self);
}
