/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-review-page-private.h"

#include "comark-act-host.h"
#include "comark-quote-act.h"

/* ---- quoting ---- */

/* What is marked as a quote need not be selected too: the marks would not be seen. */
static gboolean
on_added_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  if (error == NULL)
    comark_file_pane_unselect (COMARK_REVIEW_PAGE (widget)->files);
  return FALSE;
}

static void
on_quoted_cb (ComarkReviewPage *self, ComarkQuote *quote)
{
  if (self->current != NULL)
    comark_quote_act_add (GTK_WIDGET (self), NULL,
                          comark_submission_tab_get_ref (COMARK_SUBMISSION_TAB (self)),
                          self->current->id, quote, on_added_cb);
}

/* By key, wherever the focus is. */
static void
quote (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ComarkReviewPage *self = COMARK_REVIEW_PAGE (widget);
  ComarkActHost *host = comark_act_host_of (widget);

  if (self->current == NULL || comark_file_pane_quote (self->files) || host == NULL)
    return;
  comark_act_host_say (host, comark_review_may_rate (comark_review_page_dossier (self))
                               ? _("Select some words in the document first.")
                               : _("Nothing can be quoted in this review now."));
}

/* ---- those there are ---- */

void
comark_review_page_show_quotes (ComarkReviewPage *self, ComarkRatingForm *form)
{
  ComarkQuoteList *quotes = comark_rating_form_get_quotes (form);
  ComarkDossier *dossier = comark_review_page_dossier (self);

  comark_quote_list_set_empty_words (
    quotes, comark_review_may_rate (dossier)
              ? _("Nothing yet. Select words in the document, then press Quote this.") : NULL);
  comark_quote_list_set (quotes, dossier, comark_rating_form_get_criterion (form)->id, TRUE,
                         comark_file_pane_get_fates (self->files));
}

void
comark_review_page_follow_quotes (ComarkReviewPage *self)
{
  if (self->current == NULL)
    return;
  comark_file_pane_set_criterion (self->files, self->current,
                                  comark_review_may_rate (comark_review_page_dossier (self)));
  comark_review_page_show_quotes (self, self->form);
}

static void
on_fates_changed_cb (ComarkReviewPage *self)
{
  if (self->current != NULL)
    comark_review_page_each_form (self, comark_review_page_show_quotes);
}

static void
on_quote_chosen_cb (ComarkReviewPage *self, ComarkQuote *quote)
{
  comark_file_pane_show_quote (self->files, quote);
  comark_split_show_start (self->split);
}

/* Once, also where it is asked for again. */
void
comark_review_page_listen_to_quotes (ComarkReviewPage *self, ComarkRatingForm *form)
{
  ComarkQuoteList *quotes = comark_rating_form_get_quotes (form);

  g_signal_handlers_disconnect_by_func (quotes, on_quote_chosen_cb, self);
  g_signal_connect_object (quotes, "chosen", G_CALLBACK (on_quote_chosen_cb), self,
                           G_CONNECT_SWAPPED);
}

void
comark_review_page_init_quotes (ComarkReviewPage *self)
{
  g_signal_connect_object (self->files, "quoted", G_CALLBACK (on_quoted_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->files, "fates-changed", G_CALLBACK (on_fates_changed_cb), self,
                           G_CONNECT_SWAPPED);
  comark_review_page_listen_to_quotes (self, self->one);
}

void
comark_review_page_class_bind_quotes (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "review.quote", NULL, quote);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_q, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "review.quote", NULL);
}
