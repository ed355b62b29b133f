/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-overview-acts.h"

#include <glib/gi18n.h>

#include "comark-behalf-banner.h"
#include "comark-interests-dialog.h"
#include "comark-invite-dialog.h"
#include "comark-label.h"
#include "comark-step-asks.h"
#include "comark-take-home.h"
#include "comark-told-dialog.h"
#include "comark-wrap.h"

#define S(name) (1u << COMARK_STATE_##name)
#define OUTCOMES (S (AWARDED) | S (CONDITIONAL) | S (DEFERRED) | S (NOT_YET))

typedef struct _Step Step;
struct _Step
{
  ComarkAction action;
  const char *label;
  guint states; /* where those of @actors look for it: why not is said there */
  guint actors;
  gboolean is_next; /* the way on from where it is looked for */
  const char *tab; /* the tab that it leads to, or */
  void (*take) (GtkWidget *page, GtkWidget *button, const char *ref); /* takes the step, or */
  void (*open) (GtkWidget *page, ComarkDossier *dossier); /* opens a window for it */
};

struct _ComarkOverviewActs
{
  AdwBin parent_instance;

  /* borrowed from the child */
  ComarkWrap *buttons;
  GtkLabel *reasons;
  GtkWidget **by_step; /* owned array */

  /* owned */
  ComarkDossier *dossier;
};

G_DEFINE_FINAL_TYPE (ComarkOverviewActs, comark_overview_acts, ADW_TYPE_BIN)

#define OWNER COMARK_ACTOR_OWNER
#define ADMIN COMARK_ACTOR_ADMINISTRATOR
#define CO_CHAIR COMARK_ACTOR_CO_CHAIR
#define MEMBER COMARK_ACTOR_MEMBER
#define A(name) COMARK_ACTION_##name

static void
open_content_note (GtkWidget *page, ComarkDossier *dossier)
{
  ComarkOverviewActs *acts = COMARK_OVERVIEW_ACTS (page);

  comark_step_content_note (page, comark_overview_acts_get_button (acts, A (SET_CONTENT_NOTE)),
                            dossier->submission->ref, dossier->content_note);
}

static const Step steps[] = {
  { A (ACCEPT), N_("Accept"), S (INTEREST), ADMIN, TRUE, .take = comark_step_accept },
  { A (REDIRECT), N_("Out of scope…"), 0, 0, FALSE, .take = comark_step_redirect },
  { A (EDIT_SUBMISSION), N_("Go on preparing"), S (PREPARING) | S (DEFERRED), OWNER, TRUE,
    .tab = "form" },
  { A (COMPLETE), N_("Everything is there…"), S (SUBMITTED), ADMIN, TRUE,
    .take = comark_step_complete },
  { A (SEND_BACK), N_("Send back…"), 0, 0, FALSE, .take = comark_step_send_back },
  { A (INVITE), N_("Invite members…"), S (READY), ADMIN, TRUE,
    .open = comark_invite_dialog_present },
  { A (DECLARE_INTEREST), N_("Answer the invitation"), 0, 0, TRUE, .tab = "review" },
  { A (RATE), N_("Go to my review"), S (IN_REVIEW) | S (CLARIFYING), MEMBER, TRUE,
    .tab = "review" },
  { A (LET_WRITE), N_("Let somebody type for me…"), 0, 0, FALSE, .open = comark_behalf_ask },
  { A (TAKE_HOME), N_("Take it home…"), 0, 0, FALSE, .open = comark_take_home_present },
  { A (ANSWER), N_("Answer the panel’s questions"), S (CLARIFYING), OWNER, TRUE,
    .tab = "questions" },
  { A (SEND_QUESTIONS), N_("Look through questions to the owner"), 0, 0, FALSE,
    .tab = "questions" },
  { A (DECIDE_EFFECT), N_("Settle interests…"), 0, 0, FALSE,
    .open = comark_interests_dialog_present },
  { A (OPEN_MEETING), N_("Go to the meeting"), S (IN_REVIEW), CO_CHAIR, FALSE, .tab = "meeting" },
  { A (DECIDE), N_("Go on with the meeting"), S (IN_MEETING), CO_CHAIR, TRUE, .tab = "meeting" },
  { A (RATE_FINAL), N_("Look at my ratings again"), 0, 0, FALSE, .tab = "review" },
  { A (SIGN), N_("Go to the decision"), S (DECIDED), CO_CHAIR, TRUE, .tab = "decision" },
  { A (SETTLE_CONDITIONS), N_("Go to the conditions"), S (CONDITIONAL), CO_CHAIR, TRUE,
    .tab = "decision" },
  { A (RECORD_TOLD), N_("Contributors were told…"), OUTCOMES, OWNER, TRUE,
    .open = comark_told_dialog_present },
  { A (ISSUE_MARK), N_("Go to the mark"), S (AWARDED), ADMIN, TRUE, .tab = "mark" },
  { A (CLOSE), N_("Close…"), S (AWARDED) | S (DEFERRED) | S (NOT_YET), ADMIN, FALSE,
    .take = comark_step_close },
  { A (SET_CONTENT_NOTE), N_("What it speaks of…"), 0, 0, FALSE, .open = open_content_note },
  { A (DECLINE), N_("I cannot take part"), 0, 0, FALSE, .take = comark_step_decline },
  { A (WITHDRAW), N_("Withdraw…"), 0, 0, FALSE, .take = comark_step_withdraw },
};

/* ---- which of them ---- */

static gboolean
has_declared_interest (ComarkDossier *dossier)
{
  for (guint i = 0; i < dossier->seats->len; i++)
    {
      ComarkSeat *seat = g_ptr_array_index (dossier->seats, i);
      if (seat->interest != COMARK_INTEREST_UNANSWERED && seat->interest != COMARK_INTEREST_NONE)
        return TRUE;
    }
  return FALSE;
}

/* It is about somebody else, which the standing of the viewer alone does not know. */
static gboolean
may_settle (ComarkDossier *dossier)
{
  ComarkStanding standing = dossier->standing;

  standing.about_other = TRUE;
  return has_declared_interest (dossier)
         && comark_access_check (&standing, COMARK_ACTION_DECIDE_EFFECT, NULL);
}

static gboolean
has_questions (ComarkDossier *dossier)
{
  for (guint i = 0; i < dossier->questions->len; i++)
    if (((ComarkOwnerQuestion *) dossier->questions->pdata[i])->state == COMARK_QUESTION_ASKED)
      return TRUE;
  return FALSE;
}

static gboolean
may (ComarkDossier *dossier, const Step *step, char **why)
{
  const ComarkStanding *standing = &dossier->standing;

  switch ((int) step->action)
    {
    case COMARK_ACTION_DECIDE_EFFECT:
      return may_settle (dossier);
    case COMARK_ACTION_DECLINE: /* a review that is in counts, whoever comes to the meeting */
      return standing->own_review != COMARK_REVIEW_SUBMITTED
             && comark_dossier_may (dossier, step->action, NULL);
    case COMARK_ACTION_SEND_QUESTIONS:
      return has_questions (dossier) && comark_dossier_may (dossier, step->action, NULL);
    case COMARK_ACTION_DECLARE_INTEREST:
      return standing->is_invited && !standing->has_declined && !standing->interest_current
             && comark_dossier_may (dossier, step->action, NULL);
    default:
      return comark_dossier_may (dossier, step->action, why);
    }
}

static guint
actors_of (const ComarkStanding *standing)
{
  guint actors = 0;

  actors |= standing->is_owner ? OWNER : 0;
  actors |= standing->is_invited && !standing->has_declined ? MEMBER : 0;
  actors |= (standing->roles & COMARK_ROLE_CO_CHAIR) != 0 ? CO_CHAIR : 0;
  actors |= (standing->roles & COMARK_ROLE_ADMINISTRATOR) != 0 ? ADMIN : 0;
  return actors;
}

static gboolean
is_looked_for (ComarkDossier *dossier, const Step *step)
{
  return (step->states & (1u << dossier->submission->state)) != 0
         && (step->actors & actors_of (&dossier->standing)) != 0;
}

static gboolean
is_way_on (ComarkDossier *dossier, const Step *step)
{
  /* They may be told more than once; once is what is waited for. */
  if (step->action == COMARK_ACTION_RECORD_TOLD && dossier->standing.told)
    return FALSE;
  return step->is_next
         && (step->states == 0 || (step->states & (1u << dossier->submission->state)) != 0);
}

static void
add_reason (GString *reasons, const char *why)
{
  if (why != NULL && strstr (reasons->str, why) == NULL)
    g_string_append_printf (reasons, "%s%s", reasons->len > 0 ? "\n" : "", why);
}

/* ---- showing ---- */

static void
show_step (ComarkOverviewActs *self, gsize index, GString *reasons, gboolean *is_first)
{
  const Step *step = &steps[index];
  GtkWidget *button = self->by_step[index];
  g_autofree char *why = NULL;
  gboolean is_allowed = may (self->dossier, step, &why);

  gtk_widget_set_visible (button, is_allowed);
  gtk_widget_remove_css_class (button, "suggested-action");
  if (is_allowed && is_way_on (self->dossier, step) && *is_first)
    {
      gtk_widget_add_css_class (button, "suggested-action");
      *is_first = FALSE;
    }
  if (!is_allowed && is_looked_for (self->dossier, step))
    add_reason (reasons, why);
}

void
comark_overview_acts_set_dossier (ComarkOverviewActs *self, ComarkDossier *dossier)
{
  g_autoptr (GString) reasons = g_string_new (NULL);
  gboolean is_first = TRUE, any = FALSE;

  g_return_if_fail (COMARK_IS_OVERVIEW_ACTS (self));

  g_set_object (&self->dossier, dossier);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      show_step (self, i, reasons, &is_first);
      any |= gtk_widget_get_visible (self->by_step[i]);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->buttons), any);
  if (!any && reasons->len == 0)
    g_string_append (reasons, _("There is nothing for you to do here now."));
  comark_label_show (self->reasons, reasons->str);
}

GtkWidget *
comark_overview_acts_get_button (ComarkOverviewActs *self, ComarkAction action)
{
  g_return_val_if_fail (COMARK_IS_OVERVIEW_ACTS (self), NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].action == action)
      return self->by_step[i];
  return NULL;
}

/* ---- class ---- */

static void
run (ComarkOverviewActs *self, const Step *step, GtkWidget *button)
{
  GtkWidget *page = GTK_WIDGET (self);

  if (step->tab != NULL)
    gtk_widget_activate_action (page, "submission.show-tab", "s", step->tab);
  else if (step->take != NULL)
    step->take (page, button, self->dossier->submission->ref);
  else
    step->open (page, self->dossier);
}

static void
on_clicked_cb (ComarkOverviewActs *self, GtkButton *button)
{
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (self->by_step[i] == GTK_WIDGET (button) && self->dossier != NULL)
      run (self, &steps[i], GTK_WIDGET (button));
}

static void
add_button (ComarkOverviewActs *self, gsize index)
{
  GtkWidget *button = gtk_button_new_with_label (_(steps[index].label));

  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked_cb), self, G_CONNECT_SWAPPED);
  comark_wrap_append (self->buttons, button);
  self->by_step[index] = button;
}

static void
comark_overview_acts_dispose (GObject *object)
{
  g_clear_object (&COMARK_OVERVIEW_ACTS (object)->dossier);
  G_OBJECT_CLASS (comark_overview_acts_parent_class)->dispose (object);
}

static void
comark_overview_acts_finalize (GObject *object)
{
  g_free (COMARK_OVERVIEW_ACTS (object)->by_step);
  G_OBJECT_CLASS (comark_overview_acts_parent_class)->finalize (object);
}

static void
comark_overview_acts_class_init (ComarkOverviewActsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = comark_overview_acts_dispose;
  G_OBJECT_CLASS (klass)->finalize = comark_overview_acts_finalize;
}

static void
comark_overview_acts_init (ComarkOverviewActs *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->by_step = g_new0 (GtkWidget *, G_N_ELEMENTS (steps));
  self->reasons = GTK_LABEL (comark_label_new (NULL, NULL));
  self->buttons = COMARK_WRAP (comark_wrap_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What you can do now"), -1);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    add_button (self, i);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->buttons));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->reasons));
  adw_bin_set_child (ADW_BIN (self), box);
}
