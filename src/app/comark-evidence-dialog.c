/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-evidence-dialog.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-day-entry.h"
#include "comark-desk-submissions.h"
#include "comark-form-draft.h"
#include "comark-label.h"
#include "comark-save-line.h"
#include "comark-take-file.h"
#include "comark-text-field.h"

struct _ComarkEvidenceDialog
{
  AdwWindow parent_instance;

  /* template children */
  ComarkSaveLine *saved;
  GtkEntry *name;
  GtkLabel *file;
  GtkButton *choose;
  ComarkDayEntry *day;
  ComarkTextField *description;
  GtkBox *criteria; /* of GtkCheckButton, each named by its criterion's id */
  GtkButton *save;

  /* owned */
  ComarkFormDraft *draft;
  GBytes *bytes; /* newly chosen; NULL: the stored file stays */
  char *filename;

  ComarkId id; /* none: a new one */
};

G_DEFINE_FINAL_TYPE (ComarkEvidenceDialog, comark_evidence_dialog, ADW_TYPE_WINDOW)

/* ---- criteria ---- */

static void
add_criterion (ComarkEvidenceDialog *self, const ComarkCriterion *criterion)
{
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *words = g_strdup_printf ("%s  %s", criterion->id, criterion->title);

  comark_label_put_in_check (GTK_CHECK_BUTTON (check), words);
  gtk_widget_set_name (check, criterion->id);
  gtk_box_append (self->criteria, check);
}

static void
choose_criteria (ComarkEvidenceDialog *self, const char *const *ids)
{
  for (GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->criteria)); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                 ids != NULL && g_strv_contains (ids, gtk_widget_get_name (check)));
}

static char **
chosen_criteria (ComarkEvidenceDialog *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->criteria)); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
      g_strv_builder_add (ids, gtk_widget_get_name (check));
  return g_strv_builder_end (ids);
}

/* ---- the file ---- */

static void
show_file (ComarkEvidenceDialog *self, const char *filename, gint64 size)
{
  g_autofree char *size_words = comark_size_words (size);
  g_autofree char *words = filename != NULL ? g_strdup_printf ("%s · %s", filename, size_words)
                                            : g_strdup (_("No file: words alone."));

  gtk_label_set_label (self->file, words);
  gtk_button_set_label (self->choose, filename != NULL ? _("Choose another file…")
                                                       : _("Choose a file…"));
}

/* A first title, to be written over. */
static void
suggest_title (ComarkEvidenceDialog *self)
{
  g_autofree char *title = g_strdup (self->filename);
  char *dot = strrchr (title, '.');

  if (*gtk_editable_get_text (GTK_EDITABLE (self->name)) != '\0')
    return;
  if (dot != NULL && dot != title)
    *dot = '\0';
  gtk_editable_set_text (GTK_EDITABLE (self->name), title);
}

static void
on_file_taken_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkEvidenceDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *filename = NULL;
  g_autoptr (GBytes) bytes = comark_take_file_finish (result, &filename, &error);

  if (self->draft == NULL)
    return;
  if (bytes == NULL)
    {
      comark_act_show_error (GTK_WIDGET (self), error);
      return;
    }
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = g_steal_pointer (&bytes);
  g_free (self->filename);
  self->filename = g_steal_pointer (&filename);
  show_file (self, self->filename, (gint64) g_bytes_get_size (self->bytes));
  suggest_title (self);
}

static void
on_choose_clicked_cb (ComarkEvidenceDialog *self)
{
  comark_take_file_async (GTK_WINDOW (self), _("Evidence to add"), on_file_taken_cb,
                          g_object_ref (self));
}

/* ---- saving ---- */

typedef struct
{
  ComarkEvidenceForm form;
  char *title, *description, *day, *filename;
  char **criteria;
} Evidence;

static void
evidence_free (gpointer data)
{
  Evidence *evidence = data;

  g_free (evidence->title);
  g_free (evidence->description);
  g_free (evidence->day);
  g_free (evidence->filename);
  g_strfreev (evidence->criteria);
  g_clear_pointer (&evidence->form.bytes, g_bytes_unref);
  g_free (evidence);
}

static gboolean
write_evidence (ComarkDesk *desk, const char *ref, gint64 *rev, gpointer data, GError **error)
{
  Evidence *evidence = data;

  evidence->form.rev = *rev;
  return comark_desk_save_evidence (desk, ref, &evidence->form, error);
}

static Evidence *
evidence_of (ComarkEvidenceDialog *self)
{
  Evidence *evidence = g_new0 (Evidence, 1);

  evidence->title = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name)));
  evidence->description = comark_text_field_dup_text (self->description);
  evidence->day = comark_day_entry_dup_day (self->day);
  evidence->filename = g_strdup (self->filename);
  evidence->criteria = chosen_criteria (self);
  evidence->form = (ComarkEvidenceForm) {
    .id = self->id,
    .title = evidence->title,
    .description = evidence->description,
    .day = evidence->day,
    .criteria = (const char *const *) evidence->criteria,
    .bytes = self->bytes != NULL ? g_bytes_ref (self->bytes) : NULL,
    .filename = evidence->filename,
  };
  return evidence;
}

static void
fill (ComarkEvidenceDialog *self, ComarkEvidence *item)
{
  gtk_editable_set_text (GTK_EDITABLE (self->name), item->title);
  comark_text_field_set_text (self->description, item->description);
  comark_day_entry_set_day (self->day, item->day);
  choose_criteria (self, (const char *const *) item->criteria);
  show_file (self, item->hash != NULL ? item->filename : NULL, item->size);
  g_clear_pointer (&self->bytes, g_bytes_unref);
}

static ComarkEvidence *
find_in (ComarkDossier *dossier, const ComarkId *id)
{
  for (guint i = 0; dossier != NULL && i < dossier->evidence->len; i++)
    {
      ComarkEvidence *item = g_ptr_array_index (dossier->evidence, i);
      if (comark_id_equal (&item->id, id))
        return item;
    }
  return NULL;
}

static void
show_conflict (ComarkEvidenceDialog *self, ComarkEvidence *theirs)
{
  g_autofree char *criteria = theirs->criteria ? g_strjoinv (", ", theirs->criteria) : NULL;
  g_autofree char *day = comark_day_to_words (theirs->day);
  g_autofree char *sentence
    = g_strdup_printf (_("Somebody else changed this while you were writing. Your words are still "
                         "here. Theirs are: “%s”, “%s”, %s; for %s."),
                       theirs->title, theirs->description ? theirs->description : "",
                       *day != '\0' ? day : _("no day"),
                       criteria && *criteria ? criteria : _("no criterion"));

  comark_save_line_show_conflict (self->saved, sentence);
}

static gboolean
on_saved_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  ComarkEvidenceDialog *self = COMARK_EVIDENCE_DIALOG (widget);
  g_autoptr (ComarkDossier) dossier = comark_form_draft_dup_theirs (self->draft);
  ComarkEvidence *theirs = find_in (dossier, &self->id);

  if (error == NULL)
    gtk_window_destroy (GTK_WINDOW (self));
  else if (theirs != NULL)
    show_conflict (self, theirs);
  else
    comark_save_line_show_problem (self->saved, error->message);
  return error != NULL;
}

static void
on_save_clicked_cb (ComarkEvidenceDialog *self)
{
  if (comark_save_line_has_conflict (self->saved))
    return;
  if (!comark_day_entry_is_valid (self->day))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->day));
      return;
    }
  comark_form_draft_save (self->draft, GTK_WIDGET (self), write_evidence, evidence_of (self),
                          evidence_free,
                          &(ComarkAct) { .trigger = GTK_WIDGET (self->save), .said = _("Saved."),
                                         .done = on_saved_cb });
}

static void
settle (ComarkEvidenceDialog *self, gboolean take)
{
  g_autoptr (ComarkDossier) dossier = comark_form_draft_dup_theirs (self->draft);
  ComarkEvidence *theirs = find_in (dossier, &self->id);

  if (theirs == NULL)
    return;
  comark_form_draft_settle (self->draft, theirs->rev);
  if (take)
    fill (self, theirs);
  else
    on_save_clicked_cb (self);
}

static void
on_keep_mine_cb (ComarkEvidenceDialog *self)
{
  settle (self, FALSE);
}

static void
on_take_theirs_cb (ComarkEvidenceDialog *self)
{
  settle (self, TRUE);
}

/* ---- class ---- */

static void
comark_evidence_dialog_dispose (GObject *object)
{
  ComarkEvidenceDialog *self = COMARK_EVIDENCE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_EVIDENCE_DIALOG);
  g_clear_pointer (&self->draft, comark_form_draft_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->filename, g_free);
  G_OBJECT_CLASS (comark_evidence_dialog_parent_class)->dispose (object);
}

static void
comark_evidence_dialog_class_init (ComarkEvidenceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_evidence_dialog_dispose;
  g_type_ensure (COMARK_TYPE_DAY_ENTRY);
  g_type_ensure (COMARK_TYPE_SAVE_LINE);
  g_type_ensure (COMARK_TYPE_TEXT_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-evidence-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkEvidenceDialog, saved);
  gtk_widget_class_bind_template_child (widget_class, ComarkEvidenceDialog, name);
  gtk_widget_class_bind_template_child (widget_class, ComarkEvidenceDialog, file);
  gtk_widget_class_bind_template_child (widget_class, ComarkEvidenceDialog, choose);
  gtk_widget_class_bind_template_child (widget_class, ComarkEvidenceDialog, day);
  gtk_widget_class_bind_template_child (widget_class, ComarkEvidenceDialog, description);
  gtk_widget_class_bind_template_child (widget_class, ComarkEvidenceDialog, criteria);
  gtk_widget_class_bind_template_child (widget_class, ComarkEvidenceDialog, save);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_keep_mine_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_take_theirs_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
comark_evidence_dialog_init (ComarkEvidenceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
comark_evidence_dialog_present (GtkWidget *from, ComarkDossier *dossier, ComarkEvidence *item,
                                const char *criterion)
{
  const char *const chosen[] = { criterion, NULL };
  ComarkEvidenceDialog *self = g_object_new (COMARK_TYPE_EVIDENCE_DIALOG, "transient-for",
                                             gtk_widget_get_root (from), NULL);

  self->draft = comark_form_draft_new (dossier->submission->ref, item != NULL ? item->rev : 0);
  for (guint i = 0; i < dossier->criteria->len; i++)
    add_criterion (self, g_ptr_array_index (dossier->criteria, i));
  if (item != NULL)
    {
      self->id = item->id;
      fill (self, item);
    }
  else
    {
      choose_criteria (self, chosen);
      show_file (self, NULL, 0);
    }
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}
