/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-compat.h"

#include <adwaita.h>
#include <glib/gi18n.h>

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

/* ---- files ---- */

static void
on_file_chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)),
                           g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "No file was chosen.");
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
add_filter (GtkFileChooser *chooser, const ComarkFileQuestion *question)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, question->filter_name);
  for (guint i = 0; question->patterns != NULL && question->patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, question->patterns[i]);
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, filter);
  gtk_file_chooser_add_filter (chooser, all);
}

void
comark_choose_file_async (GtkWindow *parent, const ComarkFileQuestion *question,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  static const GtkFileChooserAction actions[] = {
    [COMARK_CHOOSE_OPEN] = GTK_FILE_CHOOSER_ACTION_OPEN,
    [COMARK_CHOOSE_SAVE] = GTK_FILE_CHOOSER_ACTION_SAVE,
    [COMARK_CHOOSE_FOLDER] = GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
  };
  GtkFileChooserNative *dialog
    = gtk_file_chooser_native_new (question->title, parent, actions[question->what],
                                   question->accept_label, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  if (question->filter_name != NULL)
    add_filter (GTK_FILE_CHOOSER (dialog), question);
  if (question->initial_folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), question->initial_folder, NULL);
  if (question->what == COMARK_CHOOSE_SAVE && question->initial_name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), question->initial_name);
  g_signal_connect (dialog, "response", G_CALLBACK (on_file_chosen_cb),
                    g_task_new (NULL, NULL, callback, user_data));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

GFile *
comark_choose_file_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- questions ---- */

static AdwMessageDialog *
make_dialog (GtkWindow *parent, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  adw_message_dialog_set_heading_use_markup (ADW_MESSAGE_DIALOG (dialog), FALSE);
  adw_message_dialog_set_body_use_markup (ADW_MESSAGE_DIALOG (dialog), FALSE);
  return ADW_MESSAGE_DIALOG (dialog);
}

/* libadwaita names a button by its label twice: once of its own, once for the mnemonic. */
static void
name_buttons_once (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_buttons_once (child);
}

static AdwMessageDialog *
make_question (GtkWindow *parent, const char *heading, const char *body, const char *accept_label,
               gboolean is_destructive)
{
  AdwMessageDialog *dialog = make_dialog (parent, heading, body);

  adw_message_dialog_add_responses (dialog, "cancel", _("Cancel"), "accept", accept_label, NULL);
  adw_message_dialog_set_response_appearance (
    dialog, "accept", is_destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_default_response (dialog, is_destructive ? "cancel" : "accept");
  name_buttons_once (GTK_WIDGET (dialog));
  return dialog;
}

static void
on_confirmed_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  if (g_str_equal (response, "accept"))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The answer was no.");
}

void
comark_confirm_async (GtkWindow *parent, const char *heading, const char *body,
                      const char *accept_label, gboolean is_destructive,
                      GAsyncReadyCallback callback, gpointer user_data)
{
  AdwMessageDialog *dialog = make_question (parent, heading, body, accept_label, is_destructive);

  g_signal_connect (dialog, "response", G_CALLBACK (on_confirmed_cb),
                    g_task_new (NULL, NULL, callback, user_data));
  gtk_window_present (GTK_WINDOW (dialog));
}

gboolean
comark_confirm_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* ---- a reason ---- */

static char *
buffer_text (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
on_reason_changed_cb (GtkTextBuffer *buffer, AdwMessageDialog *dialog)
{
  g_autofree char *text = buffer_text (buffer);

  adw_message_dialog_set_response_enabled (dialog, "accept", *text != '\0');
}

static void
on_reason_given_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GtkTextBuffer *buffer = g_task_get_task_data (task);

  if (g_str_equal (response, "accept"))
    g_task_return_pointer (task, buffer_text (buffer), g_free);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "No reason was given.");
}

static GtkWidget *
make_reason_field (const char *label, GtkTextBuffer *buffer)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *caption = gtk_label_new (label);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new_with_buffer (buffer);

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_wrap (GTK_LABEL (caption), TRUE);
  /* Room to write in, in letters: it grows with them. */
  gtk_label_set_width_chars (GTK_LABEL (caption), 36);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (scroller, "comark-field");
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 110);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), scroller);
  return box;
}

void
comark_ask_reason_async (GtkWindow *parent, const char *heading, const char *body,
                         const char *label, const char *accept_label,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  AdwMessageDialog *dialog = make_question (parent, heading, body, accept_label, FALSE);
  GtkTextBuffer *buffer = gtk_text_buffer_new (NULL);
  GTask *task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_task_data (task, buffer, g_object_unref);
  adw_message_dialog_set_extra_child (dialog, make_reason_field (label, buffer));
  adw_message_dialog_set_response_enabled (dialog, "accept", FALSE);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (on_reason_changed_cb), dialog, 0);
  g_signal_connect (dialog, "response", G_CALLBACK (on_reason_given_cb), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

char *
comark_ask_reason_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- news ---- */

GtkWindow *
comark_tell (GtkWindow *parent, const char *heading, const char *body)
{
  AdwMessageDialog *dialog = make_dialog (parent, heading, body);

  adw_message_dialog_add_response (dialog, "close", _("OK"));
  adw_message_dialog_set_default_response (dialog, "close");
  name_buttons_once (GTK_WIDGET (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
  return GTK_WINDOW (dialog);
}

void
comark_show_about (GtkWindow *parent)
{
  adw_show_about_window (parent, "application-name", "Comark", "application-icon", COMARK_APP_ID,
                         "version", COMARK_VERSION, "developer-name", _("The Comark project"),
                         "license-type", GTK_LICENSE_GPL_3_0, "comments",
                         _("Panels of staff and experts by experience review how documents were "
                           "made, and award the mark Made in co-production."),
                         NULL);
}

G_GNUC_END_IGNORE_DEPRECATIONS
