/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-review-time.h"

/* In half minutes. */
#define A_CRITERION 6
#define A_PAGE 3
#define AN_ITEM 4
#define FIVE_MINUTES 10

static guint
left_of (guint all, guint done)
{
  return done < all ? all - done : 0;
}

guint
comark_review_minutes_left (const ComarkReviewLoad *load)
{
  guint n_left = left_of (load->n_criteria, load->n_answered);
  guint64 half_minutes;

  if (n_left == 0)
    return 0;
  half_minutes = (guint64) n_left * A_CRITERION
                 + (guint64) load->n_pages * A_PAGE * n_left / load->n_criteria
                 + (guint64) left_of (load->n_items, load->n_looked_at) * AN_ITEM;
  return (guint) MAX ((half_minutes + FIVE_MINUTES / 2) / FIVE_MINUTES, 1) * 5;
}
