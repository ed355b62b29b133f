/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-rounds.h"

#include <string.h>

/* @kinds: "eess". Returns the order as "0 2 1 3". */
static char *
order_of (const char *kinds, guint round)
{
  guint n = strlen (kinds);
  g_autofree ComarkMemberKind *of = g_new0 (ComarkMemberKind, n + 1);
  g_autofree guint *order = g_new0 (guint, n + 1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    of[i] = kinds[i] == 'e' ? COMARK_KIND_EXPERT : COMARK_KIND_STAFF;
  comark_rounds_order (of, n, round, order);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? " " : "", order[i]);
  return g_string_free (text, FALSE);
}

static void
test_order (void)
{
  static const struct
  {
    const char *kinds;
    guint round;
    const char *order;
  } cases[] = {
    { "", 0, "" },          { "e", 3, "0" },          { "ees", 0, "0 2 1" },
    { "eess", 0, "0 2 1 3" }, { "eess", 1, "2 0 3 1" }, /* the other kind begins */
    { "eess", 2, "1 3 0 2" }, /* and then the next person */
    { "eess", 3, "3 1 2 0" }, { "eees", 0, "0 3 1 2" }, { "sss", 0, "0 1 2" },
    { "ess", 1, "1 0 2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *order = order_of (cases[i].kinds, cases[i].round);

      g_assert_cmpstr (order, ==, cases[i].order);
    }
}

/* Over as many rounds as there are people twice, each begins as often as their kind allows. */
static void
test_everybody_begins (void)
{
  guint begun[4] = { 0 };

  for (guint round = 0; round < 8; round++)
    {
      g_autofree char *order = order_of ("eess", round);

      begun[order[0] - '0']++;
    }
  for (guint i = 0; i < 4; i++)
    g_assert_cmpuint (begun[i], ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rounds/order", test_order);
  g_test_add_func ("/rounds/everybody-begins", test_everybody_begins);
  return g_test_run ();
}
