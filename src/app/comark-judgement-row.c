/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-judgement-row.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-desk-panel.h"
#include "comark-label.h"
#include "comark-part.h"

struct _ComarkJudgementRow
{
  AdwBin parent_instance;

  /* template children */
  GtkLabel *question;
  GtkLabel *answer;
  GtkWidget *form;
  GtkCheckButton *yes;
  GtkCheckButton *no;
  GtkTextView *because;
  GtkButton *record_button;

  /* owned */
  char *ref;
  char *id; /* of the question */

  gboolean is_dirty;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (ComarkJudgementRow, comark_judgement_row, ADW_TYPE_BIN)

static ComarkJudgement *
judgement_of (ComarkDossier *dossier, const char *question)
{
  for (guint i = 0; i < dossier->judgements->len; i++)
    {
      ComarkJudgement *one = g_ptr_array_index (dossier->judgements, i);
      if (g_str_equal (one->question, question))
        return one;
    }
  return NULL;
}

static void
update_button (ComarkJudgementRow *self)
{
  g_autofree char *because = comark_part_dup_text (self->because);
  gboolean is_chosen
    = gtk_check_button_get_active (self->yes) || gtk_check_button_get_active (self->no);

  gtk_widget_set_sensitive (GTK_WIDGET (self->record_button), is_chosen && *because != '\0');
}

static void
on_changed_cb (ComarkJudgementRow *self)
{
  if (self->is_filling)
    return;
  self->is_dirty = TRUE;
  update_button (self);
}

static void
show_stored (ComarkJudgementRow *self, ComarkJudgement *judgement)
{
  self->is_filling = TRUE;
  gtk_check_button_set_active (self->yes, judgement != NULL && judgement->yes);
  gtk_check_button_set_active (self->no, judgement != NULL && !judgement->yes);
  comark_part_set_text (self->because, judgement != NULL ? judgement->because : "");
  self->is_filling = FALSE;
}

void
comark_judgement_row_set (ComarkJudgementRow *self, ComarkDossier *dossier,
                          const ComarkQuestion *question)
{
  ComarkJudgement *judgement = judgement_of (dossier, question->id);
  g_autofree char *answer = NULL;
  /* translators: a button's name: a question to the panel follows */
  g_autofree char *record_name = g_strdup_printf (_("Record the answer to: %s"), question->text);

  g_return_if_fail (COMARK_IS_JUDGEMENT_ROW (self));

  g_free (self->ref);
  self->ref = g_strdup (dossier->submission->ref);
  g_free (self->id);
  self->id = g_strdup (question->id);
  gtk_label_set_label (self->question, question->text);
  comark_part_name (GTK_WIDGET (self->because), question->text);
  comark_part_name (GTK_WIDGET (self->record_button), record_name);
  if (judgement != NULL)
    answer = g_strdup_printf (judgement->yes ? _("The panel says yes: %s")
                                             : _("The panel says no: %s"), judgement->because);
  comark_label_show (self->answer, answer ? answer : _("Not answered yet."));
  if (!self->is_dirty)
    show_stored (self, judgement);
  gtk_widget_set_visible (self->form,
                          comark_dossier_may (dossier, COMARK_ACTION_ANSWER_JUDGEMENT, NULL));
  update_button (self);
}

gboolean
comark_judgement_row_is_dirty (ComarkJudgementRow *self)
{
  return self->is_dirty;
}

/* ---- recording ---- */

typedef struct
{
  char *ref;
  char *question;
  gboolean yes;
  char *because;
} Judge;

static void
judge_free (gpointer data)
{
  Judge *judge = data;

  g_free (judge->ref);
  g_free (judge->question);
  g_free (judge->because);
  g_free (judge);
}

static gpointer
judge_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Judge *judge = data;

  return comark_desk_judge (desk, judge->ref, judge->question, judge->yes, judge->because, error)
           ? COMARK_REGISTER_DONE : NULL;
}

static gboolean
on_recorded_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  if (error == NULL)
    COMARK_JUDGEMENT_ROW (widget)->is_dirty = FALSE;
  return FALSE;
}

static void
on_record_clicked_cb (ComarkJudgementRow *self)
{
  Judge *judge = g_new0 (Judge, 1);

  judge->ref = g_strdup (self->ref);
  judge->question = g_strdup (self->id);
  judge->yes = gtk_check_button_get_active (self->yes);
  judge->because = comark_part_dup_text (self->because);
  comark_act_run (GTK_WIDGET (self), &(ComarkAct) {
    .job = judge_job, .data = judge, .data_destroy = judge_free,
    .trigger = GTK_WIDGET (self->record_button), .said = _("The answer is recorded."),
    .done = on_recorded_cb,
  });
}

/* ---- class ---- */

static void
comark_judgement_row_dispose (GObject *object)
{
  ComarkJudgementRow *self = COMARK_JUDGEMENT_ROW (object);

  self->is_filling = TRUE;
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_JUDGEMENT_ROW);
  g_clear_pointer (&self->ref, g_free);
  g_clear_pointer (&self->id, g_free);
  G_OBJECT_CLASS (comark_judgement_row_parent_class)->dispose (object);
}

static void
comark_judgement_row_class_init (ComarkJudgementRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_judgement_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-judgement-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkJudgementRow, question);
  gtk_widget_class_bind_template_child (widget_class, ComarkJudgementRow, answer);
  gtk_widget_class_bind_template_child (widget_class, ComarkJudgementRow, form);
  gtk_widget_class_bind_template_child (widget_class, ComarkJudgementRow, yes);
  gtk_widget_class_bind_template_child (widget_class, ComarkJudgementRow, no);
  gtk_widget_class_bind_template_child (widget_class, ComarkJudgementRow, because);
  gtk_widget_class_bind_template_child (widget_class, ComarkJudgementRow, record_button);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_record_clicked_cb);
}

static void
comark_judgement_row_init (ComarkJudgementRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
comark_judgement_row_new (void)
{
  return g_object_new (COMARK_TYPE_JUDGEMENT_ROW, NULL);
}
