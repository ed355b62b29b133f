/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-validity.h"
#include "comark-working-days.h"

/* Bank holidays of England and Wales around the dates below; Boxing Day 2026 is a Saturday, so
 * Monday 28 stands in for it. */
static const char *const bank_holidays[] = {
  "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25",
  "2026-12-28", "2027-01-01", "2027-03-26", "2027-03-29", "not a day",  NULL,
};

static const struct
{
  const char *day;
  guint n;
  const char *then;
} sums[] = {
  { "2026-11-23", 2, "2026-11-25" },
  { "2026-11-20", 1, "2026-11-23" },  /* Friday to Monday */
  { "2026-11-21", 1, "2026-11-23" },  /* from a Saturday */
  { "2026-11-22", 0, "2026-11-22" },  /* nothing to add, even on a Sunday */
  { "2026-12-23", 2, "2026-12-29" },  /* Christmas 2026: 25 Friday, 28 in lieu */
  { "2026-12-24", 4, "2027-01-04" },  /* 29, 30, 31, then New Year's Day and a weekend */
  { "2026-12-31", 1, "2027-01-04" },
  { "2026-04-02", 1, "2026-04-07" },  /* Good Friday to Easter Monday */
  { "2027-03-25", 1, "2027-03-30" },
  { "2028-02-28", 1, "2028-02-29" },  /* leap year */
  { "2028-02-29", 1, "2028-03-01" },
  { "2027-02-26", 1, "2027-03-01" },
  { "2026-11-02", 20, "2026-11-30" },
};

static void
test_add_and_count (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      g_autofree char *then = comark_working_days_add (sums[i].day, sums[i].n, bank_holidays);

      g_assert_cmpstr (then, ==, sums[i].then);
      g_assert_cmpint (comark_working_days_count (sums[i].day, then, bank_holidays), ==,
                       (int) sums[i].n);
    }
}

static void
test_which_days_work (void)
{
  g_assert_true (comark_working_days_is ("2026-12-24", bank_holidays));
  g_assert_false (comark_working_days_is ("2026-12-25", bank_holidays));
  g_assert_true (comark_working_days_is ("2026-12-25", NULL));
  g_assert_false (comark_working_days_is ("2026-12-27", NULL));
  g_assert_false (comark_working_days_is ("2026-02-30", NULL));
}

static void
test_bad_days (void)
{
  static const char *const bad[] = { "", "2026-02-29", "2026-11-22T10:00:00Z", "22.11.2026", "x" };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_null (comark_working_days_add (bad[i], 1, NULL));
      g_assert_cmpint (comark_working_days_count (bad[i], "2026-11-22", NULL), ==, -1);
      g_assert_cmpint (comark_working_days_count ("2026-11-22", bad[i], NULL), ==, -1);
      g_assert_null (comark_validity_add_months (bad[i], 1));
      g_assert_null (comark_validity_until (bad[i], NULL));
    }
  g_assert_null (comark_working_days_add (NULL, 1, NULL));
  g_assert_null (comark_working_days_add ("2026-11-22", COMARK_WORKING_DAYS_MAX + 1, NULL));
  g_assert_null (comark_working_days_add ("9999-12-31", 1, NULL));
  g_assert_cmpint (comark_working_days_count ("2026-11-22", "2126-11-22", NULL), ==, -1);
  g_assert_cmpint (comark_working_days_count ("2026-11-22", "2026-11-20", NULL), ==, 0);
}

static void
test_months (void)
{
  static const struct { const char *day; int months; const char *then; } cases[] = {
    { "2026-11-22", 24, "2028-11-22" }, { "2028-02-29", 24, "2030-02-28" },
    { "2028-02-29", 12, "2029-02-28" }, { "2028-02-29", 48, "2032-02-29" },
    { "2026-08-31", 6, "2027-02-28" },  { "2027-08-31", 6, "2028-02-29" },
    { "2028-05-31", -3, "2028-02-29" }, { "2026-01-15", -1, "2025-12-15" },
    { "2026-12-31", 0, "2026-12-31" },  { "2026-12-31", 1201, NULL },
    { "0001-01-01", -1, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *then = comark_validity_add_months (cases[i].day, cases[i].months);
      g_assert_cmpstr (then, ==, cases[i].then);
    }
}

static void
test_until_whichever_first (void)
{
  static const struct { const char *awarded, *review, *until; } cases[] = {
    { "2026-11-22", NULL, "2028-11-22" },
    { "2026-11-22", "", "2028-11-22" },
    { "2026-11-22", "2027-06-30", "2027-06-30" },
    { "2026-11-22", "2029-06-30", "2028-11-22" },
    { "2026-11-22", "2028-11-22", "2028-11-22" },
    { "2026-11-22", "2026-11-22", "2026-11-22" },
    { "2026-11-22", "2026-11-21", NULL }, /* its review is overdue */
    { "2026-11-22", "soon", NULL },
    { "2028-02-29", NULL, "2030-02-28" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *until = comark_validity_until (cases[i].awarded, cases[i].review);
      g_assert_cmpstr (until, ==, cases[i].until);
    }
}

static void
test_what_follows (void)
{
  g_autofree char *renewal = comark_validity_renewal_opens ("2028-11-22");
  g_autofree char *unchanged = comark_validity_unchanged_due ("2026-11-22", "2028-11-22");
  g_autofree char *too_short = comark_validity_unchanged_due ("2026-11-22", "2027-11-22");
  g_autofree char *sealing = comark_validity_sealing_from ("2026-12-23", 2, bank_holidays);
  g_autofree char *at_once = comark_validity_sealing_from ("2026-12-23", 0, bank_holidays);
  g_autofree char *appeal = comark_validity_appeal_until ("2026-12-01", bank_holidays);
  g_autofree char *days = comark_validity_add_days ("2028-02-15", 30);

  g_assert_cmpstr (renewal, ==, "2028-05-22");
  g_assert_cmpstr (unchanged, ==, "2027-11-22");
  g_assert_null (too_short);
  g_assert_cmpstr (sealing, ==, "2026-12-29");
  g_assert_cmpstr (at_once, ==, "2026-12-23");
  g_assert_null (comark_validity_sealing_from ("2026-12-23", 11, NULL));
  g_assert_cmpstr (appeal, ==, "2026-12-31");
  g_assert_cmpstr (days, ==, "2028-03-16");
  g_assert_false (comark_validity_is_over ("2028-11-22", "2028-11-22"));
  g_assert_true (comark_validity_is_over ("2028-11-22", "2028-11-23"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/working-days/add-and-count", test_add_and_count);
  g_test_add_func ("/working-days/which-days-work", test_which_days_work);
  g_test_add_func ("/working-days/bad-days-are-refused", test_bad_days);
  g_test_add_func ("/validity/months-end-in-their-month", test_months);
  g_test_add_func ("/validity/until-whichever-comes-first", test_until_whichever_first);
  g_test_add_func ("/validity/what-follows", test_what_follows);
  return g_test_run ();
}
