/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-overview-page.h"

#include <glib/gi18n.h>

#include "comark-clock.h"
#include "comark-facts.h"
#include "comark-label.h"
#include "comark-overview-acts.h"
#include "comark-panel-list.h"
#include "comark-progress-line.h"
#include "comark-submission-words.h"
#include "comark-workflow.h"

struct _ComarkOverviewPage
{
  ComarkSubmissionTab parent_instance;

  /* template children */
  ComarkProgressLine *progress;
  GtkLabel *next;
  GtkLabel *returned;
  ComarkOverviewActs *acts;
  GtkLabel *summary;
  ComarkFacts *what;
  ComarkFacts *who;
  ComarkPanelList *panel;
  GtkWidget *panel_group;
  ComarkFacts *when;
  GtkWidget *told_group;
  GtkLabel *told;
};

G_DEFINE_FINAL_TYPE (ComarkOverviewPage, comark_overview_page, COMARK_TYPE_SUBMISSION_TAB)

gboolean
comark_overview_page_applies (ComarkDossier *dossier)
{
  return comark_dossier_may (dossier, COMARK_ACTION_SEE_EXISTS, NULL);
}

/* ---- what ---- */

static void
fill_what (ComarkOverviewPage *self, ComarkDossier *dossier)
{
  ComarkSubmission *submission = dossier->submission;
  const ComarkRoute *route = comark_framework_route (dossier->framework, submission->route);

  comark_label_show (self->summary, submission->summary);
  comark_facts_clear (self->what);
  if (*dossier->content_note != '\0')
    comark_facts_add (self->what, _("It speaks of"), dossier->content_note);
  comark_facts_add (self->what, _("Type of document"), submission->type_words);
  comark_facts_add (self->what, _("Who it is for"), submission->audience);
  comark_facts_add (self->what, _("Level"), comark_level_words (submission->level));
  comark_facts_add (self->what, _("Affects carers"),
                    submission->affects_carers ? _("Yes") : _("No"));
  comark_facts_add (self->what, _("Criteria"), route != NULL ? route->name : NULL);
}

/* ---- who ---- */

/* "–" where the viewer may not know, never a number that gives it away. */
static char *
reviews_words (ComarkDossier *dossier)
{
  if (dossier->n_reviews_in < 0 || dossier->seats->len == 0)
    return g_strdup ("–");
  /* translators: how many reviews are in, of how many members */
  return g_strdup_printf (_("%d of %d"), dossier->n_reviews_in,
                          (int) dossier->submission->n_invited);
}

static char *
contributors_words (ComarkDossier *dossier)
{
  guint n = dossier->contributors->len, n_lived = 0;

  for (guint i = 0; i < n; i++)
    n_lived += ((ComarkContributor *) dossier->contributors->pdata[i])->lived_experience ? 1 : 0;
  if (n == 0)
    return g_strdup ("–");
  return g_strdup_printf (g_dngettext (NULL, "%u, with lived experience: %u",
                                       "%u, with lived experience: %u", n),
                          n, n_lived);
}

static void
fill_who (ComarkOverviewPage *self, ComarkDossier *dossier)
{
  g_autofree char *reviews = reviews_words (dossier);
  g_autofree char *contributors = contributors_words (dossier);

  comark_facts_clear (self->who);
  comark_facts_add (self->who, _("Owner"), dossier->submission->owner_name);
  comark_facts_add (self->who, _("Team"), dossier->submission->team);
  comark_facts_add (self->who, _("Contributors"), contributors);
  comark_facts_add (self->who, _("Reviews in"), reviews);
  comark_panel_list_set_dossier (self->panel, dossier);
  gtk_widget_set_visible (self->panel_group, dossier->seats->len > 0);
}

/* ---- when ---- */

static void
add_time (ComarkFacts *facts, const char *name, gint64 ms)
{
  g_autofree char *day = ms != 0 ? comark_day_from_ms (ms) : NULL;
  g_autofree char *words = day != NULL ? comark_day_to_words (day) : NULL;

  if (words != NULL)
    comark_facts_add (facts, name, words);
}

static void
add_day (ComarkFacts *facts, const char *name, const char *day)
{
  g_autofree char *words = comark_day_to_words (day);

  if (*words != '\0')
    comark_facts_add (facts, name, words);
}

static void
fill_when (ComarkOverviewPage *self, ComarkDossier *dossier)
{
  ComarkSubmission *submission = dossier->submission;
  ComarkDecision *decision = dossier->decision;

  comark_facts_clear (self->when);
  add_time (self->when, _("Begun"), submission->created_at);
  add_time (self->when, _("Submitted"), submission->submitted_at);
  if (submission->state == COMARK_STATE_CLARIFYING)
    comark_facts_add (self->when, _("Reviews asked for by"),
                      _("This waits until the owner has answered"));
  else
    add_day (self->when, _("Reviews asked for by"), submission->due_day);
  if (dossier->asking != NULL)
    {
      add_day (self->when, _("Questions sent to the owner"), dossier->asking->sent_day);
      if (dossier->asking->ended_at == 0)
        add_day (self->when, _("Answers asked for by"), dossier->asking->due_day);
      else if (dossier->asking->answered)
        add_time (self->when, _("Questions answered"), dossier->asking->ended_at);
    }
  if (decision != NULL)
    {
      add_time (self->when, _("Decided"), decision->decided_at);
      if (decision->sealed_at == 0)
        add_day (self->when, _("Can be sealed from"), decision->sealable_day);
      add_time (self->when, _("Sealed"), decision->sealed_at);
    }
  add_day (self->when, _("The document’s own review date"), submission->review_day);
  add_time (self->when, _("Last change"), submission->updated_at);
}

/* ---- contributors told ---- */

static void
fill_told (ComarkOverviewPage *self, ComarkDossier *dossier)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < dossier->told->len; i++)
    {
      ComarkTold *told = g_ptr_array_index (dossier->told, i);
      g_autofree char *day = comark_day_to_words (told->day);
      g_string_append_printf (text, "%s%s, %s", text->len > 0 ? "\n\n" : "", day, told->how);
      if (told->body != NULL && *told->body != '\0')
        g_string_append_printf (text, "\n%s", told->body);
    }
  gtk_label_set_label (self->told, text->str);
  gtk_widget_set_visible (self->told_group, text->len > 0);
}

/* ---- the rest ---- */

static void
fill_next (ComarkOverviewPage *self, ComarkDossier *dossier)
{
  ComarkSubmission *submission = dossier->submission;
  g_autofree char *returned = comark_returned_words (submission);

  comark_progress_line_set_state (self->progress, submission->state);
  gtk_label_set_label (self->next, _(comark_workflow_what_next (submission->state)));
  comark_label_show (self->returned, returned);
  comark_overview_acts_set_dossier (self->acts, dossier);
}

static void
comark_overview_page_fill (ComarkSubmissionTab *tab, ComarkDossier *dossier, ComarkDossier *older)
{
  ComarkOverviewPage *self = COMARK_OVERVIEW_PAGE (tab);

  fill_next (self, dossier);
  fill_what (self, dossier);
  fill_who (self, dossier);
  fill_when (self, dossier);
  fill_told (self, dossier);
}

/* ---- class ---- */

static void
comark_overview_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), COMARK_TYPE_OVERVIEW_PAGE);
  G_OBJECT_CLASS (comark_overview_page_parent_class)->dispose (object);
}

static void
comark_overview_page_class_init (ComarkOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_overview_page_dispose;
  COMARK_SUBMISSION_TAB_CLASS (klass)->fill = comark_overview_page_fill;

  g_type_ensure (COMARK_TYPE_FACTS);
  g_type_ensure (COMARK_TYPE_OVERVIEW_ACTS);
  g_type_ensure (COMARK_TYPE_PANEL_LIST);
  g_type_ensure (COMARK_TYPE_PROGRESS_LINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkOverviewPage, progress);
  gtk_widget_class_bind_template_child (widget_class, ComarkOverviewPage, next);
  gtk_widget_class_bind_template_child (widget_class, ComarkOverviewPage, returned);
  gtk_widget_class_bind_template_child (widget_class, ComarkOverviewPage, acts);
  gtk_widget_class_bind_template_child (widget_class, ComarkOverviewPage, summary);
  gtk_widget_class_bind_template_child (widget_class, ComarkOverviewPage, what);
  gtk_widget_class_bind_template_child (widget_class, ComarkOverviewPage, who);
  gtk_widget_class_bind_template_child (widget_class, ComarkOverviewPage, panel);
  gtk_widget_class_bind_template_child (widget_class, ComarkOverviewPage, panel_group);
  gtk_widget_class_bind_template_child (widget_class, ComarkOverviewPage, when);
  gtk_widget_class_bind_template_child (widget_class, ComarkOverviewPage, told_group);
  gtk_widget_class_bind_template_child (widget_class, ComarkOverviewPage, told);
}

static void
comark_overview_page_init (ComarkOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
