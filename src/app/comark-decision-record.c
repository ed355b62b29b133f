/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-decision-record.h"

#include <glib/gi18n.h>

#include "comark-clear.h"
#include "comark-clock.h"
#include "comark-label.h"
#include "comark-letter-section.h"
#include "comark-part.h"

struct _ComarkDecisionRecord
{
  AdwBin parent_instance;

  /* template children */
  GtkLabel *outcome;
  GtkLabel *state;
  GtkLabel *method;
  GtkLabel *because;
  GtkLabel *figures;
  GtkBox *signatures;
  GtkWidget *dissent_part;
  GtkBox *dissent;
  ComarkLetterSection *letter;
};

G_DEFINE_FINAL_TYPE (ComarkDecisionRecord, comark_decision_record, ADW_TYPE_BIN)

static const char *
outcome_name (ComarkDossier *dossier, const char *id)
{
  const ComarkOutcome *outcome = comark_framework_outcome (dossier->framework, id);

  return outcome != NULL ? outcome->name : id;
}

/* ---- sentences ---- */

static char *
state_sentence (ComarkDecision *decision)
{
  g_autofree char *decided = comark_ms_to_words (decision->decided_at);
  g_autofree char *sealed = NULL;

  if (decision->sealed_at == 0)
    return g_strdup_printf (_("Decided on %s. Not sealed yet."), decided);
  sealed = comark_ms_to_words (decision->sealed_at);
  return g_strdup_printf (_("Decided on %s, sealed on %s. It stays as it is."), decided, sealed);
}

static char *
method_sentence (ComarkDecision *decision)
{
  if (g_strcmp0 (decision->method, "majority") != 0)
    return g_strdup_printf (_("By consensus of %d experts by experience and %d staff: all can live "
                              "with it."),
                            (int) decision->experts_present, (int) decision->staff_present);
  return g_strdup_printf (_("By majority: %d of %d experts by experience and %d of %d staff were "
                            "for it."),
                          (int) decision->experts_for, (int) decision->experts_present,
                          (int) decision->staff_for, (int) decision->staff_present);
}

static char *
because_sentence (ComarkDossier *dossier)
{
  ComarkDecision *decision = dossier->decision;

  if (g_strcmp0 (decision->outcome, decision->rules_outcome) != 0)
    return g_strdup_printf (_("The rules alone give “%s”. The panel decided otherwise: %s"),
                            outcome_name (dossier, decision->rules_outcome), decision->because);
  return *decision->because != '\0' ? g_strdup_printf (_("Why: %s"), decision->because) : NULL;
}

static char *
figures_sentence (ComarkDossier *dossier)
{
  ComarkDecision *decision = dossier->decision;
  const ComarkRung *rung = comark_framework_rung (dossier->framework, (guint) decision->rung);
  GString *text = g_string_new (NULL);

  if (rung != NULL)
    /* translators: place on the ladder and its name */
    g_string_append_printf (text, _("Rung %u of the ladder, %s. "), rung->number, rung->name);
  if (decision->score_tenths >= 0)
    g_string_append_printf (text, _("Score %d.%d, to be read with the sections below."),
                            (int) (decision->score_tenths / 10),
                            (int) (decision->score_tenths % 10));
  return g_string_free (text, FALSE);
}

/* ---- lists ---- */

static void
fill_signatures (ComarkDecisionRecord *self, ComarkDecision *decision)
{
  comark_clear_box (self->signatures);
  for (guint i = 0; i < decision->signatures->len; i++)
    {
      ComarkSignature *one = g_ptr_array_index (decision->signatures, i);
      g_autofree char *when = comark_ms_to_words (one->signed_at);
      /* translators: a co-chair's name, their kind, day and time */
      g_autofree char *text = g_strdup_printf (_("✓ Signed by %s, %s, on %s."), one->name,
                                               _(comark_member_kind_words (one->kind)), when);
      gtk_box_append (self->signatures, comark_label_new (text, NULL));
    }
  if (decision->signatures->len == 0)
    gtk_box_append (self->signatures, comark_label_new (_("Nobody has signed yet."), NULL));
}

static void
fill_dissent (ComarkDecisionRecord *self, ComarkDossier *dossier)
{
  comark_clear_box (self->dissent);
  for (guint i = 0; i < dossier->dissent->len; i++)
    {
      ComarkDissent *one = g_ptr_array_index (dossier->dissent, i);
      g_autofree char *text
        = *one->criterion != '\0'
            /* translators: a member's name, the id of a criterion, their own words */
            ? g_strdup_printf (_("%s, on %s: “%s”"), one->name, one->criterion, one->body)
            : g_strdup_printf (_("%s, on the outcome: “%s”"), one->name, one->body);
      gtk_box_append (self->dissent, comark_label_new (text, NULL));
    }
  gtk_widget_set_visible (self->dissent_part, dossier->dissent->len > 0);
}

void
comark_decision_record_set_dossier (ComarkDecisionRecord *self, ComarkDossier *dossier)
{
  ComarkDecision *decision = dossier->decision;
  g_autofree char *state = NULL, *method = NULL, *because = NULL, *figures = NULL;

  g_return_if_fail (COMARK_IS_DECISION_RECORD (self));
  g_return_if_fail (decision != NULL);

  state = state_sentence (decision);
  method = method_sentence (decision);
  because = because_sentence (dossier);
  figures = figures_sentence (dossier);
  gtk_label_set_label (self->outcome, outcome_name (dossier, decision->outcome));
  gtk_label_set_label (self->state, state);
  gtk_label_set_label (self->method, method);
  comark_label_show (self->because, because);
  comark_label_show (self->figures, figures);
  fill_signatures (self, decision);
  fill_dissent (self, dossier);
  gtk_widget_set_visible (GTK_WIDGET (self->letter), *decision->letter != '\0');
  comark_letter_section_set_dossier (self->letter, dossier);
}

void
comark_decision_record_flush (ComarkDecisionRecord *self)
{
  g_return_if_fail (COMARK_IS_DECISION_RECORD (self));

  comark_letter_section_flush (self->letter);
}

/* ---- class ---- */

static void
comark_decision_record_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), COMARK_TYPE_DECISION_RECORD);
  G_OBJECT_CLASS (comark_decision_record_parent_class)->dispose (object);
}

static void
comark_decision_record_class_init (ComarkDecisionRecordClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_decision_record_dispose;
  g_type_ensure (COMARK_TYPE_LETTER_SECTION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-decision-record.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkDecisionRecord, outcome);
  gtk_widget_class_bind_template_child (widget_class, ComarkDecisionRecord, state);
  gtk_widget_class_bind_template_child (widget_class, ComarkDecisionRecord, method);
  gtk_widget_class_bind_template_child (widget_class, ComarkDecisionRecord, because);
  gtk_widget_class_bind_template_child (widget_class, ComarkDecisionRecord, figures);
  gtk_widget_class_bind_template_child (widget_class, ComarkDecisionRecord, signatures);
  gtk_widget_class_bind_template_child (widget_class, ComarkDecisionRecord, dissent_part);
  gtk_widget_class_bind_template_child (widget_class, ComarkDecisionRecord, dissent);
  gtk_widget_class_bind_template_child (widget_class, ComarkDecisionRecord, letter);
}

static void
comark_decision_record_init (ComarkDecisionRecord *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
