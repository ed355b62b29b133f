/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of the kinds of document that flow, and what such files try.
 */
#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "reader-util.h"

/* --- making them --------------------------------------------------------------------------- */

static void
add_part (struct archive *zip, const char *name, gconstpointer data, gsize length)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_size (entry, (la_int64_t) length);
  g_assert_cmpint (archive_write_header (zip, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (zip, data, length), ==, (la_ssize_t) length);
  archive_entry_free (entry);
}

/* A zip of the parts named and given in turn; the last name is NULL. A first part called
 * "mimetype" is not packed, as OpenDocument wants it. */
static GBytes *
make_office (const char *first_name, ...)
{
  gsize room = 8 << 20, used = 0;
  char *bytes = g_malloc (room);
  struct archive *zip = archive_write_new ();
  va_list parts;

  archive_write_set_format_zip (zip);
  g_assert_cmpint (archive_write_open_memory (zip, bytes, room, &used), ==, ARCHIVE_OK);
  va_start (parts, first_name);
  for (const char *name = first_name; name != NULL; name = va_arg (parts, const char *))
    {
      const char *content = va_arg (parts, const char *);
      if (strcmp (name, "mimetype") == 0)
        archive_write_zip_set_compression_store (zip);
      else
        archive_write_zip_set_compression_deflate (zip);
      add_part (zip, name, content, strlen (content));
    }
  va_end (parts);
  archive_write_close (zip);
  archive_write_free (zip);
  return g_bytes_new_take (bytes, used);
}

#define ODT_TYPE "application/vnd.oasis.opendocument.text"
#define ODT_ROOT(part) "<office:" part " xmlns:office='o' xmlns:text='t' xmlns:style='s' " \
                       "xmlns:fo='f' xmlns:table='b'>"

static GBytes *
make_odt (const char *content)
{
  static const char styles[]
    = ODT_ROOT ("document-styles") "<style:style style:name='Loud'><style:text-properties "
      "fo:font-weight='bold'/></style:style></office:document-styles>";

  return make_office ("mimetype", ODT_TYPE, "styles.xml", styles, "content.xml", content, NULL);
}

static GBytes *
make_docx (const char *document)
{
  static const char styles[]
    = "<w:styles xmlns:w='w'><w:style w:styleId='H2'><w:name w:val='heading 2'/></w:style>"
      "</w:styles>";
  static const char numbering[]
    = "<w:numbering xmlns:w='w'><w:abstractNum w:abstractNumId='7'><w:lvl w:ilvl='0'>"
      "<w:numFmt w:val='decimal'/></w:lvl><w:lvl w:ilvl='1'><w:numFmt w:val='bullet'/></w:lvl>"
      "</w:abstractNum><w:num w:numId='3'><w:abstractNumId w:val='7'/></w:num></w:numbering>";

  return make_office ("word/document.xml", document, "word/styles.xml", styles,
                      "word/numbering.xml", numbering, NULL);
}

static void
assert_spells (GBytes *taken, const char *expected)
{
  g_autoptr (GBytes) bytes = taken;
  g_autofree char *said = spell_words (bytes);

  g_assert_cmpstr (said, ==, expected);
}

static GBytes *
from_string (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

/* --- reading them -------------------------------------------------------------------------- */

static void
test_opendocument_keeps_its_structure (void)
{
  assert_spells (
    make_odt (
      ODT_ROOT ("document-content")
      "<office:automatic-styles><style:style style:name='T1'><style:text-properties "
      "fo:font-style='italic'/></style:style><text:list-style style:name='L1'>"
      "<text:list-level-style-number text:level='1' style:num-format='a'/></text:list-style>"
      "</office:automatic-styles><office:body><text:tracked-changes><text:p>gone</text:p>"
      "</text:tracked-changes><text:h text:outline-level='2'>Leaving  hospital</text:h>\n"
      "<text:p>Ring <text:span text:style-name='Loud'>us<text:s/>now</text:span>, day or "
      "<text:span text:style-name='T1'>night</text:span>.<text:line-break/>Ada<text:note>"
      "<text:note-citation>1</text:note-citation><text:note-body><text:p>On call.</text:p>"
      "</text:note-body></text:note></text:p>"
      "<text:list text:style-name='L1'><text:list-item><text:p>name</text:p></text:list-item>"
      "<text:list-item><text:p>number</text:p><text:list><text:list-item><text:p>deep</text:p>"
      "</text:list-item></text:list></text:list-item></text:list>"
      "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Day"
      "</text:p></table:table-cell><table:table-cell><text:p>Who</text:p></table:table-cell>"
      "</table:table-row></table:table-header-rows><table:table-row><table:table-cell/>"
      "<table:table-cell><text:p>Ada</text:p></table:table-cell></table:table-row></table:table>"
      "<text:p>End.</text:p></office:body></office:document-content>"),
    "heading 2: Leaving hospital\n"
    "paragraph: Ring <b>us now</>, day or <i>night</>.\nAda [On call.]\n"
    "item 1 a.: name\nitem 1 b.: number\nitem 2 •: deep\n"
    "cell 0/0/0!: Day\ncell 0/0/1!: Who\ncell 0/1/1: Ada\nparagraph: End.\n");
}

static void
test_word_keeps_its_structure (void)
{
  assert_spells (
    make_docx ("<w:document xmlns:w='w'><w:body>"
               "<w:p><w:pPr><w:pStyle w:val='H2'/></w:pPr><w:r><w:t>Leaving</w:t></w:r></w:p>"
               "<w:p><w:r><w:t xml:space='preserve'>Ring </w:t></w:r><w:r><w:rPr><w:b/></w:rPr>"
               "<w:t>us</w:t></w:r><w:del><w:r><w:delText>them</w:delText></w:r></w:del><w:r>"
               "<w:rPr><w:b w:val='0'/></w:rPr><w:t>.</w:t></w:r></w:p>"
               "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='3'/></w:numPr></w:pPr>"
               "<w:r><w:t>one</w:t></w:r></w:p>"
               "<w:p><w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='3'/></w:numPr></w:pPr>"
               "<w:r><w:t>deep</w:t></w:r></w:p>"
               "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='3'/></w:numPr></w:pPr>"
               "<w:r><w:t>two</w:t></w:r></w:p>"
               "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val='2'/>"
               "</w:tcPr><w:p><w:r><w:t>Day</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Who"
               "</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"),
    "heading 2: Leaving\nparagraph: Ring <b>us</>.\nitem 1 1.: one\nitem 2 •: deep\n"
    "item 1 2.: two\ncell 0/0/1!: Day\ncell 0/0/2!: Who\n");
}

static void
test_a_web_page_keeps_its_words_alone (void)
{
  assert_spells (
    from_string ("<!DOCTYPE html><html><head><title>T</title><script>alert('x')</script></head>"
                 "<body onload='evil()'><h1>Leaving</h1>\n<p>Ring <b>us</b> at <em>once</em>"
                 "<script src='http://evil/'>no</script>.<br>Ada &amp; caf\xc3\xa9</p>"
                 "<iframe src='file:///etc/passwd'>frame</iframe><ul><li>a<ol><li>deep</ol>"
                 "<li>b</ul><table><tr><th>Day<td>Who</table><img src='http://evil/x.png' "
                 "alt='a map'><pre>two\nlines</pre>"),
    "heading 1: Leaving\nparagraph: Ring <b>us</> at <i>once</>.\nAda & caf\xc3\xa9\n"
    "item 1 •: a\nitem 2 1.: deep\nitem 1 •: b\ncell 0/0/0!: Day\ncell 0/0/1: Who\n"
    "paragraph: [Picture: a map]\nparagraph: two\nlines\n");
}

static void
test_rich_text_keeps_its_structure (void)
{
  assert_spells (
    from_string ("{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}{\\*\\generator Word;}"
                 "\\pard\\outlinelevel1 Leaving\\par\n"
                 "\\pard Ring {\\b us} at {\\i once}, caf\\'e9 \\u8364?5\\line Ada\\par"
                 "{\\pntext 1.\\tab}one\\par{\\listtext\\'b7\\tab}two\\par"
                 "\\trowd\\pard\\intbl Day\\cell Who\\cell\\row\\pard End.\\par}"),
    "heading 2: Leaving\n"
    "paragraph: Ring <b>us</> at <i>once</>, caf\xc3\xa9 \xe2\x82\xac" "5\nAda\n"
    "item 1 1.: one\nitem 1 •: two\ncell 0/0/0: Day\ncell 0/0/1: Who\nparagraph: End.\n");
}

/* It has words; asked for a page it says so. */
static void
test_a_kind_without_pages_says_so (void)
{
  g_autoptr (GBytes) page = from_string ("<html><p>Words");
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (page);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (reader_open (reader, &error), ==, -1);
  g_assert_error (error, COMARK_READER_ERROR, COMARK_READER_ERROR_KIND);
  g_assert_nonnull (strstr (error->message, "Read its words instead"));
  g_clear_error (&error);
  g_assert_null (reader_render (reader, 0, 100, &error));
  g_assert_error (error, COMARK_READER_ERROR, COMARK_READER_ERROR_KIND);
  g_autoptr (ComarkReadingText) words = reader_words (reader, NULL);
  g_assert_cmpuint (comark_reading_text_get_n_blocks (words), ==, 1);
  g_assert_cmpint (comark_reading_text_get_block (words, 0)->page, ==, -1);
  g_assert_cmpint (comark_reader_get_kind (reader), ==, COMARK_DOCUMENT_KIND_HTML);
  g_autofree char *plain = comark_reader_extract_text (page, 0, 3, NULL, NULL);
  g_assert_cmpstr (plain, ==, "Wor");
}

/* --- what they try ------------------------------------------------------------------------- */

static char *
repeat (const char *before, const char *what, guint n, const char *after)
{
  GString *all = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (all, what);
  g_string_append (all, after);
  return g_string_free (all, FALSE);
}

static GBytes *
make_packed_bomb (void)
{
  g_autofree char *document = repeat ("<w:document xmlns:w='w'>", "<w:p/>", 50 << 18,
                                      "</w:document>");

  return make_docx (document);
}

static GBytes *
make_entity_bomb (void)
{
  return make_docx ("<!DOCTYPE a [<!ENTITY a 'laughs'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
                    "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;'>"
                    "<!ENTITY x SYSTEM 'file:///etc/passwd'>]><w:document xmlns:w='w'><w:p><w:r>"
                    "<w:t>&d;&x;</w:t></w:r></w:p></w:document>");
}

static GBytes *
make_deep_xml (void)
{
  g_autofree char *content = repeat (ODT_ROOT ("document-content"), "<text:section>", 500000, "");

  return make_odt (content);
}

static GBytes *
make_broken_xml (void)
{
  return make_odt (ODT_ROOT ("document-content") "<text:p>Kept</text:p><text:p>Lost");
}

static GBytes *
make_no_content (void)
{
  return make_office ("mimetype", ODT_TYPE, NULL);
}

static GBytes *
make_deep_html (void)
{
  g_autofree char *page = repeat ("<html>", "<div><table><tr><td>", 100000, "x");

  return from_string (page);
}

static GBytes *
make_deep_rtf (void)
{
  g_autofree char *text = repeat ("{\\rtf1 a", "{\\b", 1000000, " x");

  return from_string (text);
}

static GBytes *
make_wide_table (void)
{
  return make_odt (ODT_ROOT ("document-content") "<table:table><table:table-row><table:table-cell "
                   "table:number-columns-repeated='2000000000'><text:p>a</text:p>"
                   "</table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell>"
                   "</table:table-row></table:table></office:document-content>");
}

static GBytes *
make_bad_numbers (void)
{
  return from_string ("{\\rtf1\\u-99999999999999999999999 \\bin2147483647 \\'zz \\uc999 "
                      "\\outlinelevel-5 \\ilvl99999 end\\");
}

static GBytes *
make_long_paragraph (void)
{
  g_autofree char *page = repeat ("<html><p>", "<b>b</b>a ", 400000, "");

  return from_string (page);
}

static void
test_what_they_try_is_bounded (void)
{
  static const struct { const char *what; GBytes *(*make) (void); } tries[] = {
    { "78 MB packed into 200 KB", make_packed_bomb },
    { "laughs and a file of the machine", make_entity_bomb },
    { "half a million sections deep", make_deep_xml },
    { "XML that ends early", make_broken_xml },
    { "no content", make_no_content },
    { "a web page 400000 deep", make_deep_html },
    { "rich text a million deep", make_deep_rtf },
    { "2^31 columns", make_wide_table },
    { "numbers beyond number", make_bad_numbers },
    { "a paragraph of 400000 bold letters", make_long_paragraph },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      g_autoptr (GBytes) document = tries[i].make ();
      g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (document);
      g_autoptr (GError) error = NULL;
      gint64 start_us = g_get_monotonic_time ();
      comark_reader_set_time_limit (reader, 3000);
      g_autoptr (ComarkReadingText) words = reader_words (reader, &error);
      g_test_message ("%s: %s", tries[i].what,
                      error ? error->message
                            : comark_reading_text_is_cut (words) ? "cut" : "answered");
      g_assert_true ((words == NULL) == (error != NULL));
      g_assert_cmpint ((g_get_monotonic_time () - start_us) / 1000, <, 15000);
      g_autofree char *plain = words ? comark_reading_text_dup_plain (words) : g_strdup ("");
      g_assert_null (strstr (plain, "root:"));
      g_assert_null (strstr (plain, "laughs"));
    }
}

static void
test_a_document_without_its_text_is_damaged (void)
{
  g_autoptr (GBytes) document = make_no_content ();
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (document);
  g_autoptr (GError) error = NULL;

  g_assert_null (reader_words (reader, &error));
  g_assert_error (error, COMARK_READER_ERROR, COMARK_READER_ERROR_DAMAGED);
}

static void
test_what_came_before_a_fault_is_kept (void)
{
  g_autoptr (GBytes) document = make_broken_xml ();
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (document);
  g_autoptr (ComarkReadingText) words = reader_words (reader, NULL);

  g_assert_cmpuint (comark_reading_text_get_n_blocks (words), >=, 1);
  g_assert_cmpstr (comark_reading_text_get_block (words, 0)->text, ==, "Kept");
  g_assert_true (comark_reading_text_is_cut (words));
}

#define ADD(name, func) g_test_add_func ("/document/reading-formats/" name, func)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("opendocument-keeps-its-structure", test_opendocument_keeps_its_structure);
  ADD ("word-keeps-its-structure", test_word_keeps_its_structure);
  ADD ("a-web-page-keeps-its-words-alone", test_a_web_page_keeps_its_words_alone);
  ADD ("rich-text-keeps-its-structure", test_rich_text_keeps_its_structure);
  ADD ("a-kind-without-pages-says-so", test_a_kind_without_pages_says_so);
  ADD ("what-they-try-is-bounded", test_what_they_try_is_bounded);
  ADD ("a-document-without-its-text-is-damaged", test_a_document_without_its_text_is_damaged);
  ADD ("what-came-before-a-fault-is-kept", test_what_came_before_a_fault_is_kept);
  return g_test_run ();
}
