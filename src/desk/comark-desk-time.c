/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-desk-time.h"

#include "comark-document-rows.h"
#include "comark-evidence-rows.h"
#include "comark-review-rows.h"
#include "comark-review-time.h"

static guint
count_answered (ComarkReview *review, GPtrArray *criteria)
{
  guint n = 0;

  for (guint i = 0; review != NULL && i < criteria->len; i++)
    {
      const ComarkCriterion *criterion = g_ptr_array_index (criteria, i);
      ComarkRating *rating = comark_dossier_rating (review, criterion->id);

      n += rating != NULL && rating->value != COMARK_VALUE_NONE;
    }
  return n;
}

static gboolean
is_looked_at (ComarkReview *review, ComarkEvidence *item)
{
  for (guint i = 0; review != NULL && i < review->covers->len; i++)
    {
      ComarkEvidenceCover *cover = g_ptr_array_index (review->covers, i);

      if (cover->cover != COMARK_COVER_NONE && comark_id_equal (&cover->evidence, &item->id))
        return TRUE;
    }
  return FALSE;
}

static guint
minutes_of (GPtrArray *criteria, GPtrArray *documents, GPtrArray *evidence, ComarkReview *review)
{
  ComarkReviewLoad load = { .n_criteria = criteria->len,
                            .n_answered = count_answered (review, criteria) };

  if (documents->len > 0)
    load.n_pages = (guint) CLAMP (
      ((ComarkDocument *) g_ptr_array_index (documents, documents->len - 1))->pages, 0, 10000);
  for (guint i = 0; i < evidence->len; i++)
    {
      ComarkEvidence *item = g_ptr_array_index (evidence, i);

      load.n_items += item->hash != NULL;
      load.n_looked_at += item->hash != NULL && is_looked_at (review, item);
    }
  return comark_review_minutes_left (&load);
}

guint
comark_dossier_minutes_left (ComarkDossier *dossier)
{
  return minutes_of (dossier->criteria, dossier->documents, dossier->evidence,
                     dossier->own_first);
}

gboolean
comark_desk_minutes_left (ComarkDesk *desk, ComarkSubmission *submission,
                          ComarkFramework *framework, guint *minutes, GError **error)
{
  g_autoptr (GPtrArray) criteria
    = comark_framework_criteria_for_route (framework, submission->route);
  g_autoptr (GPtrArray) documents = comark_document_rows_list (desk->sql, &submission->id, error);
  g_autoptr (GPtrArray) evidence
    = documents != NULL ? comark_evidence_rows_list (desk->sql, &submission->id, error) : NULL;
  g_autoptr (ComarkReview) review = NULL;

  if (evidence == NULL
      || !comark_review_rows_find (desk->sql, &submission->id, &desk->who->id, submission->round,
                                   COMARK_STAGE_FIRST, &review, error))
    return FALSE;
  *minutes = minutes_of (criteria, documents, evidence, review);
  return TRUE;
}
