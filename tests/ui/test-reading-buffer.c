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

static GtkTextTag *
get_all (GtkTextBuffer *buffer)
{
  return gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "all");
}

static void
test_look_is_of_all (void)
{
  g_autoptr (GtkTextBuffer) buffer = make_buffer ();
  ComarkReadingLook look = comark_reading_look_usual ();
  ComarkReadingMeasure measure = { .letter_height = 15, .letter_width = 8 };
  g_autofree char *family = NULL;
  double scale;
  float line;
  int spacing, below;
  gboolean has_family;

  for (int offset = 0; offset < gtk_text_buffer_get_char_count (buffer); offset++)
    g_assert_true (has_tag (buffer, offset, "all"));
  look.size = 400;
  look.line = 200;
  look.letter = 10;
  g_strlcpy (look.face, "Andika", sizeof look.face);
  comark_reading_buffer_set_look (buffer, &look, &measure, 600);
  g_object_get (get_all (buffer), "scale", &scale, "line-height", &line, "letter-spacing",
                &spacing, "pixels-below-lines", &below, "family", &family, NULL);
  g_assert_cmpfloat (scale, ==, 4.0);
  g_assert_cmpfloat (line, ==, 2.0f);
  g_assert_cmpint (spacing, ==, 6 * PANGO_SCALE);
  g_assert_cmpint (below, ==, 90);
  g_assert_cmpstr (family, ==, "Andika");
  look.face[0] = '\0';
  comark_reading_buffer_set_look (buffer, &look, &measure, 600);
  g_object_get (get_all (buffer), "family-set", &has_family, NULL);
  g_assert_false (has_family);
}

/* At 400 % a column can be a few letters wide. */
static void
test_deep_lists_leave_room (void)
{
  g_autoptr (GtkTextBuffer) buffer = make_buffer ();
  ComarkReadingLook look = comark_reading_look_usual ();
  ComarkReadingMeasure measure = { .letter_height = 15, .letter_width = 8 };
  GtkTextTagTable *tags = gtk_text_buffer_get_tag_table (buffer);
  int indent;

  for (int column = 100; column < 2000; column += 100)
    {
      comark_reading_buffer_set_look (buffer, &look, &measure, column);
      g_object_get (gtk_text_tag_table_lookup (tags, "item-8"), "left-margin", &indent, NULL);
      g_assert_cmpint (indent, <=, column / 3);
    }
  g_assert_cmpint (indent, ==, 8 * 24);
}

/* "Going home\nÇa: häufig so\n3. Ask early\nDay | Who\nMonday" */
static void
test_places_are_those_of_the_document (void)
{
  static const struct { int offset; guint block; int at; guint paragraph; int back; } rows[] = {
    { 0, 0, 0, 0, 0 },    { 10, 0, 10, 0, 10 }, /* the line end is at the end of its block */
    { 11, 1, 0, 1, 11 },  { 15, 1, 4, 1, 15 },
    { 25, 2, 0, 2, 28 },  { 29, 2, 1, 2, 29 }, /* a marker is no part of the item's text */
    { 38, 3, 0, 3, 38 },  { 42, 3, 3, 3, 41 }, /* nor " | " of a cell's */
    { 44, 4, 0, 3, 44 },  { 48, 5, 0, 4, 48 },
    { 54, 5, 6, 4, 54 },  { 999, 5, 6, 4, 54 },
  };
  g_autoptr (GtkTextBuffer) buffer = make_buffer ();
  ComarkReadingMap *map = comark_reading_buffer_get_map (buffer);
  guint block;
  int at, start, end;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_true (comark_reading_map_to_block (map, rows[i].offset, &block, &at));
      g_assert_cmpuint (block, ==, rows[i].block);
      g_assert_cmpint (at, ==, rows[i].at);
      g_assert_cmpuint (comark_reading_map_paragraph_at (map, rows[i].offset), ==,
                        rows[i].paragraph);
      g_assert_cmpint (comark_reading_map_to_offset (map, block, at), ==, rows[i].back);
    }
  g_assert_cmpint (comark_reading_map_to_offset (map, 6, 0), ==, -1);
  g_assert_cmpuint (comark_reading_map_get_n_paragraphs (map), ==, 5);
  comark_reading_map_get_paragraph (map, 3, &start, &end); /* a row of a table */
  g_assert_cmpint (start, ==, 38);
  g_assert_cmpint (end, ==, 47);
}

static char *
dup_shown (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
test_one_paragraph_alone (void)
{
  static const char *const shown[]
    = { "Going home\n", "Ça: häufig so\n", "3. Ask early\n", "Day | Who\n", "Monday" };
  g_autoptr (GtkTextBuffer) buffer = make_buffer ();
  g_autofree char *all = NULL;

  for (int i = 0; i < (int) G_N_ELEMENTS (shown); i++)
    {
      g_autofree char *text = NULL;
      comark_reading_buffer_show_only (buffer, i);
      text = dup_shown (buffer);
      g_assert_cmpstr (text, ==, shown[i]);
    }
  comark_reading_buffer_show_only (buffer, -1);
  all = dup_shown (buffer);
  g_assert_cmpint (g_utf8_strlen (all, -1), ==, 54);
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
  g_test_add_func ("/reading-buffer/look-is-of-all", test_look_is_of_all);
  g_test_add_func ("/reading-buffer/deep-lists-leave-room", test_deep_lists_leave_room);
  g_test_add_func ("/reading-buffer/places", test_places_are_those_of_the_document);
  g_test_add_func ("/reading-buffer/one-paragraph-alone", test_one_paragraph_alone);
  g_test_add_func ("/reading-buffer/another-document-takes-its-place",
                   test_another_document_takes_its_place);
  return g_test_run ();
}
