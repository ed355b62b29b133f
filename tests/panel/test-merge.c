/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every way in which two sides can have changed a field, and all fields by themselves.
 */
#include "comark-merge.h"

static const ComarkMergeSide none = { COMARK_VALUE_NONE, "", COMARK_STRENGTH_NONE };

static void
check (const ComarkMergeSide *base, const ComarkMergeSide *ours, const ComarkMergeSide *theirs,
       guint in_conflict, const ComarkMergeSide *expected)
{
  ComarkMergeSide merged;

  g_assert_cmpuint (comark_merge_sides (base, ours, theirs, &merged), ==, in_conflict);
  g_assert_cmpuint (comark_merge_side_differs (&merged, expected), ==, 0);
}

static void
test_one_field (void)
{
  const ComarkMergeSide a = { 1, "", COMARK_STRENGTH_NONE }, b = { 2, "", COMARK_STRENGTH_NONE };
  const ComarkMergeSide c = { 3, "", COMARK_STRENGTH_NONE };

  check (&a, &a, &a, 0, &a);
  check (&a, &b, &a, 0, &b);
  check (&a, &a, &b, 0, &b);
  check (&a, &b, &b, 0, &b);
  check (&a, &b, &c, COMARK_MERGE_VALUE, &b);
  check (&none, &none, &a, 0, &a);
  check (&none, &a, &none, 0, &a);
  check (&a, &a, &none, 0, &none);
  check (&a, &none, &b, COMARK_MERGE_VALUE, &none);
  check (&none, &a, &b, COMARK_MERGE_VALUE, &a);
}

static void
test_fields_by_themselves (void)
{
  const ComarkMergeSide base = { 1, "one", COMARK_STRENGTH_SAID };
  const ComarkMergeSide ours = { 2, "one", COMARK_STRENGTH_SHOWN };
  const ComarkMergeSide theirs = { 1, "two", COMARK_STRENGTH_CONFIRMED };
  const ComarkMergeSide expected = { 2, "two", COMARK_STRENGTH_SHOWN };
  const ComarkMergeSide chosen = { 2, "two", COMARK_STRENGTH_CONFIRMED };
  ComarkMergeSide merged;

  check (&base, &ours, &theirs, COMARK_MERGE_STRENGTH, &expected);
  merged = comark_merge_side_with (&expected, &theirs, COMARK_MERGE_STRENGTH);
  g_assert_cmpuint (comark_merge_side_differs (&merged, &chosen), ==, 0);
}

/* Merging is fair: where nothing is in conflict it does not matter who is "ours". */
static void
test_both_ways (void)
{
  const char *const reasons[] = { "", "a", "b" };

  for (int i = 0; i < 27 * 27; i++)
    {
      const ComarkMergeSide base = { i % 3, reasons[i / 3 % 3], COMARK_STRENGTH_NONE };
      const ComarkMergeSide ours = { i / 9 % 3, reasons[i / 27 % 3], COMARK_STRENGTH_NONE };
      const ComarkMergeSide theirs = { i / 81 % 3, reasons[i / 243 % 3], COMARK_STRENGTH_NONE };
      ComarkMergeSide one, other;
      guint fields = comark_merge_sides (&base, &ours, &theirs, &one);

      g_assert_cmpuint (comark_merge_sides (&base, &theirs, &ours, &other), ==, fields);
      g_assert_cmpuint (comark_merge_side_differs (&one, &other), ==, fields);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge/one-field", test_one_field);
  g_test_add_func ("/merge/fields-by-themselves", test_fields_by_themselves);
  g_test_add_func ("/merge/both-ways", test_both_ways);
  return g_test_run ();
}
