/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-quote-list.h"

#include "comark-clear.h"
#include "comark-label.h"
#include "comark-quote-row.h"

struct _ComarkQuoteList
{
  AdwBin parent_instance;

  /* borrowed */
  GtkLabel *heading;
  GtkBox *rows;
  GtkLabel *empty;

  /* owned */
  char *criterion;
  char *empty_words;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ComarkQuoteList, comark_quote_list, ADW_TYPE_BIN)

/* ---- rows ---- */

static void
on_chosen_cb (ComarkQuoteList *self, ComarkQuote *quote)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, quote);
}

static ComarkQuoteRow *
find_row (ComarkQuoteList *self, const ComarkId *id)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->rows));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (comark_id_equal (&comark_quote_row_get_quote (COMARK_QUOTE_ROW (child))->id, id))
      return COMARK_QUOTE_ROW (child);
  return NULL;
}

static gboolean
is_wanted (ComarkQuote *quote, const char *criterion, gboolean own)
{
  return (criterion == NULL || g_strcmp0 (quote->criterion, criterion) == 0)
         && (!own || quote->own);
}

/* In the dossier's order, behind @after; one that was taken off keeps its place, to be put back.
 * Returns: the last row that was filled */
static GtkWidget *
fill_rows (ComarkQuoteList *self, ComarkDossier *dossier, GPtrArray *quotes, GtkWidget *after,
           gboolean own, ComarkQuoteFates *fates)
{
  for (guint i = 0; i < quotes->len; i++)
    {
      ComarkQuote *quote = g_ptr_array_index (quotes, i);
      ComarkQuoteRow *row;

      if (!is_wanted (quote, self->criterion, own))
        continue;
      row = find_row (self, &quote->id);
      if (row == NULL)
        {
          row = COMARK_QUOTE_ROW (comark_quote_row_new (self->criterion == NULL));
          g_signal_connect_object (row, "chosen", G_CALLBACK (on_chosen_cb), self,
                                   G_CONNECT_SWAPPED);
          gtk_box_insert_child_after (self->rows, GTK_WIDGET (row), after);
        }
      comark_quote_row_set (row, dossier, quote, fates);
      after = GTK_WIDGET (row);
    }
  return after;
}

static ComarkQuote *
find_quote (ComarkDossier *dossier, GPtrArray *left, const ComarkId *id)
{
  for (guint i = 0; i < left->len; i++)
    if (comark_id_equal (&((ComarkQuote *) left->pdata[i])->id, id))
      return left->pdata[i];
  return comark_dossier_quote (dossier, id);
}

static void
drop_gone (ComarkQuoteList *self, ComarkDossier *dossier, GPtrArray *left, gboolean own)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->rows));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);
      ComarkQuoteRow *row = COMARK_QUOTE_ROW (child);
      ComarkQuote *quote = find_quote (dossier, left, &comark_quote_row_get_quote (row)->id);

      if (quote != NULL ? !is_wanted (quote, self->criterion, own)
                        : !comark_quote_row_is_removed (row))
        gtk_box_remove (self->rows, child);
      child = next;
    }
}

static void
show_whether_empty (ComarkQuoteList *self)
{
  gboolean empty = gtk_widget_get_first_child (GTK_WIDGET (self->rows)) == NULL;

  comark_label_show (self->empty, empty ? self->empty_words : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), !empty || self->empty_words != NULL);
}

void
comark_quote_list_set (ComarkQuoteList *self, ComarkDossier *dossier, const char *criterion,
                       gboolean own, ComarkQuoteFates *fates)
{
  g_autoptr (GPtrArray) left = NULL;
  GtkWidget *last;

  g_return_if_fail (COMARK_IS_QUOTE_LIST (self));

  if (g_strcmp0 (criterion, self->criterion) != 0)
    {
      comark_quote_list_flush (self);
      comark_clear_box (self->rows);
      g_free (self->criterion);
      self->criterion = g_strdup (criterion);
    }
  left = comark_dossier_quotes_left (dossier);
  drop_gone (self, dossier, left, own);
  last = fill_rows (self, dossier, dossier->quotes, NULL, own, fates);
  if (own)
    fill_rows (self, dossier, left, last, own, fates);
  show_whether_empty (self);
}

void
comark_quote_list_set_empty_words (ComarkQuoteList *self, const char *words)
{
  g_return_if_fail (COMARK_IS_QUOTE_LIST (self));

  g_free (self->empty_words);
  self->empty_words = g_strdup (words);
  show_whether_empty (self);
}

void
comark_quote_list_set_heading (ComarkQuoteList *self, const char *words)
{
  g_return_if_fail (COMARK_IS_QUOTE_LIST (self));

  comark_label_show (self->heading, words);
}

guint
comark_quote_list_count (ComarkQuoteList *self)
{
  GtkWidget *child;
  guint n = 0;

  g_return_val_if_fail (COMARK_IS_QUOTE_LIST (self), 0);

  child = gtk_widget_get_first_child (GTK_WIDGET (self->rows));
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    n += !comark_quote_row_is_removed (COMARK_QUOTE_ROW (child));
  return n;
}

void
comark_quote_list_flush (ComarkQuoteList *self)
{
  GtkWidget *child;

  g_return_if_fail (COMARK_IS_QUOTE_LIST (self));

  child = gtk_widget_get_first_child (GTK_WIDGET (self->rows));
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    comark_quote_row_flush (COMARK_QUOTE_ROW (child));
}

/* ---- class ---- */

static void
comark_quote_list_finalize (GObject *object)
{
  ComarkQuoteList *self = COMARK_QUOTE_LIST (object);

  g_free (self->criterion);
  g_free (self->empty_words);
  G_OBJECT_CLASS (comark_quote_list_parent_class)->finalize (object);
}

static void
comark_quote_list_class_init (ComarkQuoteListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = comark_quote_list_finalize;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", COMARK_TYPE_QUOTE_LIST, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, COMARK_TYPE_QUOTE);
}

static void
comark_quote_list_init (ComarkQuoteList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->heading = GTK_LABEL (comark_label_new ("", "heading"));
  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  self->empty = GTK_LABEL (comark_label_new ("", NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->heading), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->heading));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->empty));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->rows));
  adw_bin_set_child (ADW_BIN (self), box);
  show_whether_empty (self);
}

GtkWidget *
comark_quote_list_new (void)
{
  return g_object_new (COMARK_TYPE_QUOTE_LIST, NULL);
}
