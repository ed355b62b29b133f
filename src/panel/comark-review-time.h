/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long a review takes, or the rest of one, so that a person can plan a day with little
 * energy. An estimate, said as "about":
 *
 *   three minutes a criterion that has no answer yet (its question, the owner's words, the reason),
 *   one and a half a page of the document, as far as criteria are left: one reads as one rates,
 *   two an evidence item of which nothing is said yet,
 *
 * rounded to the nearest five, and five at least while anything has no answer.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint n_criteria;
  guint n_answered; /* of them */
  guint n_pages;    /* of the document; 0 where they are not known */
  guint n_items;    /* evidence items with a file */
  guint n_looked_at; /* of them */
} ComarkReviewLoad;

/* Minutes that are left; 0 when every criterion has an answer. */
guint comark_review_minutes_left (const ComarkReviewLoad *load);

G_END_DECLS
