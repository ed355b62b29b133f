/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-matrix-section.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-agree-act.h"
#include "comark-agree-editor.h"
#include "comark-clear.h"
#include "comark-compat.h"
#include "comark-desk-panel.h"
#include "comark-label.h"
#include "comark-matrix-facts.h"
#include "comark-matrix-row.h"
#include "comark-matrix-table.h"
#include "comark-part.h"
#include "comark-wrap.h"

struct _ComarkMatrixSection
{
  AdwBin parent_instance;

  /* template children */
  GtkLabel *sentence;
  GtkButton *peers_button;
  GtkWidget *tools;
  GtkToggleButton *table_button;
  GtkButton *easy_button;
  GtkWidget *legend;
  GtkStack *stack;
  GtkBox *rows;
  ComarkMatrixTable *table;

  /* owned */
  ComarkDossier *dossier;
  GHashTable *by_criterion;  /* id → ComarkMatrixRow, borrowed */
  ComarkAgreeEditor *editor; /* moves from row to row */
  char *chosen;              /* id of a criterion; NULL for none */
};

G_DEFINE_FINAL_TYPE (ComarkMatrixSection, comark_matrix_section, ADW_TYPE_BIN)

/* ---- the editor ---- */

static ComarkMatrixRow *
chosen_row (ComarkMatrixSection *self)
{
  return self->chosen != NULL ? g_hash_table_lookup (self->by_criterion, self->chosen) : NULL;
}

static gboolean
may_agree (ComarkDossier *dossier)
{
  return dossier->submission->state == COMARK_STATE_IN_MEETING
         && comark_dossier_may (dossier, COMARK_ACTION_AGREE_VALUE, NULL);
}

static void
close_editor (ComarkMatrixSection *self)
{
  comark_agree_editor_flush (self->editor); /* while it is in the window */
  if (chosen_row (self) != NULL)
    comark_matrix_row_set_editor (chosen_row (self), NULL);
  g_clear_pointer (&self->chosen, g_free);
}

static void
open_editor (ComarkMatrixSection *self, ComarkMatrixRow *row)
{
  const ComarkCriterion *criterion = comark_matrix_row_get_criterion (row);

  close_editor (self);
  comark_agree_editor_set (self->editor, self->dossier, criterion);
  comark_matrix_row_set_editor (row, GTK_WIDGET (self->editor));
  self->chosen = g_strdup (criterion->id);
}

static void
on_row_chosen_cb (ComarkMatrixSection *self, gboolean is_open, ComarkMatrixRow *row)
{
  if (is_open)
    open_editor (self, row);
  else
    close_editor (self);
}

void
comark_matrix_section_choose (ComarkMatrixSection *self, const char *criterion)
{
  ComarkMatrixRow *row;

  g_return_if_fail (COMARK_IS_MATRIX_SECTION (self));

  row = g_hash_table_lookup (self->by_criterion, criterion);
  if (row != NULL && may_agree (self->dossier))
    open_editor (self, row);
}

void
comark_matrix_section_flush (ComarkMatrixSection *self)
{
  g_return_if_fail (COMARK_IS_MATRIX_SECTION (self));

  comark_agree_editor_flush (self->editor);
}

void
comark_matrix_section_go_to (ComarkMatrixSection *self, const char *criterion)
{
  ComarkMatrixRow *row;

  g_return_if_fail (COMARK_IS_MATRIX_SECTION (self));

  row = g_hash_table_lookup (self->by_criterion, criterion);
  gtk_toggle_button_set_active (self->table_button, FALSE);
  comark_matrix_section_choose (self, criterion);
  if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

void
comark_matrix_section_bring (ComarkMatrixSection *self, const char *criterion)
{
  GtkWidget *row;

  g_return_if_fail (COMARK_IS_MATRIX_SECTION (self));

  gtk_toggle_button_set_active (self->table_button, FALSE);
  comark_matrix_section_choose (self, criterion);
  row = g_hash_table_lookup (self->by_criterion, criterion);
  if (row != NULL)
    gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
}

const char *
comark_matrix_section_get_chosen (ComarkMatrixSection *self)
{
  return self->chosen;
}

/* ---- rows ---- */

static ComarkMatrixRow *
row_for (ComarkMatrixSection *self, const ComarkCriterion *criterion)
{
  ComarkMatrixRow *row = g_hash_table_lookup (self->by_criterion, criterion->id);

  if (row == NULL)
    {
      row = COMARK_MATRIX_ROW (comark_matrix_row_new ());
      g_hash_table_insert (self->by_criterion, g_strdup (criterion->id), row);
      g_signal_connect_object (row, "chosen", G_CALLBACK (on_row_chosen_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (self->rows, GTK_WIDGET (row));
    }
  return row;
}

static void
fill_rows (ComarkMatrixSection *self, GPtrArray *reviews)
{
  g_autoptr (GPtrArray) order = comark_matrix_order (self->dossier);
  GtkWidget *previous = NULL;

  for (guint i = 0; i < order->len; i++)
    {
      const ComarkCriterion *criterion = g_ptr_array_index (order, i);
      GtkWidget *row = GTK_WIDGET (row_for (self, criterion));
      comark_matrix_row_set (COMARK_MATRIX_ROW (row), self->dossier, reviews, criterion);
      gtk_box_reorder_child_after (self->rows, row, previous);
      previous = row;
    }
}

/* The words typed so far stay, in the row where they are typed. */
static void
update_editor (ComarkMatrixSection *self)
{
  ComarkMatrixRow *row = chosen_row (self);

  if (row == NULL)
    return;
  if (may_agree (self->dossier))
    comark_agree_editor_set (self->editor, self->dossier, comark_matrix_row_get_criterion (row));
  else
    close_editor (self);
}

/* ---- what stands above them ---- */

static char *
sentence_for (ComarkDossier *dossier)
{
  char *why = NULL;

  if (dossier->summaries != NULL)
    return NULL;
  if (dossier->peers_closed)
    return g_strdup (_("Your review is in. You can look at what the others rated now. After that "
                       "your own cannot be opened again if it was handed in by a slip."));
  if (!comark_dossier_may (dossier, COMARK_ACTION_SEE_MEDIANS, &why) && why != NULL
      && dossier->agreed->len == 0)
    return why;
  g_free (why);
  return NULL;
}

static void
let_wrap (GtkButton *button)
{
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (button));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_natural_wrap_mode (label, GTK_NATURAL_WRAP_NONE);
}

static void
fill_tools (ComarkMatrixSection *self)
{
  g_autoptr (GPtrArray) easy = comark_matrix_easy (self->dossier);
  g_autofree char *sentence = sentence_for (self->dossier);
  gboolean shows = self->dossier->summaries != NULL || self->dossier->agreed->len > 0;
  /* translators: how many values a click would agree */
  g_autofree char *label
    = g_strdup_printf (ngettext ("Use %u suggestion that nobody needs to talk about…",
                                 "Use all %u suggestions that nobody needs to talk about…",
                                 easy->len), easy->len);

  comark_label_show (self->sentence, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->peers_button), self->dossier->peers_closed);
  gtk_widget_set_visible (self->tools, shows);
  gtk_widget_set_visible (self->legend, self->dossier->summaries != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->stack), shows);
  gtk_button_set_label (self->easy_button, label);
  let_wrap (self->easy_button);
  gtk_widget_set_visible (GTK_WIDGET (self->easy_button),
                          easy->len > 0 && may_agree (self->dossier));
}

/* Hundreds of labels that few people look at: not before somebody does. */
static void
fill_table (ComarkMatrixSection *self, GPtrArray *reviews)
{
  if (gtk_toggle_button_get_active (self->table_button))
    comark_matrix_table_set (self->table, self->dossier, reviews);
}

void
comark_matrix_section_set_dossier (ComarkMatrixSection *self, ComarkDossier *dossier)
{
  g_autoptr (GPtrArray) reviews = comark_matrix_reviews (dossier);

  g_return_if_fail (COMARK_IS_MATRIX_SECTION (self));

  if (self->dossier != NULL && self->dossier->framework != dossier->framework)
    {
      close_editor (self);
      g_hash_table_remove_all (self->by_criterion);
      comark_clear_box (self->rows);
    }
  g_set_object (&self->dossier, dossier);
  fill_tools (self);
  fill_rows (self, reviews);
  update_editor (self);
  fill_table (self, reviews);
}

/* ---- what the person does ---- */

static void
on_table_toggled_cb (ComarkMatrixSection *self)
{
  gboolean is_table = gtk_toggle_button_get_active (self->table_button);

  if (is_table && self->dossier != NULL)
    {
      g_autoptr (GPtrArray) reviews = comark_matrix_reviews (self->dossier);
      fill_table (self, reviews);
    }
  gtk_stack_set_visible_child_name (self->stack, is_table ? "table" : "rows");
}

static gboolean
on_table_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  ComarkMatrixSection *self = COMARK_MATRIX_SECTION (widget);

  gtk_toggle_button_set_active (self->table_button,
                                !gtk_toggle_button_get_active (self->table_button));
  return TRUE;
}

static void
on_peers_clicked_cb (ComarkMatrixSection *self)
{
  comark_act_run_ref (GTK_WIDGET (self), GTK_WIDGET (self->peers_button), comark_desk_open_peers,
                      self->dossier->submission->ref, NULL);
}

static void
on_easy_confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkMatrixSection) self = user_data;
  g_autoptr (GPtrArray) easy = NULL;
  ComarkAgreeAct *act;

  if (!comark_confirm_finish (result, NULL) || self->dossier == NULL)
    return;
  easy = comark_matrix_easy (self->dossier);
  act = comark_agree_act_new (self->dossier->submission->ref);
  for (guint i = 0; i < easy->len; i++)
    {
      const ComarkCriterion *criterion = g_ptr_array_index (easy, i);
      comark_agree_act_add (act, criterion->id,
                            comark_matrix_summary (self->dossier, criterion->id)->medians.suggested,
                            COMARK_STRENGTH_NONE, NULL);
    }
  comark_agree_act_run (act, GTK_WIDGET (self), GTK_WIDGET (self->easy_button),
                        _("The suggestions are agreed."), NULL);
}

static void
on_easy_clicked_cb (ComarkMatrixSection *self)
{
  g_autoptr (GPtrArray) easy = comark_matrix_easy (self->dossier);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *joined = NULL, *heading = NULL, *body = NULL;

  for (guint i = 0; i < easy->len; i++)
    g_ptr_array_add (ids, (gpointer) ((ComarkCriterion *) g_ptr_array_index (easy, i))->id);
  joined = comark_part_join (ids);
  heading = g_strdup_printf (ngettext ("Agree %u suggested value?", "Agree %u suggested values?",
                                       easy->len), easy->len);
  /* translators: ids of criteria, as in "A1, B2 and C3" */
  body = g_strdup_printf (_("The suggested value becomes the agreed one for %s. Any of them can "
                            "still be changed."), joined);
  comark_confirm_async (comark_part_window (GTK_WIDGET (self)), heading, body, _("Agree them"),
                        FALSE, on_easy_confirmed_cb, g_object_ref (self));
}

/* ---- class ---- */

static void
comark_matrix_section_dispose (GObject *object)
{
  ComarkMatrixSection *self = COMARK_MATRIX_SECTION (object);

  if (self->by_criterion != NULL)
    close_editor (self);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_MATRIX_SECTION);
  g_clear_pointer (&self->by_criterion, g_hash_table_unref);
  g_clear_object (&self->editor);
  g_clear_object (&self->dossier);
  G_OBJECT_CLASS (comark_matrix_section_parent_class)->dispose (object);
}

static void
comark_matrix_section_class_init (ComarkMatrixSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_matrix_section_dispose;
  g_type_ensure (COMARK_TYPE_MATRIX_TABLE);
  g_type_ensure (COMARK_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-matrix-section.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkMatrixSection, sentence);
  gtk_widget_class_bind_template_child (widget_class, ComarkMatrixSection, peers_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkMatrixSection, tools);
  gtk_widget_class_bind_template_child (widget_class, ComarkMatrixSection, table_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkMatrixSection, easy_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkMatrixSection, legend);
  gtk_widget_class_bind_template_child (widget_class, ComarkMatrixSection, stack);
  gtk_widget_class_bind_template_child (widget_class, ComarkMatrixSection, rows);
  gtk_widget_class_bind_template_child (widget_class, ComarkMatrixSection, table);
  gtk_widget_class_bind_template_callback (widget_class, on_table_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_peers_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_easy_clicked_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_t, GDK_CONTROL_MASK, on_table_key_cb, NULL);
}

static void
comark_matrix_section_init (ComarkMatrixSection *self)
{
  self->by_criterion = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->editor = g_object_ref_sink (COMARK_AGREE_EDITOR (comark_agree_editor_new ()));
  gtk_widget_init_template (GTK_WIDGET (self));
}
