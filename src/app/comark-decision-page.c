/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-decision-page.h"

#include "comark-matrix-section.h"
#include "comark-meeting-section.h"

struct _ComarkDecisionPage
{
  ComarkSubmissionTab parent_instance;

  /* template children */
  ComarkMeetingSection *meeting;
  ComarkMatrixSection *matrix;
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

static void
comark_decision_page_fill (ComarkSubmissionTab *tab, ComarkDossier *dossier, ComarkDossier *older)
{
  ComarkDecisionPage *self = COMARK_DECISION_PAGE (tab);

  gtk_widget_set_visible (GTK_WIDGET (self->meeting), dossier->seats->len > 0);
  comark_meeting_section_set_dossier (self->meeting, dossier);
  comark_matrix_section_set_dossier (self->matrix, dossier);
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

  g_type_ensure (COMARK_TYPE_MATRIX_SECTION);
  g_type_ensure (COMARK_TYPE_MEETING_SECTION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-decision-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkDecisionPage, meeting);
  gtk_widget_class_bind_template_child (widget_class, ComarkDecisionPage, matrix);
}

static void
comark_decision_page_init (ComarkDecisionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
