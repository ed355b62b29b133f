/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the ratings of one criterion to a suggested value, and whether the panel should talk about
 * it (domain.md 2.4, decisions.md 9-12, the rule "split" after RAND/UCLA). A median is the lower
 * middle: of two, the lower. Words ("?", "n/a", no answer) are in no sum. The caller hands in
 * each member's final rating where there is one, absent members' too.
 */
#pragma once

#include "comark-types.h"

G_BEGIN_DECLS

typedef struct
{
  ComarkMemberKind kind;
  ComarkValue value;
} ComarkMemberRating;

/* Why to talk about it. A set. */
typedef enum
{
  COMARK_TALK_GAP = 1 << 0,       /* the two medians are 2 or more apart */
  COMARK_TALK_SPREAD = 1 << 1,    /* 3 or more apart inside a kind */
  COMARK_TALK_SPLIT = 1 << 2,     /* some low, some high */
  COMARK_TALK_ONE_GROUP = 1 << 3, /* a group has no median */
} ComarkTalk;

typedef struct
{
  guint n_experts; /* numbers only */
  guint n_staff;
  guint n_cannot_tell;
  guint n_not_applicable;
  ComarkValue expert_median; /* COMARK_VALUE_NONE if the group has no number */
  ComarkValue staff_median;
  ComarkValue suggested; /* the lower of the two; COMARK_VALUE_NONE unless both are there */
  guint spread;          /* highest minus lowest of all numbers; 0 for fewer than two */
  guint talk;            /* of ComarkTalk; 0 = nothing special */
} ComarkMedians;

/* @ratings: one for each member who rates (NULL if @n is 0); @n is the size of the panel for
 * "split". [@scale_min, @scale_max]: the framework's levels; numbers outside are left out. */
ComarkMedians comark_medians_of (const ComarkMemberRating *ratings, guint n, int scale_min,
                                 int scale_max);

/* The lower middle of @n whole numbers; sorts them. COMARK_VALUE_NONE if @n is 0. */
ComarkValue comark_median_lower (int *values, guint n);

/* How many ratings must be low, and how many high, for a panel of @n to be split. 0 if it is too
 * small for that. */
guint comark_median_split_size (guint n);

/* One sentence a reason. Returns: (transfer full): ends in NULL; empty if nothing is flagged */
char **comark_medians_reasons (const ComarkMedians *self);

/* Rows that need talk first; among them the wider gap of the groups, then the wider spread, first.
 * 0 for equals: keep the framework's order with a stable sort. */
int comark_medians_compare (const ComarkMedians *a, const ComarkMedians *b);

G_END_DECLS
