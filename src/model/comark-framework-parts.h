/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The smaller parts of a framework, as plain data. Each belongs to its ComarkFramework, lives as
 * long as that and never changes. No pointer is NULL; a text that the file leaves out is "".
 */
#pragma once

#include "comark-rule.h"

G_BEGIN_DECLS

/* One level of the rating scale. */
typedef struct
{
  ComarkValue value;  /* 0..99 */
  const char *key;    /* "shaped-together" */
  const guint *rungs; /* rungs of the ladder it stands for, ends in 0 */
  const char *name;   /* "Shaped together" */
  const char *text;   /* the descriptor shown beside it */
} ComarkLevel;

/* One rung of the ladder, from 1, the lowest. */
typedef struct
{
  guint number;
  const char *name;
  const char *text;
} ComarkRung;

/* "A submission stands on @rung if all @conditions hold." The first that holds decides. */
typedef struct
{
  guint rung;
  const GPtrArray *conditions; /* of const ComarkRule *, tests VALUE and QUESTION only */
} ComarkPlacement;

typedef struct
{
  const char *id;
  const char *name;
  const char *text;
} ComarkSection;

typedef struct
{
  const char *id;
  const char *name;
  const char *text;
  guint max_pages; /* 0 = any length */
} ComarkRoute;

typedef struct
{
  const char *criterion; /* id */
  const char *text;      /* what to look for in this type of document */
} ComarkPrompt;

typedef struct
{
  const char *id;
  const char *name;
  const char *route;        /* a ComarkRoute's id */
  const GPtrArray *prompts; /* of const ComarkPrompt * */
} ComarkDocumentType;

/* A human judgement that a rule waits for: the panel answers yes or no, with a reason. */
typedef struct
{
  const char *id;
  const char *text; /* ends in a question mark */
} ComarkQuestion;

typedef struct
{
  const char *id;
  const char *name;
  const char *text;  /* what it means, in plain words */
  ComarkState state; /* where it leads: AWARDED, CONDITIONAL, DEFERRED or NOT_YET */
  gboolean awards;            /* the mark is given */
  gboolean exemplar;          /* and invites a toolkit entry */
  gboolean holds_certificate; /* the mark waits for conditions */
  guint within_months;        /* time for conditions or a new try; 0 = none set */
  const GPtrArray *rules;     /* of const ComarkRule *, empty for the fallback */
} ComarkOutcome;

/* Where ideas come from, for the credits. */
typedef struct
{
  const char *id;
  const char *text;
  const char *href; /* "" where there is no address */
} ComarkReference;

G_END_DECLS
