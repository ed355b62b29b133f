/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The framework that comes with the program, counted (domain.md 2.2), and a quite different one.
 */
#include "comark-framework-reader.h"

static ComarkFramework *
load_first (void)
{
  g_autoptr (GError) error = NULL;
  ComarkFramework *framework = comark_framework_load_builtin (COMARK_FRAMEWORK_DEFAULT, &error);

  g_assert_no_error (error);
  return framework;
}

static ComarkFramework *
load_second (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("COMARK_TEST_DATA"), "frameworks",
                                            "zusammen-gemacht-2.xml", NULL);
  g_autoptr (GError) error = NULL;
  ComarkFramework *framework = comark_framework_load_file (path, &error);

  g_assert_no_error (error);
  return framework;
}

static void
test_counts_and_weights_by_tier (void)
{
  static const guint counts[] = { 7, 13, 3 }, weights[] = { 42, 51, 7 };
  static const guint short_counts[] = { 7, 5, 0 };
  g_autoptr (ComarkFramework) framework = load_first ();
  const GPtrArray *criteria = comark_framework_get_criteria (framework);
  guint n[3] = { 0 }, sum[3] = { 0 }, n_short[3] = { 0 }, sum_short = 0;

  for (guint i = 0; i < criteria->len; i++)
    {
      const ComarkCriterion *criterion = g_ptr_array_index (criteria, i);
      n[criterion->tier]++;
      sum[criterion->tier] += criterion->weight;
      g_assert_cmpuint (criterion->position, ==, i);
      g_assert_true (comark_criterion_is_on_route (criterion, "full"));
      if (!comark_criterion_is_on_route (criterion, "short"))
        continue;
      n_short[criterion->tier]++;
      sum_short += criterion->weight;
    }
  g_assert_cmpuint (criteria->len, ==, 23);
  g_assert_cmpmem (n, sizeof n, counts, sizeof counts);
  g_assert_cmpmem (sum, sizeof sum, weights, sizeof weights);
  g_assert_cmpmem (n_short, sizeof n_short, short_counts, sizeof short_counts);
  g_assert_cmpuint (sum_short, ==, 66);
}

/* Weights of domain.md 2.2, one by one. */
static void
test_criteria_are_those_of_the_table (void)
{
  static const struct { const char *id; char tier; guint weight; gboolean is_short; } table[] = {
    { "A1", 'E', 6, TRUE }, { "A2", 'X', 4, FALSE }, { "A3", 'X', 3, FALSE },
    { "A4", 'S', 2, FALSE }, { "B1", 'E', 7, TRUE }, { "B2", 'X', 4, FALSE },
    { "B3", 'X', 6, TRUE }, { "B4", 'X', 3, FALSE }, { "C1", 'E', 9, TRUE },
    { "C2", 'X', 5, FALSE }, { "C3", 'X', 7, TRUE }, { "C4", 'X', 4, TRUE },
    { "D1", 'E', 5, TRUE }, { "D2", 'X', 4, TRUE }, { "D3", 'X', 3, FALSE },
    { "D4", 'X', 3, FALSE }, { "E1", 'E', 5, TRUE }, { "E2", 'X', 2, FALSE },
    { "E3", 'S', 3, FALSE }, { "F1", 'E', 5, TRUE }, { "F2", 'E', 5, TRUE },
    { "F3", 'X', 3, TRUE }, { "F4", 'S', 2, FALSE },
  };
  g_autoptr (ComarkFramework) framework = load_first ();
  const GPtrArray *criteria = comark_framework_get_criteria (framework);

  g_assert_cmpuint (criteria->len, ==, G_N_ELEMENTS (table));
  for (guint i = 0; i < criteria->len; i++)
    {
      const ComarkCriterion *criterion = g_ptr_array_index (criteria, i);
      g_assert_cmpstr (criterion->id, ==, table[i].id);
      g_assert_cmpint ("EXS"[criterion->tier], ==, table[i].tier);
      g_assert_cmpuint (criterion->weight, ==, table[i].weight);
      g_assert_cmpint (comark_criterion_is_on_route (criterion, "short"), ==, table[i].is_short);
    }
}

static void
test_every_criterion_is_fully_worded (void)
{
  g_autoptr (ComarkFramework) framework = load_first ();
  const GPtrArray *criteria = comark_framework_get_criteria (framework);

  for (guint i = 0; i < criteria->len; i++)
    {
      const ComarkCriterion *criterion = g_ptr_array_index (criteria, i);
      for (ComarkValue value = 0; value <= 4; value++)
        g_assert_nonnull (comark_criterion_anchor (criterion, value));
      g_assert_null (comark_criterion_anchor (criterion, 5));
      g_assert_true (g_str_has_suffix (criterion->statement, "."));
      g_assert_true (g_str_has_suffix (criterion->question_owner, "?"));
      g_assert_true (g_str_has_suffix (criterion->question_panel, "?"));
      g_assert_cmpint (criterion->na_allowed, ==, criterion->na_when[0] != '\0');
      g_assert_nonnull (criterion->evidence_hints[0]);
      g_assert_cmpuint (criterion->sources->len, >, 0);
      g_assert_nonnull (criterion->principles[0]);
    }
}

static void
test_who_may_be_left_out_and_who_confirms (void)
{
  static const char *const na[] = { "A3", "A4", NULL }, *const confirm[] = { "C1", "F1", NULL };
  g_autoptr (ComarkFramework) framework = load_first ();
  const GPtrArray *criteria = comark_framework_get_criteria (framework);

  for (guint i = 0; i < criteria->len; i++)
    {
      const ComarkCriterion *criterion = g_ptr_array_index (criteria, i);
      g_assert_cmpint (criterion->na_allowed, ==, g_strv_contains (na, criterion->id));
      g_assert_cmpint (criterion->confirm_required, ==, g_strv_contains (confirm, criterion->id));
      g_assert_cmpint (comark_framework_accepts (framework, criterion,
                                                 COMARK_VALUE_NOT_APPLICABLE),
                       ==, criterion->na_allowed);
      g_assert_true (comark_framework_accepts (framework, criterion, COMARK_VALUE_CANNOT_TELL));
      g_assert_true (comark_framework_accepts (framework, criterion, 0));
      g_assert_false (comark_framework_accepts (framework, criterion, 5));
      g_assert_false (comark_framework_accepts (framework, criterion, COMARK_VALUE_NONE));
    }
}

/* Plain words (product.md): nobody is told that they failed. */
static void
test_no_word_that_shames (void)
{
  static const char *const words[] = { "fail", "reject", "inadequate", "stakeholder" };
  g_autoptr (ComarkFramework) framework = load_first ();
  g_autofree char *text = NULL;
  gsize size;
  const char *data = g_bytes_get_data (comark_framework_get_source (framework), &size);

  text = g_ascii_strdown (data, (gssize) size);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_null (strstr (text, words[i]));
}

static void
test_scale_ladder_and_outcomes (void)
{
  static const char *const outcomes[]
      = { "exemplar", "awarded", "conditional", "deferred", "not-yet" };
  g_autoptr (ComarkFramework) framework = load_first ();
  const GPtrArray *list = comark_framework_get_outcomes (framework);
  const ComarkOutcome *conditional = comark_framework_outcome (framework, "conditional");

  g_assert_cmpuint (comark_framework_get_levels (framework)->len, ==, 5);
  g_assert_cmpuint (comark_framework_get_rungs (framework)->len, ==, 7);
  g_assert_cmpstr (comark_framework_level (framework, 3)->name, ==, "Shaped together");
  g_assert_cmpuint (comark_framework_level (framework, 2)->rungs[1], ==, 5);
  g_assert_cmpuint (comark_framework_level (framework, 2)->rungs[2], ==, 0);
  g_assert_cmpuint (list->len, ==, G_N_ELEMENTS (outcomes));
  for (guint i = 0; i < list->len; i++)
    g_assert_cmpstr (((const ComarkOutcome *) g_ptr_array_index (list, i))->id, ==, outcomes[i]);
  g_assert_true (comark_framework_outcome (framework, "exemplar")->exemplar);
  g_assert_true (comark_framework_outcome (framework, "awarded")->awards);
  g_assert_true (conditional->holds_certificate && !conditional->awards);
  g_assert_cmpuint (conditional->within_months, ==, 3);
  g_assert_cmpuint (comark_framework_get_valid_months (framework), ==, 24);
}

static void
test_document_types_and_their_routes (void)
{
  static const struct { const char *id, *route; } types[] = {
    { "policy", "full" }, { "strategy", "full" }, { "training-course", "full" },
    { "service-guide", "full" }, { "leaflet", "short" }, { "form", "short" },
    { "letter", "short" }, { "poster", "short" },
  };
  static const char *const course[] = { "C2", "D2", "F2" };
  g_autoptr (ComarkFramework) framework = load_first ();

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    g_assert_cmpstr (comark_framework_document_type (framework, types[i].id)->route, ==,
                     types[i].route);
  for (gsize i = 0; i < G_N_ELEMENTS (course); i++)
    g_assert_nonnull (comark_framework_prompt (framework, "training-course", course[i]));
  g_assert_null (comark_framework_prompt (framework, "training-course", "A1"));
  g_assert_null (comark_framework_prompt (framework, "no-such-type", "A1"));
  g_assert_cmpuint (comark_framework_route (framework, "short")->max_pages, ==, 4);
}

static void
test_words_and_strings (void)
{
  g_autoptr (ComarkFramework) first = load_first ();
  g_autoptr (ComarkFramework) second = load_second ();
  static const char *const key = "expert-by-experience";

  g_assert_cmpstr (comark_framework_word (first, key), ==, "expert by experience");
  g_assert_cmpstr (comark_framework_words (first, key), ==, "experts by experience");
  g_assert_cmpstr (comark_framework_words (second, key), ==, "Menschen mit Erfahrung");
  g_assert_cmpstr (comark_framework_word (second, "carer"), ==, "carer");
  g_assert_cmpstr (comark_framework_string (second, "mark-words", NULL), ==, "Zusammen gemacht");
  g_assert_cmpstr (comark_framework_string (second, "mark-words", "en"), ==, "Made together");
  g_assert_cmpstr (comark_framework_string (second, "mark-alt", "en"), ==, "Zwei Hände");
  g_assert_null (comark_framework_string (second, "no-such-key", "en"));
}

static void
test_a_quite_different_framework (void)
{
  g_autoptr (ComarkFramework) framework = load_second ();
  g_autoptr (GPtrArray) lang = comark_framework_criteria_for_route (framework, "lang");
  g_autoptr (GPtrArray) kurz = comark_framework_criteria_for_route (framework, "kurz");
  g_autoptr (GPtrArray) none = comark_framework_criteria_for_route (framework, "full");
  const ComarkCriterion *a1 = comark_framework_criterion (framework, "A1");

  g_assert_cmpstr (comark_framework_get_id (framework), ==, "zusammen-gemacht");
  g_assert_cmpstr (comark_framework_get_language (framework), ==, "de");
  g_assert_cmpint (comark_framework_lowest_value (framework), ==, 1);
  g_assert_cmpint (comark_framework_highest_value (framework), ==, 6);
  g_assert_cmpuint (comark_framework_get_criteria (framework)->len, ==, 7);
  g_assert_cmpuint (lang->len, ==, 6);
  g_assert_cmpuint (kurz->len, ==, 3);
  g_assert_cmpuint (none->len, ==, 0);
  /* Anchors come sorted, whatever their order in the file. */
  g_assert_cmpint (((const ComarkAnchor *) g_ptr_array_index (a1->anchors, 0))->value, ==, 1);
  g_assert_false (comark_framework_accepts (framework, a1, 0));
  g_assert_true (comark_framework_accepts (framework, a1, 6));
}

static void
test_lookups_of_nothing (void)
{
  g_autoptr (ComarkFramework) framework = load_first ();

  g_assert_null (comark_framework_criterion (framework, "c1"));
  g_assert_null (comark_framework_criterion (framework, NULL));
  g_assert_null (comark_framework_outcome (framework, ""));
  g_assert_null (comark_framework_rung (framework, 8));
  g_assert_null (comark_framework_level (framework, COMARK_VALUE_CANNOT_TELL));
}

static gpointer
read_in_thread (gpointer data)
{
  guint sum = 0;

  for (int i = 0; i < 2000; i++)
    sum += comark_framework_criterion (data, "F4")->weight;
  return GUINT_TO_POINTER (sum);
}

static void
test_may_be_read_from_any_thread (void)
{
  g_autoptr (ComarkFramework) framework = load_first ();
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_in_thread, framework);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 4000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/framework/counts-and-weights", test_counts_and_weights_by_tier);
  g_test_add_func ("/framework/criteria-of-the-table", test_criteria_are_those_of_the_table);
  g_test_add_func ("/framework/fully-worded", test_every_criterion_is_fully_worded);
  g_test_add_func ("/framework/left-out-and-confirmed",
                   test_who_may_be_left_out_and_who_confirms);
  g_test_add_func ("/framework/no-word-that-shames", test_no_word_that_shames);
  g_test_add_func ("/framework/scale-ladder-outcomes", test_scale_ladder_and_outcomes);
  g_test_add_func ("/framework/document-types", test_document_types_and_their_routes);
  g_test_add_func ("/framework/words-and-strings", test_words_and_strings);
  g_test_add_func ("/framework/a-quite-different-one", test_a_quite_different_framework);
  g_test_add_func ("/framework/lookups-of-nothing", test_lookups_of_nothing);
  g_test_add_func ("/framework/any-thread", test_may_be_read_from_any_thread);
  return g_test_run ();
}
