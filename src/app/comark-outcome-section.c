/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-outcome-section.h"

#include <glib/gi18n.h>

#include "comark-clear.h"
#include "comark-judgement-row.h"
#include "comark-label.h"
#include "comark-matrix-facts.h"
#include "comark-part.h"
#include "comark-rule-list.h"

struct _ComarkOutcomeSection
{
  AdwBin parent_instance;

  /* template children */
  GtkLabel *reached;
  GtkLabel *text;
  GtkLabel *progress;
  GtkLabel *score;
  GtkLabel *rung;
  GtkGrid *profile;
  GtkWidget *questions_part;
  GtkBox *questions;
  GtkBox *outcomes;
  GtkBox *sealing;

  /* owned */
  GHashTable *question_rows; /* id → ComarkJudgementRow, borrowed */
  GHashTable *outcome_rows;  /* id → ComarkRuleList, borrowed */
};

G_DEFINE_FINAL_TYPE (ComarkOutcomeSection, comark_outcome_section, ADW_TYPE_BIN)

/* ---- the outcome reached ---- */

static void
fill_reached (ComarkOutcomeSection *self, ComarkDossier *dossier)
{
  const ComarkOutcome *reached = comark_outcome_report_get_reached (dossier->outcome);
  g_autoptr (GPtrArray) open = comark_matrix_open (dossier);
  g_autofree char *progress = NULL;

  gtk_label_set_label (self->reached, reached->name);
  gtk_label_set_label (self->text, reached->text);
  if (open->len > 0)
    progress = g_strdup_printf (_("This is where the rules stand with %u of %u values agreed. It "
                                  "changes as more are."),
                                dossier->criteria->len - open->len, dossier->criteria->len);
  comark_label_show (self->progress, progress);
}

static void
fill_rung (ComarkOutcomeSection *self, ComarkDossier *dossier)
{
  const ComarkRung *rung = comark_outcome_report_get_rung (dossier->outcome);
  const GPtrArray *rungs = comark_framework_get_rungs (dossier->framework);
  /* translators: place on the ladder, how many rungs it has, its name, what it means */
  g_autofree char *text = rung != NULL
                            ? g_strdup_printf (_("On the ladder: rung %u of %u, %s. %s"),
                                               rung->number, rungs->len, rung->name, rung->text)
                            : g_strdup (_("It cannot be placed on the ladder yet."));

  gtk_label_set_label (self->rung, text);
}

/* ---- score and profile ---- */

static void
add_profile_line (ComarkOutcomeSection *self, const ComarkSectionScore *one, int row)
{
  GtkWidget *name = comark_label_new (one->section->name, NULL);
  GtkWidget *bar = gtk_progress_bar_new ();
  g_autofree char *score = comark_score_to_text (&one->score);
  GtkWidget *number = comark_label_new (score, "numeric");
  g_autofree char *spoken = g_strdup_printf ("%s: %s", one->section->name, score);

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), comark_score_value (&one->score) / 100);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (bar, TRUE);
  comark_part_name (bar, spoken);
  gtk_label_set_width_chars (GTK_LABEL (name), 14);
  gtk_grid_attach (self->profile, name, 0, row, 1, 1);
  gtk_grid_attach (self->profile, bar, 1, row, 1, 1);
  gtk_grid_attach (self->profile, number, 2, row, 1, 1);
}

static void
fill_profile (ComarkOutcomeSection *self, ComarkDossier *dossier)
{
  const GPtrArray *sections = comark_outcome_report_get_sections (dossier->outcome);
  const ComarkScore *total = comark_outcome_report_get_score (dossier->outcome);
  g_autofree char *score = comark_score_to_text (total);
  /* translators: the score, as in "77.3" */
  g_autofree char *text = comark_score_exists (total)
                            ? g_strdup_printf (_("Score: %s of 100. It says little alone; this is "
                                                 "how the sections stand:"), score)
                            : g_strdup (_("There is no score yet."));
  GtkWidget *child;

  gtk_label_set_label (self->score, text);
  gtk_widget_set_visible (GTK_WIDGET (self->profile), comark_score_exists (total));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->profile))))
    gtk_grid_remove (self->profile, child);
  for (guint i = 0; i < sections->len; i++)
    add_profile_line (self, g_ptr_array_index (sections, i), (int) i);
}

/* ---- questions ---- */

static gboolean
is_answered (ComarkDossier *dossier, const char *question)
{
  for (guint i = 0; i < dossier->judgements->len; i++)
    if (g_str_equal (((ComarkJudgement *) g_ptr_array_index (dossier->judgements, i))->question,
                     question))
      return TRUE;
  return FALSE;
}

static gboolean
asks (const GPtrArray *rules, const char *question)
{
  for (guint i = 0; i < rules->len; i++)
    {
      const ComarkRule *rule = g_ptr_array_index (rules, i);
      if (rule->test == COMARK_RULE_QUESTION && g_str_equal (rule->question, question))
        return TRUE;
    }
  return FALSE;
}

/* A better outcome than the one reached waits for it. */
static gboolean
could_raise_outcome (ComarkDossier *dossier, const char *question)
{
  const GPtrArray *outcomes = comark_outcome_report_get_outcomes (dossier->outcome);
  const ComarkOutcome *reached = comark_outcome_report_get_reached (dossier->outcome);

  for (guint i = 0; i < outcomes->len; i++)
    {
      const ComarkOutcomeResult *result = g_ptr_array_index (outcomes, i);
      if (result->outcome == reached)
        return FALSE;
      if (asks (result->outcome->rules, question))
        return TRUE;
    }
  return FALSE;
}

/* A rung beside the present one hangs on it: nobody is asked about coercion without cause. */
static gboolean
could_move_rung (ComarkDossier *dossier, const char *question)
{
  const GPtrArray *placements = comark_framework_get_placements (dossier->framework);
  const ComarkRung *rung = comark_outcome_report_get_rung (dossier->outcome);

  for (guint i = 0; rung != NULL && i < placements->len; i++)
    {
      const ComarkPlacement *placement = g_ptr_array_index (placements, i);
      if (asks (placement->conditions, question) && rung->number <= placement->rung + 1)
        return TRUE;
    }
  return FALSE;
}

static void
fill_question (ComarkOutcomeSection *self, ComarkDossier *dossier, const ComarkQuestion *question)
{
  ComarkJudgementRow *row = g_hash_table_lookup (self->question_rows, question->id);
  gboolean shows = is_answered (dossier, question->id)
                   || could_raise_outcome (dossier, question->id)
                   || could_move_rung (dossier, question->id)
                   || (row != NULL && comark_judgement_row_is_dirty (row));

  if (row == NULL && !shows)
    return;
  if (row == NULL)
    {
      row = COMARK_JUDGEMENT_ROW (comark_judgement_row_new ());
      g_hash_table_insert (self->question_rows, g_strdup (question->id), row);
      gtk_box_append (self->questions, GTK_WIDGET (row));
    }
  comark_judgement_row_set (row, dossier, question);
  gtk_widget_set_visible (GTK_WIDGET (row), shows);
}

static void
fill_questions (ComarkOutcomeSection *self, ComarkDossier *dossier)
{
  const GPtrArray *questions = comark_framework_get_questions (dossier->framework);
  gboolean any = FALSE;

  for (guint i = 0; i < questions->len; i++)
    fill_question (self, dossier, g_ptr_array_index (questions, i));
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->questions)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    any = any || gtk_widget_get_visible (row);
  gtk_widget_set_visible (self->questions_part, any);
}

/* ---- rules ---- */

static void
fill_outcomes (ComarkOutcomeSection *self, ComarkDossier *dossier)
{
  const GPtrArray *outcomes = comark_outcome_report_get_outcomes (dossier->outcome);
  const ComarkOutcome *reached = comark_outcome_report_get_reached (dossier->outcome);

  for (guint i = 0; i < outcomes->len; i++)
    {
      const ComarkOutcomeResult *result = g_ptr_array_index (outcomes, i);
      ComarkRuleList *list = g_hash_table_lookup (self->outcome_rows, result->outcome->id);
      if (list == NULL)
        {
          list = COMARK_RULE_LIST (comark_rule_list_new ());
          g_hash_table_insert (self->outcome_rows, g_strdup (result->outcome->id), list);
          gtk_box_append (self->outcomes, GTK_WIDGET (list));
        }
      comark_rule_list_set (list, result);
      comark_rule_list_unfold (list, result->outcome == reached);
    }
}

static void
fill_sealing (ComarkOutcomeSection *self, ComarkDossier *dossier)
{
  const GPtrArray *rules = comark_outcome_report_get_sealing (dossier->outcome);

  comark_clear_box (self->sealing);
  for (guint i = 0; i < rules->len; i++)
    gtk_box_append (self->sealing, comark_rule_list_line (g_ptr_array_index (rules, i)));
}

void
comark_outcome_section_set_dossier (ComarkOutcomeSection *self, ComarkDossier *dossier)
{
  g_return_if_fail (COMARK_IS_OUTCOME_SECTION (self));

  fill_reached (self, dossier);
  fill_profile (self, dossier);
  fill_rung (self, dossier);
  fill_questions (self, dossier);
  fill_outcomes (self, dossier);
  fill_sealing (self, dossier);
}

/* ---- class ---- */

static void
comark_outcome_section_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), COMARK_TYPE_OUTCOME_SECTION);
  G_OBJECT_CLASS (comark_outcome_section_parent_class)->dispose (object);
}

static void
comark_outcome_section_finalize (GObject *object)
{
  ComarkOutcomeSection *self = COMARK_OUTCOME_SECTION (object);

  g_hash_table_unref (self->question_rows);
  g_hash_table_unref (self->outcome_rows);
  G_OBJECT_CLASS (comark_outcome_section_parent_class)->finalize (object);
}

static void
comark_outcome_section_class_init (ComarkOutcomeSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_outcome_section_dispose;
  G_OBJECT_CLASS (klass)->finalize = comark_outcome_section_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-outcome-section.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkOutcomeSection, reached);
  gtk_widget_class_bind_template_child (widget_class, ComarkOutcomeSection, text);
  gtk_widget_class_bind_template_child (widget_class, ComarkOutcomeSection, progress);
  gtk_widget_class_bind_template_child (widget_class, ComarkOutcomeSection, score);
  gtk_widget_class_bind_template_child (widget_class, ComarkOutcomeSection, rung);
  gtk_widget_class_bind_template_child (widget_class, ComarkOutcomeSection, profile);
  gtk_widget_class_bind_template_child (widget_class, ComarkOutcomeSection, questions_part);
  gtk_widget_class_bind_template_child (widget_class, ComarkOutcomeSection, questions);
  gtk_widget_class_bind_template_child (widget_class, ComarkOutcomeSection, outcomes);
  gtk_widget_class_bind_template_child (widget_class, ComarkOutcomeSection, sealing);
}

static void
comark_outcome_section_init (ComarkOutcomeSection *self)
{
  self->question_rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->outcome_rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}
