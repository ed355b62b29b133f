/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The blocking half of comark-reader.h: for a worker thread that wants words, not pictures.
 */
#include "comark-reader-helper.h"
#include "comark-reader.h"

#define WHOLE_LIMIT_US (60 * G_TIME_SPAN_SECOND)

static ComarkReaderHelper *
open_helper (GBytes *document, ComarkReaderOpening *opening, GCancellable *cancellable,
             GError **error)
{
  int fd = comark_reader_document_from_bytes (document, error);

  if (fd < 0)
    return NULL;
  g_autoptr (ComarkReaderHelper) helper = comark_reader_helper_new (fd, NULL);
  if (!comark_reader_helper_open (helper, opening, cancellable, error))
    return NULL;
  return g_steal_pointer (&helper);
}

/* Appends @page, up to *@chars_left characters. */
static void
append_page (GString *text, const char *page, gsize *chars_left)
{
  glong n_chars = g_utf8_strlen (page, -1);
  glong most = (glong) MIN (*chars_left, (gsize) n_chars);

  if (text->len > 0 && *chars_left > 0)
    {
      g_string_append_c (text, '\f');
      --*chars_left;
      most = MIN (most, (glong) *chars_left);
    }
  g_string_append_len (text, page, g_utf8_offset_to_pointer (page, most) - page);
  *chars_left -= (gsize) most;
}

/* Of a kind that has no pages. */
static char *
extract_words (ComarkReaderHelper *helper, gsize max_chars, GCancellable *cancellable,
               GError **error)
{
  g_autoptr (ComarkReadingText) words
    = comark_reader_helper_read_text (helper, NULL, NULL, cancellable, error);
  g_autofree char *plain = words ? comark_reading_text_dup_plain (words) : NULL;

  if (plain == NULL)
    return NULL;
  glong length = MIN (g_utf8_strlen (plain, -1), (glong) MIN (max_chars, (gsize) G_MAXINT));
  return g_strndup (plain, (gsize) (g_utf8_offset_to_pointer (plain, length) - plain));
}

char *
comark_reader_extract_text (GBytes *document, int max_pages, gsize max_chars,
                            GCancellable *cancellable, GError **error)
{
  gint64 end_us = g_get_monotonic_time () + WHOLE_LIMIT_US;
  ComarkReaderOpening opening;
  g_autoptr (ComarkReaderHelper) helper = open_helper (document, &opening, cancellable, error);
  g_autoptr (GString) text = g_string_new (NULL);

  if (helper == NULL)
    return NULL;
  if (opening.n_pages == 0)
    return extract_words (helper, max_chars, cancellable, error);
  int n_pages = max_pages > 0 ? MIN (max_pages, opening.n_pages) : opening.n_pages;
  for (int i = 0; i < n_pages && max_chars > 0; i++)
    {
      gint64 left_us = end_us - g_get_monotonic_time ();
      if (left_us <= 0)
        break;
      comark_reader_helper_set_time_limit (
        helper, (int) MIN (left_us / G_TIME_SPAN_MILLISECOND, COMARK_READER_TIME_LIMIT_MS));
      g_autofree char *page = comark_reader_helper_dup_text (helper, i, cancellable, NULL);
      if (page == NULL)
        break;
      append_page (text, page, &max_chars);
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

ComarkReadingText *
comark_reader_extract_words (GBytes *document, ComarkReaderProgress progress,
                             gpointer progress_data, GCancellable *cancellable, GError **error)
{
  int fd = comark_reader_document_from_bytes (document, error);

  if (fd < 0)
    return NULL;
  g_autoptr (ComarkReaderHelper) helper = comark_reader_helper_new (fd, NULL);
  return comark_reader_helper_read_text (helper, progress, progress_data, cancellable, error);
}

int
comark_reader_count_pages (GBytes *document, GCancellable *cancellable, GError **error)
{
  ComarkReaderOpening opening;
  g_autoptr (ComarkReaderHelper) helper = open_helper (document, &opening, cancellable, error);

  if (helper == NULL || !comark_reader_helper_need_pages (helper, cancellable, error))
    return -1;
  return opening.n_pages;
}
