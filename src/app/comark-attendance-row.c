/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-attendance-row.h"

#include <glib/gi18n.h>

#include "comark-accessible.h"
#include "comark-act.h"
#include "comark-desk-panel.h"
#include "comark-label.h"
#include "comark-part.h"

struct _ComarkAttendanceRow
{
  AdwBin parent_instance;

  /* template children */
  GtkLabel *name;
  GtkLabel *about;
  GtkDropDown *how;
  GtkCheckButton *deputy;
  GtkLabel *read_only;

  /* owned */
  ComarkDossier *dossier;
  ComarkSeat *seat;

  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (ComarkAttendanceRow, comark_attendance_row, ADW_TYPE_BIN)

/* In the order of the list; its first item is "Not recorded yet". */
static const char *const ways[] = { "", "room", "online", "phone", "absent" };

static ComarkAttendance *
attendance_of (ComarkAttendanceRow *self)
{
  ComarkMeeting *meeting = self->dossier->meeting;

  for (guint i = 0; meeting != NULL && i < meeting->attendance->len; i++)
    {
      ComarkAttendance *one = g_ptr_array_index (meeting->attendance, i);
      if (comark_id_equal (&one->person, &self->seat->person))
        return one;
    }
  return NULL;
}

static guint
index_of_way (const char *how)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_strcmp0 (ways[i], how) == 0)
      return i;
  return 0;
}

/* ---- showing ---- */

static void
fill_words (ComarkAttendanceRow *self, ComarkAttendance *attendance)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *about = NULL;

  if (self->seat->co_chair)
    g_strv_builder_add (builder, _("Co-chair"));
  if (self->seat->carer)
    g_strv_builder_add (builder, _("Carer"));
  if (attendance != NULL && attendance->deputy)
    g_strv_builder_add (builder, _("Stands in as co-chair"));
  if (attendance != NULL && !attendance->votes)
    g_strv_builder_add (builder, _("May speak, does not vote"));
  parts = g_strv_builder_end (builder);
  about = g_strjoinv (" · ", parts);
  gtk_label_set_label (self->name, self->seat->name);
  comark_label_show (self->about, about);
}

static void
fill_controls (ComarkAttendanceRow *self, ComarkAttendance *attendance)
{
  guint index = index_of_way (attendance != NULL ? attendance->how : "");
  GtkStringObject *words;

  self->is_filling = TRUE;
  gtk_drop_down_set_selected (self->how, index);
  gtk_check_button_set_active (self->deputy, attendance != NULL && attendance->deputy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->deputy),
                            attendance != NULL && !g_str_equal (attendance->how, "absent"));
  words = gtk_drop_down_get_selected_item (self->how);
  gtk_label_set_label (self->read_only, gtk_string_object_get_string (words));
  self->is_filling = FALSE;
}

static void
fill (ComarkAttendanceRow *self)
{
  ComarkAttendance *attendance = attendance_of (self);
  gboolean is_own = comark_id_equal (&self->seat->person, &self->dossier->viewer->id);
  gboolean is_open = self->dossier->standing.meeting_open;
  gboolean may = is_open
                 && (is_own ? comark_dossier_may (self->dossier, COMARK_ACTION_ATTEND, NULL)
                            : comark_part_may_for_others (self->dossier, COMARK_ACTION_ATTEND));

  fill_words (self, attendance);
  fill_controls (self, attendance);
  gtk_widget_set_visible (GTK_WIDGET (self->how), may);
  gtk_widget_set_visible (GTK_WIDGET (self->deputy), may && !self->seat->co_chair);
  gtk_widget_set_visible (GTK_WIDGET (self->read_only), !may);
}

void
comark_attendance_row_set (ComarkAttendanceRow *self, ComarkDossier *dossier, ComarkSeat *seat)
{
  gboolean is_new = self->seat == NULL;
  g_autofree char *how_name = NULL, *deputy_name = NULL;

  g_return_if_fail (COMARK_IS_ATTENDANCE_ROW (self));

  g_set_object (&self->dossier, dossier);
  g_set_object (&self->seat, seat);
  /* translators: a member's name; how they take part in the meeting */
  how_name = g_strdup_printf (_("%s: how they are at the meeting"), seat->name);
  deputy_name = g_strdup_printf (_("%s stands in as co-chair"), seat->name);
  if (is_new)
    comark_accessible_name_drop_down (self->how, how_name);
  comark_part_name (GTK_WIDGET (self->deputy), deputy_name);
  fill (self);
}

/* ---- recording ---- */

typedef struct
{
  char *ref;
  ComarkId person;
  const char *how; /* static */
  gboolean deputy;
} Attend;

static void
attend_free (gpointer data)
{
  Attend *attend = data;

  g_free (attend->ref);
  g_free (attend);
}

static gpointer
attend_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Attend *attend = data;

  return comark_desk_attend (desk, attend->ref, &attend->person, attend->how, attend->deputy,
                             error)
           ? COMARK_REGISTER_DONE : NULL;
}

static gboolean
on_recorded_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  ComarkAttendanceRow *self = COMARK_ATTENDANCE_ROW (widget);

  if (error != NULL)
    fill_controls (self, attendance_of (self));
  return FALSE;
}

static void
on_changed_cb (ComarkAttendanceRow *self)
{
  guint index;
  Attend *attend;

  if (self->is_filling || self->dossier == NULL)
    return;
  index = gtk_drop_down_get_selected (self->how);
  if (index == 0 || index >= G_N_ELEMENTS (ways))
    {
      fill_controls (self, attendance_of (self));
      return;
    }
  attend = g_new0 (Attend, 1);
  attend->ref = g_strdup (self->dossier->submission->ref);
  attend->person = self->seat->person;
  attend->how = ways[index];
  attend->deputy = gtk_check_button_get_active (self->deputy)
                   && !g_str_equal (attend->how, "absent");
  comark_act_run (GTK_WIDGET (self), &(ComarkAct) {
    .job = attend_job, .data = attend, .data_destroy = attend_free, .done = on_recorded_cb,
  });
}

/* ---- class ---- */

static void
comark_attendance_row_dispose (GObject *object)
{
  ComarkAttendanceRow *self = COMARK_ATTENDANCE_ROW (object);

  self->is_filling = TRUE;
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_ATTENDANCE_ROW);
  g_clear_object (&self->dossier);
  g_clear_object (&self->seat);
  G_OBJECT_CLASS (comark_attendance_row_parent_class)->dispose (object);
}

static void
comark_attendance_row_class_init (ComarkAttendanceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_attendance_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-attendance-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkAttendanceRow, name);
  gtk_widget_class_bind_template_child (widget_class, ComarkAttendanceRow, about);
  gtk_widget_class_bind_template_child (widget_class, ComarkAttendanceRow, how);
  gtk_widget_class_bind_template_child (widget_class, ComarkAttendanceRow, deputy);
  gtk_widget_class_bind_template_child (widget_class, ComarkAttendanceRow, read_only);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
}

static void
comark_attendance_row_init (ComarkAttendanceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
comark_attendance_row_new (void)
{
  return g_object_new (COMARK_TYPE_ATTENDANCE_ROW, NULL);
}
