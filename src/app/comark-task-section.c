/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-task-section.h"

#include <glib/gi18n.h>
#include <string.h>

#include "comark-act.h"
#include "comark-clock.h"
#include "comark-desk-tasks.h"
#include "comark-label.h"
#include "comark-note-dialog.h"
#include "comark-part.h"

#define WEEKS_TO_BEGIN_WITH 4

struct _ComarkTaskSection
{
  AdwBin parent_instance;

  /* template children */
  GtkLabel *empty;
  GtkBox *list;
  GtkButton *note_button;

  /* owned */
  ComarkDossier *dossier;
  GHashTable *rows; /* text of a task's id → its box, borrowed */

  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (ComarkTaskSection, comark_task_section, ADW_TYPE_BIN)

/* ---- acts ---- */

typedef struct
{
  char *ref;
  ComarkId task;
  gboolean done, removes;
} Job;

static void
job_free (gpointer data)
{
  g_free (((Job *) data)->ref);
  g_free (data);
}

static gpointer
run_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Job *job = data;
  gboolean worked = job->removes
                      ? comark_desk_remove_task (desk, job->ref, &job->task, error)
                      : comark_desk_finish_task (desk, job->ref, &job->task, job->done, error);

  return worked ? COMARK_REGISTER_DONE : NULL;
}

static void fill_rows (ComarkTaskSection *self);

static gboolean
on_done_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  ComarkTaskSection *self = COMARK_TASK_SECTION (widget);

  if (error != NULL && self->dossier != NULL)
    fill_rows (self);
  return FALSE;
}

static void
run (ComarkTaskSection *self, const char *id, gboolean done, gboolean removes)
{
  Job *job = g_new0 (Job, 1);

  job->ref = g_strdup (self->dossier->submission->ref);
  comark_id_from_string (id, &job->task);
  job->done = done;
  job->removes = removes;
  comark_act_run (GTK_WIDGET (self), &(ComarkAct) {
    .job = run_job, .data = job, .data_destroy = job_free,
    .said = removes ? _("It is off the list.") : NULL, .done = on_done_cb,
  });
}

/* The id of a task is the name of its box. */
static const char *
id_of (GtkWidget *child)
{
  return gtk_widget_get_name (gtk_widget_get_parent (child));
}

static void
on_toggled_cb (ComarkTaskSection *self, GtkCheckButton *check)
{
  if (!self->is_filling && self->dossier != NULL)
    run (self, id_of (GTK_WIDGET (check)), gtk_check_button_get_active (check), FALSE);
}

static void
on_remove_clicked_cb (ComarkTaskSection *self, GtkButton *button)
{
  run (self, id_of (GTK_WIDGET (button)), FALSE, TRUE);
}

/* ---- noting ---- */

typedef struct
{
  GtkWidget *page; /* owned */
  char *ref;
  GArray *people; /* ComarkId, in the order of the list */
  ComarkId carrier;
  char *what, *day;
} Note;

static void
note_free (gpointer data)
{
  Note *note = data;

  g_clear_object (&note->page);
  g_free (note->ref);
  g_array_unref (note->people);
  g_free (note->what);
  g_free (note->day);
  g_free (note);
}

static gpointer
note_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Note *note = data;

  return comark_desk_note_task (desk, note->ref, note->what, &note->carrier, note->day, error)
           ? COMARK_REGISTER_DONE : NULL;
}

static void
on_noted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Note *note = user_data;
  g_autoptr (ComarkNote) answer = comark_note_dialog_finish (result, NULL);

  if (answer == NULL || answer->who >= note->people->len)
    {
      note_free (note);
      return;
    }
  note->carrier = g_array_index (note->people, ComarkId, answer->who);
  note->what = g_strdup (answer->words);
  note->day = g_strdup (answer->day);
  comark_act_run (note->page, &(ComarkAct) {
    .job = note_job, .data = note, .data_destroy = note_free, .said = _("The action is noted."),
  });
}

/* The panel, and everybody else who has to do with the submission. */
static void
add_people (ComarkDossier *dossier, GArray *people, GPtrArray *names)
{
  for (guint i = 0; i < dossier->readers->len; i++)
    {
      ComarkReaderOfTalk *one = g_ptr_array_index (dossier->readers, i);

      g_array_append_val (people, one->person);
      g_ptr_array_add (names, one->name);
    }
  g_ptr_array_add (names, NULL);
}

/* Four weeks from now, to begin with. */
static char *
usual_day (ComarkTaskSection *self)
{
  g_autofree char *today = comark_part_today (GTK_WIDGET (self));
  gint64 ms = 0;

  comark_ms_from_iso (today, &ms);
  return comark_day_from_ms (ms + WEEKS_TO_BEGIN_WITH * 7 * G_GINT64_CONSTANT (86400000));
}

static void
on_note_clicked_cb (ComarkTaskSection *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *day = usual_day (self);
  Note *note = g_new0 (Note, 1);

  note->page = g_object_ref (GTK_WIDGET (self));
  note->ref = g_strdup (self->dossier->submission->ref);
  note->people = g_array_new (FALSE, FALSE, sizeof (ComarkId));
  add_people (self->dossier, note->people, names);
  comark_note_dialog_ask (comark_part_window (GTK_WIDGET (self)), &(ComarkNoteQuestion) {
    .title = _("An action"), .accept_label = _("Note it"),
    .sentence = _("What shall be done, by whom, by when. It stands in their list of what is to "
                  "do."),
    .who_label = _("Who does it?"), .who = (const char *const *) names->pdata,
    .day_label = _("By when?"), .day = day,
    .words_label = _("What is to be done?"), .words_needed = TRUE,
  }, on_noted_cb, note);
}

/* ---- rows ---- */

static char *
task_words (ComarkTask *task, const char *today)
{
  g_autofree char *day = comark_day_to_words (task->due_day);
  g_autofree char *done_day = comark_day_from_ms (task->done_at);
  g_autofree char *done = comark_day_to_words (done_day);

  if (task->done_at != 0)
    /* translators: what, who was to do it, who did it, on which day */
    return g_strdup_printf (_("%s\n%s. Done, says %s, %s."), task->what, task->carrier_name,
                            task->done_by_name, done);
  if (strcmp (task->due_day, today) < 0)
    /* translators: what, who does it, a day that is past */
    return g_strdup_printf (_("%s\n%s, was due by %s."), task->what, task->carrier_name, day);
  /* translators: what, who does it, a day */
  return g_strdup_printf (_("%s\n%s, by %s."), task->what, task->carrier_name, day);
}

static gboolean
may_finish (ComarkDossier *dossier, ComarkTask *task)
{
  ComarkStanding asked = dossier->standing;

  asked.carries_task = task->own;
  return comark_access_check (&asked, COMARK_ACTION_FINISH_TASK, NULL);
}

static GtkWidget *
new_row (ComarkTaskSection *self, const char *id)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Take off"));

  gtk_widget_set_name (row, id);
  gtk_widget_set_hexpand (check, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (row, "comark-pager");
  gtk_box_append (GTK_BOX (row), check);
  gtk_box_append (GTK_BOX (row), button);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  g_hash_table_insert (self->rows, g_strdup (id), row);
  gtk_box_append (self->list, row);
  return row;
}

static void
set_row (ComarkTaskSection *self, GtkWidget *row, ComarkTask *task, const char *today)
{
  GtkWidget *check = gtk_widget_get_first_child (row);
  GtkWidget *button = gtk_widget_get_last_child (row);
  g_autofree char *words = task_words (task, today);
  g_autofree char *name = g_strdup_printf (_("Take “%s” off the list"), task->what);

  comark_label_put_in_check (GTK_CHECK_BUTTON (check), words);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), task->done_at != 0);
  gtk_widget_set_sensitive (check, may_finish (self->dossier, task));
  comark_part_name (button, name);
  gtk_widget_set_visible (button,
                          comark_dossier_may (self->dossier, COMARK_ACTION_NOTE_TASK, NULL));
}

static void
forget_gone (ComarkTaskSection *self, GHashTable *there)
{
  GHashTableIter iter;
  gpointer id, row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &id, &row))
    if (!g_hash_table_contains (there, id))
      {
        gtk_box_remove (self->list, row);
        g_hash_table_iter_remove (&iter);
      }
}

static void
fill_rows (ComarkTaskSection *self)
{
  g_autoptr (GHashTable) there = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *today = comark_part_today (GTK_WIDGET (self));
  GtkWidget *previous = NULL;

  self->is_filling = TRUE;
  for (guint i = 0; i < self->dossier->tasks->len; i++)
    {
      ComarkTask *task = g_ptr_array_index (self->dossier->tasks, i);
      char *id = comark_id_to_string (&task->id);
      GtkWidget *row = g_hash_table_lookup (self->rows, id);

      row = row != NULL ? row : new_row (self, id);
      set_row (self, row, task, today);
      gtk_box_reorder_child_after (self->list, row, previous);
      previous = row;
      g_hash_table_add (there, id);
    }
  forget_gone (self, there);
  self->is_filling = FALSE;
}

void
comark_task_section_set_dossier (ComarkTaskSection *self, ComarkDossier *dossier)
{
  gboolean may_note = comark_dossier_may (dossier, COMARK_ACTION_NOTE_TASK, NULL);

  g_return_if_fail (COMARK_IS_TASK_SECTION (self));

  g_set_object (&self->dossier, dossier);
  fill_rows (self);
  gtk_widget_set_visible (GTK_WIDGET (self->note_button), may_note && dossier->readers->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), dossier->tasks->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self), may_note || dossier->tasks->len > 0);
}

/* ---- class ---- */

static void
comark_task_section_dispose (GObject *object)
{
  ComarkTaskSection *self = COMARK_TASK_SECTION (object);

  self->is_filling = TRUE;
  g_hash_table_remove_all (self->rows);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), COMARK_TYPE_TASK_SECTION);
  g_clear_object (&self->dossier);
  G_OBJECT_CLASS (comark_task_section_parent_class)->dispose (object);
}

static void
comark_task_section_finalize (GObject *object)
{
  g_hash_table_unref (COMARK_TASK_SECTION (object)->rows);
  G_OBJECT_CLASS (comark_task_section_parent_class)->finalize (object);
}

static void
comark_task_section_class_init (ComarkTaskSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_task_section_dispose;
  G_OBJECT_CLASS (klass)->finalize = comark_task_section_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-task-section.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkTaskSection, empty);
  gtk_widget_class_bind_template_child (widget_class, ComarkTaskSection, list);
  gtk_widget_class_bind_template_child (widget_class, ComarkTaskSection, note_button);
  gtk_widget_class_bind_template_callback (widget_class, on_note_clicked_cb);
}

static void
comark_task_section_init (ComarkTaskSection *self)
{
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}
