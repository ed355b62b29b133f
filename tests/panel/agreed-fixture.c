/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreed-fixture.h"

ComarkFramework *
first_framework (void)
{
  g_autoptr (GError) error = NULL;
  ComarkFramework *framework = comark_framework_load_builtin (COMARK_FRAMEWORK_DEFAULT, &error);

  g_assert_no_error (error);
  return framework;
}

ComarkFramework *
second_framework (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("COMARK_TEST_DATA"), "frameworks",
                                            "zusammen-gemacht-2.xml", NULL);
  g_autoptr (GError) error = NULL;
  ComarkFramework *framework = comark_framework_load_file (path, &error);

  g_assert_no_error (error);
  return framework;
}

ComarkAgreed *
agreed_at (ComarkFramework *framework, const char *route, ComarkValue value)
{
  g_autoptr (GPtrArray) criteria = comark_framework_criteria_for_route (framework, route);
  ComarkAgreed *agreed = comark_agreed_new ();

  for (guint i = 0; i < criteria->len; i++)
    comark_agreed_set (agreed, ((const ComarkCriterion *) g_ptr_array_index (criteria, i))->id,
                       value, COMARK_STRENGTH_CONFIRMED, NULL);
  return agreed;
}

static void
agree_one (ComarkAgreed *agreed, const char *id, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 2);
  ComarkStrength strength = COMARK_STRENGTH_CONFIRMED;
  ComarkValue value = COMARK_VALUE_NONE;

  if (g_str_equal (text, "yes") || g_str_equal (text, "no"))
    {
      comark_agreed_answer (agreed, id, g_str_equal (text, "yes"), "We talked about it.");
      return;
    }
  g_assert_true (comark_value_from_text (parts[0] ? parts[0] : "", &value));
  if (parts[0] != NULL && parts[1] != NULL)
    g_assert_true (comark_strength_from_nick (parts[1], &strength));
  comark_agreed_set (agreed, id, value, strength, NULL);
}

void
agree (ComarkAgreed *agreed, const char *text)
{
  g_auto (GStrv) changes = g_strsplit (text, " ", -1);

  for (guint i = 0; changes[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (changes[i], "=", 2);
      if (parts[0] != NULL)
        agree_one (agreed, parts[0], parts[1]);
    }
}
