/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-ask-section.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-clear.h"
#include "comark-desk-questions.h"
#include "comark-label.h"
#include "comark-question-words.h"

struct _ComarkAskSection
{
  AdwBin parent_instance;

  /* template children */
  GtkBox *asked;
  GtkButton *ask_button;
  GtkWidget *writing;
  GtkBox *editors;
  GtkButton *hand_button;
  GtkWidget *own;
  GtkLabel *own_words;
  GtkLabel *own_state;
  GtkButton *back_button;
  GtkButton *noted_button;

  /* owned */
  ComarkDossier *dossier;
  char *criterion;
  GHashTable *by_criterion; /* criterion → ComarkWordsEditor, borrowed from the box */

  gboolean is_open; /* the person wants to write, and nothing is kept yet */
};

G_DEFINE_FINAL_TYPE (ComarkAskSection, comark_ask_section, ADW_TYPE_BIN)

/* ---- the member's own ---- */

static ComarkOwnerQuestion *
own_question (ComarkAskSection *self)
{
  return comark_dossier_own_question (self->dossier, self->criterion);
}

static gboolean
may_ask (ComarkAskSection *self)
{
  return comark_dossier_may (self->dossier, COMARK_ACTION_ASK_OWNER, NULL);
}

static gboolean
is_draft (ComarkOwnerQuestion *own)
{
  return own != NULL && own->state == COMARK_QUESTION_DRAFT;
}

static void
follow_words (ComarkAskSection *self)
{
  ComarkWordsEditor *editor = g_hash_table_lookup (self->by_criterion, self->criterion);

  gtk_widget_set_sensitive (GTK_WIDGET (self->hand_button),
                            editor != NULL && !comark_words_editor_is_blank (editor));
}

static ComarkWordsEditor *
editor_of (ComarkAskSection *self)
{
  GtkWidget *editor = g_hash_table_lookup (self->by_criterion, self->criterion);
  g_autofree char *label = NULL;

  if (editor != NULL)
    return COMARK_WORDS_EDITOR (editor);
  /* translators: a criterion's id */
  label = g_strdup_printf (_("Your question to the owner about %s"), self->criterion);
  editor = comark_words_editor_new (&comark_question_own_kind, self->dossier, self->criterion,
                                    label);
  g_signal_connect_object (editor, "changed", G_CALLBACK (follow_words), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->editors, editor);
  g_hash_table_insert (self->by_criterion, g_strdup (self->criterion), editor);
  return COMARK_WORDS_EDITOR (editor);
}

static void
show_editors (ComarkAskSection *self, gboolean is_writing)
{
  GHashTableIter iter;
  gpointer criterion, editor;

  if (is_writing)
    comark_words_editor_set_dossier (editor_of (self), self->dossier);
  g_hash_table_iter_init (&iter, self->by_criterion);
  while (g_hash_table_iter_next (&iter, &criterion, &editor))
    gtk_widget_set_visible (editor, g_str_equal (criterion, self->criterion));
  gtk_widget_set_visible (self->writing, is_writing);
  follow_words (self);
}

static const char *
state_words (ComarkOwnerQuestion *own)
{
  if (own->state == COMARK_QUESTION_ASKED)
    return _("Your question is with the co-chairs. They send the questions of all members to the "
             "owner together, without names.");
  if (own->state == COMARK_QUESTION_DRAFT)
    return _("This was not asked while questions were gathered. You can bring it to the meeting.");
  return NULL;
}

static void
fill_own (ComarkAskSection *self, ComarkOwnerQuestion *own)
{
  gboolean left_out = own != NULL && own->state == COMARK_QUESTION_LEFT_OUT;
  g_autofree char *because = NULL;

  gtk_widget_set_visible (self->own, own != NULL);
  if (own == NULL)
    return;
  if (left_out)
    because = g_strdup_printf (_("The co-chairs have not sent your question on. They say: “%s” "
                                 "Nobody else knows that it was yours."),
                               own->because);
  gtk_label_set_label (self->own_words, own->words);
  comark_label_show (self->own_state, left_out ? because : state_words (own));
  gtk_widget_set_visible (GTK_WIDGET (self->noted_button), left_out && !own->noted);
  gtk_widget_set_visible (GTK_WIDGET (self->back_button),
                          own->state != COMARK_QUESTION_DRAFT && may_ask (self));
}

/* ---- what was sent ---- */

static GtkWidget *
asked_row (ComarkAskSection *self, ComarkOwnerQuestion *question)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *outcome = comark_question_outcome (self->dossier, question);
  gboolean answered = question->state == COMARK_QUESTION_ANSWERED;

  gtk_widget_add_css_class (row, "comark-quote");
  gtk_box_append (GTK_BOX (row), comark_label_new (question->own ? _("You asked the owner")
                                                                 : _("The panel asked the owner"),
                                                   "heading"));
  gtk_box_append (GTK_BOX (row), comark_label_new (question->wording, NULL));
  if (answered)
    gtk_box_append (GTK_BOX (row), comark_label_new (_("The owner answers"), "heading"));
  gtk_box_append (GTK_BOX (row), comark_label_new (outcome, NULL));
  return row;
}

static gboolean
was_sent (ComarkOwnerQuestion *question)
{
  return question->state == COMARK_QUESTION_SENT || question->state == COMARK_QUESTION_ANSWERED;
}

static void
fill_asked (ComarkAskSection *self)
{
  g_autoptr (GPtrArray) questions = comark_dossier_questions_on (self->dossier, self->criterion);
  guint n = 0;

  comark_clear_box (self->asked);
  for (guint i = 0; i < questions->len; i++)
    if (was_sent (g_ptr_array_index (questions, i)))
      {
        gtk_box_append (self->asked, asked_row (self, g_ptr_array_index (questions, i)));
        n++;
      }
  gtk_widget_set_visible (GTK_WIDGET (self->asked), n > 0);
}

static void
fill (ComarkAskSection *self)
{
  ComarkOwnerQuestion *own = own_question (self);
  gboolean is_writing = may_ask (self) && (is_draft (own) || (own == NULL && self->is_open));

  /* Taking all words out again is no reason to take the field away. */
  self->is_open |= is_writing;
  fill_asked (self);
  show_editors (self, is_writing);
  fill_own (self, is_writing || (own != NULL && was_sent (own)) ? NULL : own);
  gtk_widget_set_visible (GTK_WIDGET (self->ask_button),
                          may_ask (self) && own == NULL && !is_writing);
}

void
comark_ask_section_set_criterion (ComarkAskSection *self, ComarkDossier *dossier,
                                  const char *criterion)
{
  g_return_if_fail (COMARK_IS_ASK_SECTION (self));

  if (g_strcmp0 (self->criterion, criterion) != 0)
    {
      comark_ask_section_flush (self);
      g_free (self->criterion);
      self->criterion = g_strdup (criterion);
      self->is_open = FALSE;
    }
  comark_ask_section_set_dossier (self, dossier);
}

void
comark_ask_section_set_dossier (ComarkAskSection *self, ComarkDossier *dossier)
{
  g_return_if_fail (COMARK_IS_ASK_SECTION (self));

  g_set_object (&self->dossier, dossier);
  if (self->criterion != NULL)
    fill (self);
}

void
comark_ask_section_flush (ComarkAskSection *self)
{
  GHashTableIter iter;
  gpointer editor;

  g_return_if_fail (COMARK_IS_ASK_SECTION (self));

  g_hash_table_iter_init (&iter, self->by_criterion);
  while (g_hash_table_iter_next (&iter, NULL, &editor))
    comark_words_editor_flush (editor);
}

/* ---- what the member does ---- */

typedef gboolean (*QuestionAct) (ComarkDesk *desk, const char *ref, const char *criterion,
                                 GError **error);

typedef struct
{
  char *ref;
  char *criterion;
  QuestionAct act;
} Doing;

static void
doing_free (gpointer data)
{
  Doing *doing = data;

  g_free (doing->ref);
  g_free (doing->criterion);
  g_free (doing);
}

static gpointer
act_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Doing *doing = data;

  return doing->act (desk, doing->ref, doing->criterion, error) ? COMARK_REGISTER_DONE : NULL;
}

static void
run (ComarkAskSection *self, QuestionAct act, GtkButton *button, const char *said)
{
  Doing *doing = g_new0 (Doing, 1);

  doing->ref = g_strdup (self->dossier->submission->ref);
  doing->criterion = g_strdup (self->criterion);
  doing->act = act;
  comark_act_run (GTK_WIDGET (self), &(ComarkAct) {
    .job = act_job, .data = doing, .data_destroy = doing_free, .trigger = GTK_WIDGET (button),
    .said = said,
  });
}

static void
on_ask_clicked_cb (ComarkAskSection *self)
{
  self->is_open = TRUE;
  fill (self);
  gtk_widget_grab_focus (GTK_WIDGET (editor_of (self)));
}

static void
on_hand_clicked_cb (ComarkAskSection *self)
{
  comark_ask_section_flush (self);
  self->is_open = FALSE;
  run (self, comark_desk_ask_question, self->hand_button,
       _("Your question is with the co-chairs."));
}

static void
on_back_clicked_cb (ComarkAskSection *self)
{
  run (self, comark_desk_take_back_question, self->back_button,
       _("You have your question back. Nobody is asked now."));
}

static void
on_noted_clicked_cb (ComarkAskSection *self)
{
  run (self, comark_desk_note_question, self->noted_button, NULL);
}

/* ---- class ---- */

static void
comark_ask_section_dispose (GObject *object)
{
  ComarkAskSection *self = COMARK_ASK_SECTION (object);

  g_clear_pointer (&self->by_criterion, g_hash_table_unref);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_ASK_SECTION);
  g_clear_object (&self->dossier);
  g_clear_pointer (&self->criterion, g_free);
  G_OBJECT_CLASS (comark_ask_section_parent_class)->dispose (object);
}

static void
comark_ask_section_class_init (ComarkAskSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_ask_section_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-ask-section.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkAskSection, asked);
  gtk_widget_class_bind_template_child (widget_class, ComarkAskSection, ask_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkAskSection, writing);
  gtk_widget_class_bind_template_child (widget_class, ComarkAskSection, editors);
  gtk_widget_class_bind_template_child (widget_class, ComarkAskSection, hand_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkAskSection, own);
  gtk_widget_class_bind_template_child (widget_class, ComarkAskSection, own_words);
  gtk_widget_class_bind_template_child (widget_class, ComarkAskSection, own_state);
  gtk_widget_class_bind_template_child (widget_class, ComarkAskSection, back_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkAskSection, noted_button);
  gtk_widget_class_bind_template_callback (widget_class, on_ask_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_hand_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_noted_clicked_cb);
}

static void
comark_ask_section_init (ComarkAskSection *self)
{
  self->by_criterion = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}
