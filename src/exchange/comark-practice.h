/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A practice submission: a short invented document, what its owner says and shows on a few
 * criteria of a framework, and for each the model answer with its reason and other answers that
 * are fine too. Content is data: data/practice/NAME.xml, data/schemas/practice.rng.
 */
#pragma once

#include "comark-framework.h"

G_BEGIN_DECLS

typedef struct
{
  ComarkValue value;
  ComarkStrength strength; /* NONE for a near one */
  char *why;
} ComarkPracticeAnswer;

typedef struct
{
  char *criterion;
  char *statement; /* the owner's */
  char **evidence; /* ids */
  ComarkPracticeAnswer *model;
  GPtrArray *near; /* ComarkPracticeAnswer: fine as well, and why */
} ComarkPracticeCriterion;

typedef struct
{
  gboolean is_heading;
  char *text;
} ComarkPracticeBlock;

typedef struct
{
  char *id;
  char *title;
  char *text;
} ComarkPracticeEvidence;

/* Immutable; any thread may read it. */
typedef struct
{
  char *id;
  char *framework; /* the id of the one that its criteria are of */
  guint minutes;   /* about how long it takes */
  char *title;
  char *intro;
  char *closing;
  GPtrArray *blocks;   /* ComarkPracticeBlock: the document */
  GPtrArray *evidence; /* ComarkPracticeEvidence */
  GPtrArray *criteria; /* ComarkPracticeCriterion */
} ComarkPractice;

ComarkPractice *comark_practice_ref (ComarkPractice *self);
void comark_practice_unref (ComarkPractice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkPractice, comark_practice_unref)

#define COMARK_PRACTICE_DEFAULT "quiet-room" /* the one that the program carries */

/* Reads and checks one, called @name in messages: against its schema, and that its criteria,
 * values and evidence are there. Returns: (transfer full), or NULL with COMARK_EXCHANGE_ERROR */
ComarkPractice *comark_practice_load_bytes (GBytes *bytes, const char *name, GError **error);
ComarkPractice *comark_practice_load_builtin (const char *id, GError **error);

/* The framework that its criteria are of, as the program carries it. Returns: (transfer full) */
ComarkFramework *comark_practice_load_framework (ComarkPractice *self, GError **error);

/* NULL where there is none. */
const ComarkPracticeCriterion *comark_practice_criterion (ComarkPractice *self, const char *id);

/* How an answer stands beside the model's. */
typedef enum
{
  COMARK_PRACTICE_ALIKE, /* the same value */
  COMARK_PRACTICE_NEAR,  /* one of those that are fine too */
  COMARK_PRACTICE_OTHER,
} ComarkPracticeView;

/* *near (nullable) takes the answer that it is near to. */
ComarkPracticeView comark_practice_compare (const ComarkPracticeCriterion *criterion,
                                            ComarkValue value,
                                            const ComarkPracticeAnswer **near);

G_END_DECLS
