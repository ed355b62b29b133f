/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-quote-fates.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-desk-submissions.h"
#include "comark-limits.h"
#include "comark-quote-hunt.h"
#include "comark-quote-words.h"
#include "comark-reader.h"

/* Of what stands there instead, in characters: enough to know it. */
#define LONGEST_NOW 300

struct _ComarkQuoteFates
{
  GObject parent_instance;

  GtkWidget *page; /* borrowed */

  /* owned */
  ComarkDossier *dossier;
  char *hash;        /* of the version that is read, or was */
  GPtrArray *pages;  /* its texts; NULL until they are read */
  GPtrArray *quotes; /* of older versions */
  GArray *places;    /* of these, in their order; NULL until they were looked for */
  GCancellable *cancellable;

  gboolean has_failed; /* it could not be read */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ComarkQuoteFates, comark_quote_fates, G_TYPE_OBJECT)

/* ---- whose file has changed ---- */

static ComarkDocument *
find_document (ComarkDossier *dossier, const char *hash)
{
  for (guint i = dossier->documents->len; i > 0; i--)
    {
      ComarkDocument *document = g_ptr_array_index (dossier->documents, i - 1);

      if (g_strcmp0 (document->hash, hash) == 0)
        return document;
    }
  return NULL;
}

static gboolean
is_evidence (ComarkDossier *dossier, const char *hash)
{
  for (guint i = 0; i < dossier->evidence->len; i++)
    {
      ComarkEvidence *item = g_ptr_array_index (dossier->evidence, i);

      if (g_strcmp0 (item->hash, hash) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_of_older_version (ComarkDossier *dossier, ComarkQuote *quote)
{
  ComarkDocument *document = find_document (dossier, quote->hash);

  return document != NULL
         && g_strcmp0 (document->hash, comark_dossier_document (dossier)->hash) != 0;
}

static void
add_older (GPtrArray *older, ComarkDossier *dossier, GPtrArray *quotes)
{
  for (guint i = 0; i < quotes->len; i++)
    {
      ComarkQuote *quote = g_ptr_array_index (quotes, i);

      if (is_of_older_version (dossier, quote))
        g_ptr_array_add (older, g_object_ref (quote));
    }
}

static GPtrArray *
list_older (ComarkDossier *dossier)
{
  GPtrArray *older = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) left = comark_dossier_quotes_left (dossier);

  add_older (older, dossier, dossier->quotes);
  add_older (older, dossier, left);
  return older;
}

/* ---- looking for them ---- */

static void
on_hunted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkQuoteFates) self = user_data;
  GArray *places = comark_quote_hunt_finish (result, NULL);

  if (places == NULL)
    return;
  g_clear_pointer (&self->places, g_array_unref);
  self->places = places;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
hunt (ComarkQuoteFates *self)
{
  comark_quote_hunt_async (g_ptr_array_ref (self->pages), self->quotes, self->cancellable,
                           on_hunted_cb, g_object_ref (self));
}

/* ---- reading ---- */

static void
extract (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  char *text = comark_reader_extract_text (data, 0, COMARK_LIMIT_SEARCH_CHARACTERS, cancellable,
                                           &error);

  if (text != NULL)
    g_task_return_pointer (task, text, g_free);
  else
    g_task_return_error (task, error);
}

static void
fail (ComarkQuoteFates *self)
{
  self->has_failed = TRUE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_extracted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkQuoteFates) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char **pages = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (text == NULL)
    {
      fail (self);
      return;
    }
  pages = g_strsplit (text, "\f", -1);
  self->pages = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; pages[i] != NULL; i++)
    g_ptr_array_add (self->pages, pages[i]);
  hunt (self);
}

typedef struct
{
  char *ref;
  char *hash;
  GBytes *bytes; /* in an answer */
} Request;

static Request *
request_new (const char *ref, const char *hash)
{
  Request *request = g_new0 (Request, 1);

  request->ref = g_strdup (ref);
  request->hash = g_strdup (hash);
  return request;
}

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->ref);
  g_free (request->hash);
  g_clear_pointer (&request->bytes, g_bytes_unref);
  g_free (request);
}

static gpointer
read_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Request *request = data;
  GBytes *bytes = comark_desk_read_file (desk, request->ref, request->hash, error);
  Request *answer = bytes != NULL ? request_new (request->ref, request->hash) : NULL;

  if (answer != NULL)
    answer->bytes = bytes;
  return answer;
}

static gboolean
on_bytes_read_cb (GtkWidget *page, gpointer answer, const GError *error, gpointer data)
{
  ComarkQuoteFates *self = data;
  Request *read = answer;
  g_autoptr (GTask) task = NULL;

  if (error != NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        fail (self);
      return TRUE;
    }
  if (g_strcmp0 (read->hash, self->hash) != 0)
    return TRUE; /* a newer one is on its way */
  task = g_task_new (NULL, self->cancellable, on_extracted_cb, g_object_ref (self));
  g_task_set_task_data (task, g_bytes_ref (read->bytes), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, extract);
  return TRUE;
}

static void
read_newest (ComarkQuoteFates *self)
{
  comark_act_read (self->page, &(ComarkAct) {
    .job = read_job, .data = request_new (self->dossier->submission->ref, self->hash),
    .data_destroy = request_free, .answer_destroy = request_free, .done = on_bytes_read_cb,
    .done_data = self, .cancellable = self->cancellable,
  });
}

static void
stop (ComarkQuoteFates *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
begin (ComarkQuoteFates *self)
{
  const char *newest = comark_dossier_document (self->dossier)->hash;
  gboolean is_read = self->pages != NULL && g_strcmp0 (self->hash, newest) == 0;

  stop (self);
  self->cancellable = g_cancellable_new ();
  if (is_read)
    {
      hunt (self);
      return;
    }
  g_free (self->hash);
  self->hash = g_strdup (newest);
  self->has_failed = FALSE;
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  read_newest (self);
}

static gboolean
are_same (GPtrArray *a, GPtrArray *b)
{
  gboolean same = a->len == b->len;

  for (guint i = 0; same && i < a->len; i++)
    same = comark_id_equal (&((ComarkQuote *) a->pdata[i])->id,
                            &((ComarkQuote *) b->pdata[i])->id);
  return same;
}

void
comark_quote_fates_set_dossier (ComarkQuoteFates *self, ComarkDossier *dossier)
{
  g_autoptr (GPtrArray) older = NULL;

  g_return_if_fail (COMARK_IS_QUOTE_FATES (self));

  older = list_older (dossier);
  g_set_object (&self->dossier, dossier);
  if (gtk_widget_get_root (self->page) == NULL
      || (are_same (older, self->quotes)
          && (older->len == 0
              || g_strcmp0 (self->hash, comark_dossier_document (dossier)->hash) == 0)))
    return;
  g_clear_pointer (&self->places, g_array_unref);
  g_ptr_array_unref (self->quotes);
  self->quotes = g_steal_pointer (&older);
  if (self->quotes->len > 0)
    begin (self);
}

/* ---- what is known ---- */

static const ComarkQuotePlace *
place_of (ComarkQuoteFates *self, ComarkQuote *quote)
{
  for (guint i = 0; self->places != NULL && i < MIN (self->quotes->len, self->places->len); i++)
    if (comark_id_equal (&((ComarkQuote *) self->quotes->pdata[i])->id, &quote->id))
      return &g_array_index (self->places, ComarkQuotePlace, i);
  return NULL;
}

static gboolean
is_letter (const char *at)
{
  return g_unichar_isalnum (g_utf8_get_char (at));
}

/* Alike words are found about where they are: whole words are shown, from the first that is not
 * cut. Returns: (transfer full) */
static char *
dup_whole_words (const char *page, gint64 from, gint64 to)
{
  const char *start = g_utf8_offset_to_pointer (page, from);
  const char *end = g_utf8_offset_to_pointer (page, to);

  if (start > page && is_letter (g_utf8_prev_char (start)))
    while (start < end && is_letter (start))
      start = g_utf8_next_char (start);
  while (start < end && !is_letter (start))
    start = g_utf8_next_char (start);
  while (*end != '\0' && is_letter (end))
    end = g_utf8_next_char (end);
  return g_strndup (start, (gsize) (end - start));
}

/* What stands there now, in one line. Returns: (transfer full) */
static char *
dup_now (ComarkQuoteFates *self, const ComarkQuotePlace *place)
{
  const char *page = g_ptr_array_index (self->pages, place->page - 1);
  gint64 end = place->page == place->last_page ? place->end : g_utf8_strlen (page, -1);
  g_autofree char *words
    = dup_whole_words (page, place->start, MIN (end, place->start + LONGEST_NOW));

  return comark_quote_words_flatten (words);
}

static char *
say_fate (ComarkQuoteFates *self, const ComarkQuotePlace *place, const ComarkDocument *newest)
{
  int version = (int) newest->n, page = (int) place->page;
  g_autofree char *now = NULL;

  switch (place->fate)
    {
    case COMARK_QUOTE_SAME:
      /* translators: of a quote from an older version of the document: version, page */
      return g_strdup_printf (_("Still there in version %d, on page %d."), version, page);
    case COMARK_QUOTE_MOVED:
      return g_strdup_printf (_("Moved: in version %d it stands on page %d."), version, page);
    case COMARK_QUOTE_CHANGED:
      now = dup_now (self, place);
      /* translators: version, page, and the words that stand there now */
      return g_strdup_printf (_("Changed: in version %d, page %d, it says “%s”."), version, page,
                              now);
    case COMARK_QUOTE_GONE:
    default:
      return g_strdup_printf (_("Gone: version %d does not say this any more."), version);
    }
}

char *
comark_quote_fates_dup_words (ComarkQuoteFates *self, ComarkQuote *quote)
{
  const ComarkQuotePlace *place;
  const ComarkDocument *newest;

  g_return_val_if_fail (COMARK_IS_QUOTE_FATES (self), NULL);

  if (self->dossier == NULL || is_evidence (self->dossier, quote->hash))
    return NULL;
  if (find_document (self->dossier, quote->hash) == NULL)
    return g_strdup (_("The file it was taken from is no longer here."));
  if (!is_of_older_version (self->dossier, quote))
    return NULL;
  newest = comark_dossier_document (self->dossier);
  place = place_of (self, quote);
  if (place != NULL)
    return say_fate (self, place, newest);
  return g_strdup_printf (self->has_failed ? _("Version %d could not be searched for it.")
                                           : _("Looking for it in version %d…"),
                          (int) newest->n);
}

gboolean
comark_quote_fates_locate (ComarkQuoteFates *self, ComarkQuote *quote, const char *shown,
                           const char **hash, ComarkQuotePlace *place)
{
  const ComarkQuotePlace *found;

  g_return_val_if_fail (COMARK_IS_QUOTE_FATES (self), FALSE);

  found = g_strcmp0 (quote->hash, shown) != 0 ? place_of (self, quote) : NULL;
  if (found != NULL && found->page > 0)
    {
      *hash = comark_dossier_document (self->dossier)->hash;
      *place = *found;
      return TRUE;
    }
  *hash = quote->hash;
  *place = (ComarkQuotePlace){ COMARK_QUOTE_SAME, quote->page, quote->start, quote->page,
                               quote->start + g_utf8_strlen (quote->exact, -1) };
  return self->dossier != NULL
         && (is_evidence (self->dossier, quote->hash)
             || find_document (self->dossier, quote->hash) != NULL);
}

/* Its words in the newest version, as they stand there. Returns: (transfer full) */
static ComarkQuote *
quote_at (ComarkQuoteFates *self, const ComarkQuotePlace *place)
{
  const char *page = g_ptr_array_index (self->pages, place->page - 1);
  ComarkQuote *now = comark_quote_new ();

  now->hash = g_strdup (self->hash);
  now->page = place->page;
  now->start = place->start;
  now->exact = g_utf8_substring (page, place->start, place->end);
  comark_quote_look_around (page, place->start, place->end - place->start, &now->prefix,
                            &now->suffix);
  return now;
}

static ComarkQuote *
copy_of (ComarkQuote *quote)
{
  ComarkQuote *now = comark_quote_new ();

  now->hash = g_strdup (quote->hash);
  now->page = quote->page;
  now->start = quote->start;
  now->exact = g_strdup (quote->exact);
  now->prefix = g_strdup (quote->prefix);
  now->suffix = g_strdup (quote->suffix);
  return now;
}

ComarkQuote *
comark_quote_fates_dup_now (ComarkQuoteFates *self, ComarkQuote *quote)
{
  const ComarkQuotePlace *place;
  ComarkQuote *now = NULL;

  g_return_val_if_fail (COMARK_IS_QUOTE_FATES (self), NULL);

  if (self->dossier == NULL)
    return NULL;
  place = place_of (self, quote);
  if (!is_of_older_version (self->dossier, quote))
    now = is_evidence (self->dossier, quote->hash)
              || find_document (self->dossier, quote->hash) != NULL
            ? copy_of (quote) : NULL;
  else if (place != NULL && place->fate <= COMARK_QUOTE_MOVED && place->page == place->last_page)
    now = quote_at (self, place);
  if (now == NULL)
    return NULL;
  now->criterion = g_strdup (quote->criterion);
  now->note = g_strdup (quote->note);
  return now;
}

/* ---- life ---- */

static void
comark_quote_fates_dispose (GObject *object)
{
  ComarkQuoteFates *self = COMARK_QUOTE_FATES (object);

  stop (self);
  g_clear_object (&self->dossier);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  G_OBJECT_CLASS (comark_quote_fates_parent_class)->dispose (object);
}

static void
comark_quote_fates_finalize (GObject *object)
{
  ComarkQuoteFates *self = COMARK_QUOTE_FATES (object);

  g_ptr_array_unref (self->quotes);
  g_free (self->hash);
  G_OBJECT_CLASS (comark_quote_fates_parent_class)->finalize (object);
}

static void
comark_quote_fates_class_init (ComarkQuoteFatesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = comark_quote_fates_dispose;
  G_OBJECT_CLASS (klass)->finalize = comark_quote_fates_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", COMARK_TYPE_QUOTE_FATES, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
comark_quote_fates_init (ComarkQuoteFates *self)
{
  self->quotes = g_ptr_array_new_with_free_func (g_object_unref);
}

ComarkQuoteFates *
comark_quote_fates_new (GtkWidget *page)
{
  ComarkQuoteFates *self = g_object_new (COMARK_TYPE_QUOTE_FATES, NULL);

  self->page = page;
  return self;
}
