/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the one XML reader refuses, before any schema: framework.rng stands for all of them.
 */
#include <libxml/parser.h>
#include <string.h>

#include "comark-limits.h"
#include "comark-xml.h"

#define SCHEMA "framework.rng"

static void
check_refused (GBytes *bytes, ComarkExchangeError code, const char *begins)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkXmlDoc) doc = comark_xml_read (bytes, "pack.xml", SCHEMA, &error);

  g_assert_null (doc);
  g_assert_error (error, COMARK_EXCHANGE_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, begins));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_cmpuint (strlen (error->message), <, 2000);
}

#define BOMB "<!DOCTYPE b [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">" \
  "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>"

static void
test_refusals (void)
{
  static const struct
  {
    const char *text;
    gsize size; /* 0 = to the NUL */
    ComarkExchangeError code;
    const char *begins;
  } cases[] = {
    { "", 0, COMARK_EXCHANGE_ERROR_NOT_XML, "pack.xml: The file is empty" },
    { "Dear panel,\nhello", 0, COMARK_EXCHANGE_ERROR_NOT_XML, "pack.xml:1: This is not whole" },
    { "<framework>\n<name>\n</framework>", 0, COMARK_EXCHANGE_ERROR_NOT_XML, "pack.xml:3: " },
    { "<framework>", 0, COMARK_EXCHANGE_ERROR_NOT_XML, "pack.xml:1: " },
    { "<framework>\n\n&nowhere;</framework>", 0, COMARK_EXCHANGE_ERROR_NOT_XML, "pack.xml:3: " },
    { "<a>\n\0</a>", 9, COMARK_EXCHANGE_ERROR_NOT_XML, "pack.xml:2: There is a NUL" },
    { "<a>\n\n\xc3\x28</a>", 0, COMARK_EXCHANGE_ERROR_NOT_XML, "pack.xml:3: The text is not" },
    { "<a>\xed\xa0\x80</a>", 0, COMARK_EXCHANGE_ERROR_NOT_XML, "pack.xml:1: The text is not" },
    { "\xff\xfe<\0a\0/\0>\0", 10, COMARK_EXCHANGE_ERROR_NOT_XML, "pack.xml:1: " },
    { "<a>\x01</a>", 0, COMARK_EXCHANGE_ERROR_NOT_XML, "pack.xml:1: " },
    { "<!DOCTYPE framework>\n<framework/>", 0, COMARK_EXCHANGE_ERROR_DTD, "pack.xml:1: " },
    { "<?xml version='1.0'?>\n<!DOCTYPE f SYSTEM 'file:///etc/passwd'><f/>", 0,
      COMARK_EXCHANGE_ERROR_DTD, "pack.xml:2: " },
    { "<!DOCTYPE f [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n<f>&x;</f>", 0,
      COMARK_EXCHANGE_ERROR_DTD, "pack.xml:1: " },
    { BOMB "<b>&d;&d;&d;&d;</b>", 0, COMARK_EXCHANGE_ERROR_DTD, "pack.xml:1: " },
    { "<other/>", 0, COMARK_EXCHANGE_ERROR_NOT_VALID, "pack.xml:1: This does not follow" },
    { "<framework\nformat='1'>\n\n</framework>", 0, COMARK_EXCHANGE_ERROR_NOT_VALID,
      "pack.xml:" },
    { "<f xmlns:x='u' x:a='1' x:a='2'/>", 0, COMARK_EXCHANGE_ERROR_NOT_XML, "pack.xml:1: " },
    { "<q:framework/>", 0, COMARK_EXCHANGE_ERROR_NOT_XML, "pack.xml:1: " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize size = cases[i].size ? cases[i].size : strlen (cases[i].text);
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, size);
      check_refused (bytes, cases[i].code, cases[i].begins);
    }
}

/* <framework><a><a>… @depth elements deep, each on its own line. */
static GBytes *
nested (guint depth, gboolean closed)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, "<a>\n");
  for (guint i = 0; closed && i < depth; i++)
    g_string_append (text, "</a>");
  return g_string_free_to_bytes (text);
}

static void
test_depth_has_a_limit (void)
{
  g_autoptr (GBytes) deepest = nested (COMARK_LIMIT_XML_DEPTH, TRUE);
  g_autoptr (GBytes) deeper = nested (COMARK_LIMIT_XML_DEPTH + 1, TRUE);
  g_autoptr (GBytes) endless = nested (1000000, FALSE);

  check_refused (deepest, COMARK_EXCHANGE_ERROR_NOT_VALID, "pack.xml:1: ");
  check_refused (deeper, COMARK_EXCHANGE_ERROR_TOO_DEEP, "pack.xml:65: ");
  check_refused (endless, COMARK_EXCHANGE_ERROR_TOO_DEEP, "pack.xml:65: ");
}

/* Whole XML of exactly this size: lines of words in small elements. */
static GBytes *
large (gsize size)
{
  static const char line[] = "<p>word word word word word word word</p>\n";
  GString *text = g_string_sized_new (size);

  g_string_append (text, "<a>");
  while (text->len + sizeof line + 4 < size)
    g_string_append (text, line);
  while (text->len + 4 < size)
    g_string_append_c (text, ' ');
  g_string_append (text, "</a>");
  return g_string_free_to_bytes (text);
}

static void
test_size_has_a_limit (void)
{
  g_autoptr (GBytes) largest = large (COMARK_LIMIT_XML_BYTES);
  g_autoptr (GBytes) larger = large (COMARK_LIMIT_XML_BYTES + 1);
  g_autoptr (GBytes) seventeen = large (17 * 1024 * 1024);

  check_refused (largest, COMARK_EXCHANGE_ERROR_NOT_VALID, "pack.xml:1: ");
  check_refused (larger, COMARK_EXCHANGE_ERROR_TOO_LARGE, "pack.xml: The file is larger than 16");
  check_refused (seventeen, COMARK_EXCHANGE_ERROR_TOO_LARGE, "pack.xml: ");
}

static void
test_files_that_cannot_be_read (void)
{
  static const struct { const char *path; ComarkExchangeError code; } cases[] = {
    { "/nowhere/at/all.xml", COMARK_EXCHANGE_ERROR_FAILED },
    { "/tmp", COMARK_EXCHANGE_ERROR_FAILED },
    { "/dev/null", COMARK_EXCHANGE_ERROR_NOT_XML },
    { "/dev/zero", COMARK_EXCHANGE_ERROR_TOO_LARGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ComarkXmlDoc) doc = comark_xml_read_file (cases[i].path, SCHEMA, &error);
      g_assert_null (doc);
      g_assert_error (error, COMARK_EXCHANGE_ERROR, (int) cases[i].code);
    }
}

static void
test_unknown_schema_is_an_error (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("<a/>", 4);
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkXmlDoc) doc = comark_xml_read (bytes, "a.xml", "no-such.rng", &error);

  g_assert_null (doc);
  g_assert_error (error, COMARK_EXCHANGE_ERROR, COMARK_EXCHANGE_ERROR_FAILED);
}

/* A file's name comes from outside too: the message stays one line. */
static void
test_message_is_one_bounded_line (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("<a/>", 4);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strnfill (100000, 'n');
  g_autoptr (ComarkXmlDoc) doc = NULL;

  memcpy (name, "a\nb\033\xff", 5);
  doc = comark_xml_read (bytes, name, SCHEMA, &error);
  g_assert_null (doc);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (strpbrk (error->message, "\n\033"));
  g_assert_cmpuint (strlen (error->message), <, 3000);
}

static GBytes *
write_sample (void)
{
  g_autoptr (ComarkXmlDoc) doc = comark_xml_new ("pack");
  xmlNode *root = comark_xml_root (doc);
  xmlNode *child;

  comark_xml_set (root, "name", "a \"b\" <c> & d\nnext \x02 \xff");
  comark_xml_set (root, "none", NULL);
  comark_xml_set_uint (root, "size", G_GUINT64_CONSTANT (12345678901));
  child = comark_xml_add (root, "list");
  comark_xml_add_text (child, "item", "x < y & z ]]> é\x01");
  comark_xml_add_text (child, "item", NULL);
  comark_xml_add_text (child, "item", "");
  return comark_xml_to_bytes (doc);
}

static void
test_what_is_written_is_read_again (void)
{
  g_autoptr (GBytes) bytes = write_sample ();
  g_autoptr (GBytes) again = write_sample ();
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (ComarkXmlDoc) doc = xmlReadMemory (data, (int) size, NULL, NULL, XML_PARSE_NONET);
  xmlNode *root, *list, *item;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autofree char *none = NULL;

  g_assert_true (g_bytes_equal (bytes, again));
  g_assert_nonnull (doc);
  root = comark_xml_root (doc);
  list = comark_xml_first (root, "list");
  item = comark_xml_first (list, "item");
  name = comark_xml_attribute (root, "name");
  none = comark_xml_attribute (root, "none");
  text = comark_xml_text (item);
  g_assert_cmpstr (name, ==, "a \"b\" <c> & d\nnext  \357\277\275");
  g_assert_null (none);
  g_assert_cmpstr (text, ==, "x < y & z ]]> é");
  g_assert_nonnull (comark_xml_next (item, "item"));
  g_assert_null (comark_xml_next (comark_xml_next (item, "item"), NULL));
}

static void
test_attributes_and_sentences (void)
{
  static const char xml[] = "<a t='true' o='1' f='no' n=' 7 ' big='99999999999' neg='-1'>\n"
                            " some\n  <b>words</b> \t here <![CDATA[& there]]>\n</a>";
  g_autoptr (ComarkXmlDoc) doc = xmlReadMemory (xml, sizeof xml - 1, NULL, NULL, 0);
  xmlNode *a = comark_xml_root (doc);
  g_autofree char *sentence = comark_xml_sentence (a);
  g_autofree char *empty = comark_xml_sentence (NULL);
  g_autofree char *missing = comark_xml_attribute_or_empty (a, "missing");

  g_assert_true (comark_xml_attribute_bool (a, "t") && comark_xml_attribute_bool (a, "o"));
  g_assert_false (comark_xml_attribute_bool (a, "f") || comark_xml_attribute_bool (a, "zz"));
  g_assert_cmpuint (comark_xml_attribute_uint (a, "n", 10, 3), ==, 7);
  g_assert_cmpuint (comark_xml_attribute_uint (a, "n", 5, 3), ==, 3);
  g_assert_cmpuint (comark_xml_attribute_uint (a, "big", 5, 3), ==, 3);
  g_assert_cmpuint (comark_xml_attribute_uint (a, "neg", 5, 3), ==, 3);
  g_assert_cmpstr (sentence, ==, "some words here & there");
  g_assert_cmpstr (empty, ==, "");
  g_assert_cmpstr (missing, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xml/refusals", test_refusals);
  g_test_add_func ("/xml/depth-has-a-limit", test_depth_has_a_limit);
  g_test_add_func ("/xml/size-has-a-limit", test_size_has_a_limit);
  g_test_add_func ("/xml/files-that-cannot-be-read", test_files_that_cannot_be_read);
  g_test_add_func ("/xml/unknown-schema-is-an-error", test_unknown_schema_is_an_error);
  g_test_add_func ("/xml/message-is-one-bounded-line", test_message_is_one_bounded_line);
  g_test_add_func ("/xml/what-is-written-is-read-again", test_what_is_written_is_read_again);
  g_test_add_func ("/xml/attributes-and-sentences", test_attributes_and_sentences);
  return g_test_run ();
}
