/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-review-facts.h"

gboolean
comark_review_is_final (ComarkDossier *dossier)
{
  return comark_dossier_may (dossier, COMARK_ACTION_RATE_FINAL, NULL);
}

gboolean
comark_review_may_rate (ComarkDossier *dossier)
{
  return comark_review_is_final (dossier) || comark_dossier_may (dossier, COMARK_ACTION_RATE, NULL);
}

ComarkReview *
comark_review_own (ComarkDossier *dossier)
{
  return dossier->own_final ? dossier->own_final : dossier->own_first;
}

ComarkRating *
comark_review_own_rating (ComarkDossier *dossier, const char *criterion)
{
  ComarkReview *review = comark_review_own (dossier);

  return review ? comark_dossier_rating (review, criterion) : NULL;
}

gint64
comark_review_stored_rev (ComarkDossier *dossier, const char *criterion)
{
  ComarkRating *rating = comark_review_own_rating (dossier, criterion);

  return rating ? rating->rev : 0;
}
