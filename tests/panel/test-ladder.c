/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreed-fixture.h"
#include "comark-ladder.h"

/* decisions.md 14, line by line, with the values just under each bound. 0 = no rung. */
static const struct
{
  const char *values;
  guint rung;
} first[] = {
  { "C1=4 A1=3 C3=3 F1=3", 7 },
  { "C1=4 A1=4 C3=4 F1=4", 7 },
  { "C1=3 A1=4 C3=4 F1=4", 6 },
  { "C1=4 A1=2 C3=3 F1=3", 6 },
  { "C1=4 A1=3 C3=2 F1=3", 6 },
  { "C1=4 A1=3 C3=3 F1=2", 6 },
  { "C1=3 A1=0 C3=2 F1=0", 6 },
  { "C1=3 A1=4 C3=1 F1=4", 5 },
  { "C1=4 A1=4 C3=1 F1=4", 5 },
  { "C1=4 A1=4 C3=0 F1=4", 5 },
  { "C1=2 A1=4 C3=2 F1=4", 5 },
  { "C1=2 A1=4 C3=4 F1=4", 5 },
  { "C1=2 A1=4 C3=1 F1=4", 4 },
  { "C1=1 A1=4 C3=4 F1=4", 3 },
  { "C1=1 A1=0 C3=0 F1=0", 3 },
  { "C1=0 A1=4 C3=4 F1=4", 2 },
  { "C1=0 A1=0 C3=0 F1=0", 2 },
  { "C1=0 A1=0 C3=0 F1=0 people-were-made-to=no", 2 },
  { "C1=0 A1=0 C3=0 F1=0 people-were-made-to=yes", 1 },
  /* The panel's word counts at the bottom only. */
  { "C1=1 A1=0 C3=0 F1=0 people-were-made-to=yes", 3 },
  /* Not known is not known: no rung where C1 decides, a lower one where another does. */
  { "C1=? A1=4 C3=4 F1=4", 0 },
  { "A1=4 C3=4 F1=4", 0 },
  { "C1=n/a A1=4 C3=4 F1=4", 0 },
  { "C1=4 A1=? C3=3 F1=3", 6 },
  { "C1=4 A1=3 C3=? F1=3", 5 },
  { "C1=2 A1=3 C3=? F1=3", 4 },
};

static void
check_rung (ComarkFramework *framework, const char *route, const char *values, guint rung)
{
  g_autoptr (ComarkAgreed) agreed = comark_agreed_new ();
  const ComarkRung *found;

  agree (agreed, values);
  found = comark_ladder_place (framework, route, agreed);
  if (g_test_verbose ())
    g_test_message ("%s: %s", route, values);
  g_assert_cmpuint (found ? found->number : 0, ==, rung);
}

static void
test_placements_in_order (void)
{
  g_autoptr (ComarkFramework) framework = first_framework ();

  for (gsize i = 0; i < G_N_ELEMENTS (first); i++)
    {
      check_rung (framework, "full", first[i].values, first[i].rung);
      check_rung (framework, "short", first[i].values, first[i].rung);
    }
}

static void
test_panels_word_needs_a_reason (void)
{
  g_autoptr (ComarkFramework) framework = first_framework ();
  g_autoptr (ComarkAgreed) agreed = agreed_at (framework, "full", 0);

  comark_agreed_answer (agreed, "people-were-made-to", TRUE, "");
  g_assert_cmpuint (comark_ladder_place (framework, "full", agreed)->number, ==, 2);
  comark_agreed_answer (agreed, "people-were-made-to", TRUE, "They had no choice.");
  g_assert_cmpuint (comark_ladder_place (framework, "full", agreed)->number, ==, 1);
}

static void
test_another_frameworks_ladder (void)
{
  g_autoptr (ComarkFramework) framework = second_framework ();

  check_rung (framework, "lang", "M2=6", 3);
  check_rung (framework, "lang", "M2=5", 3);
  check_rung (framework, "lang", "M2=4", 2);
  check_rung (framework, "kurz", "M2=2", 1);
  check_rung (framework, "kurz", "M2=0", 0);
  check_rung (framework, "kurz", "M2=?", 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ladder/placements-in-order", test_placements_in_order);
  g_test_add_func ("/ladder/panels-word-needs-a-reason", test_panels_word_needs_a_reason);
  g_test_add_func ("/ladder/another-frameworks-ladder", test_another_frameworks_ladder);
  return g_test_run ();
}
