/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-invite-dialog.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-act-host.h"
#include "comark-content-view.h"
#include "comark-day-entry.h"
#include "comark-desk-panel.h"
#include "comark-desk-people.h"
#include "comark-label.h"

struct _ComarkInviteDialog
{
  AdwWindow parent_instance;

  /* template children */
  GtkLabel *problem;
  GtkLabel *intro;
  GtkBox *experts;
  GtkBox *staff;
  GtkLabel *balance;
  ComarkDayEntry *due;
  GtkButton *invite;

  /* owned */
  ComarkDossier *dossier;
  GPtrArray *people; /* ComarkPerson who may be chosen */
  GPtrArray *checks; /* GtkCheckButton of each, borrowed */
};

G_DEFINE_FINAL_TYPE (ComarkInviteDialog, comark_invite_dialog, ADW_TYPE_WINDOW)

/* ---- who can be chosen ---- */

static ComarkSeat *
seat_of (ComarkInviteDialog *self, ComarkPerson *person)
{
  for (guint i = 0; i < self->dossier->seats->len; i++)
    {
      ComarkSeat *seat = g_ptr_array_index (self->dossier->seats, i);
      if (comark_id_equal (&seat->person, &person->id))
        return seat;
    }
  return NULL;
}

static gboolean
is_contributor (ComarkInviteDialog *self, ComarkPerson *person)
{
  for (guint i = 0; i < self->dossier->contributors->len; i++)
    {
      ComarkContributor *contributor = g_ptr_array_index (self->dossier->contributors, i);
      if (comark_id_equal (&contributor->person, &person->id))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_member (ComarkPerson *person)
{
  return person->active && person->kind != COMARK_KIND_NONE
         && (person->roles & (COMARK_ROLE_MEMBER | COMARK_ROLE_CO_CHAIR)) != 0;
}

/* Why @person cannot be chosen; NULL if they can. */
static const char *
why_not (ComarkInviteDialog *self, ComarkPerson *person)
{
  ComarkSeat *seat = seat_of (self, person);

  if (comark_id_equal (&person->id, &self->dossier->submission->owner))
    return _("put this forward");
  if (is_contributor (self, person) || (seat != NULL && seat->contributor))
    return _("took part in making it, so does not rate");
  if (seat != NULL && g_strcmp0 (seat->reply, "declined") == 0)
    return _("cannot take part");
  return seat != NULL ? _("invited already") : NULL;
}

/* ---- balance ---- */

static void
add_attendee (GArray *attendees, ComarkMemberKind kind, gboolean co_chair, gboolean carer)
{
  ComarkAttendee attendee = { .kind = kind, .is_co_chair = co_chair, .is_carer = carer };

  g_array_append_val (attendees, attendee);
}

static void
add_seats (ComarkInviteDialog *self, GArray *attendees)
{
  for (guint i = 0; i < self->dossier->seats->len; i++)
    {
      ComarkSeat *seat = g_ptr_array_index (self->dossier->seats, i);
      ComarkAttendee attendee = {
        .kind = seat->kind, .is_co_chair = seat->co_chair, .is_carer = seat->carer,
        .is_contributor = seat->contributor, .interest_kind = seat->interest,
        .interest_effect = seat->effect,
      };
      if (g_strcmp0 (seat->reply, "declined") != 0)
        g_array_append_val (attendees, attendee);
    }
}

static gboolean
is_chosen (ComarkInviteDialog *self, guint i)
{
  return gtk_check_button_get_active (g_ptr_array_index (self->checks, i));
}

static guint
add_chosen (ComarkInviteDialog *self, GArray *attendees)
{
  guint n = 0;

  for (guint i = 0; i < self->people->len; i++)
    if (is_chosen (self, i))
      {
        ComarkPerson *person = g_ptr_array_index (self->people, i);
        add_attendee (attendees, person->kind, (person->roles & COMARK_ROLE_CO_CHAIR) != 0,
                      person->carer);
        n++;
      }
  return n;
}

static char *
balance_words (ComarkQuorumReport *report)
{
  /* translators: how many of each kind could vote, with those invited before */
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, _("Experts by experience: %u. Staff: %u."), report->n_experts,
                          report->n_staff);
  for (guint i = 0; i < report->rules->len; i++)
    {
      ComarkQuorumRule *rule = g_ptr_array_index (report->rules, i);
      if (!rule->met)
        g_string_append_printf (text, "\n• %s", rule->sentence);
    }
  if (report->met)
    g_string_append_printf (text, "\n%s", _("✓ This panel can decide."));
  return g_string_free (text, FALSE);
}

static void
show_balance (ComarkInviteDialog *self)
{
  g_autoptr (GArray) attendees = g_array_new (FALSE, TRUE, sizeof (ComarkAttendee));
  g_autoptr (ComarkQuorumReport) report = NULL;
  g_autofree char *words = NULL;
  guint n_chosen;

  add_seats (self, attendees);
  n_chosen = add_chosen (self, attendees);
  report = comark_quorum_can_form_panel (NULL, (ComarkAttendee *) attendees->data, attendees->len,
                                         self->dossier->submission->affects_carers);
  words = balance_words (report);
  gtk_label_set_label (self->balance, words);
  gtk_widget_set_sensitive (GTK_WIDGET (self->invite), n_chosen > 0);
}

/* ---- the list ---- */

static char *
row_words (ComarkPerson *person, const char *not)
{
  GString *text = g_string_new (person->name);

  if ((person->roles & COMARK_ROLE_CO_CHAIR) != 0)
    g_string_append_printf (text, ", %s", _("co-chair"));
  if (person->carer)
    g_string_append_printf (text, ", %s", _("carer"));
  if (not != NULL)
    g_string_append_printf (text, " (%s)", not);
  return g_string_free (text, FALSE);
}

static void
add_person (ComarkInviteDialog *self, ComarkPerson *person)
{
  GtkBox *box = person->kind == COMARK_KIND_EXPERT ? self->experts : self->staff;
  const char *not = why_not (self, person);
  g_autofree char *words = row_words (person, not);
  GtkWidget *check;

  if (not != NULL)
    {
      GtkWidget *label = comark_label_new (words, "comark-no-choice");
      gtk_box_append (box, label);
      return;
    }
  check = gtk_check_button_new ();
  comark_label_put_in_check (GTK_CHECK_BUTTON (check), words);
  g_signal_connect_object (check, "toggled", G_CALLBACK (show_balance), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, check);
  g_ptr_array_add (self->people, g_object_ref (person));
  g_ptr_array_add (self->checks, check);
}

static gpointer
people_job (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_list_people (desk, error);
}

static gboolean
on_people_read_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  ComarkInviteDialog *self = COMARK_INVITE_DIALOG (widget);
  GPtrArray *people = answer;

  if (error != NULL)
    {
      comark_label_show (self->problem, error->message);
      return TRUE;
    }
  for (guint i = 0; i < people->len; i++)
    if (is_member (g_ptr_array_index (people, i)))
      add_person (self, g_ptr_array_index (people, i));
  show_balance (self);
  return TRUE;
}

/* ---- inviting ---- */

typedef struct
{
  char *ref;
  GArray *people; /* ComarkId */
  char *due_day;
} Invite;

static void
invite_free (gpointer data)
{
  Invite *invite = data;

  g_free (invite->ref);
  g_free (invite->due_day);
  g_array_unref (invite->people);
  g_free (invite);
}

/* Answers what is still missing for the panel, "" for nothing. */
static gpointer
invite_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Invite *invite = data;
  g_autofree char *why = NULL;
  gboolean formed;

  if (!comark_desk_invite (desk, invite->ref, (ComarkId *) invite->people->data,
                           invite->people->len, invite->due_day, &formed, &why, error))
    return NULL;
  return g_strdup (!formed && why != NULL ? why : "");
}

static gboolean
on_invited_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  ComarkInviteDialog *self = COMARK_INVITE_DIALOG (widget);
  ComarkActHost *host = comark_act_host_of (widget);
  const char *why = answer;

  if (error != NULL && error->domain != COMARK_DESK_ERROR)
    return FALSE;
  if (error != NULL)
    {
      comark_label_show (self->problem, error->message);
      return TRUE;
    }
  if (*why != '\0')
    comark_act_host_tell (host, gtk_window_get_transient_for (GTK_WINDOW (self)),
                          _("They are invited; the panel is not complete yet"), why);
  else
    comark_act_host_say (host, _("They are invited."));
  gtk_window_destroy (GTK_WINDOW (self));
  return TRUE;
}

static void
on_invite_clicked_cb (ComarkInviteDialog *self)
{
  Invite *invite;

  if (!comark_day_entry_is_valid (self->due))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->due));
      return;
    }
  invite = g_new0 (Invite, 1);
  invite->ref = g_strdup (self->dossier->submission->ref);
  invite->due_day = comark_day_entry_dup_day (self->due);
  invite->people = g_array_new (FALSE, TRUE, sizeof (ComarkId));
  for (guint i = 0; i < self->people->len; i++)
    if (is_chosen (self, i))
      g_array_append_val (invite->people, ((ComarkPerson *) self->people->pdata[i])->id);
  comark_label_show (self->problem, NULL);
  comark_act_run (GTK_WIDGET (self), &(ComarkAct) {
    .job = invite_job, .data = invite, .data_destroy = invite_free, .answer_destroy = g_free,
    .trigger = GTK_WIDGET (self->invite), .done = on_invited_cb,
  });
}

/* ---- class ---- */

static void
comark_invite_dialog_dispose (GObject *object)
{
  ComarkInviteDialog *self = COMARK_INVITE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_INVITE_DIALOG);
  g_clear_object (&self->dossier);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  G_OBJECT_CLASS (comark_invite_dialog_parent_class)->dispose (object);
}

static void
comark_invite_dialog_class_init (ComarkInviteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_invite_dialog_dispose;
  g_type_ensure (COMARK_TYPE_DAY_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-invite-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkInviteDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, ComarkInviteDialog, intro);
  gtk_widget_class_bind_template_child (widget_class, ComarkInviteDialog, experts);
  gtk_widget_class_bind_template_child (widget_class, ComarkInviteDialog, staff);
  gtk_widget_class_bind_template_child (widget_class, ComarkInviteDialog, balance);
  gtk_widget_class_bind_template_child (widget_class, ComarkInviteDialog, due);
  gtk_widget_class_bind_template_child (widget_class, ComarkInviteDialog, invite);
  gtk_widget_class_bind_template_callback (widget_class, on_invite_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
comark_invite_dialog_init (ComarkInviteDialog *self)
{
  self->people = g_ptr_array_new_with_free_func (g_object_unref);
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The organisation may have other names for the two kinds. */
static void
fill_words (ComarkInviteDialog *self)
{
  ComarkFramework *framework = self->dossier->framework;
  const char *experts = comark_framework_words (framework, "expert-by-experience");
  const char *staff = comark_framework_words (framework, "staff");
  /* translators: the organisation's words for the two kinds of member */
  g_autofree char *intro
    = g_strdup_printf (_("A panel needs at least two %s and two %s, with a co-chair of each kind; "
                         "they count the same."), experts, staff);

  if (*self->dossier->content_note != '\0')
    {
      g_autofree char *note = comark_content_words (self->dossier->content_note);
      /* translators: what a panel needs; then what the document speaks of, as a sentence */
      g_autofree char *both
        = g_strdup_printf (_("%s\n\n%s Think of members who have asked not to get such documents; "
                             "it stands in the invitation, and everybody may say no."),
                           intro, note);
      gtk_label_set_label (self->intro, both);
      return;
    }
  gtk_label_set_label (self->intro, intro);
}

void
comark_invite_dialog_present (GtkWidget *from, ComarkDossier *dossier)
{
  ComarkInviteDialog *self
    = g_object_new (COMARK_TYPE_INVITE_DIALOG, "transient-for", gtk_widget_get_root (from), NULL);

  self->dossier = g_object_ref (dossier);
  fill_words (self);
  show_balance (self);
  gtk_window_present (GTK_WINDOW (self));
  comark_act_read (GTK_WIDGET (self), &(ComarkAct) {
    .job = people_job, .answer_destroy = (GDestroyNotify) g_ptr_array_unref,
    .done = on_people_read_cb,
  });
}
