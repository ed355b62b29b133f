/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-content-view.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-desk-content.h"
#include "comark-step-asks.h"

struct _ComarkContentView
{
  AdwBin parent_instance;

  /* template children */
  GtkLabel *words;
  GtkLabel *advice;
  GtkButton *open_button;
  GtkButton *decline_button;

  /* owned */
  char *ref;
};

G_DEFINE_FINAL_TYPE (ComarkContentView, comark_content_view, ADW_TYPE_BIN)

gboolean
comark_content_view_applies (ComarkDossier *dossier)
{
  return *dossier->content_note != '\0' && !dossier->content_opened
         && !dossier->standing.is_owner && !dossier->standing.is_contributor
         && comark_dossier_may (dossier, COMARK_ACTION_OPEN_DOCUMENT, NULL);
}

char *
comark_content_words (const char *note)
{
  gboolean ends = g_str_has_suffix (note, ".") || g_str_has_suffix (note, "!");

  /* translators: what a document speaks of that may be hard to read: "losing somebody" */
  return g_strdup_printf (ends ? _("This document speaks of %s") : _("This document speaks of %s."),
                          note);
}

static gboolean
may_decline (ComarkDossier *dossier)
{
  return dossier->standing.own_review != COMARK_REVIEW_SUBMITTED
         && comark_dossier_may (dossier, COMARK_ACTION_DECLINE, NULL);
}

void
comark_content_view_set_dossier (ComarkContentView *self, ComarkDossier *dossier)
{
  g_autofree char *words = comark_content_words (dossier->content_note);

  g_return_if_fail (COMARK_IS_CONTENT_VIEW (self));

  g_free (self->ref);
  self->ref = g_strdup (dossier->submission->ref);
  gtk_label_set_label (self->words, words);
  gtk_widget_set_visible (GTK_WIDGET (self->decline_button), may_decline (dossier));
  gtk_label_set_label (self->advice,
                       may_decline (dossier)
                         ? _("Open it when it is a good moment for you, or not at all. You can say "
                             "no to this one at any time, and nobody asks why.")
                         : _("Open it when it is a good moment for you."));
}

static void
on_open_clicked_cb (ComarkContentView *self)
{
  comark_act_run_ref (GTK_WIDGET (self), GTK_WIDGET (self->open_button), comark_desk_open_content,
                      self->ref, NULL);
}

static void
on_decline_clicked_cb (ComarkContentView *self)
{
  comark_step_decline (GTK_WIDGET (self), GTK_WIDGET (self->decline_button), self->ref);
}

/* ---- class ---- */

static void
comark_content_view_dispose (GObject *object)
{
  ComarkContentView *self = COMARK_CONTENT_VIEW (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_CONTENT_VIEW);
  g_clear_pointer (&self->ref, g_free);
  G_OBJECT_CLASS (comark_content_view_parent_class)->dispose (object);
}

static void
comark_content_view_class_init (ComarkContentViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_content_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-content-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkContentView, words);
  gtk_widget_class_bind_template_child (widget_class, ComarkContentView, advice);
  gtk_widget_class_bind_template_child (widget_class, ComarkContentView, open_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkContentView, decline_button);
  gtk_widget_class_bind_template_callback (widget_class, on_open_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_decline_clicked_cb);
}

static void
comark_content_view_init (ComarkContentView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
