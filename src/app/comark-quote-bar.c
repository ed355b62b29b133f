/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-quote-bar.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-page-quotes.h"
#include "comark-quote-taking.h"
#include "comark-wrap.h"

struct _ComarkQuoteBar
{
  AdwBin parent_instance;

  /* template children */
  GtkButton *quote_button;
  GtkLabel *hint;

  /* borrowed */
  ComarkReadingView *words;

  /* owned */
  ComarkPageQuotes *on_pages; /* (nullable) */
  ComarkQuoteFates *fates;
  ComarkDossier *dossier;
  ComarkReader *reader; /* (nullable) */
  char *hash;           /* (nullable): of the file that is shown */
  char *criterion;      /* (nullable): in hand */
  GCancellable *taking;

  gboolean as_words;
  gboolean may_quote;
};

enum
{
  SIGNAL_QUOTED,
  SIGNAL_FATES_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ComarkQuoteBar, comark_quote_bar, ADW_TYPE_BIN)

/* ---- what is selected ---- */

static gboolean
has_selection (ComarkQuoteBar *self)
{
  if (self->reader == NULL || self->words == NULL)
    return FALSE;
  return self->as_words ? comark_reading_view_has_selection (self->words)
                        : comark_page_quotes_has_selection (self->on_pages);
}

static void
show_whether_selected (ComarkQuoteBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), has_selection (self));
}

static void
on_copy_clicked_cb (ComarkQuoteBar *self)
{
  if (!has_selection (self))
    return;
  if (self->as_words)
    comark_reading_view_copy (self->words);
  else
    comark_page_quotes_copy (self->on_pages);
}

static void
hand_on (ComarkQuoteBar *self, ComarkQuote *quote)
{
  if (quote == NULL || self->hash == NULL)
    return;
  quote->hash = g_strdup (self->hash);
  g_signal_emit (self, signals[SIGNAL_QUOTED], 0, quote);
}

static void
on_words_taken_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkQuoteBar) self = user_data;
  g_autoptr (ComarkQuote) quote
    = comark_reading_view_take_quote_finish (COMARK_READING_VIEW (source), result, NULL);

  hand_on (self, quote);
}

static void
on_taken_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkQuoteBar) self = user_data;
  g_autoptr (ComarkQuote) quote = comark_quote_taking_finish (result, NULL);

  hand_on (self, quote);
}

static void
take (ComarkQuoteBar *self)
{
  g_autoptr (ComarkQuote) quote = NULL;

  if (self->as_words)
    {
      comark_reading_view_take_quote_async (self->words, self->taking, on_words_taken_cb,
                                            g_object_ref (self));
      return;
    }
  quote = comark_page_quotes_dup_selected (self->on_pages);
  comark_quote_taking_async (quote, quote->page, self->reader, NULL, self->taking, on_taken_cb,
                             g_object_ref (self));
}

static void
on_quote_clicked_cb (ComarkQuoteBar *self)
{
  comark_quote_bar_quote (self);
}

gboolean
comark_quote_bar_quote (ComarkQuoteBar *self)
{
  g_return_val_if_fail (COMARK_IS_QUOTE_BAR (self), FALSE);

  if (!self->may_quote || !has_selection (self))
    return FALSE;
  g_cancellable_cancel (self->taking);
  g_clear_object (&self->taking);
  self->taking = g_cancellable_new ();
  take (self);
  return TRUE;
}

void
comark_quote_bar_unselect (ComarkQuoteBar *self)
{
  g_return_if_fail (COMARK_IS_QUOTE_BAR (self));

  if (!has_selection (self))
    return;
  if (self->as_words)
    comark_reading_view_unselect (self->words);
  else
    comark_page_quotes_unselect (self->on_pages);
}

/* ---- what is marked ---- */

/* Those taken from the file, and from older versions of the document where it is the newest. */
static void
add_quotes (ComarkQuoteBar *self, GPtrArray *quotes, GPtrArray *here, GArray *places)
{
  for (guint i = 0; i < quotes->len; i++)
    {
      ComarkQuote *quote = g_ptr_array_index (quotes, i);
      ComarkQuotePlace place;
      const char *hash;

      if (!comark_quote_fates_locate (self->fates, quote, self->hash, &hash, &place)
          || g_strcmp0 (hash, self->hash) != 0)
        continue;
      g_ptr_array_add (here, g_object_ref (quote));
      g_array_append_val (places, place);
    }
}

static GPtrArray *
list_quotes (ComarkQuoteBar *self, GArray *places)
{
  GPtrArray *here = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) left = NULL;

  if (self->reader == NULL || self->dossier == NULL)
    return here;
  left = comark_dossier_quotes_left (self->dossier);
  add_quotes (self, self->dossier->quotes, here, places);
  add_quotes (self, left, here, places);
  return here;
}

static void
mark (ComarkQuoteBar *self)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (ComarkQuotePlace));
  g_autoptr (GPtrArray) quotes = list_quotes (self, places);

  if (self->words == NULL)
    return;
  comark_reading_view_set_quotes (self->words, quotes, self->criterion);
  comark_page_quotes_set (self->on_pages, self->reader, quotes, places, self->criterion);
}

static void
on_fates_changed_cb (ComarkQuoteBar *self)
{
  mark (self);
  g_signal_emit (self, signals[SIGNAL_FATES_CHANGED], 0);
}

void
comark_quote_bar_show_quote (ComarkQuoteBar *self, ComarkQuote *quote)
{
  ComarkQuotePlace place;
  const char *hash;

  g_return_if_fail (COMARK_IS_QUOTE_BAR (self));

  if (self->words == NULL)
    return;
  if (self->as_words)
    comark_reading_view_show_quote (self->words, quote);
  else if (comark_quote_fates_locate (self->fates, quote, self->hash, &hash, &place))
    comark_page_quotes_show (self->on_pages, quote, &place);
}

ComarkQuoteFates *
comark_quote_bar_get_fates (ComarkQuoteBar *self)
{
  g_return_val_if_fail (COMARK_IS_QUOTE_BAR (self), NULL);

  return self->fates;
}

/* ---- what it is about ---- */

void
comark_quote_bar_set_views (ComarkQuoteBar *self, ComarkPageView *pages, ComarkReadingView *words)
{
  g_return_if_fail (COMARK_IS_QUOTE_BAR (self));

  self->words = words;
  g_clear_object (&self->on_pages);
  if (words == NULL)
    return;
  self->on_pages = comark_page_quotes_new (pages);
  g_signal_connect_object (words, "selection-changed", G_CALLBACK (show_whether_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->on_pages, "selection-changed",
                           G_CALLBACK (show_whether_selected), self, G_CONNECT_SWAPPED);
}

void
comark_quote_bar_set_dossier (ComarkQuoteBar *self, ComarkDossier *dossier)
{
  g_return_if_fail (COMARK_IS_QUOTE_BAR (self));

  g_set_object (&self->dossier, dossier);
  comark_quote_fates_set_dossier (self->fates, dossier);
  mark (self);
}

void
comark_quote_bar_set_file (ComarkQuoteBar *self, const char *hash, ComarkReader *reader,
                           gboolean as_words)
{
  g_return_if_fail (COMARK_IS_QUOTE_BAR (self));

  if (hash != self->hash)
    {
      g_free (self->hash);
      self->hash = g_strdup (hash);
    }
  g_set_object (&self->reader, reader);
  self->as_words = as_words;
  mark (self);
  show_whether_selected (self);
}

void
comark_quote_bar_set_criterion (ComarkQuoteBar *self, const ComarkCriterion *criterion,
                                gboolean may_quote)
{
  g_autofree char *words = NULL;

  g_return_if_fail (COMARK_IS_QUOTE_BAR (self));

  g_free (self->criterion);
  self->criterion = criterion != NULL ? g_strdup (criterion->id) : NULL;
  self->may_quote = may_quote && criterion != NULL;
  if (self->may_quote)
    /* translators: id and title of a criterion, for which words can be quoted */
    words = g_strdup_printf (_("for %s %s"), criterion->id, criterion->title);
  gtk_label_set_label (self->hint, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), self->may_quote);
  gtk_widget_set_visible (GTK_WIDGET (self->quote_button), self->may_quote);
  mark (self);
}

/* ---- class ---- */

/* Only in a window can older versions be read. */
static void
comark_quote_bar_root (GtkWidget *widget)
{
  ComarkQuoteBar *self = COMARK_QUOTE_BAR (widget);

  GTK_WIDGET_CLASS (comark_quote_bar_parent_class)->root (widget);
  if (self->dossier != NULL)
    comark_quote_fates_set_dossier (self->fates, self->dossier);
}

static void
comark_quote_bar_dispose (GObject *object)
{
  ComarkQuoteBar *self = COMARK_QUOTE_BAR (object);

  g_cancellable_cancel (self->taking);
  g_clear_object (&self->taking);
  self->words = NULL;
  g_clear_object (&self->on_pages);
  g_clear_object (&self->fates);
  g_clear_object (&self->dossier);
  g_clear_object (&self->reader);
  g_clear_pointer (&self->hash, g_free);
  g_clear_pointer (&self->criterion, g_free);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_QUOTE_BAR);
  G_OBJECT_CLASS (comark_quote_bar_parent_class)->dispose (object);
}

static void
comark_quote_bar_class_init (ComarkQuoteBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_quote_bar_dispose;
  widget_class->root = comark_quote_bar_root;
  signals[SIGNAL_QUOTED] = g_signal_new ("quoted", COMARK_TYPE_QUOTE_BAR, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, COMARK_TYPE_QUOTE);
  signals[SIGNAL_FATES_CHANGED]
    = g_signal_new ("fates-changed", COMARK_TYPE_QUOTE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);

  g_type_ensure (COMARK_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-quote-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkQuoteBar, quote_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkQuoteBar, hint);
  gtk_widget_class_bind_template_callback (widget_class, on_quote_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked_cb);
}

static void
comark_quote_bar_init (ComarkQuoteBar *self)
{
  self->fates = comark_quote_fates_new (GTK_WIDGET (self));
  g_signal_connect_object (self->fates, "changed", G_CALLBACK (on_fates_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_init_template (GTK_WIDGET (self));
}
