/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-review-page-private.h"

ComarkAnswer
comark_review_form_answer (ComarkRatingForm *form)
{
  return (ComarkAnswer) { comark_rating_form_get_value (form),
                          comark_rating_form_get_strength (form),
                          comark_rating_form_dup_reason (form) };
}

void
comark_review_answer_clear (ComarkAnswer *answer)
{
  g_clear_pointer (&answer->reason, g_free);
}

void
comark_review_page_note_answer (ComarkReviewPage *self)
{
  comark_review_answer_clear (&self->last);
  self->last = comark_review_form_answer (self->form);
}

void
comark_review_page_record (ComarkReviewPage *self)
{
  ComarkAnswer now = comark_review_form_answer (self->form);

  comark_undo_stack_push_answer (self->undo, self->current->id, &self->last, &now,
                                 g_get_monotonic_time () / 1000);
  comark_review_answer_clear (&self->last);
  self->last = now;
  comark_review_page_update_undo (self);
}

void
comark_review_page_update_undo (ComarkReviewPage *self)
{
  gboolean may = comark_review_may_rate (comark_review_page_dossier (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.undo",
                                 may && comark_undo_stack_peek (self->undo, TRUE) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.redo",
                                 may && comark_undo_stack_peek (self->undo, FALSE) != NULL);
  gtk_widget_set_visible (self->undo_button, may);
  gtk_widget_set_visible (self->redo_button, may);
}

/* ---- others' changes ---- */

static gboolean
is_same (const ComarkAnswer *a, const ComarkAnswer *b)
{
  return a->value == b->value && a->strength == b->strength && g_str_equal (a->reason, b->reason);
}

void
comark_review_page_forget_others (ComarkReviewPage *self)
{
  GPtrArray *criteria = comark_review_page_dossier (self)->criteria;

  for (guint i = 0; i < criteria->len; i++)
    {
      const ComarkCriterion *criterion = g_ptr_array_index (criteria, i);
      ComarkAnswer mine, stored = comark_review_page_answer (self, criterion->id);

      if ((!self->is_dirty || criterion != self->current)
          && comark_undo_stack_get_answer (self->undo, criterion->id, &mine)
          && !is_same (&mine, &stored))
        comark_undo_stack_forget (self->undo, criterion->id);
    }
  comark_review_page_update_undo (self);
}

/* ---- back and on ---- */

static void
put_answer (ComarkReviewPage *self, const ComarkAnswer *answer)
{
  comark_rating_form_set_answer (self->form, answer->value, answer->reason, answer->strength);
  comark_review_page_note_answer (self);
  comark_review_page_changed (self);
}

static void
put_cover (ComarkReviewPage *self, const ComarkUndoStep *step, gboolean back)
{
  ComarkCover expected = back ? step->cover_after : step->cover_before;

  if (comark_review_page_cover (self, step->criterion, &step->evidence) != expected)
    {
      comark_undo_stack_forget (self->undo, step->criterion);
      return;
    }
  comark_review_page_say_cover (self, step->criterion, &step->evidence,
                                back ? step->cover_before : step->cover_after);
  comark_review_page_show_covers (self, self->form);
}

static void
put (ComarkReviewPage *self, const ComarkUndoStep *step, gboolean back)
{
  if (step->is_cover)
    put_cover (self, step, back);
  else
    put_answer (self, back ? &step->before : &step->after);
}

/* What is undone elsewhere is brought into sight first; if two wordings wait there for the person
 * to choose one, that comes before. */
static void
go (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ComarkReviewPage *self = COMARK_REVIEW_PAGE (widget);
  gboolean back = g_str_equal (name, "review.undo");
  g_autofree char *criterion = g_strdup (comark_undo_stack_peek (self->undo, back));
  gboolean is_elsewhere;

  if (criterion == NULL || self->current == NULL)
    return;
  is_elsewhere = !g_str_equal (criterion, self->current->id);
  comark_review_page_go_to (self, criterion);
  if (!gtk_widget_get_visible (self->conflict))
    put (self, back ? comark_undo_stack_undo (self->undo) : comark_undo_stack_redo (self->undo),
         back);
  if (is_elsewhere)
    gtk_widget_grab_focus (GTK_WIDGET (self->form));
  comark_review_page_update_undo (self);
}

/* ---- keys ---- */

static gboolean
on_key_cb (GtkWidget *widget, GVariant *args, gpointer name)
{
  ComarkReviewPage *self = COMARK_REVIEW_PAGE (widget);

  if (gtk_widget_get_focus_child (GTK_WIDGET (self->layouts)) == NULL
      || comark_rating_form_is_in_note (self->form))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (widget, name, NULL);
  return GDK_EVENT_STOP;
}

static void
add_key (GtkEventController *keys, GdkModifierType modifiers, const char *action)
{
  GtkShortcutTrigger *trigger = gtk_keyval_trigger_new (GDK_KEY_z, modifiers);
  GtkShortcutAction *call = gtk_callback_action_new (on_key_cb, (gpointer) action, NULL);

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (trigger, call));
}

/* Before the text view has them, whose own steps are not those of the review. */
void
comark_review_page_add_undo_keys (ComarkReviewPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (keys, GDK_CONTROL_MASK, "review.undo");
  add_key (keys, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "review.redo");
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* ---- class ---- */

void
comark_review_page_class_bind_undo (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "review.undo", NULL, go);
  gtk_widget_class_install_action (widget_class, "review.redo", NULL, go);
}
