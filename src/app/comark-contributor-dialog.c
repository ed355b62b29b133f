/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-contributor-dialog.h"

#include <glib/gi18n.h>

#include "comark-desk-submissions.h"
#include "comark-form-draft.h"
#include "comark-save-line.h"

struct _ComarkContributorDialog
{
  AdwWindow parent_instance;

  /* template children */
  ComarkSaveLine *saved;
  GtkEntry *name;
  GtkEntry *part;
  GtkCheckButton *lived;
  GtkCheckButton *credit;
  GtkCheckButton *agreed;
  GtkButton *save;

  /* owned */
  ComarkFormDraft *draft;

  ComarkId id; /* none: a new one */
};

G_DEFINE_FINAL_TYPE (ComarkContributorDialog, comark_contributor_dialog, ADW_TYPE_WINDOW)

static void
fill (ComarkContributorDialog *self, ComarkContributor *contributor)
{
  gtk_editable_set_text (GTK_EDITABLE (self->name), contributor->name);
  gtk_editable_set_text (GTK_EDITABLE (self->part), contributor->part ? contributor->part : "");
  gtk_check_button_set_active (self->lived, contributor->lived_experience);
  gtk_check_button_set_active (self->credit, contributor->credit);
  gtk_check_button_set_active (self->agreed, contributor->agreed_at != 0);
}

/* ---- saving ---- */

typedef struct
{
  ComarkContributorForm form;
  char *name;
  char *part;
} Contributor;

static void
contributor_free (gpointer data)
{
  Contributor *contributor = data;

  g_free (contributor->name);
  g_free (contributor->part);
  g_free (contributor);
}

static gboolean
write_contributor (ComarkDesk *desk, const char *ref, gint64 *rev, gpointer data, GError **error)
{
  Contributor *contributor = data;

  contributor->form.rev = *rev;
  return comark_desk_save_contributor (desk, ref, &contributor->form, error);
}

static Contributor *
contributor_of (ComarkContributorDialog *self)
{
  Contributor *contributor = g_new0 (Contributor, 1);

  contributor->name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name)));
  contributor->part = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->part)));
  contributor->form = (ComarkContributorForm) {
    .id = self->id,
    .name = contributor->name,
    .part = contributor->part,
    .lived_experience = gtk_check_button_get_active (self->lived),
    .credit = gtk_check_button_get_active (self->credit),
    .agreed = gtk_check_button_get_active (self->agreed),
  };
  return contributor;
}

static ComarkContributor *
find_in (ComarkDossier *dossier, const ComarkId *id)
{
  for (guint i = 0; dossier != NULL && i < dossier->contributors->len; i++)
    {
      ComarkContributor *contributor = g_ptr_array_index (dossier->contributors, i);
      if (comark_id_equal (&contributor->id, id))
        return contributor;
    }
  return NULL;
}

static void
show_conflict (ComarkContributorDialog *self, ComarkContributor *theirs)
{
  const char *const flags[] = { theirs->lived_experience ? _(", lived experience") : "",
                                theirs->credit ? _(", may be named") : "",
                                theirs->agreed_at != 0 ? _(", agrees") : "" };
  g_autofree char *sentence
    = g_strdup_printf (_("Somebody else changed this while you were writing. Your words are still "
                         "here. Theirs are: “%s”, “%s”%s%s%s."),
                       theirs->name, theirs->part ? theirs->part : "", flags[0], flags[1],
                       flags[2]);

  comark_save_line_show_conflict (self->saved, sentence);
}

static gboolean
on_saved_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  ComarkContributorDialog *self = COMARK_CONTRIBUTOR_DIALOG (widget);
  g_autoptr (ComarkDossier) dossier = comark_form_draft_dup_theirs (self->draft);
  ComarkContributor *theirs = find_in (dossier, &self->id);

  if (error == NULL)
    gtk_window_destroy (GTK_WINDOW (self));
  else if (theirs != NULL)
    show_conflict (self, theirs);
  else
    comark_save_line_show_problem (self->saved, error->message);
  return error != NULL;
}

static void
on_save_clicked_cb (ComarkContributorDialog *self)
{
  if (!comark_save_line_has_conflict (self->saved))
    comark_form_draft_save (self->draft, GTK_WIDGET (self), write_contributor,
                            contributor_of (self), contributor_free,
                            &(ComarkAct) { .trigger = GTK_WIDGET (self->save),
                                           .said = _("Saved."), .done = on_saved_cb });
}

static void
settle (ComarkContributorDialog *self, gboolean take)
{
  g_autoptr (ComarkDossier) dossier = comark_form_draft_dup_theirs (self->draft);
  ComarkContributor *theirs = find_in (dossier, &self->id);

  if (theirs == NULL)
    return;
  comark_form_draft_settle (self->draft, theirs->rev);
  if (take)
    fill (self, theirs);
  else
    on_save_clicked_cb (self);
}

static void
on_keep_mine_cb (ComarkContributorDialog *self)
{
  settle (self, FALSE);
}

static void
on_take_theirs_cb (ComarkContributorDialog *self)
{
  settle (self, TRUE);
}

/* ---- class ---- */

static void
comark_contributor_dialog_dispose (GObject *object)
{
  ComarkContributorDialog *self = COMARK_CONTRIBUTOR_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_CONTRIBUTOR_DIALOG);
  g_clear_pointer (&self->draft, comark_form_draft_unref);
  G_OBJECT_CLASS (comark_contributor_dialog_parent_class)->dispose (object);
}

static void
comark_contributor_dialog_class_init (ComarkContributorDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_contributor_dialog_dispose;
  g_type_ensure (COMARK_TYPE_SAVE_LINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-contributor-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkContributorDialog, saved);
  gtk_widget_class_bind_template_child (widget_class, ComarkContributorDialog, name);
  gtk_widget_class_bind_template_child (widget_class, ComarkContributorDialog, part);
  gtk_widget_class_bind_template_child (widget_class, ComarkContributorDialog, lived);
  gtk_widget_class_bind_template_child (widget_class, ComarkContributorDialog, credit);
  gtk_widget_class_bind_template_child (widget_class, ComarkContributorDialog, agreed);
  gtk_widget_class_bind_template_child (widget_class, ComarkContributorDialog, save);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_keep_mine_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_take_theirs_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
comark_contributor_dialog_init (ComarkContributorDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
comark_contributor_dialog_present (GtkWidget *from, const char *ref,
                                   ComarkContributor *contributor)
{
  ComarkContributorDialog *self = g_object_new (COMARK_TYPE_CONTRIBUTOR_DIALOG, "transient-for",
                                                gtk_widget_get_root (from), NULL);

  self->draft = comark_form_draft_new (ref, contributor != NULL ? contributor->rev : 0);
  if (contributor != NULL)
    {
      self->id = contributor->id;
      fill (self, contributor);
    }
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}
