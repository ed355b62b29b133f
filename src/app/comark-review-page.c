/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-review-page.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-compat.h"
#include "comark-criterion-strip.h"
#include "comark-desk-panel.h"
#include "comark-file-pane.h"
#include "comark-interest-view.h"
#include "comark-rating-draft.h"
#include "comark-rating-form.h"
#include "comark-split.h"

#define REST_MS 1000

struct _ComarkReviewPage
{
  ComarkSubmissionTab parent_instance;

  /* template children */
  GtkStack *stack;
  ComarkInterestView *interests;
  ComarkSplit *split;
  ComarkFilePane *files;
  ComarkCriterionStrip *strip;
  ComarkRatingForm *form;
  GtkLabel *banner;
  GtkButton *peers_button;
  GtkScrolledWindow *scroll;
  GtkLabel *position;
  GtkLabel *saved;
  GtkWidget *conflict;
  GtkLabel *conflict_words;
  GtkButton *previous_button;
  GtkButton *next_button;
  GtkButton *submit_button;

  /* owned */
  GHashTable *drafts;         /* criterion → ComarkRatingDraft */
  const ComarkCriterion *current; /* of the dossier's framework; NULL before the first */

  guint rest_id;
  gboolean is_dirty; /* what stands in the form is not on its way to the register yet */
};

G_DEFINE_FINAL_TYPE (ComarkReviewPage, comark_review_page, COMARK_TYPE_SUBMISSION_TAB)

/* ---- reading the dossier ---- */

static gboolean
is_final (ComarkDossier *dossier)
{
  return comark_dossier_may (dossier, COMARK_ACTION_RATE_FINAL, NULL);
}

static gboolean
may_rate (ComarkDossier *dossier)
{
  return is_final (dossier) || comark_dossier_may (dossier, COMARK_ACTION_RATE, NULL);
}

/* The review in hand: the final one in the meeting, which starts as a copy of the first. */
static ComarkReview *
own_review (ComarkDossier *dossier)
{
  return dossier->own_final ? dossier->own_final : dossier->own_first;
}

static ComarkRating *
own_rating (ComarkDossier *dossier, const char *criterion)
{
  ComarkReview *review = own_review (dossier);

  return review ? comark_dossier_rating (review, criterion) : NULL;
}

/* The final review begins as a copy of the first, revs and all. */
static gint64
stored_rev (ComarkDossier *dossier, const char *criterion)
{
  ComarkRating *rating = own_rating (dossier, criterion);

  return rating ? rating->rev : 0;
}

gboolean
comark_review_page_applies (ComarkDossier *dossier)
{
  return may_rate (dossier) || own_review (dossier) != NULL
         || comark_interest_view_applies (dossier);
}

static ComarkDossier *
dossier_of (ComarkReviewPage *self)
{
  return comark_submission_tab_get_dossier (COMARK_SUBMISSION_TAB (self));
}

/* ---- saving ---- */

static ComarkRatingDraft *
draft_of (ComarkReviewPage *self, const char *criterion)
{
  ComarkRatingDraft *draft = g_hash_table_lookup (self->drafts, criterion);

  if (draft == NULL)
    {
      ComarkDossier *dossier = dossier_of (self);
      draft = comark_rating_draft_new (dossier->submission->ref, criterion,
                                       stored_rev (dossier, criterion));
      g_hash_table_insert (self->drafts, g_strdup (criterion), draft);
    }
  return draft;
}

static void
say_saved (ComarkReviewPage *self)
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

static void
show_conflict (ComarkReviewPage *self, ComarkRating *theirs)
{
  g_autofree char *sentence = conflict_sentence (theirs);

  gtk_label_set_label (self->conflict_words, sentence);
  gtk_widget_set_visible (self->conflict, TRUE);
  gtk_label_set_label (self->saved, _("Not saved yet"));
}

static gboolean
on_saved_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  ComarkReviewPage *self = COMARK_REVIEW_PAGE (widget);
  ComarkRating *theirs = self->current
                           ? comark_rating_draft_get_theirs (draft_of (self, self->current->id))
                           : NULL;

  if (error == NULL)
    say_saved (self);
  else if (theirs != NULL)
    show_conflict (self, theirs);
  else
    {
      gtk_label_set_label (self->saved, _("Not saved yet"));
      return FALSE;
    }
  return TRUE;
}

static void
save (ComarkReviewPage *self)
{
  ComarkRatingSave *rating_save;

  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (!self->is_dirty || self->current == NULL)
    return;
  self->is_dirty = FALSE;
  gtk_label_set_label (self->saved, _("Saving…"));
  rating_save = comark_rating_save_new (draft_of (self, self->current->id),
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
  save (self);
  return G_SOURCE_REMOVE;
}

static void
on_form_changed_cb (ComarkReviewPage *self)
{
  if (!self->is_dirty)
    draft_of (self, self->current->id); /* it remembers what the change was begun on */
  self->is_dirty = TRUE;
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MS, on_rested_cb, self);
  comark_criterion_strip_set_value (self->strip, self->current->id,
                                    comark_rating_form_get_value (self->form));
}

static void
on_keep_mine_cb (ComarkReviewPage *self)
{
  comark_rating_draft_settle (draft_of (self, self->current->id));
  gtk_widget_set_visible (self->conflict, FALSE);
  self->is_dirty = TRUE;
  save (self);
}

static void
on_take_theirs_cb (ComarkReviewPage *self)
{
  ComarkRatingDraft *draft = draft_of (self, self->current->id);
  ComarkRating *theirs = comark_rating_draft_get_theirs (draft);

  if (theirs != NULL)
    comark_rating_form_set_answer (self->form, theirs->value, theirs->reason, theirs->strength);
  comark_rating_draft_settle (draft);
  self->is_dirty = FALSE;
  gtk_widget_set_visible (self->conflict, FALSE);
  say_saved (self);
}

/* ---- going from one criterion to the next ---- */

static guint
current_index (ComarkReviewPage *self)
{
  guint index = 0;

  g_ptr_array_find (dossier_of (self)->criteria, self->current, &index);
  return index;
}

/* What was given last: it may be on its way, or the dossier older than it. */
static void
show_answer (ComarkReviewPage *self)
{
  ComarkRating *rating = own_rating (dossier_of (self), self->current->id);
  ComarkRatingDraft *draft = g_hash_table_lookup (self->drafts, self->current->id);
  ComarkValue value = rating ? rating->value : COMARK_VALUE_NONE;
  const char *reason = rating ? rating->reason : "";
  ComarkStrength strength = rating ? rating->strength : COMARK_STRENGTH_NONE;

  if (draft != NULL)
    comark_rating_draft_get_sent (draft, rating ? rating->rev : 0, &value, &reason, &strength);
  comark_rating_form_set_answer (self->form, value, reason, strength);
}

/* Both wordings of a rating stay until the person has chosen one of them. */
static void
show_whether_in_conflict (ComarkReviewPage *self)
{
  ComarkRatingDraft *draft = g_hash_table_lookup (self->drafts, self->current->id);
  ComarkRating *theirs = draft ? comark_rating_draft_get_theirs (draft) : NULL;

  gtk_widget_set_visible (self->conflict, FALSE);
  if (theirs != NULL)
    show_conflict (self, theirs);
}

static void
show_position (ComarkReviewPage *self)
{
  GPtrArray *criteria = dossier_of (self)->criteria;
  guint index = current_index (self);
  /* translators: "5 of 23", the criterion in hand and how many there are */
  g_autofree char *text = g_strdup_printf (_("%u of %u"), index + 1, criteria->len);

  gtk_label_set_label (self->position, text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->previous_button), index > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), index + 1 < criteria->len);
}

static void
show_criterion (ComarkReviewPage *self, const ComarkCriterion *criterion)
{
  ComarkDossier *dossier = dossier_of (self);

  self->current = criterion;
  comark_rating_form_set_criterion (self->form, dossier, criterion, may_rate (dossier));
  show_answer (self);
  comark_criterion_strip_set_current (self->strip, criterion->id);
  show_whether_in_conflict (self);
  show_position (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroll), 0);
}

typedef struct
{
  char *ref;
  char *criterion;
} Place;

static void
place_free (gpointer data)
{
  Place *place = data;

  g_free (place->ref);
  g_free (place->criterion);
  g_free (place);
}

static gpointer
save_place_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Place *place = data;

  return comark_desk_save_place (desk, place->ref, place->criterion, error) ? COMARK_REGISTER_DONE
                                                                            : NULL;
}

/* Where the member stopped is a kindness: an error about it would only disturb. */
static gboolean
on_place_saved_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  if (error != NULL)
    g_debug ("place not kept: %s", error->message);
  return TRUE;
}

static void
remember_place (ComarkReviewPage *self)
{
  ComarkDossier *dossier = dossier_of (self);
  Place *place;

  if (!may_rate (dossier))
    return;
  place = g_new0 (Place, 1);
  place->ref = g_strdup (dossier->submission->ref);
  place->criterion = g_strdup (self->current->id);
  comark_act_run (GTK_WIDGET (self), &(ComarkAct) {
    .job = save_place_job, .data = place, .data_destroy = place_free, .done = on_place_saved_cb,
  });
}

static void
go_to (ComarkReviewPage *self, guint index)
{
  GPtrArray *criteria = dossier_of (self)->criteria;

  if (index >= criteria->len || g_ptr_array_index (criteria, index) == self->current)
    return;
  save (self);
  show_criterion (self, g_ptr_array_index (criteria, index));
  remember_place (self);
}

static void
on_previous_clicked_cb (ComarkReviewPage *self)
{
  go_to (self, current_index (self) - 1);
}

static void
on_next_clicked_cb (ComarkReviewPage *self)
{
  go_to (self, current_index (self) + 1);
}

/* By key: the next answer begins with the rating, wherever the focus was. */
static void
step (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ComarkReviewPage *self = COMARK_REVIEW_PAGE (widget);

  if (self->current == NULL)
    return;
  if (g_str_equal (name, "review.next-criterion"))
    on_next_clicked_cb (self);
  else
    on_previous_clicked_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

static void
on_criterion_chosen_cb (ComarkReviewPage *self, const char *id)
{
  const ComarkCriterion *criterion = comark_framework_criterion (dossier_of (self)->framework, id);
  guint index;

  if (g_ptr_array_find (dossier_of (self)->criteria, criterion, &index))
    go_to (self, index);
}

static void
on_file_chosen_cb (ComarkReviewPage *self, const char *hash)
{
  comark_file_pane_show_file (self->files, hash);
  comark_split_show_start (self->split);
}

/* ---- handing in ---- */

static void
on_submit_confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkReviewPage) self = user_data;

  if (comark_confirm_finish (result, NULL))
    comark_act_run_ref (GTK_WIDGET (self), GTK_WIDGET (self->submit_button),
                        comark_desk_submit_review,
                        comark_submission_tab_get_ref (COMARK_SUBMISSION_TAB (self)),
                        _("Your review is handed in. Thank you."));
}

static void
on_submit_clicked_cb (ComarkReviewPage *self)
{
  save (self);
  comark_confirm_async (
    GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Hand in your review?"),
    _("Your first ratings stay as they are from then on. You can give final ratings after the "
      "panel has talked."),
    _("Hand in"), FALSE, on_submit_confirmed_cb, g_object_ref (self));
}

/* ---- looking at the others' ---- */

static void
on_peers_confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkReviewPage) self = user_data;

  if (!comark_confirm_finish (result, NULL))
    return;
  comark_act_run_ref (GTK_WIDGET (self), GTK_WIDGET (self->peers_button), comark_desk_open_peers,
                      comark_submission_tab_get_ref (COMARK_SUBMISSION_TAB (self)), NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "submission.show-tab", "s", "decision");
}

static void
on_peers_clicked_cb (ComarkReviewPage *self)
{
  comark_confirm_async (
    GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("See what the others gave?"),
    _("Once you have looked, your own review cannot be opened again to mend a slip."),
    _("Show them"), FALSE, on_peers_confirmed_cb, g_object_ref (self));
}

/* ---- showing a dossier ---- */

static void
fill_banner (ComarkReviewPage *self, ComarkDossier *dossier)
{
  ComarkReview *first = dossier->own_first;
  g_autofree char *why = NULL, *when = NULL, *text = NULL;

  if (is_final (dossier))
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
  gtk_label_set_label (self->banner, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->banner), text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->peers_button), dossier->peers_closed);
}

static void
fill_strip (ComarkReviewPage *self, ComarkDossier *dossier, ComarkDossier *older)
{
  if (older == NULL || older->framework != dossier->framework)
    comark_criterion_strip_set_criteria (self->strip, dossier->criteria);
  for (guint i = 0; i < dossier->criteria->len; i++)
    {
      const ComarkCriterion *criterion = g_ptr_array_index (dossier->criteria, i);
      ComarkRating *rating = own_rating (dossier, criterion->id);
      if (!self->is_dirty || criterion != self->current)
        comark_criterion_strip_set_value (self->strip, criterion->id,
                                          rating ? rating->value : COMARK_VALUE_NONE);
    }
}

static const ComarkCriterion *
first_to_show (ComarkReviewPage *self, ComarkDossier *dossier)
{
  ComarkReview *review = own_review (dossier);
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
      comark_rating_draft_set_rev (draft, stored_rev (dossier, criterion));
}

/* A newer dossier must not take words away, nor the place. */
static void
fill_form (ComarkReviewPage *self, ComarkDossier *dossier, ComarkDossier *older)
{
  gboolean was_editable = older && may_rate (older);
  const ComarkCriterion *criterion = first_to_show (self, dossier);

  if (self->current == NULL || was_editable != may_rate (dossier)
      || older->framework != dossier->framework)
    show_criterion (self, criterion);
  else if (!self->is_dirty && !gtk_widget_get_visible (self->conflict))
    show_answer (self);
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
  gtk_stack_set_visible_child_name (self->stack, "review");
  comark_file_pane_set_dossier (self->files, dossier);
  update_revs (self, dossier);
  fill_banner (self, dossier);
  fill_strip (self, dossier, self->current ? older : NULL);
  fill_form (self, dossier, older);
  /* Final ratings count as they are given: there is nothing to hand in. */
  gtk_widget_set_visible (GTK_WIDGET (self->submit_button),
                          comark_dossier_may (dossier, COMARK_ACTION_SUBMIT_REVIEW, NULL));
}

static void
comark_review_page_flush (ComarkSubmissionTab *tab)
{
  save (COMARK_REVIEW_PAGE (tab));
}

/* ---- class ---- */

static void
comark_review_page_dispose (GObject *object)
{
  ComarkReviewPage *self = COMARK_REVIEW_PAGE (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_REVIEW_PAGE);
  g_clear_pointer (&self->drafts, g_hash_table_unref);
  G_OBJECT_CLASS (comark_review_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, interests);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, split);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, files);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, strip);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, form);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, banner);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, peers_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, scroll);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, position);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, saved);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, conflict);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, conflict_words);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, previous_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, next_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, submit_button);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "review.next-criterion", NULL, step);
  gtk_widget_class_install_action (widget_class, "review.previous-criterion", NULL, step);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_ALT_MASK,
                                       "review.next-criterion", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_ALT_MASK,
                                       "review.previous-criterion", NULL);
}

static void
comark_review_page_class_init (ComarkReviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_review_page_dispose;
  COMARK_SUBMISSION_TAB_CLASS (klass)->fill = comark_review_page_fill;
  COMARK_SUBMISSION_TAB_CLASS (klass)->flush = comark_review_page_flush;

  g_type_ensure (COMARK_TYPE_CRITERION_STRIP);
  g_type_ensure (COMARK_TYPE_FILE_PANE);
  g_type_ensure (COMARK_TYPE_INTEREST_VIEW);
  g_type_ensure (COMARK_TYPE_RATING_FORM);
  g_type_ensure (COMARK_TYPE_SPLIT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-review-page.ui");
  bind_children (widget_class);
  bind_keys (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_file_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_criterion_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_submit_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_peers_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_keep_mine_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_take_theirs_cb);
}

static void
comark_review_page_init (ComarkReviewPage *self)
{
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        comark_rating_draft_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}
