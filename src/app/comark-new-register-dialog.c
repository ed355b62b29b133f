/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-new-register-dialog.h"

#include <glib/gi18n.h>

#include "comark-compat.h"
#include "comark-register.h"

struct _ComarkNewRegisterDialog
{
  AdwWindow parent_instance;

  /* template children */
  GtkLabel *problem;
  AdwEntryRow *organisation;
  AdwEntryRow *person;
  AdwEntryRow *place;
  GtkCheckButton *practice;
  GtkButton *make;

  gboolean place_was_chosen; /* then it no longer follows the organisation's name */
  gboolean is_suggesting;
};

enum
{
  SIGNAL_MADE,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (ComarkNewRegisterDialog, comark_new_register_dialog, ADW_TYPE_WINDOW)

static guint signals[N_SIGNALS];

static char *
text_of (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
show_problem (ComarkNewRegisterDialog *self, const char *sentence)
{
  gtk_label_set_label (self->problem, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
}

/* ---- where to keep it ---- */

/* A file name that every system takes. */
static char *
name_for_file (const char *organisation)
{
  g_autofree char *name = g_strdup (*organisation != '\0' ? organisation : _("Register"));

  g_strdelimit (name, "/\\:*?\"<>|", ' ');
  return g_strdup_printf ("%s.comark", g_strstrip (name));
}

static const char *
usual_folder (void)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  return documents != NULL ? documents : g_get_home_dir ();
}

static void
on_organisation_changed_cb (ComarkNewRegisterDialog *self)
{
  g_autofree char *organisation = text_of (self->organisation);
  g_autofree char *name = name_for_file (organisation);
  g_autofree char *path = g_build_filename (usual_folder (), name, NULL);

  if (self->place_was_chosen)
    return;
  self->is_suggesting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->place), path);
  self->is_suggesting = FALSE;
}

static void
on_place_changed_cb (ComarkNewRegisterDialog *self)
{
  if (!self->is_suggesting)
    self->place_was_chosen = TRUE;
}

static void
on_place_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkNewRegisterDialog) self = user_data;
  g_autoptr (GFile) file = comark_choose_file_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && self->place != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->place), path);
}

static void
on_choose_clicked_cb (ComarkNewRegisterDialog *self)
{
  static const char *const patterns[] = { "*.comark", NULL };
  g_autofree char *path = text_of (self->place);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GFile) folder_file = g_file_new_for_path (folder);

  comark_choose_file_async (GTK_WINDOW (self),
                            &(ComarkFileQuestion) { .what = COMARK_CHOOSE_SAVE,
                                                    .title = _("Where to keep the register"),
                                                    .accept_label = _("Choose"),
                                                    .initial_name = name,
                                                    .initial_folder = folder_file,
                                                    .filter_name = _("Registers"),
                                                    .patterns = patterns },
                            on_place_chosen_cb, g_object_ref (self));
}

/* ---- making it ---- */

typedef struct
{
  char *path;
  char *organisation;
  char *person;
  ComarkPurpose purpose;
} Plan;

static void
plan_free (gpointer data)
{
  Plan *plan = data;

  g_free (plan->path);
  g_free (plan->organisation);
  g_free (plan->person);
  g_free (plan);
}

/* Blocks for a moment, so in a thread; closed again, so that it is opened like any other. */
static void
make_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Plan *plan = task_data;
  GError *error = NULL;
  g_autoptr (GMainContext) context = g_main_context_new ();
  ComarkRegister *reg;

  /* A register belongs to the context it is made in: not to the window's. */
  g_main_context_push_thread_default (context);
  reg = comark_register_create (plan->path, plan->organisation, plan->purpose, NULL, plan->person,
                                &error);
  if (reg != NULL)
    comark_register_close (reg);
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
  g_clear_object (&reg);
  g_main_context_pop_thread_default (context);
}

static void
on_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ComarkNewRegisterDialog *self = COMARK_NEW_REGISTER_DIALOG (source);
  Plan *plan = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (self->make == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->make), TRUE);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      show_problem (self, error->message);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_MADE], 0, plan->path);
  gtk_window_destroy (GTK_WINDOW (self));
}

static const char *
find_problem (const Plan *plan)
{
  if (*plan->organisation == '\0')
    return _("Please write the name of your organisation.");
  if (*plan->person == '\0')
    return _("Please write your own name. You will be the first administrator.");
  if (*plan->path == '\0')
    return _("Please say where to keep the register.");
  return NULL;
}

static void
on_make_clicked_cb (ComarkNewRegisterDialog *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_made_cb, NULL);
  Plan *plan = g_new0 (Plan, 1);

  plan->path = text_of (self->place);
  plan->organisation = text_of (self->organisation);
  plan->person = text_of (self->person);
  plan->purpose = gtk_check_button_get_active (self->practice) ? COMARK_PURPOSE_PRACTICE
                                                               : COMARK_PURPOSE_LIVE;
  g_task_set_task_data (task, plan, plan_free);
  show_problem (self, find_problem (plan));
  if (find_problem (plan) != NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->make), FALSE);
  g_task_run_in_thread (task, make_in_thread);
}

/* ---- class ---- */

static void
comark_new_register_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COMARK_TYPE_NEW_REGISTER_DIALOG);
  G_OBJECT_CLASS (comark_new_register_dialog_parent_class)->dispose (object);
}

static void
comark_new_register_dialog_class_init (ComarkNewRegisterDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_new_register_dialog_dispose;
  signals[SIGNAL_MADE]
    = g_signal_new ("made", COMARK_TYPE_NEW_REGISTER_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/comark/Comark/comark-new-register-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkNewRegisterDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, ComarkNewRegisterDialog, organisation);
  gtk_widget_class_bind_template_child (widget_class, ComarkNewRegisterDialog, person);
  gtk_widget_class_bind_template_child (widget_class, ComarkNewRegisterDialog, place);
  gtk_widget_class_bind_template_child (widget_class, ComarkNewRegisterDialog, practice);
  gtk_widget_class_bind_template_child (widget_class, ComarkNewRegisterDialog, make);
  gtk_widget_class_bind_template_callback (widget_class, on_organisation_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_place_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_make_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
comark_new_register_dialog_init (ComarkNewRegisterDialog *self)
{
  const char *name = g_get_real_name ();

  gtk_widget_init_template (GTK_WIDGET (self));
  if (!g_str_equal (name, "Unknown") && g_utf8_validate (name, -1, NULL))
    gtk_editable_set_text (GTK_EDITABLE (self->person), name);
  on_organisation_changed_cb (self);
}

GtkWindow *
comark_new_register_dialog_new (GtkWindow *parent)
{
  return g_object_new (COMARK_TYPE_NEW_REGISTER_DIALOG, "transient-for", parent, NULL);
}
