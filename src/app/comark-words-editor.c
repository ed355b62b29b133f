/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-words-editor.h"

#include <glib/gi18n.h>

#include "comark-form-draft.h"
#include "comark-save-line.h"
#include "comark-text-field.h"

#define REST_MS 1000

struct _ComarkWordsEditor
{
  AdwBin parent_instance;

  /* borrowed from the child */
  ComarkTextField *field;
  ComarkSaveLine *saved;

  /* owned */
  char *key;
  ComarkFormDraft *draft;

  const ComarkWordsKind *kind;
  guint rest_id;
  gboolean is_dirty; /* what stands in the field is not on its way to the register yet */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (ComarkWordsEditor, comark_words_editor, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

/* ---- saving ---- */

typedef struct
{
  const ComarkWordsKind *kind;
  char *key;
  char *words;
} Words;

static void
words_free (gpointer data)
{
  Words *words = data;

  g_free (words->key);
  g_free (words->words);
  g_free (words);
}

static gboolean
write_words (ComarkDesk *desk, const char *ref, gint64 *rev, gpointer data, GError **error)
{
  Words *words = data;

  return words->kind->write (desk, ref, words->key, words->words, rev, error);
}

static void
show_conflict (ComarkWordsEditor *self, ComarkDossier *theirs)
{
  const char *words;
  g_autofree char *sentence = NULL;

  self->kind->read (theirs, self->key, &words);
  sentence = g_strdup_printf (_("This was changed elsewhere while you were writing. Your words are "
                                "still here. The others are: “%s”"),
                              words);
  comark_save_line_show_conflict (self->saved, sentence);
}

static gboolean
on_saved_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  ComarkWordsEditor *self = COMARK_WORDS_EDITOR (widget);
  g_autoptr (ComarkDossier) theirs = comark_form_draft_dup_theirs (self->draft);

  if (error == NULL)
    {
      if (!self->is_dirty)
        comark_save_line_show_saved (self->saved);
      return FALSE;
    }
  /* Leaving the page, or the next key, tries again. */
  self->is_dirty = TRUE;
  if (theirs != NULL)
    show_conflict (self, theirs);
  else
    comark_save_line_show_problem (self->saved, error->message);
  return TRUE;
}

void
comark_words_editor_flush (ComarkWordsEditor *self)
{
  Words *words;

  g_return_if_fail (COMARK_IS_WORDS_EDITOR (self));

  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (!self->is_dirty || comark_save_line_has_conflict (self->saved))
    return;
  self->is_dirty = FALSE;
  comark_save_line_show_saving (self->saved);
  words = g_new0 (Words, 1);
  words->kind = self->kind;
  words->key = g_strdup (self->key);
  words->words = comark_text_field_dup_text (self->field);
  comark_form_draft_save (self->draft, GTK_WIDGET (self), write_words, words, words_free,
                          &(ComarkAct) { .done = on_saved_cb });
}

static gboolean
on_rested_cb (gpointer user_data)
{
  ComarkWordsEditor *self = user_data;

  self->rest_id = 0;
  comark_words_editor_flush (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed_cb (ComarkWordsEditor *self)
{
  self->is_dirty = TRUE;
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MS, on_rested_cb, self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* ---- two at once ---- */

static void
on_keep_mine_cb (ComarkWordsEditor *self)
{
  g_autoptr (ComarkDossier) theirs = comark_form_draft_dup_theirs (self->draft);
  const char *words;

  if (theirs != NULL)
    comark_form_draft_settle (self->draft, self->kind->read (theirs, self->key, &words));
  self->is_dirty = TRUE;
  comark_words_editor_flush (self);
}

static void
on_take_theirs_cb (ComarkWordsEditor *self)
{
  g_autoptr (ComarkDossier) theirs = comark_form_draft_dup_theirs (self->draft);
  const char *words = "";

  if (theirs != NULL)
    comark_form_draft_settle (self->draft, self->kind->read (theirs, self->key, &words));
  comark_text_field_set_text (self->field, words);
  self->is_dirty = FALSE;
  comark_save_line_show_saved (self->saved);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* ---- showing ---- */

void
comark_words_editor_set_dossier (ComarkWordsEditor *self, ComarkDossier *dossier)
{
  const char *words;
  gint64 rev;

  g_return_if_fail (COMARK_IS_WORDS_EDITOR (self));

  rev = self->kind->read (dossier, self->key, &words);
  if (comark_form_draft_take (self->draft, rev, self->is_dirty))
    comark_text_field_set_text (self->field, words);
}

gboolean
comark_words_editor_is_blank (ComarkWordsEditor *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (COMARK_IS_WORDS_EDITOR (self), TRUE);

  text = comark_text_field_dup_text (self->field);
  return *g_strstrip (text) == '\0';
}

/* ---- class ---- */

static gboolean
comark_words_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (COMARK_WORDS_EDITOR (widget)->field));
}

static void
comark_words_editor_dispose (GObject *object)
{
  ComarkWordsEditor *self = COMARK_WORDS_EDITOR (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_pointer (&self->draft, comark_form_draft_unref);
  G_OBJECT_CLASS (comark_words_editor_parent_class)->dispose (object);
}

static void
comark_words_editor_finalize (GObject *object)
{
  g_free (COMARK_WORDS_EDITOR (object)->key);
  G_OBJECT_CLASS (comark_words_editor_parent_class)->finalize (object);
}

static void
comark_words_editor_class_init (ComarkWordsEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = comark_words_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = comark_words_editor_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = comark_words_editor_grab_focus;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
comark_words_editor_init (ComarkWordsEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->field = g_object_new (COMARK_TYPE_TEXT_FIELD, NULL);
  self->saved = g_object_new (COMARK_TYPE_SAVE_LINE, NULL);
  g_signal_connect_object (self->field, "changed", G_CALLBACK (on_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saved, "keep-mine", G_CALLBACK (on_keep_mine_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saved, "take-theirs", G_CALLBACK (on_take_theirs_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->field));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->saved));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
comark_words_editor_new (const ComarkWordsKind *kind, ComarkDossier *dossier, const char *key,
                         const char *label)
{
  ComarkWordsEditor *self = g_object_new (COMARK_TYPE_WORDS_EDITOR, NULL);

  self->kind = kind;
  self->key = g_strdup (key);
  self->draft = comark_form_draft_new (dossier->submission->ref, 0);
  comark_text_field_set_label (self->field, label);
  comark_words_editor_set_dossier (self, dossier);
  return GTK_WIDGET (self);
}
