/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reading view over a real register: a person's way to read is seen at once, goes with them,
 * cuts nothing off; paragraphs one at a time, finding, the ruler, reading aloud.
 */
#include <adwaita.h>
#include <string.h>

#include "../desk/panel-fixture.h"
#include "act-host-window.h"
#include "comark-reading-buffer.h"
#include "comark-reading-options.h"
#include "comark-reading-sheet.h"
#include "comark-reading-view.h"
#include "comark-reading-voice.h"

/* ---- a voice for the test ---- */

#define TEST_TYPE_SPEAKER (test_speaker_get_type ())
G_DECLARE_FINAL_TYPE (TestSpeaker, test_speaker, TEST, SPEAKER, GObject)

struct _TestSpeaker
{
  GObject parent_instance;
  char *text; /* what is being said; NULL: nothing */
  int speed;
};

static void
test_speaker_hush (ComarkSpeaker *speaker)
{
  g_clear_pointer (&TEST_SPEAKER (speaker)->text, g_free);
}

static void
test_speaker_say (ComarkSpeaker *speaker, const char *text, int speed)
{
  test_speaker_hush (speaker);
  TEST_SPEAKER (speaker)->text = g_strdup (text);
  TEST_SPEAKER (speaker)->speed = speed;
}

static void
test_speaker_iface_init (ComarkSpeakerInterface *iface)
{
  iface->say = test_speaker_say;
  iface->hush = test_speaker_hush;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestSpeaker, test_speaker, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (COMARK_TYPE_SPEAKER,
                                                      test_speaker_iface_init))

static void
test_speaker_finalize (GObject *object)
{
  test_speaker_hush (COMARK_SPEAKER (object));
  G_OBJECT_CLASS (test_speaker_parent_class)->finalize (object);
}

static void
test_speaker_class_init (TestSpeakerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_speaker_finalize;
}

static void
test_speaker_init (TestSpeaker *self)
{
}

/* ---- the view ---- */

static const char document[]
  = "<html><body><h1>Going home</h1>"
    "<p>Leaving a ward is no event. It begins on the first day!</p>"
    "<ul><li>Ask early<ul><li>Ask who is at home, and who is not, and who could be</li></ul></li>"
    "<li>Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft</li></ul>"
    "<table><tr><th>Day</th><th>Who</th></tr><tr><td>Monday</td><td>Ada’s café</td></tr></table>"
    "<p>The Café at home.</p></body></html>";

typedef struct
{
  Panel *panel;
  ComarkRegister *reg;
  TestActHost *host;
  ComarkReadingView *view;
  TestSpeaker *speaker;
} Fixture;

static gpointer
get_part (Fixture *fixture, const char *id)
{
  GObject *part = gtk_widget_get_template_child (GTK_WIDGET (fixture->view),
                                                 COMARK_TYPE_READING_VIEW, id);

  g_assert_nonnull (part);
  return part;
}

static GtkTextView *
get_sheet (Fixture *fixture)
{
  return GTK_TEXT_VIEW (get_part (fixture, "sheet"));
}

static GtkTextBuffer *
get_buffer (Fixture *fixture)
{
  return gtk_text_view_get_buffer (get_sheet (fixture));
}

static void
rest (int milliseconds)
{
  gint64 end_us = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end_us)
    g_main_context_iteration (NULL, FALSE) ? (void) 0 : g_usleep (1000);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (document, strlen (document));
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (bytes);

  fixture->panel = panel_new ();
  fixture->reg = comark_register_open (fixture->panel->place, &error);
  g_assert_no_error (error);
  comark_register_set_acting (fixture->reg, fixture->panel->people[E1]);
  fixture->view = g_object_new (COMARK_TYPE_READING_VIEW, NULL);
  fixture->host = test_act_host_new (fixture->reg, GTK_WIDGET (fixture->view));
  fixture->speaker = g_object_new (TEST_TYPE_SPEAKER, NULL);
  comark_reading_voice_set_speaker (get_part (fixture, "voice"), COMARK_SPEAKER (fixture->speaker));
  comark_reading_view_set_reader (fixture->view, reader);
  WAIT_FOR (gtk_text_buffer_get_char_count (get_buffer (fixture)) > 0);
  rest (50); /* the look of E1 is read */
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->view), (gpointer *) &fixture->view);
  gtk_window_destroy (GTK_WINDOW (fixture->host));
  WAIT_FOR (fixture->view == NULL);
  g_object_unref (fixture->speaker);
  comark_register_close (fixture->reg);
  g_object_unref (fixture->reg);
  panel_free (fixture->panel);
}

static ComarkReadingLook
get_look (Fixture *fixture)
{
  g_autoptr (ComarkReadingSettings) settings
    = comark_reading_settings_of (GTK_WIDGET (fixture->view));

  return *comark_reading_settings_get (settings);
}

static void
set_look (Fixture *fixture, const ComarkReadingLook *look)
{
  g_autoptr (ComarkReadingSettings) settings
    = comark_reading_settings_of (GTK_WIDGET (fixture->view));

  comark_reading_settings_set (settings, look);
}

static void
act (Fixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), action, NULL);
}

static int
get_caret (Fixture *fixture)
{
  int offset;

  g_object_get (get_buffer (fixture), "cursor-position", &offset, NULL);
  return offset;
}

static void
put_caret (Fixture *fixture, int offset)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (get_buffer (fixture), &iter, offset);
  gtk_text_buffer_place_cursor (get_buffer (fixture), &iter);
}

/* What stands under the tag @name. */
static char *
dup_tagged (Fixture *fixture, const char *name)
{
  GtkTextBuffer *buffer = get_buffer (fixture);
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
  GtkTextIter start, end;

  gtk_text_buffer_get_start_iter (buffer, &start);
  if (!gtk_text_iter_starts_tag (&start, tag) && !gtk_text_iter_forward_to_tag_toggle (&start, tag))
    return g_strdup ("");
  end = start;
  gtk_text_iter_forward_to_tag_toggle (&end, tag);
  return gtk_text_iter_get_slice (&start, &end);
}

static void
assert_tagged (Fixture *fixture, const char *name, const char *words)
{
  g_autofree char *text = dup_tagged (fixture, name);

  g_assert_cmpstr (text, ==, words);
}

static char *
dup_shown (Fixture *fixture)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (get_buffer (fixture), &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (get_buffer (fixture), &start, &end, FALSE));
}

static void
assert_shown (Fixture *fixture, const char *words)
{
  g_autofree char *text = dup_shown (fixture);

  g_assert_cmpstr (text, ==, words);
}

static const char *
get_label (Fixture *fixture, GType type, const char *part, const char *id)
{
  GObject *label = gtk_widget_get_template_child (get_part (fixture, part), type, id);

  return GTK_IS_BUTTON (label) ? gtk_button_get_label (GTK_BUTTON (label))
                               : gtk_label_get_label (GTK_LABEL (label));
}

/* ---- nothing is cut off ---- */

static void
assert_each_character_has_room (Fixture *fixture)
{
  GtkTextView *sheet = get_sheet (fixture);
  int right = gtk_widget_get_width (GTK_WIDGET (sheet)) - gtk_text_view_get_right_margin (sheet);
  GtkAdjustment *down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (sheet));
  GtkAdjustment *across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (sheet));
  GdkRectangle place = { 0 };
  GtkTextIter iter;

  gtk_text_buffer_get_start_iter (get_buffer (fixture), &iter);
  for (; !gtk_text_iter_is_end (&iter); gtk_text_iter_forward_char (&iter))
    {
      if (g_unichar_isspace (gtk_text_iter_get_char (&iter)))
        continue;
      gtk_text_view_get_iter_location (sheet, &iter, &place);
      g_assert_cmpint (place.x, >=, gtk_text_view_get_left_margin (sheet));
      g_assert_cmpint (place.x + place.width, <=, right);
    }
  g_assert_cmpfloat (gtk_adjustment_get_upper (down), >=, place.y + place.height);
  g_assert_cmpfloat (gtk_adjustment_get_upper (across), <=, gtk_adjustment_get_page_size (across));
}

static void
test_nothing_is_cut_off (Fixture *fixture, gconstpointer data)
{
  static const int widths[] = { 330, 620, 1000 };
  static const ComarkReadingLook looks[] = {
    { .size = 400, .line = 100, .letter = 0, .column = 150, .speed = 100 },
    { .size = 400, .line = 300, .letter = 50, .column = 20, .speed = 100 },
    { .size = 50, .line = 100, .letter = 0, .column = 20, .speed = 100, .face = "Monospace" },
    { .size = 400, .line = 150, .letter = 10, .column = 70, .speed = 100, .face = "OpenDyslexic" },
    { .size = 250, .line = 125, .letter = 4, .column = 45, .speed = 100, .face = "Serif" },
  };

  for (gsize w = 0; w < G_N_ELEMENTS (widths); w++)
    for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
      {
        gtk_window_set_default_size (GTK_WINDOW (fixture->host), widths[w], 600);
        set_look (fixture, &looks[i]);
        rest (250);
        assert_each_character_has_room (fixture);
      }
}

/* ---- the look ---- */

static void
test_lines_are_as_long_as_asked (Fixture *fixture, gconstpointer data)
{
  ComarkReadingLook look = get_look (fixture);
  int wide;

  gtk_window_set_default_size (GTK_WINDOW (fixture->host), 1200, 700);
  look.column = 100;
  set_look (fixture, &look);
  rest (200);
  wide = gtk_widget_get_width (GTK_WIDGET (get_sheet (fixture)));
  look.column = 30;
  set_look (fixture, &look);
  rest (200);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (get_sheet (fixture))), <, wide / 2);
}

static void
test_size_goes_by_steps (Fixture *fixture, gconstpointer data)
{
  GtkLabel *label = get_part (fixture, "size_label");

  for (int i = 0; i < 20; i++)
    act (fixture, "reading.larger");
  g_assert_cmpint (get_look (fixture).size, ==, 400);
  g_assert_cmpstr (gtk_label_get_label (label), ==, "400 %");
  for (int i = 0; i < 20; i++)
    act (fixture, "reading.smaller");
  g_assert_cmpstr (gtk_label_get_label (label), ==, "50 %");
  act (fixture, "reading.usual-size");
  g_assert_cmpstr (gtk_label_get_label (label), ==, "125 %");
}

static void
test_own_colours_warn_where_hard_to_read (Fixture *fixture, gconstpointer data)
{
  GtkWidget *warning = GTK_WIDGET (gtk_widget_get_template_child (
    get_part (fixture, "options"), COMARK_TYPE_READING_OPTIONS, "warning"));
  ComarkReadingLook look = get_look (fixture);

  g_assert_false (gtk_widget_get_visible (warning));
  look.colours = COMARK_READING_OWN;
  look.ink = 0x999999;
  look.paper = 0xffffff;
  set_look (fixture, &look);
  WAIT_FOR (gtk_widget_get_visible (warning));
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (warning)), "2.8 to 1"));
  look.ink = 0x222222;
  set_look (fixture, &look);
  WAIT_FOR (!gtk_widget_get_visible (warning));
}

/* What GTK writes the words in. */
static void
test_words_are_in_the_colour_of_the_ink (Fixture *fixture, gconstpointer data)
{
  ComarkReadingLook look = get_look (fixture);
  GdkRGBA rgba;

  for (look.colours = COMARK_READING_WHITE; look.colours <= COMARK_READING_OWN; look.colours++)
    {
      int ink, paper;

      set_look (fixture, &look);
      rest (50);
      g_assert_true (comark_reading_look_get_colours (&look, &ink, &paper));
      gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (get_sheet (fixture))),
                                   &rgba);
      g_assert_cmpint ((int) (rgba.red * 255 + 0.5f), ==, ink >> 16 & 0xff);
      g_assert_cmpint ((int) (rgba.blue * 255 + 0.5f), ==, ink & 0xff);
    }
}

static GtkCheckButton *
find_choice (Fixture *fixture, const char *id, const char *words)
{
  GtkWidget *choices = GTK_WIDGET (gtk_widget_get_template_child (
    get_part (fixture, "options"), COMARK_TYPE_READING_OPTIONS, id));
  GtkWidget *child = gtk_widget_get_first_child (choices);

  while (child != NULL
         && g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (child)), words) != 0)
    child = gtk_widget_get_next_sibling (child);
  g_assert_nonnull (child);
  return GTK_CHECK_BUTTON (child);
}

static void
test_face_of_another_computer_is_kept (Fixture *fixture, gconstpointer data)
{
  ComarkReadingLook look = get_look (fixture);

  g_strlcpy (look.face, "No Such Face At All", sizeof look.face);
  set_look (fixture, &look);
  g_assert_true (gtk_check_button_get_active (
    find_choice (fixture, "face", "No Such Face At All (not on this computer)")));
  act (fixture, "reading.larger");
  g_assert_cmpstr (get_look (fixture).face, ==, "No Such Face At All");
  gtk_check_button_set_active (find_choice (fixture, "face", "With serifs"), TRUE);
  g_assert_cmpstr (get_look (fixture).face, ==, "Serif");
  gtk_check_button_set_active (find_choice (fixture, "colours", "Blue"), TRUE);
  g_assert_cmpint (get_look (fixture).colours, ==, COMARK_READING_BLUE);
}

static void
test_look_goes_with_the_person (Fixture *fixture, gconstpointer data)
{
  ComarkReadingLook usual = comark_reading_look_usual (), look = usual;
  ComarkReadingLook now;

  look.size = 300;
  look.ruler = TRUE;
  set_look (fixture, &look);
  rest (600); /* it is kept */
  comark_register_set_acting (fixture->reg, fixture->panel->people[S1]);
  now = get_look (fixture);
  g_assert_true (comark_reading_look_equal (&now, &usual));
  rest (100);
  act (fixture, "reading.larger");
  g_assert_cmpint (get_look (fixture).size, ==, 150);
  rest (600);
  comark_register_set_acting (fixture->reg, fixture->panel->people[E1]);
  WAIT_FOR (get_look (fixture).size == 300);
  g_assert_true (get_look (fixture).ruler);
  comark_register_set_acting (fixture->reg, fixture->panel->people[S1]);
  WAIT_FOR (get_look (fixture).size == 150);
}

/* ---- paragraphs ---- */

static void
test_one_paragraph_at_a_time (Fixture *fixture, gconstpointer data)
{
  static const char *const paragraphs[] = {
    "Going home", "Leaving a ward is no event. It begins on the first day!", "• Ask early",
  };
  GtkLabel *label = get_part (fixture, "paragraph_label");
  ComarkReadingLook look = get_look (fixture);

  g_assert_false (gtk_widget_get_visible (get_part (fixture, "pager")));
  look.single = TRUE;
  set_look (fixture, &look);
  g_assert_true (gtk_widget_get_visible (get_part (fixture, "pager")));
  for (gsize i = 0; i < G_N_ELEMENTS (paragraphs); i++)
    {
      assert_shown (fixture, paragraphs[i]);
      act (fixture, "reading.next-paragraph");
    }
  g_assert_cmpstr (gtk_label_get_label (label), ==, "Paragraph 4 of 8");
  for (int i = 0; i < 20; i++)
    act (fixture, "reading.next-paragraph");
  assert_shown (fixture, "The Café at home.");
  act (fixture, "reading.previous-paragraph");
  assert_shown (fixture, "Monday | Ada’s café");
  put_caret (fixture, 0); /* it goes where the caret goes */
  assert_shown (fixture, "Going home");
  look.single = FALSE;
  set_look (fixture, &look);
  g_autofree char *all = dup_shown (fixture);
  g_assert_true (g_str_has_suffix (all, "The Café at home."));
}

static void
test_ruler_follows_the_caret (Fixture *fixture, gconstpointer data)
{
  ComarkReadingSheet *sheet = COMARK_READING_SHEET (get_sheet (fixture));
  ComarkReadingLook look = get_look (fixture);
  GdkRectangle line, later;

  g_assert_false (comark_reading_sheet_get_line (sheet, &line));
  look.ruler = TRUE;
  set_look (fixture, &look);
  put_caret (fixture, 2);
  g_assert_true (comark_reading_sheet_get_line (sheet, &line));
  act (fixture, "reading.next-paragraph");
  g_assert_true (comark_reading_sheet_get_line (sheet, &later));
  g_assert_cmpint (later.y, >=, line.y + line.height);
}

/* ---- finding ---- */

static const char *
get_count (Fixture *fixture)
{
  rest (50);
  return get_label (fixture, g_type_from_name ("ComarkReadingFinder"), "finder", "count");
}

static void
look_for (Fixture *fixture, const char *words)
{
  GObject *entry = gtk_widget_get_template_child (
    get_part (fixture, "finder"), g_type_from_name ("ComarkReadingFinder"), "entry");

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  rest (250); /* it waits until somebody stops typing */
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  act (fixture, "reading.find");
  look_for (fixture, "HOME");
  g_assert_cmpstr (get_count (fixture), ==, "1 of 3");
  assert_tagged (fixture, "found-now", "home");
  g_assert_cmpint (get_caret (fixture), ==, 6);
  act (fixture, "reading.find-next");
  g_assert_cmpstr (get_count (fixture), ==, "2 of 3");
  act (fixture, "reading.find-next");
  act (fixture, "reading.find-next");
  g_assert_cmpstr (get_count (fixture), ==, "1 of 3");
  act (fixture, "reading.find-previous");
  g_assert_cmpstr (get_count (fixture), ==, "3 of 3");
  look_for (fixture, "ada's cafe"); /* as one types it */
  g_assert_cmpstr (get_count (fixture), ==, "1 of 1");
  assert_tagged (fixture, "found-now", "Ada’s café");
  look_for (fixture, "nowhere");
  g_assert_cmpstr (get_count (fixture), ==, "Not found. Try fewer letters.");
  look_for (fixture, "");
  g_assert_cmpstr (get_count (fixture), ==, "");
  look_for (fixture, "a");
  act (fixture, "reading.close");
  assert_tagged (fixture, "found", "");
  assert_tagged (fixture, "found-now", "");
}

static void
test_find_leads_to_its_paragraph (Fixture *fixture, gconstpointer data)
{
  ComarkReadingLook look = get_look (fixture);

  look.single = TRUE;
  set_look (fixture, &look);
  act (fixture, "reading.find");
  look_for (fixture, "who could be");
  assert_shown (fixture, "• Ask who is at home, and who is not, and who could be");
}

/* ---- reading aloud ---- */

static const char *
get_button (Fixture *fixture)
{
  return get_label (fixture, COMARK_TYPE_READING_VOICE, "voice", "toggle_button");
}

static void
speak_word (Fixture *fixture, int start, int end)
{
  comark_speaker_emit_word (COMARK_SPEAKER (fixture->speaker), start, end);
}

static void
speak_to_end (Fixture *fixture)
{
  test_speaker_hush (COMARK_SPEAKER (fixture->speaker));
  comark_speaker_emit_said (COMARK_SPEAKER (fixture->speaker));
}

static void
test_read_aloud (Fixture *fixture, gconstpointer data)
{
  static const char *const sentences[] = {
    "Going home", "Leaving a ward is no event.", "It begins on the first day!", "• Ask early",
  };

  g_assert_cmpstr (get_button (fixture), ==, "Read aloud");
  act (fixture, "reading.read-aloud");
  g_assert_cmpstr (get_button (fixture), ==, "Pause");
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_assert_cmpstr (g_strchomp (fixture->speaker->text), ==, sentences[i]);
      speak_to_end (fixture);
    }
  while (fixture->speaker->text != NULL && *fixture->speaker->text != 'M')
    speak_to_end (fixture);
  g_assert_cmpstr (fixture->speaker->text, ==, "Monday,  Ada’s café"); /* two cells */
  speak_word (fixture, 9, 14);
  assert_tagged (fixture, "spoken", "Ada’s");
  speak_to_end (fixture);
  speak_to_end (fixture);
  g_assert_cmpstr (get_button (fixture), ==, "Read aloud");
  g_assert_null (fixture->speaker->text);
  assert_tagged (fixture, "spoken", "");
}

static void
test_pause_keeps_the_word (Fixture *fixture, gconstpointer data)
{
  ComarkReadingLook look = get_look (fixture);

  put_caret (fixture, 13); /* in "Leaving" */
  act (fixture, "reading.read-aloud");
  speak_word (fixture, 8, 9);
  speak_word (fixture, 10, 14);
  assert_tagged (fixture, "spoken", "ward");
  act (fixture, "reading.read-aloud");
  g_assert_cmpstr (get_button (fixture), ==, "Go on reading aloud");
  g_assert_null (fixture->speaker->text);
  assert_tagged (fixture, "spoken", "ward");
  speak_word (fixture, 0, 4); /* too late */
  assert_tagged (fixture, "spoken", "ward");
  act (fixture, "reading.read-aloud");
  g_assert_cmpstr (g_strchomp (fixture->speaker->text), ==, "ward is no event.");
  speak_word (fixture, 5, 7);
  look.speed = 200;
  set_look (fixture, &look);
  g_assert_cmpstr (g_strchomp (fixture->speaker->text), ==, "is no event.");
  g_assert_cmpint (fixture->speaker->speed, ==, 200);
  act (fixture, "reading.next-paragraph");
  g_assert_cmpstr (fixture->speaker->text, ==, "• Ask early");
  comark_speaker_emit_interrupted (COMARK_SPEAKER (fixture->speaker));
  g_assert_cmpstr (get_button (fixture), ==, "Go on reading aloud");
  act (fixture, "reading.close");
  g_assert_cmpstr (get_button (fixture), ==, "Read aloud");
}

static void
test_paragraph_follows_the_voice (Fixture *fixture, gconstpointer data)
{
  ComarkReadingLook look = get_look (fixture);

  look.single = TRUE;
  set_look (fixture, &look);
  act (fixture, "reading.read-aloud");
  speak_word (fixture, 0, 5);
  assert_shown (fixture, "Going home");
  speak_to_end (fixture);
  speak_word (fixture, 0, 7);
  assert_shown (fixture, "Leaving a ward is no event. It begins on the first day!");
  g_assert_cmpint (get_caret (fixture), ==, 0); /* a screen reader would say each step of it */
}

static void
test_no_voice_is_said (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = g_error_new (G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is no voice.");

  act (fixture, "reading.read-aloud");
  comark_speaker_emit_failed (COMARK_SPEAKER (fixture->speaker), error);
  g_assert_cmpstr (get_button (fixture), ==, "Read aloud");
  g_assert_cmpstr (get_label (fixture, COMARK_TYPE_READING_VOICE, "voice", "problem"), ==,
                   "There is no voice.");
}

static void
test_silent_when_out_of_sight (Fixture *fixture, gconstpointer data)
{
  act (fixture, "reading.read-aloud");
  g_assert_nonnull (fixture->speaker->text);
  gtk_widget_set_visible (GTK_WIDGET (fixture->view), FALSE);
  g_assert_null (fixture->speaker->text);
}

#define ADD(name, func) \
  g_test_add ("/reading-view/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("nothing-is-cut-off", test_nothing_is_cut_off);
  ADD ("lines-are-as-long-as-asked", test_lines_are_as_long_as_asked);
  ADD ("size-goes-by-steps", test_size_goes_by_steps);
  ADD ("own-colours-warn", test_own_colours_warn_where_hard_to_read);
  ADD ("words-are-in-the-colour-of-the-ink", test_words_are_in_the_colour_of_the_ink);
  ADD ("face-of-another-computer-is-kept", test_face_of_another_computer_is_kept);
  ADD ("look-goes-with-the-person", test_look_goes_with_the_person);
  ADD ("one-paragraph-at-a-time", test_one_paragraph_at_a_time);
  ADD ("ruler-follows-the-caret", test_ruler_follows_the_caret);
  ADD ("find", test_find);
  ADD ("find-leads-to-its-paragraph", test_find_leads_to_its_paragraph);
  ADD ("read-aloud", test_read_aloud);
  ADD ("pause-keeps-the-word", test_pause_keeps_the_word);
  ADD ("paragraph-follows-the-voice", test_paragraph_follows_the_voice);
  ADD ("no-voice-is-said", test_no_voice_is_said);
  ADD ("silent-when-out-of-sight", test_silent_when_out_of_sight);
  return g_test_run ();
}
