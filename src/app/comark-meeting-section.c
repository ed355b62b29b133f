/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-meeting-section.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-attendance-row.h"
#include "comark-clear.h"
#include "comark-clock.h"
#include "comark-compat.h"
#include "comark-desk-panel.h"
#include "comark-label.h"
#include "comark-part.h"

struct _ComarkMeetingSection
{
  AdwBin parent_instance;

  /* template children */
  GtkLabel *state;
  GtkWidget *before;
  GtkLabel *progress;
  GtkBox *members;
  GtkCheckButton *on_the_day;
  GtkButton *open_button;
  GtkLabel *open_why;
  GtkWidget *during;
  GtkLabel *experts_title;
  GtkBox *experts;
  GtkLabel *staff_title;
  GtkBox *staff;
  GtkLabel *quorum_title;
  GtkBox *quorum;
  GtkButton *adjourn_button;

  /* owned */
  ComarkDossier *dossier;
  GHashTable *rows; /* text of a person's id → ComarkAttendanceRow, borrowed */

  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (ComarkMeetingSection, comark_meeting_section, ADW_TYPE_BIN)

static gboolean
is_seated (ComarkSeat *seat)
{
  return g_strcmp0 (seat->reply, "declined") != 0;
}

/* ---- before it opens ---- */

static char *
progress_sentence (ComarkDossier *dossier)
{
  guint n_seated = 0, n_later = 0;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < dossier->seats->len; i++)
    {
      ComarkSeat *seat = g_ptr_array_index (dossier->seats, i);
      n_seated += is_seated (seat);
      n_later += is_seated (seat) && seat->on_the_day;
    }
  if (dossier->n_reviews_in < 0)
    {
      g_string_append (text, _("How many reviews are in is shown to you once your own is handed "
                               "in. That way everybody rates alone first."));
      return g_string_free (text, FALSE);
    }
  g_string_append_printf (text, ngettext ("%d of %u review is in.", "%d of %u reviews are in.",
                                          n_seated), dossier->n_reviews_in, n_seated);
  if (n_later > 0)
    g_string_append_printf (text, ngettext (" %u member will say on the day.",
                                            " %u members will say on the day.", n_later), n_later);
  return g_string_free (text, FALSE);
}

/* What the viewer may know of one member: their own part always, others' as far as allowed. */
static char *
member_sentence (ComarkDossier *dossier, ComarkSeat *seat)
{
  gboolean is_own = comark_id_equal (&seat->person, &dossier->viewer->id);
  gboolean knows = is_own || comark_dossier_may (dossier, COMARK_ACTION_SEE_OTHERS_RATINGS, NULL);
  g_autofree char *kind = g_strdup (_(comark_member_kind_words (seat->kind)));
  const char *standing = !knows            ? ""
                         : seat->review_in ? _(": handed in")
                         : seat->on_the_day ? _(": will say on the day")
                                            : _(": not handed in yet");

  /* translators: a member's name, their kind, whether they are co-chair, and how far they are */
  return g_strdup_printf (_("%s, %s%s%s"), seat->name, kind,
                          seat->co_chair ? _(", co-chair") : "", standing);
}

static void
fill_members (ComarkMeetingSection *self, ComarkDossier *dossier)
{
  comark_clear_box (self->members);
  for (guint i = 0; i < dossier->seats->len; i++)
    {
      ComarkSeat *seat = g_ptr_array_index (dossier->seats, i);
      g_autofree char *sentence = member_sentence (dossier, seat);
      if (is_seated (seat))
        gtk_box_append (self->members, comark_label_new (sentence, NULL));
    }
}

static void
fill_before (ComarkMeetingSection *self, ComarkDossier *dossier)
{
  g_autofree char *progress = progress_sentence (dossier);

  gtk_label_set_label (self->progress, progress);
  fill_members (self, dossier);
  gtk_widget_set_visible (GTK_WIDGET (self->on_the_day),
                          comark_dossier_may (dossier, COMARK_ACTION_SAY_ON_THE_DAY, NULL));
  self->is_filling = TRUE;
  gtk_check_button_set_active (self->on_the_day, dossier->standing.will_say_on_the_day);
  self->is_filling = FALSE;
  comark_part_follow (GTK_WIDGET (self->open_button), self->open_why, dossier,
                      COMARK_ACTION_OPEN_MEETING);
}

/* ---- while it is open ---- */

static void
set_row (ComarkMeetingSection *self, ComarkDossier *dossier, ComarkSeat *seat)
{
  g_autofree char *id = comark_id_to_string (&seat->person);
  ComarkAttendanceRow *row = g_hash_table_lookup (self->rows, id);

  if (row == NULL)
    {
      row = COMARK_ATTENDANCE_ROW (comark_attendance_row_new ());
      g_hash_table_insert (self->rows, g_steal_pointer (&id), row);
      gtk_box_append (seat->kind == COMARK_KIND_EXPERT ? self->experts : self->staff,
                      GTK_WIDGET (row));
    }
  comark_attendance_row_set (row, dossier, seat);
}

static gboolean
sits_here (ComarkDossier *dossier, const char *person)
{
  for (guint i = 0; i < dossier->seats->len; i++)
    {
      ComarkSeat *seat = g_ptr_array_index (dossier->seats, i);
      g_autofree char *id = comark_id_to_string (&seat->person);
      if (is_seated (seat) && g_str_equal (id, person))
        return TRUE;
    }
  return FALSE;
}

/* Rows stay the same widgets while people do: the focus must not be lost. */
static void
fill_attendance (ComarkMeetingSection *self, ComarkDossier *dossier)
{
  GHashTableIter iter;
  gpointer id, row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &id, &row))
    if (!sits_here (dossier, id))
      {
        gtk_box_remove (GTK_BOX (gtk_widget_get_parent (row)), row);
        g_hash_table_iter_remove (&iter);
      }
  for (guint i = 0; i < dossier->seats->len; i++)
    if (is_seated (g_ptr_array_index (dossier->seats, i)))
      set_row (self, dossier, g_ptr_array_index (dossier->seats, i));
}

static GtkWidget *
quorum_line (ComarkQuorumRule *rule)
{
  g_autofree char *text = g_strdup_printf ("%s  %s", rule->met ? _("✓ Met.") : _("✗ Not met."),
                                           rule->sentence);

  return comark_label_new (text, rule->met ? "comark-met" : "comark-not-met");
}

static void
fill_quorum (ComarkMeetingSection *self, ComarkQuorumReport *quorum)
{
  comark_clear_box (self->quorum);
  gtk_label_set_label (self->quorum_title, quorum->met ? _("There is a quorum")
                                                       : _("There is no quorum yet"));
  for (guint i = 0; i < quorum->rules->len; i++)
    gtk_box_append (self->quorum, quorum_line (g_ptr_array_index (quorum->rules, i)));
}

static void
fill_during (ComarkMeetingSection *self, ComarkDossier *dossier)
{
  g_autofree char *experts = comark_part_group_words (dossier->framework, COMARK_KIND_EXPERT);
  g_autofree char *staff = comark_part_group_words (dossier->framework, COMARK_KIND_STAFF);

  gtk_label_set_label (self->experts_title, experts);
  gtk_label_set_label (self->staff_title, staff);
  fill_attendance (self, dossier);
  if (dossier->quorum != NULL)
    fill_quorum (self, dossier->quorum);
  gtk_widget_set_visible (GTK_WIDGET (self->adjourn_button),
                          dossier->standing.meeting_open
                            && comark_dossier_may (dossier, COMARK_ACTION_ADJOURN, NULL));
}

/* ---- both ---- */

static char *
state_sentence (ComarkDossier *dossier)
{
  ComarkMeeting *meeting = dossier->meeting;
  g_autofree char *when = NULL;

  if (meeting == NULL)
    return g_strdup (_("The meeting has not opened yet."));
  when = comark_ms_to_words (meeting->opened_at);
  if (g_str_equal (meeting->state, "adjourned"))
    /* translators: a day and time, and the reason */
    return g_strdup_printf (_("The meeting of %s was adjourned: %s"), when, meeting->because);
  if (g_str_equal (meeting->state, "closed"))
    return g_strdup_printf (_("The panel met on %s."), when);
  return g_strdup_printf (_("The meeting is open since %s."), when);
}

void
comark_meeting_section_set_dossier (ComarkMeetingSection *self, ComarkDossier *dossier)
{
  ComarkState state = dossier->submission->state;
  gboolean is_before = state < COMARK_STATE_IN_MEETING;
  g_autofree char *sentence = state_sentence (dossier);

  g_return_if_fail (COMARK_IS_MEETING_SECTION (self));

  g_set_object (&self->dossier, dossier);
  gtk_label_set_label (self->state, sentence);
  gtk_widget_set_visible (self->before, is_before);
  gtk_widget_set_visible (self->during, !is_before && dossier->meeting != NULL);
  if (is_before)
    fill_before (self, dossier);
  else if (dossier->meeting != NULL)
    fill_during (self, dossier);
}

/* ---- acts ---- */

static void
on_open_clicked_cb (ComarkMeetingSection *self)
{
  comark_act_run_ref (GTK_WIDGET (self), GTK_WIDGET (self->open_button), comark_desk_open_meeting,
                      self->dossier->submission->ref, _("The meeting is open."));
}

static void
on_adjourn_reason_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkMeetingSection) self = user_data;
  g_autofree char *because = comark_ask_reason_finish (result, NULL);

  if (because != NULL && self->dossier != NULL)
    comark_act_run_reason (GTK_WIDGET (self), GTK_WIDGET (self->adjourn_button),
                           comark_desk_adjourn, self->dossier->submission->ref, because,
                           _("The meeting is adjourned."));
}

static void
on_adjourn_clicked_cb (ComarkMeetingSection *self)
{
  comark_ask_reason_async (comark_part_window (GTK_WIDGET (self)), _("Adjourn the meeting?"),
                           _("Agreed values so far are kept. The panel meets again later."),
                           _("Why is it adjourned?"), _("Adjourn"), on_adjourn_reason_cb,
                           g_object_ref (self));
}

static gboolean
say_on_the_day (ComarkDesk *desk, const char *ref, GError **error)
{
  return comark_desk_say_on_the_day (desk, ref, TRUE, error);
}

static gboolean
say_before (ComarkDesk *desk, const char *ref, GError **error)
{
  return comark_desk_say_on_the_day (desk, ref, FALSE, error);
}

static void
on_the_day_toggled_cb (ComarkMeetingSection *self)
{
  gboolean on_the_day;

  if (self->is_filling || self->dossier == NULL)
    return;
  on_the_day = gtk_check_button_get_active (self->on_the_day);
  comark_act_run_ref (GTK_WIDGET (self), NULL, on_the_day ? say_on_the_day : say_before,
                      self->dossier->submission->ref,
                      on_the_day ? _("Noted: you will say on the day.")
                                 : _("Noted: you will hand in your review."));
}

/* ---- class ---- */

static void
comark_meeting_section_dispose (GObject *object)
{
  ComarkMeetingSection *self = COMARK_MEETING_SECTION (object);

  self->is_filling = TRUE;
  g_hash_table_remove_all (self->rows);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_MEETING_SECTION);
  g_clear_object (&self->dossier);
  G_OBJECT_CLASS (comark_meeting_section_parent_class)->dispose (object);
}

static void
comark_meeting_section_finalize (GObject *object)
{
  g_hash_table_unref (COMARK_MEETING_SECTION (object)->rows);
  G_OBJECT_CLASS (comark_meeting_section_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingSection, state);
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingSection, before);
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingSection, progress);
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingSection, members);
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingSection, on_the_day);
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingSection, open_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingSection, open_why);
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingSection, during);
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingSection, experts_title);
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingSection, experts);
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingSection, staff_title);
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingSection, staff);
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingSection, quorum_title);
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingSection, quorum);
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingSection, adjourn_button);
}

static void
comark_meeting_section_class_init (ComarkMeetingSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_meeting_section_dispose;
  G_OBJECT_CLASS (klass)->finalize = comark_meeting_section_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-meeting-section.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_open_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_adjourn_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_the_day_toggled_cb);
}

static void
comark_meeting_section_init (ComarkMeetingSection *self)
{
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}
