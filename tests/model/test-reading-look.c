/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a person likes to read, as text and back, whatever the text.
 */
#include "comark-reading-look.h"

static void
test_usual_needs_no_words (void)
{
  ComarkReadingLook usual = comark_reading_look_usual ();
  ComarkReadingLook none = comark_reading_look_from_text (NULL);
  g_autofree char *text = comark_reading_look_to_text (&usual);

  g_assert_cmpstr (text, ==, "");
  g_assert_true (comark_reading_look_equal (&usual, &none));
}

static void
test_there_and_back (void)
{
  ComarkReadingLook look = { .size = 400, .line = 200, .letter = 15, .column = 40, .speed = 75,
                             .colours = COMARK_READING_OWN, .ink = 0x123456, .paper = 0xfedcba,
                             .ruler = TRUE, .single = TRUE, .as_words = TRUE,
                             .face = "Atkinson Hyperlegible" };
  g_autofree char *text = comark_reading_look_to_text (&look);
  ComarkReadingLook back = comark_reading_look_from_text (text);

  g_assert_true (comark_reading_look_equal (&look, &back));
  back.face[0] = 'a';
  g_assert_false (comark_reading_look_equal (&look, &back));
}

static void
test_odd_text_stays_in_bounds (void)
{
  g_autofree char *long_face = g_strnfill (200, 'x');
  g_autofree char *text = g_strdup_printf (
    "size=100000\nline=-7\nletter=99999999999999999999\nsomething=4\ncolours=12\n"
    "column\n=\nruler=2\nface=%s\nface=\xff\xfe\nspeed=fast", long_face);
  ComarkReadingLook look = comark_reading_look_from_text (text);

  g_assert_cmpint (look.size, ==, 400);
  g_assert_cmpint (look.line, ==, 100);
  g_assert_cmpint (look.letter, ==, 0); /* no number: as usual */
  g_assert_cmpint (look.column, ==, 70);
  g_assert_cmpint (look.colours, ==, COMARK_READING_OWN);
  g_assert_cmpint (look.ruler, ==, TRUE);
  g_assert_cmpint (look.speed, ==, 100);
  g_assert_cmpstr (look.face, ==, "");
}

static void
test_redo_leaves_the_rest (void)
{
  ComarkReadingLook usual = comark_reading_look_usual (), changed = usual, look = usual;

  changed.ruler = TRUE;
  g_strlcpy (changed.face, "Andika", sizeof changed.face);
  look.size = 300;
  comark_reading_look_redo (&look, &usual, &changed);
  g_assert_cmpint (look.size, ==, 300);
  g_assert_true (look.ruler);
  g_assert_cmpstr (look.face, ==, "Andika");
}

static void
test_named_colours_can_be_read_by_most (void)
{
  ComarkReadingLook look = comark_reading_look_usual ();
  int ink, paper;

  g_assert_false (comark_reading_look_get_colours (&look, &ink, &paper));
  for (look.colours = COMARK_READING_WHITE; look.colours < COMARK_READING_OWN; look.colours++)
    {
      g_assert_true (comark_reading_look_get_colours (&look, &ink, &paper));
      g_assert_cmpfloat (comark_reading_contrast (ink, paper), >=, 7);
    }
  look.ink = 0x00ff00;
  g_assert_true (comark_reading_look_get_colours (&look, &ink, &paper));
  g_assert_cmpint (ink, ==, 0x00ff00);
}

static void
test_contrast_is_wcags (void)
{
  g_assert_cmpfloat_with_epsilon (comark_reading_contrast (0, 0xffffff), 21, 0.001);
  g_assert_cmpfloat_with_epsilon (comark_reading_contrast (0x123456, 0x123456), 1, 0.001);
  g_assert_cmpfloat_with_epsilon (comark_reading_contrast (0x767676, 0xffffff), 4.54, 0.01);
  g_assert_cmpfloat_with_epsilon (comark_reading_contrast (0xffffff, 0x767676), 4.54, 0.01);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading-look/usual-needs-no-words", test_usual_needs_no_words);
  g_test_add_func ("/reading-look/there-and-back", test_there_and_back);
  g_test_add_func ("/reading-look/odd-text-stays-in-bounds", test_odd_text_stays_in_bounds);
  g_test_add_func ("/reading-look/redo-leaves-the-rest", test_redo_leaves_the_rest);
  g_test_add_func ("/reading-look/named-colours", test_named_colours_can_be_read_by_most);
  g_test_add_func ("/reading-look/contrast", test_contrast_is_wcags);
  return g_test_run ();
}
