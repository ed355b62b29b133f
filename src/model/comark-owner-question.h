/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a member wants to know of the owner about one criterion, and the one round in which the
 * questions of all members go to the owner together, without names.
 */
#pragma once

#include "comark-record.h"

G_BEGIN_DECLS

/* One question, as its reader may know it. Nothing in it says who asked, or when. */
#define COMARK_TYPE_OWNER_QUESTION (comark_owner_question_get_type ())
COMARK_DECLARE_NOUN (ComarkOwnerQuestion, comark_owner_question, OWNER_QUESTION)

struct _ComarkOwnerQuestion
{
  ComarkRecord parent_instance;

  ComarkId id; /* holds no time, unlike other ids */
  char *criterion;
  ComarkQuestionState state;
  gboolean own; /* the reader's */
  char *words; /* as its author wrote it; "" for whom that is not */
  char *wording; /* as the co-chairs put it to the owner */
  char *because; /* why it was left out; "" otherwise */
  gboolean noted; /* its author has read why */
  char *answer; /* "" before it is sent, but for the owner's side */
  gint64 rev;
};

/* The round. */
#define COMARK_TYPE_ASKING (comark_asking_get_type ())
COMARK_DECLARE_NOUN (ComarkAsking, comark_asking, ASKING)

struct _ComarkAsking
{
  ComarkRecord parent_instance;

  gint64 sent_at;
  char *sent_day;
  char *due_day; /* 20 working days later: after that the review goes on without an answer */
  gint64 ended_at; /* 0 while the owner is asked */
  gboolean answered; /* ended with an answer */
};

G_END_DECLS
