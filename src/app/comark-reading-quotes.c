/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-reading-quotes.h"

#include "comark-quote-hunt.h"
#include "comark-quote-taking.h"
#include "comark-reading-buffer.h"

#define AROUND 60

struct _ComarkReadingQuotes
{
  GObject parent_instance;

  /* weak: an answer may come after its end */
  GtkTextView *view;

  /* owned */
  GtkTextBuffer *buffer;
  ComarkReadingText *words; /* (nullable) */
  GPtrArray *quotes;        /* of ComarkQuote */
  GPtrArray *hunted;        /* those that places are of, in their order */
  GArray *places;           /* of ComarkQuotePlace in the buffer */
  char *criterion;          /* in hand (nullable) */
  ComarkQuote *wanted;      /* to be shown when it is found (nullable) */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (ComarkReadingQuotes, comark_reading_quotes, G_TYPE_OBJECT)

/* ---- places ---- */

static GPtrArray *
dup_pages (ComarkReadingQuotes *self)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func (g_free);
  int n = comark_reading_buffer_get_n_pages (self->buffer);

  for (int i = 0; i < n; i++)
    {
      GtkTextIter start, end;

      gtk_text_buffer_get_iter_at_offset (self->buffer, &start,
                                          comark_reading_buffer_get_page_start (self->buffer, i));
      gtk_text_buffer_get_iter_at_offset (
        self->buffer, &end, comark_reading_buffer_get_page_start (self->buffer, i + 1));
      g_ptr_array_add (pages, gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE));
    }
  return pages;
}

/* FALSE where the quote is gone. */
static gboolean
get_range (ComarkReadingQuotes *self, const ComarkQuotePlace *place, GtkTextIter *start,
           GtkTextIter *end)
{
  GtkTextBuffer *buffer = self->buffer;

  if (place->page < 1)
    return FALSE;
  gtk_text_buffer_get_iter_at_offset (
    buffer, start,
    comark_reading_buffer_get_page_start (buffer, (int) place->page - 1) + (int) place->start);
  gtk_text_buffer_get_iter_at_offset (
    buffer, end,
    comark_reading_buffer_get_page_start (buffer, (int) place->last_page - 1) + (int) place->end);
  return gtk_text_iter_compare (start, end) < 0;
}

/* ---- marking ---- */

static void
mark (ComarkReadingQuotes *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (self->buffer, COMARK_READING_QUOTE, &start, &end);
  gtk_text_buffer_remove_tag_by_name (self->buffer, COMARK_READING_QUOTE_IN_HAND, &start, &end);
  for (guint i = 0; self->places != NULL && i < self->places->len; i++)
    {
      ComarkQuote *quote = g_ptr_array_index (self->hunted, i);
      gboolean in_hand = g_strcmp0 (quote->criterion, self->criterion) == 0;

      if (get_range (self, &g_array_index (self->places, ComarkQuotePlace, i), &start, &end))
        gtk_text_buffer_apply_tag_by_name (
          self->buffer, in_hand ? COMARK_READING_QUOTE_IN_HAND : COMARK_READING_QUOTE, &start,
          &end);
    }
}

static void
show_wanted (ComarkReadingQuotes *self)
{
  g_autoptr (ComarkQuote) wanted = g_steal_pointer (&self->wanted);

  for (guint i = 0; wanted != NULL && i < self->hunted->len; i++)
    {
      ComarkQuote *quote = g_ptr_array_index (self->hunted, i);
      GtkTextIter start, end;

      if (!comark_id_equal (&quote->id, &wanted->id)
          || !get_range (self, &g_array_index (self->places, ComarkQuotePlace, i), &start, &end))
        continue;
      gtk_text_buffer_select_range (self->buffer, &start, &end);
      gtk_text_view_scroll_to_mark (self->view, gtk_text_buffer_get_insert (self->buffer), 0.1,
                                    TRUE, 0, 0.3);
    }
}

static void
on_hunted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkReadingQuotes) self = user_data;
  g_autoptr (GArray) places = comark_quote_hunt_finish (result, NULL);

  if (places == NULL || self->view == NULL || places->len != self->hunted->len)
    return;
  g_clear_pointer (&self->places, g_array_unref);
  self->places = g_steal_pointer (&places);
  g_clear_object (&self->cancellable);
  mark (self);
  if (self->wanted != NULL)
    show_wanted (self);
}

static void
stop (ComarkReadingQuotes *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
hunt (ComarkReadingQuotes *self)
{
  stop (self);
  g_clear_pointer (&self->places, g_array_unref);
  g_ptr_array_unref (self->hunted);
  self->hunted = g_ptr_array_ref (self->quotes);
  if (self->words == NULL || self->quotes->len == 0)
    {
      mark (self);
      return;
    }
  self->cancellable = g_cancellable_new ();
  comark_quote_hunt_async (dup_pages (self), self->quotes, self->cancellable, on_hunted_cb,
                           g_object_ref (self));
}

void
comark_reading_quotes_set_words (ComarkReadingQuotes *self, ComarkReadingText *text)
{
  g_return_if_fail (COMARK_IS_READING_QUOTES (self));

  g_clear_pointer (&self->words, comark_reading_text_unref);
  self->words = text != NULL ? comark_reading_text_ref (text) : NULL;
  hunt (self);
}

static gboolean
are_same (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      ComarkQuote *one = g_ptr_array_index (a, i), *other = g_ptr_array_index (b, i);

      if (!comark_id_equal (&one->id, &other->id)
          || g_strcmp0 (one->criterion, other->criterion) != 0)
        return FALSE;
    }
  return TRUE;
}

void
comark_reading_quotes_set (ComarkReadingQuotes *self, GPtrArray *quotes, const char *criterion)
{
  gboolean same_criterion;

  g_return_if_fail (COMARK_IS_READING_QUOTES (self));

  same_criterion = g_strcmp0 (criterion, self->criterion) == 0;
  g_free (self->criterion);
  self->criterion = g_strdup (criterion);
  if (are_same (quotes, self->quotes))
    {
      if (!same_criterion)
        mark (self);
      return;
    }
  g_ptr_array_unref (self->quotes);
  self->quotes = g_ptr_array_ref (quotes);
  hunt (self);
}

void
comark_reading_quotes_show (ComarkReadingQuotes *self, ComarkQuote *quote)
{
  g_return_if_fail (COMARK_IS_READING_QUOTES (self));

  g_set_object (&self->wanted, quote);
  if (self->places != NULL)
    show_wanted (self);
}

/* ---- what is selected ---- */

gboolean
comark_reading_quotes_has_selection (ComarkReadingQuotes *self)
{
  g_return_val_if_fail (COMARK_IS_READING_QUOTES (self), FALSE);

  return self->words != NULL && gtk_text_buffer_get_has_selection (self->buffer);
}

static char *
dup_around (const GtkTextIter *at, int by)
{
  GtkTextIter other = *at;

  gtk_text_iter_forward_chars (&other, by);
  return by < 0 ? gtk_text_iter_get_text (&other, at) : gtk_text_iter_get_text (at, &other);
}

static ComarkQuote *
quote_of (ComarkReadingQuotes *self, const GtkTextIter *start, const GtkTextIter *end)
{
  ComarkQuote *quote = comark_quote_new ();
  int offset = gtk_text_iter_get_offset (start);
  int page = comark_reading_buffer_get_page (self->buffer, offset);

  quote->page = page + 1;
  quote->start = offset - comark_reading_buffer_get_page_start (self->buffer, page);
  quote->exact = gtk_text_iter_get_text (start, end);
  quote->prefix = dup_around (start, -AROUND);
  quote->suffix = dup_around (end, AROUND);
  return quote;
}

/* White space at the ends is nobody's words. */
static void
trim (GtkTextIter *start, GtkTextIter *end)
{
  GtkTextIter last;

  while (gtk_text_iter_compare (start, end) < 0
         && g_unichar_isspace (gtk_text_iter_get_char (start)))
    gtk_text_iter_forward_char (start);
  for (last = *end; gtk_text_iter_compare (start, end) < 0; *end = last)
    if (!gtk_text_iter_backward_char (&last) || !g_unichar_isspace (gtk_text_iter_get_char (&last)))
      return;
}

static void
on_taken_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  ComarkQuote *quote = comark_quote_taking_finish (result, &error);

  if (quote != NULL)
    g_task_return_pointer (task, quote, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
comark_reading_quotes_take_async (ComarkReadingQuotes *self, gpointer source,
                                  ComarkReader *reader, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  g_autoptr (ComarkQuote) quote = NULL;
  GtkTextIter start, end;

  g_return_if_fail (COMARK_IS_READING_QUOTES (self));

  if (self->words != NULL && gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end))
    trim (&start, &end);
  else
    gtk_text_buffer_get_start_iter (self->buffer, &start), end = start;
  if (gtk_text_iter_equal (&start, &end))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "Nothing is selected.");
      return;
    }
  quote = quote_of (self, &start, &end);
  /* A paragraph that goes on over the page's end stands on the first of the two here. */
  comark_quote_taking_async (
    quote, comark_reading_buffer_get_page (self->buffer, gtk_text_iter_get_offset (&end)) + 2,
    reader, self->words, cancellable, on_taken_cb, g_object_ref (task));
}

ComarkQuote *
comark_reading_quotes_take_finish (gpointer source, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, source), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- life ---- */

static void
comark_reading_quotes_dispose (GObject *object)
{
  ComarkReadingQuotes *self = COMARK_READING_QUOTES (object);

  stop (self);
  g_clear_weak_pointer (&self->view);
  g_clear_object (&self->buffer);
  g_clear_object (&self->wanted);
  g_clear_pointer (&self->words, comark_reading_text_unref);
  g_clear_pointer (&self->places, g_array_unref);
  G_OBJECT_CLASS (comark_reading_quotes_parent_class)->dispose (object);
}

static void
comark_reading_quotes_finalize (GObject *object)
{
  ComarkReadingQuotes *self = COMARK_READING_QUOTES (object);

  g_ptr_array_unref (self->quotes);
  g_ptr_array_unref (self->hunted);
  g_free (self->criterion);
  G_OBJECT_CLASS (comark_reading_quotes_parent_class)->finalize (object);
}

static void
comark_reading_quotes_class_init (ComarkReadingQuotesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = comark_reading_quotes_dispose;
  G_OBJECT_CLASS (klass)->finalize = comark_reading_quotes_finalize;
}

static void
comark_reading_quotes_init (ComarkReadingQuotes *self)
{
  self->quotes = g_ptr_array_new_with_free_func (g_object_unref);
  self->hunted = g_ptr_array_ref (self->quotes);
}

ComarkReadingQuotes *
comark_reading_quotes_new (GtkTextView *view)
{
  ComarkReadingQuotes *self = g_object_new (COMARK_TYPE_READING_QUOTES, NULL);

  g_set_weak_pointer (&self->view, view);
  self->buffer = g_object_ref (gtk_text_view_get_buffer (view));
  return self;
}
