/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages with quotes are gone through one after another: the text of a page, the places of its
 * quotes in it, the areas of these. Between them the reader draws what is looked at.
 */
#include "comark-page-quotes.h"

#include "comark-page-selection.h"
#include "comark-quote-hunt.h"

struct _ComarkPageQuotes
{
  GObject parent_instance;

  /* weak: an answer may come after its end */
  ComarkPageView *view;

  /* owned */
  ComarkPageSelection *selection;
  ComarkReader *reader; /* (nullable) */
  GPtrArray *quotes;    /* of ComarkQuote */
  GArray *places;       /* of ComarkQuotePlace, as many */
  GPtrArray *areas;     /* of GArray *, as many; NULL: not found, or not yet */
  char *criterion;      /* in hand (nullable) */
  ComarkQuote *wanted;  /* to be shown when it is found (nullable) */
  GCancellable *cancellable;

  gint64 page; /* that is gone through, from 1 */
};

enum
{
  SIGNAL_SELECTION_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ComarkPageQuotes, comark_page_quotes, G_TYPE_OBJECT)

static ComarkQuotePlace *
place_at (ComarkPageQuotes *self, guint i)
{
  return &g_array_index (self->places, ComarkQuotePlace, i);
}

/* ---- marking ---- */

static void
mark (ComarkPageQuotes *self)
{
  g_autoptr (GArray) faint = g_array_new (FALSE, FALSE, sizeof (ComarkReaderArea));
  g_autoptr (GArray) strong = g_array_new (FALSE, FALSE, sizeof (ComarkReaderArea));

  for (guint i = 0; i < self->areas->len; i++)
    {
      ComarkQuote *quote = g_ptr_array_index (self->quotes, i);
      GArray *areas = g_ptr_array_index (self->areas, i);
      gboolean in_hand = g_strcmp0 (quote->criterion, self->criterion) == 0;

      if (areas != NULL)
        g_array_append_vals (in_hand ? strong : faint, areas->data, areas->len);
    }
  comark_page_view_set_marks (self->view, COMARK_PAGE_MARK_QUOTE, faint);
  comark_page_view_set_marks (self->view, COMARK_PAGE_MARK_QUOTE_IN_HAND, strong);
}

static void
show_wanted (ComarkPageQuotes *self)
{
  for (guint i = 0; self->wanted != NULL && i < self->areas->len; i++)
    {
      ComarkQuote *quote = g_ptr_array_index (self->quotes, i);
      GArray *areas = g_ptr_array_index (self->areas, i);

      if (!comark_id_equal (&quote->id, &self->wanted->id) || areas == NULL)
        continue;
      g_clear_object (&self->wanted);
      comark_page_selection_set (self->selection, quote->exact, place_at (self, i)->start, areas);
      comark_page_view_show_area (self->view, &g_array_index (areas, ComarkReaderArea, 0));
    }
}

/* ---- one page after another ---- */

static void go_on (ComarkPageQuotes *self);

/* Which quotes are looked for on the page: their indices. Returns: (transfer full) */
static GArray *
list_here (ComarkPageQuotes *self)
{
  GArray *here = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->places->len && here->len < COMARK_READER_MAX_RANGES; i++)
    if (place_at (self, i)->page == self->page)
      g_array_append_val (here, i);
  return here;
}

static void
on_areas_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkPageQuotes) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) all
    = comark_reader_areas_finish (COMARK_READER (source), result, &error);
  g_autoptr (GArray) here = NULL;

  if (self->view == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  here = list_here (self);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const ComarkReaderArea *area = &g_array_index (all, ComarkReaderArea, i);
      GArray **areas;

      if ((guint) area->match >= here->len)
        continue;
      areas = (GArray **) &self->areas->pdata[g_array_index (here, guint, area->match)];
      if (*areas == NULL)
        *areas = g_array_new (FALSE, FALSE, sizeof (ComarkReaderArea));
      g_array_append_vals (*areas, area, 1);
    }
  mark (self);
  show_wanted (self);
  go_on (self);
}

/* As far as it stands on its first page. */
static ComarkReaderRange
range_of (const ComarkQuotePlace *place)
{
  return (ComarkReaderRange){ (guint32) place->start,
                              place->last_page == place->page ? (guint32) place->end
                                                              : G_MAXUINT32 };
}

static void
on_hunted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkPageQuotes) self = user_data;
  g_autoptr (GArray) found = comark_quote_hunt_finish (result, NULL);
  g_autoptr (GArray) here = NULL;
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (ComarkReaderRange));

  if (self->view == NULL || found == NULL)
    return;
  here = list_here (self);
  for (guint i = 0; i < MIN (here->len, found->len); i++)
    {
      ComarkQuotePlace *place = &g_array_index (found, ComarkQuotePlace, i);
      ComarkQuotePlace *known = place_at (self, g_array_index (here, guint, i));
      ComarkReaderRange range;

      /* One that goes over the page's end is not found on the page alone. */
      if (place->fate <= COMARK_QUOTE_MOVED)
        *known = *place;
      range = range_of (known);
      g_array_append_val (ranges, range);
    }
  comark_reader_areas_async (self->reader, (int) self->page - 1, ranges, self->cancellable,
                             on_areas_cb, g_object_ref (self));
}

static void
on_text_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkPageQuotes) self = user_data;
  g_autoptr (GError) error = NULL;
  char *text = comark_reader_get_text_finish (COMARK_READER (source), result, &error);
  g_autoptr (GPtrArray) quotes = NULL;
  g_autoptr (GArray) here = NULL;
  GPtrArray *pages;

  if (self->view == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (text == NULL)
    {
      go_on (self);
      return;
    }
  pages = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_set_size (pages, (int) self->page);
  pages->pdata[self->page - 1] = text;
  quotes = g_ptr_array_new_with_free_func (g_object_unref);
  here = list_here (self);
  for (guint i = 0; i < here->len; i++)
    g_ptr_array_add (quotes, g_object_ref (self->quotes->pdata[g_array_index (here, guint, i)]));
  comark_quote_hunt_async (pages, quotes, self->cancellable, on_hunted_cb, g_object_ref (self));
}

/* To the next page that has quotes. */
static void
go_on (ComarkPageQuotes *self)
{
  gint64 next = G_MAXINT32;

  for (guint i = 0; i < self->places->len; i++)
    if (place_at (self, i)->page > self->page)
      next = MIN (next, place_at (self, i)->page);
  if (next == G_MAXINT32)
    return;
  self->page = next;
  comark_reader_get_text_async (self->reader, (int) next - 1, self->cancellable, on_text_cb,
                                g_object_ref (self));
}

static void
stop (ComarkPageQuotes *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
begin (ComarkPageQuotes *self)
{
  stop (self);
  self->cancellable = g_cancellable_new ();
  self->page = 0;
  g_ptr_array_set_size (self->areas, 0);
  g_ptr_array_set_size (self->areas, (int) self->quotes->len);
  mark (self);
  if (self->reader != NULL)
    go_on (self);
}

/* ---- what is marked ---- */

static gboolean
are_same (ComarkPageQuotes *self, GPtrArray *quotes)
{
  if (quotes->len != self->quotes->len)
    return FALSE;
  for (guint i = 0; i < quotes->len; i++)
    {
      ComarkQuote *one = g_ptr_array_index (quotes, i);
      ComarkQuote *other = g_ptr_array_index (self->quotes, i);

      if (!comark_id_equal (&one->id, &other->id)
          || g_strcmp0 (one->criterion, other->criterion) != 0)
        return FALSE;
    }
  return TRUE;
}

void
comark_page_quotes_set (ComarkPageQuotes *self, ComarkReader *reader, GPtrArray *quotes,
                        GArray *places, const char *criterion)
{
  gboolean same_criterion, same_reader;

  g_return_if_fail (COMARK_IS_PAGE_QUOTES (self));
  g_return_if_fail (quotes->len == places->len);

  same_criterion = g_strcmp0 (criterion, self->criterion) == 0;
  g_free (self->criterion);
  self->criterion = g_strdup (criterion);
  same_reader = !g_set_object (&self->reader, reader);
  if (!same_reader)
    comark_page_selection_clear (self->selection);
  if (same_reader && are_same (self, quotes))
    {
      if (!same_criterion)
        mark (self);
      return;
    }
  g_ptr_array_unref (self->quotes);
  self->quotes = g_ptr_array_ref (quotes);
  g_array_unref (self->places);
  self->places = g_array_copy (places);
  begin (self);
}

void
comark_page_quotes_show (ComarkPageQuotes *self, ComarkQuote *quote, const ComarkQuotePlace *place)
{
  g_return_if_fail (COMARK_IS_PAGE_QUOTES (self));

  g_set_object (&self->wanted, quote);
  if (place->page > 0)
    comark_page_view_set_page (self->view, (int) place->page - 1);
  show_wanted (self);
}

/* ---- what is selected ---- */

gboolean
comark_page_quotes_has_selection (ComarkPageQuotes *self)
{
  g_return_val_if_fail (COMARK_IS_PAGE_QUOTES (self), FALSE);

  return comark_page_selection_get_text (self->selection) != NULL;
}

void
comark_page_quotes_copy (ComarkPageQuotes *self)
{
  g_return_if_fail (COMARK_IS_PAGE_QUOTES (self));

  comark_page_selection_copy (self->selection);
}

void
comark_page_quotes_unselect (ComarkPageQuotes *self)
{
  g_return_if_fail (COMARK_IS_PAGE_QUOTES (self));

  comark_page_selection_clear (self->selection);
}

ComarkQuote *
comark_page_quotes_dup_selected (ComarkPageQuotes *self)
{
  const char *text;
  ComarkQuote *quote;

  g_return_val_if_fail (COMARK_IS_PAGE_QUOTES (self), NULL);

  text = comark_page_selection_get_text (self->selection);
  if (text == NULL)
    return NULL;
  quote = comark_quote_new ();
  quote->page = comark_page_selection_get_page (self->selection) + 1;
  quote->start = MAX (comark_page_selection_get_start (self->selection), 0);
  quote->exact = g_strstrip (g_strdup (text));
  quote->prefix = g_strdup ("");
  quote->suffix = g_strdup ("");
  return quote;
}

/* ---- life ---- */

static void
on_selection_changed_cb (ComarkPageQuotes *self)
{
  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

static void
comark_page_quotes_dispose (GObject *object)
{
  ComarkPageQuotes *self = COMARK_PAGE_QUOTES (object);

  stop (self);
  g_clear_weak_pointer (&self->view);
  g_clear_object (&self->selection);
  g_clear_object (&self->reader);
  g_clear_object (&self->wanted);
  G_OBJECT_CLASS (comark_page_quotes_parent_class)->dispose (object);
}

static void
comark_page_quotes_finalize (GObject *object)
{
  ComarkPageQuotes *self = COMARK_PAGE_QUOTES (object);

  g_ptr_array_unref (self->quotes);
  g_ptr_array_unref (self->areas);
  g_array_unref (self->places);
  g_free (self->criterion);
  G_OBJECT_CLASS (comark_page_quotes_parent_class)->finalize (object);
}

static void
comark_page_quotes_class_init (ComarkPageQuotesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = comark_page_quotes_dispose;
  G_OBJECT_CLASS (klass)->finalize = comark_page_quotes_finalize;
  signals[SIGNAL_SELECTION_CHANGED]
    = g_signal_new ("selection-changed", COMARK_TYPE_PAGE_QUOTES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
}

static void
unref_areas (gpointer data)
{
  if (data != NULL)
    g_array_unref (data);
}

static void
comark_page_quotes_init (ComarkPageQuotes *self)
{
  self->quotes = g_ptr_array_new_with_free_func (g_object_unref);
  self->places = g_array_new (FALSE, FALSE, sizeof (ComarkQuotePlace));
  self->areas = g_ptr_array_new_with_free_func (unref_areas);
}

ComarkPageQuotes *
comark_page_quotes_new (ComarkPageView *view)
{
  ComarkPageQuotes *self = g_object_new (COMARK_TYPE_PAGE_QUOTES, NULL);

  g_set_weak_pointer (&self->view, view);
  self->selection = comark_page_selection_new (view);
  g_signal_connect_object (self->selection, "changed", G_CALLBACK (on_selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}
