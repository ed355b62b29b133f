/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long a review takes.
 */
#include "comark-review-time.h"

static const struct
{
  ComarkReviewLoad load;
  guint minutes;
} rows[] = {
  { { 0, 0, 0, 0, 0 }, 0 },
  { { 13, 0, 0, 0, 0 }, 40 },
  { { 13, 0, 1, 0, 0 }, 40 },
  { { 13, 13, 33, 8, 0 }, 0 }, /* every criterion has an answer */
  { { 23, 0, 33, 8, 0 }, 135 },
  { { 23, 9, 33, 8, 3 }, 80 },
  { { 23, 22, 33, 8, 8 }, 5 },
  { { 1, 0, 0, 0, 0 }, 5 },
  { { 4, 0, 0, 2, 5 }, 10 }, /* more said than there is */
  { { 10, 12, 5, 0, 0 }, 0 },
};

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpuint (comark_review_minutes_left (&rows[i].load), ==, rows[i].minutes);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review-time/rows", test_rows);
  return g_test_run ();
}
