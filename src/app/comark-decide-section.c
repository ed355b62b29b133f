/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-decide-section.h"

#include <glib/gi18n.h>

#include "comark-accessible.h"
#include "comark-act.h"
#include "comark-compat.h"
#include "comark-desk-decision.h"
#include "comark-desk-text-draft.h"
#include "comark-dissent-act.h"
#include "comark-label.h"
#include "comark-matrix-facts.h"
#include "comark-part.h"
#include "comark-text-keeper.h"

struct _ComarkDecideSection
{
  AdwBin parent_instance;

  /* template children */
  GtkLabel *waits;
  GtkWidget *form;
  GtkCheckButton *consensus;
  GtkCheckButton *majority;
  GtkWidget *votes;
  GtkLabel *experts_label;
  GtkSpinButton *experts_for;
  GtkLabel *staff_label;
  GtkSpinButton *staff_for;
  GtkDropDown *outcome;
  GtkWidget *because_part;
  GtkTextView *because;
  GtkTextView *letter;
  GtkButton *letter_button;
  GtkButton *dissent_button;
  GtkButton *decide_button;
  GtkLabel *decide_why;

  /* owned */
  ComarkDossier *dossier;
  ComarkTextKeeper *because_keeper;
  ComarkTextKeeper *letter_keeper;

  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (ComarkDecideSection, comark_decide_section, ADW_TYPE_BIN)

/* ---- what is chosen ---- */

/* The first item of the list is what the rules give. NULL for that one. */
static const ComarkOutcome *
other_outcome (ComarkDecideSection *self)
{
  guint index = gtk_drop_down_get_selected (self->outcome);
  const GPtrArray *outcomes = comark_framework_get_outcomes (self->dossier->framework);

  if (index == 0 || index == GTK_INVALID_LIST_POSITION || index > outcomes->len)
    return NULL;
  return g_ptr_array_index (outcomes, index - 1);
}

typedef struct
{
  char *ref;
  ComarkDecideForm form;
  char *outcome;
  char *because;
  char *letter;
} DecideJob;

static void
decide_job_free (gpointer data)
{
  DecideJob *job = data;

  g_free (job->ref);
  g_free (job->outcome);
  g_free (job->because);
  g_free (job->letter);
  g_free (job);
}

static DecideJob *
make_job (ComarkDecideSection *self)
{
  DecideJob *job = g_new0 (DecideJob, 1);
  const ComarkOutcome *other = other_outcome (self);

  job->ref = g_strdup (self->dossier->submission->ref);
  job->outcome = g_strdup (other != NULL ? other->id : NULL);
  job->because = comark_part_dup_text (self->because);
  job->letter = comark_part_dup_text (self->letter);
  job->form.outcome = job->outcome;
  job->form.by_majority = gtk_check_button_get_active (self->majority);
  job->form.experts_for = gtk_spin_button_get_value_as_int (self->experts_for);
  job->form.staff_for = gtk_spin_button_get_value_as_int (self->staff_for);
  job->form.because = job->because;
  job->form.letter = *job->letter != '\0' ? job->letter : NULL;
  return job;
}

/* ---- what still waits ---- */

static void
say_open_values (ComarkDossier *dossier, GString *text)
{
  g_autoptr (GPtrArray) open = comark_matrix_open (dossier);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  for (guint i = 0; i < open->len; i++)
    g_ptr_array_add (ids, (gpointer) ((ComarkCriterion *) g_ptr_array_index (open, i))->id);
  joined = comark_part_join (ids);
  if (open->len > 0)
    /* translators: ids of criteria, as in "A1, B2 and C3" */
    g_string_append_printf (text, _("Still to agree: %s. "), joined);
}

static void
update (ComarkDecideSection *self)
{
  g_autofree char *why = NULL, *because = comark_part_dup_text (self->because);
  gboolean by_majority = gtk_check_button_get_active (self->majority);
  gboolean is_other = other_outcome (self) != NULL;
  GString *waits = g_string_new (NULL);
  gboolean may = comark_dossier_may (self->dossier, COMARK_ACTION_DECIDE, &why);

  say_open_values (self->dossier, waits);
  if (self->dossier->quorum == NULL || !self->dossier->quorum->met)
    g_string_append (waits, _("There is no quorum. "));
  if (is_other && !by_majority)
    g_string_append (waits, _("Another outcome than the rules give needs a counted majority of "
                              "each kind. "));
  if (is_other && *because == '\0')
    g_string_append (waits, _("Another outcome than the rules give needs a reason. "));
  gtk_widget_set_visible (self->votes, by_majority);
  gtk_widget_set_visible (self->because_part, by_majority || is_other);
  comark_label_show (self->waits, may ? waits->str : NULL);
  comark_label_show (self->decide_why, why);
  gtk_widget_set_sensitive (GTK_WIDGET (self->decide_button), may && waits->len == 0);
  g_string_free (waits, TRUE);
}

static void
on_changed_cb (ComarkDecideSection *self)
{
  if (!self->is_filling && self->dossier != NULL)
    update (self);
}

/* ---- filling ---- */

static void
fill_outcomes (ComarkDecideSection *self, ComarkDossier *dossier)
{
  const GPtrArray *outcomes = comark_framework_get_outcomes (dossier->framework);
  const ComarkOutcome *reached = comark_outcome_report_get_reached (dossier->outcome);
  guint selected = gtk_drop_down_get_selected (self->outcome);
  GListModel *shown = gtk_drop_down_get_model (self->outcome);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *first = g_strdup_printf (_("What the rules give: %s"), reached->name);

  /* A new list would close the one that is open in front of the person. */
  if (shown != NULL && g_list_model_get_n_items (shown) > 0
      && g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (shown), 0), first))
    return;
  gtk_string_list_append (names, first);
  for (guint i = 0; i < outcomes->len; i++)
    gtk_string_list_append (names, ((const ComarkOutcome *) g_ptr_array_index (outcomes, i))->name);
  gtk_drop_down_set_model (self->outcome, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->outcome,
                              selected != GTK_INVALID_LIST_POSITION ? selected : 0);
}

static void
fill_votes (GtkLabel *label, GtkSpinButton *spin, ComarkDossier *dossier, ComarkMemberKind kind,
            guint n)
{
  g_autofree char *group = comark_part_group_words (dossier->framework, kind);
  /* translators: a group of the panel, and how many of them can vote */
  g_autofree char *text = g_strdup_printf (_("%s for it, of %u who can vote"), group, n);

  gtk_label_set_label (label, text);
  comark_part_name (GTK_WIDGET (spin), text);
  gtk_spin_button_set_range (spin, 0, n);
}

void
comark_decide_section_set_dossier (ComarkDecideSection *self, ComarkDossier *dossier)
{
  ComarkQuorumReport *quorum = dossier->quorum;

  g_return_if_fail (COMARK_IS_DECIDE_SECTION (self));
  g_return_if_fail (dossier->outcome != NULL);

  self->is_filling = TRUE;
  g_set_object (&self->dossier, dossier);
  fill_outcomes (self, dossier);
  fill_votes (self->experts_label, self->experts_for, dossier, COMARK_KIND_EXPERT,
              quorum != NULL ? quorum->n_experts : 0);
  fill_votes (self->staff_label, self->staff_for, dossier, COMARK_KIND_STAFF,
              quorum != NULL ? quorum->n_staff : 0);
  gtk_widget_set_visible (self->form, comark_dossier_may (dossier, COMARK_ACTION_DECIDE, NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->dissent_button), comark_dissent_act_applies (dossier));
  comark_text_keeper_set (self->because_keeper, dossier, COMARK_SLOT_OUTCOME, "");
  comark_text_keeper_set (self->letter_keeper, dossier, COMARK_SLOT_LETTER, "");
  self->is_filling = FALSE;
  update (self);
}

void
comark_decide_section_flush (ComarkDecideSection *self)
{
  g_return_if_fail (COMARK_IS_DECIDE_SECTION (self));

  comark_text_keeper_flush (self->because_keeper);
  comark_text_keeper_flush (self->letter_keeper);
}

/* ---- the letter ---- */

static gpointer
draft_job (ComarkDesk *desk, gpointer data, GError **error)
{
  DecideJob *job = data;

  job->form.letter = NULL;
  return comark_desk_draft_letter (desk, job->ref, &job->form, error);
}

static gboolean
on_drafted_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  if (error == NULL)
    comark_part_set_text (COMARK_DECIDE_SECTION (widget)->letter, answer);
  return FALSE;
}

static void
write_letter (ComarkDecideSection *self)
{
  comark_act_read (GTK_WIDGET (self), &(ComarkAct) {
    .job = draft_job, .data = make_job (self), .data_destroy = decide_job_free,
    .answer_destroy = g_free, .trigger = GTK_WIDGET (self->letter_button), .done = on_drafted_cb,
  });
}

static void
on_rewrite_confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkDecideSection) self = user_data;

  if (comark_confirm_finish (result, NULL) && self->dossier != NULL)
    write_letter (self);
}

static void
on_letter_clicked_cb (ComarkDecideSection *self)
{
  g_autofree char *letter = comark_part_dup_text (self->letter);

  if (*letter == '\0')
    write_letter (self);
  else
    comark_confirm_async (comark_part_window (GTK_WIDGET (self)), _("Write the letter again?"),
                          _("What stands there now is replaced. Undo brings it back."),
                          _("Write again"), FALSE, on_rewrite_confirmed_cb, g_object_ref (self));
}

/* ---- deciding ---- */

static gpointer
decide_job (ComarkDesk *desk, gpointer data, GError **error)
{
  DecideJob *job = data;

  return comark_desk_decide (desk, job->ref, &job->form, error) ? COMARK_REGISTER_DONE : NULL;
}

static gboolean
on_decided_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  ComarkDecideSection *self = COMARK_DECIDE_SECTION (widget);

  if (error == NULL)
    {
      comark_text_keeper_recorded (self->because_keeper);
      comark_text_keeper_recorded (self->letter_keeper);
    }
  return FALSE;
}

static void
on_decide_confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkDecideSection) self = user_data;

  if (!comark_confirm_finish (result, NULL) || self->dossier == NULL)
    return;
  comark_decide_section_flush (self);
  comark_act_run (GTK_WIDGET (self), &(ComarkAct) {
    .job = decide_job, .data = make_job (self), .data_destroy = decide_job_free,
    .trigger = GTK_WIDGET (self->decide_button),
    .said = _("Decided. The days for second thoughts have begun."),
    .done = on_decided_cb,
  });
}

static void
on_decide_clicked_cb (ComarkDecideSection *self)
{
  const ComarkOutcome *outcome = other_outcome (self);
  g_autofree char *heading = NULL, *letter = comark_part_dup_text (self->letter);
  const char *body = *letter != '\0'
                       ? _("The meeting closes and the days for second thoughts begin. Until it is "
                           "sealed, a member can take it back to the meeting.")
                       : _("The meeting closes and the days for second thoughts begin. Until it is "
                           "sealed, a member can take it back to the meeting. The letter is "
                           "written from the record.");

  if (outcome == NULL)
    outcome = comark_outcome_report_get_reached (self->dossier->outcome);
  /* translators: the name of an outcome */
  heading = g_strdup_printf (_("Decide: %s?"), outcome->name);
  comark_confirm_async (comark_part_window (GTK_WIDGET (self)), heading, body, _("Decide"), FALSE,
                        on_decide_confirmed_cb, g_object_ref (self));
}

static void
on_dissent_clicked_cb (ComarkDecideSection *self)
{
  comark_dissent_act_ask (GTK_WIDGET (self), self->dossier, NULL);
}

/* ---- class ---- */

static void
comark_decide_section_dispose (GObject *object)
{
  ComarkDecideSection *self = COMARK_DECIDE_SECTION (object);

  self->is_filling = TRUE;
  g_clear_pointer (&self->because_keeper, comark_text_keeper_free);
  g_clear_pointer (&self->letter_keeper, comark_text_keeper_free);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_DECIDE_SECTION);
  g_clear_object (&self->dossier);
  G_OBJECT_CLASS (comark_decide_section_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ComarkDecideSection, waits);
  gtk_widget_class_bind_template_child (widget_class, ComarkDecideSection, form);
  gtk_widget_class_bind_template_child (widget_class, ComarkDecideSection, consensus);
  gtk_widget_class_bind_template_child (widget_class, ComarkDecideSection, majority);
  gtk_widget_class_bind_template_child (widget_class, ComarkDecideSection, votes);
  gtk_widget_class_bind_template_child (widget_class, ComarkDecideSection, experts_label);
  gtk_widget_class_bind_template_child (widget_class, ComarkDecideSection, experts_for);
  gtk_widget_class_bind_template_child (widget_class, ComarkDecideSection, staff_label);
  gtk_widget_class_bind_template_child (widget_class, ComarkDecideSection, staff_for);
  gtk_widget_class_bind_template_child (widget_class, ComarkDecideSection, outcome);
  gtk_widget_class_bind_template_child (widget_class, ComarkDecideSection, because_part);
  gtk_widget_class_bind_template_child (widget_class, ComarkDecideSection, because);
  gtk_widget_class_bind_template_child (widget_class, ComarkDecideSection, letter);
  gtk_widget_class_bind_template_child (widget_class, ComarkDecideSection, letter_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkDecideSection, dissent_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkDecideSection, decide_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkDecideSection, decide_why);
}

static void
comark_decide_section_class_init (ComarkDecideSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_decide_section_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-decide-section.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_letter_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_dissent_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_decide_clicked_cb);
}

static void
comark_decide_section_init (ComarkDecideSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->because_keeper = comark_text_keeper_new (self->because);
  self->letter_keeper = comark_text_keeper_new (self->letter);
  comark_accessible_name_drop_down (self->outcome, _("Outcome"));
}
