/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A document's words as text: headings stand out, lists keep their signs, rows of a table stay
 * together, and the reader's size changes all of it.
 */
#include "comark-reading-buffer.h"

static ComarkReadingText *
make_text (void)
{
  static const ComarkReadingRun bold = { 4, 10, COMARK_READING_BOLD };
  ComarkReadingBlock blocks[] = {
    { .kind = COMARK_READING_HEADING, .level = 1, .marker = "", .text = "Going home" },
    { .kind = COMARK_READING_PARAGRAPH, .marker = "", .text = "Ça: häufig so", .runs = &bold,
      .n_runs = 1 },
    { .kind = COMARK_READING_LIST_ITEM, .level = 2, .marker = "3.", .text = "Ask early" },
    { .kind = COMARK_READING_TABLE_CELL, .table = 0, .row = 0, .column = 0, .is_header = TRUE,
      .marker = "", .text = "Day" },
    { .kind = COMARK_READING_TABLE_CELL, .table = 0, .row = 0, .column = 1, .is_header = TRUE,
      .marker = "", .text = "Who" },
    { .kind = COMARK_READING_TABLE_CELL, .table = 0, .row = 1, .column = 0, .marker = "",
      .text = "Monday" },
  };
  ComarkReadingText *text = comark_reading_text_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (blocks); i++)
    g_assert_true (comark_reading_text_append (text, &blocks[i]));
  return text;
}

static GtkTextBuffer *
make_buffer (void)
{
  g_autoptr (ComarkReadingText) text = make_text ();
  GtkTextBuffer *buffer = comark_reading_buffer_new ();

  comark_reading_buffer_fill (buffer, text);
  return buffer;
}

static gboolean
has_tag (GtkTextBuffer *buffer, int offset, const char *name)
{
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, offset);
  return gtk_text_iter_has_tag (&iter, tag);
}

static void
test_words (void)
{
  g_autoptr (GtkTextBuffer) buffer = make_buffer ();
  g_autofree char *words = NULL;

  g_object_get (buffer, "text", &words, NULL);
  g_assert_cmpstr (words, ==,
                   "Going home\nÇa: häufig so\n3. Ask early\nDay | Who\nMonday");
}

/* Places are counted in characters here, in bytes there. */
static void
test_what_stands_out (void)
{
  g_autoptr (GtkTextBuffer) buffer = make_buffer ();

  g_assert_true (has_tag (buffer, 0, "heading-1"));
  g_assert_false (has_tag (buffer, 12, "heading-1"));
  for (int offset = 11; offset < 24; offset++)
    g_assert_cmpint (has_tag (buffer, offset, "bold"), ==, offset >= 14 && offset < 19);
  g_assert_true (has_tag (buffer, 25, "item-2"));
  g_assert_true (has_tag (buffer, 38, "bold"));  /* "Day" names a column */
  g_assert_false (has_tag (buffer, 48, "bold")); /* "Monday" does not */
}

static void
test_size_is_of_all (void)
{
  g_autoptr (GtkTextBuffer) buffer = make_buffer ();
  GtkTextTag *all = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "all");
  double scale;
  int usual, wide;

  for (int offset = 0; offset < gtk_text_buffer_get_char_count (buffer); offset++)
    g_assert_true (has_tag (buffer, offset, "all"));
  comark_reading_buffer_set_look (buffer, 400, FALSE);
  g_object_get (all, "scale", &scale, "pixels-inside-wrap", &usual, NULL);
  g_assert_cmpfloat (scale, ==, 4.0);
  comark_reading_buffer_set_look (buffer, 400, TRUE);
  g_object_get (all, "pixels-inside-wrap", &wide, NULL);
  g_assert_cmpint (wide, >, usual);
}

static void
test_another_document_takes_its_place (void)
{
  g_autoptr (GtkTextBuffer) buffer = make_buffer ();
  g_autoptr (ComarkReadingText) nothing = comark_reading_text_new ();

  comark_reading_buffer_fill (buffer, nothing);
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 0);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading-buffer/words-in-their-order", test_words);
  g_test_add_func ("/reading-buffer/what-stands-out", test_what_stands_out);
  g_test_add_func ("/reading-buffer/size-is-of-all", test_size_is_of_all);
  g_test_add_func ("/reading-buffer/another-document-takes-its-place",
                   test_another_document_takes_its_place);
  return g_test_run ();
}
