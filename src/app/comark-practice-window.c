/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-practice-window.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-criterion-strip.h"
#include "comark-desk-practice.h"
#include "comark-label.h"
#include "comark-practice-card.h"
#include "comark-rating-form.h"
#include "comark-split.h"
#include "comark-status-view.h"

#define REST_MS 1000

struct _ComarkPracticeWindow
{
  AdwWindow parent_instance;

  /* template children */
  ComarkStatusView *status;
  GtkStack *stack;
  GtkBox *document;
  ComarkCriterionStrip *strip;
  GtkScrolledWindow *scroll;
  ComarkRatingForm *form;
  GtkButton *previous_button;
  GtkLabel *position;
  GtkButton *next_button;
  GtkLabel *saved;
  GtkButton *answers_button;
  GtkBox *cards;
  GtkLabel *closing;
  GtkButton *ready_button;

  /* owned */
  ComarkPracticeSheet *sheet; /* NULL until it is read */
  GHashTable *ratings;        /* criterion → ComarkRating, as typed */

  guint index; /* of the criterion in hand */
  guint rest_id;
  gboolean is_dirty;
};

G_DEFINE_FINAL_TYPE (ComarkPracticeWindow, comark_practice_window, ADW_TYPE_WINDOW)

static const ComarkCriterion *
criterion_in_hand (ComarkPracticeWindow *self)
{
  return g_ptr_array_index (self->sheet->dossier->criteria, self->index);
}

/* ---- keeping ---- */

static void
keep_rating (ComarkPracticeWindow *self)
{
  ComarkRating *rating = comark_rating_new ();

  rating->criterion = g_strdup (criterion_in_hand (self)->id);
  rating->value = comark_rating_form_get_value (self->form);
  rating->reason = comark_rating_form_dup_reason (self->form);
  rating->strength = comark_rating_form_get_strength (self->form);
  g_hash_table_replace (self->ratings, g_strdup (rating->criterion), rating);
}

static gpointer
save_job (ComarkDesk *desk, gpointer data, GError **error)
{
  ComarkRating *rating = data;

  return comark_desk_save_practice_rating (desk, rating->criterion, rating->value, rating->reason,
                                           rating->strength, error)
           ? COMARK_REGISTER_DONE : NULL;
}

static gboolean
on_saved_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  ComarkPracticeWindow *self = COMARK_PRACTICE_WINDOW (widget);

  gtk_label_set_label (self->saved, error == NULL ? _("Kept") : _("Not kept yet"));
  return error == NULL;
}

static void
save (ComarkPracticeWindow *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (!self->is_dirty || self->sheet == NULL)
    return;
  self->is_dirty = FALSE;
  comark_act_run (GTK_WIDGET (self), &(ComarkAct) {
    .job = save_job,
    .data = g_object_ref (g_hash_table_lookup (self->ratings, criterion_in_hand (self)->id)),
    .data_destroy = g_object_unref, .done = on_saved_cb,
  });
}

static gboolean
on_rested_cb (gpointer user_data)
{
  ComarkPracticeWindow *self = user_data;

  self->rest_id = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

static gboolean
is_answered (ComarkPracticeWindow *self, const char *criterion)
{
  ComarkRating *rating = g_hash_table_lookup (self->ratings, criterion);

  return rating != NULL && rating->value != COMARK_VALUE_NONE;
}

static void
follow_answers (ComarkPracticeWindow *self)
{
  gboolean all = TRUE;

  for (guint i = 0; i < self->sheet->dossier->criteria->len; i++)
    {
      const ComarkCriterion *one = g_ptr_array_index (self->sheet->dossier->criteria, i);
      ComarkRating *rating = g_hash_table_lookup (self->ratings, one->id);

      comark_criterion_strip_set_value (self->strip, one->id,
                                        rating != NULL ? rating->value : COMARK_VALUE_NONE);
      all = all && is_answered (self, one->id);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->answers_button), all);
}

static void
on_form_changed_cb (ComarkPracticeWindow *self)
{
  keep_rating (self);
  follow_answers (self);
  self->is_dirty = TRUE;
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MS, on_rested_cb, self);
}

/* ---- going through it ---- */

static void
show_criterion (ComarkPracticeWindow *self, guint index)
{
  GPtrArray *criteria = self->sheet->dossier->criteria;
  ComarkRating *rating;
  g_autofree char *position = g_strdup_printf (_("%u of %u"), index + 1, criteria->len);

  self->index = index;
  rating = g_hash_table_lookup (self->ratings, criterion_in_hand (self)->id);
  comark_rating_form_set_criterion (self->form, self->sheet->dossier, criterion_in_hand (self),
                                    TRUE);
  comark_rating_form_set_answer (self->form, rating ? rating->value : COMARK_VALUE_NONE,
                                 rating ? rating->reason : "",
                                 rating ? rating->strength : COMARK_STRENGTH_NONE);
  comark_criterion_strip_set_current (self->strip, criterion_in_hand (self)->id);
  gtk_label_set_label (self->position, position);
  gtk_widget_set_sensitive (GTK_WIDGET (self->previous_button), index > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), index + 1 < criteria->len);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroll), 0);
}

static void
go_to (ComarkPracticeWindow *self, guint index)
{
  if (self->sheet == NULL || index >= self->sheet->dossier->criteria->len
      || index == self->index)
    return;
  save (self);
  show_criterion (self, index);
}

static void
on_previous_clicked_cb (ComarkPracticeWindow *self)
{
  go_to (self, self->index - 1);
}

static void
on_next_clicked_cb (ComarkPracticeWindow *self)
{
  go_to (self, self->index + 1);
}

static void
on_criterion_chosen_cb (ComarkPracticeWindow *self, const char *id)
{
  for (guint i = 0; i < self->sheet->dossier->criteria->len; i++)
    if (g_str_equal (((const ComarkCriterion *) self->sheet->dossier->criteria->pdata[i])->id, id))
      go_to (self, i);
}

/* ---- the model answers ---- */

static void
fill_cards (ComarkPracticeWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_box_remove (self->cards, child);
  for (guint i = 0; i < self->sheet->practice->criteria->len; i++)
    {
      const ComarkPracticeCriterion *one = g_ptr_array_index (self->sheet->practice->criteria, i);

      gtk_box_append (self->cards,
                      comark_practice_card_new (self->sheet->dossier->framework, one,
                                                g_hash_table_lookup (self->ratings,
                                                                     one->criterion)));
    }
}

static void
on_answers_clicked_cb (ComarkPracticeWindow *self)
{
  save (self);
  fill_cards (self);
  gtk_label_set_label (self->closing, self->sheet->practice->closing);
  gtk_stack_set_visible_child_name (self->stack, "answers");
  gtk_widget_grab_focus (GTK_WIDGET (self->cards));
}

static void
on_look_again_clicked_cb (ComarkPracticeWindow *self)
{
  gtk_stack_set_visible_child_name (self->stack, "rating");
}

static gpointer
finish_job (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_finish_practice (desk, error) ? COMARK_REGISTER_DONE : NULL;
}

static gboolean
on_finished_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  if (error == NULL)
    gtk_window_close (GTK_WINDOW (widget));
  return FALSE;
}

static void
on_ready_clicked_cb (ComarkPracticeWindow *self)
{
  comark_act_run (GTK_WIDGET (self), &(ComarkAct) {
    .job = finish_job, .trigger = GTK_WIDGET (self->ready_button),
    .said = _("You are ready for your first review."), .done = on_finished_cb,
  });
}

/* ---- reading ---- */

static void
fill_document (ComarkPracticeWindow *self)
{
  ComarkPractice *practice = self->sheet->practice;

  gtk_box_append (self->document, comark_label_new (practice->intro, "comark-banner"));
  gtk_box_append (self->document, comark_label_new (practice->title, "title-2"));
  for (guint i = 0; i < practice->blocks->len; i++)
    {
      const ComarkPracticeBlock *block = g_ptr_array_index (practice->blocks, i);

      gtk_box_append (self->document,
                      comark_label_new (block->text, block->is_heading ? "title-4" : NULL));
    }
}

static void
take_sheet (ComarkPracticeWindow *self, ComarkPracticeSheet *sheet)
{
  self->sheet = sheet;
  for (guint i = 0; i < sheet->ratings->len; i++)
    {
      ComarkRating *rating = g_ptr_array_index (sheet->ratings, i);

      g_hash_table_insert (self->ratings, g_strdup (rating->criterion), g_object_ref (rating));
    }
  fill_document (self);
  comark_criterion_strip_set_criteria (self->strip, sheet->dossier->criteria);
  follow_answers (self);
  show_criterion (self, 0);
  comark_status_view_show_content (self->status);
}

typedef struct
{
  ComarkPracticeSheet *sheet;
} Opened;

static gpointer
open_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Opened *opened = data;

  opened->sheet = comark_desk_open_practice (desk, error);
  return opened->sheet != NULL ? COMARK_REGISTER_DONE : NULL;
}

static void
opened_free (gpointer data)
{
  Opened *opened = data;

  g_clear_pointer (&opened->sheet, comark_practice_sheet_free);
  g_free (opened);
}

static gboolean
on_opened_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  ComarkPracticeWindow *self = COMARK_PRACTICE_WINDOW (widget);
  Opened *opened = data;

  if (error != NULL)
    comark_status_view_show_error (self->status, _("The practice submission cannot be shown"),
                                   error);
  else
    take_sheet (self, g_steal_pointer (&opened->sheet));
  return TRUE;
}

/* ---- class ---- */

static gboolean
comark_practice_window_close_request (GtkWindow *window)
{
  save (COMARK_PRACTICE_WINDOW (window));
  return GTK_WINDOW_CLASS (comark_practice_window_parent_class)->close_request (window);
}

static void
comark_practice_window_dispose (GObject *object)
{
  ComarkPracticeWindow *self = COMARK_PRACTICE_WINDOW (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_PRACTICE_WINDOW);
  g_clear_pointer (&self->sheet, comark_practice_sheet_free);
  g_clear_pointer (&self->ratings, g_hash_table_unref);
  G_OBJECT_CLASS (comark_practice_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ComarkPracticeWindow, status);
  gtk_widget_class_bind_template_child (widget_class, ComarkPracticeWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, ComarkPracticeWindow, document);
  gtk_widget_class_bind_template_child (widget_class, ComarkPracticeWindow, strip);
  gtk_widget_class_bind_template_child (widget_class, ComarkPracticeWindow, scroll);
  gtk_widget_class_bind_template_child (widget_class, ComarkPracticeWindow, form);
  gtk_widget_class_bind_template_child (widget_class, ComarkPracticeWindow, previous_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkPracticeWindow, position);
  gtk_widget_class_bind_template_child (widget_class, ComarkPracticeWindow, next_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkPracticeWindow, saved);
  gtk_widget_class_bind_template_child (widget_class, ComarkPracticeWindow, answers_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkPracticeWindow, cards);
  gtk_widget_class_bind_template_child (widget_class, ComarkPracticeWindow, closing);
  gtk_widget_class_bind_template_child (widget_class, ComarkPracticeWindow, ready_button);
}

static void
comark_practice_window_class_init (ComarkPracticeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_practice_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = comark_practice_window_close_request;
  g_type_ensure (COMARK_TYPE_CRITERION_STRIP);
  g_type_ensure (COMARK_TYPE_RATING_FORM);
  g_type_ensure (COMARK_TYPE_SPLIT);
  g_type_ensure (COMARK_TYPE_STATUS_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-practice-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_criterion_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_answers_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_look_again_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_ready_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
comark_practice_window_init (ComarkPracticeWindow *self)
{
  self->ratings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
comark_practice_window_present (GtkWidget *from)
{
  ComarkPracticeWindow *self
    = g_object_new (COMARK_TYPE_PRACTICE_WINDOW, "transient-for", gtk_widget_get_root (from),
                    NULL);
  Opened *opened = g_new0 (Opened, 1);

  gtk_window_present (GTK_WINDOW (self));
  comark_act_read (GTK_WIDGET (self), &(ComarkAct) {
    .job = open_job, .data = opened, .data_destroy = opened_free, .done = on_opened_cb,
    .done_data = opened,
  });
}
