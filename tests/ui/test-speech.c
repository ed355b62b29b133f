/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Speaking through Speech Dispatcher: the real one, and one that behaves badly. Nothing here
 * needs a screen or sound.
 */
#include <string.h>

#include "comark-speech-dispatcher.h"
#include "comark-ssip.h"
#include "speech-service.h"

/* ---- words of the protocol ---- */

static void
test_words_are_marked_by_their_place (void)
{
  g_autofree char *ssml = comark_ssip_mark_words (" Ça <va>,\n“so”\tthree &\001c");

  g_assert_cmpstr (ssml, ==,
                   "<speak> <mark name=\"1\"/>Ça <mark name=\"4\"/>&lt;va&gt;, "
                   "<mark name=\"10\"/>“so” <mark name=\"15\"/>three "
                   "<mark name=\"21\"/>&amp;c</speak>");
  g_assert_cmpint (comark_ssip_word_end ("Ça va", 0), ==, 2);
  g_assert_cmpint (comark_ssip_word_end ("Ça va", 3), ==, 5);
}

static void
test_speed (void)
{
  static const struct { int speed, rate; } rows[]
    = { { 50, -100 }, { 75, -50 }, { 100, 0 }, { 200, 50 }, { 300, 100 }, { 10, -100 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (comark_ssip_rate (rows[i].speed), ==, rows[i].rate);
}

static void
test_answers_are_taken_apart (void)
{
  static const char *const broken[] = { "", "7", "20", "abc d", "200", "200:x", "é00 x" };
  ComarkSsipAnswer answer;

  comark_ssip_answer_init (&answer);
  g_assert_cmpint (comark_ssip_answer_take (&answer, "700-3"), ==, COMARK_SSIP_MORE);
  g_assert_cmpint (comark_ssip_answer_take (&answer, "700-x1"), ==, COMARK_SSIP_MORE);
  g_assert_cmpint (comark_ssip_answer_take (&answer, "700 INDEX MARK"), ==, COMARK_SSIP_WHOLE);
  g_assert_true (comark_ssip_answer_is_event (&answer));
  g_assert_cmpint (comark_ssip_answer_number (&answer, 0), ==, 3);
  g_assert_cmpint (comark_ssip_answer_number (&answer, 1), ==, -1);
  g_assert_cmpint (comark_ssip_answer_number (&answer, 2), ==, -1);
  g_assert_cmpint (comark_ssip_answer_take (&answer, "208 OK"), ==, COMARK_SSIP_WHOLE);
  g_assert_cmpuint (answer.lines->len, ==, 0);
  g_assert_true (comark_ssip_answer_is_ok (&answer));
  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    g_assert_cmpint (comark_ssip_answer_take (&answer, broken[i]), ==, COMARK_SSIP_BROKEN);
  comark_ssip_answer_clear (&answer);
}

/* ---- speaking ---- */

typedef struct
{
  ComarkSpeaker *speaker;
  GString *told; /* "0-4 5-9 said" */
  guint n_ends;  /* how often it was said, interrupted or failed */
} Ear;

static void
on_word_cb (ComarkSpeaker *speaker, int start, int end, Ear *ear)
{
  g_string_append_printf (ear->told, "%d-%d ", start, end);
}

static void
on_said_cb (ComarkSpeaker *speaker, Ear *ear)
{
  g_string_append (ear->told, "said");
  ear->n_ends++;
}

static void
on_interrupted_cb (ComarkSpeaker *speaker, Ear *ear)
{
  g_string_append (ear->told, "interrupted");
  ear->n_ends++;
}

static void
on_failed_cb (ComarkSpeaker *speaker, const GError *error, Ear *ear)
{
  g_string_append_printf (ear->told, "failed: %s", error->message);
  ear->n_ends++;
}

static Ear *
ear_new (int patience_ms)
{
  Ear *ear = g_new0 (Ear, 1);

  ear->speaker = comark_speech_dispatcher_new ();
  ear->told = g_string_new (NULL);
  comark_speech_dispatcher_set_patience (COMARK_SPEECH_DISPATCHER (ear->speaker), patience_ms);
  g_signal_connect (ear->speaker, "word", G_CALLBACK (on_word_cb), ear);
  g_signal_connect (ear->speaker, "said", G_CALLBACK (on_said_cb), ear);
  g_signal_connect (ear->speaker, "interrupted", G_CALLBACK (on_interrupted_cb), ear);
  g_signal_connect (ear->speaker, "failed", G_CALLBACK (on_failed_cb), ear);
  return ear;
}

/* Everything it waits for goes with it. */
static void
ear_free (Ear *ear)
{
  ComarkSpeaker *speaker = ear->speaker;

  g_object_add_weak_pointer (G_OBJECT (speaker), (gpointer *) &speaker);
  g_object_unref (ear->speaker);
  while (speaker != NULL)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_string_free (ear->told, TRUE);
  g_free (ear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ear, ear_free)

static void
wait_for_end (Ear *ear)
{
  guint n = ear->n_ends;
  gint64 end_us = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  while (ear->n_ends == n && g_get_monotonic_time () < end_us)
    g_main_context_iteration (NULL, FALSE) ? (void) 0 : g_usleep (1000);
  g_assert_cmpuint (ear->n_ends, >, n);
}

/* Nothing may be held up, whatever the service does. */
static void
say (Ear *ear, const char *text)
{
  gint64 begin_us = g_get_monotonic_time ();

  comark_speaker_say (ear->speaker, text, 150);
  g_assert_cmpint (g_get_monotonic_time () - begin_us, <, 250 * G_TIME_SPAN_MILLISECOND);
}

static void
test_each_word_is_told (void)
{
  g_autoptr (Service) service = service_new (SERVICE_SPEAKS);
  g_autoptr (Ear) ear = ear_new (5000);
  g_autofree char *heard = NULL;

  say (ear, "Going home.");
  wait_for_end (ear);
  g_assert_cmpstr (ear->told->str, ==, "0-11 0-5 6-11 said");
  say (ear, "So.");
  wait_for_end (ear);
  g_assert_cmpstr (ear->told->str, ==, "0-11 0-5 6-11 said0-3 0-3 said");
  heard = service_dup_heard (service);
  g_assert_nonnull (strstr (heard, "SET SELF SSML_MODE on\n"));
  g_assert_nonnull (strstr (heard, "SET SELF RATE 25\nSPEAK\n<speak><mark name=\"0\"/>Going"));
}

static void
test_manners (gconstpointer data)
{
  static const struct { ServiceManner manner; const char *told; } rows[] = {
    { SERVICE_WITHOUT_MARKS, "0-11 said" },
    { SERVICE_INTERRUPTS, "0-11 interrupted" },
    { SERVICE_WITHOUT_VOICE, "failed: This computer has no voice" },
    { SERVICE_DIES, "0-11 failed: The program that speaks has stopped" },
    { SERVICE_TALKS_ROT, "failed: The program that speaks has stopped" },
    { SERVICE_IS_MUTE, "failed: Nothing is heard" },
    { SERVICE_NEVER_ENDS, "0-11 failed: Nothing is heard" },
  };
  int row = GPOINTER_TO_INT (data);
  g_autoptr (Service) service = service_new (rows[row].manner);
  g_autoptr (Ear) ear = ear_new (300);

  say (ear, "Going home.");
  wait_for_end (ear);
  g_assert_true (g_str_has_prefix (ear->told->str, rows[row].told));
  g_assert_cmpuint (ear->n_ends, ==, 1);
  say (ear, "Going home."); /* it can be tried again */
  wait_for_end (ear);
  g_assert_cmpuint (ear->n_ends, ==, 2);
}

static void
test_hushed_is_not_told_of (void)
{
  g_autoptr (Service) service = service_new (SERVICE_SPEAKS);
  g_autoptr (Ear) ear = ear_new (5000);
  g_autofree char *heard = NULL;

  say (ear, "One");
  comark_speaker_hush (ear->speaker);
  say (ear, "Two words");
  wait_for_end (ear);
  g_assert_true (g_str_has_suffix (ear->told->str, "0-9 0-3 4-9 said"));
  g_assert_cmpuint (ear->n_ends, ==, 1);
  say (ear, "Three");
  comark_speaker_hush (ear->speaker);
  say (ear, "Four five");
  wait_for_end (ear);
  g_assert_true (g_str_has_suffix (ear->told->str, "0-9 0-4 5-9 said"));
  heard = service_dup_heard (service);
  g_assert_nonnull (strstr (heard, "CANCEL SELF\n"));
}

/* Where there is none, and none to start. */
static void
test_none_at_all (void)
{
  g_autofree char *path = g_strdup (g_getenv ("PATH"));
  g_autoptr (Ear) ear = ear_new (300);

  g_setenv ("SPEECHD_ADDRESS", "unix_socket:/nowhere/at/all", TRUE);
  g_setenv ("PATH", "/nowhere", TRUE);
  say (ear, "Going home.");
  wait_for_end (ear);
  g_setenv ("PATH", path, TRUE);
  g_assert_true (g_str_has_prefix (ear->told->str, "failed: This computer has no program that"));
}

static void
test_goes_away_while_speaking (void)
{
  g_autoptr (Service) service = service_new (SERVICE_NEVER_ENDS);
  g_autoptr (Ear) ear = ear_new (5000);

  say (ear, "Going home.");
  while (ear->told->len == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_the_real_one (void)
{
  char *folder;
  GSubprocess *process = service_start_real (&folder);
  g_autofree char *path = NULL;

  if (process == NULL)
    {
      g_test_skip ("speech-dispatcher or speech-dispatcher-espeak-ng is not installed");
      return;
    }
  path = g_build_filename (folder, "sock", NULL);
  for (int i = 0; i < 500 && !g_file_test (path, G_FILE_TEST_EXISTS); i++)
    g_usleep (20000);
  Ear *ear = ear_new (15000);
  say (ear, "Going home & staying there: “well”.");
  wait_for_end (ear);
  g_assert_cmpstr (ear->told->str, ==, "0-35 0-5 6-10 11-12 13-20 21-27 28-35 said");
  /* It ends while nothing is said, and while something is. */
  service_stop_real (process, folder);
  say (ear, "Again.");
  wait_for_end (ear);
  g_assert_nonnull (strstr (ear->told->str, "failed: "));
  ear_free (ear);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/words-are-marked", test_words_are_marked_by_their_place);
  g_test_add_func ("/speech/speed", test_speed);
  g_test_add_func ("/speech/answers-are-taken-apart", test_answers_are_taken_apart);
  g_test_add_func ("/speech/each-word-is-told", test_each_word_is_told);
  for (int i = 0; i < 7; i++)
    {
      g_autofree char *name = g_strdup_printf ("/speech/manners/%d", i);
      g_test_add_data_func (name, GINT_TO_POINTER (i), test_manners);
    }
  g_test_add_func ("/speech/hushed-is-not-told-of", test_hushed_is_not_told_of);
  g_test_add_func ("/speech/none-at-all", test_none_at_all);
  g_test_add_func ("/speech/goes-away-while-speaking", test_goes_away_while_speaking);
  g_test_add_func ("/speech/the-real-one", test_the_real_one);
  return g_test_run ();
}
