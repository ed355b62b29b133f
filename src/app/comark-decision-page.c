/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-decision-page.h"

#include "comark-after-section.h"
#include "comark-coverage-section.h"
#include "comark-decide-section.h"
#include "comark-decision-record.h"
#include "comark-fairness-section.h"
#include "comark-matrix-section.h"
#include "comark-meeting-section.h"
#include "comark-outcome-section.h"
#include "comark-seal-section.h"
#include "comark-task-section.h"

struct _ComarkDecisionPage
{
  ComarkSubmissionTab parent_instance;

  /* template children */
  ComarkDecisionRecord *record;
  ComarkSealSection *seal;
  ComarkAfterSection *after;
  ComarkMeetingSection *meeting;
  ComarkMatrixSection *matrix;
  ComarkCoverageSection *coverage;
  ComarkOutcomeSection *outcome;
  ComarkFairnessSection *fairness;
  ComarkDecideSection *decide;
  ComarkTaskSection *tasks;
};

G_DEFINE_FINAL_TYPE (ComarkDecisionPage, comark_decision_page, COMARK_TYPE_SUBMISSION_TAB)

static gboolean
knows_of_panel (ComarkDossier *dossier)
{
  return comark_dossier_may (dossier, COMARK_ACTION_ATTEND, NULL)
         || comark_dossier_may (dossier, COMARK_ACTION_SEE_AGREED, NULL)
         || comark_dossier_may (dossier, COMARK_ACTION_SEE_REVIEW_COUNTS, NULL);
}

gboolean
comark_decision_page_applies (ComarkDossier *dossier)
{
  return dossier->decision != NULL
         || (dossier->submission->state >= COMARK_STATE_IN_REVIEW && knows_of_panel (dossier));
}

/* Once there is a decision it stands first; how it came about is below. */
static void
fill_decision (ComarkDecisionPage *self, ComarkDossier *dossier)
{
  gboolean is_decided = dossier->decision != NULL;
  gboolean is_sealed = is_decided && dossier->decision->sealed_at != 0;

  gtk_widget_set_visible (GTK_WIDGET (self->record), is_decided);
  gtk_widget_set_visible (GTK_WIDGET (self->seal), is_decided && !is_sealed);
  gtk_widget_set_visible (GTK_WIDGET (self->after), is_sealed);
  if (is_decided)
    comark_decision_record_set_dossier (self->record, dossier);
  if (is_decided && !is_sealed)
    comark_seal_section_set_dossier (self->seal, dossier);
  if (is_sealed)
    comark_after_section_set_dossier (self->after, dossier);
}

static void
fill_rules (ComarkDecisionPage *self, ComarkDossier *dossier)
{
  gboolean has_outcome = dossier->outcome != NULL && (dossier->agreed->len > 0
                         || dossier->submission->state >= COMARK_STATE_IN_MEETING);
  gboolean decides = has_outcome && dossier->submission->state == COMARK_STATE_IN_MEETING;

  gtk_widget_set_visible (GTK_WIDGET (self->outcome), has_outcome);
  gtk_widget_set_visible (GTK_WIDGET (self->decide), decides);
  if (has_outcome)
    comark_outcome_section_set_dossier (self->outcome, dossier);
  if (decides)
    comark_decide_section_set_dossier (self->decide, dossier);
}

/* From the meeting until the seal: afterwards it could only be regretted. */
static void
fill_fairness (ComarkDecisionPage *self, ComarkDossier *dossier)
{
  ComarkState state = dossier->submission->state;
  gboolean is_open = comark_dossier_may (dossier, COMARK_ACTION_SEE_AGREED, NULL)
                     && (state == COMARK_STATE_IN_MEETING || state == COMARK_STATE_DECIDED);

  gtk_widget_set_visible (GTK_WIDGET (self->fairness), is_open);
  if (is_open)
    comark_fairness_section_set_dossier (self->fairness, dossier);
}

static void
on_point_chosen_cb (ComarkDecisionPage *self, const ComarkFairnessPoint *point)
{
  switch (point->place)
    {
    case COMARK_FAIRNESS_AT_PANEL:
      gtk_widget_child_focus (GTK_WIDGET (self->meeting), GTK_DIR_TAB_FORWARD);
      break;
    case COMARK_FAIRNESS_AT_CRITERION:
      comark_matrix_section_go_to (self->matrix, point->criterion);
      break;
    case COMARK_FAIRNESS_AT_DOCUMENT:
      gtk_widget_activate_action (GTK_WIDGET (self), "submission.show-tab", "s", "document");
      break;
    case COMARK_FAIRNESS_AT_DISCUSSION:
      gtk_widget_activate_action (GTK_WIDGET (self), "submission.show-tab", "s", "discussion");
      break;
    }
}

static void
comark_decision_page_fill (ComarkSubmissionTab *tab, ComarkDossier *dossier, ComarkDossier *older)
{
  ComarkDecisionPage *self = COMARK_DECISION_PAGE (tab);

  gtk_widget_set_visible (GTK_WIDGET (self->meeting), dossier->seats->len > 0);
  comark_meeting_section_set_dossier (self->meeting, dossier);
  comark_matrix_section_set_dossier (self->matrix, dossier);
  comark_coverage_section_set_dossier (self->coverage, dossier, FALSE);
  fill_rules (self, dossier);
  fill_fairness (self, dossier);
  fill_decision (self, dossier);
  comark_task_section_set_dossier (self->tasks, dossier);
}

static void
on_coverage_criterion_cb (ComarkDecisionPage *self, const char *id)
{
  comark_matrix_section_bring (self->matrix, id);
}

static void
on_coverage_file_cb (ComarkDecisionPage *self, const char *hash)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "submission.show-file", "s", hash);
}

static void
comark_decision_page_flush (ComarkSubmissionTab *tab)
{
  ComarkDecisionPage *self = COMARK_DECISION_PAGE (tab);

  comark_decision_record_flush (self->record);
  comark_matrix_section_flush (self->matrix);
  comark_decide_section_flush (self->decide);
}

/* ---- class ---- */

static void
comark_decision_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), COMARK_TYPE_DECISION_PAGE);
  G_OBJECT_CLASS (comark_decision_page_parent_class)->dispose (object);
}

static void
comark_decision_page_class_init (ComarkDecisionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_decision_page_dispose;
  COMARK_SUBMISSION_TAB_CLASS (klass)->fill = comark_decision_page_fill;
  COMARK_SUBMISSION_TAB_CLASS (klass)->flush = comark_decision_page_flush;

  g_type_ensure (COMARK_TYPE_AFTER_SECTION);
  g_type_ensure (COMARK_TYPE_COVERAGE_SECTION);
  g_type_ensure (COMARK_TYPE_DECIDE_SECTION);
  g_type_ensure (COMARK_TYPE_DECISION_RECORD);
  g_type_ensure (COMARK_TYPE_FAIRNESS_SECTION);
  g_type_ensure (COMARK_TYPE_MATRIX_SECTION);
  g_type_ensure (COMARK_TYPE_MEETING_SECTION);
  g_type_ensure (COMARK_TYPE_OUTCOME_SECTION);
  g_type_ensure (COMARK_TYPE_SEAL_SECTION);
  g_type_ensure (COMARK_TYPE_TASK_SECTION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-decision-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkDecisionPage, record);
  gtk_widget_class_bind_template_child (widget_class, ComarkDecisionPage, seal);
  gtk_widget_class_bind_template_child (widget_class, ComarkDecisionPage, after);
  gtk_widget_class_bind_template_child (widget_class, ComarkDecisionPage, meeting);
  gtk_widget_class_bind_template_child (widget_class, ComarkDecisionPage, matrix);
  gtk_widget_class_bind_template_child (widget_class, ComarkDecisionPage, coverage);
  gtk_widget_class_bind_template_child (widget_class, ComarkDecisionPage, outcome);
  gtk_widget_class_bind_template_child (widget_class, ComarkDecisionPage, fairness);
  gtk_widget_class_bind_template_child (widget_class, ComarkDecisionPage, decide);
  gtk_widget_class_bind_template_child (widget_class, ComarkDecisionPage, tasks);
  gtk_widget_class_bind_template_callback (widget_class, on_point_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_coverage_criterion_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_coverage_file_cb);
}

static void
comark_decision_page_init (ComarkDecisionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
