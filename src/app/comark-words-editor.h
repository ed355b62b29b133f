/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A field for words that are kept by themselves, a second after the last key, with the line
 * beside it that says how the saving stands: a question, its plain wording, an answer.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_WORDS_EDITOR (comark_words_editor_get_type ())
G_DECLARE_FINAL_TYPE (ComarkWordsEditor, comark_words_editor, COMARK, WORDS_EDITOR, AdwBin)

/* Where the words of one kind are. @key names one of them, as a criterion's id. */
typedef struct
{
  /* On a worker: writes them; *rev is the one to go on from, and takes the new one. */
  gboolean (*write) (ComarkDesk *desk, const char *ref, const char *key, const char *words,
                     gint64 *rev, GError **error);
  /* What is stored: the rev, 0 for nothing; *words (borrowed) is never NULL. */
  gint64 (*read) (ComarkDossier *dossier, const char *key, const char **words);
} ComarkWordsKind;

/* Signal "changed" (): the person changed the words. */

/* @kind: static. @label: its name on the accessibility bus. Returns: a floating widget */
GtkWidget *comark_words_editor_new (const ComarkWordsKind *kind, ComarkDossier *dossier,
                                    const char *key, const char *label);

/* Shows what is stored, unless the person's own words are newer. */
void comark_words_editor_set_dossier (ComarkWordsEditor *self, ComarkDossier *dossier);

/* Saves now what has not been saved. */
void comark_words_editor_flush (ComarkWordsEditor *self);

gboolean comark_words_editor_is_blank (ComarkWordsEditor *self);

G_END_DECLS
