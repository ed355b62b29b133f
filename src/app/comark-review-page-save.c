/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-review-page-private.h"

#include "comark-act.h"

#define REST_MS 1000

ComarkRatingDraft *
comark_review_page_draft (ComarkReviewPage *self, const char *criterion)
{
  ComarkRatingDraft *draft = g_hash_table_lookup (self->drafts, criterion);

  if (draft == NULL)
    {
      ComarkDossier *dossier = comark_review_page_dossier (self);
      draft = comark_rating_draft_new (dossier->submission->ref, criterion,
                                       comark_review_stored_rev (dossier, criterion));
      g_hash_table_insert (self->drafts, g_strdup (criterion), draft);
    }
  return draft;
}

void
comark_review_page_say_saved (ComarkReviewPage *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  /* translators: a time of day, as in "Saved 10:42" */
  g_autofree char *text = g_date_time_format (now, _("Saved %H:%M"));

  gtk_label_set_label (self->saved, text);
}

static char *
conflict_sentence (ComarkRating *theirs)
{
  g_autofree char *value = comark_value_to_text (theirs->value);

  return g_strdup_printf (_("%s was changed in another window or on another computer meanwhile. "
                            "There it says: rating %s, “%s”. Your words are still here."),
                          theirs->criterion, *value ? value : "–", theirs->reason);
}

void
comark_review_page_show_conflict (ComarkReviewPage *self, ComarkRating *theirs)
{
  g_autofree char *sentence = conflict_sentence (theirs);

  comark_undo_stack_forget (self->undo, theirs->criterion);
  comark_review_page_update_undo (self);
  gtk_label_set_label (self->conflict_words, sentence);
  gtk_widget_set_visible (self->conflict, TRUE);
  gtk_label_set_label (self->saved, _("Not saved yet"));
}

static gboolean
on_saved_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  ComarkReviewPage *self = COMARK_REVIEW_PAGE (widget);
  ComarkRatingDraft *draft
    = self->current ? comark_review_page_draft (self, self->current->id) : NULL;
  ComarkRating *theirs = draft ? comark_rating_draft_get_theirs (draft) : NULL;

  if (error == NULL)
    comark_review_page_say_saved (self);
  else if (theirs != NULL)
    comark_review_page_show_conflict (self, theirs);
  else
    {
      gtk_label_set_label (self->saved, _("Not saved yet"));
      return FALSE;
    }
  return TRUE;
}

void
comark_review_page_save (ComarkReviewPage *self)
{
  ComarkRatingSave *rating_save;

  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (!self->is_dirty || self->current == NULL)
    return;
  self->is_dirty = FALSE;
  gtk_label_set_label (self->saved, _("Saving…"));
  rating_save = comark_rating_save_new (comark_review_page_draft (self, self->current->id),
                                        comark_rating_form_get_value (self->form),
                                        comark_rating_form_dup_reason (self->form),
                                        comark_rating_form_get_strength (self->form));
  comark_act_run (GTK_WIDGET (self), &(ComarkAct) {
    .job = comark_rating_save_job, .data = rating_save,
    .data_destroy = comark_rating_save_free, .done = on_saved_cb,
  });
}

static gboolean
on_rested_cb (gpointer user_data)
{
  ComarkReviewPage *self = user_data;

  self->rest_id = 0;
  comark_review_page_save (self);
  return G_SOURCE_REMOVE;
}

void
comark_review_page_changed (ComarkReviewPage *self)
{
  if (!self->is_dirty) /* the draft remembers what the change was begun on */
    comark_review_page_draft (self, self->current->id);
  self->is_dirty = TRUE;
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MS, on_rested_cb, self);
  comark_criterion_strip_set_value (self->strip, self->current->id,
                                    comark_rating_form_get_value (self->form));
}

static void
on_form_changed_cb (ComarkReviewPage *self, ComarkRatingForm *form)
{
  comark_review_page_take_up (self, form);
  comark_review_page_record (self);
  comark_review_page_changed (self);
}

static void
on_keep_mine_cb (ComarkReviewPage *self)
{
  comark_rating_draft_settle (comark_review_page_draft (self, self->current->id));
  gtk_widget_set_visible (self->conflict, FALSE);
  self->is_dirty = TRUE;
  comark_review_page_save (self);
}

static void
on_take_theirs_cb (ComarkReviewPage *self)
{
  ComarkRatingDraft *draft = comark_review_page_draft (self, self->current->id);
  ComarkRating *theirs = comark_rating_draft_get_theirs (draft);

  if (theirs != NULL)
    comark_rating_form_set_answer (self->form, theirs->value, theirs->reason, theirs->strength);
  comark_rating_draft_settle (draft);
  comark_review_page_note_answer (self);
  self->is_dirty = FALSE;
  gtk_widget_set_visible (self->conflict, FALSE);
  comark_review_page_say_saved (self);
}

/* ---- class ---- */

void
comark_review_page_class_bind_save (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_keep_mine_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_take_theirs_cb);
}
