/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two versions compared by what was read of them: blocks, pages, and what could not be read.
 */
#include "comark-version-diff.h"

static ComarkReadingText *
make_text (const ComarkReadingBlock *blocks, guint n)
{
  ComarkReadingText *text = comark_reading_text_new ();

  for (guint i = 0; i < n; i++)
    g_assert_true (comark_reading_text_append (text, &blocks[i]));
  return text;
}

#define PARAGRAPH(words, at) { .kind = COMARK_READING_PARAGRAPH, .text = words, .page = at }
#define HEADING(words, at) { .kind = COMARK_READING_HEADING, .level = 1, .text = words, .page = at }
#define ITEM(mark, words, at)                                                                     \
  { .kind = COMARK_READING_LIST_ITEM, .level = 1, .marker = mark, .text = words, .page = at }
#define NOTE(words, at) { .kind = COMARK_READING_NOTE, .text = words, .page = at }

static const ComarkReadingBlock old_blocks[] = {
  HEADING ("Leaving the ward", 0),
  PARAGRAPH ("We met twice in the library, in March.", 0),
  ITEM ("1.", "shoes and keys", 0),
  NOTE ("The text of page 2 could not be read.", 1),
  ITEM ("2.", "a number to ring", 2),
};
static const ComarkReadingBlock new_blocks[] = {
  PARAGRAPH ("Leaving the ward", 0),
  PARAGRAPH ("We met six times in the library, in March.", 1),
  ITEM ("a)", "shoes and keys", 1),
  ITEM ("b)", "a number to ring", 2),
};

static const ComarkTextPart *
part_at (ComarkVersionDiff *diff, guint index)
{
  const GArray *parts = comark_version_diff_get_words (diff)->parts;

  g_assert_cmpuint (index, <, parts->len);
  return &g_array_index (parts, ComarkTextPart, index);
}

/* Words alone count: not numbers before items, nor what is a heading, nor Comark's own notes. */
static void
test_words_alone (void)
{
  g_autoptr (ComarkReadingText) old = make_text (old_blocks, G_N_ELEMENTS (old_blocks));
  g_autoptr (ComarkReadingText) new = make_text (new_blocks, G_N_ELEMENTS (new_blocks));
  g_autoptr (ComarkVersionDiff) diff = comark_version_diff_new (old, new);
  const ComarkTextDiff *words = comark_version_diff_get_words (diff);

  g_assert_cmpuint (words->n_changes, ==, 1);
  g_assert_cmpuint (words->parts->len, ==, 4);
  g_assert_cmpint (part_at (diff, 1)->fate, ==, COMARK_TEXT_CHANGED);
  g_assert_true (comark_version_diff_is_cut (diff, COMARK_VERSION_OLD));
  g_assert_false (comark_version_diff_is_cut (diff, COMARK_VERSION_NEW));
}

/* A part leads to its blocks, past the notes. */
static void
test_blocks (void)
{
  g_autoptr (ComarkReadingText) old = make_text (old_blocks, G_N_ELEMENTS (old_blocks));
  g_autoptr (ComarkReadingText) new = make_text (new_blocks, G_N_ELEMENTS (new_blocks));
  g_autoptr (ComarkVersionDiff) diff = comark_version_diff_new (old, new);
  const ComarkReadingBlock *was
    = comark_version_diff_get_block (diff, part_at (diff, 3), COMARK_VERSION_OLD);
  const ComarkReadingBlock *is
    = comark_version_diff_get_block (diff, part_at (diff, 1), COMARK_VERSION_NEW);

  g_assert_cmpstr (was->text, ==, "a number to ring");
  g_assert_cmpint (was->page, ==, 2);
  g_assert_cmpint (is->page, ==, 1);
}

static void
test_no_words (void)
{
  g_autoptr (ComarkReadingText) none = comark_reading_text_new ();
  g_autoptr (ComarkReadingText) new = make_text (new_blocks, G_N_ELEMENTS (new_blocks));
  g_autoptr (ComarkVersionDiff) diff = comark_version_diff_new (none, new);

  g_assert_false (comark_version_diff_has_words (diff, COMARK_VERSION_OLD));
  g_assert_true (comark_version_diff_has_words (diff, COMARK_VERSION_NEW));
  g_assert_null (comark_version_diff_get_block (diff, part_at (diff, 0), COMARK_VERSION_OLD));
}

/* ---- read by the helper ---- */

static void
note_progress (double fraction, gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

static void
test_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) old = g_bytes_new_static ("We met twice.\n\nIt rained.\n", 26);
  g_autoptr (GBytes) new = g_bytes_new_static ("We met six times.\n\nIt rained.\n", 30);
  double last = 0;
  g_autoptr (ComarkVersionDiff) diff
    = comark_version_diff_read (old, new, note_progress, &last, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (comark_version_diff_get_words (diff)->n_changes, ==, 1);
  g_assert_cmpfloat (last, ==, 1);
}

static void
test_stopped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("We met twice.\n", 14);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (comark_version_diff_read (bytes, bytes, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A broken one costs a sentence that says which it is. */
static void
test_broken (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) good = g_bytes_new_static ("We met twice.\n", 14);
  g_autoptr (GBytes) bad = g_bytes_new_static ("%PDF-1.7\nno more of it", 22);

  g_assert_null (comark_version_diff_read (good, bad, NULL, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (g_str_has_prefix (error->message, "The later version: "));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/version-diff/words-alone", test_words_alone);
  g_test_add_func ("/document/version-diff/blocks", test_blocks);
  g_test_add_func ("/document/version-diff/no-words", test_no_words);
  g_test_add_func ("/document/version-diff/read", test_read);
  g_test_add_func ("/document/version-diff/stopped", test_stopped);
  g_test_add_func ("/document/version-diff/broken", test_broken);
  return g_test_run ();
}
