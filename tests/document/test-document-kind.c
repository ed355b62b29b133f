/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "comark-document-kind.h"

#define BYTES(text) text, sizeof text - 1

static void
test_content_decides (void)
{
  static const struct { const char *data; gsize length; ComarkDocumentKind kind; } cases[] = {
    { BYTES ("%PDF-1.7\n"), COMARK_DOCUMENT_KIND_PDF },
    { BYTES ("\0\0mail header\n%PDF-1.4\n"), COMARK_DOCUMENT_KIND_PDF },
    { BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), COMARK_DOCUMENT_KIND_PNG },
    { BYTES ("\xff\xd8\xff\xe0\0\x10JFIF"), COMARK_DOCUMENT_KIND_JPEG },
    { BYTES ("Dear panel,\r\n\tthank you.\n"), COMARK_DOCUMENT_KIND_TEXT },
    { BYTES ("\xef\xbb\xbf" "caf\xc3\xa9"), COMARK_DOCUMENT_KIND_TEXT },
    { BYTES ("\xff\xfe" "h\0i\0"), COMARK_DOCUMENT_KIND_TEXT },
    { BYTES ("PK\3\4 short"), COMARK_DOCUMENT_KIND_ZIP },
    { BYTES ("{\\rtf1 hello}"), COMARK_DOCUMENT_KIND_RTF },
    { BYTES ("  <!DOCTYPE html><p>hello"), COMARK_DOCUMENT_KIND_HTML },
    { BYTES ("<?xml version='1.0'?>\n<HTML xmlns='x'>"), COMARK_DOCUMENT_KIND_HTML },
    { BYTES ("<?xml version='1.0'?>\n<svg/>"), COMARK_DOCUMENT_KIND_OTHER },
    { BYTES ("II*\0\10\0\0\0"), COMARK_DOCUMENT_KIND_TIFF },
    { BYTES ("\x7f" "ELF\2\1\1"), COMARK_DOCUMENT_KIND_OTHER },
    { BYTES ("text with a \0 in it"), COMARK_DOCUMENT_KIND_OTHER },
    { BYTES (""), COMARK_DOCUMENT_KIND_OTHER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (
        comark_document_kind_sniff ((const guint8 *) cases[i].data, cases[i].length), ==,
        cases[i].kind);
    }
  g_assert_cmpint (comark_document_kind_sniff (NULL, 0), ==, COMARK_DOCUMENT_KIND_OTHER);
}

static void
append_le (GByteArray *to, guint32 value, guint n_bytes)
{
  for (guint i = 0; i < n_bytes; i++)
    {
      guint8 byte = (value >> (8 * i)) & 0xff;
      g_byte_array_append (to, &byte, 1);
    }
}

/* A zip of one stored, uncompressed entry; sums left 0, for nobody here unpacks it. */
static GByteArray *
make_zip (const char *name, const char *content)
{
  GByteArray *zip = g_byte_array_new ();
  guint32 name_length = (guint32) strlen (name), length = (guint32) strlen (content);

  g_byte_array_append (zip, (const guint8 *) BYTES ("PK\3\4\x14\0\0\0\0\0\0\0\0\0\0\0\0\0"));
  append_le (zip, length, 4);
  append_le (zip, length, 4);
  append_le (zip, name_length, 4);
  g_byte_array_append (zip, (const guint8 *) name, name_length);
  g_byte_array_append (zip, (const guint8 *) content, length);
  guint32 directory = zip->len;
  g_byte_array_append (zip,
                       (const guint8 *) BYTES ("PK\1\2\x14\0\x14\0\0\0\0\0\0\0\0\0\0\0\0\0"));
  append_le (zip, length, 4);
  append_le (zip, length, 4);
  append_le (zip, name_length, 2);
  g_byte_array_append (zip, (const guint8 *) BYTES ("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"));
  g_byte_array_append (zip, (const guint8 *) name, name_length);
  guint32 size = zip->len - directory;
  g_byte_array_append (zip, (const guint8 *) BYTES ("PK\5\6\0\0\0\0\1\0\1\0"));
  append_le (zip, size, 4);
  append_le (zip, directory, 4);
  append_le (zip, 0, 2);
  return zip;
}

static void
test_zips_are_told_apart (void)
{
  static const struct { const char *name, *content; ComarkDocumentKind kind; } cases[] = {
    { "mimetype", "application/vnd.oasis.opendocument.text", COMARK_DOCUMENT_KIND_ODT },
    { "mimetype", "application/vnd.oasis.opendocument.text-master", COMARK_DOCUMENT_KIND_ZIP },
    { "word/document.xml", "<w/>", COMARK_DOCUMENT_KIND_DOCX },
    { "word/document.xml.bak", "<w/>", COMARK_DOCUMENT_KIND_ZIP },
    { "pack.xml", "<pack/>", COMARK_DOCUMENT_KIND_ZIP },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GByteArray) zip = make_zip (cases[i].name, cases[i].content);
      g_assert_cmpint (comark_document_kind_sniff (zip->data, zip->len), ==, cases[i].kind);
    }
}

/* Every cut and every damaged byte is looked at within bounds (the sanitizers watch). */
static void
test_a_broken_zip_is_only_a_zip (void)
{
  g_autoptr (GByteArray) zip = make_zip ("word/document.xml", "<w/>");

  for (guint cut = 4; cut < zip->len; cut++)
    {
      g_autofree guint8 *copy = g_memdup2 (zip->data, cut);
      g_assert_cmpint (comark_document_kind_sniff (copy, cut), ==, COMARK_DOCUMENT_KIND_ZIP);
    }
  for (guint i = 4; i < zip->len; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (zip->data, zip->len);
      copy[i] = 0xff;
      comark_document_kind_sniff (copy, zip->len);
    }
}

static void
test_each_kind_has_words (void)
{
  for (int i = 0; i < COMARK_N_DOCUMENT_KINDS; i++)
    {
      g_assert_nonnull (strchr (comark_document_kind_mime ((ComarkDocumentKind) i), '/'));
      g_assert_cmpstr (comark_document_kind_words ((ComarkDocumentKind) i), !=, "");
    }
  g_assert_true (comark_document_kind_can_show (COMARK_DOCUMENT_KIND_PDF));
  g_assert_false (comark_document_kind_can_show (COMARK_DOCUMENT_KIND_DOCX));
  g_assert_false (comark_document_kind_can_show (COMARK_DOCUMENT_KIND_OTHER));
  g_assert_true (comark_document_kind_can_read (COMARK_DOCUMENT_KIND_DOCX));
  g_assert_false (comark_document_kind_can_read (COMARK_DOCUMENT_KIND_PNG));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/kind/content-decides", test_content_decides);
  g_test_add_func ("/document/kind/zips-are-told-apart", test_zips_are_told_apart);
  g_test_add_func ("/document/kind/a-broken-zip-is-only-a-zip", test_a_broken_zip_is_only_a_zip);
  g_test_add_func ("/document/kind/each-kind-has-words", test_each_kind_has_words);
  return g_test_run ();
}
