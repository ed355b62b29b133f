/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was before: the document as the member rated it last, and their reviews as handed in.
 */
#include "comark-review-page-private.h"

#include "comark-compare-window.h"
#include "comark-label.h"
#include "comark-review-versions-window.h"

static void
on_changes_clicked_cb (ComarkReviewPage *self)
{
  ComarkDossier *dossier = comark_review_page_dossier (self);

  comark_compare_window_present (GTK_WIDGET (self), dossier, dossier->rated_version, 0);
}

static void
on_versions_clicked_cb (ComarkReviewPage *self)
{
  comark_review_versions_window_present (GTK_WIDGET (self), comark_review_page_dossier (self));
}

void
comark_review_page_fill_versions (ComarkReviewPage *self, ComarkDossier *dossier)
{
  ComarkDocument *newest = comark_dossier_document (dossier);
  g_autofree char *words = NULL;

  if (dossier->rated_version > 0 && newest != NULL)
    words = g_strdup_printf (_("You gave ratings on version %d of the document. This is version "
                               "%d."),
                             (int) dossier->rated_version, (int) newest->n);
  comark_label_show (self->newer_words, words);
  gtk_widget_set_visible (self->newer, words != NULL);
  gtk_widget_set_visible (self->versions_button, dossier->n_own_versions > 0);
}

void
comark_review_page_class_bind_versions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, newer);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, newer_words);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewPage, versions_button);
  gtk_widget_class_bind_template_callback (widget_class, on_changes_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_versions_clicked_cb);
}
