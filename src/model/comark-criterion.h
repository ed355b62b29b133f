/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One criterion of a framework, as plain data. It belongs to its ComarkFramework, lives as long
 * as that, never changes, and may be read from any thread. Texts are UTF-8 in the framework's
 * own language. No pointer is NULL unless said; lists of words end in NULL and may be empty.
 */
#pragma once

#include "comark-types.h"

G_BEGIN_DECLS

/* How much a criterion matters to the mark. Ordered, the weightiest first. */
typedef enum
{
  COMARK_TIER_ESSENTIAL, /* "essential" */
  COMARK_TIER_EXPECTED,  /* "expected" */
  COMARK_TIER_STRETCH,   /* "stretch" */
} ComarkTier;

const char *comark_tier_nick (ComarkTier tier);
gboolean comark_tier_from_nick (const char *nick, ComarkTier *out);
const char *comark_tier_words (ComarkTier tier);

/* What one level of the scale looks like for one criterion. */
typedef struct
{
  ComarkValue value;
  const char *text;
} ComarkAnchor;

/* Where the idea of a criterion comes from: a ComarkReference's id and the place in it. */
typedef struct
{
  const char *ref;
  const char *text; /* may be "" */
} ComarkSource;

typedef struct
{
  const char *id;      /* "C1": unique in the framework */
  const char *section; /* a ComarkSection's id */
  guint position;      /* 0 and up, in file order */
  ComarkTier tier;
  guint weight;              /* 1..1000 */
  gboolean na_allowed;       /* "does not apply" may be agreed */
  gboolean confirm_required; /* a contributor has to confirm a high value */
  gboolean future;           /* shown, never rated or counted */
  const char *const *routes; /* route ids */
  const char *const *principles;
  const char *const *fourpi;
  const char *const *chime;
  const char *title;          /* a few words, for narrow places: "An equal say" */
  const char *statement;      /* the criterion in one plain sentence */
  const char *question_owner; /* asks the document's owner */
  const char *question_panel; /* asks a panel member */
  const char *na_when;        /* when it does not apply; "" unless na_allowed */
  const char *const *evidence_hints;
  const GPtrArray *anchors; /* of const ComarkAnchor *, lowest value first */
  const GPtrArray *sources; /* of const ComarkSource * */
  int line;                 /* in the file, 1 and up */
} ComarkCriterion;

/* What @value looks like for this criterion. Returns: (nullable), NULL where the file gives none */
const char *comark_criterion_anchor (const ComarkCriterion *criterion, ComarkValue value);

/* TRUE if the criterion is rated on @route: it names the route and is not a future one. */
gboolean comark_criterion_is_on_route (const ComarkCriterion *criterion, const char *route);

G_END_DECLS
