/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every bomb and every mutation of a real document is answered or refused within the limit, and
 * the next good document is read as if nothing had been.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "bombs.h"
#include "reader-util.h"

#define LIMIT_MS 1500
#define REQUESTS 4
#define SLACK_MS 3000 /* starting and killing processes on a busy machine */
#define N_MUTATIONS 100
#define N_MUTATIONS_SOAK 500
#define SEED 20261122
#define MEMORY_KB (400 * 1024)

static void
assert_sentence (const GError *error)
{
  g_assert_true (error->domain == COMARK_READER_ERROR);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

/* A page, its text, the words of the whole, a search: each is an answer or one sentence. */
static void
ask_everything (ComarkReader *reader)
{
  GError *errors[REQUESTS] = { NULL };
  g_autoptr (ComarkPageImage) image = reader_render (reader, 0, 600, &errors[0]);
  g_autofree char *text = reader_text (reader, 0, &errors[1]);
  g_autoptr (ComarkReadingText) words = reader_words (reader, &errors[2]);
  double width, height;
  gboolean has_size = reader_size (reader, 0, &width, &height, &errors[3]);

  g_assert_true ((image == NULL) == (errors[0] != NULL));
  g_assert_true ((text == NULL) == (errors[1] != NULL));
  g_assert_true ((words == NULL) == (errors[2] != NULL));
  g_assert_true (has_size == (errors[3] == NULL));
  for (int i = 0; i < REQUESTS; i++)
    {
      if (errors[i] != NULL)
        assert_sentence (errors[i]);
      g_test_message ("  %s", errors[i] ? errors[i]->message : "answered");
      g_clear_error (&errors[i]);
    }
}

static void
assert_survived (GBytes *document)
{
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (document);
  gint64 start_us = g_get_monotonic_time ();

  comark_reader_set_time_limit (reader, LIMIT_MS);
  ask_everything (reader);
  /* Words are asked for up to three times, to find the page at fault; so is each opening. */
  g_assert_cmpint ((g_get_monotonic_time () - start_us) / 1000, <,
                   3 * REQUESTS * LIMIT_MS + SLACK_MS);
}

static void
assert_good_ones_are_read (void)
{
  g_autoptr (GBytes) leaflet = make_leaflet (1);
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (leaflet);
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkPageImage) image = reader_render (reader, 0, 100, &error);

  g_assert_no_error (error);
  g_assert_true (has_ink (image));
}

static void
test_a_bomb (gconstpointer data)
{
  const Bomb *bomb = data;
  g_autoptr (GBytes) document = bomb->make ();

  g_test_message ("%s", bomb->name);
  assert_survived (document);
  assert_good_ones_are_read ();
}

/* --- mutations ----------------------------------------------------------------------------- */

static void
flip (GRand *random, GString *document)
{
  for (int i = g_rand_int_range (random, 1, 30); i > 0; i--)
    document->str[g_rand_int_range (random, 0, (gint32) document->len)]
      = (char) g_rand_int_range (random, 0, 256);
}

static void
cut (GRand *random, GString *document)
{
  g_string_truncate (document, (gsize) g_rand_int_range (random, 1, (gint32) document->len));
}

static void
erase (GRand *random, GString *document)
{
  gint32 at = g_rand_int_range (random, 0, (gint32) document->len);
  gint32 length = g_rand_int_range (random, 1, 4000);

  g_string_erase (document, at, MIN (length, (gint32) document->len - at));
}

/* Numbers are sizes, offsets and counts: all of them lies, a few at a time. */
static void
change_numbers (GRand *random, GString *document)
{
  for (int i = 0; i < 40; i++)
    {
      gint32 at = g_rand_int_range (random, 0, (gint32) document->len);
      for (gint32 k = at; k < MIN (at + 200, (gint32) document->len); k++)
        if (g_ascii_isdigit (document->str[k]))
          {
            document->str[k] = (char) g_rand_int_range (random, '0', '9' + 1);
            break;
          }
    }
}

static void
splice (GRand *random, GString *document)
{
  gint32 from = g_rand_int_range (random, 0, (gint32) document->len);
  gint32 to = g_rand_int_range (random, 0, (gint32) document->len);
  gint32 length = g_rand_int_range (random, 1, 20000);

  length = MIN (length, (gint32) document->len - from);
  g_autofree char *piece = g_memdup2 (document->str + from, (gsize) length);

  g_string_insert_len (document, to, piece, length);
}

static GBytes *
mutate (GBytes *document, guint32 seed)
{
  static void (*const ways[]) (GRand *, GString *)
    = { flip, cut, erase, change_numbers, splice };
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  gsize length;
  const char *data = g_bytes_get_data (document, &length);
  GString *copy = g_string_new_len (data, (gssize) length);

  for (int i = g_rand_int_range (random, 1, 4); i > 0 && copy->len > 0; i--)
    ways[g_rand_int_range (random, 0, (gint32) G_N_ELEMENTS (ways))](random, copy);
  return g_string_free_to_bytes (copy);
}

static void
test_mutations_of_a_real_document (void)
{
  g_autoptr (GBytes) policy = load_policy ();
  g_autoptr (GBytes) leaflet = make_leaflet (12);
  guint n = g_getenv ("COMARK_SOAK") ? N_MUTATIONS_SOAK : N_MUTATIONS;

  for (guint i = 0; i < n; i++)
    {
      GBytes *original = policy != NULL && i % 2 == 0 ? policy : leaflet;
      g_autoptr (GBytes) mutation = mutate (original, SEED + i);
      g_test_message ("mutation %u", SEED + i);
      assert_survived (mutation);
      if (i % 10 == 9)
        assert_good_ones_are_read ();
    }
}

/* After all of it, in this process. */
static void
test_nothing_is_left_behind (void)
{
  struct rusage used;
  int n_ending;

  wait_for_helpers (0);
  g_autoptr (GArray) helpers = list_helpers (&n_ending);
  g_assert_cmpuint (helpers->len, ==, 0);
  g_assert_cmpint (n_ending, ==, 0);
  g_assert_cmpint (getrusage (RUSAGE_SELF, &used), ==, 0);
#ifndef __SANITIZE_ADDRESS__
  g_assert_cmpint (used.ru_maxrss, <, MEMORY_KB);
#endif
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < n_bombs; i++)
    {
      g_autofree char *words = g_strdelimit (g_strdup (bombs[i].name), " /", '-');
      g_autofree char *path = g_strconcat ("/document/reader/bombs/", words, NULL);
      g_test_add_data_func (path, &bombs[i], test_a_bomb);
    }
  g_test_add_func ("/document/reader/mutations-of-a-real-document",
                   test_mutations_of_a_real_document);
  g_test_add_func ("/document/reader/nothing-is-left-behind", test_nothing_is_left_behind);
  return g_test_run ();
}
