/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How alike members read the documents of a period, criterion by criterion, and what talking
 * changed. Agreement is worked out over *first* ratings, which each gave alone. It is never put
 * on a single document or a single member, and small numbers are not shown.
 */
#pragma once

#include "comark-alpha-interval.h"
#include "comark-framework.h"

G_BEGIN_DECLS

/* Fewer members of a kind than this could be recognised in a figure: it is not shown. */
#define COMARK_REPORT_FEWEST_MEMBERS 3

/* One rating that counts: a level, of a submitted review. */
typedef struct
{
  const char *criterion;
  const char *unit;  /* the document: one id for a submission's round */
  const char *rater; /* an id */
  ComarkMemberKind kind;
  ComarkStage stage;
  ComarkValue level;
} ComarkReportRating;

typedef struct
{
  const ComarkCriterion *criterion; /* of the report's framework */
  guint n_documents;                /* rated by two members or more */
  guint n_ratings;
  guint64 n_pairs; /* of two members' ratings of one document */
  guint64 n_pairs_within1;
  ComarkStatistic alpha; /* Krippendorff's, ordinal */
  ComarkInterval interval;
} ComarkCriterionAgreement;

/* Final ratings beside the same member's first ones. */
typedef struct
{
  guint n_members;
  guint n_higher, n_same, n_lower; /* 0 unless shown */
  gboolean is_shown;               /* there are COMARK_REPORT_FEWEST_MEMBERS or more */
} ComarkRatingShift;

typedef struct
{
  ComarkFramework *framework;
  GPtrArray *criteria; /* of ComarkCriterionAgreement *, in the framework's order */
  ComarkRatingShift experts, staff;
  guint n_documents; /* with any rating */
} ComarkAgreementReport;

/* Takes ratings in the order of criteria, then documents, then raters. */
typedef struct _ComarkReportMaker ComarkReportMaker;
ComarkReportMaker *comark_report_maker_new (ComarkFramework *framework);

/* What is not of the framework (a criterion, a level off the scale) is left out. */
void comark_report_maker_add (ComarkReportMaker *self, const ComarkReportRating *rating);

/* Frees @self. Returns: (transfer full) */
ComarkAgreementReport *comark_report_maker_finish (ComarkReportMaker *self);
void comark_report_maker_free (ComarkReportMaker *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkReportMaker, comark_report_maker_free)

void comark_agreement_report_free (ComarkAgreementReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkAgreementReport, comark_agreement_report_free)

/* "9 of 10 pairs within one point", or that there were none. Returns: (transfer full) */
char *comark_criterion_agreement_pairs (const ComarkCriterionAgreement *self);

/* "alpha 0.62 (0.45 to 0.78)": a figure is never without its interval. NULL where there is none.
 * Returns: (transfer full) (nullable) */
char *comark_criterion_agreement_figures (const ComarkCriterionAgreement *self);

/* What the figures mean, for lay members; a static sentence. */
const char *comark_criterion_agreement_reading (const ComarkCriterionAgreement *self);

/* "12 stayed, 3 went up, 1 went down", or why that is not shown. Returns: (transfer full) */
char *comark_rating_shift_words (const ComarkRatingShift *self);

G_END_DECLS
