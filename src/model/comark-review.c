/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-review.h"

static const ComarkField rating_fields[] = {
  COMARK_FIELD (ComarkRating, criterion, TEXT),
  COMARK_FIELD (ComarkRating, value, VALUE),
  COMARK_FIELD (ComarkRating, reason, TEXT),
  COMARK_FIELD_NICK (ComarkRating, strength, comark_strength_nick),
  COMARK_FIELD (ComarkRating, updated_at, INT),
  COMARK_FIELD (ComarkRating, rev, INT),
};
COMARK_DEFINE_NOUN (ComarkRating, comark_rating, rating_fields)

static const ComarkField evidence_cover_fields[] = {
  COMARK_FIELD (ComarkEvidenceCover, criterion, TEXT),
  COMARK_FIELD (ComarkEvidenceCover, evidence, ID),
  COMARK_FIELD (ComarkEvidenceCover, title, TEXT),
  COMARK_FIELD (ComarkEvidenceCover, hash, TEXT),
  COMARK_FIELD_NICK (ComarkEvidenceCover, cover, comark_cover_nick),
  COMARK_FIELD (ComarkEvidenceCover, is_older, FLAG),
  COMARK_FIELD (ComarkEvidenceCover, n, INT),
  COMARK_FIELD (ComarkEvidenceCover, said_at, INT),
};
COMARK_DEFINE_NOUN (ComarkEvidenceCover, comark_evidence_cover, evidence_cover_fields)

static const ComarkField supporter_fields[] = {
  COMARK_FIELD (ComarkSupporter, person, ID),
  COMARK_FIELD (ComarkSupporter, name, TEXT),
  COMARK_FIELD (ComarkSupporter, let_at, INT),
};
COMARK_DEFINE_NOUN (ComarkSupporter, comark_supporter, supporter_fields)

static const ComarkField recorded_fields[] = {
  COMARK_FIELD (ComarkRecorded, criterion, TEXT),
  COMARK_FIELD (ComarkRecorded, name, TEXT),
  COMARK_FIELD (ComarkRecorded, state, TEXT),
  COMARK_FIELD (ComarkRecorded, recorded_at, INT),
  COMARK_FIELD (ComarkRecorded, settled_at, INT),
};
COMARK_DEFINE_NOUN (ComarkRecorded, comark_recorded, recorded_fields)

static const ComarkField rating_beside_fields[] = {
  COMARK_FIELD (ComarkRatingBeside, criterion, TEXT),
  COMARK_FIELD (ComarkRatingBeside, source, ID),
  COMARK_FIELD (ComarkRatingBeside, value, VALUE),
  COMARK_FIELD (ComarkRatingBeside, reason, TEXT),
  COMARK_FIELD_NICK (ComarkRatingBeside, strength, comark_strength_nick),
  COMARK_FIELD (ComarkRatingBeside, fields, INT),
  COMARK_FIELD (ComarkRatingBeside, brought_at, INT),
};
COMARK_DEFINE_NOUN (ComarkRatingBeside, comark_rating_beside, rating_beside_fields)

static const ComarkField review_fields[] = {
  COMARK_FIELD (ComarkReview, id, ID),
  COMARK_FIELD (ComarkReview, person, ID),
  COMARK_FIELD (ComarkReview, person_name, TEXT),
  COMARK_FIELD_NICK (ComarkReview, kind, comark_member_kind_nick),
  COMARK_FIELD_NICK (ComarkReview, stage, comark_stage_nick),
  COMARK_FIELD (ComarkReview, round, INT),
  COMARK_FIELD (ComarkReview, submitted, FLAG),
  COMARK_FIELD (ComarkReview, submitted_at, INT),
  COMARK_FIELD (ComarkReview, updated_at, INT),
  COMARK_FIELD (ComarkReview, body, TEXT),
  COMARK_FIELD (ComarkReview, document, ID),
  COMARK_FIELD (ComarkReview, place, TEXT),
  COMARK_FIELD (ComarkReview, ratings, RECORDS),
  COMARK_FIELD (ComarkReview, recorded, RECORDS),
  COMARK_FIELD (ComarkReview, covers, RECORDS),
  COMARK_FIELD (ComarkReview, rev, INT),
};
COMARK_DEFINE_NOUN (ComarkReview, comark_review, review_fields)

ComarkEvidenceCover *
comark_review_find_cover (ComarkReview *self, const char *criterion, const ComarkId *evidence)
{
  for (guint i = 0; self != NULL && i < self->covers->len; i++)
    {
      ComarkEvidenceCover *cover = g_ptr_array_index (self->covers, i);

      if (comark_id_equal (&cover->evidence, evidence)
          && g_strcmp0 (cover->criterion, criterion) == 0)
        return cover;
    }
  return NULL;
}

ComarkCover
comark_review_cover (ComarkReview *self, const char *criterion, const ComarkId *evidence)
{
  ComarkEvidenceCover *cover = comark_review_find_cover (self, criterion, evidence);

  return cover != NULL ? cover->cover : COMARK_COVER_NONE;
}

static const ComarkField review_version_fields[] = {
  COMARK_FIELD (ComarkReviewVersion, review, ID),
  COMARK_FIELD (ComarkReviewVersion, person, ID),
  COMARK_FIELD (ComarkReviewVersion, person_name, TEXT),
  COMARK_FIELD_NICK (ComarkReviewVersion, stage, comark_stage_nick),
  COMARK_FIELD (ComarkReviewVersion, round, INT),
  COMARK_FIELD (ComarkReviewVersion, n, INT),
  COMARK_FIELD (ComarkReviewVersion, submitted_at, INT),
  COMARK_FIELD (ComarkReviewVersion, reopened_at, INT),
  COMARK_FIELD (ComarkReviewVersion, counts, FLAG),
  COMARK_FIELD (ComarkReviewVersion, document_n, INT),
  COMARK_FIELD (ComarkReviewVersion, body, TEXT),
  COMARK_FIELD (ComarkReviewVersion, ratings, RECORDS),
};
COMARK_DEFINE_NOUN (ComarkReviewVersion, comark_review_version, review_version_fields)

ComarkRecorded *
comark_review_recorded (ComarkReview *self, const char *criterion)
{
  for (guint i = 0; self != NULL && i < self->recorded->len; i++)
    {
      ComarkRecorded *one = g_ptr_array_index (self->recorded, i);

      if (g_strcmp0 (one->criterion, criterion) == 0)
        return one;
    }
  return NULL;
}

char *
comark_review_recorded_words (ComarkReview *self, const char *criterion)
{
  ComarkRecorded *one = comark_review_recorded (self, criterion);

  if (one == NULL)
    return NULL;
  if (g_str_equal (one->state, "confirmed"))
    return g_strdup_printf ("Recorded by %s on behalf of %s, confirmed by %s.", one->name,
                            self->person_name, self->person_name);
  if (g_str_equal (one->state, "corrected"))
    return g_strdup_printf ("Recorded by %s on behalf of %s, then changed by %s.", one->name,
                            self->person_name, self->person_name);
  return g_strdup_printf ("Recorded by %s on behalf of %s, not confirmed yet.", one->name,
                          self->person_name);
}
