/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "award-fixture.h"

#include <stddef.h>
#include <string.h>

#define AT(field) offsetof (ComarkAwardFields, field)

typedef struct
{
  const char *name;
  gsize offset;
  const char *value;
  const char *says; /* part of the refusal */
} Refusal;

static const Refusal refusals[] = {
  { "number-missing", AT (number), NULL, "a number is missing" },
  { "number-wrong-check-digit", AT (number), "CP-2026-0042-8", "CP-2026-0042-7" },
  { "replaces-wrong", AT (replaces), "CP-2024-0011-1", "replaces" },
  { "organisation-missing", AT (organisation), " \n", "organisation" },
  { "title-only-controls", AT (title), "\u202e\u2066", "title is missing" },
  { "version-missing", AT (version), NULL, "version" },
  { "panel-missing", AT (panel_makeup), "", "panel" },
  { "hash-short", AT (document_hash), "abcd", "64 hexadecimal" },
  { "hash-long", AT (document_hash),
    "3f2a91c077de01ab5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3a", "64 hexadecimal" },
  { "hash-not-hex", AT (document_hash),
    "3f2a91c077de01ab5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2cg", "64 hexadecimal" },
  { "decided-not-a-day", AT (decided), "2026-02-30", "not a day" },
  { "valid-from-missing", AT (valid_from), NULL, "valid is missing" },
  { "ends-before-it-begins", AT (valid_until), "2026-11-21", "before it begins" },
  { "co-chair-missing", AT (chair_names[1]), NULL, "second co-chair" },
  { "framework-missing", AT (framework), NULL, "framework" },
  { "log-head-short", AT (log_head), "9e107d9d372bb68", "16 or more" },
};

static void
test_refusal (gconstpointer data)
{
  const Refusal *refusal = data;
  ComarkAwardFields fields = fixture_fields;
  g_autoptr (GError) error = NULL;

  *(const char **) (gpointer) ((char *) &fields + refusal->offset) = refusal->value;
  g_assert_null (comark_award_new (&fields, &error));
  g_assert_error (error, COMARK_CERTIFICATE_ERROR, COMARK_CERTIFICATE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, refusal->says));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_defaults (void)
{
  ComarkAwardFields fields = fixture_fields;
  g_autoptr (ComarkAward) award = NULL;
  const ComarkAwardFields *got;

  fields.type = NULL;
  fields.chair_roles[0] = "  ";
  award = comark_award_new (&fields, NULL);
  got = comark_award_get_fields (award);
  g_assert_cmpstr (got->type, ==, "");
  g_assert_cmpstr (got->outcome, ==, "Awarded");
  g_assert_cmpstr (got->made_by, ==, "people with lived experience, carers and staff");
  g_assert_cmpstr (got->chair_roles[0], ==, "Panel co-chair");
  g_assert_nonnull (strstr (got->meaning, "does not check clinical accuracy"));
  g_assert_cmpstr (got->document_hash, ==,
                   "3f2a91c077de01ab5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3");
}

static void
test_cleaned_and_copied (void)
{
  char title[] = "Care\tplan\u202e";
  g_autoptr (ComarkAward) award = fixture_award_titled (&fixture_fields, title);
  g_autoptr (ComarkAward) same = comark_award_ref (award);

  title[0] = 'X';
  g_assert_cmpstr (comark_award_get_fields (same)->title, ==, "Care plan");
}

static void
test_printed_number (void)
{
  g_autoptr (ComarkAward) first = fixture_award_titled (&fixture_fields, NULL);
  g_autoptr (ComarkAward) later = fixture_award_titled (&fixture_crowded_fields, NULL);

  g_assert_cmpstr (comark_award_get_printed_number (first), ==, "CP-2026-0042-7");
  g_assert_cmpstr (comark_award_get_printed_number (later), ==, "CP-2026-0042-7 r12");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strdup_printf ("/award/refuses/%s", refusals[i].name);
      g_test_add_data_func (path, &refusals[i], test_refusal);
    }
  g_test_add_func ("/award/fills-in-defaults", test_defaults);
  g_test_add_func ("/award/keeps-cleaned-copies", test_cleaned_and_copied);
  g_test_add_func ("/award/prints-the-issue-from-the-second-on", test_printed_number);
  return g_test_run ();
}
