/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-review-diff.h"

void
comark_review_diff_row_free (ComarkReviewDiffRow *self)
{
  g_clear_object (&self->before);
  g_clear_object (&self->after);
  g_free (self->reason_before);
  g_free (self->reason_after);
  g_clear_pointer (&self->spans, g_array_unref);
  g_free (self);
}

gboolean
comark_review_diff_row_differs (const ComarkReviewDiffRow *self)
{
  return self->value_differs || self->strength_differs || self->reason_differs;
}

static ComarkRating *
find_rating (ComarkReviewVersion *version, const char *criterion)
{
  for (guint i = 0; i < version->ratings->len; i++)
    {
      ComarkRating *rating = g_ptr_array_index (version->ratings, i);

      if (g_strcmp0 (rating->criterion, criterion) == 0)
        return g_object_ref (rating);
    }
  return NULL;
}

static void
compare_words (ComarkReviewDiffRow *self, const char *before, const char *after)
{
  gint64 work = COMARK_DIFF_WORK / 100; /* a text has 100,000 characters at most */
  gboolean is_rough = FALSE;

  self->reason_before = g_strdup (before != NULL ? before : "");
  self->reason_after = g_strdup (after != NULL ? after : "");
  self->spans = comark_word_diff (self->reason_before, self->reason_after, &work, &is_rough);
  for (guint i = 0; i < self->spans->len; i++)
    self->reason_differs
      |= g_array_index (self->spans, ComarkWordSpan, i).kind != COMARK_DIFF_SAME;
}

static ComarkReviewDiffRow *
row_of (const ComarkCriterion *criterion, ComarkReviewVersion *before,
        ComarkReviewVersion *after)
{
  ComarkReviewDiffRow *self = g_new0 (ComarkReviewDiffRow, 1);
  ComarkRating *was = self->before = find_rating (before, criterion->id);
  ComarkRating *is = self->after = find_rating (after, criterion->id);

  self->criterion = criterion;
  self->value_differs = (was != NULL ? was->value : COMARK_VALUE_NONE)
                        != (is != NULL ? is->value : COMARK_VALUE_NONE);
  self->strength_differs = (was != NULL ? was->strength : COMARK_STRENGTH_NONE)
                           != (is != NULL ? is->strength : COMARK_STRENGTH_NONE);
  compare_words (self, was != NULL ? was->reason : "", is != NULL ? is->reason : "");
  return self;
}

GPtrArray *
comark_review_diff (GPtrArray *criteria, ComarkReviewVersion *before, ComarkReviewVersion *after)
{
  GPtrArray *rows
    = g_ptr_array_new_with_free_func ((GDestroyNotify) comark_review_diff_row_free);
  ComarkReviewDiffRow *comment = g_new0 (ComarkReviewDiffRow, 1);

  for (guint i = 0; i < criteria->len; i++)
    g_ptr_array_add (rows, row_of (g_ptr_array_index (criteria, i), before, after));
  compare_words (comment, before->body, after->body);
  if (comment->spans->len > 0)
    g_ptr_array_add (rows, comment);
  else
    comark_review_diff_row_free (comment);
  return rows;
}
