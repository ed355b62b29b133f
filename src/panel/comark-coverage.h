/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The coverage matrix: criteria by evidence items, and what members find in each. Pure functions;
 * whose reviews go in is for the caller, who has only those that the reader may see.
 */
#pragma once

#include "comark-criterion.h"
#include "comark-evidence.h"
#include "comark-review.h"

G_BEGIN_DECLS

/* One criterion and one item. All zero but @attached: nobody has said anything. */
typedef struct
{
  gboolean attached; /* the owner shows this item for this criterion */
  guint n[COMARK_N_COVERS]; /* members by what they said; n[COMARK_COVER_NONE] said nothing */
} ComarkCoverageCell;

/* How a criterion stands, over all its items. */
typedef enum
{
  COMARK_COVERAGE_NO_EVIDENCE, /* "no-evidence": nothing is attached */
  COMARK_COVERAGE_UNSEEN,      /* "unseen": nobody has said anything of any item */
  COMARK_COVERAGE_GAP,         /* "gap": somebody finds a gap in some item */
  COMARK_COVERAGE_SEEN,        /* "seen": looked at, and nobody says that it is enough */
  COMARK_COVERAGE_ENOUGH,      /* "enough": somebody says so, and nobody finds a gap */
} ComarkCoverageState;

typedef struct
{
  const ComarkCriterion *criterion; /* borrowed from the framework */
  ComarkCoverageState state;
  ComarkCoverageCell *cells; /* one an item, in the items' order */
} ComarkCoverageRow;

typedef struct
{
  GPtrArray *items;   /* ComarkEvidence */
  GPtrArray *rows;    /* ComarkCoverageRow, one a criterion, in their order */
  guint n_reviews;
} ComarkCoverage;

/* @criteria: of const ComarkCriterion *, which must outlive it. @evidence: of ComarkEvidence.
 * @reviews: of ComarkReview, one a member. Returns: (transfer full) */
ComarkCoverage *comark_coverage_new (GPtrArray *criteria, GPtrArray *evidence,
                                     GPtrArray *reviews);
void comark_coverage_free (ComarkCoverage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkCoverage, comark_coverage_free)

/* What stands out in a cell: a gap goes before all, then enough, then seen. */
ComarkCover comark_coverage_cell_cover (const ComarkCoverageCell *cell);

const char *comark_coverage_state_nick (ComarkCoverageState state);

/* Says it to a person. Static, English source text. */
const char *comark_coverage_state_words (ComarkCoverageState state);

G_END_DECLS
