/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The differences of two sequences lead from one to the other, are the fewest, are the same in
 * both directions, and take no longer than they may.
 */
#include "comark-diff.h"

#include <string.h>

typedef struct
{
  guint32 *symbols;
  guint n;
} Sequence;

static GArray *
diff_with (const Sequence *old, const Sequence *new, guint n_symbols, gboolean *is_rough)
{
  gint64 work = COMARK_DIFF_WORK;

  return comark_diff (old->symbols, old->n, new->symbols, new->n, n_symbols, &work, is_rough);
}

/* Runs stand one after the other without a gap; what they call the same is. */
static void
assert_leads (GArray *runs, const Sequence *old, const Sequence *new)
{
  guint x = 0, y = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const ComarkDiffRun *run = &g_array_index (runs, ComarkDiffRun, i);

      g_assert_cmpuint (run->old_start, ==, x);
      g_assert_cmpuint (run->new_start, ==, y);
      g_assert_cmpuint (run->length, >, 0);
      if (run->kind == COMARK_DIFF_SAME)
        g_assert_cmpmem (old->symbols + x, run->length * 4, new->symbols + y, run->length * 4);
      x += run->kind != COMARK_DIFF_ADDED ? run->length : 0;
      y += run->kind != COMARK_DIFF_REMOVED ? run->length : 0;
    }
  g_assert_cmpuint (x, ==, old->n);
  g_assert_cmpuint (y, ==, new->n);
}

static guint
count_differences (GArray *runs)
{
  guint n = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const ComarkDiffRun *run = &g_array_index (runs, ComarkDiffRun, i);
      n += run->kind != COMARK_DIFF_SAME ? run->length : 0;
    }
  return n;
}

/* By the table of all prefixes: slow, and plainly right. */
static guint
count_fewest (const Sequence *old, const Sequence *new)
{
  guint wide = new->n + 1;
  g_autofree guint *common = g_new0 (guint, (gsize) (old->n + 1) * wide);

  for (guint x = 1; x <= old->n; x++)
    for (guint y = 1; y <= new->n; y++)
      common[x * wide + y]
        = old->symbols[x - 1] == new->symbols[y - 1]
            ? common[(x - 1) * wide + y - 1] + 1
            : MAX (common[(x - 1) * wide + y], common[x * wide + y - 1]);
  return old->n + new->n - 2 * common[old->n * wide + new->n];
}

static void
turn_round (GArray *runs)
{
  for (guint i = 0; i < runs->len; i++)
    {
      ComarkDiffRun *run = &g_array_index (runs, ComarkDiffRun, i);
      const ComarkDiffRun was = *run;

      run->kind = was.kind == COMARK_DIFF_REMOVED ? COMARK_DIFF_ADDED
                  : was.kind == COMARK_DIFF_ADDED ? COMARK_DIFF_REMOVED
                                                  : COMARK_DIFF_SAME;
      run->old_start = was.new_start;
      run->new_start = was.old_start;
    }
}

/* Which symbols are the same as which, as marks on both sides. */
static char *
marks_of (GArray *runs, guint n_old, guint n_new)
{
  char *marks = g_strnfill (n_old + n_new, '=');

  for (guint i = 0; i < runs->len; i++)
    {
      const ComarkDiffRun *run = &g_array_index (runs, ComarkDiffRun, i);

      if (run->kind == COMARK_DIFF_REMOVED)
        memset (marks + run->old_start, '-', run->length);
      else if (run->kind == COMARK_DIFF_ADDED)
        memset (marks + n_old + run->new_start, '+', run->length);
    }
  return marks;
}

static void
check (const Sequence *old, const Sequence *new, guint n_symbols)
{
  gboolean is_rough = FALSE;
  g_autoptr (GArray) runs = diff_with (old, new, n_symbols, &is_rough);
  g_autoptr (GArray) back = diff_with (new, old, n_symbols, &is_rough);
  g_autofree char *marks = NULL, *back_marks = NULL;

  g_assert_false (is_rough);
  assert_leads (runs, old, new);
  assert_leads (back, new, old);
  g_assert_cmpuint (count_differences (runs), ==, count_fewest (old, new));
  turn_round (back);
  marks = marks_of (runs, old->n, new->n);
  back_marks = marks_of (back, old->n, new->n);
  g_assert_cmpstr (marks, ==, back_marks);
}

/* ---- all small ones ---- */

static void
fill (Sequence *sequence, guint number, guint n_symbols)
{
  for (guint i = 0; i < sequence->n; i++, number /= n_symbols)
    sequence->symbols[i] = number % n_symbols;
}

static guint
power (guint base, guint exponent)
{
  return exponent == 0 ? 1 : base * power (base, exponent - 1);
}

static void
test_every_small_one (void)
{
  guint32 one[8], other[8];

  for (guint n = 0; n <= 5; n++)
    for (guint m = 0; m <= 5; m++)
      for (guint i = 0; i < power (3, n); i++)
        for (guint j = 0; j < power (3, m); j++)
          {
            Sequence old = { one, n }, new = { other, m };

            fill (&old, i, 3);
            fill (&new, j, 3);
            check (&old, &new, 3);
          }
}

static void
test_random_ones (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261128);

  for (guint round = 0; round < 3000; round++)
    {
      guint32 one[60], other[60];
      Sequence old = { one, (guint) g_rand_int_range (random, 0, 60) };
      Sequence new = { other, (guint) g_rand_int_range (random, 0, 60) };
      guint n_symbols = (guint) g_rand_int_range (random, 1, 20);

      fill (&old, 0, 1);
      fill (&new, 0, 1);
      for (guint i = 0; i < old.n; i++)
        one[i] = (guint32) g_rand_int_range (random, 0, (gint32) n_symbols);
      for (guint i = 0; i < new.n; i++)
        other[i] = (guint32) g_rand_int_range (random, 0, (gint32) n_symbols);
      check (&old, &new, n_symbols);
    }
}

/* ---- long ones ---- */

static Sequence
make_long (GRand *random, guint n, guint n_symbols)
{
  Sequence sequence = { g_new (guint32, n), n };

  for (guint i = 0; i < n; i++)
    sequence.symbols[i] = (guint32) g_rand_int_range (random, 0, (gint32) n_symbols);
  return sequence;
}

/* Millions of symbols of which nothing can be told apart, and no way to be quick about it. */
static void
test_hostile_ones_end (void)
{
  static const guint alphabets[] = { 2, 10, 1000, 500000 };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (gsize i = 0; i < G_N_ELEMENTS (alphabets); i++)
    {
      Sequence old = make_long (random, 2000000, alphabets[i]);
      Sequence new = make_long (random, 1900000, alphabets[i]);
      gboolean is_rough = FALSE;
      gint64 began = g_get_monotonic_time ();
      g_autoptr (GArray) runs = diff_with (&old, &new, alphabets[i], &is_rough);

      g_test_message ("%u symbols: %.1f s", alphabets[i],
                      (double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC);
      g_assert_true (is_rough);
      assert_leads (runs, &old, &new);
      g_free (old.symbols);
      g_free (new.symbols);
    }
}

/* A few changes in very much text are found exactly. */
static void
test_long_ones_with_few_changes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);
  Sequence old = make_long (random, 1000000, 5000);
  Sequence new = { g_memdup2 (old.symbols, old.n * sizeof (guint32)), old.n };
  gboolean is_rough = FALSE;
  g_autoptr (GArray) runs = NULL;

  for (guint i = 0; i < 500; i++)
    new.symbols[i * 1999 + 7] = 5000 + i;
  runs = diff_with (&old, &new, 6000, &is_rough);
  g_assert_false (is_rough);
  assert_leads (runs, &old, &new);
  g_assert_cmpuint (count_differences (runs), ==, 1000);
  g_free (old.symbols);
  g_free (new.symbols);
}

/* Where the shortest path is too long, what stands once on either side still divides. */
static void
test_rough_ones_keep_what_stands_once (void)
{
  guint n = 30000;
  g_autoptr (GRand) random = g_rand_new_with_seed (9);
  Sequence old = make_long (random, n, 4), new = make_long (random, n, 4);
  gboolean is_rough = FALSE;
  g_autoptr (GArray) runs = NULL;
  g_autofree char *marks = NULL;

  for (guint i = 0; i < n; i += 100)
    old.symbols[i] = new.symbols[i] = 4 + i / 100;
  runs = diff_with (&old, &new, 4 + n / 100, &is_rough);
  g_assert_true (is_rough);
  assert_leads (runs, &old, &new);
  marks = marks_of (runs, n, n);
  for (guint i = 0; i < n; i += 100)
    g_assert_cmpint (marks[i], ==, '=');
  g_free (old.symbols);
  g_free (new.symbols);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/panel/diff/every-small-one-is-the-fewest", test_every_small_one);
  g_test_add_func ("/panel/diff/random-ones-are-the-fewest", test_random_ones);
  g_test_add_func ("/panel/diff/hostile-ones-end", test_hostile_ones_end);
  g_test_add_func ("/panel/diff/few-changes-in-much", test_long_ones_with_few_changes);
  g_test_add_func ("/panel/diff/rough-ones-keep-what-stands-once",
                   test_rough_ones_keep_what_stands_once);
  return g_test_run ();
}
