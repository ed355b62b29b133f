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

/* Somebody whom a member lets type their review. */
#define COMARK_TYPE_SUPPORTER (comark_supporter_get_type ())
COMARK_DECLARE_NOUN (ComarkSupporter, comark_supporter, SUPPORTER)

struct _ComarkSupporter
{
  ComarkRecord parent_instance;

  ComarkId person; /* none: not on the register */
  char *name;
  gint64 let_at;
};

/* That a rating was typed by somebody else than its member. */
#define COMARK_TYPE_RECORDED (comark_recorded_get_type ())
COMARK_DECLARE_NOUN (ComarkRecorded, comark_recorded, RECORDED)

struct _ComarkRecorded
{
  ComarkRecord parent_instance;

  char *criterion; /* "" for the overall comment */
  char *name;      /* of who typed it */
  char *state;     /* "waiting", "confirmed", or "corrected" by the member */
  gint64 recorded_at;
  gint64 settled_at; /* 0 while it waits */
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
  GPtrArray *recorded; /* ComarkRecorded: what somebody typed for its member */
  GPtrArray *covers; /* ComarkEvidenceCover of items that are still there, likewise */
  gint64 rev;
};

/* Who typed the rating of @criterion for its member. Returns: (transfer none) (nullable): NULL
 * where the member did */
ComarkRecorded *comark_review_recorded (ComarkReview *self, const char *criterion);

/* "Recorded by Ann on behalf of Emil, confirmed by Emil", as it is shown wherever the rating is.
 * Returns: (transfer full) (nullable) */
char *comark_review_recorded_words (ComarkReview *self, const char *criterion);

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
