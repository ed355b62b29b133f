/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-quote-expander.h"

#include <glib/gi18n.h>

#include "comark-part.h"
#include "comark-quote-list.h"

struct _ComarkQuoteExpander
{
  AdwBin parent_instance;

  /* borrowed */
  GtkExpander *expander;
  ComarkQuoteList *list;

  /* owned */
  ComarkDossier *dossier;
  char *criterion;
};

G_DEFINE_FINAL_TYPE (ComarkQuoteExpander, comark_quote_expander, ADW_TYPE_BIN)

void
comark_quote_expander_show (GtkWidget *widget, ComarkQuote *quote)
{
  g_autofree char *id = comark_id_to_string (&quote->id);

  gtk_widget_activate_action (widget, "submission.show-quote", "s", id);
}

static void
on_chosen_cb (ComarkQuoteExpander *self, ComarkQuote *quote)
{
  comark_quote_expander_show (GTK_WIDGET (self), quote);
}

static void
fill (ComarkQuoteExpander *self)
{
  if (self->dossier != NULL && gtk_expander_get_expanded (self->expander))
    comark_quote_list_set (self->list, self->dossier, self->criterion, FALSE, NULL);
}

void
comark_quote_expander_set (ComarkQuoteExpander *self, ComarkDossier *dossier,
                           const char *criterion)
{
  g_autoptr (GPtrArray) quotes = NULL;
  g_autofree char *words = NULL, *name = NULL;

  g_return_if_fail (COMARK_IS_QUOTE_EXPANDER (self));

  quotes = comark_dossier_quotes_for (dossier, criterion);
  g_set_object (&self->dossier, dossier);
  if (g_strcmp0 (criterion, self->criterion) != 0)
    {
      g_free (self->criterion);
      self->criterion = g_strdup (criterion);
    }
  words = g_strdup_printf (g_dngettext (NULL, "%u quote from the documents",
                                        "%u quotes from the documents", quotes->len),
                           quotes->len);
  /* translators: how many quotes there are, and the id of the criterion that they are for */
  name = g_strdup_printf (_("%s, for %s"), words, criterion);
  gtk_expander_set_label (self->expander, words);
  comark_part_name (GTK_WIDGET (self->expander), name);
  gtk_widget_set_visible (GTK_WIDGET (self), quotes->len > 0);
  fill (self);
}

/* ---- class ---- */

static void
comark_quote_expander_dispose (GObject *object)
{
  ComarkQuoteExpander *self = COMARK_QUOTE_EXPANDER (object);

  g_clear_object (&self->dossier);
  G_OBJECT_CLASS (comark_quote_expander_parent_class)->dispose (object);
}

static void
comark_quote_expander_finalize (GObject *object)
{
  g_free (COMARK_QUOTE_EXPANDER (object)->criterion);
  G_OBJECT_CLASS (comark_quote_expander_parent_class)->finalize (object);
}

static void
comark_quote_expander_class_init (ComarkQuoteExpanderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = comark_quote_expander_dispose;
  G_OBJECT_CLASS (klass)->finalize = comark_quote_expander_finalize;
}

static void
comark_quote_expander_init (ComarkQuoteExpander *self)
{
  self->expander = GTK_EXPANDER (gtk_expander_new (NULL));
  self->list = COMARK_QUOTE_LIST (comark_quote_list_new ());
  gtk_widget_set_margin_top (GTK_WIDGET (self->list), 6);
  gtk_expander_set_child (self->expander, GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->expander));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (self->expander, "notify::expanded", G_CALLBACK (fill), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "chosen", G_CALLBACK (on_chosen_cb), self,
                           G_CONNECT_SWAPPED);
}
