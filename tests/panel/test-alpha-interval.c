/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bootstrap interval of alpha, beside an independent one: a program of a few lines in another
 * language, from the definition, with another random generator and four times the draws.
 */
#include "comark-alpha-interval.h"

#include <math.h>
#include <string.h>

static ComarkAgreement *
agreement_of (const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkRatingsTable) table = comark_ratings_table_parse (text, length, &error);
  ComarkAgreement *self;

  g_assert_no_error (error);
  self = comark_agreement_compute (table, NULL, &error);
  g_assert_no_error (error);
  return self;
}

static ComarkAgreement *
load (const char *name)
{
  g_autofree char *path = g_strdup_printf ("%s/agreement/tables/%s.csv",
                                           g_getenv ("COMARK_TEST_DATA"), name);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return agreement_of (text, length);
}

static const struct
{
  const char *table;
  double low, high;
} references[] = {
  { "hayes_kripp2007_news_40x5", 0.620, 0.843 }, { "irr_anxiety_20x3", -0.057, 0.459 },
  { "feinstein1990_a_100x2", 0.549, 0.838 },     { "scribd_projects_10x4", 0.320, 0.824 },
  { "kripp2011_c_missing_12x4", 0.439, 1.0 },    { "kripp2011_a_binary_10x2", -0.462, 0.627 },
  { "agresti_sexualfun_91x2", 0.105, 0.497 },
};

static void
test_beside_an_independent_one (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (references); i++)
    {
      g_autoptr (ComarkAgreement) agreement = load (references[i].table);
      ComarkInterval got = comark_alpha_interval (agreement);

      g_test_message ("%s: %.3f to %.3f", references[i].table, got.low, got.high);
      g_assert_true (got.defined);
      g_assert_cmpfloat_with_epsilon (got.low, references[i].low, 0.05);
      g_assert_cmpfloat_with_epsilon (got.high, references[i].high, 0.05);
    }
}

static void
test_same_each_time (void)
{
  g_autoptr (ComarkAgreement) agreement = load ("irr_anxiety_20x3");
  ComarkInterval one = comark_alpha_interval (agreement);
  ComarkInterval other = comark_alpha_interval (agreement);

  g_assert_cmpfloat (one.low, ==, other.low);
  g_assert_cmpfloat (one.high, ==, other.high);
}

static char *
rows (guint n, const char *row, const char *other)
{
  GString *text = g_string_new ("document,a,b,c\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "d%u,%s\n", i, i % 2 == 0 ? row : other);
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *name;
  guint n;
  const char *row, *other;
  gboolean defined;
  double low, high;
} edges[] = {
  { "nine documents", 9, "1,1,2", "3,4,4", FALSE, 0, 0 },
  { "ten documents of one rating each", 10, "1,,", "3,,", FALSE, 0, 0 },
  { "all alike", 20, "3,3,3", "3,3,3", FALSE, 0, 0 },
  { "all of one mind", 20, "3,3,3", "1,1,1", TRUE, 1, 1 },
};

static void
test_edges (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      g_autofree char *text = rows (edges[i].n, edges[i].row, edges[i].other);
      g_autoptr (ComarkAgreement) agreement = agreement_of (text, strlen (text));
      ComarkInterval got = comark_alpha_interval (agreement);

      g_test_message ("%s", edges[i].name);
      g_assert_cmpint (got.defined, ==, edges[i].defined);
      g_assert_cmpint (got.why == NULL, ==, edges[i].defined);
      g_assert_cmpfloat (got.low, ==, edges[i].low);
      g_assert_cmpfloat (got.high, ==, edges[i].high);
    }
}

static void
test_more_documents_more_sure (void)
{
  g_autofree char *few = rows (12, "1,1,2", "3,4,2"), *many = rows (240, "1,1,2", "3,4,2");
  g_autoptr (ComarkAgreement) of_few = agreement_of (few, strlen (few));
  g_autoptr (ComarkAgreement) of_many = agreement_of (many, strlen (many));
  ComarkInterval a = comark_alpha_interval (of_few), b = comark_alpha_interval (of_many);

  g_assert_cmpfloat (b.high - b.low, <, (a.high - a.low) / 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/alpha-interval/beside-an-independent-one", test_beside_an_independent_one);
  g_test_add_func ("/alpha-interval/same-each-time", test_same_each_time);
  g_test_add_func ("/alpha-interval/edges", test_edges);
  g_test_add_func ("/alpha-interval/more-documents-more-sure", test_more_documents_more_sure);
  return g_test_run ();
}
