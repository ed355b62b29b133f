/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-person-dialog.h"

#include <glib/gi18n.h>

#include "comark-accessible.h"
#include "comark-act.h"
#include "comark-compat.h"
#include "comark-desk-people.h"
#include "comark-desk-practice.h"
#include "comark-person-words.h"

struct _ComarkPersonDialog
{
  AdwWindow parent_instance;

  /* template children */
  GtkLabel *problem;
  AdwEntryRow *name;
  AdwEntryRow *email;
  GtkDropDown *kind;
  GtkCheckButton *owner;
  GtkCheckButton *member;
  GtkCheckButton *co_chair;
  GtkCheckButton *administrator;
  GtkCheckButton *carer;
  GtkCheckButton *active;
  AdwEntryRow *access_needs;
  GtkButton *save;
  GtkLabel *practice;
  GtkButton *waive_button;

  ComarkPerson *person; /* as it was read; NULL for a new one */
};

G_DEFINE_FINAL_TYPE (ComarkPersonDialog, comark_person_dialog, ADW_TYPE_WINDOW)

/* ---- the form ---- */

static GtkCheckButton *
check_of (ComarkPersonDialog *self, ComarkRole role)
{
  switch (role)
    {
    case COMARK_ROLE_OWNER:
      return self->owner;
    case COMARK_ROLE_MEMBER:
      return self->member;
    case COMARK_ROLE_CO_CHAIR:
      return self->co_chair;
    case COMARK_ROLE_ADMINISTRATOR:
    default:
      return self->administrator;
    }
}

static guint
chosen_roles (ComarkPersonDialog *self)
{
  guint roles = 0;

  for (ComarkRole role = COMARK_ROLE_OWNER; role <= COMARK_ROLE_ADMINISTRATOR; role <<= 1)
    if (gtk_check_button_get_active (check_of (self, role)))
      roles |= role;
  return roles;
}

static void
fill (ComarkPersonDialog *self)
{
  ComarkPerson *person = self->person;

  gtk_editable_set_text (GTK_EDITABLE (self->name), person->name);
  gtk_editable_set_text (GTK_EDITABLE (self->email), person->email != NULL ? person->email : "");
  gtk_editable_set_text (GTK_EDITABLE (self->access_needs),
                         person->access_needs != NULL ? person->access_needs : "");
  gtk_drop_down_set_selected (self->kind, person->kind);
  for (ComarkRole role = COMARK_ROLE_OWNER; role <= COMARK_ROLE_ADMINISTRATOR; role <<= 1)
    gtk_check_button_set_active (check_of (self, role), (person->roles & role) != 0);
  gtk_check_button_set_active (self->carer, person->carer);
  gtk_check_button_set_active (self->active, person->active);
}

static void
show_problem (ComarkPersonDialog *self, const char *sentence)
{
  gtk_label_set_label (self->problem, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

/* ---- saving ---- */

typedef struct
{
  ComarkPersonForm form;
  char *name;
  char *email;
  char *access_needs;
} SaveJob;

static void
save_job_free (gpointer data)
{
  SaveJob *job = data;

  g_free (job->name);
  g_free (job->email);
  g_free (job->access_needs);
  g_free (job);
}

static SaveJob *
make_save_job (ComarkPersonDialog *self)
{
  SaveJob *job = g_new0 (SaveJob, 1);

  job->name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  job->email = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->email))));
  job->access_needs = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->access_needs)));
  job->form = (ComarkPersonForm) {
    .id = self->person != NULL ? self->person->id : COMARK_ID_NONE,
    .name = job->name,
    .email = job->email,
    .kind = (ComarkMemberKind) gtk_drop_down_get_selected (self->kind),
    .roles = chosen_roles (self),
    .carer = gtk_check_button_get_active (self->carer),
    .active = gtk_check_button_get_active (self->active),
    .access_needs = job->access_needs,
    .rev = self->person != NULL ? self->person->rev : 0,
  };
  return job;
}

static gpointer
save_job (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_save_person (desk, &((SaveJob *) data)->form, error);
}

/* ---- somebody else saved meanwhile ---- */

static void
add_difference (GString *text, const char *label, const char *theirs, const char *ours)
{
  /* translators: a field of a form and what somebody else wrote in it */
  if (g_strcmp0 (theirs, ours) != 0)
    g_string_append_printf (text, _("\n• %s: “%s”"), label, theirs);
}

static char *
describe_differences (ComarkPersonDialog *self, ComarkPerson *theirs)
{
  g_autoptr (GString) text = g_string_new (NULL);
  ComarkMemberKind kind = (ComarkMemberKind) gtk_drop_down_get_selected (self->kind);
  g_autoptr (ComarkPerson) ours = comark_person_new ();
  g_autofree char *our_roles = NULL, *their_roles = comark_person_roles_in_words (theirs);

  ours->roles = chosen_roles (self);
  our_roles = comark_person_roles_in_words (ours);
  add_difference (text, _("Name"), theirs->name,
                  gtk_editable_get_text (GTK_EDITABLE (self->name)));
  add_difference (text, _("E-mail"), theirs->email,
                  gtk_editable_get_text (GTK_EDITABLE (self->email)));
  add_difference (text, _("Kind"), _(comark_member_kind_words (theirs->kind)),
                  _(comark_member_kind_words (kind)));
  add_difference (text, _("Roles"), their_roles, our_roles);
  add_difference (text, _("Access needs"), theirs->access_needs,
                  gtk_editable_get_text (GTK_EDITABLE (self->access_needs)));
  add_difference (text, _("Carer"), theirs->carer ? _("Yes") : _("No"),
                  gtk_check_button_get_active (self->carer) ? _("Yes") : _("No"));
  add_difference (text, _("Active"), theirs->active ? _("Yes") : _("No"),
                  gtk_check_button_get_active (self->active) ? _("Yes") : _("No"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gpointer
find_job (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_find_person (desk, data, error);
}

static gboolean
on_theirs_read_cb (GtkWidget *page, gpointer answer, const GError *error, gpointer user_data)
{
  ComarkPersonDialog *self = COMARK_PERSON_DIALOG (page);
  g_autofree char *differences = NULL, *sentence = NULL;

  if (error != NULL)
    return FALSE;
  differences = describe_differences (self, answer);
  sentence = g_strdup_printf (_("Somebody else changed this person while you were writing. Your "
                                "words are still here. Save again to keep yours; theirs were:%s"),
                              differences);
  show_problem (self, sentence);
  g_set_object (&self->person, answer);
  return TRUE;
}

static gboolean
on_saved_cb (GtkWidget *page, gpointer answer, const GError *error, gpointer user_data)
{
  ComarkPersonDialog *self = COMARK_PERSON_DIALOG (page);

  if (error == NULL)
    gtk_window_destroy (GTK_WINDOW (self));
  else if (g_error_matches (error, COMARK_DESK_ERROR, COMARK_DESK_ERROR_CHANGED)
           && self->person != NULL)
    comark_act_read (page, &(ComarkAct) { .job = find_job,
                                          .data = comark_id_to_string (&self->person->id),
                                          .data_destroy = g_free,
                                          .answer_destroy = g_object_unref,
                                          .done = on_theirs_read_cb });
  else if (error->domain == COMARK_DESK_ERROR)
    show_problem (self, error->message);
  else
    return FALSE;
  return error != NULL;
}

static void
on_save_clicked_cb (ComarkPersonDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  comark_act_run (GTK_WIDGET (self), &(ComarkAct) { .job = save_job,
                                                    .data = make_save_job (self),
                                                    .data_destroy = save_job_free,
                                                    .answer_destroy = g_object_unref,
                                                    .said = _("Saved."),
                                                    .trigger = GTK_WIDGET (self->save),
                                                    .done = on_saved_cb });
}

/* ---- practising ---- */

static const char *
practice_words (const char *how)
{
  if (g_str_equal (how, "done"))
    return _("Practice submission: done.");
  if (g_str_equal (how, "waived"))
    return _("Practice submission: may begin without it.");
  if (g_str_equal (how, "before"))
    return _("Practice submission: not needed, has rated before.");
  return _("Practice submission: not yet. It comes before the first review, where this register "
           "asks for it.");
}

static gpointer
practice_job (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_find_practice_of (desk, data, error);
}

static gboolean
on_practice_read_cb (GtkWidget *page, gpointer answer, const GError *error, gpointer user_data)
{
  ComarkPersonDialog *self = COMARK_PERSON_DIALOG (page);

  if (error != NULL)
    return FALSE;
  gtk_label_set_label (self->practice, practice_words (answer));
  gtk_widget_set_visible (GTK_WIDGET (self->practice), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->waive_button), *(char *) answer == '\0');
  return TRUE;
}

static void
read_practice (ComarkPersonDialog *self)
{
  if (self->person->kind != COMARK_KIND_NONE)
    comark_act_read (GTK_WIDGET (self), &(ComarkAct) {
      .job = practice_job, .data = g_memdup2 (&self->person->id, sizeof self->person->id),
      .data_destroy = g_free, .answer_destroy = g_free, .done = on_practice_read_cb,
    });
}

typedef struct
{
  ComarkId person;
  char *because;
} Waive;

static void
waive_free (gpointer data)
{
  g_free (((Waive *) data)->because);
  g_free (data);
}

static gpointer
waive_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Waive *waive = data;

  return comark_desk_waive_practice (desk, &waive->person, waive->because, error)
           ? COMARK_REGISTER_DONE : NULL;
}

static gboolean
on_waived_cb (GtkWidget *page, gpointer answer, const GError *error, gpointer user_data)
{
  if (error == NULL)
    read_practice (COMARK_PERSON_DIALOG (page));
  return FALSE;
}

static void
on_reason_given_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkPersonDialog) self = user_data;
  g_autofree char *because = comark_ask_reason_finish (result, NULL);
  Waive *waive;

  if (because == NULL || self->person == NULL)
    return;
  waive = g_new0 (Waive, 1);
  waive->person = self->person->id;
  waive->because = g_steal_pointer (&because);
  comark_act_run (GTK_WIDGET (self), &(ComarkAct) {
    .job = waive_job, .data = waive, .data_destroy = waive_free,
    .trigger = GTK_WIDGET (self->waive_button), .done = on_waived_cb,
  });
}

static void
on_waive_clicked_cb (ComarkPersonDialog *self)
{
  comark_ask_reason_async (GTK_WINDOW (self), _("Begin without practising?"),
                           _("The practice submission helps members to rate alike. Say why this "
                             "person does not need it; that is kept in the log."),
                           _("Why"), _("Let them begin"), on_reason_given_cb,
                           g_object_ref (self));
}

/* ---- class ---- */

static void
comark_person_dialog_dispose (GObject *object)
{
  ComarkPersonDialog *self = COMARK_PERSON_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_PERSON_DIALOG);
  g_clear_object (&self->person);
  G_OBJECT_CLASS (comark_person_dialog_parent_class)->dispose (object);
}

static void
comark_person_dialog_class_init (ComarkPersonDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_person_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-person-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkPersonDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, ComarkPersonDialog, name);
  gtk_widget_class_bind_template_child (widget_class, ComarkPersonDialog, email);
  gtk_widget_class_bind_template_child (widget_class, ComarkPersonDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, ComarkPersonDialog, owner);
  gtk_widget_class_bind_template_child (widget_class, ComarkPersonDialog, member);
  gtk_widget_class_bind_template_child (widget_class, ComarkPersonDialog, co_chair);
  gtk_widget_class_bind_template_child (widget_class, ComarkPersonDialog, administrator);
  gtk_widget_class_bind_template_child (widget_class, ComarkPersonDialog, carer);
  gtk_widget_class_bind_template_child (widget_class, ComarkPersonDialog, active);
  gtk_widget_class_bind_template_child (widget_class, ComarkPersonDialog, access_needs);
  gtk_widget_class_bind_template_child (widget_class, ComarkPersonDialog, save);
  gtk_widget_class_bind_template_child (widget_class, ComarkPersonDialog, practice);
  gtk_widget_class_bind_template_child (widget_class, ComarkPersonDialog, waive_button);
  gtk_widget_class_bind_template_callback (widget_class, on_waive_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

/* In the order of ComarkMemberKind. */
static void
fill_kinds (ComarkPersonDialog *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  for (int kind = COMARK_KIND_NONE; kind <= COMARK_KIND_STAFF; kind++)
    gtk_string_list_append (kinds, _(comark_member_kind_words ((ComarkMemberKind) kind)));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (kinds));
}

static void
comark_person_dialog_init (ComarkPersonDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_kinds (self);
  comark_accessible_name_drop_down (self->kind, _("On the panel as"));
}

void
comark_person_dialog_present (GtkWidget *from, ComarkPerson *person)
{
  ComarkPersonDialog *self
    = g_object_new (COMARK_TYPE_PERSON_DIALOG, "transient-for", gtk_widget_get_root (from), NULL);

  if (person != NULL)
    {
      self->person = g_object_ref (person);
      fill (self);
      gtk_window_set_title (GTK_WINDOW (self), person->name);
    }
  gtk_window_present (GTK_WINDOW (self));
  if (person != NULL)
    read_practice (self);
}
