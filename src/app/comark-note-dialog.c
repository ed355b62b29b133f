/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-note-dialog.h"

#include <glib/gi18n.h>

#include "comark-accessible.h"
#include "comark-clock.h"
#include "comark-day-entry.h"
#include "comark-label.h"
#include "comark-part.h"

struct _ComarkNoteDialog
{
  AdwWindow parent_instance;

  /* template children */
  GtkLabel *sentence;
  GtkLabel *who_label;
  GtkDropDown *who;
  GtkLabel *level_label;
  GtkDropDown *level;
  GtkLabel *how_label;
  GtkEntry *how;
  GtkLabel *day_label;
  GtkEntry *day;
  GtkLabel *day_words;
  GtkLabel *words_label;
  GtkWidget *words_field;
  GtkTextView *words;
  GtkButton *accept;

  /* owned */
  GTask *task; /* NULL once it has been answered */

  gboolean words_needed;
};

G_DEFINE_FINAL_TYPE (ComarkNoteDialog, comark_note_dialog, ADW_TYPE_WINDOW)

void
comark_note_free (gpointer data)
{
  ComarkNote *note = data;

  g_free (note->how);
  g_free (note->day);
  g_free (note->words);
  g_free (note);
}

/* ---- whether it can be accepted ---- */

static gboolean
is_filled (GtkEntry *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  return *text != '\0';
}

static char *
dup_day (ComarkNoteDialog *self)
{
  return comark_day_entry_parse (gtk_editable_get_text (GTK_EDITABLE (self->day)));
}

static gboolean
day_is_valid (ComarkNoteDialog *self)
{
  g_autofree char *day = dup_day (self);

  return day != NULL;
}

static void
say_day (ComarkNoteDialog *self)
{
  comark_label_show (self->day_words,
                     gtk_widget_get_visible (GTK_WIDGET (self->day)) && !day_is_valid (self)
                       ? _("Write the day like 22 November 2026.") : NULL);
}

static void
on_changed_cb (ComarkNoteDialog *self)
{
  gboolean is_complete = TRUE;
  g_autofree char *words = NULL;

  if (self->accept == NULL)
    return;
  words = comark_part_dup_text (self->words);
  say_day (self);
  if (gtk_widget_get_visible (GTK_WIDGET (self->how)))
    is_complete = is_complete && is_filled (self->how);
  if (gtk_widget_get_visible (GTK_WIDGET (self->day)))
    is_complete = is_complete && day_is_valid (self);
  if (self->words_needed)
    is_complete = is_complete && *words != '\0';
  gtk_widget_set_sensitive (GTK_WIDGET (self->accept), is_complete);
}

/* ---- answering ---- */

static void
on_accept_clicked_cb (ComarkNoteDialog *self)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);
  ComarkNote *note = g_new0 (ComarkNote, 1);

  note->who = gtk_drop_down_get_selected (self->who);
  note->level = gtk_drop_down_get_selected (self->level);
  note->how = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->how))));
  note->day = dup_day (self);
  note->words = comark_part_dup_text (self->words);
  g_task_return_pointer (task, note, comark_note_free);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
show_field (GtkLabel *label, GtkWidget *field, GtkWidget *named, const char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  gtk_widget_set_visible (field, text != NULL);
  if (text == NULL)
    return;
  gtk_label_set_label (label, text);
  comark_part_name (named, text);
}

static void
show_list (GtkLabel *label, GtkDropDown *list, const char *text, const char *const *items)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (items);

  show_field (label, GTK_WIDGET (list), GTK_WIDGET (list), text);
  gtk_drop_down_set_model (list, G_LIST_MODEL (model));
  if (text != NULL)
    comark_accessible_name_drop_down (list, text);
}

static void
show_question (ComarkNoteDialog *self, const ComarkNoteQuestion *question)
{
  g_autofree char *day = question->day != NULL ? comark_day_to_words (question->day) : NULL;

  gtk_window_set_title (GTK_WINDOW (self), question->title);
  comark_label_show (self->sentence, question->sentence);
  gtk_button_set_label (self->accept, question->accept_label);
  show_list (self->who_label, self->who, question->who_label, question->who);
  show_list (self->level_label, self->level, question->level_label, question->levels);
  show_field (self->how_label, GTK_WIDGET (self->how), GTK_WIDGET (self->how),
              question->how_label);
  show_field (self->day_label, GTK_WIDGET (self->day), GTK_WIDGET (self->day),
              question->day_label);
  show_field (self->words_label, self->words_field, GTK_WIDGET (self->words),
              question->words_label);
  self->words_needed = question->words_needed;
  comark_part_set_text (self->words, question->words);
  gtk_editable_set_text (GTK_EDITABLE (self->day), day != NULL ? day : "");
  on_changed_cb (self);
}

/* ---- class ---- */

static void
comark_note_dialog_dispose (GObject *object)
{
  ComarkNoteDialog *self = COMARK_NOTE_DIALOG (object);
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  if (task != NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Nothing was noted.");
  self->accept = NULL;
  G_OBJECT_CLASS (comark_note_dialog_parent_class)->dispose (object);
}

static void
comark_note_dialog_class_init (ComarkNoteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_note_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-note-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkNoteDialog, sentence);
  gtk_widget_class_bind_template_child (widget_class, ComarkNoteDialog, who_label);
  gtk_widget_class_bind_template_child (widget_class, ComarkNoteDialog, who);
  gtk_widget_class_bind_template_child (widget_class, ComarkNoteDialog, level_label);
  gtk_widget_class_bind_template_child (widget_class, ComarkNoteDialog, level);
  gtk_widget_class_bind_template_child (widget_class, ComarkNoteDialog, how_label);
  gtk_widget_class_bind_template_child (widget_class, ComarkNoteDialog, how);
  gtk_widget_class_bind_template_child (widget_class, ComarkNoteDialog, day_label);
  gtk_widget_class_bind_template_child (widget_class, ComarkNoteDialog, day);
  gtk_widget_class_bind_template_child (widget_class, ComarkNoteDialog, day_words);
  gtk_widget_class_bind_template_child (widget_class, ComarkNoteDialog, words_label);
  gtk_widget_class_bind_template_child (widget_class, ComarkNoteDialog, words_field);
  gtk_widget_class_bind_template_child (widget_class, ComarkNoteDialog, words);
  gtk_widget_class_bind_template_child (widget_class, ComarkNoteDialog, accept);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_accept_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
comark_note_dialog_init (ComarkNoteDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

ComarkNoteDialog *
comark_note_dialog_ask (GtkWindow *parent, const ComarkNoteQuestion *question,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  ComarkNoteDialog *self
    = g_object_new (COMARK_TYPE_NOTE_DIALOG, "transient-for", parent, NULL);

  self->task = g_task_new (NULL, NULL, callback, user_data);
  show_question (self, question);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

ComarkNote *
comark_note_dialog_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
