/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-quote-card.h"

#include <glib/gi18n.h>

#include "comark-label.h"
#include "comark-part.h"
#include "comark-quote-expander.h"
#include "comark-quote-words.h"

struct _ComarkQuoteCard
{
  AdwBin parent_instance;

  /* borrowed */
  GtkLabel *words;
  GtkLabel *from;
  GtkWidget *button;

  /* owned */
  ComarkQuote *quote; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (ComarkQuoteCard, comark_quote_card, ADW_TYPE_BIN)

static void
on_clicked_cb (ComarkQuoteCard *self)
{
  if (self->quote != NULL)
    comark_quote_expander_show (GTK_WIDGET (self), self->quote);
}

static void
show_quote (ComarkQuoteCard *self, ComarkDossier *dossier)
{
  g_autofree char *words = comark_quote_words_quoted (self->quote);
  g_autofree char *from = comark_quote_words_from (dossier, self->quote, FALSE);
  g_autofree char *start = comark_quote_words_start (self->quote);
  /* translators: the beginning of a quote */
  g_autofree char *name = g_strdup_printf (_("Show “%s”"), start);

  comark_label_show (self->words, words);
  comark_label_show (self->from, from);
  comark_part_name (self->button, name);
}

void
comark_quote_card_set (ComarkQuoteCard *self, ComarkDossier *dossier, const ComarkId *id)
{
  g_return_if_fail (COMARK_IS_QUOTE_CARD (self));

  g_set_object (&self->quote, comark_dossier_quote (dossier, id));
  gtk_widget_set_visible (GTK_WIDGET (self), !comark_id_is_none (id));
  gtk_widget_set_visible (self->button, self->quote != NULL);
  if (self->quote != NULL)
    {
      show_quote (self, dossier);
      return;
    }
  comark_label_show (self->words, _("The quote that this is about is not here any more."));
  comark_label_show (self->from, NULL);
}

/* ---- class ---- */

static void
comark_quote_card_dispose (GObject *object)
{
  g_clear_object (&COMARK_QUOTE_CARD (object)->quote);
  G_OBJECT_CLASS (comark_quote_card_parent_class)->dispose (object);
}

static void
comark_quote_card_class_init (ComarkQuoteCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = comark_quote_card_dispose;
}

static void
comark_quote_card_init (ComarkQuoteCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->words = GTK_LABEL (comark_label_new ("", NULL));
  self->from = GTK_LABEL (comark_label_new ("", "comark-small"));
  self->button = gtk_button_new_with_label (_("Show it"));
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  gtk_widget_add_css_class (box, "comark-kept-quote");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->from));
  gtk_box_append (GTK_BOX (box), self->button);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (on_clicked_cb), self,
                           G_CONNECT_SWAPPED);
}
