/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-question-card.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-clear.h"
#include "comark-compat.h"
#include "comark-desk-questions.h"
#include "comark-evidence-dialog.h"
#include "comark-label.h"
#include "comark-part.h"
#include "comark-question-words.h"

/* What the viewer does with it. */
typedef enum
{
  READING,
  GATHERING, /* a co-chair, before it is sent */
  LEFT_OUT,  /* the same, of one that is not */
  ANSWERING, /* the owner */
} Doing;

struct _ComarkQuestionCard
{
  AdwBin parent_instance;

  /* borrowed from the child */
  GtkBox *box;
  GtkLabel *words;
  GtkLabel *outcome;
  GtkWidget *editor; /* NULL where there is nothing to write */
  GtkBox *evidence;  /* NULL but for the owner */
  GtkWidget *button; /* NULL for a reader */

  /* owned */
  ComarkDossier *dossier;

  ComarkId id;
  Doing doing;
};

G_DEFINE_FINAL_TYPE (ComarkQuestionCard, comark_question_card, ADW_TYPE_BIN)

static Doing
doing_of (ComarkDossier *dossier, ComarkOwnerQuestion *question)
{
  gboolean gathers = comark_dossier_may (dossier, COMARK_ACTION_SEND_QUESTIONS, NULL);

  if (question->state == COMARK_QUESTION_ASKED && gathers)
    return GATHERING;
  if (question->state == COMARK_QUESTION_LEFT_OUT && gathers)
    return LEFT_OUT;
  if (question->state == COMARK_QUESTION_SENT
      && comark_dossier_may (dossier, COMARK_ACTION_ANSWER, NULL))
    return ANSWERING;
  return READING;
}

/* ---- acts ---- */

typedef struct
{
  char *ref;
  ComarkId id;
  char *because; /* NULL: put it back */
} Decide;

static void
decide_free (gpointer data)
{
  Decide *decide = data;

  g_free (decide->ref);
  g_free (decide->because);
  g_free (decide);
}

static gpointer
decide_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Decide *decide = data;
  gboolean done = decide->because != NULL
                    ? comark_desk_leave_out_question (desk, decide->ref, &decide->id,
                                                      decide->because, error)
                    : comark_desk_put_back_question (desk, decide->ref, &decide->id, error);

  return done ? COMARK_REGISTER_DONE : NULL;
}

static void
run (ComarkQuestionCard *self, const char *because, const char *said)
{
  Decide *decide = g_new0 (Decide, 1);

  decide->ref = g_strdup (self->dossier->submission->ref);
  decide->id = self->id;
  decide->because = g_strdup (because);
  comark_act_run (GTK_WIDGET (self), &(ComarkAct) {
    .job = decide_job, .data = decide, .data_destroy = decide_free, .trigger = self->button,
    .said = said,
  });
}

static void
on_reason_given_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkQuestionCard) self = user_data;
  g_autofree char *because = comark_ask_reason_finish (result, NULL);

  if (because != NULL && self->dossier != NULL)
    run (self, because, _("It is not sent on. Its author reads why."));
}

static void
on_leave_out_clicked_cb (ComarkQuestionCard *self)
{
  comark_question_card_flush (self);
  comark_ask_reason_async (comark_part_window (GTK_WIDGET (self)), _("Leave this question out?"),
                           _("The owner does not get it. Whoever asked reads your reason, and "
                             "nobody else does."),
                           _("What the member will read"), _("Leave it out"), on_reason_given_cb,
                           g_object_ref (self));
}

static void
on_put_back_clicked_cb (ComarkQuestionCard *self)
{
  run (self, NULL, NULL);
}

static void
on_evidence_clicked_cb (ComarkQuestionCard *self)
{
  ComarkOwnerQuestion *question = comark_dossier_question (self->dossier, &self->id);

  comark_question_card_flush (self);
  if (question != NULL)
    comark_evidence_dialog_present (GTK_WIDGET (self), self->dossier, NULL, question->criterion);
}

/* ---- building ---- */

static GtkLabel *
add_label (ComarkQuestionCard *self, const char *text, const char *css_class)
{
  GtkWidget *label = comark_label_new (text, css_class);

  gtk_box_append (self->box, label);
  return GTK_LABEL (label);
}

static void
add_heading (ComarkQuestionCard *self, ComarkDossier *dossier, ComarkOwnerQuestion *question)
{
  const ComarkCriterion *criterion
    = comark_framework_criterion (dossier->framework, question->criterion);
  g_autofree char *text = g_strdup_printf ("%s  %s", question->criterion,
                                           criterion != NULL ? criterion->title : "");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
  gtk_widget_add_css_class (GTK_WIDGET (add_label (self, text, "heading")), "comark-accent");
}

static void
add_editor (ComarkQuestionCard *self, ComarkDossier *dossier, const ComarkWordsKind *kind,
            const char *caption, const char *name)
{
  g_autofree char *key = comark_id_to_string (&self->id);

  add_label (self, caption, "heading");
  self->editor = comark_words_editor_new (kind, dossier, key, name);
  gtk_box_append (self->box, self->editor);
}

static void
add_button (ComarkQuestionCard *self, const char *label, const char *name, GCallback callback)
{
  self->button = gtk_button_new_with_label (label);
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  comark_part_name (self->button, name);
  g_signal_connect_object (self->button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, self->button);
}

static void
build_gathering (ComarkQuestionCard *self, ComarkDossier *dossier, ComarkOwnerQuestion *question)
{
  /* translators: a criterion's id */
  g_autofree char *name = g_strdup_printf (_("The question on %s, as the owner will read it"),
                                           question->criterion);
  g_autofree char *out = g_strdup_printf (_("Leave out the question on %s"), question->criterion);

  add_label (self, _("As it was asked"), "heading");
  self->words = add_label (self, NULL, "comark-quote");
  add_editor (self, dossier, &comark_question_wording_kind, _("As the owner will read it"), name);
  add_button (self, _("Leave it out…"), out, G_CALLBACK (on_leave_out_clicked_cb));
}

static void
build_left_out (ComarkQuestionCard *self, ComarkOwnerQuestion *question)
{
  g_autofree char *name = g_strdup_printf (_("Put back the question on %s"), question->criterion);

  self->words = add_label (self, NULL, NULL);
  self->outcome = add_label (self, NULL, "comark-banner");
  add_button (self, _("Put it back"), name, G_CALLBACK (on_put_back_clicked_cb));
}

static void
build_answering (ComarkQuestionCard *self, ComarkDossier *dossier, ComarkOwnerQuestion *question)
{
  g_autofree char *name = g_strdup_printf (_("Your answer about %s: %s"), question->criterion,
                                           question->wording);
  g_autofree char *add = g_strdup_printf (_("Add evidence for %s"), question->criterion);

  self->words = add_label (self, NULL, "comark-next-sentence");
  add_editor (self, dossier, &comark_question_answer_kind, _("Your answer"), name);
  self->evidence = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  gtk_box_append (self->box, GTK_WIDGET (self->evidence));
  add_button (self, _("Add evidence…"), add, G_CALLBACK (on_evidence_clicked_cb));
}

static void
build (ComarkQuestionCard *self, ComarkDossier *dossier, ComarkOwnerQuestion *question)
{
  add_heading (self, dossier, question);
  switch (self->doing)
    {
    case GATHERING:
      build_gathering (self, dossier, question);
      break;
    case LEFT_OUT:
      build_left_out (self, question);
      break;
    case ANSWERING:
      build_answering (self, dossier, question);
      break;
    case READING:
    default:
      self->words = add_label (self, NULL, "comark-next-sentence");
      self->outcome = add_label (self, NULL, NULL);
    }
}

/* ---- showing ---- */

static char *
outcome_of (ComarkDossier *dossier, ComarkOwnerQuestion *question)
{
  switch (question->state)
    {
    case COMARK_QUESTION_LEFT_OUT:
      /* translators: why a question was left out */
      return g_strdup_printf (_("Not sent on, because: %s"), question->because);
    case COMARK_QUESTION_DRAFT:
      return g_strdup (_("Only you see this. It was not given to the co-chairs yet."));
    case COMARK_QUESTION_ASKED:
      return g_strdup (_("This question of yours is with the co-chairs."));
    case COMARK_QUESTION_SENT:
    case COMARK_QUESTION_ANSWERED:
    default:
      return comark_question_outcome (dossier, question);
    }
}

static void
fill_evidence (ComarkQuestionCard *self, ComarkDossier *dossier, const char *criterion)
{
  g_autoptr (GPtrArray) items = comark_dossier_evidence_for (dossier, criterion);

  comark_clear_box (self->evidence);
  gtk_widget_set_visible (GTK_WIDGET (self->evidence), items->len > 0);
  if (items->len > 0)
    gtk_box_append (self->evidence, comark_label_new (_("Evidence that the panel has for this"),
                                                      "heading"));
  for (guint i = 0; i < items->len; i++)
    gtk_box_append (self->evidence,
                    comark_label_new (((ComarkEvidence *) items->pdata[i])->title, NULL));
}

void
comark_question_card_set_dossier (ComarkQuestionCard *self, ComarkDossier *dossier,
                                  ComarkOwnerQuestion *question)
{
  gboolean raw = self->doing == GATHERING || self->doing == LEFT_OUT;

  g_return_if_fail (COMARK_IS_QUESTION_CARD (self));

  g_set_object (&self->dossier, dossier);
  gtk_label_set_label (self->words, raw ? question->words : comark_question_shown (question));
  if (self->outcome != NULL)
    {
      g_autofree char *outcome = outcome_of (dossier, question);
      gtk_label_set_label (self->outcome, outcome);
    }
  if (self->editor != NULL)
    comark_words_editor_set_dossier (COMARK_WORDS_EDITOR (self->editor), dossier);
  if (self->evidence != NULL)
    fill_evidence (self, dossier, question->criterion);
}

gboolean
comark_question_card_is_for (ComarkQuestionCard *self, ComarkDossier *dossier,
                             ComarkOwnerQuestion *question)
{
  return comark_id_equal (&self->id, &question->id)
         && self->doing == doing_of (dossier, question);
}

void
comark_question_card_flush (ComarkQuestionCard *self)
{
  g_return_if_fail (COMARK_IS_QUESTION_CARD (self));

  if (self->editor != NULL)
    comark_words_editor_flush (COMARK_WORDS_EDITOR (self->editor));
}

/* ---- class ---- */

static gboolean
comark_question_card_grab_focus (GtkWidget *widget)
{
  ComarkQuestionCard *self = COMARK_QUESTION_CARD (widget);

  return self->editor != NULL && gtk_widget_grab_focus (self->editor);
}

static void
comark_question_card_dispose (GObject *object)
{
  g_clear_object (&COMARK_QUESTION_CARD (object)->dossier);
  G_OBJECT_CLASS (comark_question_card_parent_class)->dispose (object);
}

static void
comark_question_card_class_init (ComarkQuestionCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = comark_question_card_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = comark_question_card_grab_focus;
}

static void
comark_question_card_init (ComarkQuestionCard *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "comark-part");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

GtkWidget *
comark_question_card_new (ComarkDossier *dossier, ComarkOwnerQuestion *question)
{
  ComarkQuestionCard *self = g_object_new (COMARK_TYPE_QUESTION_CARD, NULL);

  self->id = question->id;
  self->doing = doing_of (dossier, question);
  build (self, dossier, question);
  comark_question_card_set_dossier (self, dossier, question);
  return GTK_WIDGET (self);
}
