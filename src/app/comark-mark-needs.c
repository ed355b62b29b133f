/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-mark-needs.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-clear.h"
#include "comark-clock.h"
#include "comark-desk-decision.h"
#include "comark-fact-list.h"

struct _ComarkMarkNeeds
{
  AdwBin parent_instance;

  /* template children */
  GtkBox *needs;
  GtkWidget *decision_button;
  GtkButton *issue_button;
  GtkLabel *reason;

  /* owned */
  char *ref;
};

G_DEFINE_FINAL_TYPE (ComarkMarkNeeds, comark_mark_needs, ADW_TYPE_BIN)

/* ---- the list ---- */

static void
add_told_need (ComarkMarkNeeds *self, ComarkDossier *dossier)
{
  ComarkTold *told
    = dossier->told->len > 0 ? g_ptr_array_index (dossier->told, dossier->told->len - 1) : NULL;
  g_autofree char *day = told != NULL ? comark_day_to_words (told->day) : NULL;
  /* translators: a day, then how ("by letter"), in somebody's own words */
  g_autofree char *how = told != NULL ? g_strdup_printf (_("On %s: %s"), day, told->how) : NULL;
  gboolean is_met = told != NULL || dossier->standing.told;

  comark_fact_list_add_need (self->needs, is_met, _("The people who took part have been told"),
                             how != NULL ? how
                             : is_met    ? _("They know what changed because of them.")
                                         : _("They hear first what changed because of them. It is "
                                             "recorded on the tab Decision."));
}

/* What can be seen from here; the bytes themselves are compared when the mark is issued. */
static void
add_document_need (ComarkMarkNeeds *self, ComarkDossier *dossier)
{
  ComarkDocument *document = comark_dossier_document (dossier);
  ComarkDecision *decision = dossier->decision;
  gboolean is_same
    = document != NULL
      && (decision == NULL
          || (document->frozen_at != 0 && document->frozen_at <= decision->decided_at));

  comark_fact_list_add_need (self->needs, is_same,
                             _("The document is the one that the panel decided on"),
                             is_same ? _("Its fingerprint is compared once more when the mark is "
                                         "issued.")
                                     : _("It has changed since. A mark belongs to the version that "
                                         "was judged, so the new one goes to the panel first."));
}

static void
fill_list (ComarkMarkNeeds *self, ComarkDossier *dossier)
{
  gboolean is_awarded = dossier->submission->state == COMARK_STATE_AWARDED;

  comark_clear_box (self->needs);
  comark_fact_list_add_need (self->needs, is_awarded, _("The panel’s decision is sealed"),
                             is_awarded ? _("The outcome is an award.")
                                        : _("The outcome is not an award."));
  add_told_need (self, dossier);
  add_document_need (self, dossier);
}

/* ---- issuing ---- */

static gpointer
issue_job (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_issue_mark (desk, data, error);
}

static void
on_issue_clicked_cb (ComarkMarkNeeds *self)
{
  comark_act_run (GTK_WIDGET (self), &(ComarkAct){ .job = issue_job,
                                                   .data = g_strdup (self->ref),
                                                   .data_destroy = g_free,
                                                   .answer_destroy = g_object_unref,
                                                   .trigger = GTK_WIDGET (self->issue_button),
                                                   .said = _("The mark was issued.") });
}

/* ---- class ---- */

static void
comark_mark_needs_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), COMARK_TYPE_MARK_NEEDS);
  G_OBJECT_CLASS (comark_mark_needs_parent_class)->dispose (object);
}

static void
comark_mark_needs_finalize (GObject *object)
{
  g_free (COMARK_MARK_NEEDS (object)->ref);
  G_OBJECT_CLASS (comark_mark_needs_parent_class)->finalize (object);
}

static void
comark_mark_needs_class_init (ComarkMarkNeedsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_mark_needs_dispose;
  G_OBJECT_CLASS (klass)->finalize = comark_mark_needs_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-mark-needs.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkMarkNeeds, needs);
  gtk_widget_class_bind_template_child (widget_class, ComarkMarkNeeds, decision_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkMarkNeeds, issue_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkMarkNeeds, reason);
  gtk_widget_class_bind_template_callback (widget_class, on_issue_clicked_cb);
}

static void
comark_mark_needs_init (ComarkMarkNeeds *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The reason stands beside a button that is insensitive: a bare grey one helps nobody. */
void
comark_mark_needs_set_dossier (ComarkMarkNeeds *self, ComarkDossier *dossier)
{
  g_autofree char *reason = NULL;
  gboolean may;

  g_return_if_fail (COMARK_IS_MARK_NEEDS (self));

  g_free (self->ref);
  self->ref = g_strdup (dossier->submission->ref);
  fill_list (self, dossier);
  gtk_widget_set_visible (self->decision_button, !dossier->standing.told);
  may = comark_dossier_may (dossier, COMARK_ACTION_ISSUE_MARK, &reason);
  gtk_widget_set_sensitive (GTK_WIDGET (self->issue_button), may);
  gtk_label_set_label (self->reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), !may);
}
