/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-new-submission-dialog.h"

#include <glib/gi18n.h>

#include "comark-accessible.h"
#include "comark-act-host.h"
#include "comark-act.h"
#include "comark-desk-people.h"
#include "comark-desk-submissions.h"
#include "comark-status-view.h"

struct _ComarkNewSubmissionDialog
{
  AdwWindow parent_instance;

  /* template children */
  ComarkStatusView *status;
  GtkLabel *problem;
  AdwEntryRow *name;
  AdwEntryRow *audience;
  AdwEntryRow *team;
  GtkDropDown *type;
  GtkDropDown *owner;
  GtkButton *make;

  /* owned */
  ComarkFramework *framework;
  GListStore *people;
};

G_DEFINE_FINAL_TYPE (ComarkNewSubmissionDialog, comark_new_submission_dialog, ADW_TYPE_WINDOW)

/* ---- choices ---- */

typedef struct
{
  ComarkFramework *framework;
  GPtrArray *people;
} Choices;

static void
choices_free (gpointer data)
{
  Choices *choices = data;

  g_clear_object (&choices->framework);
  g_clear_pointer (&choices->people, g_ptr_array_unref);
  g_free (choices);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Choices, choices_free)

/* Only an administrator may look at all people: others own what they make. */
static GPtrArray *
list_owners (ComarkDesk *desk, GError **error)
{
  GPtrArray *people;

  if (desk->who == NULL || (desk->who->roles & COMARK_ROLE_ADMINISTRATOR) != 0)
    return comark_desk_list_people (desk, error);
  people = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (people, g_object_ref (desk->who));
  return people;
}

static gpointer
choices_job (ComarkDesk *desk, gpointer data, GError **error)
{
  g_autoptr (Choices) choices = g_new0 (Choices, 1);

  choices->framework = comark_desk_active_framework (desk, error);
  if (choices->framework == NULL)
    return NULL;
  choices->people = list_owners (desk, error);
  return choices->people != NULL ? g_steal_pointer (&choices) : NULL;
}

static void
fill_types (ComarkNewSubmissionDialog *self)
{
  const GPtrArray *types = comark_framework_get_document_types (self->framework);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < types->len; i++)
    gtk_string_list_append (names, ((const ComarkDocumentType *) types->pdata[i])->name);
  gtk_drop_down_set_model (self->type, G_LIST_MODEL (names));
}

static void
fill_owners (ComarkNewSubmissionDialog *self, GPtrArray *people)
{
  ComarkRegister *reg = comark_act_host_get_register (comark_act_host_of (GTK_WIDGET (self)));
  ComarkPerson *acting = comark_register_get_acting (reg);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = 0;

  for (guint i = 0; i < people->len; i++)
    {
      ComarkPerson *person = g_ptr_array_index (people, i);

      if (!person->active)
        continue;
      if (acting != NULL && comark_id_equal (&acting->id, &person->id))
        chosen = g_list_model_get_n_items (G_LIST_MODEL (names));
      gtk_string_list_append (names, person->name);
      g_list_store_append (self->people, person);
    }
  gtk_drop_down_set_model (self->owner, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->owner, chosen);
}

static gboolean
on_choices_read_cb (GtkWidget *page, gpointer answer, const GError *error, gpointer user_data)
{
  ComarkNewSubmissionDialog *self = COMARK_NEW_SUBMISSION_DIALOG (page);
  Choices *choices = answer;

  if (error != NULL)
    {
      comark_status_view_show_error (self->status, _("A submission cannot be made now"), error);
      return TRUE;
    }
  g_set_object (&self->framework, choices->framework);
  g_list_store_remove_all (self->people);
  fill_types (self);
  fill_owners (self, choices->people);
  comark_status_view_show_content (self->status);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  return TRUE;
}

static void
read_choices (ComarkNewSubmissionDialog *self)
{
  comark_act_read (GTK_WIDGET (self), &(ComarkAct) { .job = choices_job,
                                                     .answer_destroy = choices_free,
                                                     .done = on_choices_read_cb });
}

/* ---- making it ---- */

typedef struct
{
  ComarkSubmissionForm form;
  ComarkId owner;
  char *title;
  char *type;
  char *audience;
  char *team;
} MakeJob;

static void
make_job_free (gpointer data)
{
  MakeJob *job = data;

  g_free (job->title);
  g_free (job->type);
  g_free (job->audience);
  g_free (job->team);
  g_free (job);
}

static char *
text_of (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static MakeJob *
new_make_job (ComarkNewSubmissionDialog *self)
{
  const GPtrArray *types = comark_framework_get_document_types (self->framework);
  guint type = gtk_drop_down_get_selected (self->type);
  g_autoptr (ComarkPerson) owner = g_list_model_get_item (
    G_LIST_MODEL (self->people), gtk_drop_down_get_selected (self->owner));
  MakeJob *job = g_new0 (MakeJob, 1);

  job->title = text_of (self->name);
  job->audience = text_of (self->audience);
  job->team = text_of (self->team);
  job->type = type < types->len
                ? g_strdup (((const ComarkDocumentType *) types->pdata[type])->id)
                : NULL;
  job->owner = owner != NULL ? owner->id : COMARK_ID_NONE;
  job->form = (ComarkSubmissionForm) { .title = job->title,
                                       .type = job->type,
                                       .level = "",
                                       .audience = job->audience,
                                       .summary = "",
                                       .team = job->team };
  return job;
}

static gpointer
make_job (ComarkDesk *desk, gpointer data, GError **error)
{
  MakeJob *job = data;

  return comark_desk_new_submission (desk, comark_id_is_none (&job->owner) ? NULL : &job->owner,
                                     &job->form, error);
}

static gboolean
on_made_cb (GtkWidget *page, gpointer answer, const GError *error, gpointer user_data)
{
  ComarkNewSubmissionDialog *self = COMARK_NEW_SUBMISSION_DIALOG (page);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *spot = NULL;

  if (error != NULL)
    {
      gtk_label_set_label (self->problem, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
      return error->domain == COMARK_DESK_ERROR;
    }
  spot = g_strdup_printf ("%s/form", (const char *) answer);
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.open-submission", "s", spot);
  gtk_window_destroy (GTK_WINDOW (self));
  return FALSE;
}

static void
on_make_clicked_cb (ComarkNewSubmissionDialog *self)
{
  if (self->framework == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  comark_act_run (GTK_WIDGET (self), &(ComarkAct) { .job = make_job,
                                                    .data = new_make_job (self),
                                                    .data_destroy = make_job_free,
                                                    .answer_destroy = g_free,
                                                    .said = _("The submission is made."),
                                                    .trigger = GTK_WIDGET (self->make),
                                                    .done = on_made_cb });
}

/* ---- class ---- */

static void
comark_new_submission_dialog_dispose (GObject *object)
{
  ComarkNewSubmissionDialog *self = COMARK_NEW_SUBMISSION_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_NEW_SUBMISSION_DIALOG);
  g_clear_object (&self->framework);
  g_clear_object (&self->people);
  G_OBJECT_CLASS (comark_new_submission_dialog_parent_class)->dispose (object);
}

static void
comark_new_submission_dialog_class_init (ComarkNewSubmissionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_new_submission_dialog_dispose;
  g_type_ensure (COMARK_TYPE_STATUS_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/comark/Comark/comark-new-submission-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkNewSubmissionDialog, status);
  gtk_widget_class_bind_template_child (widget_class, ComarkNewSubmissionDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, ComarkNewSubmissionDialog, name);
  gtk_widget_class_bind_template_child (widget_class, ComarkNewSubmissionDialog, audience);
  gtk_widget_class_bind_template_child (widget_class, ComarkNewSubmissionDialog, team);
  gtk_widget_class_bind_template_child (widget_class, ComarkNewSubmissionDialog, type);
  gtk_widget_class_bind_template_child (widget_class, ComarkNewSubmissionDialog, owner);
  gtk_widget_class_bind_template_child (widget_class, ComarkNewSubmissionDialog, make);
  gtk_widget_class_bind_template_callback (widget_class, on_make_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_choices);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
comark_new_submission_dialog_init (ComarkNewSubmissionDialog *self)
{
  self->people = g_list_store_new (COMARK_TYPE_PERSON);
  gtk_widget_init_template (GTK_WIDGET (self));
  comark_accessible_name_drop_down (self->type, _("Kind of document"));
  comark_accessible_name_drop_down (self->owner, _("Owner"));
}

void
comark_new_submission_dialog_present (GtkWidget *from)
{
  ComarkNewSubmissionDialog *self = g_object_new (
    COMARK_TYPE_NEW_SUBMISSION_DIALOG, "transient-for", gtk_widget_get_root (from), NULL);

  gtk_window_present (GTK_WINDOW (self));
  read_choices (self);
}
