/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the framework reader refuses: the second framework with one thing changed each time.
 */
#include <string.h>

#include "comark-framework-reader.h"

static char *
second_text (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("COMARK_TEST_DATA"), "frameworks",
                                            "zusammen-gemacht-2.xml", NULL);
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);

  g_assert_nonnull (file);
  return g_strndup (g_mapped_file_get_contents (file), g_mapped_file_get_length (file));
}

/* @text with the first @from made @to; *line is where. */
static char *
replace (const char *text, const char *from, const char *to, int *line)
{
  const char *place = strstr (text, from);
  GString *changed;

  g_assert_nonnull (place);
  changed = g_string_new_len (text, place - text);
  *line = 1;
  for (const char *c = text; c < place; c++)
    *line += *c == '\n';
  g_string_append (changed, to);
  g_string_append (changed, place + strlen (from));
  return g_string_free (changed, FALSE);
}

typedef struct
{
  const char *from, *to;
  ComarkExchangeError code;
  int line; /* lines after the change (a start tag counts by its end); -1 = elsewhere */
  const char *says;
} Refusal;

#define NOT_VALID COMARK_EXCHANGE_ERROR_NOT_VALID
#define DUPLICATE COMARK_EXCHANGE_ERROR_DUPLICATE
#define UNKNOWN COMARK_EXCHANGE_ERROR_UNKNOWN_CRITERION

static const Refusal refusals[] = {
  /* The schema, with its line. */
  { "format=\"1\"", "format=\"2\"", NOT_VALID, -1, "framework.rng" },
  { "<title>Idee", "<titel>Idee", COMARK_EXCHANGE_ERROR_NOT_XML, 0, "mismatch" },
  { "<title>Idee</title>", "<titel>Idee</titel>", NOT_VALID, 0, "titel" },
  { "<title>Idee</title>", "<title>  </title>", NOT_VALID, 0, "what <title> holds" },
  { "<title>Idee</title>", "", NOT_VALID, -1, "framework.rng" },
  { "tier=\"essential\" weight=\"10\"", "tier=\"wichtig\" weight=\"10\"", NOT_VALID, 0,
    "attribute of <criterion>" },
  { "weight=\"10\"", "weight=\"0\"", NOT_VALID, 0, "attribute of <criterion>" },
  { "weight=\"10\"", "weight=\"-10\"", NOT_VALID, 0, "attribute of <criterion>" },
  { "weight=\"10\"", "weight=\"+10\"", NOT_VALID, 0, "attribute of <criterion>" },
  { "weight=\"10\"", "weight=\"1001\"", NOT_VALID, 0, "attribute of <criterion>" },
  { "weight=\"10\"", "weight=\"99999999999999999999\"", NOT_VALID, 0, "attribute of <criterion>" },
  { "<score-at-least id=\"punkte\" score=\"55\"", "<score-at-least id=\"punkte\" score=\"101\"",
    NOT_VALID, -1, "framework.rng" },
  { "<references/>", "<references><reference id=\"x\" href=\"javascript:1\">x</reference>"
    "</references>", NOT_VALID, -1, "framework.rng" },
  /* Ids once only. */
  { "<criterion id=\"A2\"", "<criterion id=\"A1\"", DUPLICATE, 1, "criterion “A1”" },
  { "id=\"stufe\"", "id=\"wichtiges\"", DUPLICATE, 0, "rule “wichtiges”" },
  { "id=\"siegel\"", "id=\"klar\"", DUPLICATE, 0, "rule “klar”" },
  { "<outcome id=\"mit-auflage\"", "<outcome id=\"anerkannt\"", DUPLICATE, 0, "outcome" },
  { "<section id=\"Wirkung\"", "<section id=\"Anfang\"", DUPLICATE, 0, "section" },
  { "<route id=\"kurz\"", "<route id=\"lang\"", DUPLICATE, 0, "route" },
  { "<level value=\"2\"", "<level value=\"01\"", DUPLICATE, 0, "level “01”" },
  { "key=\"kaum\"", "key=\"gar-nicht\"", DUPLICATE, 0, "level key" },
  { "<rung number=\"2\"", "<rung number=\"1\"", DUPLICATE, 0, "rung" },
  { "<anchor value=\"1\">Nein.", "<anchor value=\"6\">Nein.", DUPLICATE, 0, "anchor" },
  { "key=\"staff\"", "key=\"expert-by-experience\"", DUPLICATE, 0, "word" },
  { "lang=\"en\"", "lang=\"de\"", DUPLICATE, 0, "language" },
  { "key=\"mark-alt\"", "key=\"mark-words\"", DUPLICATE, 0, "string" },
  { "<document-type id=\"zettel\"", "<document-type id=\"broschuere\"", DUPLICATE, 0, "document" },
  /* Names that lead nowhere. */
  { "except=\"A1\"", "except=\"A9\"", UNKNOWN, 0, "criterion “A9”" },
  { "<all-at-least criteria=\"M2\" value=\"5\"/>", "<all-at-least criteria=\"M2 Q1\" value=\"5\"/>",
    UNKNOWN, 0, "“Q1”" },
  { "<prompt criterion=\"A1\"", "<prompt criterion=\"a1\"", UNKNOWN, 0, "“a1”" },
  { "section=\"Anfang\" tier", "section=\"Ende\" tier", NOT_VALID, 0, "section “Ende”" },
  { "routes=\"lang kurz\">", "routes=\"lang breit\">", NOT_VALID, 0, "route “breit”" },
  { "id=\"zettel\" route=\"kurz\"", "id=\"zettel\" route=\"weit\"", NOT_VALID, 0, "“weit”" },
  { "question=\"vertrauen\"", "question=\"liebe\"", NOT_VALID, 0, "question “liebe”" },
  { "id=\"stufe\" rung=\"3\"", "id=\"stufe\" rung=\"4\"", NOT_VALID, 0, "rung “4”" },
  { "<placement rung=\"3\"", "<placement rung=\"9\"", NOT_VALID, 0, "rung “9”" },
  { "<anchor value=\"1\"", "<anchor value=\"0\"", NOT_VALID, 0, "level “0”" },
  { "tier=\"essential\" value=\"4\"", "tier=\"essential\" value=\"7\"", NOT_VALID, 0, "“7”" },
  { "from=\"5\"", "from=\"0\"", NOT_VALID, 0, "level “0”" },
  { "rungs=\"3\"", "rungs=\"5\"", NOT_VALID, 0, "rung “5”" },
  /* Sense. */
  { "effective-from=\"2025-04-01\"", "effective-from=\"2025-02-30\"", NOT_VALID, -1, "calendar" },
  { "<word key=\"staff\"", "<word key=\"people\"", NOT_VALID, -1, "“staff”" },
  { "<na-when>Wenn niemand Geld wollte.</na-when>", "", NOT_VALID, -1, "na-when" },
  { "<all-at-least criteria=\"M2\" value=\"5\"/>", "<all-at-least criteria=\"W1\" value=\"5\"/>",
    NOT_VALID, 0, "not on the route “kurz”" },
  { "<all-at-least criteria=\"M2\" value=\"5\"/>", "<all-at-least criteria=\"M1\" value=\"5\"/>",
    NOT_VALID, 0, "may be left out" },
  { "<all-at-least criteria=\"M2\" value=\"5\"/>", "<all-at-least criteria=\"Z1\" value=\"5\"/>",
    NOT_VALID, 0, "may be left out" },
  { "section=\"Anfang\" except=\"A1\"", "section=\"Anfang\" except=\"A1 A2\"", NOT_VALID, 0,
    "chooses no criterion" },
  { "<answered id=\"siegel\" tier=\"essential\"", "<answered id=\"siegel\" criteria=\"Z1\"",
    NOT_VALID, 0, "chooses no criterion" },
  { "<outcome id=\"noch-nicht\" state=\"not-yet\"", "<outcome id=\"noch-nicht\" state=\"awarded\"",
    NOT_VALID, -1, "to everything" },
  { "<text>Bitte kommt wieder.</text>", "<text>Bitte kommt wieder.</text><score-at-least id=\"s\" "
    "score=\"1\">Ein Punkt.</score-at-least>", NOT_VALID, -1, "has rules" },
  { "<all-at-least id=\"auflage-anfang\"", "<all-at-least id=\"auflage-anfang\" routes=\"lang\"",
    NOT_VALID, -1, "no rule on one of the routes" },
  { "<rung number=\"3\">", "<rung number=\"4\">", NOT_VALID, -1, "“3”" },
  { "<text>Nichts davon.</text></level>", "<text>Nichts davon.</text></level><level value=\"7\" "
    "key=\"mehr\"><name>Mehr</name><text>Mehr.</text></level>", NOT_VALID, -1, "lowest first" },
};

static void
test_refusals_name_line_and_reason (void)
{
  g_autofree char *text = second_text ();

  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      const Refusal *refusal = &refusals[i];
      int line;
      g_autofree char *changed = replace (text, refusal->from, refusal->to, &line);
      g_autoptr (GBytes) bytes = g_bytes_new (changed, strlen (changed));
      g_autoptr (GError) error = NULL;
      g_autoptr (ComarkFramework) framework = comark_framework_load_bytes (bytes, "x.xml", &error);
      g_autofree char *begins = g_strdup_printf ("x.xml:%d: ", line + refusal->line);

      g_test_message ("%s", error ? error->message : refusal->to);
      g_assert_null (framework);
      g_assert_error (error, COMARK_EXCHANGE_ERROR, (int) refusal->code);
      g_assert_nonnull (strstr (error->message, refusal->says));
      if (refusal->line >= 0)
        g_assert_true (g_str_has_prefix (error->message, begins));
    }
}

static char *
repeat_levels (guint n)
{
  GString *levels = g_string_new ("<scale>");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (levels, "<level value=\"%u\" key=\"k%u\"><name>n</name>"
                            "<text>t</text></level>", i + 1, i);
  g_string_append (levels, "</scale>");
  return g_string_free (levels, FALSE);
}

/* The rules and anchors of the second framework need levels up to 6. */
static void
test_scale_of_any_length_from_two_to_ten (void)
{
  static const struct { guint n; gboolean loads; } cases[]
      = { { 1, FALSE }, { 6, TRUE }, { 9, TRUE }, { 10, TRUE }, { 11, FALSE } };
  g_autofree char *text = second_text ();
  const char *start = strstr (text, "<scale>"), *end = strstr (text, "</scale>") + 8;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *levels = repeat_levels (cases[i].n);
      g_autofree char *head = g_strndup (text, (gsize) (start - text));
      g_autofree char *changed = g_strconcat (head, levels, end, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new (changed, strlen (changed));
      g_autoptr (ComarkFramework) framework = comark_framework_load_bytes (bytes, "x.xml", NULL);
      g_assert_cmpint (framework != NULL, ==, cases[i].loads);
    }
}

static void
test_builtin_frameworks (void)
{
  g_auto (GStrv) ids = comark_framework_list_builtin ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkFramework) none = comark_framework_load_builtin ("no-such-thing", &error);

  g_assert_null (none);
  g_assert_error (error, COMARK_EXCHANGE_ERROR, COMARK_EXCHANGE_ERROR_UNKNOWN_FRAMEWORK);
  g_assert_true (g_strv_contains ((const char *const *) ids, COMARK_FRAMEWORK_DEFAULT));
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GError) problem = NULL;
      g_autoptr (ComarkFramework) framework = comark_framework_load_builtin (ids[i], &problem);
      g_autofree char *id = NULL;
      g_assert_no_error (problem);
      id = g_strdup_printf ("%s-%s", comark_framework_get_id (framework),
                            comark_framework_get_version (framework));
      g_assert_cmpstr (id, ==, ids[i]);
    }
}

/* Cut anywhere, a framework is refused and nothing breaks. */
static void
test_every_cut_is_refused (void)
{
  g_autofree char *text = second_text ();
  gsize size = strlen (text);

  for (gsize end = 0; end + 2 < size; end += 97)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (text, end);
      g_autoptr (GError) error = NULL;
      g_autoptr (ComarkFramework) framework = comark_framework_load_bytes (bytes, "x.xml", &error);
      g_assert_null (framework);
      g_assert_error (error, COMARK_EXCHANGE_ERROR, COMARK_EXCHANGE_ERROR_NOT_XML);
    }
}

/* Whatever one byte is changed to, the reader answers; what it accepts can be used. */
static void
test_changed_bytes_never_break_it (void)
{
  g_autofree char *text = second_text ();
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);
  gsize size = strlen (text);

  for (int i = 0; i < 300; i++)
    {
      g_autofree char *changed = g_memdup2 (text, size);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (ComarkFramework) framework = NULL;

      changed[g_rand_int_range (random, 0, (gint32) size)]
          = (char) g_rand_int_range (random, 0, 256);
      bytes = g_bytes_new (changed, size);
      framework = comark_framework_load_bytes (bytes, "x.xml", &error);
      g_assert_cmpint (framework == NULL, ==, error != NULL);
      if (framework != NULL)
        g_assert_cmpuint (comark_framework_get_levels (framework)->len, ==, 6);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/framework-reader/refusals", test_refusals_name_line_and_reason);
  g_test_add_func ("/framework-reader/scale-of-two-to-ten",
                   test_scale_of_any_length_from_two_to_ten);
  g_test_add_func ("/framework-reader/builtin", test_builtin_frameworks);
  g_test_add_func ("/framework-reader/every-cut-is-refused", test_every_cut_is_refused);
  g_test_add_func ("/framework-reader/changed-bytes", test_changed_bytes_never_break_it);
  return g_test_run ();
}
