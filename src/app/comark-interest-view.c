/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-interest-view.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-content-view.h"
#include "comark-desk-panel.h"
#include "comark-desk-time.h"
#include "comark-interests.h"
#include "comark-label.h"
#include "comark-step-asks.h"

struct _ComarkInterestView
{
  AdwBin parent_instance;

  /* template children */
  GtkLabel *content;
  GtkLabel *question;
  GtkLabel *time;
  GtkBox *kinds;
  GtkEntry *note;
  GtkButton *answer_button;
  GtkButton *decline_button;

  /* owned */
  char *ref;

  ComarkInterestKind chosen;
};

G_DEFINE_FINAL_TYPE (ComarkInterestView, comark_interest_view, ADW_TYPE_BIN)

static const ComarkInterestKind offered[] = {
  COMARK_INTEREST_NONE,          COMARK_INTEREST_TOOK_PART,       COMARK_INTEREST_PROFESSIONAL,
  COMARK_INTEREST_CLOSE_PERSON,  COMARK_INTEREST_RECEIVED_CARE,   COMARK_INTEREST_FINANCIAL,
  COMARK_INTEREST_PUBLIC_POSITION, COMARK_INTEREST_LINK,
};

gboolean
comark_interest_view_applies (ComarkDossier *dossier)
{
  return comark_dossier_may (dossier, COMARK_ACTION_DECLARE_INTEREST, NULL)
         && dossier->standing.is_invited && !dossier->standing.has_declined
         && !dossier->standing.interest_current;
}

/* ---- answering ---- */

typedef struct
{
  char *ref;
  ComarkInterestKind kind;
  char *note;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_free (answer->ref);
  g_free (answer->note);
  g_free (answer);
}

static gpointer
declare_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Answer *answer = data;

  return comark_desk_declare_interest (desk, answer->ref, NULL, answer->kind, answer->note, error)
           ? COMARK_REGISTER_DONE : NULL;
}

static void
run (ComarkInterestView *self, ComarkRegisterJob job, GtkButton *trigger, const char *said)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->ref = g_strdup (self->ref);
  answer->kind = self->chosen;
  answer->note = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->note)));
  comark_act_run (GTK_WIDGET (self), &(ComarkAct) {
    .job = job, .data = answer, .data_destroy = answer_free, .trigger = GTK_WIDGET (trigger),
    .said = said,
  });
}

static void
on_answer_clicked_cb (ComarkInterestView *self)
{
  run (self, declare_job, self->answer_button, _("Thank you. Your answer is recorded."));
}

static void
on_decline_clicked_cb (ComarkInterestView *self)
{
  comark_step_decline (GTK_WIDGET (self), GTK_WIDGET (self->decline_button), self->ref);
}

/* ---- choosing ---- */

static void
on_kind_toggled_cb (ComarkInterestView *self, GtkCheckButton *button)
{
  if (!gtk_check_button_get_active (button))
    return;
  self->chosen = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "kind"));
  gtk_widget_set_visible (GTK_WIDGET (self->note), self->chosen != COMARK_INTEREST_NONE
                                                     && self->chosen != COMARK_INTEREST_LINK);
  gtk_widget_set_sensitive (GTK_WIDGET (self->answer_button), TRUE);
}

static void
add_kinds (ComarkInterestView *self)
{
  GtkCheckButton *first = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (offered); i++)
    {
      const char *words = comark_interest_kind_words (offered[i]);
      GtkWidget *button = gtk_check_button_new_with_label (_(words));
      g_object_set_data (G_OBJECT (button), "kind", GINT_TO_POINTER ((int) offered[i]));
      gtk_check_button_set_group (GTK_CHECK_BUTTON (button), first);
      first = first ? first : GTK_CHECK_BUTTON (button);
      g_signal_connect_object (button, "toggled", G_CALLBACK (on_kind_toggled_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_widget_add_css_class (button, "comark-choice");
      gtk_box_append (self->kinds, button);
    }
}

/* How long, before anybody says yes: reading is not known before the document opens. */
static void
fill_time (ComarkInterestView *self, ComarkDossier *dossier)
{
  guint minutes = comark_dossier_minutes_left (dossier);
  g_autofree char *words
    = g_strdup_printf (ngettext ("Rating takes about %u minute, and reading the document comes on "
                                 "top. You can stop anywhere and go on later.",
                                 "Rating takes about %u minutes, and reading the document comes on "
                                 "top. You can stop anywhere and go on later.", minutes), minutes);

  comark_label_show (self->time, minutes > 0 ? words : NULL);
}

void
comark_interest_view_set_dossier (ComarkInterestView *self, ComarkDossier *dossier)
{
  g_autofree char *words = NULL;
  const char *again;

  g_return_if_fail (COMARK_IS_INTEREST_VIEW (self));

  g_free (self->ref);
  self->ref = g_strdup (dossier->submission->ref);
  again = dossier->standing.interest_kind == COMARK_INTEREST_UNANSWERED
            ? _("Before the document opens: do you have a link to it, or to those who made it?")
            : _("The document or the list of those who made it has changed. Please answer again: "
                "do you have a link to it, or to those who made it?");
  gtk_label_set_label (self->question, again);
  fill_time (self, dossier);
  words = *dossier->content_note != '\0' ? comark_content_words (dossier->content_note) : NULL;
  comark_label_show (self->content, words);
}

/* ---- class ---- */

static void
comark_interest_view_dispose (GObject *object)
{
  ComarkInterestView *self = COMARK_INTEREST_VIEW (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_INTEREST_VIEW);
  g_clear_pointer (&self->ref, g_free);
  G_OBJECT_CLASS (comark_interest_view_parent_class)->dispose (object);
}

static void
comark_interest_view_class_init (ComarkInterestViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_interest_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-interest-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkInterestView, content);
  gtk_widget_class_bind_template_child (widget_class, ComarkInterestView, question);
  gtk_widget_class_bind_template_child (widget_class, ComarkInterestView, time);
  gtk_widget_class_bind_template_child (widget_class, ComarkInterestView, kinds);
  gtk_widget_class_bind_template_child (widget_class, ComarkInterestView, note);
  gtk_widget_class_bind_template_child (widget_class, ComarkInterestView, answer_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkInterestView, decline_button);
  gtk_widget_class_bind_template_callback (widget_class, on_answer_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_decline_clicked_cb);
}

static void
comark_interest_view_init (ComarkInterestView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_kinds (self);
}
