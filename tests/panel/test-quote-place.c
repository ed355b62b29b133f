/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A quote is found again in another version: same, moved, changed or gone.
 */
#include "comark-quote-place.h"

#include <string.h>

#define FILLER                                                                                  \
  "The ward is quiet in the morning and busy after four. Nobody leaves without shoes, keys and " \
  "a number to ring. "
#define BEFORE "Leaving is planned from the first day together with the person. "
#define EXACT "Somebody rings on the day after, at the time that was agreed."
#define AFTER " Whoever rings writes down what was said and what comes next."

static ComarkQuote *
quote_of (const char *text, gint64 page, const char *exact)
{
  ComarkQuote *quote = comark_quote_new ();
  const char *at = strstr (text, exact);

  g_assert_nonnull (at);
  quote->page = page;
  quote->start = g_utf8_pointer_to_offset (text, at);
  quote->exact = g_strdup (exact);
  comark_quote_look_around (text, quote->start, g_utf8_strlen (exact, -1), &quote->prefix,
                            &quote->suffix);
  return quote;
}

/* Taken from page 2 of FILLER, BEFORE EXACT AFTER, FILLER. */
static const struct
{
  const char *name;
  const char *pages[5];
  ComarkQuoteFate fate;
  gint64 page;
  const char *words; /* that stand there; NULL where it is gone */
} cases[] = {
  { "untouched", { FILLER, BEFORE EXACT AFTER, FILLER }, COMARK_QUOTE_SAME, 2, EXACT },
  { "a line more above it", { FILLER, FILLER BEFORE EXACT AFTER, FILLER }, COMARK_QUOTE_SAME, 2,
    EXACT },
  { "set in other lines",
    { FILLER, BEFORE "Somebody rings on the\nday af-\nter, at the  time that was agreed." AFTER },
    COMARK_QUOTE_SAME, 2, "Somebody rings on the\nday af-\nter, at the  time that was agreed." },
  { "other surroundings", { FILLER, "Quite another sentence. " EXACT " And another one.", FILLER },
    COMARK_QUOTE_SAME, 2, EXACT },
  { "a page later", { FILLER, FILLER, BEFORE EXACT AFTER }, COMARK_QUOTE_MOVED, 3, EXACT },
  { "to the front", { EXACT, FILLER, FILLER }, COMARK_QUOTE_MOVED, 1, EXACT },
  { "an unreadable page before it", { FILLER, NULL }, COMARK_QUOTE_GONE, 0, NULL },
  { "a word changed",
    { FILLER, BEFORE "Somebody rings on the day after, at a time that suits you." AFTER },
    COMARK_QUOTE_CHANGED, 2, "Somebody rings on the day after, at a time that suits you." },
  { "all its words changed", { FILLER, BEFORE "There is a call." AFTER, FILLER },
    COMARK_QUOTE_CHANGED, 2, "There is a call." },
  { "changed, moved and alone",
    { "Somebody rings on the day after, at the hour that was agreed.", FILLER },
    COMARK_QUOTE_CHANGED, 1, NULL },
  { "taken out", { FILLER, BEFORE AFTER, FILLER }, COMARK_QUOTE_GONE, 0, NULL },
  { "another document", { FILLER, FILLER, FILLER }, COMARK_QUOTE_GONE, 0, NULL },
  { "nothing at all", { "" }, COMARK_QUOTE_GONE, 0, NULL },
};

static guint
count (const char *const *pages)
{
  guint n = 0;

  while (n < 5 && pages[n] != NULL)
    n++;
  return n;
}

static void
assert_words (const ComarkQuotePlace *place, const char *const *pages, const char *words)
{
  const char *page = pages[place->page - 1];
  g_autofree char *found = NULL;

  g_assert_cmpint (place->last_page, ==, place->page);
  found = g_utf8_substring (page, place->start, place->end);
  g_assert_cmpstr (g_strstrip (found), ==, words);
}

static void
test_fates (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ComarkQuote) quote = quote_of (BEFORE EXACT AFTER, 2, EXACT);
      ComarkQuotePlace place
        = comark_quote_find (quote, cases[i].pages, count (cases[i].pages));

      g_test_message ("%s: %s", cases[i].name, comark_quote_fate_nick (place.fate));
      g_assert_cmpint (place.fate, ==, cases[i].fate);
      g_assert_cmpint (place.page, ==, cases[i].page);
      if (cases[i].words != NULL)
        assert_words (&place, cases[i].pages, cases[i].words);
    }
}

/* Over the end of a page. */
static void
test_over_a_pages_end (void)
{
  const char *const pages[] = { BEFORE "Somebody rings on the day ",
                                "after, at the time that was agreed." AFTER };
  g_autoptr (ComarkQuote) quote = quote_of (BEFORE EXACT AFTER, 1, EXACT);
  ComarkQuotePlace place = comark_quote_find (quote, pages, 2);

  g_assert_cmpint (place.fate, ==, COMARK_QUOTE_SAME);
  g_assert_cmpint (place.page, ==, 1);
  g_assert_cmpint (place.last_page, ==, 2);
  g_assert_cmpint (place.end, ==, strlen ("after, at the time that was agreed."));
}

/* A few words that stand everywhere are found by what is around them. */
static void
test_short_words_need_their_surroundings (void)
{
  static const char page[] = "Ask first. Ring first, then write. Write first, then ring.";
  static const char later[] = "Write first, then ring. Ask first. Ring first, then write.";
  static const char other[] = "First come, first served.";
  const char *const same[] = { page };
  const char *const moved[] = { FILLER, later };
  const char *const gone[] = { other };
  g_autoptr (ComarkQuote) quote = comark_quote_new ();
  ComarkQuotePlace place;

  quote->page = 1;
  quote->start = g_utf8_strlen ("Ask first. Ring ", -1);
  quote->exact = g_strdup ("first");
  comark_quote_look_around (page, quote->start, 5, &quote->prefix, &quote->suffix);
  place = comark_quote_find (quote, same, 1);
  g_assert_cmpint (place.fate, ==, COMARK_QUOTE_SAME);
  g_assert_cmpint (place.start, ==, quote->start);
  place = comark_quote_find (quote, moved, 2);
  g_assert_cmpint (place.fate, ==, COMARK_QUOTE_MOVED);
  g_assert_cmpint (place.start, ==, strstr (later, "first, then write") - later);
  g_assert_cmpint (comark_quote_find (quote, gone, 1).fate, ==, COMARK_QUOTE_GONE);
}

/* Ligatures, typographic marks and accents written in two characters are the same words. */
static void
test_other_letters_for_the_same (void)
{
  const char *const pages[] = { "It says: \"The o\xef\xac\x83" "ce of Zoe\xcc\x88's staff\"." };
  g_autoptr (ComarkQuote) quote = comark_quote_new ();

  quote->page = 1;
  quote->start = 9;
  quote->exact = g_strdup ("“The office of Zoë’s staff”");
  quote->prefix = g_strdup ("");
  quote->suffix = g_strdup ("");
  g_assert_cmpint (comark_quote_find (quote, pages, 1).fate, ==, COMARK_QUOTE_SAME);
}

/* Every program has its own bullets, and a table read as words has lines between its cells. */
static void
test_bullets_count_for_nothing (void)
{
  const char *const pages[] = { "\xef\x82\xb7 Ring first\n\xef\x82\xb7 Then write\nDay Who" };
  g_autoptr (GPtrArray) quotes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) places = NULL;

  for (int i = 0; i < 2; i++)
    {
      ComarkQuote *quote = comark_quote_new ();

      quote->page = 1;
      quote->exact = g_strdup (i == 0 ? "• Ring first\n• Then write" : "Then write\nDay | Who");
      quote->prefix = g_strdup ("");
      quote->suffix = g_strdup ("");
      g_ptr_array_add (quotes, quote);
    }
  places = comark_quote_find_all (quotes, pages, 1);
  g_assert_cmpuint (places->len, ==, 2);
  for (guint i = 0; i < places->len; i++)
    g_assert_cmpint (g_array_index (places, ComarkQuotePlace, i).fate, ==, COMARK_QUOTE_SAME);
  g_assert_cmpint (g_array_index (places, ComarkQuotePlace, 0).start, ==, 2);
}

static void
test_counting (void)
{
  const char *const pages[] = { "One call. One\ncall.", NULL, "one call, o", "ne call" };

  g_assert_cmpuint (comark_quote_count ("One call", pages, 4), ==, 2);
  g_assert_cmpuint (comark_quote_count ("one call", pages, 4), ==, 2);
  g_assert_cmpuint (comark_quote_count ("two calls", pages, 4), ==, 0);
  g_assert_cmpuint (comark_quote_count (" - ", pages, 4), ==, 0);
}

/* Made up so that a plain search would take hours. */
static void
test_no_text_takes_long (void)
{
  g_autofree char *page = g_strnfill (1000000, 'a');
  g_autofree char *exact = g_strnfill (COMARK_QUOTE_MAX_EXACT - 1, 'a');
  const char *const pages[] = { page };
  g_autoptr (ComarkQuote) quote = comark_quote_new ();
  gint64 start_us = g_get_monotonic_time ();

  quote->page = 1;
  quote->exact = g_strconcat (exact, "b", NULL);
  quote->prefix = g_strnfill (COMARK_QUOTE_MAX_AROUND, 'a');
  quote->suffix = g_strnfill (COMARK_QUOTE_MAX_AROUND, 'a');
  comark_quote_find (quote, pages, 1);
  g_assert_cmpint (g_get_monotonic_time () - start_us, <, 20 * G_TIME_SPAN_SECOND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quote-place/same-moved-changed-gone", test_fates);
  g_test_add_func ("/quote-place/over-a-pages-end", test_over_a_pages_end);
  g_test_add_func ("/quote-place/short-words-need-their-surroundings",
                   test_short_words_need_their_surroundings);
  g_test_add_func ("/quote-place/other-letters-for-the-same", test_other_letters_for_the_same);
  g_test_add_func ("/quote-place/bullets-count-for-nothing", test_bullets_count_for_nothing);
  g_test_add_func ("/quote-place/counting", test_counting);
  g_test_add_func ("/quote-place/no-text-takes-long", test_no_text_takes_long);
  return g_test_run ();
}
