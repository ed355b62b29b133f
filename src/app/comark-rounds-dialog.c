/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-rounds-dialog.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-desk-people.h"
#include "comark-label.h"
#include "comark-text-field.h"

struct _ComarkRoundsDialog
{
  AdwWindow parent_instance;

  /* template children */
  GtkLabel *problem;
  ComarkTextField *prompts;
  ComarkTextField *contact;
  GtkButton *save;
};

G_DEFINE_FINAL_TYPE (ComarkRoundsDialog, comark_rounds_dialog, ADW_TYPE_WINDOW)

typedef struct
{
  char *prompts; /* one a line */
  char *contact;
} Words;

static void
words_free (gpointer data)
{
  Words *words = data;

  g_free (words->prompts);
  g_free (words->contact);
  g_free (words);
}

/* ---- reading ---- */

static gpointer
read_job (ComarkDesk *desk, gpointer data, GError **error)
{
  g_auto (GStrv) prompts = comark_desk_list_prompts (desk, error);
  g_autofree char *contact
    = prompts != NULL ? comark_desk_get_setting (desk, "support-contact", error) : NULL;
  Words *words;

  if (contact == NULL)
    return NULL;
  words = g_new0 (Words, 1);
  words->prompts = g_strjoinv ("\n", prompts);
  words->contact = g_steal_pointer (&contact);
  return words;
}

static gboolean
on_read_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  ComarkRoundsDialog *self = COMARK_ROUNDS_DIALOG (widget);
  Words *words = answer;

  if (error != NULL)
    return FALSE;
  comark_text_field_set_text (self->prompts, words->prompts);
  comark_text_field_set_text (self->contact, words->contact);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), TRUE);
  return TRUE;
}

/* ---- saving ---- */

static gpointer
save_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Words *words = data;

  return comark_desk_set_setting (desk, "round-prompts", words->prompts, error)
             && comark_desk_set_setting (desk, "support-contact", words->contact, error)
           ? COMARK_REGISTER_DONE : NULL;
}

static gboolean
on_saved_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  ComarkRoundsDialog *self = COMARK_ROUNDS_DIALOG (widget);

  if (error != NULL && error->domain != COMARK_DESK_ERROR)
    return FALSE;
  if (error != NULL)
    comark_label_show (self->problem, error->message);
  else
    gtk_window_destroy (GTK_WINDOW (self));
  return error != NULL;
}

static void
on_save_clicked_cb (ComarkRoundsDialog *self)
{
  Words *words = g_new0 (Words, 1);

  words->prompts = comark_text_field_dup_text (self->prompts);
  words->contact = comark_text_field_dup_text (self->contact);
  comark_label_show (self->problem, NULL);
  comark_act_run (GTK_WIDGET (self), &(ComarkAct) {
    .job = save_job, .data = words, .data_destroy = words_free,
    .trigger = GTK_WIDGET (self->save), .said = _("Saved for the meetings to come."),
    .done = on_saved_cb,
  });
}

/* ---- class ---- */

static void
comark_rounds_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COMARK_TYPE_ROUNDS_DIALOG);
  G_OBJECT_CLASS (comark_rounds_dialog_parent_class)->dispose (object);
}

static void
comark_rounds_dialog_class_init (ComarkRoundsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_rounds_dialog_dispose;
  g_type_ensure (COMARK_TYPE_TEXT_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-rounds-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkRoundsDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, ComarkRoundsDialog, prompts);
  gtk_widget_class_bind_template_child (widget_class, ComarkRoundsDialog, contact);
  gtk_widget_class_bind_template_child (widget_class, ComarkRoundsDialog, save);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
comark_rounds_dialog_init (ComarkRoundsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), FALSE);
}

void
comark_rounds_dialog_present (GtkWidget *from)
{
  ComarkRoundsDialog *self
    = g_object_new (COMARK_TYPE_ROUNDS_DIALOG, "transient-for", gtk_widget_get_root (from), NULL);

  gtk_window_present (GTK_WINDOW (self));
  comark_act_read (GTK_WIDGET (self), &(ComarkAct) {
    .job = read_job, .answer_destroy = words_free, .done = on_read_cb,
  });
}
