/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreed-fixture.h"

#define GAPS "gaps-in-3-months=yes gaps-in-6-months=yes"

/* Which outcome is reached (domain.md 2.4, decisions.md 10, 13, 15). */
static const struct
{
  const char *route;
  ComarkValue all;
  const char *changes;
  const char *outcome;
} first[] = {
  { "full", 4, "", "exemplar" },
  { "full", 3, "A1=4 B1=4 C1=4 D1=4 E1=4 F1=4 F2=4", "exemplar" },
  { "full", 4, "F2=3", "awarded" },
  { "full", 4, "B2=2", "awarded" },
  { "full", 4, "F4=2", "awarded" },
  { "full", 4, "A4=n/a A3=n/a", "exemplar" },
  { "full", 3, "C1=4", "awarded" },
  /* Exactly 70.0, three expected at 2, stretch at 1. */
  { "full", 3, "C1=4 B3=2 C2=2 A2=2 A4=1 E3=1 F4=1", "awarded" },
  { "full", 3, "C1=4 B3=2 C2=2 A2=2 A4=0 E3=1 F4=1", "not-yet" },
  { "full", 3, "C1=4 B3=2 C2=2 A2=2 B4=2 " GAPS, "conditional" },
  { "full", 3, "C1=4 B2=1 " GAPS, "conditional" },
  { "full", 3, "C1=4 C3=2 " GAPS, "conditional" },
  { "full", 3, "C1=3 " GAPS, "conditional" },
  { "full", 3, "C1=4 B1=2 " GAPS, "conditional" },
  { "full", 3, "C1=4 B1=2 D1=2 " GAPS, "deferred" },
  { "full", 3, "C1=4 B1=1 " GAPS, "deferred" },
  { "full", 3, "C1=2 " GAPS, "deferred" },
  { "full", 3, "C1=4 B1=2 gaps-in-3-months=no gaps-in-6-months=yes", "deferred" },
  { "full", 3, "C1=4 B1=2", "not-yet" },
  { "full", 2, GAPS, "deferred" },
  { "full", 2, "F4=1 " GAPS, "not-yet" },
  { "full", 0, GAPS, "not-yet" },
  /* "?" anywhere is no award; on an essential it is not two or more either. */
  { "full", 4, "F4=? " GAPS, "conditional" },
  { "full", 4, "C1=? " GAPS, "deferred" },
  /* Evidence: 3 and 4 must be shown, C1 and F1 confirmed; a lower value needs neither. */
  { "full", 4, "A2=4:said", "not-yet" },
  { "full", 4, "A2=2:said", "awarded" },
  { "full", 4, "C1=4:shown", "not-yet" },
  { "full", 4, "F1=3:shown", "not-yet" },
  { "full", 4, "B1=4:shown", "exemplar" },
  /* Short route: at most one expected at 2, never C3. */
  { "short", 4, "", "exemplar" },
  { "short", 3, "C1=4 B3=2", "awarded" },
  { "short", 3, "C1=4 B3=2 C4=2 " GAPS, "conditional" },
  { "short", 3, "C1=4 C3=2 " GAPS, "conditional" },
};

static void
test_first_outcome_whose_rules_pass (void)
{
  g_autoptr (ComarkFramework) framework = first_framework ();

  for (gsize i = 0; i < G_N_ELEMENTS (first); i++)
    {
      g_autoptr (ComarkAgreed) agreed = agreed_at (framework, first[i].route, first[i].all);
      g_autoptr (ComarkOutcomeReport) report = NULL;

      agree (agreed, first[i].changes);
      report = comark_outcome_evaluate (framework, first[i].route, agreed);
      g_test_message ("%s %d %s", first[i].route, first[i].all, first[i].changes);
      g_assert_cmpstr (comark_outcome_report_get_reached (report)->id, ==, first[i].outcome);
    }
}

static char *
not_passed (ComarkOutcomeReport *report, const char *outcome)
{
  const ComarkOutcomeResult *result = comark_outcome_report_find (report, outcome);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; i < result->rules->len; i++)
    {
      const ComarkRuleResult *rule = g_ptr_array_index (result->rules, i);

      g_assert_cmpint (rule->why[0], !=, '\0');
      if (!rule->passed)
        g_strv_builder_add (ids, rule->rule->id);
    }
  all = g_strv_builder_end (ids);
  g_assert_cmpint (result->passed, ==, all[0] == NULL);
  return g_strjoinv (" ", all);
}

typedef struct
{
  const char *changes;
  const char *not_passed;
} Alone;

static void
check_alone (ComarkFramework *framework, const char *route, ComarkValue all, const char *base,
             const char *outcome, const Alone *cases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (ComarkAgreed) agreed = agreed_at (framework, route, all);
      g_autoptr (ComarkOutcomeReport) report = NULL;
      g_autofree char *ids = NULL;

      agree (agreed, base);
      agree (agreed, cases[i].changes);
      report = comark_outcome_evaluate (framework, route, agreed);
      ids = not_passed (report, outcome);
      g_test_message ("%s: %s", outcome, cases[i].changes);
      g_assert_cmpstr (ids, ==, cases[i].not_passed);
    }
}

/* In the second framework no rule implies another: each is missed alone. */
static void
test_each_rule_by_itself (void)
{
  static const Alone cases[] = {
    { "", "" },
    { "A1=3", "wichtiges" },
    { "A1=4", "" },
    { "M2=4", "stufe" },
    { "W2=1", "punkte" },
    { "W1=?", "klar" },
    { "M1=5:said", "beleg" },
    { "M1=4:said", "" },
    { "A2=5:shown", "zeuge" },
    { "vertrauen=no", "vertraut" },
    { "W1=2 W2=2", "wirkt" },
    { "W1=1", "" },
    { "M1=n/a", "" },
    { "A1=n/a", "wichtiges klar" },
    { "Z1=1:said", "" },
  };
  g_autoptr (ComarkFramework) framework = second_framework ();

  check_alone (framework, "lang", 5, "vertrauen=yes", "anerkannt", cases, G_N_ELEMENTS (cases));
}

static void
test_rule_of_another_route_is_left_out (void)
{
  g_autoptr (ComarkFramework) framework = second_framework ();
  g_autoptr (ComarkAgreed) agreed = agreed_at (framework, "kurz", 5);
  g_autoptr (ComarkOutcomeReport) lang = NULL;
  g_autoptr (ComarkOutcomeReport) kurz = NULL;

  agree (agreed, "vertrauen=yes");
  lang = comark_outcome_evaluate (framework, "lang", agreed);
  kurz = comark_outcome_evaluate (framework, "kurz", agreed);
  g_assert_cmpuint (comark_outcome_report_find (lang, "anerkannt")->rules->len, ==, 8);
  g_assert_cmpuint (comark_outcome_report_find (kurz, "anerkannt")->rules->len, ==, 7);
  g_assert_cmpstr (comark_outcome_report_get_reached (kurz)->id, ==, "anerkannt");
  g_assert_cmpstr (comark_outcome_report_get_reached (lang)->id, ==, "mit-auflage");
}

static void
test_rules_of_awarded (void)
{
  static const Alone cases[] = {
    { "", "" },
    { "C1=3", "awarded-rung" },
    { "B1=2", "awarded-essential" },
    { "D1=2", "awarded-essential" },
    { "B2=1", "awarded-expected" },
    { "B3=2 C2=2 A2=2", "" },
    { "B3=2 C2=2 A2=2 E2=2", "awarded-expected-full" },
    { "C3=2", "awarded-rung awarded-every-stage" },
    { "B3=2 C2=2 A2=2 A4=1 E3=1 F4=1", "" },
    { "B3=2 C2=2 A2=2 A4=1 E3=1 F4=0", "awarded-score" },
    { "F4=?", "awarded-answered" },
    { "F4=", "awarded-answered" },
    { "D3=3:said", "awarded-shown" },
    { "D3=3:none", "awarded-shown" },
    { "D3=2:said", "" },
    { "F1=3:shown", "awarded-confirmed" },
    { "F1=4:said", "awarded-shown awarded-confirmed" },
  };
  g_autoptr (ComarkFramework) framework = first_framework ();

  check_alone (framework, "full", 3, "C1=4", "awarded", cases, G_N_ELEMENTS (cases));
}

static void
test_rules_of_exemplar (void)
{
  static const Alone cases[] = {
    { "", "" },
    { "E1=3", "exemplar-essential" },
    { "F3=2", "exemplar-expected" },
    { "E3=2", "exemplar-stretch" },
    { "A4=n/a", "" },
    { "F4=?", "exemplar-stretch exemplar-answered" },
    { "A2=3 A3=3 B2=3 B3=3 B4=3 C2=3 C3=3 C4=3 D2=3 D3=3 D4=3 E2=3 F3=3 A4=3 E3=3 F4=3", "" },
    { "D3=3:said", "exemplar-shown" },
    { "C1=4:shown", "exemplar-confirmed" },
  };
  g_autoptr (ComarkFramework) framework = first_framework ();

  check_alone (framework, "full", 4, "", "exemplar", cases, G_N_ELEMENTS (cases));
}

static void
test_rules_of_conditional (void)
{
  static const Alone cases[] = {
    { "", "" },
    { "C1=2", "conditional-equal-say" },
    { "B1=2", "" },
    { "B1=2 D1=2", "conditional-one-essential" },
    { "B1=1", "conditional-no-essential-below" },
    { "gaps-in-3-months=no", "conditional-gaps" },
    { "D3=3:said", "conditional-shown" },
    { "C1=3:shown", "conditional-confirmed" },
    { "A2=0 A3=0 B2=0 B4=0", "conditional-score" },
  };
  g_autoptr (ComarkFramework) framework = first_framework ();

  check_alone (framework, "full", 3, GAPS, "conditional", cases, G_N_ELEMENTS (cases));
}

static void
test_rules_of_deferred (void)
{
  static const Alone cases[] = {
    { "", "" },
    { "A4=1", "deferred-score" },
    { "gaps-in-6-months=no", "deferred-gaps" },
  };
  g_autoptr (ComarkFramework) framework = first_framework ();

  check_alone (framework, "full", 2, GAPS, "deferred", cases, G_N_ELEMENTS (cases));
}

static const ComarkRuleResult *
find_rule (ComarkOutcomeReport *report, const char *outcome, const char *id)
{
  const GPtrArray *rules = comark_outcome_report_find (report, outcome)->rules;

  for (guint i = 0; i < rules->len; i++)
    {
      const ComarkRuleResult *result = g_ptr_array_index (rules, i);
      if (g_str_equal (result->rule->id, id))
        return result;
    }
  g_assert_not_reached ();
}

/* The sentence names the criteria and the remedy. */
static void
test_why_names_criteria_and_remedy (void)
{
  static const struct { const char *changes, *outcome, *rule, *why, *criteria; } cases[] = {
    { "C1=3:shown", "awarded", "awarded-confirmed",
      "C1 is agreed at 3 but nobody who took part has confirmed it. Ask a contributor to confirm, "
      "or agree a lower value.", "C1" },
    { "C1=3:shown F1=4:shown", "awarded", "awarded-confirmed",
      "C1 and F1 are agreed at 3 or more but nobody who took part has confirmed them. Ask a "
      "contributor to confirm, or agree lower values.", "C1,F1" },
    { "A2=4:said", "awarded", "awarded-shown",
      "A2 is agreed at 4 but nothing dated shows it yet. Ask for a document that does, or agree a "
      "lower value.", "A2" },
    { "B1=2 D1=1", "awarded", "awarded-essential",
      "B1 is agreed at 2 and D1 at 1. This needs 3 or more.", "B1,D1" },
    { "F4=?", "awarded", "awarded-answered",
      "F4 is still “cannot tell yet”. Ask for what is missing, then agree a value.", "F4" },
    { "F4= E3=", "awarded", "awarded-answered",
      "E3 and F4 have no agreed value yet. Agree one.", "E3,F4" },
    { "A2=2 B2=2 B3=2 B4=2", "awarded", "awarded-expected-full",
      "A2 is agreed at 2, B2 at 2, B3 at 2 and B4 at 2. At most 3 may be below 3; 4 are.",
      "A2,B2,B3,B4" },
    { "A2=2", "awarded", "awarded-expected-full",
      "A2 is agreed at 2. At most 3 may be below 3; 1 is.", "A2" },
    { "C1=2", "awarded", "awarded-rung",
      "It stands on rung 5, Engagement. This needs rung 7, Co-production. For that, C1 needs to be "
      "agreed at 4 or more.", "" },
    { "C1=?", "awarded", "awarded-rung",
      "It cannot be placed on the ladder yet. This needs rung 7, Co-production. For that, C1 needs "
      "to be agreed at 4 or more.", "" },
    { "", "deferred", "deferred-gaps",
      "The panel has not answered: “Does the panel believe that the gaps can be made good within 6 "
      "months?” Answer yes or no, and say why.", "" },
    { "gaps-in-6-months=no", "deferred", "deferred-gaps",
      "The panel said no: We talked about it.", "" },
    { "", "exemplar", "exemplar-score", "The score is 100.0.", "" },
  };
  g_autoptr (ComarkFramework) framework = first_framework ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ComarkAgreed) agreed = agreed_at (framework, "full", 4);
      g_autoptr (ComarkOutcomeReport) report = NULL;
      const ComarkRuleResult *result;
      g_autofree char *criteria = NULL;

      agree (agreed, cases[i].changes);
      report = comark_outcome_evaluate (framework, "full", agreed);
      result = find_rule (report, cases[i].outcome, cases[i].rule);
      criteria = g_strjoinv (",", (char **) result->criteria);
      g_assert_cmpstr (result->why, ==, cases[i].why);
      g_assert_cmpstr (criteria, ==, cases[i].criteria);
    }
}

static void
test_yes_without_a_reason_is_not_enough (void)
{
  g_autoptr (ComarkFramework) framework = first_framework ();
  g_autoptr (ComarkAgreed) agreed = agreed_at (framework, "full", 2);
  g_autoptr (ComarkOutcomeReport) report = NULL;

  comark_agreed_answer (agreed, "gaps-in-6-months", TRUE, NULL);
  report = comark_outcome_evaluate (framework, "full", agreed);
  g_assert_cmpstr (comark_outcome_report_get_reached (report)->id, ==, "not-yet");
  g_assert_cmpstr (find_rule (report, "deferred", "deferred-gaps")->why, ==,
                   "The panel said yes but gave no reason. Write down why.");
}

/* No outcome with "?" on an essential, no award with "?" at all, nothing half agreed. */
static void
test_what_can_be_sealed (void)
{
  static const struct { const char *changes, *outcome; gboolean can; const char *names; }
  cases[] = {
    { "", NULL, TRUE, NULL },
    { "A3=n/a", "awarded", TRUE, NULL },
    { "F4=?", "deferred", TRUE, NULL },
    { "F4=?", "not-yet", TRUE, NULL },
    { "F4=?", "awarded", FALSE, "F4" },
    { "F4=?", "exemplar", FALSE, "F4" },
    { "B1=?", "not-yet", FALSE, "B1" },
    { "B1=?", NULL, FALSE, "B1" },
    { "E2=", "not-yet", FALSE, "E2" },
    { "E2=n/a", "not-yet", FALSE, "E2" },
    { "E2=9", "not-yet", FALSE, "E2" },
    /* Another outcome than the rules' is for the double majority to say, not here. */
    { "C1=0", "awarded", TRUE, NULL },
    { "", "no-such-outcome", FALSE, "no-such-outcome" },
  };
  g_autoptr (ComarkFramework) framework = first_framework ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ComarkAgreed) agreed = agreed_at (framework, "full", 3);
      g_autoptr (ComarkOutcomeReport) report = NULL;
      g_autofree char *why = NULL;

      agree (agreed, cases[i].changes);
      report = comark_outcome_evaluate (framework, "full", agreed);
      g_assert_cmpint (comark_outcome_report_can_seal (report, cases[i].outcome, &why), ==,
                       cases[i].can);
      g_assert_cmpint (why == NULL, ==, cases[i].can);
      if (cases[i].names != NULL)
        g_assert_nonnull (strstr (why, cases[i].names));
    }
}

static void
test_report_has_score_sections_and_rung (void)
{
  static const char *const ids[] = { "A", "B", "C", "D", "E", "F" };
  static const guint weights[] = { 15, 20, 25, 15, 10, 15 };
  g_autoptr (ComarkFramework) framework = first_framework ();
  g_autoptr (ComarkAgreed) agreed = agreed_at (framework, "full", 3);
  g_autoptr (ComarkOutcomeReport) report = NULL;
  const GPtrArray *sections;

  agree (agreed, "C1=4");
  report = comark_outcome_evaluate (framework, "full", agreed);
  sections = comark_outcome_report_get_sections (report);
  g_assert_cmpfloat_with_epsilon (
      comark_score_value (comark_outcome_report_get_score (report)), 77.25, 1e-9);
  g_assert_cmpuint (comark_outcome_report_get_rung (report)->number, ==, 7);
  g_assert_cmpuint (sections->len, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < sections->len; i++)
    {
      const ComarkSectionScore *section = g_ptr_array_index (sections, i);
      g_assert_cmpstr (section->section->id, ==, ids[i]);
      g_assert_cmpuint (section->score.weight, ==, weights[i]);
    }
}

static void
test_section_without_criteria_on_the_route_is_left_out (void)
{
  g_autoptr (ComarkFramework) framework = second_framework ();
  g_autoptr (ComarkAgreed) agreed = agreed_at (framework, "kurz", 5);
  g_autoptr (ComarkOutcomeReport) report = comark_outcome_evaluate (framework, "kurz", agreed);

  g_assert_cmpuint (comark_outcome_report_get_sections (report)->len, ==, 2);
}

/* The report outlives what it was made from, and later changes do not reach it. */
static void
test_report_does_not_change (void)
{
  ComarkFramework *framework = first_framework ();
  ComarkAgreed *agreed = agreed_at (framework, "full", 4);
  g_autoptr (ComarkOutcomeReport) report = comark_outcome_evaluate (framework, "full", agreed);
  g_autoptr (ComarkAgreed) copy = comark_agreed_copy (agreed);

  agree (agreed, "C1=0");
  g_assert_cmpint (comark_agreed_value (copy, "C1"), ==, 4);
  comark_agreed_unref (agreed);
  g_object_unref (framework);
  g_assert_cmpstr (comark_outcome_report_get_reached (report)->id, ==, "exemplar");
  g_assert_cmpstr (comark_outcome_report_get_route (report), ==, "full");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outcome/first-whose-rules-pass", test_first_outcome_whose_rules_pass);
  g_test_add_func ("/outcome/each-rule-by-itself", test_each_rule_by_itself);
  g_test_add_func ("/outcome/rule-of-another-route", test_rule_of_another_route_is_left_out);
  g_test_add_func ("/outcome/rules-of-awarded", test_rules_of_awarded);
  g_test_add_func ("/outcome/rules-of-exemplar", test_rules_of_exemplar);
  g_test_add_func ("/outcome/rules-of-conditional", test_rules_of_conditional);
  g_test_add_func ("/outcome/rules-of-deferred", test_rules_of_deferred);
  g_test_add_func ("/outcome/why-names-criteria-and-remedy", test_why_names_criteria_and_remedy);
  g_test_add_func ("/outcome/yes-needs-a-reason", test_yes_without_a_reason_is_not_enough);
  g_test_add_func ("/outcome/what-can-be-sealed", test_what_can_be_sealed);
  g_test_add_func ("/outcome/score-sections-and-rung", test_report_has_score_sections_and_rung);
  g_test_add_func ("/outcome/section-not-on-the-route",
                   test_section_without_criteria_on_the_route_is_left_out);
  g_test_add_func ("/outcome/report-does-not-change", test_report_does_not_change);
  return g_test_run ();
}
