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
  gint64 rev;
};

G_END_DECLS
