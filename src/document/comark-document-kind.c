/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-document-kind.h"

#include <string.h>

#define SNIFF_BYTES 4096
#define PDF_HEADER_WITHIN 1024
#define HTML_WITHIN 1024
#define ZIP_END_BYTES 22
#define ZIP_ENTRY_BYTES 46
#define ZIP_MAX_ENTRIES 4096

static const struct
{
  const char *mime;
  const char *words;
  gboolean can_show;
  gboolean can_read;
} kinds[COMARK_N_DOCUMENT_KINDS] = {
  [COMARK_DOCUMENT_KIND_OTHER]
  = { "application/octet-stream", "file of another kind", FALSE, FALSE },
  [COMARK_DOCUMENT_KIND_PDF] = { "application/pdf", "PDF document", TRUE, TRUE },
  [COMARK_DOCUMENT_KIND_PNG] = { "image/png", "picture (PNG)", TRUE, FALSE },
  [COMARK_DOCUMENT_KIND_JPEG] = { "image/jpeg", "picture (JPEG)", TRUE, FALSE },
  [COMARK_DOCUMENT_KIND_TEXT] = { "text/plain", "plain text", TRUE, TRUE },
  [COMARK_DOCUMENT_KIND_ODT] = { "application/vnd.oasis.opendocument.text",
                                 "OpenDocument text", FALSE, TRUE },
  [COMARK_DOCUMENT_KIND_DOCX] = { "application/vnd.openxmlformats-officedocument."
                                  "wordprocessingml.document",
                                  "Word document", FALSE, TRUE },
  [COMARK_DOCUMENT_KIND_ZIP] = { "application/zip", "zip archive", FALSE, FALSE },
  [COMARK_DOCUMENT_KIND_TIFF] = { "image/tiff", "picture (TIFF)", TRUE, FALSE },
  [COMARK_DOCUMENT_KIND_HTML] = { "text/html", "web page", FALSE, TRUE },
  [COMARK_DOCUMENT_KIND_RTF] = { "application/rtf", "rich text", FALSE, TRUE },
};

static gboolean
starts_with (const guint8 *data, gsize length, const char *magic, gsize magic_length)
{
  return length >= magic_length && memcmp (data, magic, magic_length) == 0;
}

#define STARTS_WITH(data, length, magic) starts_with (data, length, magic, sizeof magic - 1)

static guint32
get_le (const guint8 *data, int n_bytes)
{
  guint32 value = 0;

  for (int i = n_bytes - 1; i >= 0; i--)
    value = value << 8 | data[i];
  return value;
}

/* The zip's list of entries, from its end record; NULL if there is none within reach. */
static const guint8 *
find_zip_directory (const guint8 *data, gsize length, guint *n_entries)
{
  gsize reach = MIN (length, ZIP_END_BYTES + 65535);

  for (gsize back = ZIP_END_BYTES; back <= reach; back++)
    {
      const guint8 *end = data + length - back;
      if (memcmp (end, "PK\5\6", 4) != 0)
        continue;
      *n_entries = MIN (get_le (end + 10, 2), ZIP_MAX_ENTRIES);
      guint32 offset = get_le (end + 16, 4);
      return offset < length ? data + offset : NULL;
    }
  return NULL;
}

static gboolean
zip_holds (const guint8 *data, gsize length, const char *name)
{
  guint n_entries = 0;
  const guint8 *entry = find_zip_directory (data, length, &n_entries);
  gsize wanted = strlen (name);

  for (guint i = 0; entry != NULL && i < n_entries; i++)
    {
      gsize left = length - (gsize) (entry - data);
      if (left < ZIP_ENTRY_BYTES || memcmp (entry, "PK\1\2", 4) != 0)
        return FALSE;
      gsize name_length = get_le (entry + 28, 2);
      gsize whole = ZIP_ENTRY_BYTES + name_length + get_le (entry + 30, 2) + get_le (entry + 32, 2);
      if (whole > left)
        return FALSE;
      if (name_length == wanted && memcmp (entry + ZIP_ENTRY_BYTES, name, wanted) == 0)
        return TRUE;
      entry += whole;
    }
  return FALSE;
}

/* OpenDocument puts its type first in the zip, uncompressed, so that it can be seen here. Some
 * writers leave a time or two between the name and it. */
static ComarkDocumentKind
sniff_zip (const guint8 *data, gsize length)
{
  static const char name[] = "mimetype", odt[] = "application/vnd.oasis.opendocument.text";
  const gsize name_at = 30, more_at = 28;
  gsize type_at = name_at + sizeof name - 1;

  if (length > type_at && memcmp (data + name_at, name, sizeof name - 1) == 0)
    type_at += get_le (data + more_at, 2);
  if (length > type_at + sizeof odt && memcmp (data + type_at, odt, sizeof odt - 1) == 0
      && data[type_at + sizeof odt - 1] == 'P')
    return COMARK_DOCUMENT_KIND_ODT;
  if (zip_holds (data, length, "word/document.xml"))
    return COMARK_DOCUMENT_KIND_DOCX;
  return COMARK_DOCUMENT_KIND_ZIP;
}

static gboolean
has_pdf_header (const guint8 *data, gsize length)
{
  return memmem (data, MIN (length, PDF_HEADER_WITHIN), "%PDF-", 5) != NULL;
}

/* A page may begin with a declaration or a comment: its root is looked for a little further. */
static gboolean
is_html (const guint8 *data, gsize length)
{
  static const char *const openings[] = { "<!doctype html", "<html" };
  g_autofree char *start
    = g_ascii_strdown ((const char *) data, (gssize) MIN (length, HTML_WITHIN));
  const char *first = start + (g_str_has_prefix (start, "\xef\xbb\xbf") ? 3 : 0);

  first += strspn (first, " \t\r\n");
  for (gsize i = 0; *first == '<' && i < G_N_ELEMENTS (openings); i++)
    if (strstr (first, openings[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Marked-up text is written for programs: showing its source would help nobody. */
static gboolean
is_markup (const guint8 *data, gsize length)
{
  static const char *const openings[] = { "{\\rtf", "<!doctype", "<html", "<?xml", "<svg", "%!ps" };
  gsize skip = STARTS_WITH (data, length, "\xef\xbb\xbf") ? 3 : 0;

  while (skip < length && g_ascii_isspace ((char) data[skip]))
    skip++;
  for (gsize i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      gsize n = strlen (openings[i]);
      if (length - skip >= n
          && g_ascii_strncasecmp ((const char *) data + skip, openings[i], n) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_text (const guint8 *data, gsize length)
{
  if (length == 0 || is_markup (data, length))
    return FALSE;
  if (STARTS_WITH (data, length, "\xff\xfe") || STARTS_WITH (data, length, "\xfe\xff"))
    return length % 2 == 0;
  for (gsize i = 0; i < length; i++)
    if ((data[i] < 0x20 && strchr ("\t\n\r\f", data[i]) == NULL) || data[i] == 0 || data[i] == 0x7f)
      return FALSE;
  return TRUE;
}

ComarkDocumentKind
comark_document_kind_sniff (const guint8 *data, gsize length)
{
  if (data == NULL)
    return COMARK_DOCUMENT_KIND_OTHER;
  if (STARTS_WITH (data, length, "\x89PNG\r\n\x1a\n"))
    return COMARK_DOCUMENT_KIND_PNG;
  if (STARTS_WITH (data, length, "\xff\xd8\xff"))
    return COMARK_DOCUMENT_KIND_JPEG;
  if (STARTS_WITH (data, length, "PK\3\4") || STARTS_WITH (data, length, "PK\5\6"))
    return sniff_zip (data, length);
  if (STARTS_WITH (data, length, "II*\0") || STARTS_WITH (data, length, "MM\0*"))
    return COMARK_DOCUMENT_KIND_TIFF;
  if (STARTS_WITH (data, length, "{\\rtf"))
    return COMARK_DOCUMENT_KIND_RTF;
  if (has_pdf_header (data, length))
    return COMARK_DOCUMENT_KIND_PDF;
  if (is_html (data, length))
    return COMARK_DOCUMENT_KIND_HTML;
  if (is_text (data, MIN (length, SNIFF_BYTES)))
    return COMARK_DOCUMENT_KIND_TEXT;
  return COMARK_DOCUMENT_KIND_OTHER;
}

ComarkDocumentKind
comark_document_kind_of_bytes (GBytes *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  return comark_document_kind_sniff (data, length);
}

const char *
comark_document_kind_mime (ComarkDocumentKind kind)
{
  g_return_val_if_fail ((guint) kind < COMARK_N_DOCUMENT_KINDS, NULL);

  return kinds[kind].mime;
}

const char *
comark_document_kind_words (ComarkDocumentKind kind)
{
  g_return_val_if_fail ((guint) kind < COMARK_N_DOCUMENT_KINDS, NULL);

  return kinds[kind].words;
}

gboolean
comark_document_kind_can_show (ComarkDocumentKind kind)
{
  return (guint) kind < COMARK_N_DOCUMENT_KINDS && kinds[kind].can_show;
}

gboolean
comark_document_kind_can_read (ComarkDocumentKind kind)
{
  return (guint) kind < COMARK_N_DOCUMENT_KINDS && kinds[kind].can_read;
}
