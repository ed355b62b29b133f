/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two versions of a text: what a person is told changed, and that it is all that did.
 */
#include "comark-text-diff.h"

#include <glib/gstdio.h>
#include <string.h>

/* ---- words ---- */

static GArray *
diff_words (const char *old, const char *new)
{
  gint64 work = COMARK_DIFF_WORK;
  gboolean is_rough = FALSE;
  GArray *spans = comark_word_diff (old, new, &work, &is_rough);

  g_assert_false (is_rough);
  return spans;
}

/* "The [-red-]{+blue+} fox", as git diff --word-diff writes it. */
static char *
words_of (GArray *spans, const char *old, const char *new)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const ComarkWordSpan *span = &g_array_index (spans, ComarkWordSpan, i);
      g_autofree char *was = g_strndup (old + span->old_start, span->old_end - span->old_start);
      g_autofree char *is = g_strndup (new + span->new_start, span->new_end - span->new_start);

      if (span->kind == COMARK_DIFF_SAME)
        g_string_append (text, is);
      else if (span->kind == COMARK_DIFF_REMOVED)
        g_string_append_printf (text, "[-%s-]", was);
      else
        g_string_append_printf (text, "{+%s+}", is);
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *old, *new, *marked;
} word_cases[] = {
  { "", "", "" },
  { "the same", "the same", "the same" },
  { "", "all new", "{+all new+}" },
  { "all gone", "", "[-all gone-]" },
  { "The red fox ran.", "The blue fox ran.", "The [-red-]{+blue+} fox ran." },
  { "the quick fox", "the quick brown fox", "the quick {+brown +}fox" },
  { "the quick brown fox", "the quick fox", "the quick [-brown -]fox" },
  { "the fox", "the fox ran", "the fox{+ ran+}" },
  { "fox ran", "the fox ran", "{+the +}fox ran" },
  { "red green", "blue yellow", "[-red green-]{+blue yellow+}" },
  { "We meet monthly, on a Friday.", "We meet every week, on a Friday.",
    "We meet [-monthly-]{+every week+}, on a Friday." },
  { "We met twice in the library.", "We met six times in the library.",
    "We met [-twice-]{+six times+} in the library." },
  { "It rained.", "It rained. Then we ate.", "It rained.{+ Then we ate.+}" },
  { "a b c", "a, b, c", "a{+,+} b{+,+} c" },
  /* what reads the same is */
  { "a  b\nc", "a b c", "a b c" },
  { "don’t “go”", "don't \"go\"", "don't \"go\"" },
  { "ﬁnd co\xc2\xadmark", "find comark", "find comark" },
  { "caf\xc3\xa9", "cafe\xcc\x81", "cafe\xcc\x81" },
  /* one word */
  { "co-production", "co-design", "[-co-production-]{+co-design+}" },
  { "at 3.5 hours", "at 3.6 hours", "at [-3.5-]{+3.6+} hours" },
  { "naïve", "naive", "[-naïve-]{+naive+}" },
  { "ἀρχή καὶ τέλος", "ἀρχή δὲ τέλος", "ἀρχή [-καὶ-]{+δὲ+} τέλος" },
};

static void
test_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (word_cases); i++)
    {
      g_autoptr (GArray) spans = diff_words (word_cases[i].old, word_cases[i].new);
      g_autofree char *marked = words_of (spans, word_cases[i].old, word_cases[i].new);

      g_assert_cmpstr (marked, ==, word_cases[i].marked);
    }
}

/* Spans cover both texts; those that are the same read the same. */
static void
assert_spans (GArray *spans, const char *old, const char *new)
{
  guint x = 0, y = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const ComarkWordSpan *span = &g_array_index (spans, ComarkWordSpan, i);

      g_assert_cmpuint (span->old_start, ==, x);
      g_assert_cmpuint (span->new_start, ==, y);
      x = span->old_end;
      y = span->new_end;
      g_assert_true (span->kind != COMARK_DIFF_REMOVED || span->new_start == y);
      g_assert_true (span->kind != COMARK_DIFF_ADDED || span->old_start == x);
      if (span->kind == COMARK_DIFF_SAME)
        {
          g_autofree char *was = g_strndup (old + span->old_start, x - span->old_start);
          g_autofree char *is = g_strndup (new + span->new_start, y - span->new_start);
          g_autofree char *was_read = comark_word_diff_fold (was);
          g_autofree char *is_read = comark_word_diff_fold (is);

          g_assert_cmpstr (was_read, ==, is_read);
        }
    }
  g_assert_cmpuint (x, ==, strlen (old));
  g_assert_cmpuint (y, ==, strlen (new));
}

static char *
random_words (GRand *random, guint most)
{
  static const char *const words[]
    = { "we", "asked", "people", "“at”", "the", "ward", "co-produced", "don’t",
        ",",  ".",     "naïve",  " ",    "\n",  "a",    "\xc2\xad",    "e\xcc\x81" };
  GString *text = g_string_new (NULL);
  guint n = (guint) g_rand_int_range (random, 0, (gint32) most);

  for (guint i = 0; i < n; i++)
    {
      g_string_append (text, words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
      if (g_rand_boolean (random))
        g_string_append_c (text, ' ');
    }
  return g_string_free (text, FALSE);
}

static void
test_random_words (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *old = random_words (random, 40), *new = random_words (random, 40);
      g_autoptr (GArray) spans = diff_words (old, new);
      g_autoptr (GArray) back = diff_words (new, old);

      assert_spans (spans, old, new);
      assert_spans (back, new, old);
    }
}

/* ---- paragraphs ---- */

#define A "We met six times between March and July, in the hall of the library."
#define B "Everybody who took part was paid within thirty days of the meeting."
#define C "The draft was read aloud, one page at each meeting, and then changed."
#define C2 "The draft was read aloud, two pages at each meeting, and then changed."
#define D "Nobody was asked for their story."

static const struct
{
  const char *name;
  const char *old[5], *new[5];
  const char *fates; /* s, c(hanged), r, a, m(oved), w (moved away) */
} cases[] = {
  { "nothing at all", { NULL }, { NULL }, "" },
  { "the same", { A, B, C }, { A, B, C }, "sss" },
  { "only set anew", { "one\ntwo" }, { "one two" }, "s" },
  { "all new", { NULL }, { A, B }, "aa" },
  { "all gone", { A, B }, { NULL }, "rr" },
  { "one more", { A, C }, { A, B, C }, "sas" },
  { "one less", { A, B, C }, { A, C }, "srs" },
  { "a word changed", { A, C, B }, { A, C2, B }, "scs" },
  { "a word changed, and one more", { A, C, B }, { A, D, C2, B }, "sacs" },
  { "another one", { A, C, B }, { A, D, B }, "sras" },
  { "moved to the end", { A, B, C, D }, { B, C, D, A }, "wsssm" },
  { "moved to the front", { A, B, C, D }, { D, A, B, C }, "msssw" },
  { "moved and changed", { C, A, B, D }, { A, B, D, C2 }, "wsssm" },
  { "short ones do not move", { "Notes", A, B }, { A, B, "Notes" }, "rssa" },
  { "two alike", { C, C, A }, { C2, A }, "crs" },
};

static char *
fates_of (ComarkTextDiff *diff)
{
  GString *fates = g_string_new (NULL);

  for (guint i = 0; i < diff->parts->len; i++)
    g_string_append_c (fates, "scramw"[g_array_index (diff->parts, ComarkTextPart, i).fate]);
  return g_string_free (fates, FALSE);
}

static guint
count (const char *const *texts)
{
  guint n = 0;

  while (n < 5 && texts[n] != NULL)
    n++;
  return n;
}

static void
test_paragraphs (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ComarkTextDiff) diff
        = comark_text_diff (cases[i].old, count (cases[i].old), cases[i].new,
                            count (cases[i].new));
      g_autofree char *fates = fates_of (diff);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (fates, ==, cases[i].fates);
      g_assert_false (diff->is_rough);
    }
}

/* ---- whatever they are ---- */

static GPtrArray *
random_paragraphs (GRand *random, GPtrArray *like)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  guint n = (guint) g_rand_int_range (random, 0, 15);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = like != NULL && like->len > 0 && g_rand_int_range (random, 0, 4) > 0
                                ? g_strdup (like->pdata[g_rand_int_range (random, 0,
                                                                          (gint32) like->len)])
                                : random_words (random, 12);
      if (g_rand_int_range (random, 0, 4) == 0)
        {
          g_autofree char *more = random_words (random, 3);
          g_ptr_array_add (texts, g_strconcat (text, more, NULL));
        }
      else
        g_ptr_array_add (texts, g_steal_pointer (&text));
    }
  return texts;
}

static ComarkTextDiff *
diff_paragraphs (GPtrArray *old, GPtrArray *new)
{
  return comark_text_diff ((const char *const *) old->pdata, old->len,
                           (const char *const *) new->pdata, new->len);
}

/* Following the parts gives each text, whole and in its order. */
static void
assert_leads (ComarkTextDiff *diff, GPtrArray *old, GPtrArray *new)
{
  gint i = 0, j = 0;

  for (guint k = 0; k < diff->parts->len; k++)
    {
      const ComarkTextPart *part = &g_array_index (diff->parts, ComarkTextPart, k);

      if (part->fate != COMARK_TEXT_ADDED && part->fate != COMARK_TEXT_MOVED)
        g_assert_cmpint (part->old_index, ==, i++);
      if (part->fate != COMARK_TEXT_REMOVED && part->fate != COMARK_TEXT_MOVED_AWAY)
        g_assert_cmpint (part->new_index, ==, j++);
      if (part->fate == COMARK_TEXT_SAME || (part->fate == COMARK_TEXT_MOVED && !part->spans))
        {
          g_autofree char *was = comark_word_diff_fold (old->pdata[part->old_index]);
          g_autofree char *is = comark_word_diff_fold (new->pdata[part->new_index]);
          g_assert_cmpstr (was, ==, is);
        }
      g_assert_true (part->spans != NULL || part->fate != COMARK_TEXT_CHANGED);
      g_assert_true (part->spans == NULL || part->fate == COMARK_TEXT_CHANGED
                     || part->fate == COMARK_TEXT_MOVED);
      if (part->spans != NULL)
        assert_spans (part->spans, old->pdata[part->old_index], new->pdata[part->new_index]);
    }
  g_assert_cmpint (i, ==, old->len);
  g_assert_cmpint (j, ==, new->len);
}

static ComarkTextFate
turned (ComarkTextFate fate)
{
  static const ComarkTextFate fates[]
    = { COMARK_TEXT_SAME,    COMARK_TEXT_CHANGED,    COMARK_TEXT_ADDED,
        COMARK_TEXT_REMOVED, COMARK_TEXT_MOVED_AWAY, COMARK_TEXT_MOVED };

  return fates[fate];
}

static char *
key_of (ComarkTextFate fate, gint old_index, gint new_index, const ComarkTextPart *part)
{
  return g_strdup_printf ("%d %d %d %u", fate, old_index, new_index,
                          part->fate == COMARK_TEXT_CHANGED ? part->spans->len : 0);
}

/* Each part of the one is a part of the other, seen from there. */
static void
assert_symmetric (ComarkTextDiff *diff, ComarkTextDiff *back)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpuint (diff->parts->len, ==, back->parts->len);
  g_assert_cmpuint (diff->n_changes, ==, back->n_changes);
  for (guint i = 0; i < diff->parts->len; i++)
    {
      const ComarkTextPart *part = &g_array_index (diff->parts, ComarkTextPart, i);
      g_hash_table_add (seen, key_of (part->fate, part->old_index, part->new_index, part));
    }
  for (guint i = 0; i < back->parts->len; i++)
    {
      const ComarkTextPart *part = &g_array_index (back->parts, ComarkTextPart, i);
      g_autofree char *key
        = key_of (turned (part->fate), part->new_index, part->old_index, part);
      g_assert_true (g_hash_table_contains (seen, key));
    }
}

static void
test_random_paragraphs (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);

  for (guint i = 0; i < 1500; i++)
    {
      g_autoptr (GPtrArray) old = random_paragraphs (random, NULL);
      g_autoptr (GPtrArray) new = random_paragraphs (random, old);
      g_autoptr (ComarkTextDiff) diff = diff_paragraphs (old, new);
      g_autoptr (ComarkTextDiff) back = diff_paragraphs (new, old);

      g_assert_false (diff->is_rough);
      assert_leads (diff, old, new);
      assert_leads (back, new, old);
      assert_symmetric (diff, back);
    }
}

/* ---- beside another program ---- */

static char *
write_lines (const char *folder, const char *name, GPtrArray *texts)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (all, "%s\n", (char *) texts->pdata[i]);
  g_assert_true (g_file_set_contents (path, all->str, (gssize) all->len, NULL));
  return path;
}

/* How many lines GNU diff, told to look for the fewest, takes out and puts in. */
static guint
count_by_diff (const char *one, const char *other)
{
  const char *const command[] = { "diff", "--minimal", one, other, NULL };
  g_autofree char *said = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  if (!g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &said, NULL,
                     NULL, NULL))
    g_error ("diff does not run");
  lines = g_strsplit (said, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    n += lines[i][0] == '<' || lines[i][0] == '>';
  return n;
}

static guint
count_lines (ComarkTextDiff *diff)
{
  guint n = 0;

  for (guint i = 0; i < diff->parts->len; i++)
    switch (g_array_index (diff->parts, ComarkTextPart, i).fate)
      {
      case COMARK_TEXT_SAME:
        break;
      case COMARK_TEXT_CHANGED:
        n += 2;
        break;
      case COMARK_TEXT_REMOVED:
      case COMARK_TEXT_ADDED:
      case COMARK_TEXT_MOVED:
      case COMARK_TEXT_MOVED_AWAY:
        n++;
        break;
      }
  return n;
}

static void
test_no_more_than_diff (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autofree char *folder = g_dir_make_tmp ("comark-diff-XXXXXX", NULL);

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (GPtrArray) old = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) new = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *one = NULL, *other = NULL;
      g_autoptr (ComarkTextDiff) diff = NULL;

      for (guint i = 0; i < 200; i++)
        {
          g_ptr_array_add (old, g_strdup_printf ("Line %d", g_rand_int_range (random, 0, 40)));
          g_ptr_array_add (new, g_strdup_printf ("Line %d", g_rand_int_range (random, 0, 40)));
        }
      one = write_lines (folder, "one", old);
      other = write_lines (folder, "other", new);
      diff = diff_paragraphs (old, new);
      g_assert_cmpuint (count_lines (diff), ==, count_by_diff (one, other));
      g_unlink (one);
      g_unlink (other);
    }
  g_rmdir (folder);
}

/* ---- too much ---- */

static char *
much (GRand *random, guint n_words, guint n_different)
{
  GString *text = g_string_sized_new ((gsize) n_words * 7);

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (text, "%x ", g_rand_int_range (random, 0, (gint32) n_different));
  return g_string_free (text, FALSE);
}

static void
check_hostile (const char *what, GPtrArray *old, GPtrArray *new)
{
  gint64 began = g_get_monotonic_time ();
  g_autoptr (ComarkTextDiff) diff = diff_paragraphs (old, new);

  g_test_message ("%s: %.1f s", what,
                  (double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC);
  g_assert_true (diff->is_rough);
  assert_leads (diff, old, new);
}

static void
test_hostile (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  static const struct
  {
    const char *what;
    guint n_paragraphs, n_words, n_different;
  } shapes[] = {
    { "one paragraph of a million words", 1, 1000000, 1000 },
    { "ten of a hundred thousand", 10, 100000, 100 },
    { "ten thousand of a hundred, all alike", 10000, 100, 50 },
    { "a hundred thousand of two", 100000, 2, 300 },
    { "a hundred thousand of five, all other words", 100000, 5, 1 << 30 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autoptr (GPtrArray) old = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) new = g_ptr_array_new_with_free_func (g_free);

      for (guint k = 0; k < shapes[i].n_paragraphs; k++)
        {
          g_ptr_array_add (old, much (random, shapes[i].n_words, shapes[i].n_different));
          g_ptr_array_add (new, much (random, shapes[i].n_words, shapes[i].n_different));
        }
      check_hostile (shapes[i].what, old, new);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/panel/text-diff/words", test_words);
  g_test_add_func ("/panel/text-diff/random-words", test_random_words);
  g_test_add_func ("/panel/text-diff/paragraphs", test_paragraphs);
  g_test_add_func ("/panel/text-diff/random-paragraphs", test_random_paragraphs);
  g_test_add_func ("/panel/text-diff/no-more-than-gnu-diff", test_no_more_than_diff);
  g_test_add_func ("/panel/text-diff/hostile-ones-end", test_hostile);
  return g_test_run ();
}
