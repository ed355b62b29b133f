/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-agreement.h"

#include <math.h>
#include <string.h>

static ComarkRatingsTable *
load (const char *name)
{
  g_autofree char *path = g_strdup_printf ("%s/agreement/tables/%s.csv",
                                           g_getenv ("COMARK_TEST_DATA"), name);
  g_autofree char *text = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;
  ComarkRatingsTable *table;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  table = comark_ratings_table_parse (text, length, &error);
  g_assert_no_error (error);
  return table;
}

/* The table of text, and its agreement without a scale. */
static ComarkAgreement *
agreement_of (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkRatingsTable) table = comark_ratings_table_parse (text, strlen (text), &error);
  ComarkAgreement *self;

  g_assert_no_error (error);
  self = comark_agreement_compute (table, NULL, &error);
  g_assert_no_error (error);
  return self;
}

static const ComarkStatistic *
statistic_of (const ComarkAgreement *self, const char *name)
{
  for (int i = 0; i < COMARK_N_AGREEMENTS; i++)
    if (g_str_equal (comark_agreement_name ((ComarkAgreementName) i), name))
      return &self->statistics[i];
  g_assert_not_reached ();
}

/* One line of expected.tsv: table, statistic[@scaleMIN-MAX], expected, tolerance, ... */
static void
check_line (const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", -1);
  g_auto (GStrv) name = g_strsplit (cells[1], "@scale", 2);
  g_autoptr (ComarkRatingsTable) table = load (cells[0]);
  g_autoptr (ComarkAgreement) self = NULL;
  const ComarkStatistic *got;
  ComarkScaleRange scale;

  if (name[1] != NULL)
    {
      g_strdelimit (name[1], "-", ':');
      g_assert_true (comark_scale_range_from_text (name[1], &scale));
    }
  self = comark_agreement_compute (table, name[1] != NULL ? &scale : NULL, NULL);
  got = statistic_of (self, name[0]);
  g_test_message ("%s %s: %s, got %.10g", cells[0], cells[1], cells[2], got->value);
  g_assert_cmpint (got->defined, ==, !g_str_equal (cells[2], "undefined"));
  if (got->defined)
    g_assert_cmpfloat (fabs (got->value - g_ascii_strtod (cells[2], NULL)), <=,
                       g_ascii_strtod (cells[3], NULL));
  else
    {
      g_assert_true (g_str_has_suffix (got->why, "."));
      g_assert_cmpfloat (got->value, ==, 0);
    }
}

static void
test_published (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("COMARK_TEST_DATA"), "agreement",
                                            "expected.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      {
        check_line (lines[i]);
        n++;
      }
  g_assert_cmpuint (n, ==, 121);
}

static void
test_why_not (void)
{
  static const struct { const char *table, *statistic, *why; } cases[] = {
    { "u,A\n1,3\n2,4\n", "alpha_nominal", "There is only one rater." },
    { "u,A\n1,3\n2,4\n", "pct_pairs_equal", "There is only one rater." },
    { "u,A,B\n1,3,\n2,,4\n", "AC1", "No document was rated by two members." },
    { "u,A,B\n1,,\n", "pct_pairs_within1", "No document was rated by two members." },
    { "u,A,B\n1,3,3\n2,3,3\n", "alpha_interval",
      "All ratings are the same, so chance cannot be told apart." },
    { "u,A,B\n1,x,y\n2,x,x\n", "alpha_ordinal", "The ratings are words, not numbers." },
    { "u,A,B\n1,x,y\n2,x,x\n", "AC2_quadratic", "The ratings are words, not numbers." },
    { "u,A,B\n1,x,y\n2,x,x\n", "pct_pairs_within1", "The ratings are words, not numbers." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ComarkAgreement) self = agreement_of (cases[i].table);
      const ComarkStatistic *got = statistic_of (self, cases[i].statistic);

      g_test_message ("%s", cases[i].statistic);
      g_assert_false (got->defined);
      g_assert_cmpstr (got->why, ==, cases[i].why);
    }
}

/* Same ratings everywhere: no chance-corrected figure, but the raw share is a hundred. */
static void
test_raw_share_stands_without_variation (void)
{
  g_autoptr (ComarkAgreement) self = agreement_of ("u,A,B\n1,3,3\n2,3,3\n");
  const ComarkStatistic *got = statistic_of (self, "pct_pairs_equal");

  g_assert_true (got->defined);
  g_assert_cmpfloat (got->value, ==, 100);
}

static void
test_per_unit (void)
{
  static const struct
  {
    const char *row;
    guint n;
    const char *median, *mean, *sd, *within1; /* "" not defined */
  } cases[] = {
    { "1,2,3,4,4", 5, "3", "2.8", "1.30384", "4" },
    { "1,2,3,4,", 4, "2", "2.5", "1.29099", "3" },   /* lower middle */
    { "3,?,n/a,,", 1, "3", "3", "", "1" },           /* words are on neither side */
    { ",,,,", 0, "", "", "", "" },
    { "4,4,4,4,4", 5, "4", "4", "0", "5" },
    { "0,0,0,0,4", 5, "0", "0.8", "1.78885", "4" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("u,A,B,C,D,E\nx,%s\n", cases[i].row);
      g_autoptr (ComarkAgreement) self = agreement_of (text);
      const ComarkUnitAgreement *unit = g_ptr_array_index (self->per_unit, 0);
      const ComarkStatistic *got[] = { &unit->median, &unit->mean, &unit->sd, &unit->within1 };
      const char *const want[] = { cases[i].median, cases[i].mean, cases[i].sd, cases[i].within1 };

      g_test_message ("%s", cases[i].row);
      g_assert_cmpuint (unit->n, ==, cases[i].n);
      for (gsize k = 0; k < G_N_ELEMENTS (got); k++)
        {
          g_assert_cmpint (got[k]->defined, ==, *want[k] != '\0');
          if (got[k]->defined)
            g_assert_cmpfloat_with_epsilon (got[k]->value, g_ascii_strtod (want[k], NULL), 1e-5);
        }
    }
}

/* Large numbers close together: a naive sum of squares would lose it all. */
static void
test_deviation_is_stable (void)
{
  g_autoptr (ComarkAgreement) self =
    agreement_of ("u,A,B,C\nx,100000001,100000002,100000003\n");
  const ComarkUnitAgreement *unit = g_ptr_array_index (self->per_unit, 0);

  g_assert_cmpfloat_with_epsilon (unit->sd.value, 1.0, 1e-9);
}

static void
test_counts (void)
{
  g_autoptr (GError) error = NULL;
  const char *text = "u,A,B,C\nx,0,2,2.0\n";
  g_autoptr (ComarkRatingsTable) table = comark_ratings_table_parse (text, strlen (text), NULL);
  const ComarkScaleRange scale = { 0, 4 };
  g_autoptr (ComarkAgreement) self = comark_agreement_compute (table, &scale, &error);
  const ComarkUnitAgreement *unit;
  static const guint want[] = { 1, 0, 2, 0, 0 };
  g_autofree char *words = NULL;

  g_assert_no_error (error);
  unit = g_ptr_array_index (self->per_unit, 0);
  g_assert_cmpuint (self->category_texts->len, ==, 5);
  for (guint i = 0; i < G_N_ELEMENTS (want); i++)
    g_assert_cmpuint (unit->counts[i], ==, want[i]);
  words = comark_agreement_within1_words (unit);
  g_assert_cmpstr (words, ==, "2 of 3 within one point.");
}

static void
test_off_the_scale (void)
{
  static const char *const bad[] = { "u,A,B\n1,3,5\n", "u,A,B\n1,3,-1\n", "u,A,B\n1,3,2.5\n",
                                     "u,A,B\n1,3,x\n" };
  const ComarkScaleRange scale = { 0, 4 };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ComarkRatingsTable) table =
        comark_ratings_table_parse (bad[i], strlen (bad[i]), NULL);

      g_assert_null (comark_agreement_compute (table, &scale, &error));
      g_assert_error (error, COMARK_RATINGS_TABLE_ERROR, COMARK_RATINGS_TABLE_ERROR_INVALID);
    }
}

static void
test_scale_text (void)
{
  static const char *const bad[] = { "", "4", "4:0", "0:0", "0:4:8", "a:b", "0:101", "0 : 4",
                                     "-2000:-1999", NULL };
  ComarkScaleRange scale;

  for (gsize i = 0; bad[i] != NULL; i++)
    g_assert_false (comark_scale_range_from_text (bad[i], &scale));
  g_assert_false (comark_scale_range_from_text (NULL, &scale));
  g_assert_true (comark_scale_range_from_text ("-2:2", &scale));
  g_assert_cmpint (scale.min, ==, -2);
  g_assert_cmpint (scale.max, ==, 2);
}

static void
test_reading (void)
{
  static const struct { double alpha; guint units; const char *words; } cases[] = {
    { .80, 10, "Members read these" }, { .799, 10, "Broadly similar" },
    { .667, 10, "Broadly similar" },   { .666, 10, "Members differ: talk" },
    { 0, 10, "Members differ: talk" }, { -.01, 10, "Members differ more than by chance" },
    { .95, 9, "Fewer than ten" },
  };
  const ComarkStatistic none = { FALSE, 0, "There is only one rater." };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ComarkStatistic alpha = { TRUE, cases[i].alpha, NULL };
      g_assert_true (g_str_has_prefix (comark_agreement_reading (&alpha, cases[i].units),
                                       cases[i].words));
    }
  g_assert_cmpstr (comark_agreement_reading (&none, 20), ==, none.why);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agreement/published-tables", test_published);
  g_test_add_func ("/agreement/not-calculable-says-why", test_why_not);
  g_test_add_func ("/agreement/raw-share-stands-without-variation",
                   test_raw_share_stands_without_variation);
  g_test_add_func ("/agreement/per-unit", test_per_unit);
  g_test_add_func ("/agreement/deviation-is-stable", test_deviation_is_stable);
  g_test_add_func ("/agreement/counts-on-the-declared-scale", test_counts);
  g_test_add_func ("/agreement/off-the-scale-is-refused", test_off_the_scale);
  g_test_add_func ("/agreement/scale-text", test_scale_text);
  g_test_add_func ("/agreement/reading-for-lay-members", test_reading);
  return g_test_run ();
}
