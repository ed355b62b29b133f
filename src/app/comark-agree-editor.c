/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-agree-editor.h"

#include <glib/gi18n.h>

#include "comark-agree-act.h"
#include "comark-clear.h"
#include "comark-clock.h"
#include "comark-desk-text-draft.h"
#include "comark-label.h"
#include "comark-matrix-facts.h"
#include "comark-part.h"
#include "comark-strength-choice.h"
#include "comark-text-keeper.h"

struct _ComarkAgreeEditor
{
  AdwBin parent_instance;

  /* template children */
  GtkLabel *statement;
  GtkLabel *stored;
  GtkBox *levels;
  ComarkStrengthChoice *strength;
  GtkLabel *because_label;
  GtkTextView *because;
  GtkButton *record_button;
  GtkButton *suggestion_button;
  GtkLabel *hint;

  /* owned */
  ComarkDossier *dossier;
  GHashTable *drafts; /* criterion → Draft */
  ComarkTextKeeper *keeper; /* of the words; the rest of a draft is a click */

  const ComarkCriterion *criterion; /* of the dossier's framework; NULL before the first */
  ComarkValue value;
  gboolean is_dirty; /* changed by the person and not recorded */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (ComarkAgreeEditor, comark_agree_editor, ADW_TYPE_BIN)

typedef struct
{
  ComarkValue value;
  ComarkStrength strength;
  char *because;
} Draft;

static void
draft_free (gpointer data)
{
  Draft *draft = data;

  g_free (draft->because);
  g_free (draft);
}

/* ---- what stands in it ---- */

static ComarkValue
suggested (ComarkAgreeEditor *self)
{
  const ComarkCriterionSummary *summary
    = comark_matrix_summary (self->dossier, self->criterion->id);

  return summary != NULL ? summary->medians.suggested : COMARK_VALUE_NONE;
}

static void
update_buttons (ComarkAgreeEditor *self)
{
  g_autofree char *because = comark_part_dup_text (self->because);
  gboolean needs = comark_matrix_needs_reason (self->dossier, self->criterion->id, self->value);
  gboolean lacks = needs && *because == '\0';

  gtk_label_set_label (self->because_label,
                       needs ? _("Why it differs from what the ratings suggest (needed)")
                             : _("Why, if you want to say so"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->record_button),
                            self->value != COMARK_VALUE_NONE && !lacks);
  comark_label_show (self->hint,
                   self->value == COMARK_VALUE_NONE ? _("Choose a value first.")
                   : lacks ? _("This is not what the ratings suggest: please say why, then it can "
                               "be recorded.")
                           : NULL);
}

static void
on_changed_cb (ComarkAgreeEditor *self)
{
  if (self->is_filling || self->criterion == NULL)
    return;
  self->is_dirty = TRUE;
  update_buttons (self);
}

static void
on_level_toggled_cb (ComarkAgreeEditor *self, GtkCheckButton *button)
{
  if (self->is_filling || !gtk_check_button_get_active (button))
    return;
  self->value = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "value"));
  on_changed_cb (self);
}

/* @because: unless the person is writing something else. */
static void
show_answer (ComarkAgreeEditor *self, ComarkValue value, ComarkStrength strength,
             const char *because)
{
  g_autofree char *slot = g_strconcat (COMARK_SLOT_AGREE, self->criterion->id, NULL);

  self->is_filling = TRUE;
  self->value = value;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->levels)); child;
       child = gtk_widget_get_next_sibling (child))
    gtk_check_button_set_active (
      GTK_CHECK_BUTTON (child),
      GPOINTER_TO_INT (g_object_get_data (G_OBJECT (child), "value")) == value);
  comark_strength_choice_set (self->strength, strength);
  comark_text_keeper_set (self->keeper, self->dossier, slot, because);
  self->is_filling = FALSE;
}

static void
show_stored_answer (ComarkAgreeEditor *self)
{
  ComarkAgreedValue *agreed = comark_dossier_agreed (self->dossier, self->criterion->id);

  show_answer (self, agreed ? agreed->value : COMARK_VALUE_NONE,
               agreed ? agreed->strength : COMARK_STRENGTH_NONE, agreed ? agreed->because : "");
}

static void
keep_draft (ComarkAgreeEditor *self)
{
  Draft *draft;

  if (!self->is_dirty || self->criterion == NULL)
    return;
  draft = g_new0 (Draft, 1);
  draft->value = self->value;
  draft->strength = comark_strength_choice_get (self->strength);
  draft->because = comark_part_dup_text (self->because);
  g_hash_table_insert (self->drafts, g_strdup (self->criterion->id), draft);
}

static void
take_draft (ComarkAgreeEditor *self)
{
  Draft *draft = g_hash_table_lookup (self->drafts, self->criterion->id);

  self->is_dirty = draft != NULL;
  if (draft == NULL)
    {
      show_stored_answer (self);
      self->is_dirty = comark_text_keeper_has_draft (self->keeper);
      return;
    }
  show_answer (self, draft->value, draft->strength, draft->because);
  g_hash_table_remove (self->drafts, self->criterion->id);
}

/* ---- the criterion ---- */

static void
add_level (ComarkAgreeEditor *self, ComarkValue value, const char *name, const char *text)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->levels));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *spoken = g_strdup_printf ("%s. %s", name, text);

  gtk_box_append (GTK_BOX (box), comark_label_new (name, "heading"));
  if (*text != '\0')
    gtk_box_append (GTK_BOX (box), comark_label_new (text, NULL));
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), box);
  comark_part_name (button, spoken);
  g_object_set_data (G_OBJECT (button), "value", GINT_TO_POINTER (value));
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button),
                              first != NULL ? GTK_CHECK_BUTTON (first) : NULL);
  gtk_widget_add_css_class (button, "comark-choice");
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_level_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->levels, button);
}

static void
fill_levels (ComarkAgreeEditor *self)
{
  const GPtrArray *levels = comark_framework_get_levels (self->dossier->framework);

  comark_clear_box (self->levels);
  for (guint i = 0; i < levels->len; i++)
    {
      const ComarkLevel *level = g_ptr_array_index (levels, i);
      const char *anchor = comark_criterion_anchor (self->criterion, level->value);
      g_autofree char *name = g_strdup_printf ("%d  %s", level->value, level->name);
      add_level (self, level->value, name, anchor ? anchor : level->text);
    }
  add_level (self, COMARK_VALUE_CANNOT_TELL, _("?  Cannot tell yet"), "");
  if (self->criterion->na_allowed)
    add_level (self, COMARK_VALUE_NOT_APPLICABLE, _("n/a  Does not apply"),
               self->criterion->na_when);
}

static void
fill_words (ComarkAgreeEditor *self)
{
  ComarkAgreedValue *agreed = comark_dossier_agreed (self->dossier, self->criterion->id);
  ComarkValue value = suggested (self);
  g_autofree char *label = g_strdup_printf (_("Use the suggestion: %d"), value);
  g_autofree char *sentence = NULL;

  gtk_label_set_label (self->statement, self->criterion->statement);
  gtk_button_set_label (self->suggestion_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->suggestion_button), value != COMARK_VALUE_NONE);
  if (agreed != NULL)
    {
      g_autofree char *words = comark_part_value_words (self->dossier->framework, agreed->value);
      g_autofree char *when = comark_ms_to_words (agreed->recorded_at);
      /* translators: a value in words, a person's name, a day and time */
      sentence = g_strdup_printf (_("Recorded: %s, by %s on %s."), words,
                                  agreed->recorded_by_name, when);
    }
  comark_label_show (self->stored, sentence);
}

void
comark_agree_editor_set (ComarkAgreeEditor *self, ComarkDossier *dossier,
                         const ComarkCriterion *criterion)
{
  gboolean is_same;

  g_return_if_fail (COMARK_IS_AGREE_EDITOR (self));

  is_same = self->criterion != NULL && g_str_equal (self->criterion->id, criterion->id)
            && self->dossier->framework == dossier->framework;
  if (!is_same)
    keep_draft (self);
  g_set_object (&self->dossier, dossier);
  self->criterion = criterion;
  if (!is_same)
    {
      self->is_filling = TRUE;
      fill_levels (self);
      self->is_filling = FALSE;
      take_draft (self);
    }
  else if (!self->is_dirty)
    show_stored_answer (self);
  fill_words (self);
  update_buttons (self);
}

/* ---- recording ---- */

static gboolean
on_recorded_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  ComarkAgreeEditor *self = COMARK_AGREE_EDITOR (widget);

  if (error == NULL)
    {
      self->is_dirty = FALSE;
      comark_text_keeper_recorded (self->keeper);
    }
  return FALSE;
}

static void
record (ComarkAgreeEditor *self, GtkWidget *trigger, ComarkValue value)
{
  ComarkAgreeAct *act = comark_agree_act_new (self->dossier->submission->ref);
  g_autofree char *because = comark_part_dup_text (self->because);
  /* translators: a criterion's id */
  g_autofree char *said = g_strdup_printf (_("%s is agreed."), self->criterion->id);

  comark_agree_act_add (act, self->criterion->id, value,
                        comark_strength_choice_get (self->strength), because);
  comark_text_keeper_flush (self->keeper);
  comark_agree_act_run (act, GTK_WIDGET (self), trigger, said, on_recorded_cb);
}

static void
on_record_clicked_cb (ComarkAgreeEditor *self)
{
  record (self, GTK_WIDGET (self->record_button), self->value);
}

static void
on_suggestion_clicked_cb (ComarkAgreeEditor *self)
{
  record (self, GTK_WIDGET (self->suggestion_button), suggested (self));
}

void
comark_agree_editor_flush (ComarkAgreeEditor *self)
{
  g_return_if_fail (COMARK_IS_AGREE_EDITOR (self));

  comark_text_keeper_flush (self->keeper);
}

/* ---- class ---- */

static void
comark_agree_editor_dispose (GObject *object)
{
  ComarkAgreeEditor *self = COMARK_AGREE_EDITOR (object);

  self->is_filling = TRUE;
  g_clear_pointer (&self->keeper, comark_text_keeper_free);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_AGREE_EDITOR);
  g_clear_object (&self->dossier);
  g_clear_pointer (&self->drafts, g_hash_table_unref);
  G_OBJECT_CLASS (comark_agree_editor_parent_class)->dispose (object);
}

static void
comark_agree_editor_class_init (ComarkAgreeEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_agree_editor_dispose;
  g_type_ensure (COMARK_TYPE_STRENGTH_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-agree-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkAgreeEditor, statement);
  gtk_widget_class_bind_template_child (widget_class, ComarkAgreeEditor, stored);
  gtk_widget_class_bind_template_child (widget_class, ComarkAgreeEditor, levels);
  gtk_widget_class_bind_template_child (widget_class, ComarkAgreeEditor, strength);
  gtk_widget_class_bind_template_child (widget_class, ComarkAgreeEditor, because_label);
  gtk_widget_class_bind_template_child (widget_class, ComarkAgreeEditor, because);
  gtk_widget_class_bind_template_child (widget_class, ComarkAgreeEditor, record_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkAgreeEditor, suggestion_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkAgreeEditor, hint);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_record_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_suggestion_clicked_cb);
}

static void
comark_agree_editor_init (ComarkAgreeEditor *self)
{
  self->value = COMARK_VALUE_NONE;
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, draft_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->keeper = comark_text_keeper_new (self->because);
}

GtkWidget *
comark_agree_editor_new (void)
{
  return g_object_new (COMARK_TYPE_AGREE_EDITOR, NULL);
}
