/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-after-section.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-clear.h"
#include "comark-clock.h"
#include "comark-compat.h"
#include "comark-condition-act.h"
#include "comark-desk-decision.h"
#include "comark-label.h"
#include "comark-note-dialog.h"
#include "comark-part.h"

struct _ComarkAfterSection
{
  AdwBin parent_instance;

  /* template children */
  GtkWidget *conditions_part;
  GtkLabel *conditions_why;
  GtkBox *conditions;
  GtkLabel *told_intro;
  GtkBox *told;
  GtkButton *told_button;
  GtkLabel *told_why;
  GtkWidget *close_part;
  GtkButton *close_button;
  GtkLabel *close_why;

  /* owned */
  ComarkDossier *dossier;
};

G_DEFINE_FINAL_TYPE (ComarkAfterSection, comark_after_section, ADW_TYPE_BIN)

/* ---- conditions ---- */

static void
on_met_clicked_cb (ComarkAfterSection *self, GtkButton *button)
{
  comark_condition_act_ask (GTK_WIDGET (self), self->dossier,
                            g_object_get_data (G_OBJECT (button), "condition"));
}

static char *
condition_state (ComarkCondition *condition)
{
  g_autofree char *due = comark_day_to_words (condition->due_day);
  g_autofree char *met = NULL;

  if (condition->met_at == 0)
    return g_strdup_printf (_("Open. By %s."), due);
  met = comark_ms_to_words (condition->met_at);
  /* translators: a day and time, and what shows that the condition is met */
  return g_strdup_printf (_("✓ Met on %s: %s"), met, condition->met_because);
}

static GtkWidget *
condition_line (ComarkAfterSection *self, ComarkCondition *condition)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_button_new_with_label (_("Met…"));
  g_autofree char *state = condition_state (condition);
  /* translators: a criterion's id */
  g_autofree char *name = g_strdup_printf (_("The condition on %s is met"), condition->criterion);

  gtk_box_append (GTK_BOX (line), comark_label_new (condition->what, "heading"));
  gtk_box_append (GTK_BOX (line), comark_label_new (state, NULL));
  gtk_widget_add_css_class (line, "card");
  gtk_widget_add_css_class (line, "comark-card");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_visible (button, condition->met_at == 0
                                    && comark_dossier_may (self->dossier,
                                                           COMARK_ACTION_SETTLE_CONDITIONS, NULL));
  comark_part_name (button, name);
  g_object_set_data_full (G_OBJECT (button), "condition", g_object_ref (condition),
                          g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_met_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), button);
  return line;
}

static void
fill_conditions (ComarkAfterSection *self)
{
  GPtrArray *conditions = self->dossier->decision->conditions;
  g_autofree char *why = NULL;

  comark_clear_box (self->conditions);
  for (guint i = 0; i < conditions->len; i++)
    gtk_box_append (self->conditions, condition_line (self, g_ptr_array_index (conditions, i)));
  gtk_widget_set_visible (self->conditions_part, conditions->len > 0);
  if (self->dossier->submission->state == COMARK_STATE_CONDITIONAL)
    comark_dossier_may (self->dossier, COMARK_ACTION_SETTLE_CONDITIONS, &why);
  comark_label_show (self->conditions_why, why);
}

/* ---- telling ---- */

static void
fill_told (ComarkAfterSection *self)
{
  GPtrArray *told = self->dossier->told;

  comark_clear_box (self->told);
  for (guint i = 0; i < told->len; i++)
    {
      ComarkTold *one = g_ptr_array_index (told, i);
      g_autofree char *day = comark_day_to_words (one->day);
      /* translators: a day, how the contributors were told, who recorded it */
      g_autofree char *text = g_strdup_printf (_("✓ Told on %s, %s (recorded by %s)."), day,
                                               one->how, one->recorded_by_name);
      gtk_box_append (self->told, comark_label_new (text, "heading"));
      if (*one->body != '\0')
        gtk_box_append (self->told, comark_label_new (one->body, NULL));
    }
  comark_label_show (self->told_intro,
                   told->len == 0 ? _("Nobody is left in silence: before this is closed, those who "
                                      "took part are told what changed because of them.") : NULL);
  comark_part_follow (GTK_WIDGET (self->told_button), told->len == 0 ? self->told_why : NULL,
                      self->dossier, COMARK_ACTION_RECORD_TOLD);
  gtk_widget_set_visible (GTK_WIDGET (self->told_button),
                          told->len == 0
                            || gtk_widget_get_sensitive (GTK_WIDGET (self->told_button)));
  if (told->len > 0)
    comark_label_show (self->told_why, NULL);
}

typedef struct
{
  char *ref;
  ComarkNote *note;
} Told;

static void
told_free (gpointer data)
{
  Told *told = data;

  g_free (told->ref);
  comark_note_free (told->note);
  g_free (told);
}

static gpointer
told_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Told *told = data;

  return comark_desk_told (desk, told->ref, told->note->day, told->note->how, told->note->words,
                           error)
           ? COMARK_REGISTER_DONE : NULL;
}

static void
on_told_noted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkAfterSection) self = user_data;
  g_autoptr (ComarkNote) note = comark_note_dialog_finish (result, NULL);
  Told *told;

  if (note == NULL || self->dossier == NULL)
    return;
  told = g_new0 (Told, 1);
  told->ref = g_strdup (self->dossier->submission->ref);
  told->note = g_steal_pointer (&note);
  comark_act_run (GTK_WIDGET (self), &(ComarkAct) {
    .job = told_job, .data = told, .data_destroy = told_free,
    .trigger = GTK_WIDGET (self->told_button), .said = _("It is recorded that they were told."),
  });
}

static void
on_told_clicked_cb (ComarkAfterSection *self)
{
  g_autofree char *today = comark_part_today (GTK_WIDGET (self));

  comark_note_dialog_ask (comark_part_window (GTK_WIDGET (self)), &(ComarkNoteQuestion) {
    .title = _("Contributors told"), .accept_label = _("Record"),
    .sentence = _("Say how those who took part heard what changed because of them."),
    .how_label = _("How? (for example: a letter each)"), .day_label = _("On what day?"),
    .day = today, .words_label = _("What were they told?"),
  }, on_told_noted_cb, g_object_ref (self));
}

/* ---- closing ---- */

static void
fill_close (ComarkAfterSection *self)
{
  comark_part_follow (GTK_WIDGET (self->close_button), self->close_why, self->dossier,
                      COMARK_ACTION_CLOSE);
  gtk_widget_set_visible (self->close_part,
                          self->dossier->submission->state != COMARK_STATE_CLOSED);
}

static void
on_close_confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkAfterSection) self = user_data;

  if (comark_confirm_finish (result, NULL) && self->dossier != NULL)
    comark_act_run_ref (GTK_WIDGET (self), GTK_WIDGET (self->close_button), comark_desk_close,
                        self->dossier->submission->ref, _("The submission is closed."));
}

static void
on_close_clicked_cb (ComarkAfterSection *self)
{
  comark_confirm_async (comark_part_window (GTK_WIDGET (self)), _("Close the submission?"),
                        _("Its work is done. Everything stays to be read, and a mark lives on."),
                        _("Close it"), FALSE, on_close_confirmed_cb, g_object_ref (self));
}

void
comark_after_section_set_dossier (ComarkAfterSection *self, ComarkDossier *dossier)
{
  g_return_if_fail (COMARK_IS_AFTER_SECTION (self));
  g_return_if_fail (dossier->decision != NULL);

  g_set_object (&self->dossier, dossier);
  fill_conditions (self);
  fill_told (self);
  fill_close (self);
}

/* ---- class ---- */

static void
comark_after_section_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), COMARK_TYPE_AFTER_SECTION);
  g_clear_object (&COMARK_AFTER_SECTION (object)->dossier);
  G_OBJECT_CLASS (comark_after_section_parent_class)->dispose (object);
}

static void
comark_after_section_class_init (ComarkAfterSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_after_section_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-after-section.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkAfterSection, conditions_part);
  gtk_widget_class_bind_template_child (widget_class, ComarkAfterSection, conditions_why);
  gtk_widget_class_bind_template_child (widget_class, ComarkAfterSection, conditions);
  gtk_widget_class_bind_template_child (widget_class, ComarkAfterSection, told_intro);
  gtk_widget_class_bind_template_child (widget_class, ComarkAfterSection, told);
  gtk_widget_class_bind_template_child (widget_class, ComarkAfterSection, told_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkAfterSection, told_why);
  gtk_widget_class_bind_template_child (widget_class, ComarkAfterSection, close_part);
  gtk_widget_class_bind_template_child (widget_class, ComarkAfterSection, close_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkAfterSection, close_why);
  gtk_widget_class_bind_template_callback (widget_class, on_told_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked_cb);
}

static void
comark_after_section_init (ComarkAfterSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
