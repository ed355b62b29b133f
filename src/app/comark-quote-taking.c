/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-quote-taking.h"

#include "comark-quote-hunt.h"

/* A quote has 2,000 characters at most; over more pages than that it never goes. */
#define MOST_PAGES 4

typedef struct
{
  ComarkQuote *quote;
  ComarkReader *reader;
  GPtrArray *pages; /* of char *, the quote's page at its own index; NULL: not read */
  guint n_waiting;
} Taking;

static void
taking_free (gpointer data)
{
  Taking *self = data;

  g_clear_object (&self->quote);
  g_clear_object (&self->reader);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_free (self);
}

/* ---- what was found ---- */

/* The words between two places of one page, or of two. Returns: (transfer full) */
static char *
dup_between (GPtrArray *pages, const ComarkQuotePlace *place)
{
  const char *page = g_ptr_array_index (pages, place->page - 1);
  g_autofree char *head = NULL, *tail = NULL;

  if (place->page == place->last_page)
    return g_utf8_substring (page, place->start, place->end);
  head = g_utf8_substring (page, place->start, -1);
  tail = g_utf8_substring (g_ptr_array_index (pages, place->last_page - 1), 0, place->end);
  return g_strconcat (head, "\n", tail, NULL);
}

static void
move_to (ComarkQuote *quote, GPtrArray *pages, const ComarkQuotePlace *place)
{
  char *exact = dup_between (pages, place);
  char *prefix, *suffix;

  comark_quote_look_around (g_ptr_array_index (pages, place->page - 1), place->start,
                            g_utf8_strlen (exact, -1), &prefix, &suffix);
  quote->page = place->page;
  quote->start = place->start;
  g_free (quote->exact);
  g_free (quote->prefix);
  g_free (quote->suffix);
  quote->exact = exact;
  quote->prefix = prefix;
  quote->suffix = suffix;
}

static void
on_hunted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Taking *self = g_task_get_task_data (task);
  g_autoptr (GArray) places = comark_quote_hunt_finish (result, NULL);
  const ComarkQuotePlace *place
    = places != NULL && places->len > 0 ? &g_array_index (places, ComarkQuotePlace, 0) : NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (place != NULL && place->fate <= COMARK_QUOTE_MOVED && place->last_page <= place->page + 1)
    move_to (self->quote, self->pages, place);
  g_task_return_pointer (task, g_object_ref (self->quote), g_object_unref);
}

static void
hunt (GTask *task)
{
  Taking *self = g_task_get_task_data (task);
  g_autoptr (GPtrArray) quotes = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (quotes, g_object_ref (self->quote));
  comark_quote_hunt_async (g_ptr_array_ref (self->pages), quotes, g_task_get_cancellable (task),
                           on_hunted_cb, g_object_ref (task));
}

/* ---- the texts of pages ---- */

typedef struct
{
  GTask *task;
  guint page;
} Wanted;

static void
on_page_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Wanted *wanted = user_data;
  g_autoptr (GTask) task = wanted->task;
  Taking *self = g_task_get_task_data (task);

  g_ptr_array_index (self->pages, wanted->page)
    = comark_reader_get_text_finish (COMARK_READER (source), result, NULL);
  if (--self->n_waiting == 0)
    hunt (task);
}

static void
ask_for_pages (GTask *task, guint first, guint n)
{
  Taking *self = g_task_get_task_data (task);

  g_ptr_array_set_size (self->pages, (int) (first + n));
  self->n_waiting = n;
  for (guint i = first; i < first + n; i++)
    {
      Wanted *wanted = g_new0 (Wanted, 1);

      wanted->task = g_object_ref (task);
      wanted->page = i;
      comark_reader_get_text_async (self->reader, (int) i, g_task_get_cancellable (task),
                                    on_page_read_cb, wanted);
    }
}

void
comark_quote_taking_async (ComarkQuote *quote, gint64 last_page, ComarkReader *reader,
                           ComarkReadingText *words, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Taking *self = g_new0 (Taking, 1);

  self->quote = g_object_ref (quote);
  self->reader = g_object_ref (reader);
  self->pages = g_ptr_array_new_with_free_func (g_free);
  g_task_set_source_tag (task, comark_quote_taking_async);
  g_task_set_task_data (task, self, taking_free);
  if (words != NULL && comark_reader_get_n_pages (reader) == 0)
    {
      g_ptr_array_add (self->pages, comark_reading_text_dup_plain (words));
      hunt (task);
      return;
    }
  ask_for_pages (task, (guint) MAX (quote->page - 1, 0),
                 (guint) CLAMP (last_page - quote->page + 1, 1, MOST_PAGES));
}

ComarkQuote *
comark_quote_taking_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
