/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-desk-quotes.h"

#include <string.h>

#include "comark-desk-own-review.h"
#include "comark-desk-standing.h"
#include "comark-desk-submissions.h"
#include "comark-desk-text.h"
#include "comark-document-rows.h"
#include "comark-dossier.h"
#include "comark-limits.h"
#include "comark-quote-rows.h"
#include "comark-reader.h"
#include "comark-review-rows.h"

typedef struct
{
  const char *ref;
  const ComarkQuoteForm *form;
  const ComarkId *id;
  const char *criterion;
  const char *note;
  gint64 rev, new_rev;
  gboolean removed;
  ComarkId row;
} Quoting;

/* ---- checks ---- */

static gboolean
check_length (const char *what, const char *text, glong most, GError **error)
{
  if (!comark_desk_check_text (what, text, error))
    return FALSE;
  if (text == NULL || g_utf8_strlen (text, -1) <= most)
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                             "%s is longer than %d characters. Choose the part that matters.",
                             what, (int) most);
}

static gboolean
check_form (const ComarkQuoteForm *form, GError **error)
{
  if (!comark_desk_need_text ("The quote", form->exact, error)
      || !check_length ("The quote", form->exact, COMARK_QUOTE_MAX_EXACT, error)
      || !check_length ("The text before the quote", form->prefix, COMARK_QUOTE_MAX_AROUND, error)
      || !check_length ("The text after the quote", form->suffix, COMARK_QUOTE_MAX_AROUND, error)
      || !check_length ("The note", form->note, COMARK_QUOTE_MAX_NOTE, error))
    return FALSE;
  if (form->page >= 1 && form->page <= G_MAXINT32 && form->start >= 0
      && form->start <= G_MAXINT32)
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                             "There is no such place in the document.");
}

static gboolean
check_file (ComarkCase *self, const char *hash, GError **error)
{
  gboolean belongs;

  if (!comark_document_rows_has_file (self->desk->sql, &self->id, hash, &belongs, error))
    return FALSE;
  return belongs
         || comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                                "This file does not belong to the submission any more.");
}

/* Returns: (transfer full) (nullable) */
static char *
dup_newest_hash (ComarkDesk *desk, const ComarkId *submission, GError **error)
{
  g_autoptr (GPtrArray) documents = comark_document_rows_list (desk->sql, submission, error);

  if (documents == NULL)
    return NULL;
  if (documents->len > 0)
    return g_strdup (
      ((ComarkDocument *) g_ptr_array_index (documents, documents->len - 1))->hash);
  comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH, "There is no document here yet.");
  return NULL;
}

/* ---- adding ---- */

static gboolean
is_same_place (ComarkQuote *quote, const ComarkQuoteForm *form, const char *hash)
{
  return quote->own && quote->page == form->page && quote->start == form->start
         && g_strcmp0 (quote->hash, hash) == 0 && g_strcmp0 (quote->exact, form->exact) == 0
         && g_strcmp0 (quote->criterion, form->criterion) == 0;
}

/* *known: it is there already. */
static gboolean
find_known (ComarkCase *self, Quoting *quoting, const char *hash, gboolean *known,
            GError **error)
{
  g_autoptr (GPtrArray) quotes
    = comark_quote_rows_list (self->desk->sql, &self->id, self->submission->round,
                              &self->desk->who->id, error);

  *known = FALSE;
  for (guint i = 0; quotes != NULL && i < quotes->len; i++)
    {
      ComarkQuote *quote = g_ptr_array_index (quotes, i);

      if (!is_same_place (quote, quoting->form, hash))
        continue;
      *known = TRUE;
      quoting->row = quote->id;
    }
  return quotes != NULL;
}

static ComarkQuote *
quote_of (ComarkDesk *desk, const Quoting *quoting, const char *hash)
{
  const ComarkQuoteForm *form = quoting->form;
  ComarkQuote *quote = comark_quote_new ();

  quote->id = quoting->row;
  quote->person = desk->who->id;
  quote->criterion = g_strdup (form->criterion);
  quote->hash = g_strdup (hash);
  quote->page = form->page;
  quote->start = form->start;
  quote->exact = g_strdup (form->exact);
  quote->prefix = g_strdup (form->prefix != NULL ? form->prefix : "");
  quote->suffix = g_strdup (form->suffix != NULL ? form->suffix : "");
  quote->note = g_strdup (form->note != NULL ? form->note : "");
  quote->created_at = comark_desk_now_ms (desk);
  return quote;
}

static gboolean
begin_draft (ComarkOwnReview *own, GError **error)
{
  gboolean is_new;

  /* Looking up a place is no final rating: that begins with the first change. */
  return own->stage == COMARK_STAGE_FINAL || comark_own_review_begin (own, &is_new, error);
}

static gboolean
add_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Quoting *quoting = data;
  g_autoptr (ComarkOwnReview) own = comark_own_review_open (desk, quoting->ref, error);
  g_autofree char *hash = NULL;
  g_autoptr (ComarkQuote) quote = NULL;
  gboolean known;

  if (own == NULL || !comark_desk_allow (desk, &own->panel->id, COMARK_ACTION_OPEN_DOCUMENT, error)
      || comark_case_criterion (own->panel, quoting->form->criterion, error) == NULL)
    return FALSE;
  hash = quoting->form->hash != NULL ? g_strdup (quoting->form->hash)
                                     : dup_newest_hash (desk, &own->panel->id, error);
  if (hash == NULL || !check_file (own->panel, hash, error)
      || !find_known (own->panel, quoting, hash, &known, error))
    return FALSE;
  if (known)
    return TRUE;
  quote = quote_of (desk, quoting, hash);
  return begin_draft (own, error)
         && comark_quote_rows_add (desk->sql, &own->panel->id, own->panel->submission->round,
                                   quote, error)
         && comark_case_log (own->panel, "save-quote", &quote->id, "criterion place exact note",
                             quote->exact, error);
}

gboolean
comark_desk_add_quote (ComarkDesk *desk, const char *ref, const ComarkQuoteForm *form,
                       ComarkId *id, GError **error)
{
  Quoting quoting = { .ref = ref, .form = form, .row = comark_desk_row_id (desk) };

  if (!check_form (form, error)
      || !comark_desk_write (desk, "save-quote", add_step, &quoting, error))
    return FALSE;
  if (id != NULL)
    *id = quoting.row;
  return TRUE;
}

/* ---- changing ---- */

static gboolean
no_such (GError **error)
{
  return comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                             "There is no such quote of yours. My review shows those there are.");
}

/* A first review never changes once it is submitted, and what was quoted is part of it. */
static gboolean
check_open (ComarkOwnReview *own, ComarkQuote *quote, GError **error)
{
  g_autoptr (ComarkReview) first = NULL;
  ComarkCase *panel = own->panel;

  if (!comark_review_rows_find (panel->desk->sql, &panel->id, &panel->desk->who->id,
                                panel->submission->round, COMARK_STAGE_FIRST, &first, error))
    return FALSE;
  if (!comark_dossier_quote_is_fixed (quote, first))
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                             "This quote belongs to the review that you submitted, so it stays. "
                             "You can add another one beside it.");
}

/* *quote (transfer full): one's own, that can be changed. */
static ComarkOwnReview *
open_quote (ComarkDesk *desk, const Quoting *quoting, gboolean removed, ComarkQuote **quote,
            GError **error)
{
  g_autoptr (ComarkOwnReview) own = comark_own_review_open (desk, quoting->ref, error);

  if (own == NULL
      || !comark_quote_rows_find (desk->sql, &own->panel->id, own->panel->submission->round,
                                  &desk->who->id, quoting->id, removed, quote, error))
    return NULL;
  if (*quote == NULL || !(*quote)->own)
    {
      no_such (error);
      return NULL;
    }
  return check_open (own, *quote, error) ? g_steal_pointer (&own) : NULL;
}

static gboolean
change_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Quoting *quoting = data;
  const char *note = quoting->note != NULL ? quoting->note : "";
  g_autoptr (ComarkQuote) quote = NULL;
  g_autoptr (ComarkOwnReview) own = open_quote (desk, quoting, FALSE, &quote, error);
  ComarkDeskChanges changes = COMARK_DESK_CHANGES_NONE;

  if (own == NULL || comark_case_criterion (own->panel, quoting->criterion, error) == NULL)
    return FALSE;
  quoting->new_rev = quote->rev;
  if (g_str_equal (quote->criterion, quoting->criterion) && g_str_equal (quote->note, note))
    return TRUE;
  if (quote->rev != quoting->rev)
    {
      comark_desk_changes_text (&changes, "criterion", quote->criterion, quoting->criterion);
      comark_desk_changes_text (&changes, "note", quote->note, note);
      return comark_desk_changed (&changes, "your quote", error);
    }
  quoting->new_rev++;
  return comark_quote_rows_change (desk->sql, quoting->id, quoting->rev, quoting->criterion, note,
                                   error)
         && comark_case_log (own->panel, "save-quote", quoting->id, "criterion note", note,
                             error);
}

gboolean
comark_desk_change_quote (ComarkDesk *desk, const char *ref, const ComarkId *id,
                          const char *criterion, const char *note, gint64 rev, gint64 *new_rev,
                          GError **error)
{
  Quoting quoting = { .ref = ref, .id = id, .criterion = criterion, .note = note, .rev = rev };

  if (!check_length ("The note", note, COMARK_QUOTE_MAX_NOTE, error)
      || !comark_desk_write (desk, "save-quote", change_step, &quoting, error))
    return FALSE;
  if (new_rev != NULL)
    *new_rev = quoting.new_rev;
  return TRUE;
}

static gboolean
remove_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Quoting *quoting = data;
  g_autoptr (ComarkQuote) quote = NULL;
  g_autoptr (ComarkOwnReview) own = open_quote (desk, quoting, !quoting->removed, &quote, error);

  return own != NULL
         && comark_quote_rows_set_removed (desk->sql, quoting->id, quoting->removed,
                                           comark_desk_now_ms (desk), error)
         && comark_case_log (own->panel, "save-quote", quoting->id, "removed_at", NULL, error);
}

gboolean
comark_desk_set_quote_removed (ComarkDesk *desk, const char *ref, const ComarkId *id,
                               gboolean removed, GError **error)
{
  Quoting quoting = { .ref = ref, .id = id, .removed = removed };

  return comark_desk_write (desk, "save-quote", remove_step, &quoting, error);
}

/* ---- the text ---- */

static char *
dup_hash (ComarkDesk *desk, const char *ref, GError **error)
{
  ComarkId id;

  return comark_desk_find_for (desk, ref, COMARK_ACTION_OPEN_DOCUMENT, &id, error)
           ? dup_newest_hash (desk, &id, error) : NULL;
}

char **
comark_desk_read_pages (ComarkDesk *desk, const char *ref, const char *hash, GError **error)
{
  g_autofree char *wanted = hash != NULL ? g_strdup (hash) : dup_hash (desk, ref, error);
  g_autoptr (GBytes) bytes
    = wanted != NULL ? comark_desk_read_file (desk, ref, wanted, error) : NULL;
  g_autofree char *text = NULL;

  if (bytes == NULL)
    return NULL;
  text = comark_reader_extract_text (bytes, 0, COMARK_LIMIT_SEARCH_CHARACTERS, desk->cancellable,
                                     error);
  return text != NULL ? g_strsplit (text, "\f", -1) : NULL;
}

static gboolean
check_found (guint n, gboolean page_given, GError **error)
{
  if (n == 0)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                               "These words do not stand in the document%s. Copy them from it as "
                               "they are.", page_given ? " on that page" : "");
  if (n > 1 && !page_given)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                               "These words stand in the document %u times. Say on which page is "
                               "meant, or quote more of the sentence.", n);
  return TRUE;
}

/* The texts, or that of @page alone. Returns: (transfer container) */
static GPtrArray *
pages_to_look_in (char **pages, gint64 page)
{
  GPtrArray *wanted = g_ptr_array_new ();

  for (guint i = 0; pages[i] != NULL; i++)
    g_ptr_array_add (wanted, page == 0 || page == (gint64) i + 1 ? pages[i] : NULL);
  return wanted;
}

/* Fills @found, whose words are as the document has them: *exact (transfer full). */
static gboolean
look_for (char **pages, ComarkQuoteForm *found, char **exact, char **prefix, char **suffix,
          GError **error)
{
  g_autoptr (GPtrArray) wanted = pages_to_look_in (pages, found->page);
  const char *const *texts = (const char *const *) wanted->pdata;
  g_autoptr (ComarkQuote) quote = comark_quote_new ();
  ComarkQuotePlace place;

  if (!check_found (comark_quote_count (found->exact, texts, wanted->len), found->page != 0,
                    error))
    return FALSE;
  quote->page = MAX (found->page, 1);
  quote->exact = g_strdup (found->exact);
  quote->prefix = g_strdup ("");
  quote->suffix = g_strdup ("");
  place = comark_quote_find (quote, texts, wanted->len);
  found->page = place.page;
  found->start = place.start;
  *exact = place.page == place.last_page
             ? g_utf8_substring (pages[place.page - 1], place.start, place.end)
             : g_strdup (found->exact);
  comark_quote_look_around (pages[place.page - 1], place.start, g_utf8_strlen (*exact, -1),
                            prefix, suffix);
  return TRUE;
}

gboolean
comark_desk_quote_words (ComarkDesk *desk, const char *ref, const ComarkQuoteForm *form,
                         ComarkId *id, GError **error)
{
  g_auto (GStrv) pages = NULL;
  g_autofree char *hash = NULL, *exact = NULL, *prefix = NULL, *suffix = NULL;
  ComarkQuoteForm found = *form;

  if (!comark_desk_need_text ("The quote", form->exact, error)
      || (hash = form->hash != NULL ? g_strdup (form->hash) : dup_hash (desk, ref, error)) == NULL
      || (pages = comark_desk_read_pages (desk, ref, hash, error)) == NULL
      || !look_for (pages, &found, &exact, &prefix, &suffix, error))
    return FALSE;
  found.exact = exact;
  found.hash = hash;
  found.prefix = prefix;
  found.suffix = suffix;
  return comark_desk_add_quote (desk, ref, &found, id, error);
}
