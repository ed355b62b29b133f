/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-id-changes.h"

static GArray *
make_ids (guint n_ids)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (ComarkId));

  for (guint i = 0; i < n_ids; i++)
    {
      ComarkId id = comark_id_new ();
      g_array_append_val (ids, id);
    }
  return ids;
}

static GArray *
copy_ids (GArray *ids)
{
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (ComarkId));

  g_array_append_vals (copy, ids->data, ids->len);
  return copy;
}

static GArray *
changes_between (GArray *older, GArray *newer)
{
  return comark_id_changes ((const ComarkId *) older->data, older->len,
                            (const ComarkId *) newer->data, newer->len);
}

static void
apply (GArray *ids, GArray *newer, GArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      ComarkIdChange *change = &g_array_index (changes, ComarkIdChange, i);

      g_assert_cmpuint (change->position + change->n_removed, <=, ids->len);
      g_assert_cmpuint (change->source + change->n_added, <=, newer->len);
      if (change->n_removed > 0)
        g_array_remove_range (ids, change->position, change->n_removed);
      if (change->n_added > 0)
        g_array_insert_vals (ids, change->position,
                             &g_array_index (newer, ComarkId, change->source), change->n_added);
    }
}

static void
assert_leads_to (GArray *older, GArray *newer, guint most_touched)
{
  g_autoptr (GArray) changes = changes_between (older, newer);
  g_autoptr (GArray) ids = copy_ids (older);
  guint n_touched = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      ComarkIdChange *change = &g_array_index (changes, ComarkIdChange, i);
      n_touched += change->n_removed + change->n_added;
    }
  apply (ids, newer, changes);
  g_assert_cmpmem (ids->data, ids->len * sizeof (ComarkId), newer->data,
                   newer->len * sizeof (ComarkId));
  g_assert_cmpuint (changes->len, <=, 33);
  g_assert_cmpuint (n_touched, <=, most_touched);
}

static void
test_nothing (void)
{
  g_autoptr (GArray) ids = make_ids (50);
  g_autoptr (GArray) none = make_ids (0);

  assert_leads_to (ids, ids, 0);
  assert_leads_to (none, none, 0);
  assert_leads_to (none, ids, 50);
  assert_leads_to (ids, none, 50);
}

static void
test_moved (void)
{
  static const guint ways[][2] = { { 40, 0 }, { 0, 40 }, { 49, 0 }, { 0, 49 }, { 20, 21 } };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (GArray) older = make_ids (50);
      g_autoptr (GArray) newer = copy_ids (older);
      ComarkId id = g_array_index (older, ComarkId, ways[i][0]);

      g_array_remove_index (newer, ways[i][0]);
      g_array_insert_val (newer, ways[i][1], id);
      assert_leads_to (older, newer, 2);
    }
}

static void
test_come_and_gone (void)
{
  g_autoptr (GArray) older = make_ids (1000);
  g_autoptr (GArray) newer = copy_ids (older);
  g_autoptr (GArray) more = make_ids (3);

  g_array_remove_range (newer, 900, 5);
  g_array_remove_index (newer, 100);
  g_array_insert_vals (newer, 500, more->data, more->len);
  assert_leads_to (older, newer, 9);
}

static void
test_sorted_anew (void)
{
  g_autoptr (GArray) older = make_ids (2000);
  g_autoptr (GArray) newer = copy_ids (older);

  for (guint i = newer->len - 1; i > 0; i--)
    {
      guint j = (guint) g_test_rand_int_range (0, (gint32) i + 1);
      ComarkId id = g_array_index (newer, ComarkId, i);
      g_array_index (newer, ComarkId, i) = g_array_index (newer, ComarkId, j);
      g_array_index (newer, ComarkId, j) = id;
    }
  assert_leads_to (older, newer, 4000);
}

static void
test_anything (void)
{
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GArray) older = make_ids ((guint) g_test_rand_int_range (0, 40));
      g_autoptr (GArray) newer = copy_ids (older);

      for (int edits = g_test_rand_int_range (0, 12); edits > 0; edits--)
        {
          guint at = newer->len > 0 ? (guint) g_test_rand_int_range (0, (gint32) newer->len) : 0;
          ComarkId id = comark_id_new ();

          if (newer->len > 0 && g_test_rand_bit ())
            {
              id = g_array_index (newer, ComarkId, at);
              g_array_remove_index (newer, at);
            }
          if (g_test_rand_bit ())
            g_array_insert_val (newer, (guint) g_test_rand_int_range (0, (gint32) newer->len + 1),
                                id);
        }
      assert_leads_to (older, newer, older->len + newer->len);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/id-changes/the-same-order-is-no-change", test_nothing);
  g_test_add_func ("/id-changes/one-moved-touches-two-rows", test_moved);
  g_test_add_func ("/id-changes/what-came-and-went-is-all-that-is-touched", test_come_and_gone);
  g_test_add_func ("/id-changes/sorted-anew-is-few-steps", test_sorted_anew);
  g_test_add_func ("/id-changes/any-change-leads-there", test_anything);
  return g_test_run ();
}
