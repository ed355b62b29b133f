/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One member's ratings of one submission, and the place of each on the scale.
 */
#pragma once

#include "comark-record.h"

G_BEGIN_DECLS

#define COMARK_TYPE_RATING (comark_rating_get_type ())
COMARK_DECLARE_NOUN (ComarkRating, comark_rating, RATING)

struct _ComarkRating
{
  ComarkRecord parent_instance;

  char *criterion;
  ComarkValue value;
  char *reason;
  ComarkStrength strength; /* what this member proposes */
  gint64 updated_at;
  gint64 rev;
};

/* What the member finds in one evidence item for one criterion. */
#define COMARK_TYPE_EVIDENCE_COVER (comark_evidence_cover_get_type ())
COMARK_DECLARE_NOUN (ComarkEvidenceCover, comark_evidence_cover, EVIDENCE_COVER)

struct _ComarkEvidenceCover
{
  ComarkRecord parent_instance;

  char *criterion;
  ComarkId evidence;
  char *title; /* of the item */
  char *hash;  /* of its file when this was said; "" for evidence in words alone */
  ComarkCover cover;
  gboolean is_older; /* the item has another file now */
  gint64 n; /* how many answers were given so far, this one included */
  gint64 said_at;
};

#define COMARK_TYPE_RATING_BESIDE (comark_rating_beside_get_type ())
COMARK_DECLARE_NOUN (ComarkRatingBeside, comark_rating_beside, RATING_BESIDE)

/* Another wording of a rating, of its own author, kept until they have chosen. */
struct _ComarkRatingBeside
{
  ComarkRecord parent_instance;

  char *criterion; /* "" for the overall comment, which is then the reason */
  ComarkId source; /* the copy, pack or file that it came with */
  ComarkValue value;
  char *reason;
  ComarkStrength strength;
  gint64 fields; /* of ComarkMergeField (comark-merge.h): what there is to choose */
  gint64 brought_at;
};

#define COMARK_TYPE_REVIEW (comark_review_get_type ())
COMARK_DECLARE_NOUN (ComarkReview, comark_review, REVIEW)

struct _ComarkReview
{
  ComarkRecord parent_instance;

  ComarkId id;
  ComarkId person;
  char *person_name;
  ComarkMemberKind kind;
  ComarkStage stage;
  gint64 round;
  gboolean submitted; /* FALSE: a draft, shown to its author alone */
  gint64 submitted_at; /* 0 for a draft */
  gint64 updated_at;
  char *body; /* the overall comment */
  ComarkId document; /* the version it was made from */
  char *place; /* where the member stopped: id of a criterion, or "" */
  GPtrArray *ratings; /* ComarkRating, in no order; no row means no answer */
  GPtrArray *covers; /* ComarkEvidenceCover of items that are still there, likewise */
  gint64 rev;
};

/* What @self says of an item; COMARK_COVER_NONE also where @self is NULL. */
ComarkCover comark_review_cover (ComarkReview *self, const char *criterion,
                                 const ComarkId *evidence);
/* The whole answer. Returns: (transfer none) (nullable) */
ComarkEvidenceCover *comark_review_find_cover (ComarkReview *self, const char *criterion,
                                               const ComarkId *evidence);

/* A review as it was handed in, or as a final one stood. What is later changed in the review
 * leaves it as it is. */
#define COMARK_TYPE_REVIEW_VERSION (comark_review_version_get_type ())
COMARK_DECLARE_NOUN (ComarkReviewVersion, comark_review_version, REVIEW_VERSION)

struct _ComarkReviewVersion
{
  ComarkRecord parent_instance;

  ComarkId review;
  ComarkId person;
  char *person_name;
  ComarkStage stage;
  gint64 round;
  gint64 n;           /* from 1 in each review */
  gint64 submitted_at; /* of a final one: when it was last changed, or the panel decided */
  gint64 reopened_at; /* by a co-chair, after a slip; 0: it was not */
  gboolean counts;    /* it is what the review says now */
  gint64 document_n;  /* the version of the document that it is about; 0: not known */
  char *body;
  GPtrArray *ratings; /* ComarkRating */
};

G_END_DECLS
