/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-review-page-private.h"

#include "comark-compat.h"
#include "comark-desk-panel.h"
#include "comark-desk-time.h"
#include "comark-label.h"
#include "comark-wrap.h"

G_DEFINE_FINAL_TYPE (ComarkReviewPage, comark_review_page, COMARK_TYPE_SUBMISSION_TAB)

gboolean
comark_review_page_applies (ComarkDossier *dossier)
{
  return comark_review_may_rate (dossier) || comark_review_own (dossier) != NULL
         || comark_interest_view_applies (dossier);
}

ComarkDossier *
comark_review_page_dossier (ComarkReviewPage *self)
{
  return comark_submission_tab_get_dossier (COMARK_SUBMISSION_TAB (self));
}

/* ---- showing a dossier ---- */

static void
fill_banner (ComarkReviewPage *self, ComarkDossier *dossier)
{
  ComarkReview *first = dossier->own_first;
  g_autofree char *why = NULL, *when = NULL, *text = NULL;

  if (comark_review_is_final (dossier))
    text = g_strdup (_("The meeting is open. You may change your ratings now; your first ones are "
                       "kept as well."));
  else if (first && first->submitted)
    {
      when = comark_ms_to_words (first->submitted_at);
      text = g_strdup_printf (_("You handed in this review on %s. It does not change any more."),
                              when);
    }
  else if (!comark_dossier_may (dossier, COMARK_ACTION_RATE, &why))
    text = g_steal_pointer (&why);
  else
    text = comark_beside_banner_sum_up (dossier);
  gtk_label_set_label (self->banner, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->banner), text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->peers_button), dossier->peers_closed);
}

static void
fill_time (ComarkReviewPage *self, ComarkDossier *dossier)
{
  guint minutes = comark_dossier_minutes_left (dossier);
  g_autofree char *words = NULL;

  if (comark_dossier_may (dossier, COMARK_ACTION_RATE, NULL))
    words = minutes > 0
              ? g_strdup_printf (ngettext ("About %u minute left", "About %u minutes left",
                                           minutes), minutes)
              : g_strdup (_("Everything has an answer"));
  comark_label_show (self->time_left, words);
}

static void
fill_strip (ComarkReviewPage *self, ComarkDossier *dossier, ComarkDossier *older)
{
  if (older == NULL || older->framework != dossier->framework)
    comark_criterion_strip_set_criteria (self->strip, dossier->criteria);
  for (guint i = 0; i < dossier->criteria->len; i++)
    {
      const ComarkCriterion *criterion = g_ptr_array_index (dossier->criteria, i);
      ComarkRating *rating = comark_review_own_rating (dossier, criterion->id);
      if (!self->is_dirty || criterion != self->current)
        comark_criterion_strip_set_value (self->strip, criterion->id,
                                          rating ? rating->value : COMARK_VALUE_NONE);
      comark_criterion_strip_set_asked (self->strip, criterion->id,
                                        comark_question_sign (dossier, criterion->id));
    }
}

static const ComarkCriterion *
first_to_show (ComarkReviewPage *self, ComarkDossier *dossier)
{
  ComarkReview *review = comark_review_own (dossier);
  const char *id = self->current ? self->current->id : review ? review->place : NULL;
  const ComarkCriterion *criterion = id ? comark_framework_criterion (dossier->framework, id)
                                        : NULL;

  if (criterion == NULL || !g_ptr_array_find (dossier->criteria, criterion, NULL))
    criterion = g_ptr_array_index (dossier->criteria, 0);
  return criterion;
}

/* What is being typed was begun on an older rating: saving it must find that out. */
static void
update_revs (ComarkReviewPage *self, ComarkDossier *dossier)
{
  GHashTableIter iter;
  gpointer criterion, draft;

  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, &criterion, &draft))
    if (!self->is_dirty || !g_str_equal (criterion, self->current->id))
      comark_rating_draft_set_rev (draft, comark_review_stored_rev (dossier, criterion));
}

/* The forms show the items themselves. */
static gboolean
same_evidence (ComarkDossier *a, ComarkDossier *b)
{
  if (a->evidence->len != b->evidence->len)
    return FALSE;
  for (guint i = 0; i < a->evidence->len; i++)
    {
      ComarkEvidence *one = g_ptr_array_index (a->evidence, i);
      ComarkEvidence *other = g_ptr_array_index (b->evidence, i);

      if (!comark_id_equal (&one->id, &other->id) || one->rev != other->rev)
        return FALSE;
    }
  return TRUE;
}

/* A newer dossier must not take words away, nor the place. */
static void
fill_form (ComarkReviewPage *self, ComarkDossier *dossier, ComarkDossier *older)
{
  gboolean was_editable = older && comark_review_may_rate (older);
  const ComarkCriterion *criterion = first_to_show (self, dossier);
  gboolean anew = self->current == NULL || was_editable != comark_review_may_rate (dossier)
                  || older->framework != dossier->framework || !same_evidence (older, dossier);

  if (older != NULL && older->framework != dossier->framework)
    comark_review_page_leave_list (self);
  if (anew && !self->is_dirty)
    comark_review_page_show_criterion (self, criterion);
  else if (!self->is_dirty && !gtk_widget_get_visible (self->conflict))
    comark_review_page_show_answer (self, self->form);
  comark_rating_form_set_dossier (self->form, dossier);
  comark_review_page_refresh_list (self, anew);
  comark_review_page_show_layout (self);
  comark_beside_banner_show (self->beside, dossier, self->current->id);
  comark_behalf_banner_show (self->behalf, dossier, self->current->id);
}

static void
comark_review_page_fill (ComarkSubmissionTab *tab, ComarkDossier *dossier, ComarkDossier *older)
{
  ComarkReviewPage *self = COMARK_REVIEW_PAGE (tab);

  if (comark_interest_view_applies (dossier))
    {
      comark_interest_view_set_dossier (self->interests, dossier);
      gtk_stack_set_visible_child_name (self->stack, "interests");
      return;
    }
  if (comark_content_view_applies (dossier))
    {
      comark_content_view_set_dossier (self->content, dossier);
      gtk_stack_set_visible_child_name (self->stack, "content");
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "review");
  comark_file_pane_set_dossier (self->files, dossier);
  update_revs (self, dossier);
  fill_banner (self, dossier);
  fill_time (self, dossier);
  comark_coverage_section_set_dossier (self->coverage, dossier, TRUE);
  comark_review_page_fill_versions (self, dossier);
  fill_strip (self, dossier, self->current ? older : NULL);
  fill_form (self, dossier, self->current ? older : NULL);
  comark_review_page_follow_quotes (self);
  comark_review_page_forget_others (self);
  comark_review_page_read_own (self);
  /* Final ratings count as they are given: there is nothing to hand in. */
  gtk_widget_set_visible (GTK_WIDGET (self->submit_button),
                          comark_dossier_may (dossier, COMARK_ACTION_SUBMIT_REVIEW, NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->send_button), dossier->standing.at_home);
}

static void
flush_form (ComarkReviewPage *self, ComarkRatingForm *form)
{
  comark_quote_list_flush (comark_rating_form_get_quotes (form));
  comark_rating_form_flush (form);
}

static void
comark_review_page_flush (ComarkSubmissionTab *tab)
{
  ComarkReviewPage *self = COMARK_REVIEW_PAGE (tab);

  comark_review_page_save (self);
  comark_review_page_each_form (self, flush_form);
  comark_review_page_save_notes (self);
  comark_review_page_save_reading_place (self);
}

/* ---- class ---- */

static void
comark_review_page_dispose (GObject *object)
{
  ComarkReviewPage *self = COMARK_REVIEW_PAGE (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_handle_id (&self->note_rest_id, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_REVIEW_PAGE);
  g_clear_pointer (&self->drafts, g_hash_table_unref);
  g_clear_pointer (&self->covers, g_hash_table_unref);
  g_clear_pointer (&self->notes, g_hash_table_unref);
  g_clear_pointer (&self->saved_file, g_free);
  g_clear_pointer (&self->undo, comark_undo_stack_free);
  g_clear_object (&self->settings);
  comark_review_answer_clear (&self->last);
  G_OBJECT_CLASS (comark_review_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, interests);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, content);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, split);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, files);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, strip);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, layouts);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, one);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, list);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, list_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, undo_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, redo_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, banner);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, peers_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, scroll);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, time_left);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, coverage);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, position);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, saved);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, conflict);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, conflict_words);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, previous_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, next_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, submit_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, beside);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, behalf);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, send_button);
}

static void
comark_review_page_class_init (ComarkReviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_review_page_dispose;
  COMARK_SUBMISSION_TAB_CLASS (klass)->fill = comark_review_page_fill;
  COMARK_SUBMISSION_TAB_CLASS (klass)->flush = comark_review_page_flush;

  g_type_ensure (COMARK_TYPE_BEHALF_BANNER);
  g_type_ensure (COMARK_TYPE_BESIDE_BANNER);
  g_type_ensure (COMARK_TYPE_COVERAGE_SECTION);
  g_type_ensure (COMARK_TYPE_CRITERION_STRIP);
  g_type_ensure (COMARK_TYPE_CONTENT_VIEW);
  g_type_ensure (COMARK_TYPE_FILE_PANE);
  g_type_ensure (COMARK_TYPE_INTEREST_VIEW);
  g_type_ensure (COMARK_TYPE_RATING_FORM);
  g_type_ensure (COMARK_TYPE_REVIEW_LIST);
  g_type_ensure (COMARK_TYPE_SPLIT);
  g_type_ensure (COMARK_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-review-page.ui");
  bind_children (widget_class);
  comark_review_page_class_bind_save (widget_class);
  comark_review_page_class_bind_move (widget_class);
  comark_review_page_class_bind_layout (widget_class);
  comark_review_page_class_bind_cover (widget_class);
  comark_review_page_class_bind_undo (widget_class);
  comark_review_page_class_bind_submit (widget_class);
  comark_review_page_class_bind_quotes (widget_class);
  comark_review_page_class_bind_versions (widget_class);
}

static void
comark_review_page_init (ComarkReviewPage *self)
{
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        comark_rating_draft_unref);
  self->covers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->undo = comark_undo_stack_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->form = self->one;
  comark_review_page_init_quotes (self);
  comark_review_page_init_own (self);
  comark_review_page_add_undo_keys (self);
  self->settings = g_settings_new (COMARK_APP_ID);
  g_settings_bind (self->settings, "review-list", self->list_button, "active",
                   G_SETTINGS_BIND_DEFAULT);
}
