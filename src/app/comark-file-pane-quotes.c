/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Quotes of the files, of this pane and of the one beside it.
 */
#include "comark-file-pane-private.h"

enum
{
  SIGNAL_QUOTED,
  SIGNAL_FATES_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

void
comark_file_pane_show_wanted_quote (ComarkFilePane *self)
{
  g_autoptr (ComarkQuote) wanted = NULL;

  if (self->wanted == NULL || self->bytes == NULL)
    return;
  wanted = g_steal_pointer (&self->wanted);
  comark_quote_bar_show_quote (self->quotes, wanted);
}

void
comark_file_pane_show_quote (ComarkFilePane *self, ComarkQuote *quote)
{
  ComarkQuotePlace place;
  const char *hash;

  g_return_if_fail (COMARK_IS_FILE_PANE (self));

  if (!comark_quote_fates_locate (comark_quote_bar_get_fates (self->quotes), quote, NULL, &hash,
                                  &place))
    return;
  g_set_object (&self->wanted, quote);
  comark_file_pane_show_file (self, hash);
  comark_file_pane_show_wanted_quote (self);
}

void
comark_file_pane_set_criterion (ComarkFilePane *self, const ComarkCriterion *criterion,
                                gboolean may_quote)
{
  g_return_if_fail (COMARK_IS_FILE_PANE (self));

  g_free (self->criterion);
  self->criterion = criterion ? g_strdup (criterion->id) : NULL;
  self->may_quote = may_quote;
  comark_quote_bar_set_criterion (self->quotes, criterion, may_quote);
  if (comark_file_pane_get_second (self) != NULL)
    comark_file_pane_set_criterion (comark_file_pane_get_second (self), criterion, may_quote);
}

gboolean
comark_file_pane_quote (ComarkFilePane *self)
{
  g_return_val_if_fail (COMARK_IS_FILE_PANE (self), FALSE);

  if (comark_quote_bar_quote (self->quotes))
    return TRUE;
  return comark_file_pane_get_second (self) != NULL
         && comark_file_pane_quote (comark_file_pane_get_second (self));
}

void
comark_file_pane_unselect (ComarkFilePane *self)
{
  g_return_if_fail (COMARK_IS_FILE_PANE (self));

  comark_quote_bar_unselect (self->quotes);
  if (comark_file_pane_get_second (self) != NULL)
    comark_file_pane_unselect (comark_file_pane_get_second (self));
}

ComarkQuoteFates *
comark_file_pane_get_fates (ComarkFilePane *self)
{
  g_return_val_if_fail (COMARK_IS_FILE_PANE (self), NULL);

  return comark_quote_bar_get_fates (self->quotes);
}

static void
on_quoted_cb (ComarkFilePane *self, ComarkQuote *quote)
{
  g_signal_emit (self, signals[SIGNAL_QUOTED], 0, quote);
}

static void
on_fates_changed_cb (ComarkFilePane *self)
{
  g_signal_emit (self, signals[SIGNAL_FATES_CHANGED], 0);
}

void
comark_file_pane_pass_on_quotes (ComarkFilePane *self, ComarkFilePane *second)
{
  g_signal_connect_object (second, "quoted", G_CALLBACK (on_quoted_cb), self, G_CONNECT_SWAPPED);
}

void
comark_file_pane_class_bind_quotes (GtkWidgetClass *widget_class)
{
  signals[SIGNAL_QUOTED] = g_signal_new ("quoted", COMARK_TYPE_FILE_PANE, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, COMARK_TYPE_QUOTE);
  signals[SIGNAL_FATES_CHANGED]
    = g_signal_new ("fates-changed", COMARK_TYPE_FILE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);
  gtk_widget_class_bind_template_callback (widget_class, on_quoted_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_fates_changed_cb);
}
