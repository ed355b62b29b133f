/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks the helper for the words of a document, a few pages at a time. When the helper dies or
 * hangs on the way, the pages at fault are found by asking for them one by one, and then left
 * out: they cost a note each, not the text.
 */
#include <string.h>

#include "comark-reader-error.h"
#include "comark-reader-helper.h"
#include "comark-reader.h"

#define WHOLE_LIMIT_US (60 * G_TIME_SPAN_SECOND)
#define PAGES_AT_ONCE 64
#define MAX_LOST 3

typedef struct
{
  ComarkReaderHelper *helper;
  GCancellable *cancellable; /* (nullable) */
  ComarkReaderHelperProgress progress;
  gpointer progress_data;
  gint64 end_us;

  int n_pages;        /* at least 1 */
  int n_wanted;       /* pages to read: n_pages, or fewer once it is cut */
  int lost[MAX_LOST]; /* pages, rising */
  int n_lost;
  int careful[2];     /* one by one from here to before there */
  gboolean is_cut;
} Reading;

static gboolean
is_lost (const Reading *self, int page)
{
  for (int i = 0; i < self->n_lost; i++)
    if (self->lost[i] == page)
      return TRUE;
  return FALSE;
}

static int
choose_amount (const Reading *self, int page)
{
  int most = MIN (PAGES_AT_ONCE, self->n_wanted - page), amount = 1;

  if (page >= self->careful[0] && page < self->careful[1])
    return 1;
  while (amount < most && !is_lost (self, page + amount))
    amount++;
  return amount;
}

static void
lose_page (Reading *self, int page)
{
  int at = self->n_lost;

  if (self->n_lost == MAX_LOST)
    {
      self->n_wanted = MIN (self->n_wanted, page);
      self->is_cut = TRUE;
      return;
    }
  for (; at > 0 && self->lost[at - 1] > page; at--)
    self->lost[at] = self->lost[at - 1];
  self->lost[at] = page;
  self->n_lost++;
}

/* FALSE with @error if it is no use to go on. */
static gboolean
learn_from (Reading *self, int page, int amount, GError *failure, GError **error)
{
  gboolean is_pages_fault
    = g_error_matches (failure, COMARK_READER_ERROR, COMARK_READER_ERROR_CRASHED)
      || g_error_matches (failure, COMARK_READER_ERROR, COMARK_READER_ERROR_TOO_SLOW);

  if (!is_pages_fault)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  g_error_free (failure);
  if (amount == 1)
    lose_page (self, page);
  self->careful[0] = page;
  self->careful[1] = amount > 1 ? page + amount : page;
  return TRUE;
}

static gboolean
ask_to_read (Reading *self, int page, int amount, int *next, GError **error)
{
  const ComarkReaderRequest request = { .command = COMARK_READER_COMMAND_READ,
                                        .page = (guint32) page,
                                        .amount = (guint32) amount };
  ComarkReaderReply reply;
  g_autoptr (GBytes) payload = NULL;

  if (!comark_reader_helper_ask (self->helper, &request, NULL, &reply, &payload,
                                 self->cancellable, error))
    return FALSE;
  *next = (int) MIN (reply.value[0], (guint32) self->n_pages);
  return (amount == 0 || (*next > page && *next <= page + amount))
         || comark_reader_helper_refuse (self->helper, request.command, error);
}

static gboolean
read_pages (Reading *self, GError **error)
{
  int page = 0, next = 0;

  while (page < self->n_wanted)
    {
      GError *failure = NULL;
      int amount = choose_amount (self, page);
      if (g_get_monotonic_time () > self->end_us)
        {
          self->is_cut = TRUE;
          break;
        }
      if (is_lost (self, page))
        next = page + 1;
      else if (!ask_to_read (self, page, amount, &next, &failure))
        {
          if (!learn_from (self, page, amount, failure, error))
            return FALSE;
          next = 0; /* a new process has read nothing */
        }
      page = next;
      if (self->progress != NULL)
        self->progress (page, self->n_pages, self->progress_data);
    }
  return ask_to_read (self, self->n_pages, 0, &next, error);
}

/* --- blocks -------------------------------------------------------------------------------- */

typedef struct
{
  const guint8 *at;
  gsize left;
} Bytes;

static gboolean
take (Bytes *bytes, gpointer to, gsize length)
{
  if (length > bytes->left)
    return FALSE;
  if (length > 0)
    memcpy (to, bytes->at, length);
  bytes->at += length;
  bytes->left -= length;
  return TRUE;
}

static char *
take_string (Bytes *bytes, gsize length)
{
  g_autofree char *string = length <= bytes->left ? g_malloc (length + 1) : NULL;

  if (string == NULL || !take (bytes, string, length))
    return NULL;
  string[length] = '\0';
  return g_steal_pointer (&string);
}

static ComarkReadingRun *
take_runs (Bytes *bytes, guint n_runs)
{
  gsize length = (gsize) n_runs * sizeof (ComarkReadingRun);
  g_autofree ComarkReadingRun *runs = length <= bytes->left ? g_malloc (length + 1) : NULL;

  return runs != NULL && take (bytes, runs, length) ? g_steal_pointer (&runs) : NULL;
}

/* A note for each lost page before @page. */
static void
note_lost (const Reading *self, int page, int *n_noted, ComarkReadingText *text)
{
  for (; *n_noted < self->n_lost && self->lost[*n_noted] < page; ++*n_noted)
    {
      g_autofree char *words
        = g_strdup_printf ("The text of page %d could not be read.", self->lost[*n_noted] + 1);
      const ComarkReadingBlock note
        = { .kind = COMARK_READING_NOTE, .page = self->lost[*n_noted], .text = words };
      comark_reading_text_append (text, &note);
    }
}

static gboolean
take_block (const Reading *self, Bytes *bytes, int *n_noted, ComarkReadingText *text)
{
  ComarkReaderBlockHead head;

  if (!take (bytes, &head, sizeof head))
    return FALSE;
  g_autofree char *marker = take_string (bytes, head.marker_bytes);
  g_autofree char *words = take_string (bytes, head.text_bytes);
  g_autofree ComarkReadingRun *runs = take_runs (bytes, head.n_runs);
  if (marker == NULL || words == NULL || runs == NULL)
    return FALSE;
  const ComarkReadingBlock block = {
    .kind = (ComarkReadingKind) head.kind,
    .level = (int) MIN (head.level, COMARK_READING_MAX_LEVEL),
    .page = MIN (head.page, self->n_pages - 1),
    .last_page = MIN (head.last_page, self->n_pages - 1),
    .table = head.table,
    .row = head.row,
    .column = head.column,
    .is_header = head.is_header != 0,
    .marker = marker,
    .text = words,
    .runs = runs,
    .n_runs = head.n_runs,
  };
  note_lost (self, block.page, n_noted, text);
  if (block.kind != COMARK_READING_NOTE)
    comark_reading_text_append (text, &block);
  return TRUE;
}

/* Returns: how many blocks there are in all; 0 if the reply makes no sense. */
static guint
take_chunk (const Reading *self, const ComarkReaderReply *reply, GBytes *payload, int *n_noted,
            ComarkReadingText *text)
{
  Bytes bytes;

  bytes.at = g_bytes_get_data (payload, &bytes.left);
  for (guint i = 0; i < reply->value[0]; i++)
    if (!take_block (self, &bytes, n_noted, text))
      return 0;
  if (reply->value[2])
    comark_reading_text_set_cut (text);
  return reply->value[0] > 0 ? MIN (reply->value[1], COMARK_READING_MAX_BLOCKS) : 0;
}

static gboolean
fail_damaged (GError **error)
{
  g_set_error_literal (error, COMARK_READER_ERROR, COMARK_READER_ERROR_DAMAGED,
                       "This document is damaged: no words could be read from it. Ask its owner "
                       "for a new copy.");
  return FALSE;
}

static gboolean
take_blocks (const Reading *self, ComarkReadingText *text, GError **error)
{
  ComarkReaderRequest request = { .command = COMARK_READER_COMMAND_BLOCKS };
  guint n_blocks = 1;
  int n_noted = 0;

  while (request.page < n_blocks)
    {
      ComarkReaderReply reply;
      g_autoptr (GBytes) payload = NULL;
      if (!comark_reader_helper_ask (self->helper, &request, NULL, &reply, &payload,
                                     self->cancellable, error))
        return FALSE;
      if (request.page == 0 && reply.value[1] == 0 && reply.value[2])
        return fail_damaged (error);
      if (request.page == 0 && reply.value[1] == 0)
        break;
      n_blocks = take_chunk (self, &reply, payload, &n_noted, text);
      if (n_blocks == 0)
        return comark_reader_helper_refuse (self->helper, request.command, error);
      request.page += reply.value[0];
    }
  note_lost (self, G_MAXINT, &n_noted, text);
  if (self->is_cut)
    comark_reading_text_set_cut (text);
  return TRUE;
}

ComarkReadingText *
comark_reader_helper_read_text (ComarkReaderHelper *helper, ComarkReaderHelperProgress progress,
                                gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (ComarkReadingText) text = comark_reading_text_new ();
  ComarkReaderOpening opening;
  Reading self = {
    .helper = helper,
    .cancellable = cancellable,
    .progress = progress,
    .progress_data = data,
    .end_us = g_get_monotonic_time () + WHOLE_LIMIT_US,
  };

  if (!comark_reader_helper_open (helper, &opening, cancellable, error))
    return NULL;
  self.n_pages = self.n_wanted = MAX (opening.n_pages, 1);
  if (!read_pages (&self, error) || !take_blocks (&self, text, error))
    return NULL;
  return g_steal_pointer (&text);
}
