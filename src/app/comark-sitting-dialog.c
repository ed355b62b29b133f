/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-sitting-dialog.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-day-entry.h"
#include "comark-desk-sittings.h"
#include "comark-label.h"
#include "comark-text-field.h"

struct _ComarkSittingDialog
{
  AdwWindow parent_instance;

  /* template children */
  GtkLabel *problem;
  ComarkDayEntry *day;
  GtkEditable *time;
  GtkEditable *place;
  GtkEditable *link;
  ComarkTextField *note;
  GtkButton *save;

  /* owned */
  char *ref; /* NULL for a new one */
  gint64 rev;
};

G_DEFINE_FINAL_TYPE (ComarkSittingDialog, comark_sitting_dialog, ADW_TYPE_WINDOW)

typedef struct
{
  char *ref, *day, *time, *place, *link, *note;
  gint64 rev;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_free (form->ref);
  g_free (form->day);
  g_free (form->time);
  g_free (form->place);
  g_free (form->link);
  g_free (form->note);
  g_free (form);
}

static gpointer
save_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Form *form = data;
  ComarkSittingForm what
    = { form->day, form->time, form->place, form->link, form->note, form->rev };
  g_autofree char *made = NULL;

  if (form->ref != NULL)
    return comark_desk_change_sitting (desk, form->ref, &what, error) ? COMARK_REGISTER_DONE
                                                                      : NULL;
  made = comark_desk_plan_sitting (desk, &what, error);
  return made != NULL ? COMARK_REGISTER_DONE : NULL;
}

static gboolean
on_saved_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  ComarkSittingDialog *self = COMARK_SITTING_DIALOG (widget);

  if (error != NULL && error->domain != COMARK_DESK_ERROR)
    return FALSE;
  if (error != NULL)
    comark_label_show (self->problem, error->message);
  else
    gtk_window_destroy (GTK_WINDOW (self));
  return error != NULL;
}

static void
on_save_clicked_cb (ComarkSittingDialog *self)
{
  Form *form = g_new0 (Form, 1);

  form->ref = g_strdup (self->ref);
  form->day = comark_day_entry_dup_day (self->day);
  form->time = g_strdup (gtk_editable_get_text (self->time));
  form->place = g_strdup (gtk_editable_get_text (self->place));
  form->link = g_strdup (gtk_editable_get_text (self->link));
  form->note = comark_text_field_dup_text (self->note);
  form->rev = self->rev;
  comark_label_show (self->problem, NULL);
  comark_act_run (GTK_WIDGET (self), &(ComarkAct) {
    .job = save_job, .data = form, .data_destroy = form_free,
    .trigger = GTK_WIDGET (self->save),
    .said = self->ref != NULL ? _("The meeting is changed.") : _("The meeting is planned."),
    .done = on_saved_cb,
  });
}

/* ---- class ---- */

static void
comark_sitting_dialog_dispose (GObject *object)
{
  ComarkSittingDialog *self = COMARK_SITTING_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_SITTING_DIALOG);
  g_clear_pointer (&self->ref, g_free);
  G_OBJECT_CLASS (comark_sitting_dialog_parent_class)->dispose (object);
}

static void
comark_sitting_dialog_class_init (ComarkSittingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_sitting_dialog_dispose;
  g_type_ensure (COMARK_TYPE_DAY_ENTRY);
  g_type_ensure (COMARK_TYPE_TEXT_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-sitting-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkSittingDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, ComarkSittingDialog, day);
  gtk_widget_class_bind_template_child (widget_class, ComarkSittingDialog, time);
  gtk_widget_class_bind_template_child (widget_class, ComarkSittingDialog, place);
  gtk_widget_class_bind_template_child (widget_class, ComarkSittingDialog, link);
  gtk_widget_class_bind_template_child (widget_class, ComarkSittingDialog, note);
  gtk_widget_class_bind_template_child (widget_class, ComarkSittingDialog, save);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
comark_sitting_dialog_init (ComarkSittingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill (ComarkSittingDialog *self, ComarkSitting *sitting)
{
  self->ref = g_strdup (sitting->ref);
  self->rev = sitting->rev;
  comark_day_entry_set_day (self->day, sitting->day);
  gtk_editable_set_text (self->time, sitting->time);
  gtk_editable_set_text (self->place, sitting->place);
  gtk_editable_set_text (self->link, sitting->link);
  comark_text_field_set_text (self->note, sitting->note);
}

void
comark_sitting_dialog_present (GtkWidget *from, ComarkSitting *sitting)
{
  ComarkSittingDialog *self
    = g_object_new (COMARK_TYPE_SITTING_DIALOG, "transient-for", gtk_widget_get_root (from), NULL);

  if (sitting != NULL)
    fill (self, sitting);
  gtk_window_present (GTK_WINDOW (self));
}
