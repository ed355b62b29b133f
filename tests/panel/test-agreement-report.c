/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The report on a period: agreement over first ratings, shifts of final ones, nothing that could
 * be one person's.
 */
#include "comark-agreement-report.h"

#include <string.h>

#include "agreed-fixture.h"

/* A criterion's ratings as letters of a story: each word is a document, each place in it a
 * member (a, b, c experts; then staff), each digit a level, "-" none. */
static void
tell (ComarkReportMaker *maker, const char *criterion, const char *first, const char *final)
{
  g_auto (GStrv) firsts = g_strsplit (first, " ", -1), finals = g_strsplit (final, " ", -1);

  for (guint unit = 0; firsts[unit] != NULL; unit++)
    for (guint rater = 0; firsts[unit][rater] != '\0'; rater++)
      {
        char unit_id[] = { 'U', (char) ('A' + unit), 0 };
        char rater_id[] = { 'R', (char) ('A' + rater), 0 };
        ComarkReportRating rating
          = { criterion, unit_id, rater_id, rater < 3 ? COMARK_KIND_EXPERT : COMARK_KIND_STAFF,
              COMARK_STAGE_FIRST, firsts[unit][rater] - '0' };

        if (firsts[unit][rater] != '-')
          comark_report_maker_add (maker, &rating);
        if (unit >= g_strv_length (finals) || rater >= strlen (finals[unit])
            || finals[unit][rater] == '-')
          continue;
        rating.stage = COMARK_STAGE_FINAL;
        rating.level = finals[unit][rater] - '0';
        comark_report_maker_add (maker, &rating);
      }
}

static ComarkAgreementReport *
report_on (ComarkFramework *framework, const char *first, const char *final)
{
  ComarkReportMaker *maker = comark_report_maker_new (framework);

  tell (maker, "A1", "11 44", "");
  tell (maker, "C1", first, final);
  return comark_report_maker_finish (maker);
}

static const ComarkCriterionAgreement *
row_of (const ComarkAgreementReport *report, const char *criterion)
{
  for (guint i = 0; i < report->criteria->len; i++)
    {
      const ComarkCriterionAgreement *row = g_ptr_array_index (report->criteria, i);
      if (g_str_equal (row->criterion->id, criterion))
        return row;
    }
  g_assert_not_reached ();
}

#define TEN "112 344 010 222 433 112 344 01- 2-- 434"
static const char ten_as_csv[] = "d,a,b,c\n1,1,1,2\n2,3,4,4\n3,0,1,0\n4,2,2,2\n5,4,3,3\n6,1,1,2\n"
                                 "7,3,4,4\n8,0,1,\n9,2,,\n10,4,3,4\n";

static void
test_same_as_of_a_table (void)
{
  g_autoptr (ComarkFramework) framework = first_framework ();
  g_autoptr (ComarkAgreementReport) report = report_on (framework, TEN, "");
  const ComarkCriterionAgreement *row = row_of (report, "C1");
  g_autoptr (ComarkRatingsTable) table
    = comark_ratings_table_parse (ten_as_csv, strlen (ten_as_csv), NULL);
  g_autoptr (ComarkAgreement) agreement = comark_agreement_compute (table, NULL, NULL);

  g_assert_true (row->alpha.defined);
  g_assert_cmpfloat_with_epsilon (
    row->alpha.value, agreement->statistics[COMARK_AGREEMENT_ALPHA_ORDINAL].value, 1e-12);
  g_assert_cmpuint (row->n_documents, ==, 9);
  g_assert_cmpuint (row->n_ratings, ==, agreement->n_ratings);
  g_assert_cmpuint (row->n_pairs, ==, agreement->n_pairs);
  g_assert_cmpuint (row->n_pairs_within1, ==, agreement->n_pairs_within1);
  g_assert_cmpuint (report->n_documents, ==, 10);
}

/* Two documents that all read alike say nothing about the criterion. */
static void
test_few_documents_say_nothing (void)
{
  g_autoptr (ComarkFramework) framework = first_framework ();
  g_autoptr (ComarkAgreementReport) report = report_on (framework, TEN, "");
  const ComarkCriterionAgreement *a1 = row_of (report, "A1"), *b1 = row_of (report, "B1");

  g_assert_cmpuint (a1->n_documents, ==, 2);
  g_assert_false (a1->interval.defined);
  g_assert_cmpstr (comark_criterion_agreement_reading (a1), ==,
                   "Fewer than ten documents: too few to judge.");
  g_assert_cmpuint (b1->n_ratings, ==, 0);
  g_assert_false (b1->alpha.defined);
}

static const struct
{
  double alpha, low, high;
  const char *figures;
} figures[] = {
  { 0.6249, 0.4451, 0.7789, "alpha 0.62 (0.45 to 0.78)" },
  { -0.004, -0.014, 0.0, "alpha 0.00 (-0.01 to 0.00)" },
};

static void
test_a_figure_comes_with_its_interval (void)
{
  ComarkCriterionAgreement row = { .n_documents = 12 };

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autofree char *words = NULL;

      row.alpha = (ComarkStatistic){ TRUE, figures[i].alpha, NULL };
      row.interval = (ComarkInterval){ TRUE, figures[i].low, figures[i].high, NULL };
      words = comark_criterion_agreement_figures (&row);
      g_assert_cmpstr (words, ==, figures[i].figures);
    }
  row.interval.defined = FALSE;
  g_assert_null (comark_criterion_agreement_figures (&row));
}

static void
test_final_ratings_do_not_count (void)
{
  g_autoptr (ComarkFramework) framework = first_framework ();
  g_autoptr (ComarkAgreementReport) alone = report_on (framework, TEN, "");
  g_autoptr (ComarkAgreementReport) talked = report_on (framework, TEN, "111 444 000 222 333");

  g_assert_cmpfloat (row_of (alone, "C1")->alpha.value, ==, row_of (talked, "C1")->alpha.value);
  g_assert_cmpuint (row_of (talked, "C1")->n_ratings, ==, row_of (alone, "C1")->n_ratings);
}

static const struct
{
  const char *first, *final;
  gboolean experts_shown, staff_shown;
  guint higher, same, lower; /* experts */
} shifts[] = {
  { "1112 2222", "2112 2213", TRUE, FALSE, 1, 4, 1 },
  { "111 222", "22- 22-", FALSE, FALSE, 0, 0, 0 }, /* two people: nothing of theirs is shown */
  { "111 222", "", FALSE, FALSE, 0, 0, 0 },
  { "111222", "222333", TRUE, TRUE, 3, 0, 0 },
  { "-11 222", "222 222", TRUE, FALSE, 2, 3, 0 }, /* nothing stands beside it: not counted */
};

static void
test_shifts (void)
{
  g_autoptr (ComarkFramework) framework = first_framework ();

  for (gsize i = 0; i < G_N_ELEMENTS (shifts); i++)
    {
      g_autoptr (ComarkAgreementReport) report
        = report_on (framework, shifts[i].first, shifts[i].final);

      g_test_message ("%s → %s", shifts[i].first, shifts[i].final);
      g_assert_cmpint (report->experts.is_shown, ==, shifts[i].experts_shown);
      g_assert_cmpint (report->staff.is_shown, ==, shifts[i].staff_shown);
      g_assert_cmpuint (report->experts.n_higher, ==, shifts[i].higher);
      g_assert_cmpuint (report->experts.n_same, ==, shifts[i].same);
      g_assert_cmpuint (report->experts.n_lower, ==, shifts[i].lower);
    }
}

static void
test_what_is_foreign_is_left_out (void)
{
  g_autoptr (ComarkFramework) framework = first_framework ();
  ComarkReportMaker *maker = comark_report_maker_new (framework);
  g_autoptr (ComarkAgreementReport) report = NULL;

  tell (maker, "Z9", "1234", "");
  tell (maker, "C1", "9999 1234", "");
  report = comark_report_maker_finish (maker);
  g_assert_cmpuint (report->n_documents, ==, 1);
  g_assert_cmpuint (row_of (report, "C1")->n_ratings, ==, 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agreement-report/same-as-of-a-table", test_same_as_of_a_table);
  g_test_add_func ("/agreement-report/few-documents-say-nothing", test_few_documents_say_nothing);
  g_test_add_func ("/agreement-report/final-ratings-do-not-count",
                   test_final_ratings_do_not_count);
  g_test_add_func ("/agreement-report/a-figure-comes-with-its-interval",
                   test_a_figure_comes_with_its_interval);
  g_test_add_func ("/agreement-report/shifts-of-kinds-not-of-people", test_shifts);
  g_test_add_func ("/agreement-report/what-is-foreign-is-left-out",
                   test_what_is_foreign_is_left_out);
  return g_test_run ();
}
