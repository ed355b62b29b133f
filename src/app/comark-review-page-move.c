/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-review-page-private.h"

#include "comark-act.h"
#include "comark-desk-panel.h"

static guint
current_index (ComarkReviewPage *self)
{
  guint index = 0;

  g_ptr_array_find (comark_review_page_dossier (self)->criteria, self->current, &index);
  return index;
}

/* It may be on its way, or the dossier older than it. */
ComarkAnswer
comark_review_page_answer (ComarkReviewPage *self, const char *criterion)
{
  ComarkRating *rating = comark_review_own_rating (comark_review_page_dossier (self), criterion);
  ComarkRatingDraft *draft = g_hash_table_lookup (self->drafts, criterion);
  ComarkValue value = rating ? rating->value : COMARK_VALUE_NONE;
  const char *reason = rating ? rating->reason : "";
  ComarkStrength strength = rating ? rating->strength : COMARK_STRENGTH_NONE;

  if (draft != NULL)
    comark_rating_draft_get_sent (draft, rating ? rating->rev : 0, &value, &reason, &strength);
  return (ComarkAnswer) { value, strength, (char *) reason };
}

void
comark_review_page_show_answer (ComarkReviewPage *self, ComarkRatingForm *form)
{
  const char *criterion = comark_rating_form_get_criterion (form)->id;
  ComarkAnswer answer = comark_review_page_answer (self, criterion);

  comark_rating_form_set_answer (form, answer.value, answer.reason, answer.strength);
  comark_review_page_show_covers (self, form);
  if (form == self->form)
    comark_review_page_note_answer (self);
}

/* Both wordings of a rating stay until the person has chosen one of them. */
static void
show_whether_in_conflict (ComarkReviewPage *self)
{
  ComarkRatingDraft *draft = g_hash_table_lookup (self->drafts, self->current->id);
  ComarkRating *theirs = draft ? comark_rating_draft_get_theirs (draft) : NULL;

  gtk_widget_set_visible (self->conflict, FALSE);
  if (theirs != NULL)
    comark_review_page_show_conflict (self, theirs);
}

static void
show_position (ComarkReviewPage *self)
{
  GPtrArray *criteria = comark_review_page_dossier (self)->criteria;
  guint index = current_index (self);
  /* translators: "5 of 23", the criterion in hand and how many there are */
  g_autofree char *text = g_strdup_printf (_("%u of %u"), index + 1, criteria->len);

  gtk_label_set_label (self->position, text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->previous_button), index > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), index + 1 < criteria->len);
}

/* All but the form itself. */
static void
show_current (ComarkReviewPage *self)
{
  comark_criterion_strip_set_current (self->strip, self->current->id);
  show_whether_in_conflict (self);
  comark_beside_banner_show (self->beside, comark_review_page_dossier (self), self->current->id);
  comark_behalf_banner_show (self->behalf, comark_review_page_dossier (self), self->current->id);
  show_position (self);
  comark_review_page_follow_quotes (self);
}

void
comark_review_page_show_criterion (ComarkReviewPage *self, const ComarkCriterion *criterion)
{
  self->current = criterion;
  comark_review_page_bring_form (self, criterion);
  show_current (self);
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
  ComarkDossier *dossier = comark_review_page_dossier (self);
  Place *place;

  if (!comark_review_may_rate (dossier))
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
  GPtrArray *criteria = comark_review_page_dossier (self)->criteria;

  if (index >= criteria->len || g_ptr_array_index (criteria, index) == self->current)
    return;
  comark_review_page_save (self);
  comark_review_page_save_notes (self);
  comark_review_page_show_criterion (self, g_ptr_array_index (criteria, index));
  remember_place (self);
  comark_review_page_save_reading_place (self);
}

void
comark_review_page_go_to (ComarkReviewPage *self, const char *id)
{
  ComarkDossier *dossier = comark_review_page_dossier (self);
  const ComarkCriterion *criterion = comark_framework_criterion (dossier->framework, id);
  guint index;

  if (self->current != NULL && g_ptr_array_find (dossier->criteria, criterion, &index))
    go_to (self, index);
}

void
comark_review_page_take_up (ComarkReviewPage *self, ComarkRatingForm *form)
{
  if (form == self->form || self->is_changing_layout)
    return;
  comark_review_page_save (self);
  self->form = form;
  self->current = comark_rating_form_get_criterion (form);
  comark_review_page_note_answer (self);
  show_current (self);
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
on_file_chosen_cb (ComarkReviewPage *self, const char *hash)
{
  comark_file_pane_show_file (self->files, hash);
  comark_split_show_start (self->split);
}

/* ---- class ---- */

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

void
comark_review_page_class_bind_move (GtkWidgetClass *widget_class)
{
  bind_keys (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, comark_review_page_go_to);
  gtk_widget_class_bind_template_callback (widget_class, on_file_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked_cb);
}
