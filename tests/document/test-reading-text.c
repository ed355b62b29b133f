/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of a document as the reading view gets them.
 */
#include <string.h>

#include "reader-util.h"

#define PAGE "0 0 595 842"

static void
assert_spells (const char *document, const char *expected)
{
  g_autoptr (GBytes) bytes = g_bytes_new (document, strlen (document));
  g_autofree char *said = spell_words (bytes);

  g_assert_cmpstr (said, ==, expected);
}

static void
test_plain_text_is_reflowed (void)
{
  assert_spells ("SAFE DISCHARGE\n\n"
                 "When you leave the ward you should have three things in hand\n"
                 "before you go: a name, a number\n"
                 "and a date. We wrote this together with people who themselves\n"
                 "left the ward.\n\nAsk for:\n- a name\n- a number you can ring on\n"
                 "1. First\n\nYours,\nAda\n",
                 "heading 2: SAFE DISCHARGE\n"
                 "paragraph: When you leave the ward you should have three things in hand before "
                 "you go: a name, a number\nand a date. We wrote this together with people who "
                 "themselves left the ward.\n"
                 "paragraph: Ask for:\nitem 1 •: a name\nitem 1 •: a number you can ring on\n"
                 "item 1 1.: First\nparagraph: Yours,\nAda\n");
}

static void
test_marked_headings_have_levels (void)
{
  assert_spells ("Title\n=====\n\nPart\n----\nWords.\n\n### Deep\nMore.\n",
                 "heading 1: Title\nheading 2: Part\nparagraph: Words.\nheading 3: Deep\n"
                 "paragraph: More.\n");
}

static void
test_a_pdf_is_put_together_again (void)
{
  static const char fonts[] = "/Font << /R << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> "
                              "/B << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >> "
                              "/I << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Oblique >> "
                              ">>";
  static const char content[]
    = "BT /B 20 Tf 1 0 0 1 60 760 Tm (Leaving hospital) Tj ET\n"
      "BT /R 11 Tf 1 0 0 1 60 720 Tm (This leaflet was made by people who had been in hos-) Tj ET\n"
      "BT /R 11 Tf 1 0 0 1 60 706 Tm (pital and by staff. It says what to expect, and ) Tj "
      "/B 11 Tf (whom to ring) Tj ET\n"
      "BT /R 11 Tf 1 0 0 1 60 692 Tm (on the first days at home, by day and by night. ) Tj "
      "/I 11 Tf (Keep it.) Tj ET\n"
      "BT /B 11 Tf 1 0 0 1 60 660 Tm (What you need) Tj ET\n"
      "BT /R 11 Tf 1 0 0 1 60 640 Tm (\\267 a name) Tj ET\n"
      "BT /R 11 Tf 1 0 0 1 60 626 Tm (\\267 a number you can ring) Tj ET\n";
  g_autoptr (GBytes) pdf = make_raw_pdf (PAGE, fonts, content, NULL);
  g_autofree char *said = spell_words (pdf);

  g_assert_cmpstr (said, ==,
                   "heading 1: <b>Leaving hospital</>\n"
                   "paragraph: This leaflet was made by people who had been in hospital and by "
                   "staff. It says what to expect, and <b>whom to ring</> on the first days at "
                   "home, by day and by night. <i>Keep it.</>\n"
                   "heading 2: <b>What you need</>\nitem 1 •: a name\n"
                   "item 1 •: a number you can ring\n");
}

static void
test_running_heads_are_left_out (void)
{
  g_autoptr (GBytes) policy = load_policy ();

  if (policy == NULL)
    {
      g_test_skip ("The Debian package debian-policy is not installed.");
      return;
    }
  g_autofree char *said = spell_words (policy);
  g_assert_null (strstr (said, "Debian Policy Manual, Release"));
  g_assert_null (strstr (said, ": Chapter 3. Binary packages"));
  g_assert_nonnull (strstr (said, "3.1 The package name"));
  g_assert_nonnull (strstr (said, "which are executed when the package is installed or removed."));
}

static void
test_a_picture_has_no_words (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("COMARK_TEST_DATA"), "sideways.jpg", NULL);
  g_autoptr (ComarkReader) reader = comark_reader_new_for_path (path, NULL);
  g_autoptr (ComarkReadingText) text = reader_words (reader, NULL);

  g_assert_nonnull (text);
  g_assert_cmpuint (comark_reading_text_get_n_blocks (text), ==, 0);
}

static void
test_the_second_asking_is_answered_from_memory (void)
{
  g_autoptr (GBytes) leaflet = make_leaflet (3);
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (leaflet);
  g_autoptr (ComarkReadingText) first = reader_words (reader, NULL);
  g_autoptr (ComarkReadingText) second = reader_words (reader, NULL);

  g_assert_nonnull (first);
  g_assert_true (first == second);
  g_assert_cmpint (comark_reading_text_get_block (first, 2)->page, ==, 2);
  g_assert_cmpint (comark_reader_get_n_pages (reader), ==, 3);
}

/* A helper may answer anything: what is appended keeps the header's promises. */
static void
test_what_is_appended_is_held_to_bounds (void)
{
  g_autoptr (ComarkReadingText) text = comark_reading_text_new ();
  const ComarkReadingRun runs[] = {
    { 0, 3, COMARK_READING_BOLD }, { 2, 4, COMARK_READING_BOLD },     /* overlaps */
    { 3, 4, 0 },                   { 4, 5, COMARK_READING_ITALIC },   /* cuts the é */
    { 6, 900, COMARK_READING_BOLD }, { 6, 7, (ComarkReadingStyle) 0xfffe },
  };
  ComarkReadingBlock block = { .kind = COMARK_READING_PARAGRAPH, .level = 99, .page = -7,
                               .last_page = -9, .table = 4, .marker = "no item",
                               .text = "caf\x01\xc3\xa9 au", .runs = runs, .n_runs = 6 };

  g_assert_true (comark_reading_text_append (text, &block));
  block.kind = (ComarkReadingKind) 77;
  g_assert_false (comark_reading_text_append (text, &block));
  block.kind = COMARK_READING_TABLE_CELL;
  block.row = 1 << 30;
  g_assert_false (comark_reading_text_append (text, &block));
  block.kind = COMARK_READING_HEADING;
  block.text = "broken \xff";
  g_assert_false (comark_reading_text_append (text, &block));
  const ComarkReadingBlock *kept = comark_reading_text_get_block (text, 0);
  g_assert_cmpstr (kept->text, ==, "caf \xc3\xa9 au");
  g_assert_cmpstr (kept->marker, ==, "");
  g_assert_cmpint (kept->level, ==, 0);
  g_assert_cmpint (kept->page, ==, -1);
  g_assert_cmpint (kept->last_page, ==, -1);
  g_assert_cmpint (kept->table, ==, -1);
  g_assert_cmpuint (kept->n_runs, ==, 2);
  g_assert_cmpuint (kept->runs[1].start, ==, 6);
  g_assert_cmpint (kept->runs[1].style, ==, COMARK_READING_ITALIC);
  g_assert_null (comark_reading_text_get_block (text, 1));
}

#define ADD(name, func) g_test_add_func ("/document/reading-text/" name, func)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("plain-text-is-reflowed", test_plain_text_is_reflowed);
  ADD ("marked-headings-have-levels", test_marked_headings_have_levels);
  ADD ("a-pdf-is-put-together-again", test_a_pdf_is_put_together_again);
  ADD ("running-heads-are-left-out", test_running_heads_are_left_out);
  ADD ("a-picture-has-no-words", test_a_picture_has_no_words);
  ADD ("the-second-asking-is-answered-from-memory",
       test_the_second_asking_is_answered_from_memory);
  ADD ("what-is-appended-is-held-to-bounds", test_what_is_appended_is_held_to_bounds);
  return g_test_run ();
}
