/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-questions-page.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-clock.h"
#include "comark-compat.h"
#include "comark-desk-questions.h"
#include "comark-label.h"
#include "comark-part.h"
#include "comark-question-card.h"

struct _ComarkQuestionsPage
{
  ComarkSubmissionTab parent_instance;

  /* template children */
  GtkLabel *intro;
  GtkBox *cards;
  GtkButton *send_button;
  GtkButton *answer_button;
};

G_DEFINE_FINAL_TYPE (ComarkQuestionsPage, comark_questions_page, COMARK_TYPE_SUBMISSION_TAB)

gboolean
comark_questions_page_applies (ComarkDossier *dossier)
{
  return dossier->questions->len > 0;
}

static ComarkDossier *
dossier_of (ComarkQuestionsPage *self)
{
  return comark_submission_tab_get_dossier (COMARK_SUBMISSION_TAB (self));
}

static guint
count (ComarkDossier *dossier, ComarkQuestionState state)
{
  guint n = 0;

  for (guint i = 0; i < dossier->questions->len; i++)
    n += ((ComarkOwnerQuestion *) g_ptr_array_index (dossier->questions, i))->state == state;
  return n;
}

static void
flush (ComarkQuestionsPage *self)
{
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards));

  for (; card != NULL; card = gtk_widget_get_next_sibling (card))
    comark_question_card_flush (COMARK_QUESTION_CARD (card));
}

/* ---- sending ---- */

static void
on_send_confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkQuestionsPage) self = user_data;

  if (comark_confirm_finish (result, NULL))
    comark_act_run_ref (GTK_WIDGET (self), GTK_WIDGET (self->send_button),
                        comark_desk_send_questions,
                        comark_submission_tab_get_ref (COMARK_SUBMISSION_TAB (self)),
                        _("The questions are with the owner."));
}

static void
on_send_clicked_cb (ComarkQuestionsPage *self)
{
  guint n = count (dossier_of (self), COMARK_QUESTION_ASKED);
  g_autofree char *heading
    = g_strdup_printf (g_dngettext (NULL, "Send %u question to the owner?",
                                    "Send %u questions to the owner?", n), n);

  flush (self);
  comark_confirm_async (
    comark_part_window (GTK_WIDGET (self)), heading,
    _("The owner, the contributors and the panel read the words that stand on this page, without "
      "a name. There is one round: what is asked later waits for the meeting. The owner has 20 "
      "working days, and the days to rate by move on by the time that it takes."),
    _("Send"), FALSE, on_send_confirmed_cb, g_object_ref (self));
}

static void
on_answer_confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkQuestionsPage) self = user_data;

  if (comark_confirm_finish (result, NULL))
    comark_act_run_ref (GTK_WIDGET (self), GTK_WIDGET (self->answer_button),
                        comark_desk_send_answers,
                        comark_submission_tab_get_ref (COMARK_SUBMISSION_TAB (self)),
                        _("Your answers are with the panel. Thank you."));
}

static void
on_answer_clicked_cb (ComarkQuestionsPage *self)
{
  flush (self);
  comark_confirm_async (comark_part_window (GTK_WIDGET (self)), _("Send the answers?"),
                        _("The panel reads them beside its criteria, with any evidence that you "
                          "have added. They do not change after that, and the review goes on."),
                        _("Send the answers"), FALSE, on_answer_confirmed_cb,
                        g_object_ref (self));
}

/* ---- showing ---- */

static char *
answer_intro (ComarkDossier *dossier)
{
  g_autofree char *due = comark_day_to_words (dossier->asking->due_day);

  /* translators: %s is a day */
  return g_strdup_printf (
    _("The panel would like to understand these points before it goes on. Please answer each, by "
      "%s. A few plain words are enough, and “we do not know” is an answer. You can add evidence."),
    due);
}

static char *
intro_of (ComarkDossier *dossier)
{
  ComarkAsking *asking = dossier->asking;
  gboolean open = asking != NULL && asking->ended_at == 0
                  && dossier->submission->state == COMARK_STATE_CLARIFYING;

  if (comark_dossier_may (dossier, COMARK_ACTION_SEND_QUESTIONS, NULL))
    return g_strdup (_("These questions come from members of the panel, without their names. Put "
                       "them in words that are plain and kind, leave out what need not be asked, "
                       "and send the rest to the owner together, once."));
  if (open && comark_dossier_may (dossier, COMARK_ACTION_ANSWER, NULL))
    return answer_intro (dossier);
  if (open)
    return g_strdup (_("The owner has been asked. You can go on reading and rating; the day to "
                       "rate by moves on by the time that the answer takes."));
  if (asking != NULL && asking->answered)
    return g_strdup (_("What the panel asked the owner, and the answers."));
  if (asking != NULL)
    return g_strdup (_("What the panel asked the owner. No answer came in 20 working days, so the "
                       "review went on. A co-chair can still bring the answer to the meeting."));
  return g_strdup (_("Your questions to the owner. The co-chairs send the questions of all members "
                     "together, once, and without names."));
}

static int
position_of (ComarkDossier *dossier, ComarkOwnerQuestion *question)
{
  for (guint i = 0; i < dossier->criteria->len; i++)
    if (g_str_equal (((const ComarkCriterion *) dossier->criteria->pdata[i])->id,
                     question->criterion))
      return (int) i;
  return G_MAXINT;
}

static gint
compare (gconstpointer a, gconstpointer b, gpointer dossier)
{
  ComarkOwnerQuestion *one = *(ComarkOwnerQuestion *const *) a;
  ComarkOwnerQuestion *other = *(ComarkOwnerQuestion *const *) b;
  int by_place = position_of (dossier, one) - position_of (dossier, other);

  return by_place != 0 ? by_place : memcmp (&one->id, &other->id, sizeof one->id);
}

static GtkWidget *
find_card (ComarkQuestionsPage *self, ComarkDossier *dossier, ComarkOwnerQuestion *question)
{
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards));

  while (card != NULL
         && !comark_question_card_is_for (COMARK_QUESTION_CARD (card), dossier, question))
    card = gtk_widget_get_next_sibling (card);
  return card;
}

/* A card in which somebody writes stays where it is, whatever comes beside it. */
static void
fill_cards (ComarkQuestionsPage *self, ComarkDossier *dossier)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (dossier->questions, NULL, NULL);
  GtkWidget *before = NULL, *rest;

  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort_with_data (sorted, compare, dossier);
  for (guint i = 0; i < sorted->len; i++)
    {
      ComarkOwnerQuestion *question = g_ptr_array_index (sorted, i);
      GtkWidget *card = find_card (self, dossier, question);

      if (card == NULL)
        {
          card = comark_question_card_new (dossier, question);
          gtk_box_append (self->cards, card);
        }
      else
        comark_question_card_set_dossier (COMARK_QUESTION_CARD (card), dossier, question);
      if (gtk_widget_get_prev_sibling (card) != before)
        gtk_box_reorder_child_after (self->cards, card, before);
      before = card;
    }
  while ((rest = before != NULL ? gtk_widget_get_next_sibling (before)
                                : gtk_widget_get_first_child (GTK_WIDGET (self->cards)))
         != NULL)
    gtk_box_remove (self->cards, rest);
}

static void
comark_questions_page_fill (ComarkSubmissionTab *tab, ComarkDossier *dossier,
                            ComarkDossier *older)
{
  ComarkQuestionsPage *self = COMARK_QUESTIONS_PAGE (tab);
  g_autofree char *intro = intro_of (dossier);
  gboolean gathers = comark_dossier_may (dossier, COMARK_ACTION_SEND_QUESTIONS, NULL);

  gtk_label_set_label (self->intro, intro);
  fill_cards (self, dossier);
  gtk_widget_set_visible (GTK_WIDGET (self->send_button),
                          gathers && count (dossier, COMARK_QUESTION_ASKED) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->answer_button),
                          comark_dossier_may (dossier, COMARK_ACTION_ANSWER, NULL));
}

static void
comark_questions_page_flush (ComarkSubmissionTab *tab)
{
  flush (COMARK_QUESTIONS_PAGE (tab));
}

/* ---- class ---- */

static void
comark_questions_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), COMARK_TYPE_QUESTIONS_PAGE);
  G_OBJECT_CLASS (comark_questions_page_parent_class)->dispose (object);
}

static void
comark_questions_page_class_init (ComarkQuestionsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_questions_page_dispose;
  COMARK_SUBMISSION_TAB_CLASS (klass)->fill = comark_questions_page_fill;
  COMARK_SUBMISSION_TAB_CLASS (klass)->flush = comark_questions_page_flush;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-questions-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkQuestionsPage, intro);
  gtk_widget_class_bind_template_child (widget_class, ComarkQuestionsPage, cards);
  gtk_widget_class_bind_template_child (widget_class, ComarkQuestionsPage, send_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkQuestionsPage, answer_button);
  gtk_widget_class_bind_template_callback (widget_class, on_send_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_answer_clicked_cb);
}

static void
comark_questions_page_init (ComarkQuestionsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
