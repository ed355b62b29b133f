/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The few calls that newer GTK and libadwaita deprecate, and nothing else uses: file choosers,
 * message dialogs, the about window. In the shape of GtkFileDialog and AdwAlertDialog, so that
 * the file goes when the floor rises. All on the main thread.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  COMARK_CHOOSE_OPEN,
  COMARK_CHOOSE_SAVE,
  COMARK_CHOOSE_FOLDER,
} ComarkChoose;

typedef struct
{
  ComarkChoose what;
  const char *title;
  const char *accept_label;  /* NULL: the usual word */
  const char *initial_name;  /* for saving, nullable */
  GFile *initial_folder;     /* nullable */
  const char *filter_name;   /* "Submission packs"; NULL: all files */
  const char *const *patterns; /* NULL-terminated: "*.copack" */
} ComarkFileQuestion;

void comark_choose_file_async (GtkWindow *parent, const ComarkFileQuestion *question,
                               GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full): the file, or NULL with G_IO_ERROR_CANCELLED */
GFile *comark_choose_file_finish (GAsyncResult *result, GError **error);

/* Asks before something that cannot be taken back. */
void comark_confirm_async (GtkWindow *parent, const char *heading, const char *body,
                           const char *accept_label, gboolean is_destructive,
                           GAsyncReadyCallback callback, gpointer user_data);
/* TRUE if the person said yes; otherwise G_IO_ERROR_CANCELLED. */
gboolean comark_confirm_finish (GAsyncResult *result, GError **error);

/* Asks for a reason in words; the button stays insensitive while there is none. @label names
 * the field. */
void comark_ask_reason_async (GtkWindow *parent, const char *heading, const char *body,
                              const char *label, const char *accept_label,
                              GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full): the words, or NULL with G_IO_ERROR_CANCELLED */
char *comark_ask_reason_finish (GAsyncResult *result, GError **error);

/* Says something that must not be missed. Returns: (transfer none): the dialog, on the screen */
GtkWindow *comark_tell (GtkWindow *parent, const char *heading, const char *body);

void comark_show_about (GtkWindow *parent);

G_END_DECLS
