/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-agreement-report.h"

#include <math.h>

/* A first rating, until all of its criterion are there. */
typedef struct
{
  guint unit, rater;
  ComarkValue level;
} Rating;

struct _ComarkReportMaker
{
  ComarkAgreementReport *report;
  ComarkCriterionAgreement *current; /* in the report; NULL before the first */
  GArray *ratings;                   /* of Rating, of the current criterion */
  GHashTable *units, *raters;        /* of the current criterion: id → its number */
  GHashTable *documents;             /* a set: all units */
  GHashTable *experts, *staff;       /* sets: raters with a final rating */
  /* the last member's ratings of the criterion and document at hand */
  char *unit, *rater;
  ComarkValue levels[2]; /* by stage */
};

static GHashTable *
set_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

ComarkReportMaker *
comark_report_maker_new (ComarkFramework *framework)
{
  const GPtrArray *criteria = comark_framework_get_criteria (framework);
  ComarkReportMaker *self = g_new0 (ComarkReportMaker, 1);

  self->report = g_new0 (ComarkAgreementReport, 1);
  self->report->framework = g_object_ref (framework);
  self->report->criteria = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < criteria->len; i++)
    {
      const ComarkCriterion *criterion = g_ptr_array_index (criteria, i);
      ComarkCriterionAgreement *agreement = g_new0 (ComarkCriterionAgreement, 1);

      agreement->criterion = criterion;
      agreement->alpha.why = "Nobody rated this.";
      agreement->interval.why = agreement->alpha.why;
      if (criterion->future)
        g_free (agreement);
      else
        g_ptr_array_add (self->report->criteria, agreement);
    }
  self->ratings = g_array_new (FALSE, FALSE, sizeof (Rating));
  self->units = set_new ();
  self->raters = set_new ();
  self->documents = set_new ();
  self->experts = set_new ();
  self->staff = set_new ();
  return self;
}

void
comark_report_maker_free (ComarkReportMaker *self)
{
  g_clear_pointer (&self->report, comark_agreement_report_free);
  g_array_unref (self->ratings);
  g_hash_table_unref (self->units);
  g_hash_table_unref (self->raters);
  g_hash_table_unref (self->documents);
  g_hash_table_unref (self->experts);
  g_hash_table_unref (self->staff);
  g_free (self->unit);
  g_free (self->rater);
  g_free (self);
}

/* ---- one criterion ---- */

static void
fill_agreement (ComarkCriterionAgreement *row, const ComarkAgreement *agreement)
{
  for (guint i = 0; i < agreement->per_unit->len; i++)
    {
      const ComarkUnitAgreement *unit = g_ptr_array_index (agreement->per_unit, i);
      row->n_documents += unit->n >= 2 ? 1 : 0;
    }
  row->n_ratings = agreement->n_ratings;
  row->n_pairs = agreement->n_pairs;
  row->n_pairs_within1 = agreement->n_pairs_within1;
  row->alpha = agreement->statistics[COMARK_AGREEMENT_ALPHA_ORDINAL];
  row->interval = comark_alpha_interval (agreement);
}

static void
finish_criterion (ComarkReportMaker *self)
{
  g_autoptr (ComarkRatingsTable) table = NULL;
  g_autoptr (ComarkAgreement) agreement = NULL;

  if (self->current == NULL || self->ratings->len == 0)
    return;
  table = comark_ratings_table_new_levels (g_hash_table_size (self->units),
                                           g_hash_table_size (self->raters),
                                           comark_framework_lowest_value (self->report->framework),
                                           comark_framework_highest_value (
                                             self->report->framework));
  for (guint i = 0; i < self->ratings->len; i++)
    {
      const Rating *rating = &g_array_index (self->ratings, Rating, i);
      comark_ratings_table_put_level (table, rating->unit, rating->rater, rating->level);
    }
  agreement = comark_agreement_compute (table, NULL, NULL);
  if (agreement != NULL)
    fill_agreement (self->current, agreement);
  g_array_set_size (self->ratings, 0);
  g_hash_table_remove_all (self->units);
  g_hash_table_remove_all (self->raters);
}

static ComarkCriterionAgreement *
find_row (ComarkReportMaker *self, const char *criterion)
{
  for (guint i = 0; i < self->report->criteria->len; i++)
    {
      ComarkCriterionAgreement *row = g_ptr_array_index (self->report->criteria, i);

      if (g_str_equal (row->criterion->id, criterion))
        return row;
    }
  return NULL;
}

static guint
number_of (GHashTable *numbers, const char *id)
{
  gpointer number;

  if (!g_hash_table_lookup_extended (numbers, id, NULL, &number))
    {
      number = GUINT_TO_POINTER (g_hash_table_size (numbers));
      g_hash_table_insert (numbers, g_strdup (id), number);
    }
  return GPOINTER_TO_UINT (number);
}

/* ---- first beside final ---- */

static ComarkRatingShift *
shift_of (ComarkReportMaker *self, ComarkMemberKind kind)
{
  return kind == COMARK_KIND_EXPERT ? &self->report->experts : &self->report->staff;
}

static void
count_shift (ComarkReportMaker *self, const ComarkReportRating *rating)
{
  ComarkRatingShift *shift = shift_of (self, rating->kind);
  ComarkValue first = self->levels[COMARK_STAGE_FIRST], final = self->levels[COMARK_STAGE_FINAL];

  if (first == COMARK_VALUE_NONE || final == COMARK_VALUE_NONE)
    return;
  g_hash_table_add (rating->kind == COMARK_KIND_EXPERT ? self->experts : self->staff,
                    g_strdup (rating->rater));
  shift->n_higher += final > first ? 1 : 0;
  shift->n_same += final == first ? 1 : 0;
  shift->n_lower += final < first ? 1 : 0;
}

/* The two stages of one member's rating come one after the other. */
static void
pair_up (ComarkReportMaker *self, const ComarkReportRating *rating, gboolean is_new_criterion)
{
  if (is_new_criterion || g_strcmp0 (self->unit, rating->unit) != 0
      || g_strcmp0 (self->rater, rating->rater) != 0)
    {
      g_free (self->unit);
      g_free (self->rater);
      self->unit = g_strdup (rating->unit);
      self->rater = g_strdup (rating->rater);
      self->levels[0] = self->levels[1] = COMARK_VALUE_NONE;
    }
  self->levels[rating->stage] = rating->level;
  count_shift (self, rating);
}

void
comark_report_maker_add (ComarkReportMaker *self, const ComarkReportRating *rating)
{
  gboolean is_new = self->current == NULL
                    || !g_str_equal (self->current->criterion->id, rating->criterion);

  if (is_new)
    {
      finish_criterion (self);
      self->current = find_row (self, rating->criterion);
    }
  if (self->current == NULL
      || comark_framework_level (self->report->framework, rating->level) == NULL)
    return;
  pair_up (self, rating, is_new);
  g_hash_table_add (self->documents, g_strdup (rating->unit));
  if (rating->stage == COMARK_STAGE_FIRST)
    {
      Rating kept = { number_of (self->units, rating->unit),
                      number_of (self->raters, rating->rater), rating->level };
      g_array_append_val (self->ratings, kept);
    }
}

static void
finish_shift (ComarkRatingShift *shift, guint n_members)
{
  shift->n_members = n_members;
  shift->is_shown = n_members >= COMARK_REPORT_FEWEST_MEMBERS;
  if (!shift->is_shown)
    shift->n_higher = shift->n_same = shift->n_lower = 0;
}

ComarkAgreementReport *
comark_report_maker_finish (ComarkReportMaker *self)
{
  ComarkAgreementReport *report;

  finish_criterion (self);
  report = g_steal_pointer (&self->report);
  report->n_documents = g_hash_table_size (self->documents);
  finish_shift (&report->experts, g_hash_table_size (self->experts));
  finish_shift (&report->staff, g_hash_table_size (self->staff));
  comark_report_maker_free (self);
  return report;
}

void
comark_agreement_report_free (ComarkAgreementReport *self)
{
  g_ptr_array_unref (self->criteria);
  g_object_unref (self->framework);
  g_free (self);
}

/* ---- words ---- */

char *
comark_criterion_agreement_pairs (const ComarkCriterionAgreement *self)
{
  if (self->n_pairs == 0)
    return g_strdup ("No document was rated by two members.");
  return g_strdup_printf ("%" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT
                          " pairs of ratings within one point.",
                          self->n_pairs_within1, self->n_pairs);
}

/* Two places, and never "-0.00". */
static double
shown (double value)
{
  return round (value * 100) / 100 + 0.0;
}

char *
comark_criterion_agreement_figures (const ComarkCriterionAgreement *self)
{
  if (!self->interval.defined)
    return NULL;
  return g_strdup_printf ("alpha %.2f (%.2f to %.2f)", shown (self->alpha.value),
                          shown (self->interval.low), shown (self->interval.high));
}

const char *
comark_criterion_agreement_reading (const ComarkCriterionAgreement *self)
{
  if (self->n_documents < COMARK_ALPHA_FEWEST_DOCUMENTS)
    return "Fewer than ten documents: too few to judge.";
  return comark_agreement_reading (&self->alpha, self->n_documents);
}

char *
comark_rating_shift_words (const ComarkRatingShift *self)
{
  if (self->n_members == 0)
    return g_strdup ("Nobody gave final ratings.");
  if (!self->is_shown)
    return g_strdup_printf ("Fewer than %d members gave final ratings, so nothing is shown that "
                            "could be one person's.", COMARK_REPORT_FEWEST_MEMBERS);
  return g_strdup_printf ("%u ratings stayed, %u went up, %u went down.", self->n_same,
                          self->n_higher, self->n_lower);
}
