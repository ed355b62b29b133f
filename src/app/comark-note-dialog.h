/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks for a note about somebody or something: who, in what way, on what day, in which words.
 * Only the fields that a question names are shown; its button works once what is needed is there.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COMARK_TYPE_NOTE_DIALOG (comark_note_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ComarkNoteDialog, comark_note_dialog, COMARK, NOTE_DIALOG, AdwWindow)

/* A field is shown where its label is not NULL. Everything is copied. */
typedef struct
{
  const char *title;
  const char *sentence; /* what it is for */
  const char *accept_label;

  const char *who_label;
  const char *const *who; /* NULL-terminated */
  const char *level_label;
  const char *const *levels;
  const char *how_label; /* a few words; needed */
  const char *day_label; /* needed */
  const char *day;       /* ISO, to start with; nullable */
  const char *words_label;
  const char *words; /* to start with; nullable */
  gboolean words_needed;
} ComarkNoteQuestion;

/* What was answered. */
typedef struct
{
  guint who;   /* index into who */
  guint level; /* index into levels */
  char *how;
  char *day; /* ISO */
  char *words;
} ComarkNote;

void comark_note_free (gpointer note);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkNote, comark_note_free)

/* Opens it over @parent (nullable). Returns: (transfer none): it is on the screen */
ComarkNoteDialog *comark_note_dialog_ask (GtkWindow *parent, const ComarkNoteQuestion *question,
                                          GAsyncReadyCallback callback, gpointer user_data);

/* Returns: (transfer full): the note, or NULL with G_IO_ERROR_CANCELLED */
ComarkNote *comark_note_dialog_finish (GAsyncResult *result, GError **error);

G_END_DECLS
