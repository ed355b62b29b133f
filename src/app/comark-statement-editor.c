/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-statement-editor.h"

#include <glib/gi18n.h>

#include "comark-desk-submissions.h"
#include "comark-form-draft.h"
#include "comark-label.h"
#include "comark-save-line.h"
#include "comark-text-field.h"
#include "comark-wrap.h"

#define REST_MS 1000

struct _ComarkStatementEditor
{
  AdwBin parent_instance;

  /* template children */
  GtkLabel *heading;
  GtkLabel *tier;
  GtkLabel *question;
  GtkLabel *prompt;
  GtkWidget *evidence_hints;
  GtkLabel *hints;
  ComarkTextField *field;
  ComarkSaveLine *saved;
  ComarkWrap *evidence;
  GtkButton *add_button;

  /* owned */
  char *criterion;
  ComarkFormDraft *draft;

  guint rest_id;
  gboolean is_dirty; /* what stands in the field is not on its way to the register yet */
};

enum
{
  SIGNAL_EVIDENCE_ASKED,
  SIGNAL_EVIDENCE_CHOSEN,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (ComarkStatementEditor, comark_statement_editor, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

/* ---- saving ---- */

typedef struct
{
  char *criterion;
  char *body;
} Words;

static void
words_free (gpointer data)
{
  Words *words = data;

  g_free (words->criterion);
  g_free (words->body);
  g_free (words);
}

static gboolean
write_words (ComarkDesk *desk, const char *ref, gint64 *rev, gpointer data, GError **error)
{
  Words *words = data;

  return comark_desk_save_statement (desk, ref, words->criterion, words->body, *rev, rev, error);
}

static void
show_conflict (ComarkStatementEditor *self, ComarkDossier *theirs)
{
  ComarkOwnerStatement *statement = comark_dossier_statement (theirs, self->criterion);
  g_autofree char *sentence
    = g_strdup_printf (_("Somebody else changed the words on %s while you were writing. Yours are "
                         "still here. Theirs are: “%s”"),
                       self->criterion, statement != NULL ? statement->body : "");

  comark_save_line_show_conflict (self->saved, sentence);
}

static gboolean
on_saved_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  ComarkStatementEditor *self = COMARK_STATEMENT_EDITOR (widget);
  g_autoptr (ComarkDossier) theirs = comark_form_draft_dup_theirs (self->draft);

  if (error == NULL)
    {
      if (!self->is_dirty)
        comark_save_line_show_saved (self->saved);
      return FALSE;
    }
  /* Leaving the page, or the next key, tries again. */
  self->is_dirty = TRUE;
  if (theirs != NULL)
    show_conflict (self, theirs);
  else
    comark_save_line_show_problem (self->saved, error->message);
  return TRUE;
}

static void
save (ComarkStatementEditor *self)
{
  Words *words;

  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (!self->is_dirty || comark_save_line_has_conflict (self->saved))
    return;
  self->is_dirty = FALSE;
  comark_save_line_show_saving (self->saved);
  words = g_new0 (Words, 1);
  words->criterion = g_strdup (self->criterion);
  words->body = comark_text_field_dup_text (self->field);
  comark_form_draft_save (self->draft, GTK_WIDGET (self), write_words, words, words_free,
                          &(ComarkAct) { .done = on_saved_cb });
}

static gboolean
on_rested_cb (gpointer user_data)
{
  ComarkStatementEditor *self = user_data;

  self->rest_id = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed_cb (ComarkStatementEditor *self)
{
  self->is_dirty = TRUE;
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MS, on_rested_cb, self);
}

static ComarkOwnerStatement *
settle (ComarkStatementEditor *self, ComarkDossier *theirs)
{
  ComarkOwnerStatement *statement = comark_dossier_statement (theirs, self->criterion);

  comark_form_draft_settle (self->draft, statement != NULL ? statement->rev : 0);
  return statement;
}

static void
on_keep_mine_cb (ComarkStatementEditor *self)
{
  g_autoptr (ComarkDossier) theirs = comark_form_draft_dup_theirs (self->draft);

  if (theirs != NULL)
    settle (self, theirs);
  self->is_dirty = TRUE;
  save (self);
}

static void
on_take_theirs_cb (ComarkStatementEditor *self)
{
  g_autoptr (ComarkDossier) theirs = comark_form_draft_dup_theirs (self->draft);
  ComarkOwnerStatement *statement = theirs != NULL ? settle (self, theirs) : NULL;

  comark_text_field_set_text (self->field, statement != NULL ? statement->body : "");
  self->is_dirty = FALSE;
  comark_save_line_show_saved (self->saved);
}

/* ---- evidence ---- */

static void
on_add_clicked_cb (ComarkStatementEditor *self)
{
  g_signal_emit (self, signals[SIGNAL_EVIDENCE_ASKED], 0, self->criterion);
}

static void
on_evidence_clicked_cb (ComarkStatementEditor *self, GtkButton *button)
{
  const char *id = gtk_widget_get_name (GTK_WIDGET (button));

  g_signal_emit (self, signals[SIGNAL_EVIDENCE_CHOSEN], 0, id);
}

static GtkWidget *
new_evidence_button (ComarkStatementEditor *self, ComarkEvidence *item)
{
  GtkWidget *button = gtk_button_new ();
  g_autofree char *id = comark_id_to_string (&item->id);
  g_autofree char *spoken = g_strdup_printf (_("Evidence: %s"), item->title);

  gtk_button_set_child (GTK_BUTTON (button), comark_label_new (item->title, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  gtk_widget_set_name (button, id);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_evidence_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  return button;
}

static gboolean
shows_evidence (ComarkStatementEditor *self, GPtrArray *items)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->evidence));

  for (guint i = 0; i < items->len; i++, button = gtk_widget_get_next_sibling (button))
    {
      ComarkEvidence *item = g_ptr_array_index (items, i);
      g_autofree char *id = comark_id_to_string (&item->id);
      if (button == NULL || !g_str_equal (gtk_widget_get_name (button), id)
          || !g_str_equal (gtk_label_get_label (GTK_LABEL (gtk_button_get_child (
                             GTK_BUTTON (button)))), item->title))
        return FALSE;
    }
  return button == NULL;
}

static void
fill_evidence (ComarkStatementEditor *self, ComarkDossier *dossier)
{
  g_autoptr (GPtrArray) items = comark_dossier_evidence_for (dossier, self->criterion);

  if (shows_evidence (self, items))
    return;
  comark_wrap_clear (self->evidence);
  for (guint i = 0; i < items->len; i++)
    comark_wrap_append (self->evidence,
                        new_evidence_button (self, g_ptr_array_index (items, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->evidence), items->len > 0);
}

/* ---- showing ---- */

static char *
bulleted (const char *const *texts)
{
  GString *all = g_string_new (NULL);

  for (; *texts != NULL; texts++)
    g_string_append_printf (all, "%s• %s", all->len > 0 ? "\n" : "", *texts);
  return g_string_free (all, FALSE);
}

static void
fill_words (ComarkStatementEditor *self, const ComarkCriterion *criterion)
{
  g_autofree char *heading = g_strdup_printf ("%s  %s", criterion->id, criterion->title);
  g_autofree char *hints = bulleted (criterion->evidence_hints);
  g_autofree char *label = g_strdup_printf ("%s: %s", criterion->id, criterion->question_owner);
  /* translators: a criterion's id */
  /* translators: %s is a criterion's letter and number */
  g_autofree char *hints_name
    = g_strdup_printf (_("What counts as evidence for %s"), criterion->id);
  g_autofree char *add = g_strdup_printf (_("Add evidence for %s"), criterion->id);

  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->tier, _(comark_tier_words (criterion->tier)));
  gtk_label_set_label (self->question, criterion->question_owner);
  gtk_label_set_label (self->hints, hints);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->evidence_hints),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, hints_name, -1);
  comark_text_field_set_label (self->field, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  add, -1);
}

void
comark_statement_editor_set_dossier (ComarkStatementEditor *self, ComarkDossier *dossier)
{
  ComarkOwnerStatement *statement;

  g_return_if_fail (COMARK_IS_STATEMENT_EDITOR (self));

  statement = comark_dossier_statement (dossier, self->criterion);
  if (comark_form_draft_take (self->draft, statement != NULL ? statement->rev : 0, self->is_dirty))
    comark_text_field_set_text (self->field, statement != NULL ? statement->body : "");
  comark_label_show (self->prompt, comark_framework_prompt (dossier->framework,
                                                            dossier->submission->type,
                                                            self->criterion));
  fill_evidence (self, dossier);
}

void
comark_statement_editor_flush (ComarkStatementEditor *self)
{
  g_return_if_fail (COMARK_IS_STATEMENT_EDITOR (self));

  save (self);
}

const char *
comark_statement_editor_get_criterion (ComarkStatementEditor *self)
{
  g_return_val_if_fail (COMARK_IS_STATEMENT_EDITOR (self), NULL);

  return self->criterion;
}

/* ---- class ---- */

static gboolean
comark_statement_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (COMARK_STATEMENT_EDITOR (widget)->field));
}

static void
comark_statement_editor_dispose (GObject *object)
{
  ComarkStatementEditor *self = COMARK_STATEMENT_EDITOR (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_STATEMENT_EDITOR);
  g_clear_pointer (&self->draft, comark_form_draft_unref);
  G_OBJECT_CLASS (comark_statement_editor_parent_class)->dispose (object);
}

static void
comark_statement_editor_finalize (GObject *object)
{
  g_free (COMARK_STATEMENT_EDITOR (object)->criterion);
  G_OBJECT_CLASS (comark_statement_editor_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-statement-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkStatementEditor, heading);
  gtk_widget_class_bind_template_child (widget_class, ComarkStatementEditor, tier);
  gtk_widget_class_bind_template_child (widget_class, ComarkStatementEditor, question);
  gtk_widget_class_bind_template_child (widget_class, ComarkStatementEditor, prompt);
  gtk_widget_class_bind_template_child (widget_class, ComarkStatementEditor, evidence_hints);
  gtk_widget_class_bind_template_child (widget_class, ComarkStatementEditor, hints);
  gtk_widget_class_bind_template_child (widget_class, ComarkStatementEditor, field);
  gtk_widget_class_bind_template_child (widget_class, ComarkStatementEditor, saved);
  gtk_widget_class_bind_template_child (widget_class, ComarkStatementEditor, evidence);
  gtk_widget_class_bind_template_child (widget_class, ComarkStatementEditor, add_button);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_keep_mine_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_take_theirs_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked_cb);
}

static void
comark_statement_editor_class_init (ComarkStatementEditorClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_statement_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = comark_statement_editor_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = comark_statement_editor_grab_focus;
  signals[SIGNAL_EVIDENCE_ASKED] = g_signal_new ("evidence-asked", type, G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_EVIDENCE_CHOSEN] = g_signal_new ("evidence-chosen", type, G_SIGNAL_RUN_LAST, 0,
                                                  NULL, NULL, NULL, G_TYPE_NONE, 1,
                                                  G_TYPE_STRING);
  g_type_ensure (COMARK_TYPE_SAVE_LINE);
  g_type_ensure (COMARK_TYPE_TEXT_FIELD);
  g_type_ensure (COMARK_TYPE_WRAP);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
comark_statement_editor_init (ComarkStatementEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
comark_statement_editor_new (ComarkDossier *dossier, const ComarkCriterion *criterion)
{
  ComarkStatementEditor *self = g_object_new (COMARK_TYPE_STATEMENT_EDITOR, NULL);

  self->criterion = g_strdup (criterion->id);
  self->draft = comark_form_draft_new (dossier->submission->ref, 0);
  fill_words (self, criterion);
  comark_statement_editor_set_dossier (self, dossier);
  return GTK_WIDGET (self);
}
