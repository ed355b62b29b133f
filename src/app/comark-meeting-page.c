/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-meeting-page.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-care-section.h"
#include "comark-desk-rounds.h"
#include "comark-label.h"
#include "comark-matrix-section.h"
#include "comark-meeting-lights.h"
#include "comark-meeting-section.h"
#include "comark-part.h"
#include "comark-rounds-section.h"
#include "comark-task-section.h"
#include "comark-wrap.h"

struct _ComarkMeetingPage
{
  ComarkSubmissionTab parent_instance;

  /* template children */
  ComarkCareSection *care;
  ComarkMeetingLights *lights;
  GtkWidget *gathering;
  GtkButton *rounds_button;
  GtkButton *straight_button;
  GtkLabel *begin_why;
  ComarkRoundsSection *rounds;
  GtkWidget *mapping;
  GtkLabel *to_rate;
  GtkWidget *rate_button;
  ComarkMatrixSection *matrix;
  ComarkTaskSection *tasks;
  GtkButton *decide_button;
  GtkButton *back_button;
  GtkExpander *who;
  ComarkMeetingSection *meeting;
};

G_DEFINE_FINAL_TYPE (ComarkMeetingPage, comark_meeting_page, COMARK_TYPE_SUBMISSION_TAB)

gboolean
comark_meeting_page_applies (ComarkDossier *dossier)
{
  ComarkState state = dossier->submission->state;

  return dossier->seats->len > 0
         && (dossier->meeting != NULL
             || ((state == COMARK_STATE_IN_REVIEW || state == COMARK_STATE_CLARIFYING)
                 && (comark_dossier_may (dossier, COMARK_ACTION_SEE_PANEL_TALK, NULL)
                     || comark_dossier_may (dossier, COMARK_ACTION_SEE_REVIEW_COUNTS, NULL))));
}

/* ---- filling ---- */

static gboolean
is_open (ComarkDossier *dossier)
{
  return dossier->standing.meeting_open && dossier->meeting != NULL;
}

/* What is on the screen for all; a pause takes all of it away. */
static gboolean
shows (ComarkDossier *dossier, const char *phase)
{
  return is_open (dossier) && *dossier->meeting->pause == '\0'
         && g_str_equal (dossier->meeting->phase, phase);
}

static void
fill_gathering (ComarkMeetingPage *self, ComarkDossier *dossier)
{
  comark_part_follow (GTK_WIDGET (self->rounds_button), self->begin_why, dossier,
                      COMARK_ACTION_LEAD_ROUNDS);
  comark_part_follow (GTK_WIDGET (self->straight_button), NULL, dossier,
                      COMARK_ACTION_LEAD_ROUNDS);
}

/* Who says on the day rates alone first, now; the matrix says to them why it is closed. */
static void
fill_to_rate (ComarkMeetingPage *self, ComarkDossier *dossier)
{
  gboolean rates = dossier->standing.will_say_on_the_day
                   && comark_dossier_may (dossier, COMARK_ACTION_RATE, NULL);
  g_autofree char *others
    = g_strdup_printf (ngettext ("%d member is still giving their ratings. The middles below can "
                                 "change.",
                                 "%d members are still giving their ratings. The middles below "
                                 "can change.", MAX (dossier->n_to_rate_now, 0)),
                       MAX (dossier->n_to_rate_now, 0));

  comark_label_show (self->to_rate,
                     rates ? _("You said that you would rate today. Give your ratings first, in "
                               "your own time and unseen; then this opens for you.")
                     : dossier->n_to_rate_now > 0 ? others : NULL);
  gtk_widget_set_visible (self->rate_button, rates);
}

static void
fill_mapping (ComarkMeetingPage *self, ComarkDossier *dossier)
{
  fill_to_rate (self, dossier);
  comark_matrix_section_set_dossier (self->matrix, dossier);
  comark_task_section_set_dossier (self->tasks, dossier);
  gtk_widget_set_visible (GTK_WIDGET (self->decide_button),
                          comark_dossier_may (dossier, COMARK_ACTION_SEE_AGREED, NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->back_button),
                          comark_dossier_may (dossier, COMARK_ACTION_LEAD_ROUNDS, NULL));
}

/* Folded once the meeting is under way; after that as the person has it. */
static void
fill_who (ComarkMeetingPage *self, ComarkDossier *dossier, ComarkDossier *older)
{
  gboolean was_gathering = older == NULL || !is_open (older)
                           || g_str_equal (older->meeting->phase, "gathering");
  gboolean gathers = !is_open (dossier) || g_str_equal (dossier->meeting->phase, "gathering");

  if (older == NULL || was_gathering != gathers)
    gtk_expander_set_expanded (self->who, gathers);
  comark_meeting_section_set_dossier (self->meeting, dossier);
}

static void
comark_meeting_page_fill (ComarkSubmissionTab *tab, ComarkDossier *dossier, ComarkDossier *older)
{
  ComarkMeetingPage *self = COMARK_MEETING_PAGE (tab);
  gboolean open = is_open (dossier);

  gtk_widget_set_visible (GTK_WIDGET (self->care), open);
  gtk_widget_set_visible (GTK_WIDGET (self->lights), open && dossier->quorum != NULL);
  gtk_widget_set_visible (self->gathering, shows (dossier, "gathering"));
  gtk_widget_set_visible (GTK_WIDGET (self->rounds), shows (dossier, "rounds"));
  gtk_widget_set_visible (self->mapping, shows (dossier, "mapping"));
  if (open)
    comark_care_section_set_dossier (self->care, dossier);
  if (open && dossier->quorum != NULL)
    comark_meeting_lights_set (self->lights, dossier->quorum);
  fill_gathering (self, dossier);
  if (shows (dossier, "rounds"))
    comark_rounds_section_set_dossier (self->rounds, dossier);
  if (shows (dossier, "mapping"))
    fill_mapping (self, dossier);
  fill_who (self, dossier, older);
}

/* ---- acts ---- */

static const char *
ref_of (ComarkMeetingPage *self)
{
  return comark_submission_tab_get_ref (COMARK_SUBMISSION_TAB (self));
}

static void
on_rounds_clicked_cb (ComarkMeetingPage *self, GtkButton *button)
{
  comark_act_run_ref (GTK_WIDGET (self), GTK_WIDGET (button), comark_desk_begin_rounds,
                      ref_of (self), _("The rounds have begun."));
}

static void
on_mapping_clicked_cb (ComarkMeetingPage *self)
{
  comark_act_run_ref (GTK_WIDGET (self), GTK_WIDGET (self->straight_button),
                      comark_desk_begin_mapping, ref_of (self), _("The mapping has begun."));
}

static void
on_rate_clicked_cb (ComarkMeetingPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "submission.show-tab", "s", "review");
}

static void
on_decide_clicked_cb (ComarkMeetingPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "submission.show-tab", "s", "decision");
}

/* ---- class ---- */

static void
comark_meeting_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), COMARK_TYPE_MEETING_PAGE);
  G_OBJECT_CLASS (comark_meeting_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingPage, care);
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingPage, lights);
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingPage, gathering);
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingPage, rounds_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingPage, straight_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingPage, begin_why);
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingPage, rounds);
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingPage, mapping);
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingPage, to_rate);
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingPage, rate_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingPage, matrix);
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingPage, tasks);
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingPage, decide_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingPage, who);
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingPage, meeting);
}

static void
comark_meeting_page_class_init (ComarkMeetingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_meeting_page_dispose;
  COMARK_SUBMISSION_TAB_CLASS (klass)->fill = comark_meeting_page_fill;
  g_type_ensure (COMARK_TYPE_CARE_SECTION);
  g_type_ensure (COMARK_TYPE_MATRIX_SECTION);
  g_type_ensure (COMARK_TYPE_MEETING_LIGHTS);
  g_type_ensure (COMARK_TYPE_MEETING_SECTION);
  g_type_ensure (COMARK_TYPE_ROUNDS_SECTION);
  g_type_ensure (COMARK_TYPE_TASK_SECTION);
  g_type_ensure (COMARK_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-meeting-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_rounds_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_mapping_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_rate_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_decide_clicked_cb);
}

static void
comark_meeting_page_init (ComarkMeetingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
