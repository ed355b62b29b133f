/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-told-dialog.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-act-host.h"
#include "comark-day-entry.h"
#include "comark-desk-decision.h"
#include "comark-label.h"
#include "comark-text-field.h"

struct _ComarkToldDialog
{
  AdwWindow parent_instance;

  /* template children */
  GtkLabel *problem;
  ComarkDayEntry *day;
  GtkEntry *how;
  ComarkTextField *body;
  GtkButton *save;

  /* owned */
  char *ref;
};

G_DEFINE_FINAL_TYPE (ComarkToldDialog, comark_told_dialog, ADW_TYPE_WINDOW)

typedef struct
{
  char *ref;
  char *day;
  char *how;
  char *body;
} Told;

static void
told_free (gpointer data)
{
  Told *told = data;

  g_free (told->ref);
  g_free (told->day);
  g_free (told->how);
  g_free (told->body);
  g_free (told);
}

static gpointer
told_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Told *told = data;

  return comark_desk_told (desk, told->ref, told->day, told->how, told->body, error)
           ? COMARK_REGISTER_DONE : NULL;
}

static gboolean
on_saved_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  ComarkToldDialog *self = COMARK_TOLD_DIALOG (widget);

  if (error != NULL && error->domain != COMARK_DESK_ERROR)
    return FALSE;
  if (error != NULL)
    comark_label_show (self->problem, error->message);
  else
    gtk_window_destroy (GTK_WINDOW (self));
  return error != NULL;
}

static void
on_save_clicked_cb (ComarkToldDialog *self)
{
  Told *told = g_new0 (Told, 1);

  told->ref = g_strdup (self->ref);
  told->day = comark_day_entry_dup_day (self->day);
  told->how = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->how)));
  told->body = comark_text_field_dup_text (self->body);
  comark_label_show (self->problem, NULL);
  comark_act_run (GTK_WIDGET (self), &(ComarkAct) {
    .job = told_job, .data = told, .data_destroy = told_free,
    .trigger = GTK_WIDGET (self->save), .said = _("Recorded."), .done = on_saved_cb,
  });
}

/* ---- class ---- */

static void
comark_told_dialog_dispose (GObject *object)
{
  ComarkToldDialog *self = COMARK_TOLD_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_TOLD_DIALOG);
  g_clear_pointer (&self->ref, g_free);
  G_OBJECT_CLASS (comark_told_dialog_parent_class)->dispose (object);
}

static void
comark_told_dialog_class_init (ComarkToldDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_told_dialog_dispose;
  g_type_ensure (COMARK_TYPE_DAY_ENTRY);
  g_type_ensure (COMARK_TYPE_TEXT_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-told-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkToldDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, ComarkToldDialog, day);
  gtk_widget_class_bind_template_child (widget_class, ComarkToldDialog, how);
  gtk_widget_class_bind_template_child (widget_class, ComarkToldDialog, body);
  gtk_widget_class_bind_template_child (widget_class, ComarkToldDialog, save);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
comark_told_dialog_init (ComarkToldDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Mostly it is written down on the day itself; the register's clock says which that is. */
static void
fill_today (ComarkToldDialog *self)
{
  ComarkActHost *host = comark_act_host_of (GTK_WIDGET (self));
  ComarkRegister *reg = host != NULL ? comark_act_host_get_register (host) : NULL;
  g_autofree char *today = NULL;

  if (reg == NULL)
    return;
  today = comark_day_from_ms (comark_clock_now_ms (comark_register_get_clock (reg)));
  comark_day_entry_set_day (self->day, today);
}

void
comark_told_dialog_present (GtkWidget *from, ComarkDossier *dossier)
{
  ComarkToldDialog *self
    = g_object_new (COMARK_TYPE_TOLD_DIALOG, "transient-for", gtk_widget_get_root (from), NULL);

  self->ref = g_strdup (dossier->submission->ref);
  fill_today (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->how));
}
