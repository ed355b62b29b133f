/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-save-line.h"

#include <glib/gi18n.h>

#include "comark-label.h"

struct _ComarkSaveLine
{
  AdwBin parent_instance;

  /* template children */
  GtkLabel *words;
  GtkWidget *conflict;
  GtkLabel *conflict_words;
};

enum
{
  SIGNAL_KEEP_MINE,
  SIGNAL_TAKE_THEIRS,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (ComarkSaveLine, comark_save_line, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

static void
on_keep_clicked_cb (ComarkSaveLine *self)
{
  gtk_widget_set_visible (self->conflict, FALSE);
  g_signal_emit (self, signals[SIGNAL_KEEP_MINE], 0);
}

static void
on_take_clicked_cb (ComarkSaveLine *self)
{
  gtk_widget_set_visible (self->conflict, FALSE);
  g_signal_emit (self, signals[SIGNAL_TAKE_THEIRS], 0);
}

static void
show (ComarkSaveLine *self, const char *words)
{
  comark_label_show (self->words, words);
  gtk_widget_remove_css_class (GTK_WIDGET (self->words), "comark-problem");
}

void
comark_save_line_show_saving (ComarkSaveLine *self)
{
  g_return_if_fail (COMARK_IS_SAVE_LINE (self));

  show (self, _("Saving…"));
}

void
comark_save_line_show_saved (ComarkSaveLine *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  /* translators: a time of day, as in "Saved 10:42" */
  g_autofree char *words = g_date_time_format (now, _("Saved %H:%M"));

  g_return_if_fail (COMARK_IS_SAVE_LINE (self));

  show (self, words);
}

void
comark_save_line_show_problem (ComarkSaveLine *self, const char *sentence)
{
  g_autofree char *words = g_strdup_printf (_("Not saved yet. %s"), sentence);

  g_return_if_fail (COMARK_IS_SAVE_LINE (self));

  show (self, words);
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "comark-problem");
}

void
comark_save_line_show_conflict (ComarkSaveLine *self, const char *sentence)
{
  g_return_if_fail (COMARK_IS_SAVE_LINE (self));

  show (self, _("Not saved yet"));
  gtk_label_set_label (self->conflict_words, sentence);
  gtk_widget_set_visible (self->conflict, TRUE);
}

gboolean
comark_save_line_has_conflict (ComarkSaveLine *self)
{
  g_return_val_if_fail (COMARK_IS_SAVE_LINE (self), FALSE);

  return gtk_widget_get_visible (self->conflict);
}

const char *
comark_save_line_get_words (ComarkSaveLine *self)
{
  g_return_val_if_fail (COMARK_IS_SAVE_LINE (self), NULL);

  return gtk_label_get_label (comark_save_line_has_conflict (self) ? self->conflict_words
                                                                   : self->words);
}

/* ---- class ---- */

static void
comark_save_line_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), COMARK_TYPE_SAVE_LINE);
  G_OBJECT_CLASS (comark_save_line_parent_class)->dispose (object);
}

static void
comark_save_line_class_init (ComarkSaveLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_save_line_dispose;
  signals[SIGNAL_KEEP_MINE] = g_signal_new ("keep-mine", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_TAKE_THEIRS] = g_signal_new ("take-theirs", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                              NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-save-line.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkSaveLine, words);
  gtk_widget_class_bind_template_child (widget_class, ComarkSaveLine, conflict);
  gtk_widget_class_bind_template_child (widget_class, ComarkSaveLine, conflict_words);
  gtk_widget_class_bind_template_callback (widget_class, on_keep_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_take_clicked_cb);
}

static void
comark_save_line_init (ComarkSaveLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
